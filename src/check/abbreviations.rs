//! Abbreviations that a page never writes out, and that neither the site's tables nor everybody knows.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::rules;
use crate::site::{DocId, Site};

pub(super) fn check(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    let mut known: BTreeSet<&str> = site
        .data
        .spoken_words()
        .map(|(written, _)| written)
        .collect();
    known.extend(
        site.data
            .synonyms
            .iter()
            .flat_map(|row| row.words.iter().map(String::as_str)),
    );
    // Where a page uses them first, they are explained.
    let terms = site.data.terms.iter();
    let terms = terms.filter(|row| row.in_place != Some(false));
    known.extend(terms.flat_map(|row| row.term.split(',').map(str::trim)));
    let names = site.data.agencies.iter();
    known.extend(names.flat_map(|agency| agency.aliases.iter().map(String::as_str)));
    for &doc in docs {
        let unknown = site.documents[doc].facts.abbreviations.iter();
        let unknown = unknown.filter(|word| !known.contains(word.target.as_str()));
        faults.extend(unknown.map(|word| rules::abbreviation_unexpanded(word.span, &word.target)));
    }
}
