//! A picture too heavy for a phone with a weak network.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "image-too-heavy", Warning,
    "hình “{target}” nặng {size} KB, tối đa nên {limit} KB" => "the picture “{target}” weighs {size} KB, {limit} KB at most are wise",
    help "thu nhỏ hình còn rộng khoảng 1200 điểm ảnh và lưu dạng WebP hoặc JPEG; hình vẽ thì dùng SVG" => "make it about 1200 pixels wide and save it as WebP or JPEG; drawings as SVG",
    what "Hình nặng hơn 300 KB." => "A picture weighs more than 300 KB.",
    why "Ở nơi mạng yếu, một hình nặng làm cả trang hiện chậm và tốn tiền của bà con." => "Where the network is weak, one heavy picture slows the page down and costs people money.",
    wrong ("![Lớp học tối ở ấp 3](lop-hoc.png), tệp lop-hoc.png nặng 4 MB" => "![An evening class](class.png), of which class.png weighs 4 MB"),
    right ("![Lớp học tối ở ấp 3](lop-hoc.webp), tệp lop-hoc.webp nặng 120 KB" => "![An evening class](class.webp), of which class.webp weighs 120 KB"),
    at "địa chỉ của hình như viết trong bài" => "the address of the picture as written",
);

/// The picture `target`, shown at `span`, weighs `size` kilobytes.
pub fn image_too_heavy(span: Span, target: &str, size: &str, limit: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .with("size", size)
        .with("limit", limit)
        .about(target)
}
