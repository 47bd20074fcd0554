//! Themes: templates, texts of the interface in each language, and static files.
//!
//! A theme may extend another. Templates are found through Tera's fallback prefixes, nearest theme first; a child's template
//! extends its parent's namesake by the parent's prefix (`{% extends "default/base.html" %}`).

mod contrast;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tera::Tera;

use crate::diag::Diagnostic;
use crate::plan::OfTheme;
use crate::route::Route;
use crate::rules;
use crate::source::{FileId, Sources, Span};

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// One file of a theme.
#[derive(Debug, Clone)]
pub struct LayerFile {
    /// Path below the theme's folder.
    pub path: String,
    /// Content.
    pub bytes: Arc<[u8]>,
}

/// One theme of a chain.
#[derive(Debug, Clone)]
pub struct Layer {
    /// The theme's name.
    pub name: String,
    /// The theme it extends.
    pub extends: Option<String>,
    templates: Vec<(String, FileId)>,
    strings: BTreeMap<String, BTreeMap<String, String>>,
    files: Vec<LayerFile>,
}

/// What `theme.yaml` may say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    extends: Option<String>,
    #[serde(rename = "name")]
    _name: Option<String>,
    #[serde(rename = "description")]
    _description: Option<String>,
    #[serde(rename = "loa")]
    _loa: Option<String>,
}

/// The files of the theme `name` that the binary carries.
pub fn embedded(name: &str) -> Option<Vec<LayerFile>> {
    let folder = EMBEDDED.get_dir(name)?;
    let mut files = Vec::new();
    collect(folder, folder, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Some(files)
}

fn collect(root: &Dir<'static>, folder: &Dir<'static>, files: &mut Vec<LayerFile>) {
    for file in folder.files() {
        let path = file.path().strip_prefix(root.path()).unwrap_or(file.path());
        files.push(LayerFile {
            path: path.to_string_lossy().replace('\\', "/"),
            bytes: Arc::from(file.contents()),
        });
    }
    for folder in folder.dirs() {
        collect(root, folder, files);
    }
}

impl Layer {
    /// Sorts the files of a theme by their use; texts join `sources`, so that faults can be shown at their place.
    ///
    /// # Errors
    /// When `theme.yaml` or a file of texts cannot be read, or a template is not UTF-8.
    pub fn new(name: &str, files: Vec<LayerFile>, sources: &mut Sources) -> Result<Self> {
        let mut layer = Self {
            name: name.to_owned(),
            extends: None,
            templates: Vec::new(),
            strings: BTreeMap::new(),
            files: Vec::new(),
        };
        for file in files {
            let shown = format!("themes/{name}/{}", file.path);
            layer
                .add(file, &shown, sources)
                .with_context(|| shown.clone())?;
        }
        Ok(layer)
    }

    /// Whether it brings no template.
    pub fn is_bare(&self) -> bool {
        self.templates.is_empty()
    }

    fn add(&mut self, file: LayerFile, shown: &str, sources: &mut Sources) -> Result<()> {
        if let Some(path) = file.path.strip_prefix("templates/") {
            let id = sources.add(shown, std::str::from_utf8(&file.bytes)?);
            self.templates.push((path.to_owned(), id));
        } else if let Some(path) = file.path.strip_prefix("static/") {
            self.files.push(LayerFile {
                path: path.to_owned(),
                bytes: file.bytes,
            });
        } else if let Some(lang) = file.path.strip_prefix("i18n/") {
            let lang = lang.trim_end_matches(".yaml").to_owned();
            let strings = serde_yaml::from_slice(&file.bytes)?;
            self.strings.insert(lang, strings);
        } else if file.path == "theme.yaml" {
            let manifest: Manifest = serde_yaml::from_slice(&file.bytes)?;
            self.extends = manifest.extends;
        }
        Ok(())
    }
}

/// A chain of themes, ready to render.
#[derive(Debug)]
pub struct Theme {
    /// The engine with every template.
    pub tera: Tera,
    /// Texts by language, those of nearer themes first.
    pub strings: BTreeMap<String, BTreeMap<String, String>>,
    /// Static files by their path, those of nearer themes first.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Styles and scripts that pages hold, or name when they stand in files of their own: templates by name, those of nearer themes first.
    pub parts: BTreeMap<String, Arc<str>>,
    /// The addresses of the static files.
    pub statics: Arc<BTreeSet<Route>>,
    /// Where each template stands, by its name in the engine.
    templates: BTreeMap<String, FileId>,
    /// The style sheet of the nearest theme that has one.
    sheet: Option<FileId>,
}

impl Theme {
    /// Builds the engine from a chain, nearest theme first. `register` adds the functions and filters that templates may use.
    ///
    /// # Errors
    /// A diagnostic at the fault in a template.
    pub fn new(
        layers: Vec<Layer>,
        sources: &Sources,
        register: impl FnOnce(&mut Tera),
    ) -> Result<Self, Box<Diagnostic>> {
        let mut theme = Self {
            tera: Tera::default(),
            strings: BTreeMap::new(),
            files: BTreeMap::new(),
            parts: BTreeMap::new(),
            statics: Arc::default(),
            templates: BTreeMap::new(),
            sheet: None,
        };
        register(&mut theme.tera);
        let prefixes: Vec<String> = layers.iter().map(|l| format!("{}/", l.name)).collect();
        theme
            .tera
            .set_fallback_prefixes(prefixes)
            .expect("no template was added yet");
        for layer in layers {
            for (path, id) in layer.templates {
                if path == "style.css" {
                    theme.sheet.get_or_insert(id);
                }
                if is_part(&path) {
                    let text = || sources.get(id).text.clone();
                    theme.parts.entry(path.clone()).or_insert_with(text);
                }
                theme.templates.insert(format!("{}/{path}", layer.name), id);
            }
            for (lang, strings) in layer.strings {
                let known = theme.strings.entry(lang).or_default();
                for (key, text) in strings {
                    known.entry(key).or_insert(text);
                }
            }
            for file in layer.files {
                theme.files.entry(file.path).or_insert(file.bytes);
            }
        }
        theme.statics = Arc::new(theme.files.keys().map(|path| Route::file(path)).collect());
        let texts: Vec<(&String, &str)> = theme
            .templates
            .iter()
            .map(|(name, id)| {
                let text = &*sources.get(*id).text;
                // The line that ends a file is no part of a style: a digest is of what stands between the tags.
                let text = if is_part(name) { text.trim_end() } else { text };
                (name, text)
            })
            .collect();
        let texts = texts.into_iter().map(|(name, text)| (name.as_str(), text));
        let added = theme.tera.add_raw_templates(texts);
        match added {
            Ok(()) => Ok(theme),
            Err(error) => Err(Box::new(theme.fault(&error))),
        }
    }

    /// Colours of the nearest `style.css` that are too close.
    pub fn too_close(&self, sources: &Sources) -> Vec<Diagnostic> {
        let sheet = self.sheet.iter();
        sheet
            .flat_map(|file| contrast::faults(*file, &sources.get(*file).text))
            .collect()
    }

    /// What of it becomes outputs of their own.
    pub fn brings(&self) -> OfTheme<'_> {
        OfTheme {
            files: self.files.keys().collect(),
            parts: self.parts.keys().collect(),
        }
    }

    /// What tells its styles and scripts from those of another day: eight digits of a digest.
    pub fn version(&self) -> String {
        let mut digest = Sha256::new();
        for (name, text) in &self.parts {
            digest.update(name);
            digest.update(&**text);
        }
        let digest = digest.finalize();
        digest[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The diagnostic for a fault in a template.
    pub fn fault(&self, error: &tera::Error) -> Diagnostic {
        let anywhere = self.templates.values().next().copied();
        match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => {
                let file = self.templates.get(report.filename()).copied().or(anywhere);
                let range = report.span().range.clone();
                let span = file.map(|file| Span::new(file, range.start, range.end));
                self.diagnostic(span, report.message())
            }
            _ => self.diagnostic(anywhere.map(Span::whole), &error.to_string()),
        }
    }

    fn diagnostic(&self, span: Option<Span>, reason: &str) -> Diagnostic {
        let span = span.expect("a theme without templates has no faults in them");
        let reason = reason.lines().next().unwrap_or("").to_owned();
        rules::template_error(span, &reason)
    }
}

/// Whether a template is a style or a script of pages.
fn is_part(name: &str) -> bool {
    name.ends_with(".css") || name.ends_with(".js")
}
