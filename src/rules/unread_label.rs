//! A line of a plan that begins with something like a label. As text it has no address, and what stands below it belongs elsewhere.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unread-label", Warning,
    "“{label}” ở đầu dòng chưa được hiểu là nhãn" => "“{label}” at the start of this line is not read as a label",
    help "nhãn viết “I.”, “1.”, “1.1.”, “a)”, “(1)”, “-” hay “+”, rồi một khoảng trắng; nếu chỉ là lời văn, ghi vào acknowledge: code: unread-label, at: {label}" => "labels are written “I.”, “1.”, “1.1.”, “a)”, “(1)”, “-” or “+” and a space; if it is plain prose, acknowledge it: code: unread-label, at: {label}",
    what "Đầu dòng trông như một nhãn nhưng không đọc được là nhãn." => "The start of a line looks like a label and is not read as one.",
    why "Đoạn này sẽ không có địa chỉ để trích dẫn." => "The passage would have no address to be cited by.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a. Mở lớp",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
    ],
    at "chữ đứng ở chỗ nhãn" => "the words where the label stands",
);

/// A line at `span` that begins with `label`.
pub fn unread_label(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .about(label)
}
