//! A link without words (WCAG 2.2, criteria 2.4.4 and 4.1.2).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "empty-link", Error,
    "liên kết tới “{target}” không có chữ" => "the link to “{target}” has no words",
    help "viết tên của nơi dẫn tới vào ngoặc vuông: [Đăng ký học]({target})" => "write the name of what it leads to between the brackets: [name]({target})",
    what "Liên kết không có chữ nào để bấm hay để đọc." => "A link has no words to follow or to hear.",
    why "Trình đọc màn hình chỉ đọc “liên kết”; người nhìn màn hình không thấy gì." => "A screen reader says “link” and nothing more; others see nothing.",
    wrong ["Đăng ký: [](https://dichvucong.gov.vn/)"],
    right ["[Đăng ký trên Cổng Dịch vụ công](https://dichvucong.gov.vn/)"],
);

/// The link at `span` leads to `target`.
pub fn empty_link(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("target", target)
}
