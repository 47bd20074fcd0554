//! One of the plain HTML tags without its other half.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unclosed-tag", Error,
    "thẻ <{tag}> không có đủ phần mở và phần đóng trong cùng một đoạn" => "the tag <{tag}> is not opened and closed in the same paragraph",
    help "viết cả hai: <{tag}>chữ</{tag}>" => "write both: <{tag}>words</{tag}>",
);

/// `tag` at `span` stands alone.
pub fn unclosed_tag(span: Span, tag: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("tag", tag)
}
