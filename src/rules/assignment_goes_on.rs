//! A paragraph that goes on with the line of an assignment above it. As a paragraph of its own it would be a task, and the line would end in
//! the middle of a name.

use super::rule;
use crate::diag::{Diagnostic, Words};
use crate::source::Span;

rule!(
    "assignment-goes-on", Warning,
    "“{start}” là một đoạn riêng nhưng trông như nối tiếp dòng phân công ở trên" => "“{start}” is a paragraph of its own but looks like the rest of the assignment above it",
    help "nối đoạn này vào cuối dòng trên; nếu đúng là một đoạn riêng, ghi vào acknowledge: code: assignment-goes-on, at: {start}" => "join it to the end of the line above; if it is a paragraph of its own, acknowledge it: code: assignment-goes-on, at: {start}",
    what "Dòng cơ quan chủ trì, phối hợp hoặc thời gian bị ngắt thành hai đoạn." => "A line that names a lead, a coordinator or a time is broken into two paragraphs.",
    why "Tên cơ quan sẽ bị cụt, và phần còn lại thành một nhiệm vụ không có thật." => "The name would be cut short, and its rest would become a task that there is not.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở Giáo dục và Đào tạo, kind: body, aliases: [Sở Giáo dục]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp.",
        "",
        "- Cơ quan chủ trì: Sở Giáo dục",
        "",
        "và Đào tạo",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở Giáo dục và Đào tạo, kind: body, aliases: [Sở Giáo dục]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp.",
        "",
        "- Cơ quan chủ trì: Sở Giáo dục và Đào tạo",
    ],
    at "những chữ đầu của đoạn" => "the first words of the paragraph",
);

/// The paragraph at `span`, which begins with `start`, behind the line of an assignment at `above`.
pub fn assignment_goes_on(span: Span, start: &str, above: Span) -> Diagnostic {
    let words = Words {
        vi: "dòng phân công",
        en: "the assignment",
    };
    Diagnostic::new(&RULE, span)
        .with("start", start)
        .about(start)
        .related(above, words)
}
