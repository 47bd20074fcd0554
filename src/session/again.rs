//! What stays of the last site after an edit.
//!
//! An edit changes the words of a few documents, or a template, far more often than it changes which pages there are. Then each stage
//! is asked only for what follows from it (see [`Edit`]): [`resolve::edited`] brings lists into order, [`check::edited`] looks at what
//! may be told otherwise, the list of outputs and the short forms of the other documents are those of the last site. Whatever else
//! changes, everything is made anew; the result is the same, and `tests/it/edits.rs` compares the two.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::documents::Edited;
use crate::check;
use crate::data::Data;
use crate::diag::Diagnostic;
use crate::document::Document;
use crate::plan::{self, Job};
use crate::render::Prepared;
use crate::resolve;
use crate::site::{Assets, Edit, Site, View};
use crate::source::SourceFile;
use crate::theme::Theme;

/// Of more documents than these everything is made anew.
const FEW: usize = 100;

/// What a site is made of beside its documents.
#[derive(Debug, Clone)]
pub(super) struct Basis {
    pub(super) config: Arc<SourceFile>,
    pub(super) data: Arc<Data>,
    pub(super) assets: Arc<Assets>,
    /// The files beside the documents that cannot be read.
    pub(super) unreadable: Vec<String>,
    pub(super) view: View,
}

/// A site with what follows from it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) site: Site,
    pub(super) theme: Arc<Theme>,
    /// What is wrong with the site as a whole.
    faults: check::Faults,
    pub(super) jobs: Arc<Vec<Job>>,
    /// What is wrong with the list of jobs.
    collisions: Arc<Vec<Arc<Diagnostic>>>,
    /// The jobs by the paths of their outputs, once they were asked for.
    pub(super) outputs: Arc<OnceLock<HashMap<String, usize>>>,
    pub(super) prepared: Prepared,
}

/// The last site, with what it was made of.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) basis: Basis,
    pub(super) made: Made,
}

impl Basis {
    /// Whether everything is the very same.
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.data, &other.data)
            && Arc::ptr_eq(&self.assets, &other.assets)
            && self.unreadable == other.unreadable
            && self.view == other.view
    }
}

impl Last {
    /// The site after an edit of documents, of the theme, or of both; nothing when it has to be made anew.
    pub(super) fn edited(
        &self,
        basis: &Basis,
        edited: &[Edited<'_>],
        theme: &Arc<Theme>,
    ) -> Option<Made> {
        if !self.basis.is(basis) || edited.len() > FEW || !self.made.theme.brings_as(theme) {
            return None;
        }
        let pairs = edited.iter().map(|edited| {
            let document = edited.before.document.clone()?;
            Some((document, edited.now.document.clone()?))
        });
        let pairs: Vec<(Arc<Document>, Arc<Document>)> = pairs.collect::<Option<_>>()?;
        let edit = Edit::of(&self.made.site, &pairs)?;
        let mut made = self.made.after(&edit);
        if !Arc::ptr_eq(&made.theme, theme) {
            made.theme = theme.clone();
            made.prepared = made.prepared.in_theme();
        }
        Some(made)
    }
}

impl Made {
    /// The site with all that follows from it.
    pub(super) fn of(site: Site, theme: Arc<Theme>) -> Self {
        let (jobs, collisions) = plan::jobs(&site, &theme.brings());
        Self {
            faults: check::site(&site),
            prepared: Prepared::new(&site),
            site,
            theme,
            jobs: Arc::new(jobs),
            collisions: shared(collisions),
            outputs: Arc::default(),
        }
    }

    fn after(&self, edit: &Edit) -> Self {
        if edit.files.is_empty() {
            return self.clone();
        }
        let site = resolve::edited(&self.site, edit);
        let mut made = Self {
            faults: check::edited(&site, &self.faults, edit),
            prepared: self.prepared.edited(&site, edit),
            site,
            ..self.clone()
        };
        // The outputs are the same, but what claims an address may stand elsewhere.
        if self.collisions.iter().any(|fault| edit.touches(fault)) {
            let (_, collisions) = plan::jobs(&made.site, &made.theme.brings());
            made.collisions = shared(collisions);
        }
        made
    }

    /// What is wrong with the site as a whole.
    pub(super) fn faults(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        self.faults.iter().chain(&*self.collisions)
    }
}

fn shared(faults: Vec<Diagnostic>) -> Arc<Vec<Arc<Diagnostic>>> {
    Arc::new(faults.into_iter().map(Arc::new).collect())
}
