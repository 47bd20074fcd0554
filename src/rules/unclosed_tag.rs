//! One of the plain HTML tags without its other half.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unclosed-tag", Error,
    "thẻ <{tag}> không có đủ phần mở và phần đóng trong cùng một đoạn" => "the tag <{tag}> is not opened and closed in the same paragraph",
    help "viết cả hai: <{tag}>chữ</{tag}>" => "write both: <{tag}>words</{tag}>",
    what "Một thẻ như <mark> mở mà không đóng, hoặc ngược lại." => "A tag such as <mark> is opened and not closed, or the other way round.",
    why "Phần còn lại của trang có thể bị tô đậm hay in nhỏ theo." => "The rest of the page could be marked or set small with it.",
    wrong ["Hạn nộp: <mark>15/12/2026"],
    right ["Hạn nộp: <mark>15/12/2026</mark>"],
);

/// `tag` at `span` stands alone.
pub fn unclosed_tag(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("tag", tag)
}
