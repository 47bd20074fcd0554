//! A whole paragraph in capitals: harder to read, and some screen readers spell it out.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "all-capitals", Warning,
    "cả đoạn viết hoa: “{start} …”" => "a whole paragraph in capitals: “{start} …”",
    help "viết thường; muốn nhấn mạnh thì dùng **chữ đậm**" => "write it in small letters; for stress use **bold**",
    what "Cả một đoạn hay đề mục viết bằng chữ in hoa." => "A whole paragraph or heading is in capitals.",
    why "Chữ in hoa khó đọc hơn, nhất là với người mới biết đọc; có máy đọc từng chữ cái." => "Capitals are harder to read, most of all for beginners; some readers spell them out.",
    wrong ["MỜI BÀ CON TỚI HỌC LỚP KỸ NĂNG SỐ TỐI THỨ BẢY"],
    right ["**Mời bà con tới học lớp kỹ năng số tối thứ bảy**"],
    at "ba chữ đầu của đoạn" => "the first three words",
);

/// The paragraph at `span` begins with `start`.
pub fn all_capitals(span: Span, start: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("start", start)
        .about(start)
}
