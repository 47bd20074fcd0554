//! A row of a task table that names who leads but has no label. It is no clause, so what it says belongs to no task.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unlabelled-row", Warning,
    "dòng này giao cho “{lead}” nhưng không có số thứ tự, nên không thành nhiệm vụ" => "this row names “{lead}” but has no number, so it is no task",
    help "ghi số thứ tự như in vào ô đầu; nếu bản in không có, ghi vào acknowledge: code: unlabelled-row, at: {lead}" => "write its printed number into the first cell; if none is printed, acknowledge it: code: unlabelled-row, at: {lead}",
    what "Một dòng của bảng nhiệm vụ ghi cơ quan chủ trì nhưng không có số thứ tự." => "A row of a task table names who leads but has no number.",
    why "Không có số thì không có địa chỉ, nên việc này không thành nhiệm vụ của ai." => "Without a number it has no address and is nobody's task.",
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
        "|  | Tổng kết | Sở Nội vụ |",
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
    at "tên cơ quan như in trong dòng" => "the name printed in the row",
);

/// A row at `span` that names `lead`.
pub fn unlabelled_row(span: Span, lead: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("lead", lead).about(lead)
}
