//! From what each file says to a site that can be rendered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::again::{Basis, Last, Made};
use super::{Compiled, Entry, Options, Ready, Session};
use crate::check;
use crate::config::Config;
use crate::data::Data;
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::load::{self, Role};
use crate::parse::{self, Parsed};
use crate::plan;
use crate::record::{Reader, Spanned, Value as _, yaml};
use crate::render::Prepared;
use crate::resolve;
use crate::route::Route;
use crate::site::Site;
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::theme::Theme;

/// What a document says, with what it was read from.
#[derive(Debug)]
pub(super) struct Memo {
    source: Arc<SourceFile>,
    reading: Arc<Reading>,
    parsed: Arc<Parsed>,
}

/// What of the configuration decides how a document is read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    lang: String,
    languages: Vec<String>,
    kinds: BTreeMap<String, String>,
}

/// What all tables say, with what they were read from.
#[derive(Debug)]
pub(super) struct Tables {
    sources: Vec<(FileId, Arc<SourceFile>)>,
    data: Arc<Data>,
    events: Vec<Arc<Parsed>>,
    faults: Vec<Diagnostic>,
}

impl Session {
    /// Makes the site of what was taken in.
    ///
    /// # Errors
    /// When there is no configuration.
    pub fn compile(&mut self) -> Result<Compiled> {
        let mut diagnostics = self.unusable();
        let Some(config_file) = self.config_file() else {
            if diagnostics.is_empty() {
                bail!(
                    "không thấy content/site.yaml (no content/site.yaml): đây có phải là một trang loa không?"
                );
            }
            return Ok(self.not_ready(diagnostics));
        };
        let source = self.sources.get(config_file);
        let config = config(config_file, source, &self.options, &mut diagnostics);
        let usable = config.is_some();
        // Documents are checked even when the configuration is not usable, so that one run tells everything.
        let config = config.unwrap_or_else(fallback);
        let mut parsed = self.documents(&config);
        let data = self.data(&mut parsed, &mut diagnostics);
        diagnostics.extend(parsed.iter().flat_map(|parsed| parsed.diagnostics.clone()));
        let name = config.theme.as_ref();
        let span = name.map_or(Span::whole(config_file), |name| name.span);
        let theme = self.themes.chain(config.theme(), span, &mut self.sources);
        let theme = match theme {
            Ok(theme) if usable => theme,
            theme => {
                let statics = theme.as_ref().ok().map(|theme| theme.statics.clone());
                let site = self.site(config_file, config, data, &parsed, statics);
                diagnostics.extend(check::site(&site));
                diagnostics.extend(theme.err().map(|fault| *fault));
                return Ok(self.not_ready(check::acknowledged(&site, diagnostics)));
            }
        };
        let basis = Basis {
            config: self.sources.get(config_file).clone(),
            data: data.clone(),
            assets: self.assets.clone(),
            theme: theme.clone(),
            view: self.options.view,
        };
        let last = self.last.take().filter(|last| last.basis.is(&basis));
        let again = last.and_then(|last| last.with_bodies(&parsed, &self.sources));
        let made = again.unwrap_or_else(|| {
            let statics = Some(theme.statics.clone());
            let site = self.site(config_file, config, data, &parsed, statics);
            Made::of(site, &theme)
        });
        self.last = Some(Last {
            basis,
            parsed,
            sources: self.sources.clone(),
            made: made.clone(),
        });
        diagnostics.extend(made.faults);
        diagnostics.extend(theme.too_close(&self.sources));
        Ok(Compiled {
            sources: self.sources.clone(),
            diagnostics: check::acknowledged(&made.site, diagnostics),
            ready: Some(Ready {
                site: made.site,
                theme,
                jobs: made.jobs,
                outputs: made.outputs,
                prepared: made.prepared,
            }),
        })
    }

    fn site(
        &self,
        config_file: FileId,
        config: Config,
        data: Arc<Data>,
        parsed: &[Arc<Parsed>],
        statics: Option<Arc<BTreeSet<Route>>>,
    ) -> Site {
        let assets = self.assets.clone();
        let view = self.options.view;
        resolve::site(config_file, config, data, parsed, assets, statics, view)
    }

    fn not_ready(&self, diagnostics: Vec<Diagnostic>) -> Compiled {
        Compiled {
            sources: self.sources.clone(),
            diagnostics,
            ready: None,
        }
    }

    fn unusable(&self) -> Vec<Diagnostic> {
        let entries = self.content.values();
        let faults = entries.filter_map(|entry| match entry {
            Entry::Fault(fault) => Some((**fault).clone()),
            _ => None,
        });
        faults.collect()
    }

    fn config_file(&self) -> Option<FileId> {
        let mut entries = self.content.values().rev();
        entries.find_map(|entry| match entry {
            Entry::Config(id) => Some(*id),
            _ => None,
        })
    }

    /// What every document says; parsed again is only what is new.
    fn documents(&mut self, config: &Config) -> Vec<Arc<Parsed>> {
        let reading = Reading::of(config);
        if *self.reading != reading {
            self.reading = Arc::new(reading);
        }
        let reading = &self.reading;
        let documents: Vec<(&String, FileId)> = self
            .content
            .iter()
            .filter_map(|(path, entry)| match entry {
                Entry::Document(id) => Some((path, *id)),
                _ => None,
            })
            .collect();
        let stale = documents.par_iter().filter(|(_, id)| {
            let memo = self.parsed.get(id);
            let source = self.sources.get(*id);
            !memo.is_some_and(|memo| memo.is_of(source, reading))
        });
        let fresh: Vec<(FileId, Memo)> = stale
            .map(|(path, id)| {
                let source = self.sources.get(*id);
                let parsed = parse::document(*id, source, path, config);
                let memo = Memo {
                    source: source.clone(),
                    reading: reading.clone(),
                    parsed: Arc::new(parsed),
                };
                (*id, memo)
            })
            .collect();
        self.parsed.extend(fresh);
        let parsed = documents
            .iter()
            .map(|(_, id)| self.parsed[id].parsed.clone());
        parsed.chain(self.unreadable(config)).collect()
    }

    /// The documents of which not even the text can be used. What is wrong with them is told elsewhere.
    fn unreadable(&self, config: &Config) -> Vec<Arc<Parsed>> {
        let languages: Vec<&str> = config.languages.iter().map(|lang| lang.as_str()).collect();
        let faulty = self.content.iter().filter(|(path, entry)| {
            matches!(entry, Entry::Fault(_)) && load::role(path) == Role::Document
        });
        let parsed = faulty.map(|(path, _)| {
            Arc::new(Parsed {
                path: DocPath::new(path, &languages),
                document: None,
                diagnostics: Vec::new(),
            })
        });
        parsed.collect()
    }

    /// What the tables say; the events among their rows join `parsed`.
    fn data(&mut self, parsed: &mut Vec<Arc<Parsed>>, faults: &mut Vec<Diagnostic>) -> Arc<Data> {
        let files = self.content.values().filter_map(|entry| match entry {
            Entry::Table(id) => Some((*id, self.sources.get(*id).clone())),
            _ => None,
        });
        let files: Vec<(FileId, Arc<SourceFile>)> = files.collect();
        let known = self.tables.take().filter(|tables| tables.is_of(&files));
        let tables = self
            .tables
            .insert(known.unwrap_or_else(|| Tables::read(files)));
        faults.extend_from_slice(&tables.faults);
        parsed.extend_from_slice(&tables.events);
        tables.data.clone()
    }
}

impl Made {
    fn of(site: Site, theme: &Theme) -> Self {
        let mut faults = check::site(&site);
        let (jobs, of_jobs) = plan::jobs(&site, &theme.brings());
        faults.extend(of_jobs);
        Self {
            prepared: Prepared::new(&site),
            site,
            faults,
            jobs: Arc::new(jobs),
            outputs: Arc::default(),
        }
    }
}

impl Memo {
    fn is_of(&self, source: &Arc<SourceFile>, reading: &Arc<Reading>) -> bool {
        Arc::ptr_eq(&self.source, source) && self.reading == *reading
    }
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

impl Tables {
    fn read(files: Vec<(FileId, Arc<SourceFile>)>) -> Self {
        let mut data = Data::default();
        let mut reader = Reader::default();
        for (file, source) in &files {
            data.add(*file, source, &mut reader);
            parse::days(*file, &source.text, &mut reader.diagnostics);
        }
        let length = |file: FileId| {
            let mut of_file = files.iter().filter(|(known, _)| *known == file);
            of_file.next().map_or(0, |(_, source)| source.text.len())
        };
        let tables = data.events.iter();
        let tables: Vec<_> = tables
            .map(|(file, rows)| (*file, length(*file), rows.as_slice()))
            .collect();
        let (events, faults) = parse::event_rows::events(&tables);
        reader.diagnostics.extend(faults);
        Self {
            events: events.into_iter().map(Arc::new).collect(),
            data: Arc::new(data),
            faults: reader.diagnostics,
            sources: files,
        }
    }

    fn is_of(&self, files: &[(FileId, Arc<SourceFile>)]) -> bool {
        let mut both = self.sources.iter().zip(files);
        self.sources.len() == files.len()
            && both.all(|(a, b)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1))
    }
}

fn config(
    file: FileId,
    source: &SourceFile,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Config> {
    let mut reader = Reader::default();
    let node = yaml::parse(&source.text, file, 0, &mut reader.diagnostics);
    let config = match node {
        Ok(node) => Config::read(&node, &mut reader),
        Err(diagnostic) => reader.fault(*diagnostic),
    };
    diagnostics.append(&mut reader.diagnostics);
    config.map(|mut config| {
        if let Some(url) = &options.base_url {
            config.base_url = Some(Spanned {
                value: url.clone(),
                span: Span::whole(file),
            });
        }
        config
    })
}

/// Stands in for a configuration that cannot be used, so that the documents can be checked.
fn fallback() -> Config {
    let mut reader = Reader::default();
    let mut sources = Sources::default();
    let file = sources.add("site.yaml", "");
    let text = "title: loa\ndescription: loa\n";
    let node = yaml::parse(text, file, 0, &mut reader.diagnostics).expect("this text is YAML");
    Config::read(&node, &mut reader).expect("this configuration is complete")
}
