//! A reference of which only a part could be read. What was read is linked; the rest waits for an editor.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "half-read-reference", Warning,
    "chưa đọc hết lời dẫn “{printed}”: chưa rõ ở phần nào, hoặc cạnh đó còn số chưa hiểu" => "the reference “{printed}” could not be read whole: it does not say in which part, or numbers stand beside it",
    help "nếu bản in cho phép, viết đủ từng điểm, khoản; nếu không, ghi vào acknowledge: code: half-read-reference, at: {clause}" => "name every point and clause if the document does; else acknowledge it: code: half-read-reference, at: {clause}",
    what "Chỉ đọc được một phần lời dẫn tới điểm, khoản." => "Only a part of a reference to clauses could be read.",
    why "Phần chưa đọc được sẽ không có liên kết và không giao việc cho ai." => "The rest is linked to nothing and assigns nothing.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "1. Theo các phần I, II",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức",
        "",
        "1. Theo phần I và phần II",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        for reference in document
            .facts
            .references
            .iter()
            .filter(|reference| reference.half)
        {
            faults.push(
                Diagnostic::new(&RULE, reference.span)
                    .with("printed", reference.words())
                    .with("clause", reference.subject())
                    .about(reference.subject()),
            );
        }
    }
}
