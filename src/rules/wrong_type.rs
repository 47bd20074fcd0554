//! A value of another type than its key asks for.

use crate::diag::{Diagnostic, Rule, Words};
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

static COLON: Rule = Rule {
    message: Words {
        vi: "“{written}” có dấu hai chấm nên bị hiểu là một khóa với giá trị",
        en: "“{written}” holds a colon, so it is read as a key with a value",
    },
    help: &[Words {
        vi: "đặt cả câu trong dấu nháy thẳng: \"{written}\"",
        en: "put straight quotes around the whole: \"{written}\"",
    }],
    ..RULE
};

/// The words `written` at `span` were meant as a text.
pub fn colon_in_text(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(&COLON, span).with("written", written)
}

/// The value at `span` is `found` where `expected` is asked for.
pub fn wrong_type(span: Span, expected: Words, found: Words) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with_words("expected", expected)
        .with_words("found", found)
}
