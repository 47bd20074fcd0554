//! Runs the stages for one site: load, parse, resolve, check, plan, render. Everything between the two ends is values.
//!
//! A [`Session`] is the only thing that lives long. It holds what was read, and what each file says; from these it makes a
//! [`Compiled`] site, which never changes. After a change only the files that differ are parsed again. Where a few documents say
//! something else and stay where they are ([`crate::site::Edit`]), only what follows from them is made anew; after anything else resolving,
//! checking and planning run over what all files say. `build` and `serve` take the same way, so that what is served is what would be built.

mod again;
mod budget;
mod compile;
mod documents;
mod themes;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::load::{self, Disk, MAX_TEXT, Role, Taken, What};
use crate::parse;
use crate::plan::{Job, JobKind};
use crate::render::{Gleaned, Output, Prepared, Renderer};
use crate::rules;
use crate::site::{Asset, Assets, Site, View};
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::text::dates::Date;
use crate::theme::Theme;

use again::Last;
use compile::{Configured, Tables};
use documents::Documents;
use themes::Themes;

/// What one run is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Which documents are published, on which day.
    pub view: View,
    /// Overrides the address of `site.yaml`.
    pub base_url: Option<String>,
}

/// Everything that was read of a site, with what each file says.
#[derive(Debug)]
pub struct Session {
    options: Options,
    sources: Sources,
    /// What stands in `content/`, by path below it.
    content: BTreeMap<String, Entry>,
    assets: Arc<Assets>,
    themes: Themes,
    config: Option<Configured>,
    documents: Documents,
    tables: Option<Tables>,
    last: Option<Last>,
    /// Whether the texts of documents are left out once they are read.
    leaves_out: bool,
}

/// What stands at a path of `content/`. Files that are copied stand apart.
#[derive(Debug)]
enum Entry {
    Config(FileId),
    Table(FileId),
    Document(FileId),
    /// A list that is copied as it is, with what is wrong in it.
    Attached(FileId, Vec<Arc<Diagnostic>>),
    /// Something that cannot be used, with what is wrong.
    Fault(Arc<Diagnostic>),
}

/// A site up to its list of jobs.
#[derive(Debug)]
pub struct Compiled {
    /// All texts.
    pub sources: Sources,
    /// What is wrong so far, not yet sorted.
    pub diagnostics: Vec<Arc<Diagnostic>>,
    /// The site with its theme and jobs, unless the configuration or the theme cannot be used.
    pub ready: Option<Ready>,
    /// Where texts that were left out stand.
    root: Option<PathBuf>,
}

/// A site that can be rendered.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// The theme.
    pub theme: Arc<Theme>,
    /// Every output.
    pub jobs: Arc<Vec<Job>>,
    /// The jobs by the paths of their outputs, once they were asked for.
    outputs: Arc<OnceLock<HashMap<String, usize>>>,
    /// What pages share, made when it is first asked for.
    prepared: Prepared,
}

/// Reads the site at `root` and compiles it.
///
/// # Errors
/// When the machine refuses to read.
pub fn open(root: &Path, options: &Options) -> Result<Compiled> {
    let mut session = Session::new(options.clone());
    for taken in Disk::new(root).read()? {
        session.put(taken);
    }
    session.compile()
}

/// How many bytes of text are kept while a site is rendered. Of a larger one each text is read twice.
pub const KEPT: usize = 32 << 20;

/// Reads the site at `root` and compiles it to be rendered once. If its texts have more bytes than `kept`, those of documents are left
/// out; they are read again where they are needed.
///
/// # Errors
/// When the machine refuses to read.
pub fn open_once(root: &Path, options: &Options, kept: usize) -> Result<Compiled> {
    let mut session = Session::new(options.clone());
    for taken in Disk::new(root).read()? {
        session.put(taken);
    }
    session.leaves_out = session.sources.bytes() > kept;
    let mut compiled = session.compile()?;
    compiled.root = Some(root.to_owned());
    Ok(compiled)
}

impl Session {
    /// A session that knows of no file yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            sources: Sources::default(),
            content: BTreeMap::new(),
            assets: Arc::default(),
            themes: Themes::default(),
            config: None,
            documents: Documents::default(),
            tables: None,
            last: None,
            leaves_out: false,
        }
    }

    /// Takes in a file, or that it is gone. Says whether that is anything new.
    pub fn put(&mut self, taken: Taken) -> bool {
        let Taken { path, what } = taken;
        if let Some(below) = path.strip_prefix("themes/") {
            return self.themes.put(below, what);
        }
        let Some(below) = path.strip_prefix("content/") else {
            return false;
        };
        let is_refused = matches!(
            what,
            What::Link
                | What::Barred
                | What::Misnamed
                | What::Twice
                | What::FolderTwice
                | What::NoDrawing
                | What::TooLarge(_)
        );
        let entry = match what {
            What::Gone => None,
            What::OfTheme(_) => return false,
            What::Copied(asset) => return self.put_asset(below, asset),
            What::Attached(asset, source, is_utf8) => {
                self.put_attached(below, asset, source, is_utf8);
                return true;
            }
            What::Cleaned(asset, removed) => {
                self.put_asset(below, asset);
                let fault = rules::svg_cleaned(self.nowhere(&path), &removed);
                self.set(below, Entry::Fault(Arc::new(fault)));
                return true;
            }
            What::Active => Some(Entry::Fault(Arc::new(rules::active_file(
                self.nowhere(&path),
            )))),
            What::NoDrawing => Some(Entry::Fault(Arc::new(rules::svg_unreadable(
                self.nowhere(&path),
            )))),
            What::Text(source) => {
                let is_known = self.content.get(below).and_then(Entry::file);
                if is_known.is_some_and(|id| *self.sources.get(id) == source) {
                    return false;
                }
                let id = self.sources.put(source);
                Some(match load::role(below) {
                    Role::Config => Entry::Config(id),
                    Role::Table => Entry::Table(id),
                    Role::Document | Role::Active | Role::Asset => Entry::Document(id),
                })
            }
            What::Broken(source, at) => {
                let span = Span::new(self.sources.put(source), at.start, at.end);
                Some(Entry::Fault(Arc::new(rules::not_utf8(span))))
            }
            What::TooLarge(_)
            | What::Link
            | What::Barred
            | What::Misnamed
            | What::Twice
            | What::FolderTwice => {
                let span = self.nowhere(&path);
                let fault = match what {
                    What::TooLarge(bytes) => rules::file_too_large(span, bytes, MAX_TEXT),
                    What::Twice => rules::name_twice(span),
                    What::FolderTwice => rules::folder_twice(span),
                    What::Barred => rules::unreadable_file(span),
                    What::Misnamed => rules::name_not_utf8(span),
                    _ => rules::symlink_outside(span),
                };
                Some(Entry::Fault(Arc::new(fault)))
            }
        };
        let was_asset = (entry.is_none() || is_refused) && self.assets.contains_key(below);
        if was_asset {
            Arc::make_mut(&mut self.assets).remove(below);
        }
        match entry {
            Some(entry) => {
                self.set(below, entry);
                true
            }
            None => self.forget(below) || was_asset,
        }
    }

    /// The file at `path` as a whole, of which no text is known.
    fn nowhere(&mut self, path: &str) -> Span {
        let empty = SourceFile::new(path, "");
        Span::whole(self.sources.put(Arc::new(empty)))
    }

    fn set(&mut self, below: &str, entry: Entry) {
        let now = entry.document();
        let before = self.content.insert(below.to_owned(), entry);
        let before = before.as_ref().and_then(Entry::document);
        if let Some(file) = now {
            self.documents.rewritten(file);
        }
        if load::role(below) == Role::Document && !(now.is_some() && before.is_some()) {
            self.documents.moved();
        }
    }

    /// A text that is gone needs no memory; its path keeps its name.
    fn forget(&mut self, below: &str) -> bool {
        let Some(entry) = self.content.remove(below) else {
            return false;
        };
        if load::role(below) == Role::Document {
            self.documents.moved();
        }
        if let Some(id) = entry.file() {
            let path = self.sources.get(id).path.clone();
            self.sources.put(Arc::new(SourceFile::new(&path, "")));
        }
        true
    }

    /// A file that is copied is new whenever it was read: its bytes are not looked at here.
    fn put_asset(&mut self, below: &str, asset: Asset) -> bool {
        self.forget(below);
        Arc::make_mut(&mut self.assets).insert(below.to_owned(), asset);
        true
    }

    /// Of a list beside a document nothing is kept but what is wrong with it.
    fn put_attached(&mut self, below: &str, asset: Asset, source: Arc<SourceFile>, is_utf8: bool) {
        self.put_asset(below, asset);
        let path = source.path.clone();
        let file = self.sources.put(source);
        let source = self.sources.get(file);
        let mut faults = parse::attached(file, source);
        if !is_utf8 {
            faults.push(rules::attached_not_utf8(Span::whole(file)));
        }
        if faults.is_empty() {
            self.sources.put(Arc::new(SourceFile::new(&path, "")));
            return;
        }
        let assets = Arc::make_mut(&mut self.assets);
        if let Some(asset) = assets.get_mut(below) {
            asset.told = Some(file);
        }
        let faults = faults.into_iter().map(Arc::new).collect();
        self.set(below, Entry::Attached(file, faults));
    }

    /// From now on the site is that of `day`. Says whether that is another day than before.
    pub fn set_day(&mut self, day: Date) -> bool {
        std::mem::replace(&mut self.options.view.now, day) != day
    }

    /// The text that stands at `path` below the site's root, when there is one.
    pub fn text(&self, path: &str) -> Option<&Arc<SourceFile>> {
        let below = path.strip_prefix("content/")?;
        match self.content.get(below)? {
            Entry::Config(id) | Entry::Table(id) | Entry::Document(id) => {
                Some(self.sources.get(*id))
            }
            Entry::Attached(..) | Entry::Fault(_) => None,
        }
    }
}

impl Entry {
    fn document(&self) -> Option<FileId> {
        match self {
            Self::Document(id) => Some(*id),
            _ => None,
        }
    }

    fn file(&self) -> Option<FileId> {
        match self {
            Self::Config(id) | Self::Table(id) | Self::Document(id) => Some(*id),
            Self::Attached(id, _) => Some(*id),
            Self::Fault(_) => None,
        }
    }
}

impl Ready {
    /// The job that makes the output at `path` below the output folder.
    pub fn job(&self, path: &str) -> Option<&Job> {
        let outputs = self.outputs.get_or_init(|| {
            let jobs = self.jobs.iter().enumerate();
            jobs.map(|(at, job)| (job.route.output_path(), at))
                .collect()
        });
        outputs.get(path).map(|&at| &self.jobs[at])
    }

    /// What makes the outputs; `sources` are those of the same compilation.
    pub fn renderer<'s>(&'s self, sources: &'s Sources) -> Renderer<'s> {
        Renderer::new(&self.site, sources, &self.theme, &self.jobs, &self.prepared)
    }
}

impl Compiled {
    /// Renders every job in parallel and hands each output to `take`; faults of templates join the diagnostics.
    ///
    /// # Errors
    /// The first error of `take`; when a text that was left out cannot be read again.
    pub fn render(&mut self, take: impl Fn(Output) -> Result<()> + Sync) -> Result<()> {
        let Some(ready) = &self.ready else {
            return Ok(());
        };
        let renderer = ready.renderer(&self.sources);
        let jobs = ready.jobs.iter();
        // Some are made of finished pages, so they come last.
        let (of_pages, others): (Vec<&Job>, Vec<&Job>) =
            jobs.partition(|job| job.kind.is_of_pages());
        let made = |job: &&Job| {
            let text = self.text_of(ready, job)?;
            match renderer.with_text(text).render(job) {
                Ok(output) => {
                    let gleaned = renderer.glean(job, &output);
                    let heavy = budget::over(&ready.site, job, &output);
                    take(output).map(|()| (Some(gleaned), heavy))
                }
                Err(fault) => Ok((None, Some(*fault))),
            }
        };
        let made: Vec<(Option<Gleaned>, Option<Diagnostic>)> =
            others.par_iter().map(made).collect::<Result<_>>()?;
        // A page that was not made has left nothing for its card.
        let whole = made.iter().all(|(page, _)| page.is_some());
        let (mut gleaned, mut faults) = (Vec::new(), Vec::new());
        for (page, fault) in made {
            gleaned.extend(page);
            faults.extend(fault);
        }
        renderer.gather(gleaned);
        of_pages
            .par_iter()
            .filter(|job| whole || !matches!(job.kind, JobKind::Card(_)))
            .try_for_each(|job| match renderer.render(job) {
                Ok(output) => take(output),
                Err(_) => Ok(()),
            })?;
        self.diagnostics
            .extend(once_each(faults).into_iter().map(Arc::new));
        Ok(())
    }

    /// The text of the document of which a job makes the page, if it was left out.
    fn text_of(&self, ready: &Ready, job: &Job) -> Result<Option<SourceFile>> {
        match job.kind {
            JobKind::Document { doc, .. } => self.read_again(ready.site.documents[doc].file),
            _ => Ok(None),
        }
    }

    fn read_again(&self, file: FileId) -> Result<Option<SourceFile>> {
        let left = self.sources.get(file);
        let root = self.root.as_ref().filter(|_| left.is_without_text());
        root.map(|root| load::again(root, left)).transpose()
    }

    /// Reads the texts again in which something is wrong, so that it can be shown.
    ///
    /// # Errors
    /// When the machine refuses, or another text stands there now.
    pub fn recall(&mut self, diagnostics: &[Diagnostic]) -> Result<()> {
        let related = diagnostics.iter().flat_map(|fault| &fault.related);
        let spans = diagnostics.iter().map(|fault| fault.span);
        for span in spans.chain(related.map(|related| related.span)) {
            if let Some(text) = self.read_again(span.file)? {
                self.sources.put(Arc::new(text));
            }
        }
        Ok(())
    }

    /// The diagnostics by file and place.
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.diagnostics.iter().map(|fault| &**fault).collect();
        self.sort(&mut sorted);
        sorted.into_iter().cloned().collect()
    }

    /// Sorts diagnostics of this site by file and place.
    pub fn sort(&self, diagnostics: &mut [&Diagnostic]) {
        let place = |fault: &Diagnostic| {
            let Span { file, start, end } = fault.span;
            let path = self.sources.get(file).path.clone();
            (path, start, end, fault.rule.code)
        };
        diagnostics.sort_by_cached_key(|fault| place(fault));
    }
}

/// A fault in a template shows on every page made with it; it is told once, with the first such page.
fn once_each(faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    for fault in faults {
        if !kept.iter().any(|known| known.span == fault.span) {
            kept.push(fault);
        }
    }
    kept
}
