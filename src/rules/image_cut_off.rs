//! A picture of which the end is missing.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "image-cut-off", Error,
    "hình “{target}” bị cụt: tệp hết trước khi hình hết" => "the picture “{target}” is cut off: the file ends before it does",
    help "chép lại tệp từ nơi gốc; tệp có lẽ hỏng khi tải về hoặc khi gửi" => "copy the file again from where it came; it was probably damaged when it was sent",
    what "Tệp hình thiếu phần cuối." => "The end of a picture file is missing.",
    why "Người đọc chỉ thấy một phần hình, hoặc không thấy gì." => "Readers see a part of the picture, or nothing.",
    wrong ("![Lớp học tối](lop.jpg), tệp lop.jpg tải về mới được một nửa" => "![An evening class](class.jpg), of which half was downloaded"),
    right ("![Lớp học tối](lop.jpg), tệp lop.jpg còn đủ" => "![An evening class](class.jpg), of which class.jpg is whole"),
    at "địa chỉ của hình như viết trong bài" => "the address of the picture as written",
);

/// The picture that `target` at `span` names is cut off.
pub fn image_cut_off(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .about(target)
}
