//! Something hangs on an item without a number, and no words say which is meant.

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::rules::rule;
use crate::site::Site;

use super::clause_moved::hanging;

rule!(
    "clause-unguarded", Warning,
    "{address} không có số nên đổi địa chỉ khi thêm một mục trước nó" => "{address} has no number: its address changes when an item is put in before it",
    help "ghi thêm vài chữ của mục ấy để loa giữ giúp: \"{address} “{start}”\"" => "add a few of its words, which loa then watches: \"{address} “{start}”\"",
    what "Chủ đề, mối nối hoặc lời dẫn chỉ vào một mục không có số mà không ghi kèm chữ của mục ấy." => "A topic, link or reference of the metadata points at an item without a number and names none of its words.",
    why "Thêm một gạch đầu dòng ở trước là địa chỉ này chỉ sang việc khác mà không ai hay." => "With one bullet put in before, the address silently means other work.",
    wrong [
        "-- content/data/topics.yaml --",
        "- {id: tuyen-truyen, name: Tuyên truyền}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "topics:",
        "  i-1: [tuyen-truyen]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "- Làm tin.",
    ],
    right [
        "-- content/data/topics.yaml --",
        "- {id: tuyen-truyen, name: Tuyên truyền}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "topics:",
        "  i-1 “Làm tin”: [tuyen-truyen]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "- Làm tin.",
    ],
    at "địa chỉ của mục" => "the address of the item",
);

/// How many words of an item are proposed at least.
const WORDS: usize = 4;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (plan, at) in hanging(site) {
        let document = &site.documents[plan];
        let Some(clause) = document.clause(at).filter(|_| at.words.is_none()) else {
            continue;
        };
        if !is_counted(document, clause) {
            continue;
        }
        faults.push(
            Diagnostic::new(&RULE, at.span)
                .with("address", at.value.clone())
                .with("start", start(document, clause))
                .about(at.value.clone()),
        );
    }
}

/// Whether the address of a clause holds a count: it or one above it has no number of its own. Printed numbers stay.
fn is_counted(document: &Document, clause: &ClauseFact) -> bool {
    let above = clause.parent.map(|parent| &document.facts.clauses[parent]);
    !clause.label.contains(char::is_alphanumeric)
        || above.is_some_and(|above| is_counted(document, above))
}

/// The first words of a clause, as many as tell it from the others of its plan.
fn start(document: &Document, clause: &ClauseFact) -> String {
    let words: Vec<&str> = clause.text.split_whitespace().collect();
    let others = document.facts.clauses.iter();
    let others: Vec<&str> = others
        .filter(|other| other.address != clause.address)
        .map(|other| other.text.as_str())
        .collect();
    let enough = (WORDS..words.len()).find(|&count| {
        let start = words[..count].join(" ");
        let is_whole = start.matches('“').count() == start.matches('”').count();
        is_whole && !others.iter().any(|other| other.contains(&start))
    });
    let start = words[..enough.unwrap_or(words.len())].join(" ");
    start.trim_end_matches([',', '.', ';', ':', ' ']).to_owned()
}
