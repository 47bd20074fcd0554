//! A text where a number is meant.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-number", Error,
    "“{value}” không phải là một con số" => "“{value}” is not a number",
    help "viết như in, không kèm đơn vị: 80 hoặc \"996 ngàn\"" => "write it as printed without its unit: 80 or \"996 ngàn\"",
);

/// The value at `span`.
pub fn bad_number(span: Span, value: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("value", value)
}
