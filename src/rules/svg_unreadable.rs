//! A drawing that no browser could draw.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "svg-unreadable", Error,
    "tệp này không phải là hình SVG đọc được" => "this file is not an SVG drawing that can be read",
    help "mở hình bằng chương trình vẽ và lưu lại dạng SVG, hoặc dùng hình PNG" => "open the drawing in a drawing program and save it as SVG, or use a PNG picture",
    what "Tệp đuôi .svg không phải là hình SVG mà trình duyệt vẽ được." => "A file that ends with .svg is no SVG drawing that a browser could draw.",
    why "Người đọc chỉ thấy một ô trống." => "Readers would see an empty box.",
    wrong ("Thẻ svg thiếu xmlns, hoặc có thẻ chưa đóng." => "The svg tag lacks xmlns, or a tag is not closed."),
    right ("Thẻ đầu là <svg xmlns=\"http://www.w3.org/2000/svg\" …>, mọi thẻ đều đóng." => "The first tag is <svg xmlns=\"http://www.w3.org/2000/svg\" …>, and every tag is closed."),
);

/// The file of `span` is no drawing.
pub fn svg_unreadable(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
