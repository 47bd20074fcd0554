//! Walking through the files of a site without reading any of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context as _, Result};
use walkdir::{DirEntry, WalkDir};

use super::{FOLDERS, below};

/// A walk through a whole site that was not taken yet.
#[derive(Debug)]
pub struct Round {
    pub(super) root: PathBuf,
}

/// What a walk met.
#[derive(Debug, Default)]
pub struct Walked {
    /// Files by their paths, each with whether it is read in any case.
    pub(super) found: BTreeMap<String, (Found, bool)>,
    /// Where two files look the same.
    pub(super) twice: BTreeSet<String>,
    /// Folders by their paths as they look, of those with letters that can be composed in two ways.
    folders: BTreeMap<String, PathBuf>,
    /// Where two folders look the same.
    pub(super) folders_twice: BTreeSet<String>,
}

impl Round {
    /// Looks at every file without reading any.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn walk(self) -> Result<Walked> {
        let mut walked = Walked::default();
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            walked.walk(&self.root, &folder, false)?;
        }
        Ok(walked)
    }
}

impl Walked {
    /// Looks at what stands at and below `start`; what is `named` is read in any case.
    pub(super) fn walk(&mut self, root: &Path, start: &Path, named: bool) -> Result<()> {
        let mut met = Vec::new();
        if below(root, start).starts_with("themes") {
            walk_theme(root, start, &mut met)?;
        } else {
            walk(root, start, &mut met)?;
        }
        for one in met {
            self.note_folders(root, &one);
            let before = self.found.get(&one.path);
            let forced = named || before.is_some_and(|(_, forced)| *forced);
            if before.is_some_and(|(before, _)| before.file != one.file) {
                self.twice.insert(one.path.clone());
            }
            self.found.insert(one.path.clone(), (one, forced));
        }
        Ok(())
    }

    /// Notes the folders of a file. Those that look the same are one in the site, and two on the disk.
    fn note_folders(&mut self, root: &Path, one: &Found) {
        if one.path.is_ascii() || !one.path.starts_with("content/") {
            return;
        }
        let inside = one.file.ancestors().skip(1);
        for folder in inside.take_while(|folder| *folder != root) {
            let path = below(root, folder);
            if path.is_ascii() {
                break;
            }
            let known = self.folders.entry(path.clone());
            if known.or_insert_with(|| folder.to_owned()) != folder {
                self.folders_twice.insert(path);
            }
        }
    }
}

/// By what a file is known to be the same without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) len: u64,
    modified: Option<SystemTime>,
    /// What else changes when another file takes the place or the time is set back: number of the file, time of its last change.
    unix: (u64, i64, i64),
    pub(super) sort: Sort,
}

/// How something that a walk met is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    File,
    /// A link that is not followed.
    Link,
    /// A folder that may not be read, or a file of which not even the size may be known.
    Barred,
    /// A file or folder of which the name is no Unicode text.
    Misnamed,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let unix = {
            use std::os::unix::fs::MetadataExt as _;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let unix = (0, 0, 0);
        Self {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            unix,
            sort: Sort::File,
        }
    }

    fn of_no_file(sort: Sort) -> Self {
        Self {
            len: 0,
            modified: None,
            unix: (0, 0, 0),
            sort,
        }
    }
}

/// A file that a walk met.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: String,
    pub(super) file: PathBuf,
    pub(super) stamp: Stamp,
}

/// Lists the files at and below `start`, following links that stay inside the site.
fn walk(root: &Path, start: &Path, met: &mut Vec<Found>) -> Result<()> {
    if let Some(refused) = Found::absent(root, start) {
        met.extend(refused);
        return Ok(());
    }
    // A link may lead anywhere inside the site, not only inside its content.
    let inside = fs::canonicalize(root).with_context(|| root.display().to_string())?;
    let content = root.join("content");
    let mut walk = WalkDir::new(start).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(Path::to_owned).unwrap_or_default();
                // A loop, or a link to nothing.
                if path.is_symlink() {
                    met.push(Found::link(root, path));
                    continue;
                }
                met.extend(Found::refused(root, error)?);
                continue;
            }
        };
        let is_top = entry.path() == content;
        if !is_top && is_hidden(&entry.file_name().to_string_lossy()) {
            skip(&mut walk, &entry);
            continue;
        }
        if is_misnamed(&entry) {
            met.push(Found::misnamed(root, entry.path().to_owned()));
            skip(&mut walk, &entry);
            continue;
        }
        if !is_top && entry.path_is_symlink() && !leads_inside(entry.path(), &inside) {
            met.push(Found::link(root, entry.path().to_owned()));
            skip(&mut walk, &entry);
            continue;
        }
        if entry.file_type().is_file() {
            met.extend(Found::file(root, entry)?);
        }
    }
    Ok(())
}

/// Lists the files of themes at and below `start`. Links are not followed there.
fn walk_theme(root: &Path, start: &Path, met: &mut Vec<Found>) -> Result<()> {
    if let Some(refused) = Found::absent(root, start) {
        met.extend(refused);
        return Ok(());
    }
    let mut walk = WalkDir::new(start).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                met.extend(Found::refused(root, error)?);
                continue;
            }
        };
        if is_misnamed(&entry) {
            skip(&mut walk, &entry);
            met.push(Found::misnamed(root, entry.into_path()));
        } else if entry.path_is_symlink() {
            met.push(Found::link(root, entry.into_path()));
        } else if entry.file_type().is_file() && !is_hidden(&entry.file_name().to_string_lossy()) {
            met.extend(Found::file(root, entry)?);
        }
    }
    Ok(())
}

impl Found {
    fn link(root: &Path, file: PathBuf) -> Self {
        Self::no_file(root, file, Sort::Link)
    }

    fn misnamed(root: &Path, file: PathBuf) -> Self {
        Self::no_file(root, file, Sort::Misnamed)
    }

    fn no_file(root: &Path, file: PathBuf, sort: Sort) -> Self {
        Self {
            path: below(root, &file),
            file,
            stamp: Stamp::of_no_file(sort),
        }
    }

    /// What a walk meets that begins where nothing is; a file in a folder that may not be entered is there all the same.
    fn absent(root: &Path, start: &Path) -> Option<Option<Self>> {
        let fault = fs::symlink_metadata(start).err()?;
        let is_barred = fault.kind() == ErrorKind::PermissionDenied;
        Some(is_barred.then(|| Self::no_file(root, start.to_owned(), Sort::Barred)))
    }

    /// Something that cannot be looked at; nothing when it is gone meanwhile.
    fn refused(root: &Path, error: walkdir::Error) -> Result<Option<Self>> {
        let file = error.path().map(Path::to_owned).unwrap_or_default();
        match error.io_error().map(std::io::Error::kind) {
            Some(ErrorKind::NotFound) => Ok(None),
            Some(ErrorKind::PermissionDenied) => Ok(Some(Self::no_file(root, file, Sort::Barred))),
            _ => Err(error).with_context(|| file.display().to_string()),
        }
    }

    /// Nothing when the file is gone meanwhile.
    fn file(root: &Path, entry: DirEntry) -> Result<Option<Self>> {
        let metadata = match entry.metadata() {
            Ok(metadata) => metadata,
            Err(error) => return Self::refused(root, error),
        };
        Ok(Some(Self {
            path: below(root, entry.path()),
            file: entry.into_path(),
            stamp: Stamp::of(&metadata),
        }))
    }
}

fn skip(walk: &mut walkdir::IntoIter, entry: &DirEntry) {
    if entry.file_type().is_dir() {
        walk.skip_current_dir();
    }
}

/// Whether a file so called is one of editors and systems, which are never content.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

/// Whether a name is no Unicode text, so that no link and no address can say it.
fn is_misnamed(entry: &DirEntry) -> bool {
    entry.file_name().to_str().is_none()
}

fn leads_inside(link: &Path, inside: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.starts_with(inside))
}
