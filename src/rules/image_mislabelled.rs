//! A picture whose name says another format than it has.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "image-mislabelled", Warning,
    "hình “{target}” thật ra là {format}, không như đuôi tệp" => "the picture “{target}” is {format}, not what its name says",
    help "đổi đuôi tệp thành .{format}, và sửa tên trong bài" => "give the file the ending .{format}, and mend its name in the text",
    what "Đuôi tệp nói một dạng hình, bên trong là dạng khác." => "The ending of a picture file names another format than it has.",
    why "Máy chủ báo dạng tệp theo đuôi; có máy không hiện hình bị báo sai dạng." => "A server tells the format by the ending; some devices do not show what is told wrongly.",
    wrong ("![Lớp học tối](lop.png), tệp lop.png thật ra là JPEG" => "![An evening class](class.png), of which class.png is JPEG"),
    right ("![Lớp học tối](lop.jpg), tệp lop.jpg là JPEG" => "![An evening class](class.jpg), of which class.jpg is JPEG"),
    at "địa chỉ của hình như viết trong bài" => "the address of the picture as written",
);

/// The picture that `target` at `span` names is in `format`.
pub fn image_mislabelled(span: Span, target: &str, format: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .with("format", format)
        .about(target)
}
