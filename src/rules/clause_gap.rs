//! A printed label that does not follow the one before it. Real plans skip letters, so this is a warning and is never mended by the tool.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-gap", Warning,
    "sau “{previous}” là “{label}”: thiếu nhãn ở giữa" => "“{label}” follows “{previous}”: a label is missing between them",
    help "thêm đoạn còn thiếu, hoặc ghi “clause-gap” với địa chỉ {address} vào acknowledge nếu bản in bỏ qua thật" => "add what is missing, or acknowledge “clause-gap” at {address} if the document really skips it",
);

/// `label` at `span` does not follow `previous`.
pub fn clause_gap(span: Span, previous: &str, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("previous", previous)
        .with("label", label)
        .with("address", address)
        .about(address)
}
