//! A reference of a plan to a clause that the plan does not have. The printed words are never changed: readers see a mark, editors
//! this message.

use super::ambiguous_reference;
use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "broken-reference", Error,
    "“{printed}” dẫn tới {address}, nhưng kế hoạch không có chỗ đó" => "“{printed}” points at {address}, which the plan does not have",
    help "có thể là {candidates}; nếu bản in sai thật, giữ nguyên và ghi vào acknowledge: code: broken-reference, at: {clause}, reason: …" => "it may mean {candidates}; if the document is really wrong, keep it and acknowledge: code: broken-reference, at: {clause}, reason: …",
    help "sửa lại cho đúng bản in; nếu bản in sai thật, giữ nguyên và ghi vào acknowledge: code: broken-reference, at: {clause}, reason: …" => "correct it as printed; if the document is really wrong, keep it and acknowledge: code: broken-reference, at: {clause}, reason: …",
    what "Lời dẫn trong kế hoạch chỉ tới một điểm, khoản mà kế hoạch không có." => "A reference of a plan points at a clause that the plan does not have.",
    why "Người đọc không biết việc nào được giao; trích dẫn sai có thể là lỗi của bản in." => "Readers cannot tell which work is meant; the document itself may be wrong.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "- Chủ trì việc tại khoản 2, phần I.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "- Chủ trì việc tại khoản 1, phần I.",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        if !matches!(document.kind, Kind::Plan(_)) {
            continue;
        }
        for reference in &document.facts.references {
            let missing = reference
                .targets
                .iter()
                .filter(|target| document.clause(target).is_none())
                .filter(|target| ambiguous_reference::fitting(document, target).len() < 2);
            for address in missing {
                faults.push(
                    Diagnostic::new(&RULE, reference.span)
                        .with("printed", reference.words())
                        .with("address", address.clone())
                        .with_some("candidates", candidates(document, address))
                        .with("clause", reference.subject())
                        .about(reference.subject()),
                );
            }
        }
    }
}

/// How many candidates are shown; more say less.
const SHOWN: usize = 4;

/// What may be meant: the clauses that have the same labels under another part, then those that stand where the lost one would,
/// the nearest labels first.
fn candidates(document: &Document, address: &str) -> Option<String> {
    let labels = address.split_once('.').map(|(_, labels)| labels);
    let same = document.facts.clauses.iter().filter(|clause| {
        let other = clause.address.split_once('.').map(|(_, labels)| labels);
        other.is_some() && other == labels
    });
    let mut near: Vec<&ClauseFact> = siblings(document, address);
    near.sort_by_key(|clause| distance(address, &clause.address));
    let below = ambiguous_reference::fitting(document, address);
    let all: Vec<&str> = below
        .into_iter()
        .chain(same)
        .chain(near)
        .map(|clause| clause.address.as_str())
        .take(SHOWN)
        .collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The numbered clauses directly below the nearest clause that stands above `address`; none when it has no such clause.
fn siblings<'d>(document: &'d Document, address: &str) -> Vec<&'d ClauseFact> {
    let clauses = &document.facts.clauses;
    let mut above = address;
    while let Some((shorter, _)) = above.rsplit_once('.') {
        above = shorter;
        let below = clauses.iter().filter(|clause| {
            let parent = clause.parent.map(|parent| clauses[parent].address.as_str());
            parent == Some(above) && clause.label.contains(char::is_alphanumeric)
        });
        let below: Vec<&ClauseFact> = below.collect();
        if !below.is_empty() {
            return below;
        }
    }
    Vec::new()
}

/// How far the last labels of two addresses lie apart: numbers by their difference, letters by their place. Those of a row are parted by a
/// hyphen, and where the ones before them differ the row stands farther off.
fn distance(address: &str, other: &str) -> (bool, u32) {
    let row = other.rsplit('.').next().unwrap_or("").matches('-').count();
    let last = |address: &str| {
        let label = address.rsplit(['.', '-']).next().unwrap_or("").to_owned();
        label
            .parse()
            .ok()
            .or_else(|| label.chars().next().map(u32::from))
    };
    let above = |address: &str| {
        let labels = address.rsplit(['.', '-']).skip(1).take(row);
        labels.map(str::to_owned).collect::<Vec<String>>()
    };
    let apart = match (last(address), last(other)) {
        (Some(a), Some(b)) => a.abs_diff(b),
        _ => u32::MAX,
    };
    (above(address) != above(other), apart)
}
