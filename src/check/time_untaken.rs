//! A time in the words of a task or a duty that no line, no row of `deadlines` and no plain sentence takes. It would stand in no list and no
//! calendar.

use super::deadline_mismatch::spaced;
use super::report_untaken::{asked, in_lines, reports};
use crate::diag::Diagnostic;
use crate::document::{AssignmentKind, ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::rules::rule;
use crate::site::Site;
use crate::text::due::{finishing, times_said};

rule!(
    "time-untaken", Warning,
    "{clause} ghi thời hạn “{words}” nhưng deadlines không có" => "{clause} has the time “{words}”, which deadlines does not have",
    help "thêm vào deadlines: {clause: {clause}, printed: \"{words}\", kind: work}; nếu không phải hạn phải giữ, ghi vào acknowledge: code: time-untaken, at: {clause}" => "add to deadlines: {clause: {clause}, printed: \"{words}\", kind: work}; if nothing is due by it, acknowledge it: code: time-untaken, at: {clause}",
    what "Lời văn của một nhiệm vụ hoặc việc được giao có thời hạn mà deadlines không có dòng nào." => "The words of a task or a duty have a time, and deadlines has no row for it.",
    why "Việc ấy vắng mặt ở trang hạn, trang cơ quan và lịch." => "It is missing from the page of what is due, from the body's page and from the calendar.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Ban hành kế hoạch trước ngày 15/6/2026.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines:",
        "  - {clause: i.1-1, printed: trước ngày 15/6/2026, kind: work}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Ban hành kế hoạch trước ngày 15/6/2026.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let parts = ["tasks", "duties"].map(|part| plan.parts.get(part));
        let is_work = |clause: &&ClauseFact| {
            let mut parts = parts.iter().flatten();
            let below = parts.any(|part| {
                let rest = clause.address.strip_prefix(part.as_str());
                rest.is_some_and(|rest| rest.starts_with(['.', '-']))
            });
            below && !clause.is_detail
        };
        for clause in document.facts.clauses.iter().filter(is_work) {
            if let Some(words) = untaken(document, plan, clause) {
                faults.push(
                    Diagnostic::new(&RULE, clause.span)
                        .with("clause", clause.address.clone())
                        .with("words", words)
                        .about(clause.address.clone()),
                );
            }
        }
    }
}

/// The first time in the words of a clause that nothing takes. A time of a report is told as such.
fn untaken(document: &Document, plan: &Plan, clause: &ClauseFact) -> Option<String> {
    let text = in_lines(clause.work());
    let times: Vec<String> = times_said(&text).map(spaced).collect();
    if times.is_empty() || has_line(document, clause) {
        return None;
    }
    let rows = plan.deadlines.iter();
    let rows = rows.filter(|row| *row.clause == clause.address);
    let rows = rows.map(|row| spaced(&row.printed));
    let plain = finishing(clause.work()).map(|(printed, _)| spaced(&printed));
    let report = asked(document, plan, clause);
    let reports = report.as_deref().into_iter().flat_map(reports).map(spaced);
    let taken: Vec<String> = rows.chain(plain).chain(reports).collect();
    let is_free = |time: &String| {
        let mut taken = taken.iter();
        !taken.any(|words| words.contains(time.as_str()) || time.contains(words.as_str()))
    };
    times.into_iter().find(is_free)
}

/// Whether a line or a cell prints the time of a clause.
fn has_line(document: &Document, clause: &ClauseFact) -> bool {
    let mut lines = document.facts.assignments.iter();
    lines.any(|line| line.kind == AssignmentKind::Time && line.clause == clause.address)
}
