//! A slug, alias or file name that gives no usable address.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-address", Error,
    "“{text}” không cho một địa chỉ dùng được" => "“{text}” gives no usable address",
    help "đặt khóa slug bằng chữ không dấu và chữ số; địa chỉ cũ trong aliases viết dạng /thu-muc/ten/" => "give a slug of letters without marks and digits; old addresses in aliases are written /folder/name/",
);

/// `text` at `span` cannot be an address.
pub fn bad_address(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("text", text)
}
