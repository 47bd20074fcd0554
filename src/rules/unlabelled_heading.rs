//! A heading inside a plan's clauses without a printed label. It opens no clause: duties under it would count as those of the heading
//! above.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "unlabelled-heading", Warning,
    "đề mục “{heading}” không có nhãn, nên những gì dưới nó vẫn thuộc {above}" => "the heading “{heading}” has no label, so what stands below it still belongs to {above}",
    help "ghi nhãn như in (ví dụ “### 2. {heading}”); nếu bản in không có, ghi vào acknowledge: code: unlabelled-heading, at: {heading}" => "write its printed label (such as “### 2. {heading}”); if none is printed, acknowledge it: code: unlabelled-heading, at: {heading}",
    what "Một đề mục trong kế hoạch không có nhãn (I, 1, a)." => "A heading inside a plan has no label.",
    why "Việc viết dưới đó sẽ bị tính cho mục, cơ quan đứng trên." => "What stands below it would count as belonging to the heading, or the body, above.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "### 1. Tuyên truyền",
        "",
        "a) Phát thanh",
        "",
        "### Tập huấn",
        "",
        "b) Mở lớp",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "### 1. Tuyên truyền",
        "",
        "a) Phát thanh",
        "",
        "### 2. Tập huấn",
        "",
        "a) Mở lớp",
    ],
    at "lời của đề mục" => "the words of the heading",
);

/// The words of a heading at `span`, below the clause at `above`.
pub fn unlabelled_heading(span: Span, heading: &str, above: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("heading", heading)
        .with("above", above)
        .about(heading)
}
