//! A number that cannot be meant: a result of 1000 percent.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "out-of-range", Warning,
    "“{value}” không thể là phần trăm của một nhóm người" => "“{value}” cannot be a percentage of a group",
    help "ghi một số từ 0 đến 100, không kèm chữ “triệu”, “ngàn”; nếu kết quả là số người, chỉ tiêu phải có unit: people" => "write a number from 0 to 100 without “triệu” or “ngàn”; if the result counts people, its target needs unit: people",
);

/// The value at `span`.
pub fn out_of_range(span: Span, value: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("value", value)
}
