//! Targets of one clause in another order than their values stand in it: two values may have been swapped.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::kind::plan::Target;
use crate::rules::rule;
use crate::site::Site;

use super::figures::places_in;
use super::target_exchanged;

rule!(
    "target-order", Warning,
    "trong {address}, “{value}” đứng trước “{before}”, nhưng chỉ tiêu ghi ngược lại" => "in {address} “{value}” stands before “{before}”, but the targets say it the other way round",
    help "xem có đổi chỗ hai con số không; nếu không, xếp các dòng chỉ tiêu theo thứ tự trong câu" => "see whether two numbers are swapped; if not, put the targets in the order of the sentence",
    what "Hai chỉ tiêu của một điểm, khoản được ghi ngược thứ tự hai con số trong câu." => "Two targets of one clause stand in another order than their values in its sentence.",
    why "Hai con số có thể đã bị đổi chỗ cho nhau: năm này thành năm kia, nhóm này thành nhóm kia." => "The two values may have been swapped: one year's became another's, one group's another's.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, indicator: skills, comparator: over, value: 85, unit: percent}",
        "  - {clause: i.a, year: 2025, group: can-bo, indicator: confirmed, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Cán bộ: trên 80% có kỹ năng số, trên 85% được xác nhận trên VNeID",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, indicator: skills, comparator: over, value: 80, unit: percent}",
        "  - {clause: i.a, year: 2025, group: can-bo, indicator: confirmed, comparator: over, value: 85, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Cán bộ: trên 80% có kỹ năng số, trên 85% được xác nhận trên VNeID",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for (at, target) in plan.targets.iter().enumerate() {
            let of_clause = |other: &&Target| *other.clause == *target.clause;
            let Some(before) = plan.targets[..at].iter().rfind(of_clause) else {
                continue;
            };
            let Some(clause) = document.clause(&target.clause) else {
                continue;
            };
            // Where the words beside the values tell which is whose, `target-exchanged` compares them with those.
            if target_exchanged::pair(site, plan, target, clause).is_some() {
                continue;
            }
            // A value that does not stand there is told by `target-mismatch`.
            let last = places_in(document, target, clause).into_iter().next_back();
            let first = places_in(document, before, clause).into_iter().next();
            if let (Some(last), Some(first)) = (last, first)
                && last.start < first.start
            {
                let words = Words {
                    vi: "chỉ tiêu đứng trước",
                    en: "the target before it",
                };
                faults.push(
                    Diagnostic::new(&RULE, target.value.span)
                        .with("address", target.clause.value.clone())
                        .with("value", target.value.value.clone())
                        .with("before", before.value.value.clone())
                        .about(target.clause.value.clone())
                        .related(before.value.span, words),
                );
            }
        }
    }
}
