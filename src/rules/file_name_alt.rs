//! A text alternative that is the name of a file, or only says that there is a picture (WCAG 2.2, failure F30).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "file-name-alt", Error,
    "lời mô tả “{alt}” không cho biết hình nói gì" => "the text alternative “{alt}” does not say what the picture tells",
    help "viết điều người xem cần biết từ hình, ví dụ “Ba bước cài VNeID”" => "write what the picture tells, such as “Three steps to install VNeID”",
    what "Lời mô tả của hình chỉ là tên tệp hoặc chữ “hình ảnh”." => "The text alternative of a picture is a file name or the word “picture”.",
    why "Trình đọc màn hình sẽ đọc “IMG 1234 chấm giây pê gờ”." => "A screen reader would read out “IMG 1234 dot jpg”.",
    wrong ["![IMG_1234.jpg](anh.png)"],
    right ["![Tổ công nghệ số cộng đồng hướng dẫn bà con cài VNeID](anh.png)"],
);

/// The picture at `span` has `alt`.
pub fn file_name_alt(span: Span, alt: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("alt", alt)
}
