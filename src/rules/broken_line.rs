//! A line end inside a sentence, behind which Markdown begins a list: "năm 2025⏎- 2026", "tại khoản⏎1. …".

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "broken-line", Warning,
    "dòng trên dừng ở “{end}” nên “{marker}” ở đây có lẽ không mở mục mới" => "the line above stops at “{end}”, so “{marker}” here may not begin an item",
    help "nếu là một câu, nối hai dòng lại; nếu đúng là mục mới, để một dòng trống ở giữa" => "if it is one sentence, join the two lines; if it really is an item, leave an empty line between them",
    what "Câu bị ngắt dòng ngay trước một dấu hoặc số mà Markdown đọc là gạch đầu dòng." => "A sentence is broken before a mark or number that Markdown takes for the start of a list.",
    why "Phần sau của câu thành một mục riêng: thời hạn mất một năm, lời dẫn mất một số." => "The rest of the sentence becomes an item of its own: a time loses a year, a reference its number.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp trong năm 2025",
        "- 2026.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp trong năm 2025 - 2026.",
    ],
);

/// A list that begins with `marker` right behind a line that stops at `end`.
pub fn broken_line(span: Span, end: &str, marker: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("end", end)
        .with("marker", marker)
}
