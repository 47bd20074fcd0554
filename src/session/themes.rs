//! The themes of a site, and the chain of the one that it names.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Error, Result, bail};

use crate::diag::Diagnostic;
use crate::load::What;
use crate::render::functions;
use crate::rules;
use crate::source::{Sources, Span};
use crate::theme::{self, Drawn, Layer, LayerFile, Theme};

/// The files of one theme by their path below its folder, or why one cannot be used.
type Files = BTreeMap<String, Result<Arc<[u8]>, &'static str>>;

/// The files of every theme that stands beside the content.
#[derive(Debug, Default)]
pub(super) struct Themes {
    /// By the theme's name.
    files: BTreeMap<String, Files>,
    /// The chain that was made last, by the name of its first; nothing since a file changed.
    made: Option<(String, Chain)>,
    /// The last theme that could be used, and each theme as it was last read by its name: what stayed the same is not read again.
    good: Option<Arc<Theme>>,
    layers: BTreeMap<String, Known>,
}

/// A theme as it was read.
#[derive(Debug)]
struct Known {
    layer: Arc<Layer>,
    is_embedded: bool,
}

/// What a theme's name leads to.
#[derive(Debug, Clone)]
enum Chain {
    Good(Arc<Theme>),
    Unknown,
    Unusable(String),
    Empty,
    /// Its files have faults.
    Faults(Vec<Diagnostic>),
}

impl Themes {
    /// Takes in what stands at `path`, which begins with the name of a theme. Says whether that is anything new.
    pub(super) fn put(&mut self, path: &str, what: What) -> bool {
        let Some((name, path)) = path.split_once('/') else {
            return false;
        };
        let files = self.files.entry(name.to_owned()).or_default();
        let changed = match what {
            What::Gone => files.remove(path).is_some(),
            What::OfTheme(bytes) => {
                files.insert(path.to_owned(), Ok(bytes.clone())) != Some(Ok(bytes))
            }
            what => {
                let reason = match what {
                    What::Barred => "không được phép đọc (may not be read)",
                    What::Misnamed => "tên không phải chữ Unicode (its name is not Unicode text)",
                    _ => "là liên kết tượng trưng (is a symbolic link)",
                };
                files.insert(path.to_owned(), Err(reason)) != Some(Err(reason))
            }
        };
        if files.is_empty() {
            self.files.remove(name);
        }
        if changed {
            self.made = None;
        }
        changed
    }

    /// The theme called `name`, which `span` names, with those that it extends. Its templates join `sources`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn chain(
        &mut self,
        name: &str,
        span: Span,
        sources: &mut Sources,
    ) -> Result<Arc<Theme>, Vec<Diagnostic>> {
        let known = self.made.take().filter(|(known, _)| known == name);
        let known = known.unwrap_or_else(|| (name.to_owned(), self.make(name, sources)));
        let (_, chain) = self.made.insert(known);
        let fault = match chain {
            Chain::Good(theme) => return Ok(theme.clone()),
            Chain::Faults(faults) => return Err(faults.clone()),
            Chain::Unknown => rules::unknown_theme(span, name),
            Chain::Unusable(reason) => rules::unusable_theme(span, name, reason),
            Chain::Empty => rules::empty_theme(span, name),
        };
        Err(vec![fault])
    }

    fn make(&mut self, name: &str, sources: &mut Sources) -> Chain {
        let layers = match self.layers(name, sources) {
            Ok(Some(layers)) => layers,
            Ok(None) => return Chain::Unknown,
            // A theme that cannot be used is the author's to mend, like any other file of the site.
            Err(error) => return Chain::Unusable(in_one_line(&error)),
        };
        let faults = layers.iter().flat_map(|layer| layer.faults.clone());
        let faults: Vec<Diagnostic> = faults.collect();
        if !faults.is_empty() {
            return Chain::Faults(faults);
        }
        if layers.iter().all(|layer| layer.is_bare()) {
            return Chain::Empty;
        }
        let drawn = match Drawn::of(&layers) {
            Ok(drawn) => drawn,
            Err(error) => return Chain::Unusable(in_one_line(&error)),
        };
        match Theme::new(
            &layers,
            drawn,
            sources,
            self.good.as_deref(),
            functions::register,
        ) {
            Ok(theme) => Chain::Good(self.good.insert(Arc::new(theme)).clone()),
            Err(faults) => Chain::Faults(faults),
        }
    }

    /// The theme and those it extends, nearest first; nothing when there is none of this name.
    fn layers(&mut self, name: &str, sources: &mut Sources) -> Result<Option<Vec<Arc<Layer>>>> {
        if !is_theme_name(name) {
            return Ok(None);
        }
        let mut layers: Vec<Arc<Layer>> = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(name) = next {
            if layers.iter().any(|layer| layer.name == name) {
                bail!("giao diện {name} kế thừa chính nó (theme {name} extends itself)");
            }
            let Some(layer) = self.layer(&name, sources)? else {
                if layers.is_empty() {
                    return Ok(None);
                }
                bail!("không có giao diện {name} (no such theme)");
            };
            next = layer.extends.clone();
            layers.push(layer);
        }
        Ok(Some(layers))
    }

    /// The theme called `name`: that of the site, else the one in the binary.
    fn layer(&mut self, name: &str, sources: &mut Sources) -> Result<Option<Arc<Layer>>> {
        let of_site = self.files.get(name);
        let known = self.layers.get(name);
        let known = known.filter(|known| known.is_embedded == of_site.is_none());
        let before = known.map(|known| &*known.layer);
        let layer = match (of_site, known) {
            (None, Some(known)) => return Ok(Some(known.layer.clone())),
            (Some(files), _) => Layer::new(name, files_of(name, files)?, before, sources)?,
            (None, None) => {
                let Some(files) = theme::embedded(name) else {
                    return Ok(None);
                };
                Layer::new(name, files, None, sources)?
            }
        };
        let layer = Arc::new(layer);
        let known = Known {
            layer: layer.clone(),
            is_embedded: of_site.is_none(),
        };
        self.layers.insert(name.to_owned(), known);
        Ok(Some(layer))
    }
}

fn in_one_line(error: &Error) -> String {
    format!("{error:#}").replace('\n', " ")
}

fn files_of(name: &str, files: &Files) -> Result<Vec<LayerFile>> {
    let mut layer = Vec::new();
    for (path, bytes) in files {
        let bytes = match bytes {
            Ok(bytes) => bytes.clone(),
            Err(reason) => bail!("themes/{name}/{path} {reason}"),
        };
        let path = path.clone();
        layer.push(LayerFile { path, bytes });
    }
    Ok(layer)
}

/// A name of a folder beside others, which can lead nowhere else.
fn is_theme_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !name.is_empty() && name.chars().all(fits)
}
