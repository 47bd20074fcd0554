//! A reference of a plan that leaves out a level, so that several clauses fit: "điểm a, phần I" where two khoản of part I have a điểm a.

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "ambiguous-reference", Error,
    "“{printed}” có thể là {candidates}: lời dẫn bỏ qua một cấp" => "“{printed}” may be {candidates}: the reference leaves out a level",
    help "viết đủ khoản, mục ở giữa, ví dụ “{full}”; nếu bản in ghi vậy thật, giữ nguyên và ghi vào acknowledge: code: ambiguous-reference, at: {clause}, reason: …" => "name what stands between, such as “{full}”; if the document really says so, keep it and acknowledge: code: ambiguous-reference, at: {clause}, reason: …",
    what "Lời dẫn trong kế hoạch hợp với nhiều điểm, khoản." => "A reference of a plan fits several clauses.",
    why "Người đọc không biết việc nào được giao." => "Readers cannot tell which work is meant.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Tuyên truyền",
        "",
        "a) Trên loa",
        "",
        "2. Mở lớp",
        "",
        "a) Cho người cao tuổi",
        "",
        "## II. Tổ chức",
        "",
        "- Chủ trì việc tại điểm a, phần I.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Tuyên truyền",
        "",
        "a) Trên loa",
        "",
        "2. Mở lớp",
        "",
        "a) Cho người cao tuổi",
        "",
        "## II. Tổ chức",
        "",
        "- Chủ trì việc tại điểm a, khoản 2, phần I.",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        if !matches!(document.kind, Kind::Plan(_)) {
            continue;
        }
        for reference in &document.facts.references {
            for address in &reference.targets {
                let fitting = fitting(document, address);
                let Some(first) = fitting.first().filter(|_| fitting.len() > 1) else {
                    continue;
                };
                let addresses: Vec<&str> = fitting
                    .iter()
                    .map(|clause| clause.address.as_str())
                    .collect();
                faults.push(
                    Diagnostic::new(&RULE, reference.span)
                        .with("printed", reference.words())
                        .with("candidates", addresses.join(", "))
                        .with("full", first.citation.clone())
                        .with("clause", reference.subject())
                        .about(reference.subject()),
                );
            }
        }
    }
}

/// The clauses of the part in `address` that end in its other labels, when the plan has no clause at the address itself.
pub(super) fn fitting<'d>(document: &'d Document, address: &str) -> Vec<&'d ClauseFact> {
    let Some((part, labels)) = address.split_once('.') else {
        return Vec::new();
    };
    if document.clause(address).is_some() {
        return Vec::new();
    }
    let clauses = document.facts.clauses.iter();
    // A row prints "1.1" or "1,1", and its address has a hyphen there.
    let as_row = labels.replace('.', "-");
    let fits = |clause: &&ClauseFact| {
        let below = clause.address.strip_prefix(part);
        let below = below.and_then(|below| below.strip_prefix('.'));
        let is_row = clause.label.trim_end_matches('.').replace(',', ".") == labels;
        let labels = if is_row { &as_row } else { labels };
        let above = below.and_then(|below| below.strip_suffix(labels));
        above.is_some_and(|above| above.ends_with('.'))
    };
    clauses.filter(fits).collect()
}
