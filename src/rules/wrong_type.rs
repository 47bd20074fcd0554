//! A value of another type than its key asks for.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "wrong-type", Error,
    "ở đây cần {expected}, không phải {found}" => "{expected} is needed here, not {found}",
    help "sửa giá trị này thành {expected}" => "change this value to {expected}",
    what "Giá trị không đúng loại mà khóa cần: cần số lại có chữ, cần danh sách lại có câu." => "The value is of another type than its key needs: words for a number, a sentence for a list.",
    why "Chương trình không đoán thay người viết." => "Nothing is guessed.",
    wrong [
        "---",
        "draft: chưa",
        "---",
    ],
    right [
        "---",
        "draft: false",
        "---",
    ],
);

/// The value at `span` is `found` where `expected` is asked for.
pub fn wrong_type(span: Span, expected: Words, found: Words) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with_words("expected", expected)
        .with_words("found", found)
}
