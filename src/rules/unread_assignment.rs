//! A line that begins almost like "Cơ quan thực hiện: …". Read as prose, it would leave its task without a lead.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unread-assignment", Warning,
    "dòng “{label}:” chưa được hiểu là phân công" => "the line “{label}:” is not read as an assignment",
    help "có phải là “{known}:”? Nếu chỉ là lời văn, ghi vào acknowledge: code: unread-assignment, at: {label}" => "is it “{known}:”? If it is plain prose, acknowledge it: code: unread-assignment, at: {label}",
    what "Một dòng gần giống “Cơ quan chủ trì: …” nhưng không đọc được là phân công." => "A line is nearly an assignment (“Cơ quan chủ trì: …”) and is not read as one.",
    why "Nhiệm vụ đó sẽ hiện là chưa có ai chủ trì." => "The task would show without anybody who leads it.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Cơ quan chủ chì: Sở Nội vụ.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở Nội vụ.",
    ],
    at "chữ đứng trước dấu hai chấm" => "the words before the colon",
);

/// A line that begins with `label`, which is nearly `known`.
pub fn unread_assignment(span: Span, label: &str, known: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("known", known)
        .about(label)
}
