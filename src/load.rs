//! The only reader of sources: a site's folder and its themes as values, whole or what differs since the last look. Pictures and
//! papers are copied by [`crate::write`] later.
#![expect(
    clippy::disallowed_methods,
    reason = "this module is where files are read"
)]

mod walk;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use crate::parse::svg::{self, Drawing};
use crate::picture::photo::{self, Photo};
use crate::site::Asset;
use crate::source::SourceFile;
use crate::text::nfc::nfc;

use walk::{Found, Sort, Stamp};

pub use walk::{Round, Walked, is_hidden};

/// Largest text file that is read, in bytes: far above the longest plan, far below what would stop a phone or a build.
pub const MAX_TEXT: u64 = 4 << 20;

/// How often a file that changes while it is read is read at the start, and how long it is waited for each time.
const READINGS: u32 = 20;
const READING_PAUSE: Duration = Duration::from_millis(20);

/// The folders of a site that are read.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// What stands at one path of a site, or no longer does.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Path below the site's root, with forward slashes, in NFC: `content/ke-hoach/tra-vinh.md`.
    pub path: String,
    /// What stands there.
    pub what: What,
}

/// What stands at a path.
#[derive(Debug, Clone)]
pub enum What {
    /// Nothing any more.
    Gone,
    /// A document, a table or the configuration.
    Text(Arc<SourceFile>),
    /// One that is not UTF-8: marks stand for what is not; the first of them is at this place.
    Broken(Arc<SourceFile>, Range<usize>),
    /// One that is too large to be read, with its bytes.
    TooLarge(u64),
    /// A file that is copied as it is, or a drawing.
    Copied(Asset),
    /// A list that is copied as it is, with its text, and whether that is UTF-8.
    Attached(Asset, Arc<SourceFile>, bool),
    /// A drawing of which these elements and attributes were left out.
    Cleaned(Asset, Vec<String>),
    /// A drawing that cannot be read.
    NoDrawing,
    /// A page or a program, which is not copied.
    Active,
    /// A file of a theme.
    OfTheme(Arc<[u8]>),
    /// A symbolic link that is not followed.
    Link,
    /// A file or folder that may not be read.
    Barred,
    /// A file or folder of which the name is no Unicode text.
    Misnamed,
    /// Two files whose names differ only in how their letters are composed.
    Twice,
    /// Two such folders.
    FolderTwice,
}

/// A site on the disk, with what is known of its files since they were last read.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    known: BTreeMap<String, Stamp>,
    /// Folders that look the same as another.
    twins: BTreeSet<String>,
    /// What a walk met that differs, and may still be written: nobody tells when it is closed.
    growing: BTreeMap<String, Stamp>,
}

/// What is known of the places that are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What stands there is complete; what is missing or empty may be half a save.
    Complete,
    /// Nothing happened there any more.
    Settled,
    /// Nobody tells of what is written: only what stays the same until it is looked at again is complete.
    Untold,
}

/// What a look at the disk gave.
#[derive(Debug, Default)]
pub struct Looked {
    /// What was read, or is gone.
    pub taken: Vec<Taken>,
    /// Files that were there and now are missing or empty, or became another while they were read, which may be half a save: to be
    /// looked at again soon.
    pub unsettled: Vec<PathBuf>,
    /// Whether a file came or went.
    pub moved: bool,
}

impl Disk {
    /// The site at `root`, of which nothing is known yet.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            known: BTreeMap::new(),
            twins: BTreeSet::new(),
            growing: BTreeMap::new(),
        }
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether the site has a folder for its content now.
    pub fn is_there(&self) -> bool {
        self.root.join("content").is_dir()
    }

    /// Reads the whole site, of which nothing is known yet.
    ///
    /// # Errors
    /// When there is no such folder, the machine refuses to read it, or a file is being written all the time.
    pub fn read(&mut self) -> Result<Vec<Taken>> {
        let round = self.round()?.walk()?;
        let mut looked = self.look_after(round, &BTreeSet::new(), Standing::Settled)?;
        for _ in 0..READINGS {
            if looked.unsettled.is_empty() {
                break;
            }
            std::thread::sleep(READING_PAUSE);
            let again = self.look(&looked.unsettled, Standing::Settled)?;
            looked.taken.extend(again.taken);
            looked.unsettled = again.unsettled;
        }
        if let Some(busy) = looked.unsettled.first() {
            let file = busy.display();
            bail!("{file}: tệp đang được ghi liên tục (the file is being written all the time)");
        }
        Ok(looked.taken)
    }

    /// A walk through the whole site, which somebody else may take meanwhile.
    ///
    /// # Errors
    /// When there is no such folder.
    pub fn round(&self) -> Result<Round> {
        if !self.is_there() {
            let folder = self.root.join("content");
            bail!("không thấy thư mục {} (no such folder)", folder.display());
        }
        Ok(Round {
            root: self.root.clone(),
        })
    }

    /// Reads what a walk found to differ, but for what is `pending`: half of it may be written. What was changed since the walk is read
    /// once more, and seen to be the same.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn look_after(
        &mut self,
        mut walked: Walked,
        pending: &BTreeSet<PathBuf>,
        standing: Standing,
    ) -> Result<Looked> {
        let is_left = |path: &String| !pending.contains(&self.root.join(path));
        walked.found.retain(|path, _| is_left(path));
        let gone = self.known.keys().filter(|path| is_left(path));
        let gone = gone.cloned().collect();
        let twins = self.twins(std::mem::take(&mut walked.folders_twice));
        let mut looked = self.take_in(walked, gone, standing)?;
        looked.taken.extend(twins);
        Ok(looked)
    }

    /// Of the folders that look the same as another, those that do since the last walk, and those that do no longer.
    fn twins(&mut self, twins: BTreeSet<String>) -> Vec<Taken> {
        let before = std::mem::replace(&mut self.twins, twins);
        let take = |path: &String, what| Taken {
            path: path.clone(),
            what,
        };
        let new = self.twins.difference(&before);
        let new = new.map(|path| take(path, What::FolderTwice));
        let old = before.difference(&self.twins);
        new.chain(old.map(|path| take(path, What::Gone))).collect()
    }

    /// Reads files, and what differs in folders since they were last read. Of those that are no part of the site nothing is said.
    /// What may be half a save is given back to be looked at again.
    ///
    /// # Errors
    /// When the machine refuses to read.
    pub fn look<'p>(
        &mut self,
        paths: impl IntoIterator<Item = &'p PathBuf>,
        standing: Standing,
    ) -> Result<Looked> {
        let mut walked = Walked::default();
        let mut gone = BTreeSet::new();
        for path in paths {
            let Some(start) = self.start(path) else {
                continue;
            };
            let key = below(&self.root, &start);
            // What an event names is read in any case: two saves may leave the same stamp.
            let named = start.as_path() == path && !start.is_dir();
            walked.walk(&self.root, &start, named)?;
            let inside = format!("{key}/");
            let known = self.known.range(key.clone()..);
            let known = known.take_while(|(path, _)| path.starts_with(&key));
            let known = known.filter(|(path, _)| **path == key || path.starts_with(&inside));
            gone.extend(known.map(|(path, _)| path.clone()));
        }
        self.take_in(walked, gone, standing)
    }

    /// Reads what differs of what was met; of what may be `gone`, whatever was not met is.
    fn take_in(
        &mut self,
        walked: Walked,
        gone: BTreeSet<String>,
        standing: Standing,
    ) -> Result<Looked> {
        let Walked {
            mut found, twice, ..
        } = walked;
        let mut looked = Looked::default();
        let barred = found
            .values()
            .filter(|(one, _)| one.stamp.sort == Sort::Barred);
        let barred: Vec<String> = barred.map(|(one, _)| format!("{}/", one.path)).collect();
        // What stands in a folder that may not be read is not known to be gone.
        let may_be_gone = |path: &String| {
            let mut barred = barred.iter();
            !found.contains_key(path) && !barred.any(|folder| path.starts_with(folder.as_str()))
        };
        let gone: Vec<String> = gone.into_iter().filter(may_be_gone).collect();
        for path in gone {
            if standing == Standing::Settled {
                self.known.remove(&path);
                self.growing.remove(&path);
                looked.moved = true;
                let what = What::Gone;
                looked.taken.push(Taken { path, what });
            } else {
                looked.unsettled.push(self.root.join(path));
            }
        }
        // Which of two files that look the same would be read is chance, so neither is.
        for path in twice {
            found.remove(&path);
            self.known.remove(&path);
            let what = What::Twice;
            looked.taken.push(Taken { path, what });
        }
        let known = &self.known;
        let differing = found.into_values().filter(|(one, forced)| {
            let before = known.get(&one.path);
            *forced || before != Some(&one.stamp)
        });
        let differing: Vec<Found> = differing.map(|(one, _)| one).collect();
        let (complete, half): (Vec<Found>, Vec<Found>) = differing
            .into_iter()
            .partition(|one| self.is_complete(one, standing));
        let half = half.into_iter().map(|one| {
            self.growing.insert(one.path, one.stamp);
            one.file
        });
        looked.unsettled.extend(half);
        let taken: Vec<Option<Taken>> = complete.par_iter().map(take).collect::<Result<_>>()?;
        for (one, taken) in complete.into_iter().zip(taken) {
            match taken {
                Some(taken) => {
                    self.growing.remove(&one.path);
                    let before = self.known.insert(one.path, one.stamp);
                    looked.moved |= before.is_none();
                    looked.taken.push(taken);
                }
                None => looked.unsettled.push(one.file),
            }
        }
        Ok(looked)
    }

    /// Whether a file that differs is no half of a save.
    fn is_complete(&self, one: &Found, standing: Standing) -> bool {
        let has_text = |stamp: &Stamp| stamp.len > 0;
        match standing {
            Standing::Complete => {
                has_text(&one.stamp) || !self.known.get(&one.path).is_some_and(has_text)
            }
            Standing::Settled => self
                .growing
                .get(&one.path)
                .is_none_or(|then| *then == one.stamp),
            Standing::Untold => false,
        }
    }

    /// Where to begin to look for what happened at `path`; nothing when it is no part of the site.
    fn start(&self, path: &Path) -> Option<PathBuf> {
        let below = path.strip_prefix(&self.root).ok()?;
        let mut parts = below.components();
        let top = parts.next()?.as_os_str().to_str()?;
        if !FOLDERS.contains(&top) {
            return None;
        }
        let mut at = self.root.join(top);
        for part in parts {
            if is_hidden(&part.as_os_str().to_string_lossy()) {
                return None;
            }
            at.push(part);
            if part.as_os_str().to_str().is_none() {
                return Some(at);
            }
            // Where a link leads is judged from the top, as when everything is read.
            if at.is_symlink() {
                return Some(self.root.join(top));
            }
        }
        Some(at)
    }
}

/// Takes in a file that is already in memory, by its path below the site's root.
pub fn in_memory(path: &str, bytes: Vec<u8>) -> Taken {
    let content = path.strip_prefix("content/");
    let what = match content {
        None => What::OfTheme(bytes.into()),
        Some(content) => match role(content) {
            Role::Active => What::Active,
            Role::Asset if extension(content) == "svg" => {
                drawing(content, content.as_ref(), &bytes)
            }
            Role::Asset if is_list(content) && bytes.len() as u64 <= MAX_TEXT => {
                attached(path, content.as_ref(), &bytes)
            }
            Role::Asset => {
                let looked = is_raster(content).then(|| Photo::of(&bytes));
                What::Copied(copied(
                    content,
                    content.as_ref(),
                    bytes.len() as u64,
                    looked,
                ))
            }
            _ if bytes.len() as u64 > MAX_TEXT => What::TooLarge(bytes.len() as u64),
            _ => text(path, &bytes),
        },
    };
    Taken {
        path: path.to_owned(),
        what,
    }
}

/// What a file is for, by its path below `content/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `site.yaml`.
    Config,
    /// A table of `data/`.
    Table,
    /// A document.
    Document,
    /// A page or a program, which would run in a browser or on a server.
    Active,
    /// Anything else: copied as it is.
    Asset,
}

/// Endings of what browsers and servers run.
const ACTIVE: &[&str] = &[
    "asp", "aspx", "cgi", "exe", "htm", "html", "js", "jsp", "mjs", "php", "shtml", "swf", "wasm",
    "xht", "xhtml",
];

/// What the file at `path` below `content/` is for.
pub fn role(path: &str) -> Role {
    let extension = extension(path);
    if matches!(path, "site.yaml" | "site.yml") {
        Role::Config
    } else if path.starts_with("data/")
        && matches!(extension.as_str(), "yaml" | "yml" | "json" | "csv")
    {
        Role::Table
    } else if extension == "md" {
        Role::Document
    } else if ACTIVE.contains(&extension.as_str()) {
        Role::Active
    } else {
        Role::Asset
    }
}

/// The path below `folder`, with forward slashes, in NFC.
fn below(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let path = path.to_string_lossy().replace('\\', "/");
    nfc(&path).into_owned()
}

/// Takes in a file; nothing when it is gone or written anew meanwhile.
fn take(found: &Found) -> Result<Option<Taken>> {
    let what = match what(found) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ResourceBusy) => {
            return Ok(None);
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => What::Barred,
        what => what.with_context(|| found.file.display().to_string())?,
    };
    let path = found.path.clone();
    Ok(Some(Taken { path, what }))
}

fn what(found: &Found) -> std::io::Result<What> {
    let Found { path, file, stamp } = found;
    match stamp.sort {
        Sort::Link => return Ok(What::Link),
        Sort::Barred => return Ok(What::Barred),
        Sort::Misnamed => return Ok(What::Misnamed),
        Sort::File => {}
    }
    let Some(content) = path.strip_prefix("content/") else {
        return Ok(What::OfTheme(read(found)?.into()));
    };
    let looked = match role(content) {
        Role::Asset if is_raster(content) && stamp.len > photo::MAX_BYTES => {
            Some(Err(photo::Fault::TooLarge))
        }
        Role::Asset if is_raster(content) => Some(Photo::of(&read(found)?)),
        Role::Active => return Ok(What::Active),
        Role::Asset if extension(content) == "svg" && stamp.len <= MAX_TEXT => {
            return Ok(drawing(content, file, &read(found)?));
        }
        Role::Asset if extension(content) == "svg" => return Ok(What::TooLarge(stamp.len)),
        Role::Asset if is_list(content) && stamp.len <= MAX_TEXT => {
            return Ok(attached(path, file, &read(found)?));
        }
        Role::Asset => None,
        _ if stamp.len > MAX_TEXT => return Ok(What::TooLarge(stamp.len)),
        _ => return Ok(text(path, &read(found)?)),
    };
    Ok(What::Copied(copied(content, file, stamp.len, looked)))
}

/// The bytes of a file as long as it was when it was met.
///
/// # Errors
/// When the machine refuses; [`ErrorKind::ResourceBusy`] when it has another length now: a program that saves it has emptied it, or is
/// in the middle of it.
fn read(found: &Found) -> std::io::Result<Vec<u8>> {
    let bytes = fs::read(&found.file)?;
    if bytes.len() as u64 == found.stamp.len {
        Ok(bytes)
    } else {
        Err(ErrorKind::ResourceBusy.into())
    }
}

/// A file that is copied, with what a look at it as a picture gave.
fn copied(
    path: &str,
    file: &Path,
    bytes: u64,
    looked: Option<Result<Photo, photo::Fault>>,
) -> Asset {
    let (photo, fault) = match looked {
        None => (None, None),
        Some(Ok(photo)) => (Some(photo), None),
        Some(Err(fault)) => (None, Some(fault)),
    };
    Asset {
        path: path.to_owned(),
        file: file.to_owned(),
        size: photo.as_ref().map(|photo| photo.size),
        bytes,
        drawing: None,
        photo,
        fault,
        told: None,
    }
}

/// A list beside a document, with its text: spreadsheets write UTF-8, UTF-16 or the encoding of their machine.
fn attached(path: &str, file: &Path, bytes: &[u8]) -> What {
    let content = path.strip_prefix("content/").unwrap_or(path);
    let asset = copied(content, file, bytes.len() as u64, None);
    let text = simdutf8::basic::from_utf8(bytes).ok();
    let is_utf8 = text.is_some();
    let text = text.map_or_else(|| otherwise(bytes), Cow::Borrowed);
    What::Attached(asset, Arc::new(SourceFile::new(path, &text)), is_utf8)
}

/// Bytes that are no UTF-8: as UTF-16 if their first two say so (Unicode 16.0, 2.6), else with marks for what is none.
fn otherwise(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let (units, _) = bytes[2..].as_chunks();
        let units: Vec<u16> = units.iter().copied().map(unit).collect();
        String::from_utf16_lossy(&units).into()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes),
    }
}

/// A drawing, without what does more than draw.
fn drawing(path: &str, file: &Path, bytes: &[u8]) -> What {
    let Some(Drawing { text, removed }) = svg::clean(bytes) else {
        return What::NoDrawing;
    };
    let asset = Asset {
        path: path.to_owned(),
        file: file.to_owned(),
        size: view_box(&text),
        bytes: text.len() as u64,
        drawing: Some(text.into()),
        photo: None,
        fault: None,
        told: None,
    };
    if removed.is_empty() {
        What::Copied(asset)
    } else {
        What::Cleaned(asset, removed)
    }
}

/// Reads once more the text that was left out of `left`.
///
/// # Errors
/// When the machine refuses, or another text stands there now.
pub fn again(root: &Path, left: &SourceFile) -> Result<SourceFile> {
    let read = match fs::read(root.join(&*left.path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            written_otherwise(root, &left.path).and_then(fs::read)
        }
        read => read,
    };
    let bytes = read.with_context(|| left.path.to_string())?;
    let text = simdutf8::basic::from_utf8(&bytes).ok();
    text.and_then(|text| left.again(text)).with_context(|| {
        format!(
            "{} bị sửa trong lúc tạo trang; hãy chạy lại (changed while the site was being made)",
            left.path
        )
    })
}

/// The file at `path` below `root` when its name is composed in another way on the disk.
fn written_otherwise(root: &Path, path: &str) -> std::io::Result<PathBuf> {
    path.split('/').try_fold(root.to_owned(), |folder, name| {
        let entries = fs::read_dir(folder)?.filter_map(Result::ok);
        let mut paths = entries.map(|entry| entry.path());
        let is_it = |path: &PathBuf| {
            let own = path.file_name().map(|own| own.to_string_lossy());
            own.is_some_and(|own| nfc(&own) == name)
        };
        paths.find(is_it).ok_or(ErrorKind::NotFound.into())
    })
}

fn text(path: &str, bytes: &[u8]) -> What {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return What::Text(Arc::new(SourceFile::new(path, text)));
    }
    let mark = '\u{fffd}';
    let valid = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let before = valid.matches(mark).count();
    let source = SourceFile::new(path, &String::from_utf8_lossy(bytes));
    // The text is brought into one form when it is taken in; what stands before the fault shrinks with it.
    let marks = source.text.matches(mark).count();
    let nth = before.min(marks.saturating_sub(1));
    let at = source.text.match_indices(mark).nth(nth);
    let at = at.map_or(0, |(at, _)| at);
    What::Broken(Arc::new(source), at..at + mark.len_utf8())
}

/// What stands after the last dot, in lower case.
fn extension(path: &str) -> String {
    path.rsplit_once('.')
        .map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}

/// Whether a file is a list as spreadsheets save it.
fn is_list(path: &str) -> bool {
    matches!(extension(path).as_str(), "csv" | "tsv" | "txt")
}

fn is_raster(path: &str) -> bool {
    matches!(
        extension(path).as_str(),
        "png" | "jpg" | "jpeg" | "gif" | "webp"
    )
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
