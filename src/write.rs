//! The only writer of the disk: new files of a site, and the output.
//!
//! Of the output:
//!
//! 1. A folder that loa did not make is refused.
//! 2. Outputs go into a folder beside the last good one; what is the same is a hard link to it and keeps its bytes and times.
//! 3. When everything stands, the two folders change places in one step where the system can, else by two renames.
//! 4. Until then the last good output is untouched: a build that fails or is interrupted leaves it whole.
//!
//! A picture that was drawn of the same things and still has the bytes that were drawn is kept, not drawn again.
//!
//! Where the output is a mount point of its own, nothing can stand beside it: the new folder then stands inside, and files are
//! renamed one by one, pages last.
#![expect(
    clippy::disallowed_methods,
    reason = "this module is where files are written"
)]

mod drawn;

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File, TryLockError};
use std::hash::{Hash as _, Hasher as _};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::render::{Content, Output};

use drawn::Drawn;

/// The file by which loa knows a folder as its own.
const MARKER: &str = ".loa-output";
const MARKER_TEXT: &str = "loa: thư mục này do loa tạo và có thể bị thay thế toàn bộ / this folder is made and replaced by loa\n";

/// Writes a file of the site that does not exist yet, with the folders above it.
///
/// # Errors
/// When there is such a file, or the machine refuses.
pub fn new_file(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    match File::create_new(path) {
        Ok(mut file) => file
            .write_all(bytes)
            .with_context(|| path.display().to_string()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!(
            "đã có tệp {0}, không ghi đè; chọn tên khác hoặc -o TỆP ({0} exists and is left alone)",
            path.display()
        ),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// An output folder in the making.
#[derive(Debug)]
pub struct Staging {
    /// The folder that will be replaced.
    output: PathBuf,
    /// The folder being filled.
    new: PathBuf,
    /// Whether nothing was made there before.
    is_first: bool,
    drawn: Drawn,
    /// Keeps other builds of the same folder away until this one is done.
    _lock: File,
    unchanged: AtomicUsize,
    written: AtomicUsize,
}

/// What a finished build did to the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or differ.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
}

impl Staging {
    /// Prepares to replace `output`.
    ///
    /// # Errors
    /// When the folder holds files that loa did not make, another build is writing it, or the machine refuses.
    pub fn open(output: &Path) -> Result<Self> {
        let output = absolute(output)?;
        refuse_foreign(&output)?;
        let lock = lock(&output)?;
        let new = staging_folder(&output)?;
        empty(&new)?;
        Ok(Self {
            is_first: !output.join(MARKER).is_file(),
            drawn: Drawn::of(&fs::read_to_string(output.join(Drawn::FILE)).unwrap_or_default()),
            output,
            new,
            _lock: lock,
            unchanged: AtomicUsize::new(0),
            written: AtomicUsize::new(0),
        })
    }

    /// Puts one output into the new folder. May be called from several threads.
    ///
    /// # Errors
    /// When the machine refuses to read or write.
    pub fn put(&self, output: &Output) -> Result<()> {
        match &output.content {
            Content::Page(page) => self.put_bytes(&output.path, page.html.as_bytes()),
            Content::Bytes(bytes) => self.put_bytes(&output.path, bytes),
            Content::Shared(bytes) => self.put_bytes(&output.path, bytes),
            Content::File(file) => {
                let bytes = fs::read(file).with_context(|| file.display().to_string())?;
                self.put_bytes(&output.path, &bytes)
            }
            Content::Picture(picture) => {
                let source = picture
                    .source()
                    .map(|file| fs::read(file).with_context(|| file.display().to_string()));
                let source = source.transpose()?.unwrap_or_default();
                let old = fs::read(self.output.join(&output.path)).ok();
                let (key, path) = (picture.key(&source), &output.path);
                let known = old.filter(|old| self.drawn.is_known(path, &key, old));
                let bytes = known.unwrap_or_else(|| picture.draw(&source));
                self.drawn.remember(path, key, &bytes);
                self.put_bytes(path, &bytes)
            }
        }
    }

    fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let target = self.new.join(path);
        let old = self.output.join(path);
        let same = !self.is_first && fs::read(&old).is_ok_and(|known| known == bytes);
        if same && in_folder(&target, || fs::hard_link(&old, &target)).is_ok() {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            return Ok(());
        }
        in_folder(&target, || fs::write(&target, bytes))
            .with_context(|| target.display().to_string())?;
        if same {
            // No hard links on this system: at least the time stays.
            let modified = fs::metadata(&old)?.modified()?;
            File::options()
                .write(true)
                .open(&target)?
                .set_modified(modified)?;
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        } else {
            self.written.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }

    /// One file of the last output and of the new one, where both have it.
    pub fn before_and_after(&self, path: &str) -> Option<[String; 2]> {
        let read = |folder: &Path| fs::read_to_string(folder.join(path)).ok();
        Some([read(&self.output)?, read(&self.new)?])
    }

    /// Puts the new folder in the place of the old one.
    ///
    /// # Errors
    /// When the machine refuses; the old folder is then still whole.
    pub fn finish(self) -> Result<Written> {
        if let Some(record) = self.drawn.record() {
            self.put_bytes(Drawn::FILE, record.as_bytes())?;
        }
        let before = files(&self.output)?;
        let in_place = self.new.starts_with(&self.output);
        // Of a new folder nothing can be removed.
        let after = if before.is_empty() && !in_place {
            BTreeSet::new()
        } else {
            files(&self.new)?
        };
        let written = Written {
            written: self.written.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
            removed: before.difference(&after).count(),
        };
        // The marker never changes either.
        if let Ok(marker) = fs::metadata(self.output.join(MARKER)) {
            let new = File::options().append(true).open(self.new.join(MARKER))?;
            new.set_modified(marker.modified()?)?;
        }
        if in_place {
            self.move_in(&before, &after)?;
        } else {
            switch(&self.new, &self.output)?;
        }
        Ok(written)
    }

    /// File by file, for an output folder that cannot be exchanged: pages last, so that none points at what is not there yet.
    fn move_in(&self, before: &BTreeSet<PathBuf>, after: &BTreeSet<PathBuf>) -> Result<()> {
        let is_page = |path: &PathBuf| {
            path.extension()
                .is_some_and(|extension| extension == "html")
        };
        let (pages, others): (Vec<&PathBuf>, Vec<&PathBuf>) =
            after.iter().partition(|path| is_page(path));
        for path in others.into_iter().chain(pages) {
            let target = self.output.join(path);
            in_folder(&target, || fs::rename(self.new.join(path), &target))
                .with_context(|| target.display().to_string())?;
        }
        for path in before.difference(after) {
            let stale = self.output.join(path);
            fs::remove_file(&stale).with_context(|| stale.display().to_string())?;
        }
        remove_empty_folders(&self.output)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // After a switch this is the old output, after a failure the unfinished one. What cannot be removed now is removed by
        // the next build.
        let _ = fs::remove_dir_all(&self.new);
    }
}

/// The path without symbolic links, also when its last part does not exist yet.
fn absolute(path: &Path) -> Result<PathBuf> {
    if let Ok(path) = fs::canonicalize(path) {
        return Ok(path);
    }
    let name = path
        .file_name()
        .context("đường dẫn không có tên thư mục (the path has no folder name)")?;
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
    Ok(fs::canonicalize(parent)?.join(name))
}

fn refuse_foreign(output: &Path) -> Result<()> {
    if !output.exists() || output.join(MARKER).is_file() {
        return Ok(());
    }
    let mut entries = fs::read_dir(output).with_context(|| output.display().to_string())?;
    if entries.next().is_none() {
        return Ok(());
    }
    bail!(
        "thư mục {} đã có tệp không do loa tạo; hãy chọn thư mục khác với -o (this folder holds files that loa did not make)",
        output.display()
    )
}

/// Beside the output, or inside it when it is a mount point or its parent cannot be written.
fn staging_folder(output: &Path) -> Result<PathBuf> {
    let name = output
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let beside = match (output.parent(), name) {
        (Some(parent), Some(name)) => Some(parent.join(format!(".{name}.loa-new"))),
        _ => None,
    };
    match beside {
        Some(beside) if !is_mount_point(output) && fs::create_dir_all(&beside).is_ok() => {
            Ok(beside)
        }
        _ => {
            let inside = output.join(".loa-new");
            fs::create_dir_all(&inside).with_context(|| inside.display().to_string())?;
            Ok(inside)
        }
    }
}

#[cfg(unix)]
fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    match folder.parent() {
        Some(parent) => device(folder).is_some_and(|own| Some(own) != device(parent)),
        None => true,
    }
}

#[cfg(not(unix))]
fn is_mount_point(folder: &Path) -> bool {
    folder.parent().is_none()
}

/// Takes the lock of `output`, which stands in the system's folder for temporary files, so that nothing is left beside the output.
fn lock(output: &Path) -> Result<File> {
    let mut hasher = DefaultHasher::new();
    output.hash(&mut hasher);
    let path = std::env::temp_dir().join(format!("loa-{:016x}.lock", hasher.finish()));
    let lock = File::options().create(true).append(true).open(&path);
    let lock = lock.with_context(|| path.display().to_string())?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => bail!(
            "một lần tạo trang khác đang ghi vào {} (another build is writing this folder)",
            output.display()
        ),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// Makes `new` a folder of ours that holds nothing else: what an interrupted build left is removed.
fn empty(new: &Path) -> Result<()> {
    for entry in fs::read_dir(new).with_context(|| new.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() && !path.is_symlink() {
            fs::remove_dir_all(&path)?;
        } else {
            fs::remove_file(&path)?;
        }
    }
    fs::write(new.join(MARKER), MARKER_TEXT).with_context(|| new.display().to_string())
}

/// Runs `act`; when the folder of `target` is missing, makes it and runs `act` again.
fn in_folder(target: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match act() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            act()
        }
        done => done,
    }
}

/// Every file below `folder` except those of an unfinished build inside it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    if !folder.exists() {
        return Ok(BTreeSet::new());
    }
    let unfinished = folder.join(".loa-new");
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder)
        .into_iter()
        .filter_entry(|e| e.path() != unfinished)
    {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.insert(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    Ok(files)
}

/// Exchanges the two folders. After it `new` holds the old output, or nothing.
fn switch(new: &Path, output: &Path) -> Result<()> {
    let name = || output.display().to_string();
    if !output.exists() {
        return fs::rename(new, output).with_context(name);
    }
    if exchange(new, output) {
        return Ok(());
    }
    let old = output.with_extension("loa-old");
    fs::rename(output, &old).with_context(name)?;
    if let Err(error) = fs::rename(new, output) {
        fs::rename(&old, output).with_context(name)?;
        return Err(error).with_context(name);
    }
    fs::rename(&old, new).with_context(name)
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, output: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, new, CWD, output, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

fn remove_empty_folders(folder: &Path) -> Result<()> {
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            // Fails for folders that hold something, which is what is wanted.
            let _ = fs::remove_dir(entry.path());
        }
    }
    Ok(())
}
