//! A link whose scheme could run code or open something unexpected on a reader's phone.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unsafe-link", Error,
    "liên kết “{target}” dùng giao thức không được phép" => "the link “{target}” uses a scheme that is not allowed",
    help "chỉ dùng https, http, mailto, tel và sms, hoặc liên kết trong trang" => "use https, http, mailto, tel or sms, or a link inside the site",
    what "Liên kết dùng giao thức có thể chạy mã hoặc mở điều không ngờ tới." => "A link uses a scheme that could run code or open something unexpected.",
    why "Đó là cách kẻ lừa đảo chiếm máy người bấm vào." => "That is how fraudsters take over the phone of whoever follows it.",
    wrong ["Bấm [vào mục đăng ký](javascript:dangky())."],
    right ["Vào [mục đăng ký](https://dichvucong.gov.vn/)."],
);

/// The link at `span` leads to `target`.
pub fn unsafe_link(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("target", target)
}
