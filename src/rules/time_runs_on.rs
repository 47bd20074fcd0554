//! A sentence at once behind the time of a task, in the same paragraph. It would be a part of the time, on pages and in tables.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "time-runs-on", Warning,
    "“{start}” đứng liền sau thời gian nên bị tính là một phần của thời gian" => "“{start}” follows a time at once and is taken for a part of it",
    help "viết thành dòng riêng, “- Ghi chú: …”, hoặc đưa lên lời của nhiệm vụ; nếu đúng là thời gian, ghi vào acknowledge: code: time-runs-on, at: {start}" => "write it as a line of its own, “- Ghi chú: …”, or among the words of the task; if it is of the time, acknowledge it: code: time-runs-on, at: {start}",
    what "Câu không nói về thời gian dính vào dòng thời gian của nhiệm vụ." => "A sentence of something else runs on behind the line with the time of a task.",
    why "Cột thời gian sẽ có cả câu ấy, và câu ấy không thuộc điểm, khoản nào." => "The column of times would hold the sentence, which would be in no clause.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp.",
        "",
        "- Thời gian thực hiện: Quý III/2026",
        "Mỗi lớp 50 người",
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
        "- Thời gian thực hiện: Quý III/2026",
        "- Ghi chú: Mỗi lớp 50 người",
    ],
    at "những chữ đầu của câu" => "the first words of the sentence",
);

/// The sentence at `span` that begins with `start`.
pub fn time_runs_on(span: Span, start: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("start", start)
        .about(start)
}
