//! Jobs to outputs. Rendering only reads: the same site and theme give the same bytes on every machine and in every order.

pub mod functions;
mod glossary;
mod hosts;
pub mod html;
mod index;
pub mod media;
pub mod offline;
mod policy;
mod qr;
mod report_form;
pub mod search;
mod tokens;
mod view;

use std::borrow::Cow;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use tera::Context;

use crate::diag::Diagnostic;
use crate::picture::{Card, Picture};
use crate::plan::{DataFile, Job, JobKind, SearchShape};
use crate::route::Route;
use crate::site::{Asset, Edit, Site};
use crate::source::{SourceFile, Sources};
use crate::tables::published::Published;
use crate::tables::{package, workbook};
use crate::theme::Theme;

use glossary::Glossary;
pub use policy::Page;
use view::{PageOf, Pages, View};

/// One file of the output.
#[derive(Debug, Clone)]
pub struct Output {
    /// Path below the output folder.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What an output holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// A page made here.
    Page(Page),
    /// Other bytes made here.
    Bytes(Vec<u8>),
    /// Bytes that the theme carries.
    Shared(Arc<[u8]>),
    /// A copy of a file.
    File(PathBuf),
    /// A picture that is drawn when its bytes are wanted.
    Picture(Picture),
}

/// What the outputs of one site share: each part is made when it is first asked for, and kept as long as the site.
#[derive(Debug, Clone)]
pub struct Prepared {
    pages: Arc<Pages>,
    tables: Arc<OnceLock<Vec<Published>>>,
    glossary: Arc<OnceLock<Option<Glossary>>>,
    whole: Arc<OnceLock<Whole>>,
    cards: Cards,
}

/// Room for a page of usual length.
const USUAL: usize = 32 * 1024;

/// The cards of pages that were made, by the address of each.
type Cards = Arc<Mutex<HashMap<Route, Card>>>;

/// What is made of all pages.
#[derive(Debug)]
struct Whole {
    search: search::Index,
    inline: policy::Inline,
    /// Every page by its digest.
    pages: Vec<offline::Known>,
}

/// What is read off a finished output for those that are made of all pages.
#[derive(Debug, Default)]
pub struct Gleaned {
    found: Vec<search::Entry>,
    inline: policy::Inline,
    page: Option<offline::Known>,
}

impl Prepared {
    /// For `site`, with nothing made yet.
    pub fn new(site: &Site) -> Self {
        Self::of(Pages::new(site), Arc::default())
    }

    /// For the site after an edit: what pages know of the documents that stayed as they were stays.
    pub fn edited(&self, site: &Site, edit: &Edit) -> Self {
        Self::of(self.pages.edited(site, edit), self.glossary.clone())
    }

    /// For the same site in another theme.
    pub fn in_theme(&self) -> Self {
        Self::of(self.pages.in_theme(), self.glossary.clone())
    }

    /// `glossary` is made of tables only.
    fn of(pages: Pages, glossary: Arc<OnceLock<Option<Glossary>>>) -> Self {
        Self {
            pages: Arc::new(pages),
            tables: Arc::default(),
            glossary,
            whole: Arc::default(),
            cards: Arc::default(),
        }
    }
}

/// Renders the jobs of one site.
#[derive(Debug)]
pub struct Renderer<'s> {
    site: &'s Site,
    theme: &'s Theme,
    view: View<'s>,
    jobs: &'s [Job],
    prepared: &'s Prepared,
}

impl<'s> Renderer<'s> {
    /// `prepared` belongs to the site and keeps what several outputs share.
    pub fn new(
        site: &'s Site,
        sources: &'s Sources,
        theme: &'s Theme,
        jobs: &'s [Job],
        prepared: &'s Prepared,
    ) -> Self {
        Self {
            site,
            theme,
            view: View::new(
                site,
                sources,
                theme,
                jobs,
                &prepared.pages,
                &prepared.tables,
            ),
            jobs,
            prepared,
        }
    }

    /// The same for the page of a document whose text is not among the sources.
    #[must_use]
    pub fn with_text(&self, text: Option<SourceFile>) -> Self {
        Self {
            view: self.view.with_text(text),
            ..*self
        }
    }

    /// Makes the output of `job`.
    ///
    /// # Errors
    /// A fault in a template, with the page that shows it.
    pub fn render(&self, job: &Job) -> Result<Output, Box<Diagnostic>> {
        let content = match &job.kind {
            JobKind::Asset(path) => self.asset(&self.site.assets[path], None),
            JobKind::Smaller { path, width } => self.asset(&self.site.assets[path], Some(*width)),
            JobKind::Icon(icon) => {
                let mark = self.theme.drawn.mark.clone();
                let mark = mark.expect("icons are planned only of a theme with a mark");
                Content::Picture(Picture::Icon(*icon, mark))
            }
            JobKind::Static(path) => Content::Shared(self.theme.files[path].clone()),
            JobKind::Data(file) => self.data(*file),
            JobKind::Search(file) => Content::Bytes(self.whole().search.file(*file)),
            JobKind::Map(file) => Content::Bytes(self.view.site_map_file(*file).into_bytes()),
            JobKind::Manifest => Content::Bytes(self.view.manifest().into_bytes()),
            JobKind::Worker => Content::Bytes(self.worker().into_bytes()),
            JobKind::Host(file) => Content::Bytes(hosts::file(
                *file,
                self.site,
                self.jobs,
                &self.whole().inline,
            )),
            JobKind::Calendar(calendar) => Content::Bytes(self.view.calendar(*calendar)),
            JobKind::Card(at) => Content::Picture(Picture::Card(self.card(job, *at)?)),
            _ => self.page(job)?,
        };
        Ok(Output {
            path: job.route.output_path(),
            content,
        })
    }

    /// A file of the content as it is published.
    fn asset(&self, asset: &Asset, width: Option<u32>) -> Content {
        match (&asset.drawing, &asset.photo) {
            (Some(text), _) => Content::Bytes(text.as_bytes().to_vec()),
            (None, Some(photo)) => Content::Picture(Picture::Photo {
                file: asset.file.clone(),
                photo: photo.clone(),
                width,
            }),
            (None, None) => Content::File(asset.file.clone()),
        }
    }

    /// Reads off a finished output what others are made of.
    pub fn glean(&self, job: &Job, output: &Output) -> Gleaned {
        let Content::Page(page) = &output.content else {
            return Gleaned::default();
        };
        Gleaned {
            found: self.found_on(job, &page.html),
            inline: page.inline.clone(),
            page: self.known(job, &page.html),
        }
    }

    /// Takes in what was gleaned from every page of this run, in the order of the jobs.
    pub fn gather(&self, gleaned: Vec<Gleaned>) {
        drop(self.prepared.whole.set(self.whole_of(gleaned)));
    }

    fn whole_of(&self, gleaned: Vec<Gleaned>) -> Whole {
        let mut inline = policy::Inline::default();
        let (mut found, mut pages) = (Vec::new(), Vec::new());
        for page in gleaned {
            found.extend(page.found);
            inline.join(page.inline);
            pages.extend(page.page);
        }
        Whole {
            search: self.index(found),
            inline,
            pages,
        }
    }

    /// What is made of all pages; of a site of which single outputs are asked for, the pages are made here.
    fn whole(&self) -> &Whole {
        self.prepared.whole.get_or_init(|| {
            let jobs = self.jobs.iter().filter(|job| !job.kind.is_of_pages());
            let gleaned = jobs.filter_map(|job| Some(self.glean(job, &self.render(job).ok()?)));
            self.whole_of(gleaned.collect())
        })
    }

    fn worker(&self) -> String {
        if self.site.config.offline == Some(false) {
            return offline::REMOVER.to_owned();
        }
        let lang = self.site.config.lang();
        let notice = self.view.text(lang, "offline_notice");
        let parts = self.theme.version();
        offline::worker(self.jobs, &parts, &self.whole().pages, &notice, lang)
    }

    /// The page as the worker knows it; nothing where there is none.
    fn known(&self, job: &Job, html: &str) -> Option<offline::Known> {
        let has_worker = self.site.config.offline != Some(false);
        has_worker.then(|| offline::Known::of(job, html))?
    }

    fn found_on(&self, job: &Job, html: &str) -> Vec<search::Entry> {
        if self.site.config.search == Some(false) || !search::is_searched(&job.kind) {
            return Vec::new();
        }
        search::entries(self.site, job, html)
    }

    fn index(&self, entries: Vec<search::Entry>) -> search::Index {
        let groups = self.site.data.synonyms.iter().map(|row| row.words.clone());
        let groups: Vec<Vec<String>> = groups.collect();
        search::Index::new(entries, &groups, SearchShape::of(self.site))
    }

    fn data(&self, file: DataFile) -> Content {
        let now = self.site.view.now;
        let sheets = match file {
            DataFile::Table { name, form } => {
                let mut tables = self.view.open_tables().iter();
                let table = tables.find(|published| published.table.definition.name == name);
                let table = table.expect("only tables that exist are planned");
                return Content::Bytes(view::file(table, form).bytes.clone());
            }
            DataFile::Package => {
                return Content::Bytes(package::package(self.site, self.view.open_tables()));
            }
            DataFile::Workbook => workbook::tables(self.view.open_tables(), now),
            DataFile::Form(agency) => {
                let texts = |key: &str| self.view.text(self.site.config.lang(), key);
                let filled = report_form::fill(self.site, agency, texts);
                workbook::workbook(&[filled.sheet(texts)], now)
            }
        };
        Content::Bytes(sheets.expect("texts of one file are within the limits of a sheet"))
    }

    /// The page with the words of the glossary explained. Lists and what the compiler makes of plans lead to
    /// the pages on which they are.
    fn explained<'h>(&self, html: &'h str, job: &Job) -> Cow<'h, str> {
        let html = Cow::Borrowed(html);
        let JobKind::Document { doc, .. } = &job.kind else {
            return html;
        };
        if self.site.documents[*doc].path.is_section() {
            return html;
        }
        let lang = self.site.config.lang();
        let glossary = self
            .prepared
            .glossary
            .get_or_init(|| Glossary::of(self.site));
        match glossary {
            Some(glossary) if self.site.langs[*doc] == lang => {
                Cow::Owned(glossary.explain(&html, &self.view.text(lang, "what_means")))
            }
            _ => html,
        }
    }

    fn page(&self, job: &Job) -> Result<Content, Box<Diagnostic>> {
        let text = self.guarded(job, || {
            let (template, context) = self.context(job);
            let mut text = Vec::with_capacity(USUAL);
            let tera = &self.theme.tera;
            tera.render_to(&template, &context, &mut text)
                .map(|()| text)
        })?;
        if !is_page(&job.route.output_path()) {
            return Ok(Content::Bytes(text));
        }
        let html = simdutf8::basic::from_utf8(&text).expect("templates and values are text");
        Ok(Content::Page(policy::seal(&self.explained(html, job))))
    }

    /// The template and the context of a page; what it says of itself where it is shared is kept for its card.
    fn context(&self, job: &Job) -> (String, Context) {
        let PageOf {
            template,
            context,
            card,
        } = self.view.page(job);
        if let Some((route, card)) = card {
            self.cards().insert(route, card);
        }
        (template, context)
    }

    /// The card at the address of `job`, which stands for the page of the job at `page`.
    fn card(&self, job: &Job, page: usize) -> Result<Card, Box<Diagnostic>> {
        let known = || self.cards().get(&job.route).cloned();
        if let Some(card) = known() {
            return Ok(card);
        }
        let page = &self.jobs[page];
        self.guarded(page, || {
            self.context(page);
            known().ok_or_else(|| tera::Error::message("a page without a card"))
        })
    }

    fn cards(&self) -> MutexGuard<'_, HashMap<Route, Card>> {
        let cards = &self.prepared.cards;
        cards.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes something of a page. A panic of a library on strange input must not take the whole run with it.
    fn guarded<T>(
        &self,
        job: &Job,
        make: impl FnOnce() -> tera::TeraResult<T>,
    ) -> Result<T, Box<Diagnostic>> {
        let error = match catch_unwind(AssertUnwindSafe(make)) {
            Ok(Ok(made)) => return Ok(made),
            Ok(Err(error)) => error,
            Err(_) => tera::Error::message("internal fault while rendering"),
        };
        let fault = self.theme.fault(&error);
        Err(Box::new(fault.with("page", job.route.as_str())))
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}
