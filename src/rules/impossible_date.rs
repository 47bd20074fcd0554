//! A day in running text that no calendar has. Readers would keep a date that never comes.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "impossible-date", Warning,
    "lịch không có ngày “{text}”" => "no calendar has the day “{text}”",
    help "tháng đứng trước ngày; viết ngày trước: {swapped}; nếu bản in ghi vậy thật, ghi vào acknowledge: code: impossible-date, at: {text}" => "the month stands first; write the day first: {swapped}; if the document really says so, acknowledge it: code: impossible-date, at: {text}",
    help "sửa ngày theo lịch, ngày viết trước, tháng viết sau; nếu bản in ghi vậy thật, ghi vào acknowledge: code: impossible-date, at: {text}" => "correct the day by a calendar, and write it before the month; if the document really says so, acknowledge it: code: impossible-date, at: {text}",
    what "Trong bài có một ngày mà lịch không có." => "The text names a day that no calendar has.",
    why "Người đọc sẽ chờ một ngày không bao giờ tới, hoặc hiểu nhầm tháng với ngày." => "Readers would wait for a day that never comes, or take the month for the day.",
    wrong ["Lễ phát động diễn ra ngày 31/4/2025."],
    right ["Lễ phát động diễn ra ngày 30/4/2025."],
    at "ngày như viết trong bài" => "the day as written",
);

/// `text` at `span` looks like a day and is none.
pub fn impossible_date(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("text", text)
        .with_some("swapped", super::bad_date::day_first(text))
        .about(text)
}
