//! Runs the stages for one site: load, parse, resolve, check, plan, render. Everything between the two ends is values.

use std::path::Path;

use anyhow::{Result, bail};
use rayon::prelude::*;

use crate::check;
use crate::config::Config;
use crate::data::Data;
use crate::diag::{Diagnostic, Rule, Severity, Words};
use crate::load::{self, Loaded};
use crate::parse::{self, Parsed};
use crate::plan::{self, Job, JobKind};
use crate::record::{Reader, Spanned, Value as _, yaml};
use crate::render::{Output, Renderer, functions, search};
use crate::resolve;
use crate::site::{Site, View};
use crate::source::{FileId, SourceFile, Sources, Span};
use crate::text::nearest::nearest;
use crate::theme::{Layer, Theme};

/// What one run is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Which documents are published, on which day.
    pub view: View,
    /// Overrides the address of `site.yaml`.
    pub base_url: Option<String>,
}

/// A site up to its list of jobs.
#[derive(Debug)]
pub struct Compiled {
    /// All texts.
    pub sources: Sources,
    /// What is wrong so far, not yet sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The site with its theme and jobs, unless the configuration or the theme cannot be used.
    pub ready: Option<Ready>,
}

/// A site that can be rendered.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// The theme.
    pub theme: Theme,
    /// Every output.
    pub jobs: Vec<Job>,
}

static UNKNOWN_THEME: Rule = Rule {
    code: "unknown-theme",
    severity: Severity::Error,
    message: Words {
        vi: "không có giao diện tên “{theme}”",
        en: "there is no theme named “{theme}”",
    },
    help: &[
        Words {
            vi: "có phải ý bạn là “{nearest}”?",
            en: "did you mean “{nearest}”?",
        },
        Words {
            vi: "đặt giao diện trong themes/{theme}, hoặc dùng theme: default",
            en: "put the theme into themes/{theme}, or use theme: default",
        },
    ],
};

static UNUSABLE_THEME: Rule = Rule {
    code: "unusable-theme",
    severity: Severity::Error,
    message: Words {
        vi: "không dùng được giao diện “{theme}”: {reason}",
        en: "the theme “{theme}” cannot be used: {reason}",
    },
    help: &[Words {
        vi: "sửa tệp của giao diện được nêu, hoặc dùng theme: default",
        en: "mend the file of the theme that is named, or use theme: default",
    }],
};

static EMPTY_THEME: Rule = Rule {
    code: "empty-theme",
    severity: Severity::Error,
    message: Words {
        vi: "giao diện “{theme}” không có mẫu trang nào",
        en: "the theme “{theme}” has no templates",
    },
    help: &[Words {
        vi: "thêm “extends: default” vào theme.yaml của giao diện, hoặc đặt mẫu vào thư mục templates của nó",
        en: "add “extends: default” to the theme's theme.yaml, or put templates into its templates folder",
    }],
};

/// Reads the site at `root` and compiles it.
///
/// # Errors
/// When the machine refuses to read.
pub fn open(root: &Path, options: &Options) -> Result<Compiled> {
    compile(load::content(root)?, options, |name, sources| {
        load::theme(root, name, sources)
    })
}

/// Compiles a loaded site; `find_theme` gives the chain of the theme it names.
///
/// # Errors
/// When there is no configuration, or `find_theme` fails.
pub fn compile(
    loaded: Loaded,
    options: &Options,
    find_theme: impl FnOnce(&str, &mut Sources) -> Result<Option<Vec<Layer>>>,
) -> Result<Compiled> {
    let mut sources = loaded.sources;
    let mut diagnostics = loaded.diagnostics;
    let Some(config_file) = loaded.config else {
        if diagnostics.is_empty() {
            bail!(
                "không thấy content/site.yaml (no content/site.yaml): đây có phải là một trang loa không?"
            );
        }
        return Ok(Compiled {
            sources,
            diagnostics,
            ready: None,
        });
    };
    let config = config(
        config_file,
        sources.get(config_file),
        options,
        &mut diagnostics,
    );
    let usable = config.is_some();
    // Documents are checked even when the configuration is not usable, so that one run tells everything.
    let config = config.unwrap_or_else(fallback);
    let mut parsed = documents(&loaded.documents, &sources, &config);
    let data = tables(&loaded.tables, &sources, &mut diagnostics);
    for (file, rows) in &data.events {
        let len = sources.get(*file).text.len();
        parsed.extend(parse::event_rows::events(*file, len, rows));
    }
    diagnostics.extend(parsed.iter().flat_map(|parsed| parsed.diagnostics.clone()));
    let site = resolve::site(
        config_file,
        config,
        data,
        parsed,
        loaded.assets,
        options.view,
    );
    diagnostics.extend(check::site(&site));
    let theme = theme(
        &site,
        config_file,
        &mut sources,
        &mut diagnostics,
        find_theme,
    );
    let Some(theme) = theme.filter(|_| usable) else {
        let diagnostics = check::acknowledged(&site, diagnostics);
        return Ok(Compiled {
            sources,
            diagnostics,
            ready: None,
        });
    };
    let (jobs, faults) = plan::jobs(&site, theme.files.keys());
    diagnostics.extend(faults);
    let diagnostics = check::acknowledged(&site, diagnostics);
    Ok(Compiled {
        sources,
        diagnostics,
        ready: Some(Ready { site, theme, jobs }),
    })
}

impl Compiled {
    /// Renders every job in parallel and hands each output to `take`; faults of templates join the diagnostics.
    ///
    /// # Errors
    /// The first error of `take`.
    pub fn render(&mut self, take: impl Fn(Output) -> Result<()> + Sync) -> Result<()> {
        let Some(ready) = &self.ready else {
            return Ok(());
        };
        let renderer = Renderer::new(&ready.site, &self.sources, &ready.theme, &ready.jobs);
        let jobs = ready.jobs.iter();
        // The search is made of the pages, so its files come last.
        let (searches, others): (Vec<&Job>, Vec<&Job>) =
            jobs.partition(|job| matches!(job.kind, JobKind::Search(_)));
        let made = |job: &&Job| match renderer.render(job) {
            Ok(output) => {
                let found = if searches.is_empty() {
                    Vec::new()
                } else {
                    renderer.found_on(job, &output)
                };
                take(output).map(|()| Ok(found))
            }
            Err(fault) => Ok(Err(*fault)),
        };
        let made: Vec<Result<Vec<search::Entry>, Diagnostic>> =
            others.par_iter().map(made).collect::<Result<_>>()?;
        let (mut found, mut faults) = (Vec::new(), Vec::new());
        for made in made {
            match made {
                Ok(entries) => found.extend(entries),
                Err(fault) => faults.push(fault),
            }
        }
        if !searches.is_empty() {
            renderer.set_search(renderer.index(found));
        }
        searches
            .par_iter()
            .try_for_each(|job| match renderer.render(job) {
                Ok(output) => take(output),
                Err(_) => Ok(()),
            })?;
        self.diagnostics.extend(once_each(faults));
        Ok(())
    }

    /// The diagnostics by file and place.
    pub fn sorted(&self) -> Vec<Diagnostic> {
        let mut sorted = self.diagnostics.clone();
        sorted.sort_by_key(|diagnostic| {
            let path = self.sources.get(diagnostic.span.file).path.clone();
            (path, diagnostic.span, diagnostic.rule.code)
        });
        sorted
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

fn documents(documents: &[(String, FileId)], sources: &Sources, config: &Config) -> Vec<Parsed> {
    documents
        .par_iter()
        .map(|(path, file)| parse::document(*file, sources.get(*file), path, config))
        .collect()
}

fn tables(files: &[FileId], sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Data {
    let mut data = Data::default();
    let mut reader = Reader::default();
    for file in files {
        let source = sources.get(*file);
        data.add(*file, source, &mut reader);
        parse::days(*file, &source.text, &mut reader.diagnostics);
    }
    diagnostics.append(&mut reader.diagnostics);
    data
}

fn theme(
    site: &Site,
    config_file: FileId,
    sources: &mut Sources,
    diagnostics: &mut Vec<Diagnostic>,
    find_theme: impl FnOnce(&str, &mut Sources) -> Result<Option<Vec<Layer>>>,
) -> Option<Theme> {
    let name = site.config.theme();
    let span = site.config.theme.as_ref().map(|theme| theme.span);
    let span = span.unwrap_or(Span::whole(config_file));
    let found = if is_theme_name(name) {
        find_theme(name, sources)
    } else {
        Ok(None)
    };
    let layers = match found {
        Ok(Some(layers)) => layers,
        Ok(None) => {
            let fault = Diagnostic::new(&UNKNOWN_THEME, span)
                .with("theme", name)
                .with_some("nearest", nearest(name, ["default"]));
            diagnostics.push(fault);
            return None;
        }
        // A theme that cannot be used is the author's to mend, like any other file of the site.
        Err(error) => {
            let reason = format!("{error:#}").replace('\n', " ");
            diagnostics.push(
                Diagnostic::new(&UNUSABLE_THEME, span)
                    .with("theme", name)
                    .with("reason", reason),
            );
            return None;
        }
    };
    if layers.iter().all(Layer::is_bare) {
        let fault = Diagnostic::new(&EMPTY_THEME, span).with("theme", name);
        diagnostics.push(fault);
        return None;
    }
    match Theme::new(layers, sources, functions::register) {
        Ok(theme) => Some(theme),
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
    }
}

/// A name of a folder beside others, which can lead nowhere else.
fn is_theme_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !name.is_empty() && name.chars().all(fits)
}
