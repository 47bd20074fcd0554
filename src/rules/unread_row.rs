//! A row of a table with numbered rows whose first cell is empty or has no number. What it says stands in no clause.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unread-row", Warning,
    "dòng “{words}” của bảng không có số thứ tự đọc được, nên không ở điểm, khoản nào" => "the row “{words}” of a table has no number that is understood, so it stands in no clause",
    help "ghi số thứ tự như in vào ô đầu (“1”, “1.1”, “I”); nếu bản in không có hoặc đánh bằng chữ, ghi vào acknowledge: code: unread-row, at: {words}" => "write its printed number into the first cell (“1”, “1.1”, “I”); if none is printed, or a letter, acknowledge it: code: unread-row, at: {words}",
    what "Một dòng trong bảng có đánh số lại không có số thứ tự, ví dụ ô gộp của Word hoặc nhóm A, B." => "A row of a numbered table has no number: a merged cell of Word, or a group A, B.",
    why "Dòng ấy không có địa chỉ và không thành nhiệm vụ." => "The row has no address and is no task.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "| STT | Nội dung | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp | Sở Nội vụ |",
        "|  | Tổng kết |  |",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "| STT | Nội dung | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp | Sở Nội vụ |",
        "| 2 | Tổng kết | Sở Nội vụ |",
    ],
    at "những chữ đầu của dòng" => "the first words of the row",
);

/// A row at `span` that begins with `words`.
pub fn unread_row(span: Span, words: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("words", words)
        .about(words)
}
