//! An anchor that an address cannot hold.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-anchor", Error,
    "“#{anchor}” không dùng làm chỗ dẫn tới được" => "“#{anchor}” cannot be used as an anchor",
    help "chỉ dùng chữ cái không dấu, chữ số, dấu gạch và dấu chấm" => "use letters without marks, digits, hyphens and dots",
    what "Tên chỗ dẫn tới của một đề mục có ký tự không dùng được trong địa chỉ." => "The anchor given to a heading holds characters that an address cannot hold.",
    why "Liên kết tới chỗ đó sẽ không mở đúng, hoặc phá vỡ trang." => "Links to the place would fail, or the page would break.",
    wrong ["## Đăng ký {#đăng\"ký}"],
    right ["## Đăng ký {#dang-ky}"],
);

/// The heading at `span` asks for `anchor`.
pub fn bad_anchor(span: Span, anchor: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("anchor", anchor)
}
