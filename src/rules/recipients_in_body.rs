//! The list of those who receive a plan, pasted into its body. Its lines would be the last agency's duties.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "recipients-in-body", Warning,
    "“Nơi nhận” đứng trong thân bài" => "“Nơi nhận” stands in the body",
    help "chuyển các dòng nơi nhận lên phần khai báo: recipients: [\"Như trên\", …], người ký vào signature" => "move the recipients into the metadata: recipients: [\"Như trên\", …], whoever signed into signature",
    what "Danh sách nơi nhận nằm trong thân bài của kế hoạch." => "The list of recipients stands in the body of a plan.",
    why "Trang kế hoạch có chỗ riêng cho nơi nhận; ở thân bài nó trông như việc được giao." => "The page has a place of its own for it; in the body it looks like work given to somebody.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Tổ chức",
        "",
        "1. Mở lớp",
        "",
        "Nơi nhận:",
        "",
        "- Như trên;",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "recipients: [Như trên]",
        "---",
        "## I. Tổ chức",
        "",
        "1. Mở lớp",
    ],
);

/// A line at `span` that begins the list.
pub fn recipients_in_body(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
