//! The order of listings. Whatever is equal falls back to title and path, so that an order never depends on the machine.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use crate::document::Document;
use crate::kind::section::SortBy;
use crate::site::DocId;
use crate::text::collate::Order;

/// Sorts documents by `by`.
pub(super) fn sort(pages: &mut [DocId], by: SortBy, documents: &[Arc<Document>], order: &Order) {
    let of = |doc: DocId| &documents[doc].meta;
    pages.sort_by(|&a, &b| {
        let first = match by {
            SortBy::Date => Reverse(of(a).date).cmp(&Reverse(of(b).date)),
            SortBy::Weight => weight(of(a).weight).cmp(&weight(of(b).weight)),
            SortBy::Title => Ordering::Equal,
        };
        first
            .then_with(|| order.compare(&of(a).title, &of(b).title))
            .then_with(|| documents[a].path.path.cmp(&documents[b].path.path))
    });
}

/// Sorts documents by date, newest first.
pub(super) fn newest_first(pages: &mut [DocId], documents: &[Arc<Document>], order: &Order) {
    sort(pages, SortBy::Date, documents, order);
}

/// Documents without a weight stand last.
fn weight(weight: Option<i32>) -> (bool, i32) {
    (weight.is_none(), weight.unwrap_or(0))
}
