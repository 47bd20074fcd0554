//! YAML anchors and aliases. They are refused: they save little, hide where a value comes from, and can be made to explode.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "yaml-alias", Error,
    "không dùng được dấu neo (&) và tham chiếu (*) của YAML" => "YAML anchors (&) and aliases (*) cannot be used",
    help "viết lại giá trị ở chỗ cần; nếu là chữ thường, đặt trong dấu nháy" => "write the value out where it is needed; put quotes around it if it is plain text",
);

/// An anchor or alias stands at `span`.
pub fn yaml_alias(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
