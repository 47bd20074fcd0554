//! A file that is named like a picture and is none.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "image-unreadable", Error,
    "tệp “{target}” không phải là hình mà trình duyệt hiện được" => "the file “{target}” is no picture that browsers show",
    help "mở tệp trên máy, lưu lại dạng JPEG hoặc PNG (ảnh HEIC của iPhone cũng phải đổi)" => "open it on a computer and save it as JPEG or PNG (HEIC of an iPhone must be converted, too)",
    what "Tệp có đuôi của hình (jpg, png, webp, gif) nhưng bên trong không phải hình thuộc các dạng ấy." => "A file has the ending of a picture (jpg, png, webp, gif) but holds none of these.",
    why "Người đọc chỉ thấy một ô trống." => "Readers see nothing but an empty frame.",
    wrong ("![Lớp học tối](lop.jpg), tệp lop.jpg thật ra là HEIC" => "![An evening class](class.jpg), of which class.jpg is HEIC"),
    right ("![Lớp học tối](lop.jpg), tệp lop.jpg là JPEG" => "![An evening class](class.jpg), of which class.jpg is JPEG"),
    at "địa chỉ của hình như viết trong bài" => "the address of the picture as written",
);

/// What `target` at `span` names is no picture.
pub fn image_unreadable(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .about(target)
}
