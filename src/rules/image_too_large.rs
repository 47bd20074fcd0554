//! A picture with more pixels or bytes than are decoded.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "image-too-large", Warning,
    "hình “{target}” quá lớn để thu nhỏ: chỉ nhận tới {pixels} triệu điểm ảnh và {bytes} MB" => "the picture “{target}” is too large to be made smaller: {pixels} million pixels and {bytes} MB at most",
    help "thu nhỏ hình trên máy trước, còn rộng khoảng 2000 điểm ảnh" => "make it smaller first, about 2000 pixels wide",
    what "Hình có quá nhiều điểm ảnh hoặc tệp quá nặng, nên được chép nguyên, không có bản nhỏ cho điện thoại." => "A picture has so many pixels or bytes that it is copied as it is, without a smaller one for phones.",
    why "Điện thoại rẻ tiền có thể treo khi mở một hình như vậy." => "A cheap phone may hang when it opens such a picture.",
    wrong ("![Lớp học tối](lop.jpg), tệp lop.jpg rộng 12.000 điểm ảnh, cao 9.000" => "![An evening class](class.jpg), of which class.jpg is 12,000 by 9,000 pixels"),
    right ("![Lớp học tối](lop.jpg), tệp lop.jpg rộng 2.000 điểm ảnh" => "![An evening class](class.jpg), of which class.jpg is 2,000 pixels wide"),
    at "địa chỉ của hình như viết trong bài" => "the address of the picture as written",
);

/// The picture that `target` at `span` names has more than `pixels` million pixels or `bytes` megabytes.
pub fn image_too_large(span: Span, target: &str, pixels: &str, bytes: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .with("pixels", pixels)
        .with("bytes", bytes)
        .about(target)
}
