//! What stays of the last site when only the bodies of documents changed.
//!
//! Most edits change words, not what other pages know of the document: its metadata, its anchors, where it leads to. Then addresses,
//! sections, terms, the list of outputs and the short form of every document are those of the last site, and cost nothing. Plans are left
//! out: their bodies are what the rest of the site is made of.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::data::Data;
use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::parse::Parsed;
use crate::plan::Job;
use crate::render::Prepared;
use crate::site::{Assets, Site, View};
use crate::source::{SourceFile, Sources, Span};
use crate::theme::Theme;

/// Of more documents than these everything is made anew.
const FEW: usize = 100;

/// What a site is made of beside its documents.
#[derive(Debug, Clone)]
pub(super) struct Basis {
    pub(super) config: Arc<SourceFile>,
    pub(super) data: Arc<Data>,
    pub(super) assets: Arc<Assets>,
    pub(super) theme: Arc<Theme>,
    pub(super) view: View,
}

/// A site with what follows from it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) site: Site,
    /// What is wrong with the site as a whole.
    pub(super) faults: Vec<Diagnostic>,
    pub(super) jobs: Arc<Vec<Job>>,
    /// The jobs by the paths of their outputs, once they were asked for.
    pub(super) outputs: Arc<OnceLock<HashMap<String, usize>>>,
    pub(super) prepared: Prepared,
}

/// The last site, with what it was made of.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) basis: Basis,
    pub(super) parsed: Vec<Arc<Parsed>>,
    pub(super) sources: Sources,
    pub(super) made: Made,
}

impl Basis {
    /// Whether everything is the very same.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.config, &other.config)
            && Arc::ptr_eq(&self.data, &other.data)
            && Arc::ptr_eq(&self.assets, &other.assets)
            && Arc::ptr_eq(&self.theme, &other.theme)
            && self.view == other.view
    }
}

impl Last {
    /// The site with the bodies that are new; nothing when more than bodies differs.
    pub(super) fn with_bodies(&self, parsed: &[Arc<Parsed>], sources: &Sources) -> Option<Made> {
        if parsed.len() != self.parsed.len() {
            return None;
        }
        let both = self.parsed.iter().zip(parsed);
        let changed = both.filter(|(old, new)| !Arc::ptr_eq(old, new));
        let changed: Vec<(&Arc<Parsed>, &Arc<Parsed>)> = changed.take(FEW + 1).collect();
        if changed.len() > FEW {
            return None;
        }
        let mut documents = self.made.site.documents.clone();
        let mut faults = self.made.faults.clone();
        for (old, new) in changed {
            let (old, new) = (old.document.as_ref()?, new.document.as_ref()?);
            if !self.differ_in_words_only(old, new, sources) {
                return None;
            }
            for fault in &mut faults {
                move_with_link(fault, old, new)?;
            }
            // One that is not published now is no part of the site.
            let mut known = documents.iter_mut();
            if let Some(known) = known.find(|known| Arc::ptr_eq(known, old)) {
                *known = new.clone();
            }
        }
        Some(Made {
            site: self.made.site.with_bodies(documents),
            faults,
            jobs: self.made.jobs.clone(),
            outputs: self.made.outputs.clone(),
            prepared: self.made.prepared.with_bodies(),
        })
    }

    fn differ_in_words_only(&self, old: &Document, new: &Document, sources: &Sources) -> bool {
        let before = &self.sources.get(old.file).text;
        let after = &sources.get(new.file).text;
        let targets = |document: &Document| -> Vec<String> {
            let links = document.facts.links.iter();
            links.map(|link| link.target.clone()).collect()
        };
        // With the same metadata in the same place all spans in it hold, too.
        old.file == new.file
            && old.body_start == new.body_start
            && before.get(..old.body_start) == after.get(..new.body_start)
            && !matches!(old.kind, Kind::Plan(_))
            && old.facts.anchors == new.facts.anchors
            && targets(old) == targets(new)
    }
}

/// A fault in the body stands at a link, which may stand elsewhere now. Nothing when it stands at anything else.
fn move_with_link(fault: &mut Diagnostic, old: &Document, new: &Document) -> Option<()> {
    let moved = |span: Span| {
        if span.file != old.file || span.range().start < old.body_start {
            return Some(span);
        }
        let at = old.facts.links.iter().position(|link| link.span == span)?;
        Some(new.facts.links[at].span)
    };
    fault.span = moved(fault.span)?;
    for related in &mut fault.related {
        related.span = moved(related.span)?;
    }
    Some(())
}
