//! A required key that is not there.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "missing-field", Error,
    "thiếu khóa bắt buộc “{key}”" => "the required key “{key}” is missing",
    help "thêm một dòng “{key}: …” ({doc})" => "add a line “{key}: …”",
);

/// The mapping at `span` lacks `key`, which `doc` explains.
pub fn missing_field(span: Span, key: &str, doc: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("key", key)
        .with("doc", doc.trim().trim_end_matches('.'))
        .about(key)
}
