//! A target whose year is not the one that its clause, or the nearest title above it that names one, prints.

use std::collections::BTreeSet;
use std::iter::successors;

use crate::diag::{Diagnostic, Words};
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::text::fold::lower;

rule!(
    "target-year", Warning,
    "chỉ tiêu ghi năm {year} nhưng {place} nói về năm {printed}" => "the target says {year} but {place} is about {printed}",
    help "sửa year của chỉ tiêu, hoặc năm trong điểm, khoản, cho đúng bản in" => "correct the year of the target, or that of the clause, as printed",
    what "Năm của chỉ tiêu không phải là năm mà điểm, khoản hoặc đề mục trên nó ghi." => "The year of a target is not that of its clause or of the title above it.",
    why "Trang chỉ tiêu sẽ đặt con số vào sai năm." => "The page of targets puts the number into a wrong year.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu năm 2025",
        "",
        "a) Trên 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu năm 2025",
        "",
        "a) Trên 80% cán bộ",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for target in &plan.targets {
            let Some(clause) = document.clause(&target.clause) else {
                continue;
            };
            let Some((place, years)) = printed_years(document, clause) else {
                continue;
            };
            if years.contains(&target.year.value) {
                continue;
            }
            let words = Words {
                vi: "năm ghi ở đây",
                en: "the year is printed here",
            };
            let printed: Vec<String> = years.iter().map(i16::to_string).collect();
            faults.push(
                Diagnostic::new(&RULE, target.year.span)
                    .with("year", target.year.value.to_string())
                    .with("place", place.address.clone())
                    .with("printed", printed.join(", "))
                    .about(target.clause.value.clone())
                    .related(place.span, words),
            );
        }
    }
}

/// The nearest of a clause and those above it that names years, and the years.
fn printed_years<'d>(
    document: &'d Document,
    clause: &'d ClauseFact,
) -> Option<(&'d ClauseFact, BTreeSet<i16>)> {
    let clauses = &document.facts.clauses;
    let mut at = Some(clause);
    while let Some(here) = at {
        let mut years = years(&here.text);
        years.extend(self::years(&here.head));
        if !years.is_empty() {
            return Some((here, years));
        }
        at = here.parent.map(|parent| &clauses[parent]);
    }
    None
}

fn years(text: &str) -> BTreeSet<i16> {
    let marks = year_marks(text).into_iter();
    marks.map(|(_, year)| year).collect()
}

/// The years that stand behind "năm" in a text, or between two of them, "năm 2025 - 2026", each with the place of that word in the text
/// written small.
pub(super) fn year_marks(text: &str) -> Vec<(usize, i16)> {
    let lower = text.to_lowercase();
    let mut marks = Vec::new();
    for (at, word) in lower.match_indices("năm ") {
        let rest = &lower[at + word.len()..];
        let numbers = rest.split([' ', ',', '-', '–', '.', ';', ':', ')']);
        let numbers = numbers.filter(|part| !matches!(*part, "" | "và"));
        marks.extend(numbers.map_while(year).map(|year| (at, year)));
    }
    marks
}

/// Whether a clause, or the nearest above it that names years, says all of these: one by one, as the first and last of a range, "2025 - 2027", or as
/// every year.
pub(super) fn are_said(document: &Document, clause: &ClauseFact, years: &BTreeSet<i16>) -> bool {
    const EVERY: [&str; 5] = ["hằng năm", "hàng năm", "mỗi năm", "từng năm", "các năm"];
    let above = |clause: &&ClauseFact| clause.parent.map(|parent| &document.facts.clauses[parent]);
    let mut texts = successors(Some(clause), above).map(|clause| lower(&clause.text));
    texts.any(|text| {
        let said = numbered_years(&text);
        EVERY.iter().any(|words| text.contains(words))
            || years.iter().all(|year| said.contains(year))
    })
}

/// The years of a text, and those between the two of a range.
fn numbered_years(text: &str) -> BTreeSet<i16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let marks = numbers
        .filter_map(|word| Some((word.as_ptr() as usize - text.as_ptr() as usize, year(word)?)));
    let marks: Vec<(usize, i16)> = marks.collect();
    let between = marks.windows(2).flat_map(|two| {
        let ((from, first), (to, last)) = (two[0], two[1]);
        let joint = text[from + 4..to].trim();
        let is_range = matches!(joint, "-" | "–" | "đến" | "đến năm" | "đến hết năm");
        first..=if is_range { last } else { first }
    });
    let all: BTreeSet<i16> = between.collect();
    all.into_iter()
        .chain(marks.iter().map(|(_, year)| *year))
        .collect()
}

fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
    (2000..=2100).contains(&year).then_some(year)
}
