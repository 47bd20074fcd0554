//! A value of which YAML leaves out the rest, because a hash behind a space begins a comment.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "cut-by-hash", Warning,
    "từ “{start}” trở đi bị bỏ: trong YAML, dấu # sau dấu cách mở đầu một ghi chú" => "everything from “{start}” on is left out: behind a space, # begins a comment in YAML",
    help "đặt cả giá trị trong dấu nháy kép: \"… {start} …\"; nếu đúng là ghi chú, thêm một dấu cách sau #" => "put quotes around the whole value: \"… {start} …\"; if it is a comment, add a space behind #",
    what "Phần sau dấu # của một giá trị bị bỏ, vì YAML coi đó là ghi chú." => "What stands behind a # in a value is left out, because YAML takes it for a comment.",
    why "Nửa sau của tiêu đề hay câu lặng lẽ biến mất." => "The second half of a title or sentence silently vanishes.",
    wrong [
        "---",
        "title: Chương trình #1 của xã",
        "description: Một trang để thử",
        "---",
    ],
    right [
        "---",
        "title: \"Chương trình #1 của xã\"",
        "description: Một trang để thử",
        "---",
    ],
);

/// What YAML leaves out stands at `span` and begins with `start`.
pub fn cut_by_hash(span: Span, start: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("start", start)
}
