//! An anchor that an address cannot hold.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-anchor", Error,
    "“#{anchor}” không dùng làm chỗ dẫn tới được" => "“#{anchor}” cannot be used as an anchor",
    help "chỉ dùng chữ cái không dấu, chữ số, dấu gạch và dấu chấm" => "use letters without marks, digits, hyphens and dots",
);

/// The heading at `span` asks for `anchor`.
pub fn bad_anchor(span: Span, anchor: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("anchor", anchor)
}
