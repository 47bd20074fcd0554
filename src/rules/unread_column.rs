//! A column of a task table that looks like one of an assignment and is none. What it says would reach no task.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unread-column", Warning,
    "cột “{head}” chưa được hiểu: không rõ là chủ trì, phối hợp hay thời gian" => "the column “{head}” is not understood: it may be the lead, those who join, or the time",
    help "đặt tên cột như “Đơn vị chủ trì”, “Đơn vị phối hợp”, “Thời gian”; nếu bản in ghi vậy thật, ghi vào acknowledge: code: unread-column, at: {head}" => "call it “Đơn vị chủ trì”, “Đơn vị phối hợp” or “Thời gian”; if the document really says so, acknowledge it: code: unread-column, at: {head}",
    what "Một cột của bảng nhiệm vụ không rõ là chủ trì, phối hợp hay thời gian." => "A column of a task table is not understood as lead, those who join, or time.",
    why "Điều ghi trong cột sẽ không tới được nhiệm vụ nào." => "What it says would reach no task.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "| STT | Nội dung | Đơn vị chủ trì | Phân công |",
        "|---|---|---|---|",
        "| 1 | Mở lớp | Sở Nội vụ | 2026 |",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "| STT | Nội dung | Đơn vị chủ trì | Thời gian |",
        "|---|---|---|---|",
        "| 1 | Mở lớp | Sở Nội vụ | 2026 |",
    ],
    at "tên cột như in" => "the head of the column as printed",
);

/// The column called `head` at `span`.
pub fn unread_column(span: Span, head: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("head", head).about(head)
}
