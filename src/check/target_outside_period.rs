//! A target for a year in which its plan does not run.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "target-outside-period", Warning,
    "chỉ tiêu của năm {year} nằm ngoài thời gian của kế hoạch, {from}–{to}" => "the target is for {year}, outside the plan's years {from}–{to}",
    help "sửa year hoặc period cho đúng bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: target-outside-period, at: {clause}" => "correct year or period as printed; if the document really says so, acknowledge it: code: target-outside-period, at: {clause}",
    what "Chỉ tiêu của một năm nằm ngoài thời gian kế hoạch." => "A target is for a year in which the plan does not run.",
    why "Thường là gõ nhầm năm; biểu đồ sẽ đặt chỉ tiêu sai chỗ." => "Mostly the year is a slip; charts would put the target in the wrong place.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "period: {from: 2025, to: 2026}",
        "targets:",
        "  - {clause: i.a, year: 2027, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "period: {from: 2025, to: 2026}",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (doc, document) in site.documents.iter().enumerate() {
        let (Kind::Plan(plan), Some((from, to))) = (&document.kind, site.period(doc)) else {
            continue;
        };
        for target in &plan.targets {
            if !(from..=to).contains(&target.year) {
                faults.push(
                    Diagnostic::new(&RULE, target.year.span)
                        .with("year", target.year.to_string())
                        .with("from", from.to_string())
                        .with("to", to.to_string())
                        .with("clause", target.clause.value.clone())
                        .about(target.clause.value.clone()),
                );
            }
        }
    }
}
