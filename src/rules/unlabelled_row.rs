//! A row of a task table that names who leads but has no label. It is no clause, so what it says belongs to no task.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unlabelled-row", Warning,
    "dòng này giao cho “{lead}” nhưng không có số thứ tự, nên không thành nhiệm vụ" => "this row names “{lead}” but has no number, so it is no task",
    help "ghi số thứ tự như in vào ô đầu; nếu bản in không có, ghi vào acknowledge: code: unlabelled-row, at: {lead}" => "write its printed number into the first cell; if none is printed, acknowledge it: code: unlabelled-row, at: {lead}",
);

/// A row at `span` that names `lead`.
pub fn unlabelled_row(span: Span, lead: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("lead", lead).about(lead)
}
