//! Answers by address from one compiled site. Each is rendered when it is asked for, and not kept.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::plan::{Job, JobKind};
use crate::render::Output;
use crate::route::Route;
use crate::session::{Compiled, Ready};

/// A compiled site that can answer.
#[derive(Debug)]
pub struct Shown {
    compiled: Arc<Compiled>,
}

/// What stands at an address, as `build` would write it.
#[derive(Debug)]
pub enum Answer {
    /// This output.
    Output(Output),
    /// A folder, whose address ends with a slash.
    Folder,
    /// Nothing.
    Nothing,
}

impl Shown {
    /// Shows `compiled`, unless it cannot be rendered.
    pub fn new(compiled: Arc<Compiled>) -> Option<Self> {
        compiled.ready.is_some().then_some(Self { compiled })
    }

    /// The site.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// What stands at `path`, which begins with a slash and is not percent-encoded.
    ///
    /// # Errors
    /// A fault in a template.
    pub fn answer(&self, path: &str) -> Result<Answer, Box<Diagnostic>> {
        let file = file_of(path);
        if let Some(job) = self.ready().job(&file) {
            return self.render(job).map(Answer::Output);
        }
        let is_folder = self.ready().job(&format!("{file}/index.html")).is_some();
        Ok(if is_folder {
            Answer::Folder
        } else {
            Answer::Nothing
        })
    }

    /// What stood at `path` in this site, if it is missing from `later` only because something there cannot be used.
    ///
    /// # Errors
    /// A fault in a template.
    pub(super) fn missed_in(
        &self,
        later: &Self,
        path: &str,
    ) -> Result<Option<Output>, Box<Diagnostic>> {
        let Some(job) = self.ready().job(&file_of(path)) else {
            return Ok(None);
        };
        let site = &self.ready().site;
        let is_missed = match &job.kind {
            JobKind::Document { doc, .. } | JobKind::Redirect(doc) => {
                let document = &site.documents[*doc];
                let source = &self.compiled.sources.get(document.file).path;
                // Of a table that cannot be read nobody knows which events it still has.
                let is_row = !source.ends_with(".md");
                is_row || later.ready().site.unusable.contains(&document.path.path)
            }
            JobKind::Asset(_) | JobKind::Smaller { .. } | JobKind::Static(_) | JobKind::Part(_) => {
                false
            }
            _ => true,
        };
        is_missed.then(|| self.render(job)).transpose()
    }

    /// The page for addresses where nothing stands.
    ///
    /// # Errors
    /// A fault in its template.
    pub fn not_found(&self) -> Result<Option<Output>, Box<Diagnostic>> {
        let job = self.ready().job(&Route::not_found().output_path());
        job.map(|job| self.render(job)).transpose()
    }

    fn render(&self, job: &Job) -> Result<Output, Box<Diagnostic>> {
        self.ready().renderer(&self.compiled.sources).render(job)
    }

    fn ready(&self) -> &Ready {
        let ready = self.compiled.ready.as_ref();
        ready.expect("only what can be rendered is shown")
    }
}

/// The output that answers for an address.
pub(super) fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}
