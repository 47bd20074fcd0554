//! A report with a time that the duties of a plan or a part about reports ask for, or with a day or a rhythm that a task does, and `deadlines`
//! does not have. It would stand in no list and no calendar.

use std::iter::successors;

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::rules::rule;
use crate::site::Site;
use crate::text::due::Due;
use crate::text::fold::lower;

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
        let clauses = document.facts.clauses.iter();
        let asking = clauses.filter(|clause| asks_for_one(document, plan, clause));
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

/// Whether a clause asks for a report by some time, as far as its part of the plan can.
fn asks_for_one(document: &Document, plan: &Plan, clause: &ClauseFact) -> bool {
    let behind = |part: &str| {
        let part = plan.parts.get(part)?;
        clause.address.strip_prefix(part.as_str())
    };
    let is_below = |part: &str| behind(part).is_some_and(|rest| rest.starts_with(['.', '-']));
    // What stands directly behind the title of the duties part binds, too.
    let is_duty = is_below("duties") || behind("duties") == Some("");
    if is_below("tasks") && !is_duty {
        let work = clause.work();
        return asks_by_a_day(work) || asks_again_and_again(work);
    }
    (is_duty || is_about_reports(document, clause)) && asks(&clause.text)
}

/// Whether a clause stands in a part of a plan, or under a heading, that is about reports: "IV. Chế độ báo cáo". An appendix is their form.
fn is_about_reports(document: &Document, clause: &ClauseFact) -> bool {
    let clauses = &document.facts.clauses;
    let above = |clause: &&ClauseFact| clause.parent.map(|parent| &clauses[parent]);
    let mut headings = successors(Some(clause), above).filter(|clause| clause.is_title);
    let is_form = clause.address.starts_with("pl");
    !is_form && headings.any(|heading| lower(&heading.name).contains("báo cáo"))
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

/// Whether one sentence of a task holds both a report and a day for it. A task may speak of reports in passing, so any other time behind the word is none.
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

/// Whether one sentence of a task says that somebody reports again and again: "định kỳ hằng quý các sở báo cáo". Behind the word, a rhythm
/// is that of the reports of which the task speaks: "cập nhật các báo cáo định kỳ".
fn asks_again_and_again(text: &str) -> bool {
    const NOUN_BEHIND: [&str; 22] = [
        "độ", "thống", "các", "những", "mẫu", "biểu", "mềm", "tin", "bản", "loại", "nghe", "mọi",
        "nội", "số", "vụ", "tác", "theo", "trong", "qua", "từ", "của", "về",
    ];
    let sentences = text.split([';', '\n']).flat_map(|part| part.split(". "));
    sentences.map(str::to_lowercase).any(|sentence| {
        let mut reports = sentence.match_indices("báo cáo");
        reports.any(|(at, word)| {
            let (before, behind) = (&sentence[..at], &sentence[at + word.len()..]);
            let last = before.split_whitespace().next_back().unwrap_or("");
            let is_noun = NOUN_BEHIND.contains(&last) || behind.starts_with(" viên");
            let rhythm = matches!(
                Due::parse(before),
                Some(Due::Monthly(_) | Due::Quarterly(_) | Due::Yearly(_))
            );
            !is_noun && (rhythm || before.contains("định kỳ"))
        })
    })
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
