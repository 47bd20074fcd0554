//! The first printed label of its kind below a clause that is not the first of its sequence: `b)` without `a)`, or a number of running
//! text at the start of a line that was taken for a label.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-start", Warning,
    "danh sách bắt đầu bằng “{label}”: thiếu những nhãn trước đó" => "the list begins with “{label}”: the labels before it are missing",
    help "thêm đoạn còn thiếu; nếu đây là số trong câu, ghép vào dòng trên; nếu bản in bắt đầu như vậy, ghi “clause-start” với địa chỉ {address} vào acknowledge" => "add what is missing; if it is a number of running text, join it to the line above; if the document begins so, acknowledge “clause-start” at {address}",
    what "Danh sách điểm, khoản không bắt đầu bằng nhãn đầu tiên." => "A list of clauses does not begin with its first label.",
    why "Có thể một đoạn bị bỏ sót, hoặc một con số trong câu bị hiểu là nhãn." => "A passage may be lost, or a number of running text was taken for a label.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "b) Phát tài liệu",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "b) Phát tài liệu",
    ],
    at "địa chỉ của điểm, khoản đứng đầu danh sách" => "the address of the first clause of the list",
);

/// `label` at `span` begins its sequence and is not the first.
pub fn clause_start(span: Span, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("address", address)
        .about(address)
}
