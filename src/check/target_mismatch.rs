//! A target whose value does not stand in the text of its clause. Table and prose can then never say different things.

use crate::diag::{Diagnostic, Words};
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::{Plan, Target, Unit};
use crate::rules::{self, rule};
use crate::site::Site;
use crate::text::numbers::parse_number;

use super::figures::{figures, places};

rule!(
    "target-mismatch", Error,
    "chỉ tiêu ghi “{value}” nhưng {address} không có con số này" => "the target says “{value}”, which does not stand in {address}",
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
            let mut fault = Diagnostic::new(&RULE, target.value.span)
                .with("value", shown(target))
                .with("address", target.clause.value.clone())
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
        let is_lost = parse_number(&target.value).is_some() && is_lost(plan, at, &clause.text);
        is_lost.then_some((target, clause))
    })
}

/// Whether the target at `at` of a plan has no place in the text of its clause. Of targets with one value each needs its own: where there
/// are as many numbers as targets they stand in one order, else the last are those without.
fn is_lost(plan: &Plan, at: usize, text: &str) -> bool {
    let target = &plan.targets[at];
    let of_clause = |other: &&Target| *other.clause == *target.clause;
    let before = plan.targets[..at].iter().filter(of_clause);
    let all = plan.targets.iter().filter(of_clause);
    let alike = |other: &&Target| shown(other) == shown(target);
    let places = places(target, text);
    if places.len() >= all.clone().filter(alike).count() {
        return false;
    }
    let figures = figures(text);
    match figures.get(before.clone().count()) {
        Some(own) if figures.len() == all.count() => {
            !places.iter().any(|place| place.start == own.range.start)
        }
        _ => places.len() <= before.filter(alike).count(),
    }
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
