//! A day in running text that no calendar has. Readers would keep a date that never comes.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "impossible-date", Warning,
    "lịch không có ngày “{text}”" => "no calendar has the day “{text}”",
    help "viết ngày trước, tháng sau; nếu bản in ghi vậy thật, ghi vào acknowledge: code: impossible-date, at: {text}" => "write the day first; if the document really says so, acknowledge it: code: impossible-date, at: {text}",
);

/// `text` at `span` looks like a day and is none.
pub fn impossible_date(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("text", text).about(text)
}
