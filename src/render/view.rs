//! What templates see.
//!
//! What all pages share (the site, the sections, the texts, a summary of every document) is made once and handed on by
//! reference count; a page's own context is the page itself.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Map, Value};

use super::html::{self, Html, Page, TocEntry};
use super::index;
use crate::document::{Document, Topics};
use crate::kind::event::Event;
use crate::kind::lesson::Lesson;
use crate::kind::model::{Drawing, Model};
use crate::kind::place::Place;
use crate::kind::plan::{Plan, Target as PlanTarget};
use crate::kind::{ClauseRef, Kind};
use crate::parse::{clause, markdown};
use crate::plan::{Job, JobKind};
use crate::resolve::link::{self, Target};
use crate::route::Route;
use crate::site::{DocId, Section, SectionKey, Site};
use crate::source::Sources;
use crate::text::dates::{Date, DayMonth};
use crate::text::numbers::parse_number;
use crate::theme::Theme;

/// Makes the context of every page.
#[derive(Debug)]
pub(super) struct View<'s> {
    site: &'s Site,
    sources: &'s Sources,
    theme: &'s Theme,
    summaries: Vec<Value>,
    /// Shared values by language.
    shared: BTreeMap<String, Vec<(&'static str, Value)>>,
    /// How many pages each listing has, by the address of its first.
    pagers: BTreeMap<Route, usize>,
}

impl<'s> View<'s> {
    pub(super) fn new(
        site: &'s Site,
        sources: &'s Sources,
        theme: &'s Theme,
        jobs: &[Job],
    ) -> Self {
        let summaries = (0..site.documents.len())
            .map(|doc| summary(site, doc))
            .collect();
        let mut view = Self {
            site,
            sources,
            theme,
            summaries,
            shared: BTreeMap::new(),
            pagers: pagers(site, jobs),
        };
        let mut langs = vec![site.config.lang().to_owned()];
        langs.extend(site.config.languages.iter().cloned());
        for lang in langs {
            let shared = view.shared(&lang);
            view.shared.insert(lang, shared);
        }
        view
    }

    /// The template and the context of a job that makes a page.
    pub(super) fn page(&self, job: &Job) -> (String, Context) {
        let (template, lang, page) = match &job.kind {
            JobKind::Document { doc, page } => {
                let document = &self.site.documents[*doc];
                let lang = self.site.langs[*doc].clone();
                (template(document), lang, self.document(*doc, *page, job))
            }
            kind => {
                let (template, page) = self.built_in(kind, job);
                (
                    template.to_owned(),
                    self.site.config.lang().to_owned(),
                    page,
                )
            }
        };
        let mut context = Context::new();
        for (name, value) in &self.shared[&lang] {
            context.insert_value(*name, value.clone());
        }
        context.insert_value("root", self.root(job).into());
        context.insert_value("page", page.into());
        (template, context)
    }

    /// What stands before a root path. The page for unknown addresses is shown at any depth, so it needs the published path when there is one.
    fn root(&self, job: &Job) -> String {
        match (&job.kind, self.site.config.published_path()) {
            (JobKind::NotFound, Some(path)) => path.trim_end_matches('/').to_owned(),
            _ => job.route.to_root(),
        }
    }

    fn text(&self, lang: &str, key: &str) -> String {
        let text = |lang: &str| self.theme.strings.get(lang)?.get(key).cloned();
        text(lang)
            .or_else(|| text(self.site.config.lang()))
            .unwrap_or_else(|| key.to_owned())
    }

    // What all pages of a language share.

    fn shared(&self, lang: &str) -> Vec<(&'static str, Value)> {
        let config = &self.site.config;
        let named = |rows: &[crate::data::Named]| -> Value {
            let rows = rows.iter().map(|row| (row.id.value.clone(), value(row)));
            rows.collect::<Map2>().into_value()
        };
        let tables = self.site.data.tables.iter();
        let strings = self
            .theme
            .strings
            .get(lang)
            .or_else(|| self.theme.strings.get(config.lang()));
        vec![
            ("lang", lang.into()),
            ("site", self.site_value(lang)),
            ("t", strings.map_or_else(|| Map::new().into(), value)),
            ("sections", self.sections(lang)),
            ("groups", named(&self.site.data.groups)),
            ("topics", named(&self.site.data.topics)),
            (
                "places",
                self.site
                    .of_kind("place")
                    .map(|doc| {
                        (
                            self.site.documents[doc].id().to_owned(),
                            self.summaries[doc].clone(),
                        )
                    })
                    .collect::<Map2>()
                    .into_value(),
            ),
            (
                "data",
                tables
                    .map(|(name, node)| (name.clone(), value(node)))
                    .collect::<Map2>()
                    .into_value(),
            ),
        ]
    }

    fn site_value(&self, lang: &str) -> Value {
        let config = &self.site.config;
        let mut map = Map::new();
        map.insert("title".into(), config.title.as_str().into());
        map.insert("tagline".into(), config.description.as_str().into());
        map.insert("base_url".into(), config.base_url().into());
        map.insert("source_line".into(), config.source_line.clone().into());
        map.insert("official_platform".into(), value(&config.official_platform));
        map.insert("owner".into(), self.owner());
        map.insert("made_with_ai".into(), config.made_with_ai.into());
        map.insert("build_date".into(), self.site.view.now.iso().into());
        let entries = |links: &[crate::record::Spanned<String>]| -> Value {
            let links = links.iter().filter_map(|link| self.menu_entry(link, lang));
            links.collect::<Vec<_>>().into()
        };
        map.insert("menu".into(), entries(&config.menu));
        map.insert("footer".into(), entries(&config.footer));
        let doors = config.doors.iter().filter_map(|door| {
            let path = self.config_path(&door.link)?;
            Some(object([
                ("title", door.title.as_str().into()),
                ("text", door.text.as_str().into()),
                ("path", path.into()),
            ]))
        });
        map.insert("doors".into(), doors.collect::<Vec<_>>().into());
        map.insert("languages".into(), self.languages());
        map.into()
    }

    fn owner(&self) -> Value {
        let absent = crate::config::Owner {
            agency: None,
            person: None,
            address: None,
            phone: None,
            email: None,
            licence: None,
        };
        value(self.site.config.owner.as_ref().unwrap_or(&absent))
    }

    /// The languages that have a home page, when there are several.
    fn languages(&self) -> Value {
        let homes = self
            .site
            .sections
            .iter()
            .filter(|((_, folder), _)| folder.is_empty());
        let homes: Vec<Value> = homes
            .filter_map(|((lang, _), section)| {
                let index = section.index?;
                Some(object([
                    ("code", lang.as_str().into()),
                    ("name", self.text(lang, "language_name").into()),
                    ("path", self.site.routes[index].as_str().into()),
                ]))
            })
            .collect();
        if homes.len() > 1 {
            homes.into()
        } else {
            Vec::<Value>::new().into()
        }
    }

    fn config_path(&self, written: &str) -> Option<String> {
        let target = link::resolve(self.site, 0, written).ok()?;
        Some(link::href(self.site, &target, ""))
    }

    fn menu_entry(&self, written: &str, lang: &str) -> Option<Value> {
        let target = link::resolve(self.site, 0, written).ok()?;
        let title = match &target {
            Target::Page { doc, .. } => nav_title(&self.site.documents[*doc]),
            Target::Output(route) if *route == Route::search() => self.text(lang, "search_title"),
            Target::Output(route) if *route == Route::site_map() => {
                self.text(lang, "sitemap_title")
            }
            _ => written.to_owned(),
        };
        let path = link::href(self.site, &target, "");
        Some(object([("title", title.into()), ("path", path.into())]))
    }

    fn sections(&self, lang: &str) -> Value {
        let of_lang = self.site.sections.iter().filter(|((of, _), _)| of == lang);
        of_lang
            .map(|((_, folder), section)| (folder.clone(), self.section(folder, section)))
            .collect::<Map2>()
            .into_value()
    }

    fn section(&self, folder: &str, section: &Section) -> Value {
        let index = section.index.map(|index| &self.site.documents[index]);
        let title = index.map_or_else(|| folder.to_owned(), |d| d.meta.title.value.clone());
        object([
            ("key", folder.into()),
            (
                "nav_title",
                index.map_or_else(|| title.clone(), nav_title).into(),
            ),
            ("title", title.into()),
            (
                "path",
                section.index.map(|i| self.site.routes[i].as_str()).into(),
            ),
            (
                "description",
                index.map(|d| d.meta.description.as_str()).into(),
            ),
            ("pages", self.list(&section.pages)),
            ("subsections", section.subsections.clone().into()),
        ])
    }

    fn list(&self, docs: &[DocId]) -> Value {
        let summaries = docs.iter().map(|&doc| self.summaries[doc].clone());
        summaries.collect::<Vec<_>>().into()
    }

    fn one(&self, doc: Option<DocId>) -> Value {
        doc.map_or_else(Value::none, |doc| self.summaries[doc].clone())
    }

    // The page of a document.

    fn document(&self, doc: DocId, number: usize, job: &Job) -> Map {
        let document = &self.site.documents[doc];
        let site = self.site;
        let to_root = job.route.to_root();
        let mut page = self.frame(
            &document.meta.title,
            Some(document.meta.description.as_str()),
            document.kind.name(),
            &job.route,
        );
        let html = self.body(doc, &to_root);
        page.insert("body_html".into(), Value::safe_string(&html.body));
        page.insert("toc".into(), nest(&html.toc));
        page.insert("lang".into(), site.langs[doc].as_str().into());
        page.insert("date".into(), value(&document.meta.date));
        page.insert(
            "updated".into(),
            value(&document.meta.updated.or(document.meta.date)),
        );
        page.insert("draft".into(), document.meta.draft.into());
        page.insert("breadcrumb".into(), self.breadcrumb(doc));
        page.insert("translations".into(), self.translations(doc));
        let places = document.meta.places.iter();
        let places: Vec<DocId> = places.filter_map(|id| site.named("place", id)).collect();
        page.insert("places".into(), self.list(&places));
        page.insert("audience".into(), value(&document.meta.audience));
        page.insert("topics".into(), value(&document.meta.topics));
        page.insert("sources".into(), self.source_links(doc, &to_root));
        page.insert(
            "reviewed_by".into(),
            document.meta.reviewed_by.clone().into(),
        );
        page.insert("reviewed_on".into(), value(&document.meta.reviewed_on));
        let with_ai = document
            .meta
            .made_with_ai
            .unwrap_or(site.config.made_with_ai);
        page.insert("made_with_ai".into(), with_ai.into());
        let extra = document.meta.extra.as_ref();
        page.insert(
            "extra".into(),
            extra.map_or_else(|| Map::new().into(), value),
        );
        let backlinks: Vec<DocId> = site.backlinks[doc].iter().copied().collect();
        page.insert("backlinks".into(), self.list(&backlinks));
        self.neighbours(doc, &mut page);
        self.kind(doc, number, &mut page);
        page
    }

    /// The values that every page has, with nothing in those that only documents fill.
    fn frame(&self, title: &str, description: Option<&str>, kind: &str, route: &Route) -> Map {
        let mut page = Map::new();
        page.insert("title".into(), title.into());
        page.insert("description".into(), description.into());
        page.insert("kind".into(), kind.to_owned().into());
        page.insert("path".into(), route.as_str().into());
        page.insert(
            "url".into(),
            route.under(&self.site.config.base_url()).into(),
        );
        page.insert("lang".into(), self.site.config.lang().into());
        page.insert("made_with_ai".into(), false.into());
        page.insert("draft".into(), false.into());
        page.insert("noindex".into(), false.into());
        page.insert("body_html".into(), "".into());
        for absent in [
            "date",
            "reviewed_by",
            "reviewed_on",
            "section",
            "previous",
            "next",
            "pager",
            "schedule",
        ] {
            page.insert(absent.into(), Value::none());
        }
        page.insert("updated".into(), self.site.view.now.iso().into());
        for empty in [
            "toc",
            "translations",
            "places",
            "audience",
            "topics",
            "sources",
            "backlinks",
            "pages",
            "subsections",
        ] {
            page.insert(empty.into(), Vec::<Value>::new().into());
        }
        page.insert("extra".into(), Map::new().into());
        page.insert("breadcrumb".into(), vec![self.home_crumb()].into());
        page
    }

    fn body(&self, doc: DocId, to_root: &str) -> Html {
        let document = &self.site.documents[doc];
        let source = self.sources.get(document.file);
        let body = markdown::parse(
            &source.text,
            document.body_start,
            document.file,
            &mut Vec::new(),
        );
        let page = PageOf {
            view: self,
            doc,
            to_root,
        };
        match &document.kind {
            Kind::Plan(_) => {
                let tree = clause::parse(&body, &source.text, document.file);
                html::plan(&body, &tree, &page)
            }
            _ => html::body(&body, &page),
        }
    }

    fn home_crumb(&self) -> Value {
        let title = self.text(self.site.config.lang(), "home");
        object([("title", title.into()), ("path", "/".into())])
    }

    fn breadcrumb(&self, doc: DocId) -> Value {
        let (lang, mut folder) = self.site.section_of(doc);
        let mut crumbs = Vec::new();
        loop {
            let key: SectionKey = (lang.clone(), folder.clone());
            if let Some(index) = self.site.sections.get(&key).and_then(|s| s.index)
                && index != doc
            {
                let title = if folder.is_empty() {
                    self.text(&lang, "home")
                } else {
                    nav_title(&self.site.documents[index])
                };
                let path = self.site.routes[index].as_str();
                crumbs.push(object([("title", title.into()), ("path", path.into())]));
            }
            match folder.rsplit_once('/') {
                Some((above, _)) => folder = above.to_owned(),
                None if !folder.is_empty() => folder.clear(),
                None => break,
            }
        }
        crumbs.reverse();
        crumbs.into()
    }

    fn translations(&self, doc: DocId) -> Value {
        let others = self.site.translations(doc).map(|other| {
            let lang = self.site.langs[other].as_str();
            object([
                ("lang", lang.into()),
                ("name", self.text(lang, "language_name").into()),
                ("path", self.site.routes[other].as_str().into()),
            ])
        });
        others.collect::<Vec<_>>().into()
    }

    fn source_links(&self, doc: DocId, to_root: &str) -> Value {
        let sources = &self.site.documents[doc].meta.sources;
        let links = sources.iter().map(|source| {
            let link = source.link.as_ref().and_then(|link| {
                let target = link::resolve(self.site, doc, link).ok()?;
                Some(link::href(self.site, &target, to_root))
            });
            object([
                ("title", source.title.as_str().into()),
                ("link", link.into()),
                ("note", source.note.clone().into()),
            ])
        });
        links.collect::<Vec<_>>().into()
    }

    /// The section and the documents before and after this one in it.
    fn neighbours(&self, doc: DocId, page: &mut Map) {
        let document = &self.site.documents[doc];
        if document.path.is_section() {
            return;
        }
        let key = self.site.section_of(doc);
        let section = &self.site.sections[&key];
        let at = section.pages.iter().position(|&other| other == doc);
        let at = at.expect("a document stands in its section");
        let before = at.checked_sub(1).map(|at| section.pages[at]);
        page.insert("previous".into(), self.one(before));
        page.insert("next".into(), self.one(section.pages.get(at + 1).copied()));
        if let Some(index) = section.index.filter(|_| !key.1.is_empty()) {
            let title = nav_title(&self.site.documents[index]);
            let path = self.site.routes[index].as_str();
            let value = object([
                ("key", key.1.into()),
                ("title", title.into()),
                ("path", path.into()),
            ]);
            page.insert("section".into(), value);
        }
    }

    // What each kind adds.

    fn kind(&self, doc: DocId, number: usize, page: &mut Map) {
        let document = &self.site.documents[doc];
        match &document.kind {
            Kind::Plan(plan) => drop(page.insert("plan".into(), self.plan(plan))),
            Kind::Place(place) => self.place(doc, place, page),
            Kind::Model(model) => drop(page.insert("model".into(), self.model(document, model))),
            Kind::Lesson(lesson) => drop(page.insert("lesson".into(), self.lesson(lesson))),
            Kind::Event(event) => drop(page.insert("event".into(), self.event(event))),
            Kind::Section(_) => self.listing(doc, number, page),
            Kind::Article(_) => {}
        }
    }

    fn plan(&self, plan: &Plan) -> Value {
        let mut map = map(plan);
        map.insert("targets".into(), self.targets(&plan.targets));
        map.into()
    }

    fn targets(&self, targets: &[PlanTarget]) -> Value {
        let targets = targets.iter().map(|target| -> Value {
            let mut map = map(target);
            let group = self.site.data.group(&target.group);
            let name = group.map_or_else(|| target.group.value.clone(), |group| group.name.clone());
            map.insert("group_name".into(), name.into());
            map.insert("number".into(), parse_number(&target.value).into());
            map.into()
        });
        targets.collect::<Vec<_>>().into()
    }

    fn place(&self, doc: DocId, place: &Place, page: &mut Map) {
        let named = |id: &str| self.site.named("place", id);
        let mut map = map(place);
        let parent = place.parent.as_ref().and_then(|id| named(id));
        map.insert("parent".into(), self.one(parent));
        let successor = place.successor.as_ref();
        let successor_doc = successor.and_then(|s| named(&s.place));
        if let (Some(successor), Some(next)) = (successor, successor_doc) {
            let value = object([
                ("place", self.summaries[next].clone()),
                ("from", successor.from.iso().into()),
                ("by", successor.by.clone().into()),
            ]);
            map.insert("successor".into(), value);
        }
        let mut predecessor_docs = Vec::new();
        let predecessors = place.predecessors.iter().map(|predecessor| -> Value {
            let mut map = self::map(predecessor);
            let before = predecessor.place.as_ref().and_then(|id| named(id));
            predecessor_docs.extend(before.filter(|&before| before != doc));
            map.insert(
                "place".into(),
                self.one(before.filter(|&before| before != doc)),
            );
            map.into()
        });
        let predecessors: Vec<Value> = predecessors.collect();
        map.insert("predecessors".into(), predecessors.into());
        page.insert("place".into(), map.into());

        let plans = self.concerning(doc, "plan");
        page.insert("plans".into(), self.with_targets(&plans));
        page.insert("models".into(), self.models_of(&plans));
        page.insert("events".into(), self.list(&self.concerning(doc, "event")));
        let of = |places: &[DocId]| -> Vec<DocId> {
            let plans = places
                .iter()
                .flat_map(|&place| self.concerning(place, "plan"));
            plans
                .filter(|plan| !self.concerning(doc, "plan").contains(plan))
                .collect()
        };
        let after: Vec<DocId> = successor_doc.into_iter().collect();
        page.insert("successor_plans".into(), self.list(&of(&after)));
        page.insert(
            "predecessor_plans".into(),
            self.list(&of(&predecessor_docs)),
        );
    }

    /// Documents of a kind that say they hold for `place`, in the order of their section.
    fn concerning(&self, place: DocId, kind: &str) -> Vec<DocId> {
        let id = self.site.documents[place].id();
        let documents = self.site.of_kind(kind);
        documents
            .filter(|&doc| {
                self.site.documents[doc]
                    .meta
                    .places
                    .iter()
                    .any(|known| known.value == id)
            })
            .collect()
    }

    fn with_targets(&self, plans: &[DocId]) -> Value {
        let plans = plans.iter().map(|&doc| -> Value {
            let mut map = self.summaries[doc].as_map().cloned().unwrap_or_default();
            if let Kind::Plan(plan) = &self.site.documents[doc].kind {
                map.insert("targets".into(), self.targets(&plan.targets));
            }
            map.into()
        });
        plans.collect::<Vec<_>>().into()
    }

    fn models_of(&self, plans: &[DocId]) -> Value {
        let named = |plan: &str| {
            plans
                .iter()
                .any(|&doc| self.site.documents[doc].id() == plan)
        };
        let models: Vec<DocId> = self
            .site
            .of_kind("model")
            .filter(|&doc| match &self.site.documents[doc].kind {
                Kind::Model(model) => model.wordings.iter().any(|wording| named(&wording.plan)),
                _ => false,
            })
            .collect();
        self.list(&models)
    }

    fn model(&self, document: &Document, model: &Model) -> Value {
        let mut map = map(model);
        map.insert(
            "drawing".into(),
            drawing(self.site, document, model.drawing.as_ref()),
        );
        let numbers = model
            .numbers
            .iter()
            .map(|number| self.with_plan(map_of(number), &number.plan));
        map.insert("numbers".into(), numbers.collect::<Vec<_>>().into());
        let wordings = model
            .wordings
            .iter()
            .map(|wording| self.with_plan(map_of(wording), &wording.plan));
        map.insert("wordings".into(), wordings.collect::<Vec<_>>().into());
        let lessons = model
            .lessons
            .iter()
            .filter_map(|id| self.site.named("lesson", id));
        map.insert("lessons".into(), self.list(&lessons.collect::<Vec<_>>()));
        map.into()
    }

    /// Puts the summary of a plan in the place of its name.
    fn with_plan(&self, mut map: Map, plan: &str) -> Value {
        map.insert("plan".into(), self.one(self.site.named("plan", plan)));
        map.into()
    }

    fn clause_refs(&self, refs: &[ClauseRef]) -> Value {
        let refs = refs
            .iter()
            .map(|clause| self.with_plan(map_of(clause), &clause.plan));
        refs.collect::<Vec<_>>().into()
    }

    fn lesson(&self, lesson: &Lesson) -> Value {
        let mut map = map(lesson);
        map.insert("plan_refs".into(), self.clause_refs(&lesson.plan_refs));
        let models = lesson
            .models
            .iter()
            .filter_map(|id| self.site.named("model", id));
        map.insert("models".into(), self.list(&models.collect::<Vec<_>>()));
        map.into()
    }

    fn event(&self, event: &Event) -> Value {
        let mut map = map(event);
        map.insert("plan_refs".into(), self.clause_refs(&event.plan_refs));
        map.insert("next".into(), value(&next_day(event, self.site.view.now)));
        map.insert("state".into(), state(event, self.site.view.now).into());
        map.into()
    }

    // Listings.

    fn listing(&self, doc: DocId, number: usize, page: &mut Map) {
        let document = &self.site.documents[doc];
        let Kind::Section(config) = &document.kind else {
            return;
        };
        let key = (self.site.langs[doc].clone(), document.path.folder.clone());
        let section = &self.site.sections[&key];
        let listed = document.meta.template.is_none();
        let size = self.site.page_size(config.paginate_by).filter(|_| listed);
        self.entries(&section.pages, size, number, &self.site.routes[doc], page);
        let subsections = section.subsections.iter().filter_map(|folder| {
            let key = (key.0.clone(), folder.clone());
            let index = self.site.sections.get(&key)?.index?;
            let meta = &self.site.documents[index].meta;
            Some(object([
                ("title", meta.title.as_str().into()),
                ("path", self.site.routes[index].as_str().into()),
                ("description", meta.description.as_str().into()),
            ]))
        });
        page.insert("subsections".into(), subsections.collect::<Vec<_>>().into());
        page.insert("schedule".into(), self.schedule(&section.pages));
    }

    /// One page of a listing and the way to the others.
    fn entries(
        &self,
        all: &[DocId],
        size: Option<usize>,
        number: usize,
        first: &Route,
        page: &mut Map,
    ) {
        let shown = match size {
            Some(size) => all.chunks(size).nth(number - 1).unwrap_or(&[]),
            None => all,
        };
        page.insert("pages".into(), self.list(shown));
        let count = self.pagers.get(first).copied().unwrap_or(1);
        if count > 1 {
            page.insert("pager".into(), pager(first, number, count));
        }
    }

    /// The events of a section by their time, and the yearly day they belong to.
    fn schedule(&self, pages: &[DocId]) -> Value {
        let now = self.site.view.now;
        let events: Vec<(DocId, &Event)> = pages
            .iter()
            .filter_map(|&doc| match &self.site.documents[doc].kind {
                Kind::Event(event) => Some((doc, &**event)),
                _ => None,
            })
            .collect();
        if events.is_empty() {
            return Value::none();
        }
        let rule: Option<DayMonth> = events.iter().find_map(|(_, e)| e.rule.as_ref()?.yearly);
        let of = |wanted: &str| {
            let mut docs: Vec<(DocId, &Event)> = events
                .iter()
                .copied()
                .filter(|(_, e)| state(e, now) == wanted)
                .collect();
            docs.sort_by_key(|(doc, event)| (event.start.as_ref().map(|start| start.value), *doc));
            self.list(&docs.into_iter().map(|(doc, _)| doc).collect::<Vec<_>>())
        };
        object([
            ("next", value(&rule.and_then(|rule| rule.next(now)))),
            ("previous", value(&rule.and_then(|rule| rule.previous(now)))),
            ("coming", of("coming")),
            ("now", of("now")),
            ("past", of("past")),
            ("recurring", of("undated")),
            ("as_of", now.iso().into()),
        ])
    }

    // Pages that no document stands for.

    fn built_in(&self, kind: &JobKind, job: &Job) -> (&'static str, Map) {
        let lang = self.site.config.lang();
        let frame = |name: &str| {
            let text = |part: &str| self.text(lang, &format!("{name}_{part}"));
            self.frame(&text("title"), Some(&text("description")), name, &job.route)
        };
        match kind {
            JobKind::Taxonomy(taxonomy) => ("taxonomy.html", self.taxonomy(*taxonomy, job)),
            JobKind::Term {
                taxonomy,
                term,
                page,
            } => ("term.html", self.term(*taxonomy, *term, *page, job)),
            JobKind::Index => {
                let mut page = frame("search");
                let kind_name = |kind: &str| self.text(lang, &format!("kind_{kind}"));
                page.insert("letters".into(), index::letters(self.site, lang, kind_name));
                ("index.html", page)
            }
            JobKind::SiteMap => {
                let mut page = frame("sitemap");
                page.insert("tree".into(), index::tree(self.site, lang));
                ("sitemap.html", page)
            }
            JobKind::Redirect(doc) => {
                let document = &self.site.documents[*doc];
                let route = &self.site.routes[*doc];
                let mut page = self.frame(&document.meta.title, None, "redirect", route);
                page.insert("target".into(), route.as_str().into());
                ("redirect.html", page)
            }
            _ => {
                let mut page = frame("not_found");
                page.insert("noindex".into(), true.into());
                ("404.html", page)
            }
        }
    }

    fn taxonomy(&self, taxonomy: usize, job: &Job) -> Map {
        let config = &self.site.config.taxonomies[taxonomy];
        let mut page = self.frame(&config.title, None, "taxonomy", &job.route);
        let terms = self.site.terms[taxonomy].iter().map(|term| {
            let route = Route::page([config.name.as_str(), term.slug.as_str()]);
            object([
                ("title", term.name.as_str().into()),
                ("path", route.as_str().into()),
                ("count", term.pages.len().into()),
            ])
        });
        page.insert("terms".into(), terms.collect::<Vec<_>>().into());
        page
    }

    fn term(&self, taxonomy: usize, term: usize, number: usize, job: &Job) -> Map {
        let config = &self.site.config.taxonomies[taxonomy];
        let term = &self.site.terms[taxonomy][term];
        let title = format!("{}: {}", config.title, term.name);
        let mut page = self.frame(&title, None, "term", &job.route);
        let above = Route::page([config.name.as_str()]);
        let crumb = object([
            ("title", config.title.as_str().into()),
            ("path", above.as_str().into()),
        ]);
        page.insert("breadcrumb".into(), vec![self.home_crumb(), crumb].into());
        let first = Route::page([config.name.as_str(), term.slug.as_str()]);
        let size = self.site.page_size(config.paginate_by);
        self.entries(&term.pages, size, number, &first, &mut page);
        page
    }
}

/// What the HTML writer asks about the page of a document.
struct PageOf<'v> {
    view: &'v View<'v>,
    doc: DocId,
    to_root: &'v str,
}

impl Page for PageOf<'_> {
    fn href(&self, written: &str) -> String {
        match link::resolve(self.view.site, self.doc, written) {
            // On the same page the anchor alone is enough.
            Ok(Target::Page {
                doc,
                anchor: Some(anchor),
            }) if doc == self.doc => format!("#{anchor}"),
            Ok(target) => link::href(self.view.site, &target, self.to_root),
            // Told by the check; the words stay readable.
            Err(_) => written.to_owned(),
        }
    }

    fn picture_size(&self, written: &str) -> Option<(u32, u32)> {
        let document = &self.view.site.documents[self.doc];
        let path = link::beside(document, written);
        self.view.site.assets.get(&path)?.size
    }

    fn text(&self, key: &str) -> String {
        self.view.text(&self.view.site.langs[self.doc], key)
    }

    fn doubts(&self, address: &str) -> Vec<String> {
        match &self.view.site.documents[self.doc].kind {
            Kind::Plan(plan) => {
                let doubts = plan.doubts.iter();
                let here = doubts.filter(|doubt| *doubt.clause == address);
                here.map(|doubt| doubt.text.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Collects pairs into a template's map in their order.
#[derive(Default)]
struct Map2(Map);

impl Map2 {
    fn into_value(self) -> Value {
        self.0.into()
    }
}

impl FromIterator<(String, Value)> for Map2 {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter().map(|(key, value)| (key.into(), value));
        Self(pairs.collect())
    }
}

fn value<T: Serialize + ?Sized>(of: &T) -> Value {
    Value::from_serializable(of)
}

fn map<T: Serialize>(of: &T) -> Map {
    value(of).into_map().expect("a record is a map")
}

fn map_of<T: Serialize>(of: &T) -> Map {
    map(of)
}

fn object<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    let pairs = pairs.into_iter().map(|(key, value)| (key.into(), value));
    pairs.collect::<Map>().into()
}

fn nav_title(document: &Document) -> String {
    match &document.kind {
        Kind::Section(section) => section.nav_title.clone(),
        _ => None,
    }
    .unwrap_or_else(|| document.meta.title.value.clone())
}

fn template(document: &Document) -> String {
    if let Some(template) = &document.meta.template {
        return template.value.clone();
    }
    match document.kind {
        Kind::Article(_) => "page.html".to_owned(),
        _ => format!("{}.html", document.kind.name()),
    }
}

fn summary(site: &Site, doc: DocId) -> Value {
    let document = &site.documents[doc];
    let meta = &document.meta;
    object([
        ("title", meta.title.as_str().into()),
        ("path", site.routes[doc].as_str().into()),
        ("description", meta.description.as_str().into()),
        ("kind", document.kind.name().into()),
        ("lang", site.langs[doc].as_str().into()),
        ("date", value(&meta.date)),
        ("updated", value(&meta.updated)),
        ("weight", meta.weight.into()),
        ("draft", meta.draft.into()),
        ("places", value(&meta.places)),
        ("audience", value(&meta.audience)),
        (
            "topics",
            match &meta.topics {
                Topics::Whole(topics) => value(topics),
                _ => Vec::<Value>::new().into(),
            },
        ),
        ("facts", facts(site, document)),
    ])
}

/// What a list shows of a document beyond its title.
fn facts(site: &Site, document: &Document) -> Value {
    match &document.kind {
        Kind::Plan(plan) => object([
            ("number", plan.number.clone().into()),
            ("issuer", plan.issuer.as_str().into()),
            ("issued", value(&plan.issued)),
            ("level", value(&plan.level)),
            ("side", value(&plan.side)),
        ]),
        Kind::Place(place) => object([
            ("full_name", place.full_name.as_str().into()),
            ("unit", value(&place.unit)),
            ("level", value(&place.level)),
            ("code", place.code.clone().into()),
            ("parent", value(&place.parent)),
            ("valid_to", value(&place.valid_to)),
            ("successor", successor(site, place)),
            ("other_names", place.other_names.clone().into()),
        ]),
        Kind::Model(model) => object([
            ("drawing", drawing(site, document, model.drawing.as_ref())),
            ("in_short", model.in_short.clone().into()),
        ]),
        Kind::Lesson(lesson) => object([
            ("minutes", lesson.minutes.into()),
            ("device", value(&lesson.device)),
            ("goal", lesson.goal.clone().into()),
            ("checked_on", value(&lesson.checked_on)),
        ]),
        Kind::Event(event) => {
            let mut facts = Map::new();
            let all = map(event);
            for key in [
                "series", "rule", "start", "end", "all_day", "format", "status", "venues",
            ] {
                facts.insert(key.into(), all[&tera::value::Key::from(key)].clone());
            }
            facts.insert("next".into(), value(&next_day(event, site.view.now)));
            facts.insert("state".into(), state(event, site.view.now).into());
            facts.into()
        }
        Kind::Article(_) | Kind::Section(_) => Map::new().into(),
    }
}

/// A successor in a summary: its name stands in for its own summary, which may not exist yet.
fn successor(site: &Site, place: &Place) -> Value {
    let Some(successor) = &place.successor else {
        return Value::none();
    };
    let next = site.named("place", &successor.place);
    let (title, path) = match next {
        Some(doc) => (
            match &site.documents[doc].kind {
                Kind::Place(next) => next.full_name.clone(),
                _ => site.documents[doc].meta.title.value.clone(),
            },
            site.routes[doc].as_str(),
        ),
        None => (successor.place.value.clone(), ""),
    };
    object([
        (
            "place",
            object([("title", title.into()), ("path", path.into())]),
        ),
        ("from", successor.from.iso().into()),
        ("by", successor.by.clone().into()),
    ])
}

fn drawing(site: &Site, document: &Document, drawing: Option<&Drawing>) -> Value {
    let Some(drawing) = drawing else {
        return Value::none();
    };
    let Some(asset) = site.assets.get(&link::beside(document, &drawing.file)) else {
        return Value::none();
    };
    object([
        ("path", asset.route().as_str().into()),
        ("alt", drawing.alt.as_str().into()),
        ("caption", drawing.caption.clone().into()),
        ("width", asset.size.map(|(width, _)| width).into()),
        ("height", asset.size.map(|(_, height)| height).into()),
    ])
}

/// The next day of a yearly rule.
fn next_day(event: &Event, now: Date) -> Option<Date> {
    event.rule.as_ref()?.yearly?.next(now)
}

/// Where an event stands on the day of the build; an event without a date of its own is never coming or past.
fn state(event: &Event, now: Date) -> &'static str {
    let Some(start) = &event.start else {
        return "undated";
    };
    let end = event.end.as_ref().unwrap_or(start);
    if start.date > now {
        "coming"
    } else if end.date < now {
        "past"
    } else {
        "now"
    }
}

/// The entries of a table of contents below each other.
fn nest(toc: &[TocEntry]) -> Value {
    let mut entries = Vec::new();
    let mut rest = toc;
    while let Some((first, below)) = rest.split_first() {
        let children = below
            .iter()
            .take_while(|entry| entry.level > first.level)
            .count();
        entries.push(object([
            ("id", first.id.as_str().into()),
            ("level", u32::from(first.level).into()),
            ("title_html", Value::safe_string(&first.title_html)),
            ("children", nest(&below[..children])),
        ]));
        rest = &below[children..];
    }
    entries.into()
}

/// Counts the pages of every listing.
fn pagers(site: &Site, jobs: &[Job]) -> BTreeMap<Route, usize> {
    let mut pagers: BTreeMap<Route, usize> = BTreeMap::new();
    for job in jobs {
        let (first, page) = match &job.kind {
            JobKind::Document { doc, page } => (site.routes[*doc].clone(), *page),
            JobKind::Term {
                taxonomy,
                term,
                page,
            } => {
                let config = &site.config.taxonomies[*taxonomy];
                let term = &site.terms[*taxonomy][*term];
                (
                    Route::page([config.name.as_str(), term.slug.as_str()]),
                    *page,
                )
            }
            _ => continue,
        };
        let count = pagers.entry(first).or_insert(page);
        *count = page.max(*count);
    }
    pagers
}

fn pager(first: &Route, number: usize, count: usize) -> Value {
    let path = |number: usize| Value::from(first.pager(number).as_str());
    let pages = (1..=count).map(|n| object([("number", n.into()), ("path", path(n))]));
    object([
        ("number", number.into()),
        ("count", count.into()),
        ("previous", (number > 1).then(|| path(number - 1)).into()),
        ("next", (number < count).then(|| path(number + 1)).into()),
        ("pages", pages.collect::<Vec<_>>().into()),
    ])
}
