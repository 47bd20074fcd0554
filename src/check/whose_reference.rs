//! A reference that may belong to another document that is named beside it. No link is made of it.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "whose-reference", Warning,
    "chưa rõ “{printed}” là của kế hoạch này hay của văn bản khác nhắc ở cạnh" => "it is not clear whether “{printed}” is of this plan or of another document named beside it",
    help "nếu là của kế hoạch này, viết “{printed} của Kế hoạch này”; nếu là của văn bản khác, ghi vào acknowledge: code: whose-reference, at: {clause}" => "if it is of this plan, write “{printed} của Kế hoạch này”; if of the other, acknowledge it: code: whose-reference, at: {clause}",
    what "Lời dẫn tới điểm, khoản đứng cạnh tên một văn bản khác mà không nói là của văn bản nào." => "A reference to clauses stands beside the name of another document and does not say of which it is.",
    why "Liên kết sai còn hại hơn không có liên kết, nên loa không đoán." => "A false link is worse than none, so loa does not guess.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "1. Làm theo Chiến lược quốc gia, mục 1, phần I",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "1. Làm theo Chiến lược quốc gia và mục 1, phần I của Kế hoạch này",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let references = site
        .documents
        .iter()
        .flat_map(|document| &document.facts.references);
    for reference in references.filter(|reference| reference.whose) {
        faults.push(
            Diagnostic::new(&RULE, reference.span)
                .with("printed", reference.words())
                .with("clause", reference.subject())
                .about(reference.subject()),
        );
    }
}
