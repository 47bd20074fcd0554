//! Metadata that is opened and never closed.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "front-matter-unclosed", Error,
    "phần khai báo mở ở đây nhưng không có dòng --- đóng lại" => "the front matter opens here and is never closed by a line ---",
    help "thêm một dòng chỉ có --- sau khóa cuối cùng" => "add a line holding only --- after the last key",
);

/// The front matter opened at `span` has no end.
pub fn front_matter_unclosed(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
