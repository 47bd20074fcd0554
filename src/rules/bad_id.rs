//! An identifier that cannot stand in an address.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "bad-id", Error,
    "mã “{id}” không dùng được trong địa chỉ" => "the id “{id}” cannot stand in an address",
    help "viết “{slug}”: chữ thường không dấu, số, nối bằng gạch" => "write “{slug}”: small letters without marks, digits, hyphens",
    help "đặt mã bằng chữ thường không dấu, số, nối bằng gạch" => "use small letters without marks, digits, hyphens",
    what "Mã trong bảng dữ liệu có ký tự không dùng được trong địa chỉ." => "An id of a table cannot stand in an address.",
    why "Mã trở thành địa chỉ trang và không đổi được nữa khi đã công bố." => "The id becomes an address, and addresses last.",
    wrong [
        "-- content/data/topics.yaml --",
        "- {id: An toàn số, name: An toàn số}",
    ],
    right [
        "-- content/data/topics.yaml --",
        "- {id: an-toan-so, name: An toàn số}",
    ],
);

/// The id at `span`; `slug` is what it could be.
pub fn bad_id(span: Span, id: &str, slug: &str) -> Diagnostic {
    let slug = Some(slug).filter(|slug| !slug.is_empty());
    Diagnostic::new(&RULE, span)
        .with("id", id)
        .with_some("slug", slug)
        .about("id")
}
