//! A line that begins almost like "Cơ quan thực hiện: …". Read as prose, it would leave its task without a lead.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unread-assignment", Warning,
    "dòng “{label}:” chưa được hiểu là phân công" => "the line “{label}:” is not read as an assignment",
    help "có phải là “{known}:”? Nếu chỉ là lời văn, ghi vào acknowledge: code: unread-assignment, at: {label}" => "is it “{known}:”? If it is plain prose, acknowledge it: code: unread-assignment, at: {label}",
);

/// A line that begins with `label`, which is nearly `known`.
pub fn unread_assignment(span: Span, label: &str, known: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("known", known)
        .about(label)
}
