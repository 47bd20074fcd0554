//! What templates see.
//!
//! What all pages share (the site, the sections, the texts, a summary of every document) is made once and handed on by
//! reference count; a page's own context is the page itself.

mod agencies;
mod agenda;
mod announce;
mod calendar;
mod card;
mod changes;
mod data;
mod document;
mod documents;
mod due;
mod identity;
mod kinds;
mod listing;
mod machine;
mod poster;
mod programme;
mod shared;
mod structured;
mod summary;
mod targets;
mod tasks;
mod topics;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::RandomState;
use std::ops::Index;
use std::sync::{Arc, LazyLock, OnceLock};

use tera::{Context, Map, Value};

use super::{index, qr};
use crate::document::Document;
use crate::kind::Kind;
use crate::list::List;
use crate::picture::Card;
use crate::plan::{FeedForm, Job, JobKind, Programme};
use crate::route::Route;
use crate::site::{DocId, Edit, SectionKey, Site};
use crate::source::{SourceFile, Sources};
use crate::tables::published::Published;
use crate::theme::Theme;

pub(super) use data::file;
use listing::pagers;
use summary::summary;
use value::object;

/// What the pages of a site share, made when it is first asked for. What an edit leaves as it is is shared with the site before.
#[derive(Debug, Clone)]
pub(super) struct Pages {
    summaries: List<OnceLock<Value>>,
    ranks: Arc<OnceLock<Vec<usize>>>,
    sections: BTreeMap<SectionKey, Arc<OnceLock<Value>>>,
    /// The tasks of the site, each of which stands on several pages.
    tasks: Arc<Vec<OnceLock<Value>>>,
    /// What is made of the tables alone.
    tables: Arc<OnceLock<Named>>,
    /// Shared values by language.
    shared: BTreeMap<String, Arc<OnceLock<Named>>>,
    of_jobs: Arc<OfJobs>,
}

/// Values by the names that templates know them by.
type Named = Vec<(&'static str, Value)>;

/// What is read off the list of outputs.
#[derive(Debug, Default)]
struct OfJobs {
    pagers: OnceLock<BTreeMap<Route, usize>>,
    calendars: OnceLock<BTreeSet<Route>>,
    programmes: OnceLock<Vec<Programme>>,
}

impl Pages {
    pub(super) fn new(site: &Site) -> Self {
        let languages = site.config.languages.iter().map(|lang| lang.as_str());
        let langs = std::iter::once(site.config.lang()).chain(languages);
        let sections = site.sections.keys();
        Self {
            summaries: site.documents.iter().map(|_| OnceLock::new()).collect(),
            ranks: Arc::default(),
            sections: sections.map(|key| (key.clone(), Arc::default())).collect(),
            tasks: unmade(site),
            tables: Arc::default(),
            shared: langs
                .map(|lang| (lang.to_owned(), Arc::default()))
                .collect(),
            of_jobs: Arc::default(),
        }
    }

    /// For the same documents in another theme, whose texts may be others.
    pub(super) fn in_theme(&self) -> Self {
        let langs = self.shared.keys();
        Self {
            shared: langs.map(|lang| (lang.clone(), Arc::default())).collect(),
            ..self.clone()
        }
    }

    /// For the site after an edit.
    pub(super) fn edited(&self, site: &Site, edit: &Edit) -> Self {
        let mut pages = self.in_theme();
        // They name bodies by the titles of their places.
        pages.tasks = unmade(site);
        if edit.places {
            pages.ranks = Arc::default();
        }
        let edited = edit.documents.iter().map(|(doc, _)| *doc);
        let beside = summary::resting_on_others(site, edit);
        for doc in edited.chain(beside) {
            pages.summaries.set(doc, OnceLock::new());
            let path = &site.documents[doc].path;
            let own = (site.langs[doc].clone(), path.folder.clone());
            let own = path.is_section().then_some(own);
            for key in own.into_iter().chain([site.section_of(doc)]) {
                if let Some(section) = pages.sections.get_mut(&key) {
                    *section = Arc::default();
                }
            }
        }
        pages
    }
}

fn unmade(site: &Site) -> Arc<Vec<OnceLock<Value>>> {
    Arc::new(site.tasks.iter().map(|_| OnceLock::new()).collect())
}

/// The short form of every document.
#[derive(Debug)]
struct Summaries<'s> {
    site: &'s Site,
    ranks: &'s [usize],
    made: &'s List<OnceLock<Value>>,
}

impl Index<DocId> for Summaries<'_> {
    type Output = Value;

    fn index(&self, doc: DocId) -> &Value {
        self.made[doc].get_or_init(|| summary(self.site, doc, self.ranks[doc]))
    }
}

/// What a page is made of.
#[derive(Debug)]
pub(super) struct PageOf {
    pub(super) template: String,
    pub(super) context: Context,
    /// The picture that stands for it where it is shared, with the address.
    pub(super) card: Option<(Route, Card)>,
}

/// Makes the context of every page.
#[derive(Debug)]
pub(super) struct View<'s> {
    site: &'s Site,
    sources: &'s Sources,
    theme: &'s Theme,
    summaries: Summaries<'s>,
    /// The place of every event in the order of lists.
    ranks: &'s [usize],
    pages: &'s Pages,
    /// How many pages each listing has, by the address of its first.
    pagers: &'s BTreeMap<Route, usize>,
    /// The addresses of all calendars.
    calendars: &'s BTreeSet<Route>,
    /// Every programme, in the order of the plan.
    programmes: &'s [Programme],
    jobs: &'s [Job],
    tables: &'s OnceLock<Vec<Published>>,
    /// The text of the document whose page is made, if it is not among the sources.
    text: Option<SourceFile>,
}

impl<'s> View<'s> {
    pub(super) fn new(
        site: &'s Site,
        sources: &'s Sources,
        theme: &'s Theme,
        jobs: &'s [Job],
        pages: &'s Pages,
        tables: &'s OnceLock<Vec<Published>>,
    ) -> Self {
        let ranks = pages.ranks.get_or_init(|| agenda::ranks(site));
        let of_jobs = &pages.of_jobs;
        Self {
            site,
            sources,
            theme,
            summaries: Summaries {
                site,
                ranks,
                made: &pages.summaries,
            },
            ranks,
            pages,
            pagers: of_jobs.pagers.get_or_init(|| pagers(site, jobs)),
            calendars: of_jobs.calendars.get_or_init(|| calendars(jobs)),
            programmes: of_jobs.programmes.get_or_init(|| programmes(jobs)),
            jobs,
            tables,
            text: None,
        }
    }

    pub(super) fn with_text(&self, text: Option<SourceFile>) -> Self {
        Self {
            text,
            summaries: Summaries { ..self.summaries },
            ..*self
        }
    }

    /// The template and the context of a job that makes a page, with its card if it has one.
    pub(super) fn page(&self, job: &Job) -> PageOf {
        let (template, lang, mut page) = match &job.kind {
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
        let of_tables = self.pages.tables.get_or_init(|| self.of_tables());
        let shared = self.pages.shared[&lang].get_or_init(|| self.shared(&lang));
        for (name, value) in of_tables.iter().chain(shared) {
            context.insert_value(*name, value.clone());
        }
        context.insert_value("root", self.root(job).into());
        let calendar = self.calendar_path(&job.route);
        context.insert_value("calendar", calendar.into());
        let graph = self.theme.names_graph.then(|| self.graph(&page, job));
        let graph = graph.unwrap_or_default();
        context.insert_value("graph", Value::safe_string(&graph));
        context.insert_value("qr", Value::safe_string(&self.code(job)));
        let card = self.card(&page, job);
        page.insert("share".into(), self.shared_as(card.as_ref()));
        context.insert_value("page", page.into());
        PageOf {
            template,
            context,
            card,
        }
    }

    /// The code that leads from a printed page back to its address; nothing before it is known where the site will stand, and nothing on
    /// pages that the compiler makes by itself, which are looked up and not handed round.
    fn code(&self, job: &Job) -> String {
        let handed_round = matches!(job.kind, JobKind::Document { .. });
        let published = self.site.config.published_path().is_some();
        let address = job.route.under(&self.site.config.base_url());
        let code = (handed_round && published).then(|| qr::image(&address));
        code.flatten().unwrap_or_default()
    }

    /// What stands before a root path. The page for unknown addresses is shown at any depth, so it needs the published path when there is one.
    fn root(&self, job: &Job) -> String {
        match (&job.kind, self.site.config.published_path()) {
            (JobKind::NotFound, Some(path)) => path.trim_end_matches('/').to_owned(),
            _ => job.route.to_root(),
        }
    }

    pub(super) fn text(&self, lang: &str, key: &str) -> String {
        let text = |lang: &str| self.theme.strings.get(lang)?.get(key).cloned();
        text(lang)
            .or_else(|| text(self.site.config.lang()))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The values of a page that the compiler makes by itself.
    fn frame(&self, title: &str, description: Option<&str>, kind: &str, route: &Route) -> Map {
        let mut page = self.frame_of(title, description, kind, route);
        page.insert("lang".into(), self.site.config.lang().into());
        page.insert("updated".into(), self.site.view.now.iso().into());
        page.insert("breadcrumb".into(), vec![self.home_crumb()].into());
        page
    }

    /// The values that every page has, with nothing in those that only some fill.
    fn frame_of(&self, title: &str, description: Option<&str>, kind: &str, route: &Route) -> Map {
        let mut page = BLANK.clone();
        page.insert("title".into(), title.into());
        page.insert("description".into(), description.into());
        page.insert("kind".into(), kind.to_owned().into());
        page.insert("path".into(), route.as_str().into());
        page.insert(
            "url".into(),
            route.under(&self.site.config.base_url()).into(),
        );
        page
    }

    fn built_in<'k>(&self, kind: &'k JobKind, job: &Job) -> (&'k str, Map) {
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
                let searched = self.site.config.search != Some(false);
                let files = searched.then(|| Route::search().to_string());
                page.insert("search_files".into(), files.into());
                ("index.html", page)
            }
            JobKind::SiteMap => {
                let mut page = frame("sitemap");
                page.insert("tree".into(), index::tree(self.site, lang));
                ("sitemap.html", page)
            }
            JobKind::TaskOverview => ("tasks.html", self.task_overview(frame("tasks"))),
            JobKind::Tasks(doc) => ("task_list.html", self.task_list(*doc, job)),
            JobKind::Agencies => ("agencies.html", self.agencies(frame("agencies"))),
            JobKind::Agency(agency) => ("agency.html", self.agency(*agency, job)),
            JobKind::AllTasks => ("task_all.html", self.all_tasks(job)),
            JobKind::TasksOfYear(year) => ("task_year.html", self.tasks_of_year(*year, job)),
            JobKind::Targets => ("target_page.html", self.target_page(frame("targets"))),
            JobKind::Due => ("due.html", self.due_page(frame("due"))),
            JobKind::Documents => ("documents.html", self.documents(frame("documents"))),
            JobKind::Topics => ("topics.html", self.topic_list(frame("topics"))),
            JobKind::Topic(topic) => ("topic.html", self.topic(*topic, job)),
            JobKind::Changes => ("changes.xml", self.changes(frame("changes"))),
            JobKind::Programme(programme) => ("programme.html", self.programme(programme, job)),
            JobKind::Form(agency) => ("form.html", self.form(*agency, job)),
            JobKind::DataPage => ("data.html", self.data_page(frame("data"))),
            JobKind::Feed(feed) => {
                let name = match feed.form {
                    FeedForm::Atom => "atom.xml",
                    FeedForm::Rss => "rss.xml",
                };
                (name, self.feed(feed, job))
            }
            JobKind::Offline => {
                let mut page = frame("offline");
                page.insert("noindex".into(), true.into());
                ("offline.html", page)
            }
            JobKind::Part(name) => (name, self.frame(name, None, "part", &job.route)),
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
        page.insert("moves".into(), self.moves(&term.pages).into());
        page
    }
}

/// How many keys a page has at most, about.
const KEYS: usize = 56;

/// What every page has, empty: a copy costs less than so many keys anew.
static BLANK: LazyLock<Map> = LazyLock::new(|| {
    let mut page = Map::with_capacity_and_hasher(KEYS, RandomState::default());
    let absent = [
        "title",
        "description",
        "kind",
        "path",
        "url",
        "lang",
        "date",
        "updated",
        "reviewed_by",
        "reviewed_on",
        "section",
        "previous",
        "next",
        "pager",
        "schedule",
        "feed",
    ];
    page.extend(absent.map(|key| (key.into(), Value::none())));
    let unsaid = ["made_with_ai", "draft", "moves", "noindex", "written"];
    page.extend(unsaid.map(|key| (key.into(), false.into())));
    let none = Value::from(Vec::<Value>::new());
    let empty = [
        "toc",
        "translations",
        "places",
        "audience",
        "topics",
        "sources",
        "backlinks",
        "pages",
        "subsections",
        "terms",
        "breadcrumb",
    ];
    page.extend(empty.map(|key| (key.into(), none.clone())));
    page.insert("body_html".into(), "".into());
    page.insert("extra".into(), Map::new().into());
    page
});

fn calendars(jobs: &[Job]) -> BTreeSet<Route> {
    let calendars = jobs
        .iter()
        .filter(|job| matches!(job.kind, JobKind::Calendar(_)));
    calendars.map(|job| job.route.clone()).collect()
}

fn programmes(jobs: &[Job]) -> Vec<Programme> {
    let programmes = jobs.iter().filter_map(|job| match &job.kind {
        JobKind::Programme(programme) => Some(programme.clone()),
        _ => None,
    });
    programmes.collect()
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
