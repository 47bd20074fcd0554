//! A slug, alias or file name that gives no usable address.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-address", Error,
    "“{text}” không cho một địa chỉ dùng được" => "“{text}” gives no usable address",
    help "đặt khóa slug bằng chữ không dấu và chữ số; địa chỉ cũ trong aliases viết dạng /thu-muc/ten/" => "give a slug of letters without marks and digits; old addresses in aliases are written /folder/name/",
    what "Tên trong slug, aliases hay tên tệp không thành một địa chỉ trang." => "A slug, an alias or a file name gives no address.",
    why "Địa chỉ có dấu, khoảng trắng hay ký hiệu thì chép, đọc qua điện thoại và in ra đều dễ sai." => "An address with marks or spaces is easily mistaken when it is copied, read aloud or printed.",
    wrong [
        "---",
        "slug: \"???\"",
        "---",
    ],
    right [
        "---",
        "slug: lop-hoc-toi-thu-bay",
        "---",
    ],
);

/// `text` at `span` cannot be an address.
pub fn bad_address(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("text", text)
}
