//! One link text for two addresses on a page (WCAG 2.2, criterion 2.4.9).

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "same-link-text", Warning,
    "hai liên kết cùng chữ “{text}” dẫn tới hai nơi khác nhau" => "two links say “{text}” and lead to two places",
    help "thêm chữ để phân biệt, ví dụ tên của từng nơi" => "add what tells them apart, such as the name of each place",
    what "Hai liên kết trên một trang cùng chữ nhưng dẫn tới hai nơi." => "Two links of a page say the same and lead to different places.",
    why "Người nghe danh sách liên kết không phân biệt được." => "Whoever hears a list of links cannot tell them apart.",
    wrong ["Xem [kế hoạch](https://a.gov.vn/1.pdf) và [kế hoạch](https://a.gov.vn/2.pdf)."],
    right ["Xem [kế hoạch năm 2025](https://a.gov.vn/1.pdf) và [kế hoạch năm 2026](https://a.gov.vn/2.pdf)."],
    at "chữ của liên kết" => "the words of the link",
);

/// The link at `span` says `text`, as the one at `first` does.
pub fn same_link_text(span: Span, text: &str, first: Span) -> Diagnostic {
    let words = Words {
        vi: "liên kết kia ở đây",
        en: "the other link is here",
    };
    Diagnostic::new(&RULE, span)
        .with("text", text)
        .about(text)
        .related(first, words)
}
