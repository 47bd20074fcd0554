//! What a list that is offered beside a page should not hold: it is published as it is, with whatever its columns have.

use std::collections::BTreeMap;

use super::{Cells, Of, legacy, numbers, personal};
use crate::diag::Diagnostic;
use crate::record::csv;
use crate::rules;
use crate::source::{FileId, SourceFile, Span};
use crate::text::digits::runs;
use crate::text::fold::fold;

/// Heads of columns whose telephones are those of offices.
const OFFICES: [&str; 6] = [
    "hotline",
    "duong day nong",
    "tong dai",
    "co quan",
    "dau moi",
    "contact",
];

/// Tells of the numbers of people in a list, once for each column, and of text in an old encoding.
pub(crate) fn faults(file: FileId, source: &SourceFile) -> Vec<Diagnostic> {
    let text = &source.text;
    let mut faults = Vec::new();
    legacy::faults(file, text, 0, &mut faults);
    let numbers = numbers(text, runs(text));
    if numbers.is_empty() {
        return faults;
    }
    // The columns may be any, and rows as long as they are.
    let node = csv::parse(text, file, &mut Vec::new());
    let cells = Cells::of(&node);
    let is_contact = |at: usize| {
        let head = fold(cells.head(at)).replace('_', " ");
        OFFICES.iter().any(|word| head.contains(word))
    };
    let before = |at: usize| cells.words_before(text, at);
    let mut columns: BTreeMap<(&str, Of), (Span, &str, usize)> = BTreeMap::new();
    for (of, range) in personal(text, numbers, &is_contact, &before) {
        let span = Span::new(file, range.start, range.end);
        let (.., count) =
            columns
                .entry((cells.head(range.start), of))
                .or_insert((span, &text[range], 0));
        *count += 1;
    }
    let path = source.path.strip_prefix("content/").unwrap_or(&source.path);
    let told = columns
        .into_iter()
        .map(|((column, of), (span, number, count))| {
            let tell = match of {
                Of::Account => rules::bank_accounts_attached,
                Of::Identity => rules::identity_numbers_attached,
                Of::Mobile => rules::private_phones_attached,
            };
            let at = if column.is_empty() { number } else { column };
            let fault = tell(span, number).with("count", count.to_string());
            fault.with("file", path).with("at", at).about(at)
        });
    faults.extend(told);
    faults
}
