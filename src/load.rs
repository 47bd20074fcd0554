//! The only reader of sources: a site's folder and its theme as values. Pictures and papers are copied by [`crate::write`] later.
#![expect(
    clippy::disallowed_methods,
    reason = "this module is where files are read"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diag::Diagnostic;
use crate::rules;
use crate::site::Asset;
use crate::source::{FileId, Sources, Span};
use crate::text::nfc::nfc;
use crate::theme::{self, Layer, LayerFile};

/// Largest text file that is read, in bytes: far above the longest plan, far below what would stop a phone or a build.
const MAX_TEXT: u64 = 4 << 20;

/// A site as it stands on the disk.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The texts of content, data, configuration and theme.
    pub sources: Sources,
    /// `content/site.yaml`.
    pub config: Option<FileId>,
    /// The documents: path below `content/` and text.
    pub documents: Vec<(String, FileId)>,
    /// The tables of `content/data/`.
    pub tables: Vec<FileId>,
    /// Files that are copied as they are.
    pub assets: Vec<Asset>,
    /// What could not be taken in.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads everything below `root/content`.
///
/// # Errors
/// When there is no such folder or the machine refuses to read it.
pub fn content(root: &Path) -> Result<Loaded> {
    let folder = root.join("content");
    if !folder.is_dir() {
        bail!("không thấy thư mục {} (no such folder)", folder.display());
    }
    let mut entries = Vec::new();
    let mut loaded = Loaded::default();
    walk(&folder, &mut entries, &mut loaded)?;
    let taken: Vec<Taken> = entries
        .into_par_iter()
        .map(|(path, file)| take(path, file))
        .collect::<Result<_>>()?;
    for taken in taken {
        loaded.add(taken);
    }
    Ok(loaded)
}

/// Takes in files that are already in memory: their paths below `content/` and their bytes. The order is kept.
pub fn in_memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Loaded {
    let mut loaded = Loaded::default();
    for (path, bytes) in files {
        let what = match role(&path) {
            Role::Asset => asset(&path, &bytes),
            _ if bytes.len() as u64 > MAX_TEXT => What::TooLarge(bytes.len() as u64),
            _ => text(bytes),
        };
        let file = PathBuf::from(&path);
        loaded.add(Taken { path, file, what });
    }
    loaded
}

impl Loaded {
    fn add(&mut self, taken: Taken) {
        let Taken { path, file, what } = taken;
        let shown = format!("content/{path}");
        match what {
            What::Asset(size) => self.assets.push(Asset { path, file, size }),
            What::TooLarge(bytes) => {
                let span = Span::whole(self.sources.add(&shown, ""));
                self.diagnostics
                    .push(rules::file_too_large(span, bytes, MAX_TEXT));
            }
            What::Broken { text, before } => {
                let id = self.sources.add(&shown, &text);
                // The text is brought into one form when it is taken in; what stands before the fault shrinks with it.
                let kept = &self.sources.get(id).text;
                let at = before.min(kept.matches('\u{fffd}').count().saturating_sub(1));
                let at = kept
                    .match_indices('\u{fffd}')
                    .nth(at)
                    .map_or(0, |(at, _)| at);
                let span = Span::new(id, at, at + '\u{fffd}'.len_utf8());
                self.diagnostics.push(rules::not_utf8(span));
            }
            What::Text(text) => {
                let id = self.sources.add(&shown, &text);
                match role(&path) {
                    Role::Config => self.config = Some(id),
                    Role::Table => self.tables.push(id),
                    Role::Document | Role::Asset => self.documents.push((path, id)),
                }
            }
        }
    }

    fn refuse_link(&mut self, path: &str) {
        let id = self.sources.add(&format!("content/{path}"), "");
        self.diagnostics
            .push(rules::symlink_outside(Span::whole(id)));
    }
}

/// What a file is for, by its path below `content/`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Config,
    Table,
    Document,
    Asset,
}

fn role(path: &str) -> Role {
    let extension = extension(path);
    if matches!(path, "site.yaml" | "site.yml") {
        Role::Config
    } else if path.starts_with("data/")
        && matches!(extension.as_str(), "yaml" | "yml" | "json" | "csv")
    {
        Role::Table
    } else if extension == "md" {
        Role::Document
    } else {
        Role::Asset
    }
}

/// Lists the files below `folder` in the order of their paths, following links that stay inside the site.
fn walk(folder: &Path, files: &mut Vec<(String, PathBuf)>, loaded: &mut Loaded) -> Result<()> {
    // A link may lead anywhere inside the site, not only inside its content.
    let site = folder.parent().unwrap_or(folder);
    let inside = fs::canonicalize(site).with_context(|| site.display().to_string())?;
    let mut walk = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(Path::to_owned).unwrap_or_default();
                // A loop, or a link to nothing.
                if path.is_symlink() {
                    loaded.refuse_link(&below(folder, &path));
                    continue;
                }
                return Err(error).with_context(|| path.display().to_string());
            }
        };
        if entry.depth() > 0 && is_hidden(&entry) {
            skip(&mut walk, &entry);
            continue;
        }
        if entry.path_is_symlink() && !leads_inside(entry.path(), &inside) {
            loaded.refuse_link(&below(folder, entry.path()));
            skip(&mut walk, &entry);
            continue;
        }
        if entry.file_type().is_file() {
            files.push((below(folder, entry.path()), entry.into_path()));
        }
    }
    files.sort();
    Ok(())
}

fn skip(walk: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

/// Files of editors and systems, which are never content.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

fn leads_inside(link: &Path, inside: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.starts_with(inside))
}

/// The path below `folder`, with forward slashes, in NFC.
fn below(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let path = path.to_string_lossy().replace('\\', "/");
    nfc(&path).into_owned()
}

/// A file after reading.
struct Taken {
    path: String,
    file: PathBuf,
    what: What,
}

enum What {
    Asset(Option<(u32, u32)>),
    Text(String),
    /// Not UTF-8: the text with marks for what is not, and how many such marks stand before the first fault.
    Broken {
        text: String,
        before: usize,
    },
    TooLarge(u64),
}

fn take(path: String, file: PathBuf) -> Result<Taken> {
    let name = || file.display().to_string();
    let bytes = || fs::read(&file).with_context(name);
    let size = fs::metadata(&file).with_context(name)?.len();
    let what = match role(&path) {
        // Only the first bytes of a picture are looked at, so a large one costs nothing here.
        Role::Asset if is_raster(&path) => What::Asset(raster_size(&file)),
        Role::Asset if extension(&path) == "svg" && size <= MAX_TEXT => asset(&path, &bytes()?),
        Role::Asset => What::Asset(None),
        _ if size > MAX_TEXT => What::TooLarge(size),
        _ => text(bytes()?),
    };
    Ok(Taken { path, file, what })
}

fn text(bytes: Vec<u8>) -> What {
    match String::from_utf8(bytes) {
        Ok(text) => What::Text(text),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            What::Broken {
                before: String::from_utf8_lossy(valid).matches('\u{fffd}').count(),
                text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            }
        }
    }
}

fn asset(path: &str, bytes: &[u8]) -> What {
    let svg = (extension(path) == "svg").then(|| String::from_utf8_lossy(bytes));
    What::Asset(svg.and_then(|svg| view_box(&svg)))
}

/// What stands after the last dot, in lower case.
fn extension(path: &str) -> String {
    path.rsplit_once('.')
        .map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}

fn is_raster(path: &str) -> bool {
    matches!(
        extension(path).as_str(),
        "png" | "jpg" | "jpeg" | "gif" | "webp"
    )
}

/// Width and height of a picture, so that pages do not jump while it loads.
fn raster_size(file: &Path) -> Option<(u32, u32)> {
    let size = imagesize::size(file).ok()?;
    Some((
        u32::try_from(size.width).ok()?,
        u32::try_from(size.height).ok()?,
    ))
}

/// Width and height of an SVG's `viewBox`, rounded.
fn view_box(svg: &str) -> Option<(u32, u32)> {
    let (_, rest) = svg.split_once("viewBox=\"")?;
    let (value, _) = rest.split_once('"')?;
    let numbers: Vec<f64> = value
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map_while(|part| part.parse().ok())
        .collect();
    let [_, _, width, height] = numbers[..] else {
        return None;
    };
    Some((width.round() as u32, height.round() as u32))
}

/// The theme called `name` and those it extends, nearest first: from `root/themes`, else from the binary. Nothing when there is none.
///
/// # Errors
/// When the machine refuses to read a theme's folder.
pub fn theme(root: &Path, name: &str, sources: &mut Sources) -> Result<Option<Vec<Layer>>> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next {
        if layers.iter().any(|layer| layer.name == name) {
            bail!("giao diện {name} kế thừa chính nó (theme {name} extends itself)");
        }
        let folder = root.join("themes").join(&name);
        let files = if folder.is_dir() {
            theme_files(&folder)?
        } else {
            match theme::embedded(&name) {
                Some(files) => files,
                None if layers.is_empty() => return Ok(None),
                None => bail!("không có giao diện {name} (no such theme)"),
            }
        };
        let layer = Layer::new(&name, files, sources)?;
        next = layer.extends.clone();
        layers.push(layer);
    }
    Ok(Some(layers))
}

fn theme_files(folder: &Path) -> Result<Vec<LayerFile>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.path_is_symlink() {
            bail!(
                "{} là liên kết tượng trưng (is a symbolic link)",
                below(folder, entry.path())
            );
        }
        if entry.file_type().is_file() && !is_hidden(&entry) {
            let bytes =
                fs::read(entry.path()).with_context(|| entry.path().display().to_string())?;
            files.push(LayerFile {
                path: below(folder, entry.path()),
                bytes: Arc::from(bytes),
            });
        }
    }
    Ok(files)
}
