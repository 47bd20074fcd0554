//! A report with a time that the duties of a plan or a part about reports ask for, or with a day or a rhythm that a task does, and `deadlines`
//! does not have. It would stand in no list and no calendar.

use std::borrow::Cow;
use std::iter::successors;

use super::deadline_mismatch::spaced;
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
    "{clause} nhắc báo cáo có thời hạn nhưng deadlines không có: “{words}…”" => "{clause} asks for a report by some time, which deadlines does not have: “{words}…”",
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
        for clause in &document.facts.clauses {
            let rows = plan.deadlines.iter();
            let rows = rows.filter(|deadline| *deadline.clause == clause.address);
            let rows: Vec<String> = rows.map(|row| spaced(&row.printed)).collect();
            let asked = asked(document, plan, clause);
            if let Some(words) = asked.as_deref().and_then(|text| untaken(text, &rows)) {
                let words: Vec<&str> = words.split_whitespace().take(SHOWN).collect();
                faults.push(
                    Diagnostic::new(&RULE, clause.span)
                        .with("clause", clause.address.clone())
                        .with("words", words.join(" ").trim_end_matches(['.', ',', ';']))
                        .about(clause.address.clone()),
                );
            }
        }
    }
}

/// How many words are shown.
const SHOWN: usize = 8;

/// The first report of a text that asks for reports for which no row stands. A row whose words the text does not have is told elsewhere.
fn untaken<'t>(text: &'t str, rows: &[String]) -> Option<&'t str> {
    if rows.is_empty() {
        let mut asking = reports(text);
        return asking.next().or(Some(text.trim()));
    }
    let places = rows.iter().map(|row| text.find(row.as_str()));
    let places: Option<Vec<usize>> = places.collect();
    let places = places?;
    let is_taken = |part: &&str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let end = start + part.len();
        let mut rows = rows.iter().zip(&places);
        rows.any(|(row, &at)| at < end && start < at + row.len())
    };
    let parts = reports(text).flat_map(|report| [report].into_iter().chain(more_times(report)));
    parts.into_iter().find(|part| !is_taken(part))
}

/// The times behind the first for which one report is asked for: "hằng quý và hằng năm", "6 tháng (trước ngày 15/6), năm (trước ngày
/// 15/12)".
fn more_times(report: &str) -> Vec<&str> {
    const RHYTHMS: [&str; 6] = [
        "hằng năm",
        "hàng năm",
        "hằng quý",
        "hàng quý",
        "hằng tháng",
        "hàng tháng",
    ];
    let joined = report
        .match_indices(" và ")
        .map(|(at, joint)| &report[at + joint.len()..]);
    let rhythms = joined.filter_map(|rest| {
        let mut rhythms = RHYTHMS.iter();
        let rhythm = rhythms.find(|rhythm| rest.starts_with(**rhythm))?;
        Some(&rest[..rhythm.len()])
    });
    let brackets = report.match_indices("(trước ngày ").filter_map(|(at, _)| {
        let end = report[at..].find(')')?;
        Some(&report[at + 1..at + end])
    });
    rhythms.chain(brackets.skip(1)).collect()
}

/// Each report by some time for which a text asks: a sentence, or what of it stands from "báo cáo" to the next where more than one has a
/// time: "hằng quý báo cáo Sở A, trước ngày 15/12 báo cáo UBND tỉnh".
pub(super) fn reports(text: &str) -> impl Iterator<Item = &str> {
    let asking = sentences(text).filter(|sentence| asks(sentence));
    asking.flat_map(|sentence| {
        let parts: Vec<&str> = sentence
            .split(", ")
            .flat_map(|part| part.split(" và "))
            .collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| asks(part)).collect();
        if parts.len() > 1 {
            parts
        } else {
            vec![sentence]
        }
    })
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).flat_map(|part| part.split(". "))
}

/// The words of a clause that ask for a report by some time, as far as its part of the plan can.
pub(super) fn asked<'d>(
    document: &Document,
    plan: &Plan,
    clause: &'d ClauseFact,
) -> Option<Cow<'d, str>> {
    let behind = |part: &str| {
        let part = plan.parts.get(part)?;
        clause.address.strip_prefix(part.as_str())
    };
    let is_below = |part: &str| behind(part).is_some_and(|rest| rest.starts_with(['.', '-']));
    // What stands directly behind the title of the duties part binds, too.
    let is_duty = is_below("duties") || behind("duties") == Some("");
    if is_below("tasks") && !is_duty {
        let work = in_lines(clause.work());
        return (asks_by_a_day(&work) || asks_again_and_again(&work)).then_some(work);
    }
    if !is_duty && !is_about_reports(document, clause) {
        return None;
    }
    // A title may ask for it, or the text below it.
    let mut texts = [clause.own_text(), &clause.text].into_iter().map(in_lines);
    texts.find(|text| asks(text))
}

/// A text without the line ends inside its sentences: a capital begins another.
pub(super) fn in_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !joined.is_empty() {
            let begins = line.starts_with(char::is_uppercase);
            joined.push(if begins { '\n' } else { ' ' });
        }
        joined.push_str(line);
    }
    Cow::Owned(joined)
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
    sentences(text).map(str::to_lowercase).any(|sentence| {
        // Who reports on stage is no report.
        let sentence = sentence.replace("báo cáo viên", "");
        // Hardly a sentence speaks of what is sent, and times take long to read.
        if !SENT.iter().any(|words| sentence.contains(words)) {
            return false;
        }
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
        match Due::parse(&sentence) {
            // A year may be that of the work.
            None | Some(Due::Open | Due::Years { .. } | Due::From(_) | Due::Loosely { .. }) => {
                said.iter().any(|words| sentence.contains(words))
            }
            Some(_) => true,
        }
    })
}

/// Whether one sentence of a task holds both a report and a day for it. A task may speak of reports in passing, so any other time behind the word is none.
fn asks_by_a_day(text: &str) -> bool {
    let mut timed = sentences(text).filter(|sentence| {
        let lower = sentence.to_lowercase();
        let before = ["trước ngày", "chậm nhất"];
        before.iter().any(|words| lower.contains(words))
            && matches!(Due::parse(sentence), Some(Due::Day(_)))
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
    sentences(text).map(str::to_lowercase).any(|sentence| {
        let mut reports = sentence.match_indices("báo cáo");
        reports.any(|(at, word)| {
            let (before, behind) = (&sentence[..at], &sentence[at + word.len()..]);
            let last = before.split_whitespace().next_back().unwrap_or("");
            let is_noun = NOUN_BEHIND.contains(&last) || behind.starts_with(" viên");
            let is_rhythm = || {
                matches!(
                    Due::parse(before),
                    Some(Due::Monthly(_) | Due::Quarterly(_) | Due::Yearly(_))
                )
            };
            !is_noun && (before.contains("định kỳ") || is_rhythm())
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
