//! A drawing that does more than draw.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "svg-cleaned", Warning,
    "đã bỏ khỏi hình những phần có thể chạy hoặc gọi ra ngoài: {removed}" => "what could run or call outside was left out of the drawing: {removed}",
    help "mở hình bằng chương trình vẽ và lưu lại dạng SVG thường, hoặc thay bằng hình khác" => "open the drawing in a drawing program and save it as plain SVG, or take another",
    what "Hình SVG có mã chạy, trang lồng bên trong hoặc gọi tới địa chỉ lạ; những phần ấy đã được bỏ khi đăng." => "An SVG drawing holds code, a page inside it, or calls strange addresses; these parts are left out when it is published.",
    why "Hình tải từ nơi khác có thể mang mã theo dõi người đọc hoặc lừa đảo." => "A drawing from elsewhere may carry code that follows readers or cheats them.",
    wrong ("Hình có <script> hoặc thuộc tính onload." => "The drawing has a <script> or an onload attribute."),
    right ("Hình lưu lại dạng SVG thường, chỉ còn nét vẽ." => "The drawing is saved as plain SVG and only draws."),
);

/// From the drawing of `span` these elements and attributes were left out.
pub fn svg_cleaned(span: Span, removed: &[String]) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("removed", removed.join(", "))
}
