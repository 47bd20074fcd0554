//! Keeps the preview as the disk is.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::follow;
use super::preview::{Now, Preview, Update, new_faults};
use super::shown::Shown;
use crate::diag::{Tally, Words};
use crate::load::{Disk, Looked, Standing, Taken, Walked, What};
use crate::report::Report;
use crate::session::{Compiled, Options, Session};
use crate::site::Asset;
use crate::source::SourceFile;
use crate::text::dates::Date;
use crate::watch::{Hint, Hints, Watcher, Work};

/// The one that reads and compiles.
pub(super) struct Keeper {
    disk: Disk,
    session: Session,
    report: Report,
    /// Nothing where the system is not listened to.
    watcher: Option<Watcher>,
    hints: Sender<Hint>,
    /// The walk through everything that is being taken, beside the work, so that no change waits for it.
    walk: Option<JoinHandle<(Result<Walked>, Duration)>>,
    latest: Arc<Compiled>,
    shown: Option<Arc<Shown>>,
    /// The last of these in which nothing was wrong.
    good: Option<Arc<Shown>>,
    /// What the machine refuses, as long as it does.
    trouble: Option<String>,
    /// Why there is no site at all.
    no_site: Option<String>,
}

/// A change that was taken in.
struct Change {
    path: String,
    /// The text before and after, for documents.
    before: Option<Arc<SourceFile>>,
    after: Option<Arc<SourceFile>>,
    /// The address of a copied file.
    file: Option<String>,
}

impl Keeper {
    /// Begins to listen, then reads and compiles the site.
    ///
    /// # Errors
    /// When there is no site or the machine refuses.
    pub(super) fn open(
        root: &Path,
        options: Options,
        poll: bool,
        hints: Sender<Hint>,
        report: Report,
    ) -> Result<Self> {
        let start = Instant::now();
        let mut disk = Disk::new(root);
        let waiting = report.waiting(Words {
            vi: "đang đọc trang…",
            en: "reading the site…",
        });
        // What changes while it is read is heard of.
        let watcher = (!poll)
            .then(|| listen(root, hints.clone(), report))
            .flatten();
        let taken = disk.read()?;
        let mut session = Session::new(options);
        let files = taken.len();
        for taken in taken {
            session.put(taken);
        }
        waiting.set_message(
            Words {
                vi: "đang ghép trang…",
                en: "putting the site together…",
            }
            .in_lang(report.lang),
        );
        let latest = Arc::new(session.compile()?);
        waiting.finish_and_clear();
        let faults = latest.sorted();
        report.diagnostics(&faults, &latest.sources);
        report.read(files, Tally::of(&faults), start.elapsed());
        let shown = Shown::new(latest.clone()).map(Arc::new);
        Ok(Self {
            disk,
            session,
            report,
            watcher,
            hints,
            walk: None,
            good: shown.clone(),
            shown,
            latest,
            trouble: None,
            no_site: None,
        })
    }

    /// What is shown first.
    pub(super) fn now(&self) -> Now {
        Now {
            shown: self.shown.clone(),
            good: self.good.clone(),
            latest: self.latest.clone(),
            trouble: self.trouble.clone().or_else(|| self.no_site.clone()),
        }
    }

    /// Keeps the preview until it is told to end.
    pub(super) fn keep(&mut self, mut hints: Hints, preview: &Preview, day: impl Fn() -> Date) {
        loop {
            hints.set_polling(self.watcher.is_none() || self.trouble.is_some());
            let Some(work) = hints.wait() else {
                return;
            };
            let start = Instant::now();
            let (changes, trouble) = match self.look(&work, &mut hints) {
                Ok(changes) => (changes, None),
                Err(error) => (Vec::new(), Some(format!("{error:#}"))),
            };
            let is_new_day = work.everything && self.session.set_day(day());
            let differs = trouble != self.trouble;
            if differs {
                if let Some(trouble) = &trouble {
                    self.report.trouble(trouble);
                }
                self.trouble = trouble;
            }
            if !changes.is_empty() || is_new_day || differs {
                self.take_in(&changes, start, preview);
            }
        }
    }

    /// Looks where something may have changed, and takes in what did.
    fn look(&mut self, work: &Work, hints: &mut Hints) -> Result<Vec<Change>> {
        // A site that is gone as a whole comes back; until then the last one is shown.
        if work.everything || !self.disk.is_there() {
            self.begin_walk(hints)?;
        }
        let mut changes = Vec::new();
        if work.walked
            && let Some(walk) = self.walk.take()
        {
            let (walked, cost) = walk.join().expect("a walk does not panic");
            // Also when it failed: the next waits its time.
            hints.looked_round(cost);
            let standing = match self.watcher {
                Some(_) => Standing::Complete,
                None => Standing::Untold,
            };
            let looked = self.disk.look_after(walked?, &hints.pending(), standing)?;
            changes.extend(self.taken(looked, hints));
        }
        if !work.named.is_empty() {
            let looked = self.disk.look(&work.named, Standing::Complete)?;
            changes.extend(self.taken(looked, hints));
        }
        if !work.settled.is_empty() {
            let looked = self.disk.look(&work.settled, Standing::Settled)?;
            changes.extend(self.taken(looked, hints));
        }
        Ok(changes)
    }

    /// Begins to walk through everything, unless somebody is on the way.
    fn begin_walk(&mut self, hints: &mut Hints) -> Result<()> {
        if let Some(watcher) = &mut self.watcher
            && watcher.refresh().is_err()
        {
            self.watcher = None;
            self.report.say(NOT_HEARD, "");
        }
        hints.looked_round(Duration::ZERO);
        let round = self.disk.round()?;
        if self.walk.is_some() {
            // It may have passed already where something was missed.
            hints.moved();
        } else {
            let done = self.hints.clone();
            self.walk = Some(std::thread::spawn(move || {
                let start = Instant::now();
                let walked = round.walk();
                // After the end nobody listens.
                let _ = done.send(Hint::Walked);
                (walked, start.elapsed())
            }));
        }
        Ok(())
    }

    fn taken(&mut self, looked: Looked, hints: &mut Hints) -> Vec<Change> {
        hints.unsettled(looked.unsettled);
        if looked.moved {
            hints.moved();
        }
        let taken = looked.taken.into_iter();
        taken.filter_map(|taken| self.put(taken)).collect()
    }

    fn put(&mut self, taken: Taken) -> Option<Change> {
        let path = taken.path.clone();
        let before = self.session.text(&path).cloned();
        let file = match &taken.what {
            What::Copied(asset) | What::Attached(asset, ..) => {
                Some(Asset::route(asset).as_str().to_owned())
            }
            _ => None,
        };
        self.session.put(taken).then(|| Change {
            before,
            after: self.session.text(&path).cloned(),
            path,
            file,
        })
    }

    fn take_in(&mut self, changes: &[Change], start: Instant, preview: &Preview) {
        let before = self.latest.clone();
        match self.session.compile() {
            Ok(compiled) => {
                self.no_site = None;
                self.latest = Arc::new(compiled);
                if let Some(shown) = Shown::new(self.latest.clone()) {
                    let shown = Arc::new(shown);
                    if self.tally().errors == 0 || self.good.is_none() {
                        self.good = Some(shown.clone());
                    }
                    self.shown = Some(shown);
                }
            }
            Err(error) => {
                let text = format!("{error:#}");
                self.report.trouble(&text);
                self.no_site = Some(text);
            }
        }
        let update = self.update(changes);
        preview.show(self.now(), &update);
        self.tell(changes, &before, start.elapsed());
    }

    fn update(&self, changes: &[Change]) -> Update {
        let ready = self
            .shown
            .as_ref()
            .and_then(|shown| shown.compiled().ready.as_ref());
        let follow = match (changes, ready) {
            (
                [
                    Change {
                        before,
                        after: Some(after),
                        ..
                    },
                ],
                Some(ready),
            ) => follow::edited(ready, before.as_deref(), after),
            _ => None,
        };
        let files = changes.iter().filter_map(|change| change.file.clone());
        Update {
            follow,
            files: files.collect(),
        }
    }

    fn tally(&self) -> Tally {
        Tally::of(self.latest.diagnostics.iter().map(|fault| &**fault))
    }

    /// One line for the change, and in full what is newly wrong.
    fn tell(&self, changes: &[Change], before: &Compiled, time: Duration) {
        let faults = new_faults(before, &self.latest);
        self.report.diagnostics(&faults, &self.latest.sources);
        let paths: Vec<&str> = changes.iter().map(|change| change.path.as_str()).collect();
        self.report.changed(&paths, self.tally(), time);
    }
}

const NOT_HEARD: Words = Words {
    vi: "ổ đĩa này không báo khi tệp đổi (thường là ổ mạng); loa tự dò khoảng nửa giây một lần",
    en: "this disk does not tell of changes (it may be a network mount); loa looks for them about twice a second",
};

/// Listens to the system, where it tells of changes.
fn listen(root: &Path, hints: Sender<Hint>, report: Report) -> Option<Watcher> {
    let watcher = Watcher::new(root, hints).ok().filter(Watcher::hears);
    if watcher.is_none() {
        report.say(NOT_HEARD, "");
    }
    watcher
}
