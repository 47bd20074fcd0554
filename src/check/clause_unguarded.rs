//! Something hangs on an item without a number, and no words say which is meant.

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::clause_at::ClauseAt;
use crate::rules::rule;
use crate::site::{DocId, Site};

use super::clause_moved::{hanging, linked};

rule!(
    "clause-unguarded", Warning,
    "{address} không có số nên đổi địa chỉ khi thêm một mục trước nó" => "{address} has no number: its address changes when an item is put in before it",
    help "ghi thêm vài chữ của mục ấy làm tiêu đề của liên kết, loa giữ giúp và không hiện ra: ({link})" => "add a few of its words as the title of the link, which loa then watches and does not show: ({link})",
    help "ghi thêm vài chữ của mục ấy để loa giữ giúp: \"{address} “{start}”\"" => "add a few of its words, which loa then watches: \"{address} “{start}”\"",
    what "Chủ đề, mối nối, lời dẫn hoặc liên kết chỉ vào một mục không có số mà không ghi kèm chữ của mục ấy." => "A topic, a link or a reference points at an item without a number and names none of its words.",
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
        faults.extend(unguarded(&site.documents[plan], at, None));
    }
}

/// What links in bodies point at without the words of a title.
pub(super) fn of_links(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    for &doc in docs {
        // Where a count stands, a hyphen stands before it.
        let wanted = |at: &ClauseAt| at.words.is_none() && at.value.contains('-');
        for (written, plan, at) in linked(site, doc, wanted) {
            faults.extend(unguarded(&site.documents[plan], at, Some(written)));
        }
    }
}

/// What is wrong with an address of a plan, in the metadata or in a link, that no words guard.
fn unguarded(document: &Document, at: &ClauseAt, link: Option<&str>) -> Option<Diagnostic> {
    let clause = document.clause(at).filter(|_| at.words.is_none())?;
    if !is_counted(document, clause) {
        return None;
    }
    let start = start(document, clause);
    let link = link.map(|written| format!("{written} \"{start}\""));
    let fault = Diagnostic::new(&RULE, at.span)
        .with("address", at.value.clone())
        .with("start", start)
        .with_some("link", link)
        .about(at.value.clone());
    Some(fault)
}

/// Whether the address of a clause holds a count: it or one above it has no number of its own. Printed numbers stay.
fn is_counted(document: &Document, clause: &ClauseFact) -> bool {
    let above = clause.parent.map(|parent| &document.facts.clauses[parent]);
    !clause.label.contains(char::is_alphanumeric)
        || above.is_some_and(|above| is_counted(document, above))
}

/// The first words of a clause, as many as tell it from the others of its plan; a few where another says the same.
fn start(document: &Document, clause: &ClauseFact) -> String {
    let words: Vec<&str> = clause.text.split_whitespace().collect();
    let others = document.facts.clauses.iter();
    let others: Vec<&str> = others
        .filter(|other| other.address != clause.address)
        .map(|other| other.text.as_str())
        .collect();
    let starts = (WORDS..=words.len()).map(|count| words[..count].join(" "));
    let starts = starts.filter(|start| start.matches('“').count() == start.matches('”').count());
    let starts: Vec<String> = starts.collect();
    let tells_apart = |start: &&String| !others.iter().any(|other| other.contains(*start));
    let start = starts.iter().find(tells_apart).or(starts.first());
    let start = start.map_or_else(|| words.join(" "), String::clone);
    start.trim_end_matches([',', '.', ';', ':', ' ']).to_owned()
}
