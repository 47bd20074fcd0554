//! An edit that leaves the site as it is but for what a few documents say.
//!
//! Most edits change words: a body, a title, a day. Such an edit keeps every address, every list of documents but for its order, and
//! whatever is made of plans. What it may change is told here, so that each stage makes anew only what follows from it. Of anything
//! else, such as a file that comes or goes, a slug, a term, a plan or a table, the whole site is made anew.
//!
//! What an edit may leave to stand is listed by what may differ, never by what must not: a key that is added later differs, until
//! somebody has thought about it, too much.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{DocId, Site};
use crate::diag::Diagnostic;
use crate::document::{Document, Meta};
use crate::kind::Kind;
use crate::source::FileId;

/// What a few documents say now, and what of it others may rest on.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// The documents that are published, as they are now.
    pub documents: Vec<(DocId, Arc<Document>)>,
    /// The files of all that were edited, also of those that are not published.
    pub files: BTreeSet<FileId>,
    /// The kinds of the documents.
    pub kinds: BTreeSet<&'static str>,
    /// Whether a title, a day or a weight is another, by which lists are ordered.
    pub order: bool,
    /// Whether the first of their places is another, by which events are ordered.
    pub places: bool,
    /// Whether they can be linked to at other places.
    pub anchors: bool,
    /// Whether they lead elsewhere.
    pub links: bool,
    /// Whether something is acknowledged, or was.
    pub acknowledged: bool,
}

impl Edit {
    /// The edit by which documents of `site`, or such as are not published, became others: pairs of before and after. Nothing when
    /// more follows from it than a list can be patched for.
    pub fn of(site: &Site, pairs: &[(Arc<Document>, Arc<Document>)]) -> Option<Self> {
        let mut edit = Self::default();
        for (old, new) in pairs {
            if !stays(old, new) {
                return None;
            }
            edit.files.insert(new.file);
            let doc = site.by_path.get(&new.path.path).copied();
            // One that is not published is no part of the site.
            if let Some(doc) = doc.filter(|&doc| Arc::ptr_eq(&site.documents[doc], old)) {
                edit.add(doc, old, new);
            } else if !site.skipped.contains_key(&new.path.path) {
                return None;
            }
        }
        Some(edit)
    }

    /// Whether a fault lies in an edited file.
    pub fn touches(&self, fault: &Diagnostic) -> bool {
        let related = fault.related.iter().map(|related| related.span);
        let mut spans = std::iter::once(fault.span).chain(related);
        spans.any(|span| self.files.contains(&span.file))
    }

    fn add(&mut self, doc: DocId, old: &Document, new: &Arc<Document>) {
        let place = |document: &Document| document.meta.places.first().cloned();
        let targets = |document: &Document| -> Vec<String> {
            let links = document.facts.links.iter();
            let links = links.chain(&document.facts.pictures);
            links.map(|link| link.target.clone()).collect()
        };
        let by = |document: &Document| {
            let Meta { date, weight, .. } = &document.meta;
            (document.meta.title.value.clone(), *date, *weight)
        };
        let acknowledges = |document: &Document| !document.meta.acknowledge.is_empty();
        self.kinds.insert(new.kind.name());
        self.order |= by(old) != by(new);
        self.places |= place(old) != place(new);
        self.anchors |= old.facts.anchors != new.facts.anchors;
        self.links |= targets(old) != targets(new);
        self.acknowledged |= acknowledges(old) != acknowledges(new);
        self.documents.push((doc, new.clone()));
    }
}

/// Whether the document stays where it was, and whatever is listed of it.
fn stays(old: &Document, new: &Document) -> bool {
    old.file == new.file
        && old.path == new.path
        && old.id == new.id
        && is_same_but_for_words(&old.meta, &new.meta)
        && is_same_kind(old, new)
}

/// Whether metadata differs in nothing but what is read where the document itself is shown, listed or looked at.
fn is_same_but_for_words(old: &Meta, new: &Meta) -> bool {
    // A section in which nothing has a day has no feed.
    let is_dated = |meta: &Meta| meta.updated.or(meta.date).is_some();
    let alike = Meta {
        title: new.title.clone(),
        description: new.description.clone(),
        date: new.date,
        updated: new.updated,
        weight: new.weight,
        extra: new.extra.clone(),
        places: new.places.clone(),
        audience: new.audience.clone(),
        sources: new.sources.clone(),
        acknowledge: new.acknowledge.clone(),
        reviewed_by: new.reviewed_by.clone(),
        reviewed_on: new.reviewed_on.clone(),
        made_with_ai: new.made_with_ai,
        ..old.clone()
    };
    alike == *new && is_dated(old) == is_dated(new)
}

/// Whether a document is of the same kind, and says nothing else that pages or lists are made of.
fn is_same_kind(old: &Document, new: &Document) -> bool {
    match (&old.kind, &new.kind) {
        (Kind::Article(_), Kind::Article(_))
        | (Kind::Lesson(_), Kind::Lesson(_))
        | (Kind::Model(_), Kind::Model(_))
        | (Kind::Path(_), Kind::Path(_))
        | (Kind::Place(_), Kind::Place(_)) => true,
        (Kind::Section(a), Kind::Section(b)) => {
            a.sort_by == b.sort_by && a.paginate_by == b.paginate_by
        }
        // Calendars and programmes are listed by when, where and for whom events are.
        (Kind::Event(a), Kind::Event(b)) => {
            let (old, new) = (&old.meta, &new.meta);
            a == b && old.places == new.places && old.audience == new.audience
        }
        // The rest of the site is made of what plans say.
        _ => false,
    }
}
