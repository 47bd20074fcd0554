//! Abbreviations that a page never writes out, and that neither the site's tables nor everybody knows.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::rules;
use crate::site::Site;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
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
    let names = site.data.agencies.iter();
    known.extend(names.flat_map(|agency| agency.aliases.iter().map(String::as_str)));
    for document in &site.documents {
        let unknown = document.facts.abbreviations.iter();
        let unknown = unknown.filter(|word| !known.contains(word.target.as_str()));
        faults.extend(unknown.map(|word| rules::abbreviation_unexpanded(word.span, &word.target)));
    }
}
