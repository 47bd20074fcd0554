//! How well references are read: the whole of the real plans against a list that was read through beside their lines, and the same plans
//! as they come out of Word.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::properties::campaign;
use crate::support::{build, options};

/// What is compared of a reference: plan, clause, words, targets, state.
type Reference = Vec<String>;

fn gold() -> BTreeSet<Reference> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/references.csv");
    rows(&fs::read_to_string(path).unwrap())
}

fn rows(csv: &str) -> BTreeSet<Reference> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| record.iter().take(5).map(str::to_owned).collect())
        .collect()
}

/// The references found in the campaign when the text of its plans is changed by `paste`.
fn found(paste: impl Fn(&str) -> String) -> BTreeSet<Reference> {
    let mut files = campaign();
    for (path, bytes) in &mut files {
        if path.starts_with("content/ke-hoach/") {
            let text = String::from_utf8(std::mem::take(bytes)).unwrap();
            let body = text[3..].find("\n---\n").map_or(0, |end| end + 8);
            *bytes = (text[..body].to_owned() + &paste(&text[body..])).into_bytes();
        }
    }
    rows(&build(&files, &options()).outputs["du-lieu/references.csv"])
}

/// Precision and recall are both one: neither a reference missed nor one too many.
#[track_caller]
fn assert_all_found(found: &BTreeSet<Reference>) {
    let gold = gold();
    assert!(gold.len() > 30);
    let missed: Vec<_> = gold.difference(found).collect();
    let wrong: Vec<_> = found.difference(&gold).collect();
    assert!(
        missed.is_empty() && wrong.is_empty(),
        "missed {missed:#?}, wrong {wrong:#?}"
    );
}

#[test]
fn every_reference_of_the_real_plans_is_read_and_no_other() {
    assert_all_found(&found(str::to_owned));
}

#[test]
fn text_pasted_from_word_reads_the_same() {
    // Vowels and tone marks apart, as some keyboards and PDF readers give them.
    let decomposed = |text: &str| {
        let nfd = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd();
        nfd.normalize(text).into_owned()
    };
    assert_all_found(&found(decomposed));
    // Spaces that do not break, inside references as well.
    assert_all_found(&found(|text| {
        let lines = text
            .split_inclusive('\n')
            .map(|line| match line.split_once(' ') {
                // A marker of Markdown keeps its space.
                Some((marker, rest)) => format!("{marker} {}", rest.replace(' ', "\u{a0}")),
                None => line.to_owned(),
            });
        lines.collect()
    }));
    // Bullets that Word has turned into dashes, and tabs after labels.
    assert_all_found(&found(|text| {
        let lines = text.split_inclusive('\n').map(|line| {
            let line = line
                .strip_prefix("- ")
                .map_or_else(|| line.to_owned(), |rest| format!("– {rest}"));
            let label = line.find(") ").filter(|at| *at < 3);
            label.map_or_else(
                || line.clone(),
                |at| format!("{})\t{}", &line[..at], &line[at + 2..]),
            )
        });
        lines.collect()
    }));
}
