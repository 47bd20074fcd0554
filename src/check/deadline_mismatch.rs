//! A deadline whose words do not stand in the text of its clause. Table and prose can then never say different things.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "deadline-mismatch", Error,
    "hạn ghi “{printed}” nhưng {address} không có những chữ này" => "the deadline says “{printed}”, which does not stand in {address}",
    help "chép đúng chữ trong điểm, khoản, kể cả dấu câu ở giữa" => "copy the words of the clause, with the marks between them",
    what "Hạn ghi trong khai báo không đúng chữ trong điểm, khoản." => "A deadline in the metadata does not stand in its clause.",
    why "Lịch sẽ nhắc một hạn mà văn bản không nêu." => "The calendar would tell of a deadline that the document does not have.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines:",
        "  - {clause: i.1-1, printed: trước ngày 15/11, kind: report}",
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
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for deadline in &plan.deadlines {
            // An address without a clause is told by `unknown-name`.
            let Some(clause) = document.clause(&deadline.clause) else {
                continue;
            };
            if !stands_in(&spaced(&deadline.printed), &spaced(&clause.text)) {
                let words = Words {
                    vi: "điểm, khoản này",
                    en: "the clause",
                };
                faults.push(
                    Diagnostic::new(&RULE, deadline.printed.span)
                        .with("printed", deadline.printed.value.clone())
                        .with("address", deadline.clause.value.clone())
                        .about(deadline.clause.value.clone())
                        .related(clause.span, words),
                );
            }
        }
    }
}

/// Whether words stand in a text whole: not cut inside a word or a number.
pub(super) fn stands_in(words: &str, text: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(words);
    !words.is_empty()
        && places.any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + words.len()..].chars().next();
            !inside(before) && !inside(after)
        })
}

/// Words with one space between them: a line may end anywhere.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
