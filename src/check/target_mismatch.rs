//! A target whose value does not stand in the text of its clause. Table and prose can then never say different things.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Words};
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::{Plan, Target, Unit};
use crate::rules::{self, rule};
use crate::site::Site;
use crate::text::numbers::parse_number;

use super::figures::{figures, percent_ranges, places, places_in};
use super::target_year::are_said;

rule!(
    "target-mismatch", Error,
    "chỉ tiêu ghi “{value}” nhưng {address} không có con số này" => "the target says “{value}”, which does not stand in {address}",
    help "bản in ghi một khoảng, “{range}”: ghi value: \"{low}\", comparator: at_least, và ghi “{range}” vào note" => "the document has a range, “{range}”: write value: \"{low}\", comparator: at_least, and “{range}” into note",
    help "sửa con số ở nơi ghi sai cho đúng bản in" => "correct the number where it is wrong, as printed",
    what "Con số của chỉ tiêu không có trong điểm, khoản mà nó dẫn." => "The value of a target does not stand in its clause.",
    why "Bảng và văn bản không được nói hai con số khác nhau." => "Table and document must never say different numbers.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 90, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let targets = plan.targets.iter();
        for target in targets.filter(|target| parse_number(&target.value).is_none()) {
            faults.push(rules::bad_number(target.value.span, &target.value));
        }
        for (target, clause) in lost(document, plan) {
            let words = Words {
                vi: "điểm, khoản này",
                en: "the clause",
            };
            let also = Words {
                vi: "tóm tắt cũng ghi số này",
                en: "the summary has this number, too",
            };
            let range = range(target, clause);
            let mut fault = Diagnostic::new(&RULE, target.value.span)
                .with("value", shown(target))
                .with("address", target.clause.value.clone())
                .with_some("range", range.as_ref().map(|(range, _)| *range))
                .with_some("low", range.map(|(_, low)| low))
                .about(target.clause.value.clone())
                .related(clause.span, words);
            let sentences = plan.summary.iter();
            for sentence in sentences.filter(|sentence| !places(target, sentence).is_empty()) {
                fault = fault.related(sentence.span, also);
            }
            faults.push(fault);
        }
    }
}

/// The targets of a plan whose value does not stand in their clause, with that clause.
pub(super) fn lost<'d>(
    document: &'d Document,
    plan: &'d Plan,
) -> impl Iterator<Item = (&'d Target, &'d ClauseFact)> {
    let targets = plan.targets.iter().enumerate();
    targets.filter_map(|(at, target)| {
        // An address without a clause is told by `unknown-name`.
        let clause = document.clause(&target.clause)?;
        let is_lost = parse_number(&target.value).is_some() && is_lost(document, plan, at, clause);
        is_lost.then_some((target, clause))
    })
}

/// Whether the target at `at` of a plan has no place in the text of its clause. Of targets with one value each needs its own: where there
/// are as many numbers as targets they stand in one order, else the last are those without, unless one number is said of all.
fn is_lost(document: &Document, plan: &Plan, at: usize, clause: &ClauseFact) -> bool {
    let target = &plan.targets[at];
    let of_clause = |other: &&Target| *other.clause == *target.clause;
    let before = plan.targets[..at].iter().filter(of_clause);
    let all = plan.targets.iter().filter(of_clause);
    let alike = |other: &&Target| shown(other) == shown(target);
    let places = places_in(document, target, clause);
    let sharing: Vec<&Target> = all.clone().filter(alike).collect();
    if places.len() >= sharing.len() {
        return false;
    }
    let figures = figures(&clause.text);
    let is_short = !places.is_empty() && figures.len() < all.clone().count();
    if is_short && is_said_of_all(document, clause, &sharing) {
        return false;
    }
    match figures.get(before.clone().count()) {
        Some(own) if figures.len() == all.count() => {
            !places.iter().any(|place| place.start == own.range.start)
        }
        _ => places.len() <= before.filter(alike).count(),
    }
}

/// Whether one number may be said of several targets: of several groups, "80% cán bộ, người dân", or of several years that are printed,
/// "Năm 2025 và năm 2026: 80%", "Hằng năm, 80%". Two that are alike need two numbers.
fn is_said_of_all(document: &Document, clause: &ClauseFact, targets: &[&Target]) -> bool {
    let people = targets.iter();
    let people: BTreeSet<_> = people
        .map(|target| (&target.group.value, &target.whom, target.year.value))
        .collect();
    let years: BTreeSet<i16> = targets.iter().map(|target| target.year.value).collect();
    people.len() == targets.len() && (years.len() == 1 || are_said(document, clause, &years))
}

/// The range of percentages one end of which a target takes, and its lower end.
fn range<'c>(target: &Target, clause: &'c ClauseFact) -> Option<(&'c str, &'c str)> {
    let value = target.value.as_str();
    let mut ranges = percent_ranges(&clause.text).filter(|_| target.unit == Unit::Percent);
    let range = ranges.find(|range| range.low == value || range.high == value)?;
    Some((&clause.text[range.range], range.low))
}

/// The value as it stands in prose: percent with its sign, people and shares as printed, anything else with the word that counts it.
pub(super) fn shown(target: &Target) -> String {
    let value = &target.value.value;
    match target.unit {
        Unit::Percent => format!("{value}%"),
        Unit::People | Unit::Share => value.clone(),
        Unit::Turns => format!("{value} lượt"),
        Unit::Classes => format!("{value} lớp"),
    }
}
