//! Words that look like a link and are none, most often because the file's name holds spaces.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unread-link", Warning,
    "chỗ này trông như liên kết nhưng không đọc được" => "this looks like a link and is not read as one",
    help "nếu tên tệp có dấu cách, đặt trong ngoặc nhọn: [chữ](<tên tệp.pdf>)" => "if the name of the file holds spaces, put it into angle brackets: [words](<file name.pdf>)",
);

/// The text at `span` holds `](`.
pub fn unread_link(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
