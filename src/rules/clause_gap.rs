//! A printed label that does not follow the one before it. Real plans skip letters, so this is a warning and is never mended by the tool.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-gap", Warning,
    "sau “{previous}” là “{label}”: thiếu nhãn ở giữa" => "“{label}” follows “{previous}”: a label is missing between them",
    help "thêm đoạn còn thiếu, hoặc ghi “clause-gap” với địa chỉ {address} vào acknowledge nếu bản in bỏ qua thật" => "add what is missing, or acknowledge “clause-gap” at {address} if the document really skips it",
    what "Nhãn của điểm, khoản nhảy cóc: thiếu một nhãn ở giữa." => "The labels of clauses skip one.",
    why "Có thể một đoạn của văn bản bị bỏ sót khi chép." => "A passage of the document may have been lost in copying.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "c) Phát tài liệu",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "b) Phát tài liệu",
    ],
    at "địa chỉ của điểm, khoản đứng sau chỗ thiếu" => "the address of the clause after the gap",
);

/// `label` at `span` does not follow `previous`.
pub fn clause_gap(span: Span, previous: &str, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("previous", previous)
        .with("label", label)
        .with("address", address)
        .about(address)
}
