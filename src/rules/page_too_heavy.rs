//! A page over its budget: a long text that a phone with a weak network loads slowly.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "page-too-heavy", Warning,
    "trang {page} nặng {size} KB sau khi nén, tối đa nên {limit} KB" => "the page {page} weighs {size} KB compressed, {limit} KB at most are wise",
    help "chia trang thành nhiều trang ngắn, hoặc đưa bảng dài vào content/data" => "split it into shorter pages, or move long tables into content/data",
    what "Trang nặng hơn 28 KB sau khi nén." => "A page weighs more than 28 KB compressed.",
    why "Trang phải mở được trong vài giây trên điện thoại rẻ, mạng yếu." => "Pages have to open within seconds on a cheap phone with a weak network.",
    wrong ("Một trang chép nguyên một bộ tài liệu 200 trang giấy." => "A page that holds a whole manual of 200 sheets."),
    right ("Mỗi chương của tài liệu một trang." => "A page for each chapter."),
);

/// The page at the address `page`, made of the file of `span`, weighs `size` kilobytes.
pub fn page_too_heavy(span: Span, page: &str, size: &str, limit: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("page", page)
        .with("size", size)
        .with("limit", limit)
}
