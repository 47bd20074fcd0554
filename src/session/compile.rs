//! From what each file says to a site that can be rendered.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::again::{Basis, Last, Made};
use super::{Compiled, Entry, Options, Ready, Session};
use crate::check;
use crate::config::Config;
use crate::data::Data;
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::load::{self, Role};
use crate::parse::{self, Parsed, event_rows};
use crate::record::{Reader, Spanned, Value as _, yaml};
use crate::resolve;
use crate::route::Route;
use crate::rules;
use crate::site::Site;
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::theme::Theme;

/// The configuration, with what it was read from.
#[derive(Debug)]
pub(super) struct Configured {
    source: Arc<SourceFile>,
    /// Nothing when it is not usable.
    config: Option<Arc<Config>>,
    faults: Vec<Diagnostic>,
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
        diagnostics.extend(self.alike().into_iter().map(Arc::new));
        let Some(config_file) = self.config_file() else {
            if diagnostics.is_empty() {
                bail!(
                    "không thấy content/site.yaml (no content/site.yaml): đây có phải là một trang loa không?"
                );
            }
            return Ok(self.not_ready(diagnostics));
        };
        let usable = self.config(config_file, &mut diagnostics);
        // Documents are checked even when the configuration is not usable, so that one run tells everything.
        let config = usable.clone().unwrap_or_else(|| Arc::new(fallback()));
        self.read_documents(&config);
        let data = self.data(&mut diagnostics);
        diagnostics.extend(self.documents.faults().cloned());
        let events = self.tables.iter().flat_map(|tables| &tables.events);
        let of_events = events.flat_map(|event| event.diagnostics.iter().cloned());
        diagnostics.extend(of_events.map(Arc::new));
        let name = config.theme.as_ref();
        let span = name.map_or(Span::whole(config_file), |name| name.span);
        let theme = self.themes.chain(config.theme(), span, &mut self.sources);
        let theme = match theme {
            Ok(theme) if usable.is_some() => theme,
            theme => {
                let statics = theme.as_ref().ok().map(|theme| theme.statics.clone());
                let site = self.site(config_file, config, data, statics);
                diagnostics.extend(check::site(&site).iter().cloned());
                diagnostics.extend(theme.err().unwrap_or_default().into_iter().map(Arc::new));
                return Ok(self.not_ready(check::acknowledged(&site, diagnostics)));
            }
        };
        let made = self.made(config_file, config, data, &theme);
        diagnostics.extend(made.faults().cloned());
        diagnostics.extend(theme.too_close.iter().cloned().map(Arc::new));
        Ok(Compiled {
            sources: self.sources.clone(),
            root: None,
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

    /// The site with what follows from it; of the last one stays what an edit left as it was.
    fn made(
        &mut self,
        config_file: FileId,
        config: Arc<Config>,
        data: Arc<Data>,
        theme: &Arc<Theme>,
    ) -> Made {
        let basis = Basis {
            config: self.sources.get(config_file).clone(),
            data: data.clone(),
            assets: self.assets.clone(),
            unreadable: self.unreadable().map(str::to_owned).collect(),
            view: self.options.view,
        };
        let last = self.last.take().zip(self.documents.edited());
        let again = last.and_then(|(last, edited)| last.edited(&basis, &edited, theme));
        let made = again.unwrap_or_else(|| {
            let statics = Some(theme.statics.clone());
            let site = self.site(config_file, config, data, statics);
            Made::of(site, theme.clone())
        });
        self.documents.made();
        self.last = Some(Last {
            basis,
            made: made.clone(),
        });
        made
    }

    fn site(
        &self,
        config_file: FileId,
        config: Arc<Config>,
        data: Arc<Data>,
        statics: Option<Arc<BTreeSet<Route>>>,
    ) -> Site {
        let events = self.tables.iter().flat_map(|tables| &tables.events);
        // What cannot be read is told once, and not again wherever a link leads to it.
        let unreadable = self.unreadable().map(|path| DocPath::new(path, &[]));
        let unreadable = unreadable.map(|path| Arc::new(Parsed::unreadable(path)));
        let unreadable: Vec<Arc<Parsed>> = unreadable.collect();
        let parsed = self.documents.all().iter().chain(events).chain(&unreadable);
        let assets = self.assets.clone();
        let view = self.options.view;
        resolve::site(config_file, config, data, parsed, assets, statics, view)
    }

    /// The files beside the documents that cannot be read.
    fn unreadable(&self) -> impl Iterator<Item = &str> {
        let unreadable = self.content.iter().filter(|(path, entry)| {
            let is_document = load::role(path) == Role::Document;
            matches!(entry, Entry::Fault(_)) && !is_document && !self.assets.contains_key(*path)
        });
        unreadable.map(|(path, _)| path.as_str())
    }

    fn not_ready(&self, diagnostics: Vec<Arc<Diagnostic>>) -> Compiled {
        Compiled {
            sources: self.sources.clone(),
            root: None,
            diagnostics,
            ready: None,
        }
    }

    fn unusable(&self) -> Vec<Arc<Diagnostic>> {
        let entries = self.content.values();
        let faults = entries.flat_map(|entry| match entry {
            Entry::Fault(fault) => std::slice::from_ref(fault),
            Entry::Attached(_, faults) => faults,
            _ => &[],
        });
        let faults = faults.cloned();
        faults.collect()
    }

    /// Copied files of which the names differ in small and capital letters only: on many servers and disks they are one.
    fn alike(&mut self) -> Vec<Diagnostic> {
        let mut first: BTreeMap<String, &String> = BTreeMap::new();
        let mut twice = Vec::new();
        for path in self.assets.keys() {
            match first.get(&path.to_lowercase()) {
                Some(other) => twice.push((path.clone(), (*other).clone())),
                None => {
                    first.insert(path.to_lowercase(), path);
                }
            }
        }
        let told = twice.into_iter().map(|(path, other)| {
            let span = self.nowhere(&format!("content/{path}"));
            let other = self.nowhere(&format!("content/{other}"));
            rules::file_name_case(span, &path, other)
        });
        told.collect()
    }

    fn config_file(&self) -> Option<FileId> {
        let entries = ["site.yml", "site.yaml"].map(|name| self.content.get(name));
        entries.into_iter().flatten().find_map(|entry| match entry {
            Entry::Config(id) => Some(*id),
            // It is there, and why it cannot be read is told.
            Entry::Fault(fault) => Some(fault.span.file),
            _ => None,
        })
    }

    /// What the configuration says, unless it is not usable.
    fn config(&mut self, file: FileId, faults: &mut Vec<Arc<Diagnostic>>) -> Option<Arc<Config>> {
        let mut unusable = self.unusable().into_iter();
        if unusable.any(|fault| fault.span.file == file) {
            return None;
        }
        let source = self.sources.get(file);
        let known = self.config.take();
        let known = known.filter(|known| Arc::ptr_eq(&known.source, source));
        let known = self
            .config
            .insert(known.unwrap_or_else(|| Configured::read(file, source, &self.options)));
        faults.extend(known.faults.iter().cloned().map(Arc::new));
        known.config.clone()
    }

    fn read_documents(&mut self, config: &Config) {
        let files = self.content.iter().filter_map(|(path, entry)| match entry {
            Entry::Document(id) => Some((path, Some(*id))),
            Entry::Fault(_) if load::role(path) == Role::Document => Some((path, None)),
            _ => None,
        });
        let leaves_out = self.leaves_out;
        self.documents
            .read(files, &mut self.sources, config, leaves_out);
    }

    /// What the tables say.
    fn data(&mut self, faults: &mut Vec<Arc<Diagnostic>>) -> Arc<Data> {
        let files = self.content.values().filter_map(|entry| match entry {
            Entry::Table(id) => Some((*id, self.sources.get(*id).clone())),
            _ => None,
        });
        let files: Vec<(FileId, Arc<SourceFile>)> = files.collect();
        let known = self.tables.take().filter(|tables| tables.is_of(&files));
        let tables = self
            .tables
            .insert(known.unwrap_or_else(|| Tables::read(files)));
        faults.extend(tables.faults.iter().cloned().map(Arc::new));
        tables.data.clone()
    }
}

impl Tables {
    fn read(files: Vec<(FileId, Arc<SourceFile>)>) -> Self {
        let mut data = Data::default();
        let mut reader = Reader::default();
        for (file, source) in &files {
            data.add(*file, source, &mut reader);
            parse::table(*file, source, &mut data, &mut reader.diagnostics);
        }
        let length = |file: FileId| {
            let mut of_file = files.iter().filter(|(known, _)| *known == file);
            of_file.next().map_or(0, |(_, source)| source.text.len())
        };
        let tables = data.events.iter();
        let tables: Vec<_> = tables
            .map(|(file, rows)| event_rows::Table {
                file: *file,
                len: length(*file),
                rows,
                first: data.first_row(*file),
            })
            .collect();
        let (events, faults) = event_rows::events(&tables);
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

impl Configured {
    fn read(file: FileId, source: &Arc<SourceFile>, options: &Options) -> Self {
        let mut reader = Reader::default();
        let node = yaml::parse(&source.text, file, 0, &mut reader.diagnostics);
        let config = match node {
            Ok(node) => {
                parse::settings(file, source, &node, &mut reader.diagnostics);
                Config::read(&node, &mut reader)
            }
            Err(diagnostic) => reader.fault(*diagnostic),
        };
        let config = config.map(|mut config| {
            if let Some(url) = &options.base_url {
                config.base_url = Some(Spanned {
                    value: url.clone(),
                    span: Span::whole(file),
                });
            }
            Arc::new(config)
        });
        Self {
            source: source.clone(),
            config,
            faults: reader.diagnostics,
        }
    }
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
