//! A link to a place that its page does not have. The page opens at its top, and the reader has to search.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "broken-anchor", Error,
    "trang có, nhưng không có chỗ “#{anchor}”" => "the page exists, but it has no place “#{anchor}”",
    help "có phải ý bạn là “#{nearest}”?" => "did you mean “#{nearest}”?",
    help "dùng địa chỉ của điểm, khoản (ví dụ #iii.4.a) hoặc của một đề mục trên trang kia" => "use the address of a clause (such as #iii.4.a) or of a heading on that page",
    what "Trang được dẫn tới có thật, nhưng không có chỗ đó." => "The page that is linked to exists, but not the place on it.",
    why "Trang mở ra ở đầu, người đọc phải tự tìm." => "The page opens at its top, and the reader has to search.",
    wrong [
        "Xem [cách đăng ký](#dang-kyy).",
        "",
        "## Đăng ký",
    ],
    right [
        "Xem [cách đăng ký](#dang-ky).",
        "",
        "## Đăng ký",
    ],
);

/// The link at `span` asks for `anchor`; `near` is what may be meant.
pub fn broken_anchor(span: Span, anchor: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with_some("nearest", near)
        .with("anchor", anchor)
}
