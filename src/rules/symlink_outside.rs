//! A symbolic link that leads out of the site, or in a circle.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "symlink-outside", Error,
    "liên kết tượng trưng dẫn ra ngoài trang hoặc không tới đâu" => "the symbolic link leads out of the site or nowhere",
    help "chép tệp thật vào thư mục content thay cho liên kết" => "copy the real file into the content folder instead",
);

/// The link of `span` is refused.
pub fn symlink_outside(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
