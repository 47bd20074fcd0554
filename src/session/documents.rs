//! What every document says, kept for as long as its text is the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::parse::{self, Parsed};
use crate::source::{FileId, SourceFile, Sources};

/// The documents of a site in the order of their paths, and what became of them since a site was last made of them.
#[derive(Debug, Default)]
pub(super) struct Documents {
    reading: Reading,
    parsed: Vec<Arc<Parsed>>,
    /// Where the document of each file stands in the list.
    at: HashMap<FileId, usize>,
    /// What is wrong, by the place of the document.
    faults: BTreeMap<usize, Vec<Arc<Diagnostic>>>,
    /// The files whose texts are newer than what is known of them.
    stale: BTreeSet<FileId>,
    /// What the documents said when a site was last made of them, as far as they say something else now; nothing when the list is another.
    before: Option<BTreeMap<usize, Arc<Parsed>>>,
}

/// So many texts are read before they are left out.
const PART: usize = 256;

/// What of the configuration decides how a document is read.
#[derive(Debug, Default, PartialEq, Eq)]
struct Reading {
    lang: String,
    languages: Vec<String>,
    kinds: BTreeMap<String, String>,
}

/// A document that says something else than before.
pub(super) struct Edited<'d> {
    pub(super) before: &'d Parsed,
    pub(super) now: &'d Parsed,
}

impl Documents {
    /// A text stands at a file.
    pub(super) fn rewritten(&mut self, file: FileId) {
        self.stale.insert(file);
    }

    /// A document came, went, or can be used no longer or again.
    pub(super) fn moved(&mut self) {
        self.before = None;
    }

    /// Brings the list to what `files` say: documents by their paths, of some of which not even the text can be used. Parsed again is
    /// only what is new. Texts that were read are left out of the sources if that is wanted.
    pub(super) fn read<'f>(
        &mut self,
        files: impl Iterator<Item = (&'f String, Option<FileId>)>,
        sources: &mut Sources,
        config: &Config,
        leaves_out: bool,
    ) {
        let reading = Reading::of(config);
        if self.reading != reading {
            self.reading = reading;
            self.at.clear();
            self.moved();
        }
        if self.before.is_none() {
            self.read_all(files, sources, config, leaves_out);
        } else {
            self.read_stale(sources, config);
        }
        self.stale.clear();
    }

    fn read_all<'f>(
        &mut self,
        files: impl Iterator<Item = (&'f String, Option<FileId>)>,
        sources: &mut Sources,
        config: &Config,
        leaves_out: bool,
    ) {
        let languages: Vec<&str> = config.languages.iter().map(|lang| lang.as_str()).collect();
        let known = |file: FileId| {
            let at = self.at.get(&file).filter(|_| !self.stale.contains(&file))?;
            Some(self.parsed[*at].clone())
        };
        let files: Vec<(&String, Option<FileId>)> = files.collect();
        let read = |(path, file): &(&String, Option<FileId>), sources: &Sources| match file {
            Some(file) => known(*file).unwrap_or_else(|| {
                let source = sources.get(*file);
                Arc::new(parse::document(*file, source, path, config))
            }),
            // What is wrong with it is told elsewhere.
            None => Arc::new(Parsed::unreadable(DocPath::new(path, &languages))),
        };
        let mut parsed: Vec<Arc<Parsed>> = Vec::with_capacity(files.len());
        for part in files.chunks(if leaves_out { PART } else { files.len().max(1) }) {
            parsed.par_extend(part.par_iter().map(|file| read(file, sources)));
            for (_, file) in part.iter().filter(|_| leaves_out) {
                file.iter().for_each(|file| sources.leave_out(*file));
            }
        }
        let files = files.iter().enumerate();
        let at = files.filter_map(|(at, (_, file))| Some(((*file)?, at)));
        self.at = at.collect();
        let faulty = parsed.iter().enumerate();
        let faulty = faulty.filter(|(_, parsed)| !parsed.diagnostics.is_empty());
        self.faults = faulty
            .map(|(at, parsed)| (at, shared(&parsed.diagnostics)))
            .collect();
        self.parsed = parsed;
    }

    fn read_stale(&mut self, sources: &Sources, config: &Config) {
        let stale: Vec<(FileId, usize)> = self
            .stale
            .iter()
            .map(|file| (*file, self.at[file]))
            .collect();
        let fresh = stale.par_iter().map(|&(file, at)| {
            let path = &self.parsed[at].path.path;
            let source: &SourceFile = sources.get(file);
            (at, Arc::new(parse::document(file, source, path, config)))
        });
        let fresh: Vec<(usize, Arc<Parsed>)> = fresh.collect();
        for (at, now) in fresh {
            if now.diagnostics.is_empty() {
                self.faults.remove(&at);
            } else {
                self.faults.insert(at, shared(&now.diagnostics));
            }
            let before = std::mem::replace(&mut self.parsed[at], now);
            if let Some(known) = &mut self.before {
                known.entry(at).or_insert(before);
            }
        }
    }

    /// What is wrong in them, each file for itself.
    pub(super) fn faults(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        self.faults.values().flatten()
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Arc<Parsed>] {
        &self.parsed
    }

    /// Those that say something else than when a site was last made of them; nothing when the list is another.
    pub(super) fn edited(&self) -> Option<Vec<Edited<'_>>> {
        let before = self.before.as_ref()?.iter();
        let edited = before.map(|(&at, before)| Edited {
            before,
            now: &self.parsed[at],
        });
        Some(edited.collect())
    }

    /// A site was made of them as they are.
    pub(super) fn made(&mut self) {
        self.before = Some(BTreeMap::new());
    }
}

fn shared(faults: &[Diagnostic]) -> Vec<Arc<Diagnostic>> {
    faults.iter().cloned().map(Arc::new).collect()
}

impl Reading {
    fn of(config: &Config) -> Self {
        let kinds = config.kinds.iter();
        Self {
            lang: config.lang().to_owned(),
            languages: config
                .languages
                .iter()
                .map(|lang| lang.value.clone())
                .collect(),
            kinds: kinds
                .map(|(folder, kind)| (folder.clone(), kind.value.clone()))
                .collect(),
        }
    }
}
