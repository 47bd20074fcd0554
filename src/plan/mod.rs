//! Every output of a site as a list. Nothing is written that is not listed here.

mod files;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Styles;
use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::picture::Icon;
use crate::resolve::tree;
use crate::route::Route;
use crate::rules;
use crate::site::{DocId, Site};
use crate::source::Span;
use crate::tables;

pub use files::{
    Calendar, DataFile, Facet, Feed, FeedForm, HostFile, MapFile, OfTheme, Programme, SearchFile,
    SearchShape, TableForm,
};

/// One output to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its address.
    pub route: Route,
    /// What it is.
    pub kind: JobKind,
}

/// The kinds of output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobKind {
    /// The page of a document; `page` counts the pages of its listing from 1.
    Document {
        /// The document.
        doc: DocId,
        /// Which page of its listing.
        page: usize,
    },
    /// The terms of a taxonomy.
    Taxonomy(usize),
    /// The documents of a term.
    Term {
        /// The taxonomy's place in the configuration.
        taxonomy: usize,
        /// The term's place in the taxonomy.
        term: usize,
        /// Which page of the listing.
        page: usize,
    },
    /// All pages from A to Z, at the address of the search.
    Index,
    /// A file of the search.
    Search(SearchFile),
    /// The site map for readers.
    SiteMap,
    /// How the tasks of every plan are assigned.
    TaskOverview,
    /// The tasks of one plan.
    Tasks(DocId),
    /// Everybody who has a task.
    Agencies,
    /// The tasks of one actor, by its place in the table of agencies.
    Agency(usize),
    /// The tasks of one year.
    TasksOfYear(i16),
    /// Every task of every plan.
    AllTasks,
    /// The targets of all plans side by side.
    Targets,
    /// What is due.
    Due,
    /// The documents that plans cite.
    Documents,
    /// All topics.
    Topics,
    /// The same work across plans, by the topic's place in its table.
    Topic(usize),
    /// The list of open data tables.
    DataPage,
    /// A file of open data.
    Data(DataFile),
    /// The programme of one year of a series of events.
    Programme(Programme),
    /// A calendar to subscribe to.
    Calendar(Calendar),
    /// The feed of changes of events.
    Changes,
    /// The report form, blank or filled with what one actor has to report on.
    Form(Option<usize>),
    /// The page for addresses that do not exist.
    NotFound,
    /// A page that leads on from an old address.
    Redirect(DocId),
    /// The picture that stands for a page where it is shared, by the place of the page's job among all.
    Card(usize),
    /// A copied file of the content.
    Asset(String),
    /// A picture of the content in another width.
    Smaller {
        /// The picture's path below `content/`.
        path: String,
        /// The width in pixels.
        width: u32,
    },
    /// The mark of the site.
    Icon(Icon),
    /// A copied file of the theme.
    Static(String),
    /// A style or script of the theme that pages name instead of holding it, by the name of its template.
    Part(String),
    /// A feed of what is new in a section.
    Feed(Feed),
    /// What tells programs which pages there are.
    Map(MapFile),
    /// By what a phone puts the site beside its programs.
    Manifest,
    /// The page that stands in for others without a network.
    Offline,
    /// The script that keeps pages for when there is no network, or the one that ends it.
    Worker,
    /// What a web server is told.
    Host(HostFile),
}

impl JobKind {
    /// Whether it is made of finished pages, and so comes after them.
    pub fn is_of_pages(&self) -> bool {
        matches!(
            self,
            Self::Search(_) | Self::Worker | Self::Host(_) | Self::Card(_)
        )
    }

    /// Which page it is of a list that goes on over several.
    fn number(&self) -> usize {
        match self {
            Self::Document { page, .. } | Self::Term { page, .. } => *page,
            _ => 1,
        }
    }
}

/// Lists the outputs of `site` with those of its theme. Of two outputs at one address only the first is kept; a fault tells of the other.
pub fn jobs(site: &Site, theme: &OfTheme) -> (Vec<Job>, Vec<Diagnostic>) {
    let mut planner = Planner {
        site,
        taken: BTreeMap::new(),
        collided: BTreeSet::new(),
        jobs: Vec::new(),
        faults: Vec::new(),
    };
    for doc in 0..site.documents.len() {
        planner.document(doc);
    }
    planner.terms();
    planner.built_in();
    planner.understood();
    planner.calendars();
    planner.programmes();
    for asset in site.assets.values() {
        planner.add(asset.route(), JobKind::Asset(asset.path.clone()), None);
        for (width, route) in asset.smaller() {
            let path = asset.path.clone();
            planner.add(route, JobKind::Smaller { path, width }, None);
        }
    }
    planner.of_theme(theme);
    for doc in 0..site.documents.len() {
        planner.aliases(doc);
    }
    if theme.draws_cards {
        planner.cards();
    }
    planner.files_under_files();
    (planner.jobs, planner.faults)
}

struct Planner<'s> {
    site: &'s Site,
    /// Addresses in lower case, because some servers do not tell case apart, with the place that claims each.
    taken: BTreeMap<String, Option<Span>>,
    /// Folders of pages that are told to have the address of another.
    collided: BTreeSet<String>,
    jobs: Vec<Job>,
    faults: Vec<Diagnostic>,
}

impl Planner<'_> {
    fn add(&mut self, route: Route, kind: JobKind, claimed: Option<Span>) {
        let key = route.output_path().to_lowercase();
        if let Some(first) = self.taken.get(&key).copied() {
            // A file of the theme gives way to one of the site; two copied files are told where they were read.
            let is_alike = matches!(kind, JobKind::Asset(_)) && first.is_none();
            // What is made of a page that was told stands beside it.
            let folder = key.rfind('/').map_or("", |end| &key[..end]);
            let is_told = claimed.is_none() && self.collided.contains(folder);
            if !matches!(kind, JobKind::Static(_)) && !is_alike && !is_told {
                self.collided.insert(folder.to_owned());
                let is_alias = matches!(kind, JobKind::Redirect(_));
                self.collide(&route, claimed, first, is_alias);
            }
            return;
        }
        self.taken.insert(key, claimed);
        self.jobs.push(Job { route, kind });
    }

    fn collide(
        &mut self,
        route: &Route,
        claimed: Option<Span>,
        first: Option<Span>,
        is_alias: bool,
    ) {
        let words = Words {
            vi: "trang kia ở đây",
            en: "the other page is here",
        };
        let anywhere = Span::whole(self.site.config_file);
        let span = claimed.or(first).unwrap_or(anywhere);
        let fault = if is_alias {
            rules::alias_taken(span, route.as_str())
        } else {
            rules::address_collision(span, route.as_str())
        };
        let fault = fault.about("slug");
        self.faults
            .push(match first.filter(|first| *first != span) {
                Some(first) => fault.related(first, words),
                None => fault,
            });
    }

    /// A file cannot stand where a folder is needed.
    fn files_under_files(&mut self) {
        let routes: Vec<Route> = self.jobs.iter().map(|job| job.route.clone()).collect();
        for route in routes {
            let key = route.output_path().to_lowercase();
            let above = key.match_indices('/').map(|(at, _)| &key[..at]);
            let file = above
                .filter_map(|folder| self.taken.get(folder))
                .next()
                .copied();
            if let Some(first) = file {
                let claimed = self.taken.get(&key).copied().flatten();
                self.collide(&route, claimed, first, false);
            }
        }
    }

    fn document(&mut self, doc: DocId) {
        let document = &self.site.documents[doc];
        let span = match &document.meta.slug {
            Some(slug) => slug.span,
            None => document.meta.title.span,
        };
        if let Some(name) = tree::without_address(document) {
            self.faults.push(rules::bad_address(span, name));
            return;
        }
        for page in 1..=self.listing_pages(doc) {
            let route = self.site.routes[doc].pager(page);
            self.add(route, JobKind::Document { doc, page }, Some(span));
        }
    }

    fn listing_pages(&self, doc: DocId) -> usize {
        let document = &self.site.documents[doc];
        let Kind::Section(section) = &document.kind else {
            return 1;
        };
        // A page with a template of its own decides itself what it lists.
        if document.meta.template.is_some() {
            return 1;
        }
        let key = (self.site.langs[doc].clone(), document.path.folder.clone());
        let entries = self.site.sections.get(&key).map_or(0, |s| s.pages.len());
        pages(entries, self.site.page_size(section.paginate_by))
    }

    fn terms(&mut self) {
        for (taxonomy, terms) in self.site.terms.iter().enumerate() {
            let config = &self.site.config.taxonomies[taxonomy];
            if terms.is_empty() {
                continue;
            }
            let route = Route::page([config.name.as_str()]);
            self.add(route, JobKind::Taxonomy(taxonomy), None);
            for (index, term) in terms.iter().enumerate() {
                let route = Route::page([config.name.as_str(), term.slug.as_str()]);
                let size = self.site.page_size(config.paginate_by);
                for page in 1..=pages(term.pages.len(), size) {
                    let kind = JobKind::Term {
                        taxonomy,
                        term: index,
                        page,
                    };
                    self.add(route.pager(page), kind, None);
                }
            }
        }
    }

    fn built_in(&mut self) {
        self.add(Route::search(), JobKind::Index, None);
        if self.site.config.search != Some(false) {
            self.search();
        }
        self.add(Route::site_map(), JobKind::SiteMap, None);
        self.add(Route::not_found(), JobKind::NotFound, None);
        if self.site.config.offline != Some(false) {
            self.add(Route::offline(), JobKind::Offline, None);
        }
        self.add(Route::worker(), JobKind::Worker, None);
        for (file, name) in MapFile::ALL {
            self.add(Route::file(name), JobKind::Map(file), None);
        }
        self.add(Route::file("manifest.json"), JobKind::Manifest, None);
        self.feeds();
    }

    /// Feeds of the sections in which something has a day.
    fn feeds(&mut self) {
        let sections = self.site.sections.values().filter_map(|known| known.index);
        for section in sections.collect::<Vec<_>>() {
            if self.site.dated(section).is_empty() {
                continue;
            }
            for (form, name) in FeedForm::ALL {
                let route = self.site.routes[section].with_file(name);
                self.add(route, JobKind::Feed(Feed { section, form }), None);
            }
        }
    }

    fn search(&mut self) {
        let shape = SearchShape::of(self.site);
        let mut add = |name: &str, file: SearchFile| {
            self.add(Route::search().with_file(name), JobKind::Search(file), None);
        };
        add("core.js", SearchFile::Core);
        add("w.js", SearchFile::Words);
        for at in 0..shape.terms {
            add(&format!("t{at}.js"), SearchFile::Terms(at));
        }
        for at in 0..shape.entries {
            add(&format!("e{at}.js"), SearchFile::Entries(at));
        }
    }

    /// Pages of what the compiler understands of plans; a site without plans has none.
    fn understood(&mut self) {
        if self.site.of_kind("plan").next().is_none() {
            return;
        }
        self.add(Route::tasks(), JobKind::TaskOverview, None);
        for doc in self.site.of_kind("plan").collect::<Vec<_>>() {
            let route = Route::tasks().join(self.site.documents[doc].id());
            self.add(route, JobKind::Tasks(doc), None);
        }
        self.add(Route::tasks().join("tat-ca"), JobKind::AllTasks, None);
        for year in self.site.task_years() {
            let route = Route::tasks().join(&format!("nam-{year}"));
            self.add(route, JobKind::TasksOfYear(year), None);
        }
        self.add(Route::targets(), JobKind::Targets, None);
        self.add(Route::due(), JobKind::Due, None);
        self.topics();
        if !self.site.data.documents.is_empty() {
            self.add(Route::documents(), JobKind::Documents, None);
        }
        self.add(Route::agencies(), JobKind::Agencies, None);
        for &agency in self.site.acting() {
            let route = Route::agencies().join(&self.site.data.agencies[agency].id);
            self.add(route, JobKind::Agency(agency), None);
        }
        for agency in self.site.owing() {
            let route = Route::agencies().join(&self.site.data.agencies[agency].id);
            self.calendar(&route, Calendar::Reports(agency));
        }
        self.open_data();
        self.forms();
    }

    /// Calendars of events that have a day: each, each place's, and all.
    fn calendars(&mut self) {
        let dated: Vec<DocId> = self.site.of_kind("event").collect();
        let dated: Vec<DocId> = dated
            .into_iter()
            .filter(|&doc| self.site.has_day(doc))
            .collect();
        if dated.is_empty() {
            return;
        }
        self.calendar(&Route::events(), Calendar::All);
        self.add(Route::changes(), JobKind::Changes, None);
        for &doc in &dated {
            let route = self.site.routes[doc].clone();
            self.calendar(&route, Calendar::Event(doc));
        }
        for place in self.site.of_kind("place").collect::<Vec<_>>() {
            if dated.iter().any(|&doc| self.site.is_at(doc, place)) {
                let route = self.site.routes[place].clone();
                self.calendar(&route, Calendar::Place(place));
            }
        }
    }

    /// The programme of every year of every series that has dated events.
    fn programmes(&mut self) {
        for (series, year) in self.site.series_years() {
            let events = self.site.events_of(&series, year);
            let whole = Facet::All;
            let places = self.site.of_kind("place").filter(|&place| {
                let mut events = events.iter();
                events.any(|&event| self.site.is_at(event, place))
            });
            let groups = (0..self.site.data.groups.len()).filter(|&group| {
                let mut events = events.iter();
                events.any(|&event| self.site.is_for(event, group))
            });
            let facets = places.map(Facet::Place).chain(groups.map(Facet::Group));
            let facets: Vec<Facet> = [whole].into_iter().chain(facets).collect();
            for facet in facets {
                let series = series.clone();
                let programme = Programme {
                    series,
                    year,
                    facet,
                };
                let route = programme.route(self.site);
                self.add(route, JobKind::Programme(programme), None);
            }
        }
    }

    fn calendar(&mut self, page: &Route, calendar: Calendar) {
        self.add(
            page.with_file(Calendar::FILE),
            JobKind::Calendar(calendar),
            None,
        );
    }

    fn topics(&mut self) {
        let topics = self.site.topics_in_use();
        if topics.is_empty() {
            return;
        }
        self.add(Route::topics(), JobKind::Topics, None);
        for topic in topics {
            let route = Route::topics().join(&self.site.data.topics[topic].id);
            self.add(route, JobKind::Topic(topic), None);
        }
    }

    fn open_data(&mut self) {
        self.add(Route::data(), JobKind::DataPage, None);
        for name in tables::names() {
            for (form, ending) in TableForm::ALL {
                let file = DataFile::Table { name, form };
                self.data_file(&format!("{name}.{ending}"), file);
            }
        }
        self.data_file(DataFile::PACKAGE, DataFile::Package);
        self.data_file(DataFile::WORKBOOK, DataFile::Workbook);
    }

    fn data_file(&mut self, name: &str, file: DataFile) {
        self.add(Route::data().with_file(name), JobKind::Data(file), None);
    }

    /// The report form, when a plan prints one: blank, and filled for everybody who leads or joins a task.
    fn forms(&mut self) {
        if self.site.report_form(None).is_none() {
            return;
        }
        self.form(Route::form(), None);
        for &agency in self.site.reporting() {
            let route = Route::agencies().join(&self.site.data.agencies[agency].id);
            self.form(route.join("bao-cao"), Some(agency));
        }
    }

    fn form(&mut self, route: Route, agency: Option<usize>) {
        let sheet = Route::file(&format!("{}.xlsx", route.as_str().trim_end_matches('/')));
        self.add(route, JobKind::Form(agency), None);
        self.add(sheet, JobKind::Data(DataFile::Form(agency)), None);
    }

    fn of_theme(&mut self, theme: &OfTheme) {
        for &path in &theme.files {
            self.add(Route::file(path), JobKind::Static(path.clone()), None);
        }
        for (icon, name) in Icon::ALL {
            // A theme may bring its own.
            if theme.draws_icons && !theme.files.iter().any(|file| *file == name) {
                self.add(Route::file(name), JobKind::Icon(icon), None);
            }
        }
        if self.site.config.styles == Some(Styles::File) {
            for &name in &theme.parts {
                self.add(Route::file(name), JobKind::Part(name.clone()), None);
            }
        }
        let documents = &self.site.documents;
        let moved = documents.iter().any(|doc| !doc.meta.aliases.is_empty());
        for (file, name) in HostFile::ALL {
            if file == HostFile::Redirects && !moved {
                continue;
            }
            self.add(Route::file(name), JobKind::Host(file), None);
        }
    }

    /// A card for each page; the pages of one list share that of the first.
    fn cards(&mut self) {
        for at in 0..self.jobs.len() {
            let job = &self.jobs[at];
            if job.kind.number() == 1
                && let Some(route) = card(self.site, job)
            {
                self.add(route, JobKind::Card(at), None);
            }
        }
    }

    fn aliases(&mut self, doc: DocId) {
        for alias in &self.site.documents[doc].meta.aliases {
            if !is_address(alias) {
                self.faults.push(rules::bad_address(alias.span, alias));
                continue;
            }
            self.add(
                Route::written(alias),
                JobKind::Redirect(doc),
                Some(alias.span),
            );
        }
    }
}

/// The address of the card of a page, if it is one that is shared.
pub fn card(site: &Site, job: &Job) -> Option<Route> {
    if site.config.share_pictures == Some(false) {
        return None;
    }
    let page = match &job.kind {
        JobKind::Document { doc, .. } if site.documents[*doc].meta.draft => return None,
        JobKind::Document { doc, .. } => site.routes[*doc].clone(),
        JobKind::Term { taxonomy, term, .. } => {
            let name = &site.config.taxonomies[*taxonomy].name;
            let term = &site.terms[*taxonomy][*term];
            Route::page([name.as_str(), term.slug.as_str()])
        }
        JobKind::NotFound
        | JobKind::Offline
        | JobKind::Redirect(_)
        | JobKind::Asset(_)
        | JobKind::Smaller { .. }
        | JobKind::Static(_) => return None,
        _ => job.route.clone(),
    };
    let is_page = page.output_path().ends_with(".html");
    is_page.then(|| page.with_file("chia-se.png"))
}

/// How many pages a listing of `entries` has.
fn pages(entries: usize, size: Option<usize>) -> usize {
    size.map_or(1, |size| entries.div_ceil(size).max(1))
}

/// Whether an old address can be answered for: a path of plain names, none of them hidden.
fn is_address(alias: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let mut parts = alias.trim_end_matches('/').split('/');
    alias.len() > 1
        && parts.next() == Some("")
        && parts.all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(plain))
}
