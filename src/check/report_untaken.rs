//! A report with a time that the duties part of a plan asks for, or with a day that a task does, and `deadlines` does not have. It would stand in no list and no calendar.

use crate::diag::Diagnostic;
use crate::document::ClauseFact;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::text::due::Due;

rule!(
    "report-untaken", Warning,
    "{clause} nhắc báo cáo có thời hạn nhưng deadlines không có" => "{clause} asks for a report by some time, which deadlines does not have",
    help "thêm vào deadlines: {clause: {clause}, printed: …, kind: report, to: […]}; nếu không phải báo cáo phải gửi, ghi vào acknowledge: code: report-untaken, at: {clause}" => "add to deadlines: {clause: {clause}, printed: …, kind: report, to: […]}; if no report is owed, acknowledge it: code: report-untaken, at: {clause}",
    what "Phần nhiệm vụ hoặc phần giao việc nhắc một báo cáo có thời hạn mà deadlines không có dòng nào." => "The tasks or the duties ask for a report by some time, and deadlines has no row for it.",
    why "Báo cáo ấy vắng mặt ở trang hạn, trang cơ quan và lịch." => "It is missing from the page of what is due, from the body's page and from the calendar.",
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
        "- Báo cáo trước ngày 15/12.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines:",
        "  - {clause: i.1-1, printed: trước ngày 15/12, kind: report}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Báo cáo trước ngày 15/12.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let is_below = |clause: &ClauseFact, part: &str| {
            let part = plan.parts.get(part);
            let rest = part.and_then(|part| clause.address.strip_prefix(part.as_str()));
            rest.is_some_and(|rest| rest.starts_with(['.', '-']))
        };
        let asking = document.facts.clauses.iter().filter(|clause| {
            is_below(clause, "duties") && asks(&clause.text)
                || is_below(clause, "tasks") && asks_by_a_day(clause.work())
        });
        for clause in asking {
            let mut taken = plan.deadlines.iter();
            if !taken.any(|deadline| *deadline.clause == clause.address) {
                faults.push(
                    Diagnostic::new(&RULE, clause.span)
                        .with("clause", clause.address.clone())
                        .about(clause.address.clone()),
                );
            }
        }
    }
}

/// Whether one sentence of a text holds both a report and a time for it.
fn asks(text: &str) -> bool {
    let sentences = text.split([';', '\n']).flat_map(|part| part.split(". "));
    sentences.map(str::to_lowercase).any(|sentence| {
        // Who reports on stage is no report.
        let sentence = sentence.replace("báo cáo viên", "");
        let said = [
            "định kỳ",
            "đột xuất",
            "trước ngày",
            "chậm nhất",
            "trước tháng",
            "vào ngày",
            "hằng tháng",
            "hàng tháng",
        ];
        let timed = match Due::parse(&sentence) {
            // A year may be that of the work.
            None | Some(Due::Open | Due::Years { .. } | Due::From(_) | Due::Loosely { .. }) => {
                said.iter().any(|words| sentence.contains(words))
            }
            Some(_) => true,
        };
        timed && SENT.iter().any(|words| sentence.contains(words))
    })
}

/// Whether one sentence of a task holds both a report and a day for it. A task may speak of reports in passing, so any other time is none.
fn asks_by_a_day(text: &str) -> bool {
    let sentences = text.split([';', '\n']).flat_map(|part| part.split(". "));
    let mut timed = sentences.filter(|sentence| {
        let due = Due::parse(sentence);
        let lower = sentence.to_lowercase();
        let before = ["trước ngày", "chậm nhất"];
        matches!(due, Some(Due::Day(_))) && before.iter().any(|words| lower.contains(words))
    });
    timed.any(asks)
}

/// What is handed in at a time.
const SENT: [&str; 6] = [
    "báo cáo",
    "gửi kết quả",
    "gửi số liệu",
    "gửi thông tin",
    "cung cấp số liệu",
    "cung cấp thông tin",
];
