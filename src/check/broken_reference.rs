//! A reference of a plan to a clause that the plan does not have. The printed words are never changed: readers see a mark, editors
//! this message.

use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "broken-reference", Error,
    "“{printed}” dẫn tới {address}, nhưng kế hoạch không có chỗ đó" => "“{printed}” points at {address}, which the plan does not have",
    help "có thể là {candidates}; nếu bản in sai thật, giữ nguyên và ghi vào acknowledge: code: broken-reference, at: {clause}, reason: …" => "it may mean {candidates}; if the document is really wrong, keep it and acknowledge: code: broken-reference, at: {clause}, reason: …",
    help "sửa lại cho đúng bản in; nếu bản in sai thật, giữ nguyên và ghi vào acknowledge: code: broken-reference, at: {clause}, reason: …" => "correct it as printed; if the document is really wrong, keep it and acknowledge: code: broken-reference, at: {clause}, reason: …",
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
                .filter(|target| document.clause(target).is_none());
            for address in missing {
                faults.push(
                    Diagnostic::new(&RULE, reference.span)
                        .with("printed", reference.printed.replace('\n', " "))
                        .with("address", address.clone())
                        .with_some("candidates", candidates(document, address))
                        .with("clause", reference.clause.clone())
                        .about(reference.clause.clone()),
                );
            }
        }
    }
}

/// The clauses that have the same labels under another part.
fn candidates(document: &Document, address: &str) -> Option<String> {
    let (_, labels) = address.split_once('.')?;
    let known = document.facts.clauses.iter().map(|clause| &clause.address);
    let same: Vec<&str> = known
        .filter(|known| {
            known
                .split_once('.')
                .is_some_and(|(_, other)| other == labels)
        })
        .map(String::as_str)
        .collect();
    (!same.is_empty()).then(|| same.join(", "))
}
