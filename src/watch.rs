//! Hints that something changed on the disk, gathered into pieces of work.
//!
//! The events of the system are hints, never facts: they name where to look, and what is there decides. The first sure one (a file
//! closed after writing, or moved to its place) is acted upon at once; what belongs to it follows within [`BREATH`], and where
//! several files are saved together, or another is being written, within [`LONG_BREATH`]; what comes later waits for the next piece of work. What may be half a
//! save is not looked at: a file that is being written until it is closed, or nothing more was heard of it for [`WRITING`]; one that
//! was moved away or removed until nothing more was heard of it for [`SETTLE`]. Soon after files come or go, and every few seconds,
//! everything is looked at, because events get lost: in folders made a moment ago, behind links, when too many come at once.
//!
//! Where no events arrive at all (network mounts, some containers) only the look round is left, and is taken more often; what it finds
//! is taken as it is once it stayed the same for [`POLL`]. Two things tell at the start: the kind of the file system, and whether our own reading of the folder is heard of. The site's
//! folder is never written to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RenameMode};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::load::{FOLDERS, is_hidden};

/// How long the rest of a change is waited for after its first event: as long as a program needs from one file to the next.
const BREATH: Duration = Duration::from_millis(1);
/// The same once a second file was heard of, be it only that it is being written: a program that saves many may be held up between two.
const LONG_BREATH: Duration = Duration::from_millis(10);
/// The longest that a change which never pauses is waited for.
const LONGEST_BREATH: Duration = Duration::from_millis(100);
/// Of more paths than these no list is made: everything is looked at.
const MANY: usize = 500;
/// After how much quiet a file that is missing or empty is taken as it is.
const SETTLE: Duration = Duration::from_millis(60);
/// After how much quiet a file that was written to and never closed is taken as it is, where the system tells of closing.
const WRITING: Duration = if cfg!(target_os = "linux") {
    Duration::from_secs(1)
} else {
    SETTLE
};
/// When everything is looked at after files came or went.
const ROUND_AFTER_CHANGE: Duration = Duration::from_millis(250);
/// How often everything is looked at when events arrive.
const ROUND: Duration = Duration::from_secs(3);
/// How often everything is looked at when none do.
const POLL: Duration = Duration::from_millis(400);
/// A look round may take one part in so many of the time.
const ROUND_SHARE: u32 = 100;
const POLL_SHARE: u32 = 10;
/// How long the system has to report our own reading at the start.
const SELF_TEST: Duration = Duration::from_millis(700);

/// What is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// Something stands complete at this path.
    Sure(PathBuf),
    /// Something may be happening at this path.
    Unsure(PathBuf),
    /// A file is being written at this path.
    Writing(PathBuf),
    /// A walk through everything, which was begun elsewhere, has ended.
    Walked,
    /// Anything may have happened.
    Anything,
    /// It is time to end.
    End,
}

/// What is to be looked at now.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Paths where something may have changed, or be half changed.
    pub named: BTreeSet<PathBuf>,
    /// Paths where nothing happens any more.
    pub settled: Vec<PathBuf>,
    /// Everything.
    pub everything: bool,
    /// What the walk met that was begun before.
    pub walked: bool,
}

impl Work {
    /// Whether a file that is being written is the next of several that are saved together. Those that editors keep beside a file are not.
    fn is_followed_by(&self, writing: &Path) -> bool {
        let name = writing.file_name().unwrap_or_default().to_string_lossy();
        !self.named.is_empty() && !self.named.contains(writing) && !is_hidden(&name)
    }
}

/// Hints as they become work.
#[derive(Debug)]
pub struct Hints {
    hints: Receiver<Hint>,
    unsettled: BTreeMap<PathBuf, Instant>,
    next_round: Instant,
    /// Whether only the look round finds anything.
    polling: bool,
}

impl Hints {
    /// Nothing heard yet.
    pub fn new(hints: Receiver<Hint>) -> Self {
        Self {
            hints,
            unsettled: BTreeMap::new(),
            next_round: Instant::now() + ROUND_AFTER_CHANGE,
            polling: false,
        }
    }

    /// Says whether only the look round finds anything; it is then taken more often.
    pub fn set_polling(&mut self, polling: bool) {
        self.polling = polling;
        if polling {
            self.next_round = self.next_round.min(Instant::now() + POLL);
        }
    }

    /// Waits for something to do; nothing when it is time to end.
    pub fn wait(&mut self) -> Option<Work> {
        let mut work = Work::default();
        let mut until = self.first_due();
        let mut longest = None;
        let mut several = false;
        loop {
            let wait = until.saturating_duration_since(Instant::now());
            match self.hints.recv_timeout(wait) {
                Ok(Hint::End) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Hint::Anything) => work.everything = true,
                Ok(Hint::Walked) => work.walked = true,
                Ok(Hint::Unsure(path)) => {
                    self.unsettle(path, SETTLE, &work, &mut until);
                    continue;
                }
                Ok(Hint::Writing(path)) => {
                    let is_next = work.is_followed_by(&path);
                    // What was complete is being written once more.
                    work.named.remove(&path);
                    self.unsettle(path, WRITING, &work, &mut until);
                    if !is_next {
                        continue;
                    }
                    several = true;
                }
                Ok(Hint::Sure(path)) => {
                    self.unsettled.remove(&path);
                    work.named.insert(path);
                }
                Err(RecvTimeoutError::Timeout) => break,
            }
            let now = Instant::now();
            let longest = *longest.get_or_insert(now + LONGEST_BREATH);
            several |= work.named.len() > 1;
            let breath = if several { LONG_BREATH } else { BREATH };
            until = longest.min(now + breath);
        }
        if work.named.len() > MANY {
            work.named.clear();
            work.everything = true;
        }
        let now = Instant::now();
        let due = self.unsettled.iter().filter(|(_, due)| **due <= now);
        work.settled = due.map(|(path, _)| path.clone()).collect();
        for path in &work.settled {
            self.unsettled.remove(path);
        }
        work.everything |= self.next_round <= now;
        Some(work)
    }

    /// What may be half changed at `path` is looked at after so much quiet.
    fn unsettle(&mut self, path: PathBuf, quiet: Duration, work: &Work, until: &mut Instant) {
        self.unsettled.insert(path, Instant::now() + quiet);
        if *work == Work::default() {
            *until = self.first_due();
        }
    }

    /// The paths where something may be half changed.
    pub fn pending(&self) -> BTreeSet<PathBuf> {
        self.unsettled.keys().cloned().collect()
    }

    /// What was found half changed is looked at again; where nobody tells of what is written, as late as of everything.
    pub fn unsettled(&mut self, paths: Vec<PathBuf>) {
        let quiet = if self.polling { POLL } else { SETTLE };
        let due = Instant::now() + quiet;
        for path in paths {
            self.unsettled.entry(path).or_insert(due);
        }
    }

    /// Tells that files came or went: something may have been missed on the way.
    pub fn moved(&mut self) {
        self.next_round = Instant::now() + ROUND_AFTER_CHANGE;
    }

    /// Tells that everything was looked at, which took `cost`.
    pub fn looked_round(&mut self, cost: Duration) {
        let pause = if self.polling {
            POLL.max(cost * POLL_SHARE)
        } else {
            ROUND.max(cost * ROUND_SHARE)
        };
        self.next_round = Instant::now() + pause;
    }

    fn first_due(&self) -> Instant {
        let unsettled = self.unsettled.values().min().copied();
        unsettled.map_or(self.next_round, |due| due.min(self.next_round))
    }
}

/// Listens to the system.
#[derive(Debug)]
pub struct Watcher {
    root: PathBuf,
    watcher: RecommendedWatcher,
    /// Which folders are listened to: a folder that was made anew at the same path is another one.
    watched: BTreeMap<PathBuf, Option<u64>>,
    heard_reading: Arc<AtomicBool>,
}

impl Watcher {
    /// Begins to listen at the site in `root` and hands what is heard to `hints`.
    ///
    /// # Errors
    /// When the system has no such service, or no room for so many folders.
    pub fn new(root: &Path, hints: Sender<Hint>) -> notify::Result<Self> {
        let heard_reading = Arc::new(AtomicBool::new(false));
        let heard = heard_reading.clone();
        let hear = move |event: notify::Result<Event>| {
            for hint in read(event, &heard) {
                // After the end nobody listens.
                let _ = hints.send(hint);
            }
        };
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = Self {
            root: root.to_owned(),
            watcher: RecommendedWatcher::new(hear, config)?,
            watched: BTreeMap::new(),
            heard_reading,
        };
        watcher.refresh()?;
        Ok(watcher)
    }

    /// Listens to folders that were made anew since.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn refresh(&mut self) -> notify::Result<()> {
        let folders = FOLDERS.map(|folder| (self.root.join(folder), RecursiveMode::Recursive));
        let root = (self.root.clone(), RecursiveMode::NonRecursive);
        for (folder, mode) in std::iter::once(root).chain(folders) {
            let now = identity(&folder);
            if self.watched.get(&folder) == Some(&now) {
                continue;
            }
            // Of a folder that is gone the system has forgotten this already.
            let _ = self.watcher.unwatch(&folder);
            if now.is_some() {
                self.watcher.watch(&folder, mode)?;
            }
            self.watched.insert(folder, now);
        }
        Ok(())
    }

    /// Whether events arrive from where the site stands.
    pub fn hears(&self) -> bool {
        if is_remote(&self.root.join("content")) {
            return false;
        }
        // Only this system tells of reading; elsewhere what it says about itself is believed.
        if !cfg!(target_os = "linux") {
            return true;
        }
        let start = Instant::now();
        while start.elapsed() < SELF_TEST {
            let _ = self.root.join("content").read_dir().map(Iterator::count);
            if self.heard_reading.load(Ordering::Relaxed) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        false
    }
}

/// What an event hints at.
fn read(event: notify::Result<Event>, heard_reading: &AtomicBool) -> Vec<Hint> {
    let Ok(event) = event else {
        return vec![Hint::Anything];
    };
    if event.need_rescan() {
        return vec![Hint::Anything];
    }
    let sure = |path: &PathBuf| Hint::Sure(path.clone());
    let unsure = |path: &PathBuf| Hint::Unsure(path.clone());
    let paths = event.paths.iter();
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Create(CreateKind::Folder)
        | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => paths.map(sure).collect(),
        EventKind::Access(_) => {
            heard_reading.store(true, Ordering::Relaxed);
            Vec::new()
        }
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)) => {
            paths.cloned().map(Hint::Writing).collect()
        }
        // Where the two ends of a move are told as one, each was or will be told for itself, or the second is the new place.
        EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => match &event.paths[..] {
            [from, to] => vec![unsure(from), sure(to)],
            _ => vec![Hint::Anything],
        },
        _ => paths.map(unsure).collect(),
    }
}

/// What tells a folder from another one at the same path.
#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "only which folder it is, not what it holds"
)]
fn identity(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(folder)
        .ok()
        .map(|metadata| metadata.ino())
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<u64> {
    folder.is_dir().then_some(0)
}

/// Whether the folder stands on a file system whose changes are made elsewhere, so that this system does not hear of them.
#[cfg(target_os = "linux")]
fn is_remote(folder: &Path) -> bool {
    /// NFS, SMB, SMB 2, 9P, FUSE (also virtiofs and shared folders of desktops), VirtualBox, Ceph, AFS, Coda: statfs(2).
    const REMOTE: [u64; 9] = [
        0x6969,
        0x517b,
        0xfe53_4d42,
        0x0102_1997,
        0x6573_5546,
        0x786f_4256,
        0x00c3_6400,
        0x5346_414f,
        0x7375_7245,
    ];
    rustix::fs::statfs(folder)
        .is_ok_and(|stat| REMOTE.contains(&(stat.f_type as u64 & 0xffff_ffff)))
}

#[cfg(not(target_os = "linux"))]
fn is_remote(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn path(name: &str) -> PathBuf {
        PathBuf::from(name)
    }

    #[test]
    fn what_comes_together_is_one_piece_of_work() {
        let (send, hints) = mpsc::channel();
        for at in 0..50 {
            send.send(Hint::Sure(path(&format!("{at}")))).unwrap();
        }
        send.send(Hint::Sure(path("0"))).unwrap();
        let work = Hints::new(hints).wait().unwrap();
        assert_eq!(work.named.len(), 50);
        assert!(!work.everything && work.settled.is_empty());
    }

    #[test]
    fn half_a_save_waits_for_the_other_half() {
        let (send, hints) = mpsc::channel();
        let mut hints = Hints::new(hints);
        send.send(Hint::Unsure(path("a"))).unwrap();
        send.send(Hint::Unsure(path("b"))).unwrap();
        send.send(Hint::Sure(path("a"))).unwrap();
        assert_eq!(hints.wait().unwrap().named, BTreeSet::from([path("a")]));
        let later = hints.wait().unwrap();
        assert!(later.named.is_empty());
        assert_eq!(later.settled, [path("b")]);
    }

    #[test]
    fn a_file_is_let_alone_until_it_is_closed() {
        let (send, hints) = mpsc::channel();
        let mut hints = Hints::new(hints);
        send.send(Hint::Writing(path("a"))).unwrap();
        send.send(Hint::Unsure(path("b"))).unwrap();
        let work = hints.wait().unwrap();
        assert_eq!(work.settled, [path("b")]);
        assert_eq!(hints.pending(), BTreeSet::from([path("a")]));
        send.send(Hint::Sure(path("a"))).unwrap();
        assert_eq!(hints.wait().unwrap().named, BTreeSet::from([path("a")]));
    }

    #[test]
    fn a_file_that_is_written_once_more_is_let_alone_again() {
        let (send, hints) = mpsc::channel();
        let mut hints = Hints::new(hints);
        send.send(Hint::Sure(path("a"))).unwrap();
        send.send(Hint::Sure(path("b"))).unwrap();
        send.send(Hint::Writing(path("a"))).unwrap();
        assert_eq!(hints.wait().unwrap().named, BTreeSet::from([path("b")]));
        assert_eq!(hints.pending(), BTreeSet::from([path("a")]));
    }

    #[test]
    fn a_file_that_is_being_written_follows_others() {
        let named = BTreeSet::from([path("content/a.md")]);
        let work = Work {
            named,
            ..Work::default()
        };
        assert!(work.is_followed_by(&path("content/b.md")));
        assert!(!work.is_followed_by(&path("content/a.md")));
        assert!(!work.is_followed_by(&path("content/.a.md.swp")));
        assert!(!Work::default().is_followed_by(&path("content/b.md")));
    }

    #[test]
    fn of_very_many_no_list_is_made() {
        let (send, hints) = mpsc::channel();
        for at in 0..=MANY {
            send.send(Hint::Sure(path(&format!("{at}")))).unwrap();
        }
        let work = Hints::new(hints).wait().unwrap();
        assert!(work.named.is_empty() && work.everything);
    }

    #[test]
    fn everything_is_looked_at_soon_after_files_came() {
        let (send, hints) = mpsc::channel();
        let mut hints = Hints::new(hints);
        hints.looked_round(Duration::ZERO);
        hints.moved();
        let start = Instant::now();
        assert!(hints.wait().unwrap().everything);
        assert!(start.elapsed() < ROUND);
        send.send(Hint::End).unwrap();
        assert_eq!(hints.wait(), None);
    }
}
