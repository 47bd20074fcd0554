//! The first printed label of its kind below a clause that is not the first of its sequence: `b)` without `a)`, or a number of running
//! text at the start of a line that was taken for a label.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-start", Warning,
    "danh sách bắt đầu bằng “{label}”: thiếu những nhãn trước đó" => "the list begins with “{label}”: the labels before it are missing",
    help "thêm đoạn còn thiếu; nếu đây là số trong câu, ghép vào dòng trên; nếu bản in bắt đầu như vậy, ghi “clause-start” với địa chỉ {address} vào acknowledge" => "add what is missing; if it is a number of running text, join it to the line above; if the document begins so, acknowledge “clause-start” at {address}",
);

/// `label` at `span` begins its sequence and is not the first.
pub fn clause_start(span: Span, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("address", address)
        .about(address)
}
