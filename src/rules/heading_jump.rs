//! A heading that skips a level (WCAG 2.2, technique H42 for criteria 1.3.1 and 2.4.6).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "heading-jump", Warning,
    "đề mục nhảy từ cấp {from} xuống cấp {to}" => "the heading jumps from level {from} to level {to}",
    help "dùng {marks} cho đề mục này; tiêu đề trang là cấp 1" => "write it with {marks}; the page's title is level 1",
    what "Đề mục bỏ qua một cấp, ví dụ từ ## xuống ####." => "A heading skips a level, such as from ## to ####.",
    why "Người dùng trình đọc màn hình đi theo cấp đề mục sẽ tưởng thiếu một phần." => "Those who go by headings with a screen reader think that a part is missing.",
    wrong [
        "## Đăng ký",
        "",
        "#### Giấy tờ cần mang",
    ],
    right [
        "## Đăng ký",
        "",
        "### Giấy tờ cần mang",
    ],
    at "lời của đề mục" => "the words of the heading",
);

/// The heading at `span` follows one of level `from`; `marks` is what would fit.
pub fn heading_jump(span: Span, from: &str, to: &str, marks: &str, heading: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("from", from)
        .with("to", to)
        .with("marks", marks)
        .with("heading", heading)
        .about(heading)
}
