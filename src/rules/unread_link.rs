//! Words that look like a link and are none, most often because the file's name holds spaces.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unread-link", Warning,
    "chỗ này trông như liên kết nhưng không đọc được" => "this looks like a link and is not read as one",
    help "nếu tên tệp có dấu cách, đặt trong ngoặc nhọn: [chữ](<tên tệp.pdf>)" => "if the name of the file holds spaces, put it into angle brackets: [words](<file name.pdf>)",
    what "Chỗ này trông như liên kết nhưng không đọc được, thường vì tên tệp có dấu cách." => "Words look like a link and are none, mostly because the file's name holds spaces.",
    why "Người đọc thấy ngoặc vuông, ngoặc tròn thay cho liên kết." => "Readers would see brackets instead of a link.",
    wrong ["Tải [mẫu đơn](mau don.pdf)."],
    right ["Tải [mẫu đơn](anh.png)."],
);

/// The text at `span` holds `](`.
pub fn unread_link(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
