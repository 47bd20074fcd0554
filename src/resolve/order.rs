//! The order of listings. Whatever is equal falls back to title and path, so that an order never depends on the machine.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::document::Document;
use crate::kind::section::SortBy;
use crate::list::List;
use crate::site::{DocId, Edit};
use crate::text::collate::Order;

/// Sorts documents by `by`; by date, the newest first.
pub(super) fn sort(pages: &mut [DocId], by: SortBy, documents: &[Arc<Document>], order: &Order) {
    pages.sort_by(|&a, &b| compare(&documents[a], &documents[b], by, order));
}

/// Brings the documents of an edit to their places in a list of which the others are in order.
pub(super) fn place(
    pages: &mut Vec<DocId>,
    edit: &Edit,
    by: SortBy,
    documents: &List<Arc<Document>>,
    order: &Order,
) {
    let listed = |doc: &DocId| edit.documents.iter().any(|(edited, _)| edited == doc);
    let moved: Vec<DocId> = pages.extract_if(.., |doc| listed(doc)).collect();
    for doc in moved {
        let stands_before = |other: &DocId| {
            compare(&documents[*other], &documents[doc], by, order) == Ordering::Less
        };
        let at = pages.partition_point(stands_before);
        pages.insert(at, doc);
    }
}

fn compare(a: &Document, b: &Document, by: SortBy, order: &Order) -> Ordering {
    let first = match by {
        SortBy::Date => b.meta.date.cmp(&a.meta.date),
        SortBy::Weight => weight(a.meta.weight).cmp(&weight(b.meta.weight)),
        SortBy::Title => Ordering::Equal,
    };
    first
        .then_with(|| order.compare(&a.meta.title, &b.meta.title))
        .then_with(|| a.path.path.cmp(&b.path.path))
}

/// Documents without a weight stand last.
fn weight(weight: Option<i32>) -> (bool, i32) {
    (weight.is_none(), weight.unwrap_or(0))
}
