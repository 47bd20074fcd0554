//! A doubt about words that do not stand in its clause: readers would see no mark where they should.

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "doubt-not-found", Warning,
    "{address} không có chữ “{text}”" => "{address} does not have the words “{text}”",
    help "chép đúng những chữ chưa chắc như chúng đứng trong thân bài" => "copy the doubtful words as they stand in the body",
    what "Chữ được ghi là chưa chắc chắn không có trong điểm, khoản đó." => "Words that are called doubtful do not stand in their clause.",
    why "Người đọc sẽ không thấy dấu nghi vấn ở chỗ cần thấy." => "Readers would see no mark where there should be one.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "doubts: [{clause: i.a, text: chữ mờ}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "doubts: [{clause: i.a, text: Mở lớp}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for doubt in &plan.doubts {
            // An address without a clause is told by `unknown-name`.
            let Some(clause) = document.clause(&doubt.clause) else {
                continue;
            };
            if !stands_in(document, clause, &doubt.text) {
                faults.push(
                    Diagnostic::new(&RULE, doubt.clause.span)
                        .with("address", doubt.clause.value.clone())
                        .with("text", doubt.text.clone())
                        .about(doubt.clause.value.clone()),
                );
            }
        }
    }
}

/// Whether the words stand in the text of the clause, in the head of its table or in one of its assignment lines.
fn stands_in(document: &Document, clause: &ClauseFact, text: &str) -> bool {
    let facts = document.facts.assignments.iter();
    let lines = facts.filter(|fact| fact.clause == clause.address);
    [&clause.text, &clause.head]
        .into_iter()
        .chain(lines.map(|fact| &fact.printed))
        .any(|words| words.contains(text))
}
