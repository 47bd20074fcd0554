//! A text where a number is meant.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-number", Error,
    "“{value}” không phải là một con số" => "“{value}” is not a number",
    help "viết như in, không kèm đơn vị: 80 hoặc \"996 ngàn\"" => "write it as printed without its unit: 80 or \"996 ngàn\"",
    what "Chỗ cần một con số lại có chữ, đơn vị hoặc dấu phần trăm." => "Where a number is needed stands a word, a unit or a sign of percent.",
    why "Số không đọc được thì không so sánh và không vẽ được." => "What is no number can be neither compared nor drawn.",
    wrong [
        "-- content/data/baseline.yaml --",
        "- {id: ky-nang, year: 2025, group: can-bo, indicator: skills, comparator: exactly, value: tám mươi, unit: percent, source: Kế hoạch trung ương}",
    ],
    right [
        "-- content/data/baseline.yaml --",
        "- {id: ky-nang, year: 2025, group: can-bo, indicator: skills, comparator: exactly, value: 80, unit: percent, source: Kế hoạch trung ương}",
    ],
);

/// The value at `span`.
pub fn bad_number(span: Span, value: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("value", value)
}
