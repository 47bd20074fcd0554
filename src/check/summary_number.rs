//! A percentage in the summary of a plan that neither its text nor its targets know.

use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

use super::target_mismatch;

rule!(
    "summary-number", Warning,
    "tóm tắt ghi “{value}” nhưng kế hoạch không có con số này" => "the summary says “{value}”, which does not stand in the plan",
    help "sửa con số trong summary cho khớp với các điểm, khoản" => "correct the number in the summary to that of the clauses",
    what "Tóm tắt của kế hoạch nêu một tỷ lệ phần trăm mà các điểm, khoản không có." => "The summary of a plan names a percentage that none of its clauses has.",
    why "Người đọc tóm tắt sẽ tin một con số khác với kế hoạch." => "Whoever reads only the summary believes another number than the plan's.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "summary: [Trên 90% cán bộ]",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "summary: [Trên 80% cán bộ]",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    at "chữ “summary”" => "the word “summary”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for sentence in &plan.summary {
            for value in percentages(sentence) {
                // That of a target which its clause lacks is told there, with this place beside it.
                let mut lost = target_mismatch::lost(document, plan);
                if !stands_in(document, value) && !lost.any(|(target, _)| *target.value == value) {
                    faults.push(
                        Diagnostic::new(&RULE, sentence.span)
                            .with("value", format!("{value}%"))
                            .about("summary"),
                    );
                }
            }
        }
    }
}

fn stands_in(document: &Document, value: &str) -> bool {
    let mut clauses = document.facts.clauses.iter();
    clauses.any(|clause| percentages(&clause.text).any(|other| other == value))
}

/// The numbers before the signs of percent in a text.
fn percentages(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('%').filter_map(|(at, _)| {
        let before = text[..at].trim_end();
        let start = before
            .rfind(|c: char| !(c.is_ascii_digit() || c == ','))
            .map_or(0, |last| {
                last + before[last..].chars().next().map_or(0, char::len_utf8)
            });
        let number = &before[start..];
        (!number.is_empty()).then_some(number)
    })
}
