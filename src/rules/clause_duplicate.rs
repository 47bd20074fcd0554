//! Two clauses of one plan with the same address.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "clause-duplicate", Error,
    "nhãn “{label}” đứng hai lần dưới cùng một mục (địa chỉ {address})" => "the label “{label}” stands twice under the same heading (address {address})",
    help "sửa lại nhãn đúng như bản in; nếu bản in trùng thật, gộp hai đoạn vào một nhãn" => "correct the label as printed; if the document really repeats it, join the two passages under one label",
    what "Hai đoạn của kế hoạch mang cùng một nhãn dưới cùng một mục." => "Two passages of a plan bear the same label under one heading.",
    why "Người khác dẫn “điểm a” sẽ không biết tới đoạn nào; mỗi điểm, khoản cần một địa chỉ riêng." => "A reference to “điểm a” could mean either; every clause needs an address of its own.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "a) Phát tài liệu",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "b) Phát tài liệu",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// The label at `span` repeats the one at `first`.
pub fn clause_duplicate(span: Span, label: &str, address: &str, first: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("address", address)
        .about(address)
        .related(
            first,
            Words {
                vi: "nhãn này đứng lần đầu ở đây",
                en: "first stands here",
            },
        )
}
