//! The themes of a site, and the chain of the one that it names.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Result, bail};

use crate::diag::Diagnostic;
use crate::load::What;
use crate::render::functions;
use crate::rules;
use crate::source::{Sources, Span};
use crate::theme::{self, Layer, LayerFile, Theme};

/// The files of one theme by their path below its folder; nothing stands for a symbolic link.
type Files = BTreeMap<String, Option<Arc<[u8]>>>;

/// The files of every theme that stands beside the content.
#[derive(Debug, Default)]
pub(super) struct Themes {
    /// By the theme's name.
    files: BTreeMap<String, Files>,
    /// The chain that was made last, by the name of its first; nothing since a file changed.
    made: Option<(String, Chain)>,
}

/// What a theme's name leads to.
#[derive(Debug, Clone)]
enum Chain {
    Good(Arc<Theme>),
    Unknown,
    Unusable(String),
    Empty,
    /// A template has a fault.
    Fault(Box<Diagnostic>),
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
                let bytes = Some(bytes);
                files.insert(path.to_owned(), bytes.clone()) != Some(bytes)
            }
            _ => files.insert(path.to_owned(), None) != Some(None),
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
    ) -> Result<Arc<Theme>, Box<Diagnostic>> {
        let known = self.made.take().filter(|(known, _)| known == name);
        let known = known.unwrap_or_else(|| (name.to_owned(), self.make(name, sources)));
        let (_, chain) = self.made.insert(known);
        let fault = match chain {
            Chain::Good(theme) => return Ok(theme.clone()),
            Chain::Fault(fault) => return Err(fault.clone()),
            Chain::Unknown => rules::unknown_theme(span, name),
            Chain::Unusable(reason) => rules::unusable_theme(span, name, reason),
            Chain::Empty => rules::empty_theme(span, name),
        };
        Err(Box::new(fault))
    }

    fn make(&self, name: &str, sources: &mut Sources) -> Chain {
        let layers = match self.layers(name, sources) {
            Ok(Some(layers)) => layers,
            Ok(None) => return Chain::Unknown,
            // A theme that cannot be used is the author's to mend, like any other file of the site.
            Err(error) => return Chain::Unusable(format!("{error:#}").replace('\n', " ")),
        };
        if layers.iter().all(Layer::is_bare) {
            return Chain::Empty;
        }
        match Theme::new(layers, sources, functions::register) {
            Ok(theme) => Chain::Good(Arc::new(theme)),
            Err(fault) => Chain::Fault(fault),
        }
    }

    /// The theme and those it extends, nearest first; nothing when there is none of this name.
    fn layers(&self, name: &str, sources: &mut Sources) -> Result<Option<Vec<Layer>>> {
        if !is_theme_name(name) {
            return Ok(None);
        }
        let mut layers: Vec<Layer> = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(name) = next {
            if layers.iter().any(|layer| layer.name == name) {
                bail!("giao diện {name} kế thừa chính nó (theme {name} extends itself)");
            }
            let files = match self.files.get(&name) {
                Some(files) => of_site(&name, files)?,
                None => match theme::embedded(&name) {
                    Some(files) => files,
                    None if layers.is_empty() => return Ok(None),
                    None => bail!("không có giao diện {name} (no such theme)"),
                },
            };
            let layer = Layer::new(&name, files, sources)?;
            next = layer.extends.clone();
            layers.push(layer);
        }
        Ok(Some(layers))
    }
}

fn of_site(name: &str, files: &Files) -> Result<Vec<LayerFile>> {
    let mut layer = Vec::new();
    for (path, bytes) in files {
        let Some(bytes) = bytes.clone() else {
            bail!("themes/{name}/{path} là liên kết tượng trưng (is a symbolic link)");
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
