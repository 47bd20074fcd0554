//! The preview as browsers see it: the site that is shown now, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use serde::Serialize;
use tokio::sync::broadcast;

use super::decorate::Mark;
use super::problems::Problems;
use super::shown::{Answer, Shown, file_of};
use crate::diag::{Diagnostic, Words};
use crate::render::{Content, Output};
use crate::report::Report;
use crate::session::Compiled;

/// How many pages are remembered in the form that last worked.
const REMEMBERED: usize = 64;
/// How many updates a browser may be behind.
const BEHIND: usize = 64;

/// What is shown now.
#[derive(Debug)]
pub(super) struct Now {
    /// The last site that can be rendered.
    pub(super) shown: Option<Arc<Shown>>,
    /// The last of these in which nothing was wrong.
    pub(super) good: Option<Arc<Shown>>,
    /// The last that was compiled.
    pub(super) latest: Arc<Compiled>,
    /// What the machine refuses.
    pub(super) trouble: Option<String>,
}

/// What browsers are told of a change.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Update {
    /// Where it was made, when one document changed.
    pub(super) follow: Option<String>,
    /// Copied files that are new, by their addresses.
    pub(super) files: Vec<String>,
}

/// What browsers ask.
#[derive(Debug)]
pub(super) struct Preview {
    pub(super) mark: Mark,
    pub(super) report: Report,
    now: RwLock<Arc<Now>>,
    updates: broadcast::Sender<Arc<str>>,
    /// Pages in the form that last worked, for when a template fails; the oldest first.
    worked: Mutex<VecDeque<(String, Arc<[u8]>)>>,
    /// The faults of templates that the terminal has told since the last change.
    told: Mutex<BTreeSet<String>>,
}

/// What is answered, before it is decorated.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) path: String,
    pub(super) content: Content,
}

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Found {
    Reply(Reply),
    /// A folder, whose address ends with a slash.
    Folder,
}

impl Preview {
    pub(super) fn new(now: Now, mark: Mark, report: Report) -> Self {
        Self {
            mark,
            report,
            now: RwLock::new(Arc::new(now)),
            updates: broadcast::channel(BEHIND).0,
            worked: Mutex::default(),
            told: Mutex::default(),
        }
    }

    /// Shows something else from now on.
    pub(super) fn show(&self, now: Now, update: &Update) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(now);
        self.told
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        let update = serde_json::to_string(update).unwrap_or_default();
        // Nobody may be looking.
        let _ = self.updates.send(update.into());
    }

    pub(super) fn now(&self) -> Arc<Now> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn updates(&self) -> broadcast::Receiver<Arc<str>> {
        self.updates.subscribe()
    }

    /// What stands at `path`. A page that fails stays as it last worked.
    pub(super) fn find(&self, path: &str) -> Found {
        let now = self.now();
        let Some(shown) = &now.shown else {
            return Found::Reply(self.failed(&now, None));
        };
        let reply = match shown.answer(path) {
            Ok(Answer::Folder) => return Found::Folder,
            Ok(Answer::Output(output)) => self.remembered(output),
            Ok(Answer::Nothing) => match self.missed(&now, shown, path) {
                Some(reply) => reply,
                None => return Found::Reply(self.not_found(&now, shown)),
            },
            Err(fault) => {
                self.tell(shown, &fault);
                self.last_that_worked(path)
                    .unwrap_or_else(|| self.failed(&now, Some((shown, &fault))))
            }
        };
        Found::Reply(reply)
    }

    /// A page that a mistake took out of the site stays as it was.
    fn missed(&self, now: &Now, shown: &Shown, path: &str) -> Option<Reply> {
        let output = now.good.as_ref()?.missed_in(shown, path);
        output.ok().flatten().map(|output| self.remembered(output))
    }

    fn not_found(&self, now: &Now, shown: &Arc<Shown>) -> Reply {
        match shown.not_found() {
            Ok(Some(output)) => Reply {
                status: 404,
                path: output.path,
                content: output.content,
            },
            Ok(None) => Reply {
                status: 404,
                path: "404.txt".to_owned(),
                content: Content::Bytes(b"404".to_vec()),
            },
            Err(fault) => self.failed(now, Some((shown, &fault))),
        }
    }

    /// What is wrong with the site, and with the page at `path`.
    pub(super) fn problems(&self, path: &str) -> Problems {
        let now = self.now();
        let fault = now
            .shown
            .as_ref()
            .and_then(|shown| shown.answer(path).err());
        let shown = now.shown.as_ref();
        let fault = fault.as_ref().zip(shown);
        let fault = fault.map(|(fault, shown)| (&**fault, &shown.compiled().sources));
        Problems::new(&now.latest, fault, now.trouble.as_deref(), self.report.lang)
    }

    fn remembered(&self, output: Output) -> Reply {
        let Output { path, content } = output;
        if let Content::Page(page) = &content {
            let mut worked = self.worked.lock().unwrap_or_else(PoisonError::into_inner);
            worked.retain(|(known, _)| *known != path);
            worked.push_back((path.clone(), page.html.as_bytes().into()));
            if worked.len() > REMEMBERED {
                worked.pop_front();
            }
        }
        Reply {
            status: 200,
            path,
            content,
        }
    }

    fn last_that_worked(&self, path: &str) -> Option<Reply> {
        let file = file_of(path);
        let worked = self.worked.lock().unwrap_or_else(PoisonError::into_inner);
        let (path, bytes) = worked.iter().find(|(known, _)| *known == file)?;
        Some(Reply {
            status: 200,
            path: path.clone(),
            content: Content::Shared(bytes.clone()),
        })
    }

    /// Tells a fault of a template on the terminal, once.
    fn tell(&self, shown: &Shown, fault: &Diagnostic) {
        let known = format!("{:?}", fault.span);
        if self
            .told
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(known)
        {
            self.report
                .diagnostics(std::slice::from_ref(fault), &shown.compiled().sources);
        }
    }

    /// Stands in for a page that never worked.
    fn failed(&self, now: &Now, fault: Option<(&Arc<Shown>, &Diagnostic)>) -> Reply {
        let fault = fault.map(|(shown, fault)| (fault, &shown.compiled().sources));
        let lang = self.report.lang;
        let problems = Problems::new(&now.latest, fault, now.trouble.as_deref(), lang);
        let title = Words {
            vi: "Chưa dựng được trang này",
            en: "This page cannot be made yet",
        };
        let title = title.in_lang(lang);
        let text = escaped(&problems.text());
        let html = format!(
            "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body><main><h1>{title}</h1><pre style=\"white-space:pre-wrap\">{text}</pre></main></body></html>\n"
        );
        Reply {
            status: 500,
            path: "index.html".to_owned(),
            content: Content::Bytes(html.into_bytes()),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What tells one text from another: the same in one run of the program.
pub(super) fn version(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The faults that `after` has and `before` has not, each known by its words and its file.
pub(super) fn new_faults(before: &Compiled, after: &Compiled) -> Vec<Diagnostic> {
    let key = |compiled: &Compiled, fault: &Diagnostic| {
        let path = compiled.sources.get(fault.span.file).path.clone();
        (path, fault.rule.code, fault.message(crate::diag::Lang::En))
    };
    let mut known = BTreeMap::new();
    for fault in not_in(before, after) {
        *known.entry(key(before, fault)).or_insert(0_usize) += 1;
    }
    let mut new = not_in(after, before);
    after.sort(&mut new);
    new.retain(|fault| match known.get_mut(&key(after, fault)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    new.into_iter().cloned().collect()
}

/// The faults of `here` but for those that are the very same in `there`: after an edit nearly all of them are.
fn not_in<'c>(here: &'c Compiled, there: &Compiled) -> Vec<&'c Diagnostic> {
    let there: HashSet<*const Diagnostic> = there.diagnostics.iter().map(Arc::as_ptr).collect();
    let here = here.diagnostics.iter();
    let other = here.filter(|fault| !there.contains(&Arc::as_ptr(fault)));
    other.map(|fault| &**fault).collect()
}
