//! The page of a document: its body, its place in the site, what is known about its making.

use tera::{Map, Value};

use super::View;
use super::shared::nav_title;
use super::value::{object, value};
use crate::kind::Kind;
use crate::parse::citation::Citation;
use crate::parse::reference::Own;
use crate::parse::{clause, markdown};
use crate::plan::Job;
use crate::render::html::{self, Html, Page, Picture, TocEntry};
use crate::resolve::link::{self, Target};
use crate::route::Route;
use crate::site::{Asset, DocId, SectionKey};
use crate::text::slug::slug;

impl View<'_> {
    pub(super) fn document(&self, doc: DocId, number: usize, job: &Job) -> Map {
        let document = &self.site.documents[doc];
        let site = self.site;
        let to_root = job.route.to_root();
        let mut page = self.frame_of(
            &document.meta.title,
            Some(document.meta.description.as_str()),
            document.kind.name(),
            &job.route,
        );
        let html = self.body(doc, &to_root);
        page.insert("written".into(), true.into());
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
        page.insert("terms".into(), self.terms_of(doc));
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
        if matches!(document.kind, Kind::Section(_)) && !site.dated(doc).is_empty() {
            page.insert("feed".into(), site.routes[doc].as_str().into());
        }
        self.neighbours(doc, &mut page);
        self.kind(doc, number, &mut page);
        page
    }

    pub(super) fn body(&self, doc: DocId, to_root: &str) -> Html {
        let document = &self.site.documents[doc];
        let known = self.sources.get(document.file);
        let source = self.text.as_ref().unwrap_or(known);
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
                html::plan(
                    &body,
                    &tree,
                    &document.facts,
                    Own::of(&document.kind),
                    &page,
                )
            }
            _ => html::body(&body, &document.facts.anchors, &page),
        }
    }

    pub(super) fn home_crumb(&self) -> Value {
        let title = self.text(self.site.config.lang(), "home");
        object([("title", title.into()), ("path", "/".into())])
    }

    pub(super) fn breadcrumb(&self, doc: DocId) -> Value {
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

    pub(super) fn translations(&self, doc: DocId) -> Value {
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

    /// The terms that the document has in each taxonomy of the configuration.
    fn terms_of(&self, doc: DocId) -> Value {
        let written = &self.site.documents[doc].meta.taxonomies;
        let terms = self.site.config.taxonomies.iter().flat_map(|taxonomy| {
            let names = written.get(&taxonomy.name).into_iter().flatten();
            names.map(|name| {
                let route = Route::page([taxonomy.name.as_str(), slug(name).as_str()]);
                object([
                    ("title", name.as_str().into()),
                    ("path", route.as_str().into()),
                    ("taxonomy", taxonomy.name.as_str().into()),
                ])
            })
        });
        terms.collect::<Vec<_>>().into()
    }

    pub(super) fn source_links(&self, doc: DocId, to_root: &str) -> Value {
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
    pub(super) fn neighbours(&self, doc: DocId, page: &mut Map) {
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

    fn picture(&self, written: &str) -> Picture {
        let site = self.view.site;
        let asset = match link::resolve(site, self.doc, written) {
            Ok(Target::Output(route)) => site.assets.get(route.as_str().trim_start_matches('/')),
            _ => None,
        };
        let smaller = asset.map(Asset::smaller).unwrap_or_default();
        let href = |route: &Route| format!("{}{}", self.to_root, route.href());
        // Those who know of one width only get that of most phones.
        let usual = smaller
            .iter()
            .find(|(width, _)| *width >= 800)
            .or(smaller.last());
        Picture {
            src: usual.map_or_else(|| self.href(written), |(_, route)| href(route)),
            size: asset.and_then(|asset| asset.size),
            smaller: smaller
                .iter()
                .map(|(width, route)| (*width, href(route)))
                .collect(),
        }
    }

    fn text(&self, key: &str) -> String {
        self.view.text(&self.view.site.langs[self.doc], key)
    }

    fn citation_name(&self) -> String {
        let document = &self.view.site.documents[self.doc];
        match &document.kind {
            Kind::Plan(plan) if plan.number.is_some() => {
                let number = plan.number.as_deref().unwrap_or_default();
                self.text("plan_citation").replace("{number}", number)
            }
            _ => document.meta.title.value.clone(),
        }
    }

    fn cited(&self, number: &str, citation: &Citation) -> Option<String> {
        let row = self.view.site.cited(number, &citation.with)?;
        let id = &self.view.site.data.documents[row].id;
        Some(format!(
            "{}{}#{}",
            self.to_root,
            Route::documents(),
            id.value
        ))
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
