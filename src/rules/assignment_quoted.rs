//! The line of an assignment inside a quotation. What is quoted is said by somebody else, so the task above it stays without a lead.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "assignment-quoted", Warning,
    "“{label}: …” nằm trong khối trích dẫn nên không được tính là phân công" => "“{label}: …” stands in a quotation and is not read as an assignment",
    help "bỏ dấu > ở đầu dòng; nếu đúng là lời trích, ghi vào acknowledge: code: assignment-quoted, at: {label}" => "take the > off the start of the line; if it is quoted, acknowledge it: code: assignment-quoted, at: {label}",
    what "Dòng cơ quan chủ trì, phối hợp hoặc thời gian đứng sau dấu >, là dấu của lời trích." => "A line that names a lead, a coordinator or a time stands behind >, the mark of a quotation.",
    why "Nhiệm vụ đứng trên nó sẽ hiện là chưa có ai chủ trì." => "The task above it would show without anybody who leads it.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp.",
        "",
        "> Chủ trì: Sở Nội vụ.",
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
        "a) Mở lớp.",
        "",
        "Chủ trì: Sở Nội vụ.",
    ],
    at "chữ đứng trước dấu hai chấm" => "the words before the colon",
);

/// A line at `span` in a quotation that begins with the label of an assignment.
pub fn assignment_quoted(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .about(label)
}
