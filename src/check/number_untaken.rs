//! A percentage or a number of people among the targets of a plan that no target takes: it would be missing from every table.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::rules::rule;
use crate::site::Site;

use super::figures::{figures, places_in};
use super::target_mismatch::lost;

rule!(
    "number-untaken", Warning,
    "{clause} ghi “{value}” ở phần chỉ tiêu nhưng không chỉ tiêu nào có con số này" => "{clause} has “{value}” among the targets, but no target has it",
    help "thêm một dòng vào targets; nếu đây không phải chỉ tiêu, ghi vào acknowledge: code: number-untaken, at: {clause}" => "add a row to targets; if it is no target, acknowledge it: code: number-untaken, at: {clause}",
    what "Phần chỉ tiêu của kế hoạch có một tỷ lệ hoặc số người mà danh sách targets không có." => "The targets part of a plan has a percentage or a number of people that the list of targets lacks.",
    why "Con số ấy vắng mặt trong trang chỉ tiêu, bảng dữ liệu và mẫu báo cáo." => "It is missing from the page of targets, the tables and the report forms.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {targets: i}",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ, 90% lãnh đạo",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {targets: i}",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "  - {clause: i.a, year: 2025, group: can-bo, whom: lãnh đạo, comparator: exactly, value: 90, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ, 90% lãnh đạo",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let Some(part) = plan.parts.get("targets") else {
            continue;
        };
        let below = |clause: &&ClauseFact| {
            let rest = clause.address.strip_prefix(part.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
        };
        for clause in document.facts.clauses.iter().filter(below) {
            for value in untaken(document, plan, clause) {
                faults.push(
                    Diagnostic::new(&RULE, clause.span)
                        .with("clause", clause.address.clone())
                        .with("value", value)
                        .about(clause.address.clone()),
                );
            }
        }
    }
}

/// The numbers of a clause that none of its targets takes, as printed.
fn untaken(document: &Document, plan: &Plan, clause: &ClauseFact) -> Vec<String> {
    let targets = plan.targets.iter();
    let targets = targets.filter(|target| *target.clause == clause.address);
    let taken: Vec<_> = targets
        .flat_map(|target| places_in(document, target, clause))
        .collect();
    let lost = lost(document, plan).filter(|(_, of)| of.address == clause.address);
    let lost = lost.count();
    let cites = |at: usize| {
        let citations = document.facts.citations.iter();
        let mut own = citations.filter(|cited| cited.clause.as_deref() == Some(&clause.address));
        own.any(|cited| clause.text[..at].ends_with(&cited.number))
    };
    let numbers = figures(&clause.text);
    let numbers = numbers.into_iter().filter(|number| !cites(number.sign));
    let free = numbers.filter(|number| {
        let range = &number.range;
        let meets = |place: &Range<usize>| place.start < range.end && range.start < place.end;
        !taken.iter().any(meets)
    });
    let free: Vec<String> = free
        .map(|number| clause.text[number.range].trim().to_owned())
        .collect();
    // A target whose number is not here is told as such, with this clause beside it: that is the number left over.
    if free.len() <= lost { Vec::new() } else { free }
}
