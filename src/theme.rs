//! Themes: templates, texts of the interface in each language, and static files.
//!
//! A theme may extend another. Templates are found through Tera's fallback prefixes, nearest theme first; a child's template
//! extends its parent's namesake by the parent's prefix (`{% extends "default/base.html" %}`).

mod contrast;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};
use tera::Tera;

use crate::diag::Diagnostic;
use crate::picture::{Design, Mark};
use crate::plan::OfTheme;
use crate::record::{NodeValue, Reader, record, yaml};
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
#[derive(Debug, Default)]
pub struct Layer {
    /// The theme's name.
    pub name: String,
    /// The theme it extends.
    pub extends: Option<String>,
    /// What is wrong with its `theme.yaml`.
    pub faults: Vec<Diagnostic>,
    /// Its files by their path below its folder, each with what it is for.
    files: BTreeMap<String, (Arc<[u8]>, Use)>,
}

/// What a file of a theme is for.
#[derive(Debug, Clone)]
enum Use {
    Template(FileId),
    /// Texts of the interface in one language.
    Strings(Arc<BTreeMap<String, String>>),
    Static,
    /// `theme.yaml`, with the theme that it extends and what is wrong with it.
    Manifest(Option<String>, Vec<Diagnostic>),
    /// Nothing that is known.
    Nothing,
}

record! {
    /// What `theme.yaml` may say.
    pub struct Manifest {
        /// Giao diện mà giao diện này kế thừa, ví dụ default.
        pub extends: Option<String>,
        /// Tên giao diện.
        pub name: Option<String>,
        /// Một câu: giao diện dành cho ai.
        pub description: Option<String>,
        /// Phiên bản loa mà giao diện cần.
        pub loa: Option<String>,
    }
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
    /// Sorts the files of a theme by their use; texts join `sources`, so that faults can be shown at their place. What was read
    /// of the same theme `before` and is still the same is not read again.
    ///
    /// # Errors
    /// When `theme.yaml` or a file of texts cannot be read, or a template is not UTF-8.
    pub fn new(
        name: &str,
        files: Vec<LayerFile>,
        before: Option<&Self>,
        sources: &mut Sources,
    ) -> Result<Self> {
        let mut layer = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        for LayerFile { path, bytes } in files {
            let known = before.and_then(|before| before.files.get(&path));
            let known = known.filter(|(known, _)| Arc::ptr_eq(known, &bytes));
            let known = known.map(|(_, known)| known.clone());
            let shown = format!("themes/{name}/{path}");
            let of_file = match known {
                Some(known) => known,
                None => Use::of(&path, &bytes, &shown, sources).with_context(|| shown.clone())?,
            };
            if let Use::Manifest(extends, faults) = &of_file {
                layer.extends.clone_from(extends);
                layer.faults.clone_from(faults);
            }
            layer.files.insert(path, (bytes, of_file));
        }
        Ok(layer)
    }

    fn style_sheet(&self) -> Option<FileId> {
        match self.files.get("templates/style.css")?.1 {
            Use::Template(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it brings no template.
    pub fn is_bare(&self) -> bool {
        let mut files = self.files.values();
        !files.any(|(_, of_file)| matches!(of_file, Use::Template(_)))
    }

    /// Its files below one of its folders, with their paths below that.
    fn below<'l>(
        &'l self,
        folder: &'l str,
    ) -> impl Iterator<Item = (&'l str, &'l (Arc<[u8]>, Use))> {
        let files = self.files.iter();
        files.filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
    }
}

impl Use {
    fn of(path: &str, bytes: &[u8], shown: &str, sources: &mut Sources) -> Result<Self> {
        Ok(if path.starts_with(TEMPLATES) {
            Self::Template(sources.add(shown, std::str::from_utf8(bytes)?))
        } else if path.starts_with(STATIC) {
            Self::Static
        } else if path.starts_with(STRINGS) {
            Self::Strings(Arc::new(serde_yaml::from_slice(bytes)?))
        } else if path == "theme.yaml" {
            let file = sources.add(shown, std::str::from_utf8(bytes)?);
            Self::manifest(file, &sources.get(file).text)
        } else {
            Self::Nothing
        })
    }

    /// Reads `text`, the `theme.yaml` that stands in `file`.
    fn manifest(file: FileId, text: &str) -> Self {
        let mut reader = Reader::default();
        let mut extends = None;
        match yaml::parse(text, file, 0, &mut reader.diagnostics) {
            Ok(node) if node.value == NodeValue::Null => {}
            Ok(node) => {
                let manifest: Option<Manifest> = reader.record(&node);
                extends = manifest.and_then(|manifest| manifest.extends);
            }
            Err(fault) => reader.diagnostics.push(*fault),
        }
        Self::Manifest(extends, reader.diagnostics)
    }
}

/// The folders of a theme.
const TEMPLATES: &str = "templates/";
const STATIC: &str = "static/";
const STRINGS: &str = "i18n/";

/// What a theme has pictures drawn of.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// How cards look.
    pub design: Option<Arc<Design>>,
    /// The mark of the site, for icons.
    pub mark: Option<Arc<Mark>>,
}

impl Drawn {
    /// Reads the nearest drawings and font of a chain.
    ///
    /// # Errors
    /// When one of them cannot be used.
    pub fn of(layers: &[Arc<Layer>]) -> Result<Self> {
        let nearest = |path: &str| {
            let mut files = layers.iter().filter_map(|layer| layer.files.get(path));
            files.next().map(|(bytes, _)| bytes)
        };
        let mut drawn = Self::default();
        if let (Some(card), Some(letters)) =
            (nearest("share/card.svg"), nearest("share/letters.ttf"))
        {
            let design = Design::new(card, letters.clone()).context("share")?;
            drawn.design = Some(Arc::new(design));
        }
        if let Some(mark) = nearest("static/favicon.svg") {
            drawn.mark = Some(Arc::new(Mark::new(mark).context("static")?));
        }
        Ok(drawn)
    }
}

/// A chain of themes, ready to render.
#[derive(Debug, Default)]
pub struct Theme {
    /// The engine with every template.
    pub tera: Tera,
    /// Texts by language, those of nearer themes first.
    pub strings: BTreeMap<String, BTreeMap<String, String>>,
    /// Static files by their path, those of nearer themes first.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Styles and scripts that pages hold, or name when they stand in files of their own: templates by name, those of nearer themes first.
    pub parts: BTreeMap<String, Arc<str>>,
    /// What pictures are drawn of.
    pub drawn: Drawn,
    /// The addresses of the static files.
    pub statics: Arc<BTreeSet<Route>>,
    /// Where each template stands, by its name in the engine.
    templates: BTreeMap<String, FileId>,
    /// What the engine holds, by the same names.
    texts: BTreeMap<String, Arc<str>>,
    /// Where the engine looks for a template, nearest theme first.
    prefixes: Vec<String>,
    /// Colours of the nearest `style.css` that are too close.
    pub too_close: Vec<Diagnostic>,
    /// Whether a template may ask what a page says of itself to programs; most themes for a trial do not.
    pub names_graph: bool,
}

impl Theme {
    /// Builds the engine from a chain, nearest theme first, of which this is `drawn`. `register` adds the functions and filters that templates may use. Of the
    /// engine that worked `before`, templates that are the same stay as they were parsed.
    ///
    /// # Errors
    /// Diagnostics at the faults in templates.
    pub fn new(
        layers: &[Arc<Layer>],
        drawn: Drawn,
        sources: &Sources,
        before: Option<&Self>,
        register: impl FnOnce(&mut Tera),
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut theme = Self {
            drawn,
            ..Self::default()
        };
        for layer in layers {
            theme.lay_below(layer, sources);
        }
        // Whoever asks for all names asks for this one.
        let names = |text: &Arc<str>| text.contains("graph") || text.contains("__tera_context");
        theme.names_graph = theme.texts.values().any(names);
        theme.statics = Arc::new(theme.files.keys().map(|path| Route::file(path)).collect());
        if let Some(sheet) = layers.iter().find_map(|layer| layer.style_sheet()) {
            theme.too_close = contrast::faults(sheet, &sources.get(sheet).text);
        }
        theme.prefixes = layers.iter().map(|l| format!("{}/", l.name)).collect();
        let known = before.filter(|before| before.is_part_of(&theme));
        theme.tera = match known {
            Some(known) => known.tera.clone(),
            None => {
                let mut tera = Tera::default();
                register(&mut tera);
                let prefixes = theme.prefixes.iter().cloned();
                tera.set_fallback_prefixes(prefixes.collect::<Vec<_>>())
                    .expect("no template was added yet");
                tera
            }
        };
        let is_known = |name: &String, text: &Arc<str>| {
            let known = known.and_then(|known| known.texts.get(name));
            known.is_some_and(|known| Arc::ptr_eq(known, text))
        };
        let texts = theme.texts.iter();
        let new = texts.filter(|(name, text)| !is_known(name, text));
        let new = new.map(|(name, text)| {
            // The line that ends a file is no part of a style: a digest is of what stands between the tags.
            let text = if is_part(name) { text.trim_end() } else { text };
            (name.as_str(), text)
        });
        match theme.tera.add_raw_templates(new) {
            Ok(()) => Ok(theme),
            Err(error) => {
                let faults = theme.syntax_faults(sources);
                if faults.is_empty() {
                    return Err(vec![theme.misnamed(&error, sources)]);
                }
                Err(faults)
            }
        }
    }

    /// What is wrong in each template by itself; the engine stops at the first.
    fn syntax_faults(&self, sources: &Sources) -> Vec<Diagnostic> {
        let templates = self.templates.iter();
        let faults = templates.filter_map(|(name, id)| {
            let alone = Tera::default().add_raw_template(name, &sources.get(*id).text);
            let error = alone.err()?;
            matches!(error.kind(), tera::ErrorKind::SyntaxError(_)).then(|| self.fault(&error))
        });
        faults.collect()
    }

    /// A fault between templates, such as one that extends another which is not there, or a filter that there is not: told in the template
    /// that the engine names, or else in the first that holds the name, at the name.
    fn misnamed(&self, error: &tera::Error, sources: &Sources) -> Diagnostic {
        let words = error.to_string();
        let names = words.split(['\'', '`', '"']).skip(1).step_by(2);
        let (named, others): (Vec<&str>, Vec<&str>) =
            names.partition(|name| self.templates.contains_key(*name));
        let named = named.iter().filter_map(|name| self.templates.get(*name));
        let files = named.chain(self.templates.values());
        let mut places = files.flat_map(|file| others.iter().map(move |name| (*file, *name)));
        let place = places.find_map(|(file, name)| {
            let start = sources.get(file).text.find(name)?;
            Some(Span::new(file, start, start + name.len()))
        });
        match place {
            Some(place) => self.diagnostic(Some(place), words.trim_start_matches("error: ")),
            None => self.fault(error),
        }
    }

    /// Adds a theme that others extend: what they bring themselves stays.
    fn lay_below(&mut self, layer: &Layer, sources: &Sources) {
        for (path, (_, of_file)) in layer.below(TEMPLATES) {
            let Use::Template(id) = *of_file else {
                continue;
            };
            let text = &sources.get(id).text;
            if is_part(path) {
                let parts = self.parts.entry(path.to_owned());
                parts.or_insert_with(|| text.clone());
            }
            let name = format!("{}/{path}", layer.name);
            self.texts.insert(name.clone(), text.clone());
            self.templates.insert(name, id);
        }
        for (path, (_, of_file)) in layer.below(STRINGS) {
            let Use::Strings(strings) = of_file else {
                continue;
            };
            let lang = path.trim_end_matches(".yaml").to_owned();
            let known = self.strings.entry(lang).or_default();
            for (key, text) in &**strings {
                known.entry(key.clone()).or_insert_with(|| text.clone());
            }
        }
        for (path, (bytes, _)) in layer.below(STATIC) {
            let files = self.files.entry(path.to_owned());
            files.or_insert_with(|| bytes.clone());
        }
    }

    /// Whether the engine can become that of `other`: templates can be added to it and exchanged, not taken away.
    fn is_part_of(&self, other: &Self) -> bool {
        let mut names = self.texts.keys();
        self.prefixes == other.prefixes && names.all(|name| other.texts.contains_key(name))
    }

    /// Whether the outputs that it brings are those of `other`.
    pub fn brings_as(&self, other: &Self) -> bool {
        let (files, parts) = (self.files.keys(), self.parts.keys());
        let draws = |theme: &Self| (theme.drawn.design.is_some(), theme.drawn.mark.is_some());
        files.eq(other.files.keys()) && parts.eq(other.parts.keys()) && draws(self) == draws(other)
    }

    /// What of it becomes outputs of their own.
    pub fn brings(&self) -> OfTheme<'_> {
        OfTheme {
            files: self.files.keys().collect(),
            parts: self.parts.keys().collect(),
            draws_cards: self.drawn.design.is_some(),
            draws_icons: self.drawn.mark.is_some(),
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
