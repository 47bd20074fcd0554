//! Who does a clause, printed inside its text instead of in a line of its own. Read as prose, it would leave its task without a lead.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "assignment-inside", Warning,
    "“{label}:” đứng giữa lời văn nên chưa được hiểu là phân công" => "“{label}:” stands inside the text and is not read as an assignment",
    help "đưa phần “{label}: …” xuống dòng riêng dưới việc này; nếu chỉ là lời văn, ghi vào acknowledge: code: assignment-inside, at: {label}" => "put “{label}: …” on a line of its own below; if it is plain prose, acknowledge it: code: assignment-inside, at: {label}",
    what "Cơ quan chủ trì, phối hợp hoặc thời gian ghi ngay trong lời văn của một điểm, khoản." => "Who leads or joins, or by when, is written inside the text of a clause.",
    why "Nhiệm vụ đó sẽ hiện là chưa có ai chủ trì." => "The task would show without anybody who leads it.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp (Chủ trì: Sở Nội vụ).",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp.",
        "",
        "- Chủ trì: Sở Nội vụ.",
    ],
    at "chữ đứng trước dấu hai chấm" => "the words before the colon",
);

/// A clause at `span` that holds the label of an assignment.
pub fn assignment_inside(span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .about(label)
}
