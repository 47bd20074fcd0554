//! A key that means nothing to the compiler, most often a slip of the pen. Silence would lose what it was to say.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "unknown-key", Error,
    "không có khóa nào tên “{key}” ở đây" => "there is no key named “{key}” here",
    help "có phải ý bạn là “{nearest}”? Khóa tự đặt chỉ để trong extra" => "did you mean “{nearest}”? Keys of your own go under extra",
    help "các khóa có thể dùng: {keys}; khóa tự đặt chỉ để trong extra" => "keys that can be used: {keys}; keys of your own go under extra",
    what "Khóa này không có nghĩa gì, thường do gõ nhầm." => "The key means nothing, mostly because of a slip.",
    why "Điều viết ở đó sẽ lặng lẽ mất đi." => "What is said there would silently be lost.",
    wrong [
        "---",
        "updaated: 10/10/2026",
        "---",
    ],
    right [
        "---",
        "updated: 10/10/2026",
        "---",
    ],
);

static COLUMN: Rule = Rule {
    message: Words {
        vi: "bảng này không có cột nào tên “{key}”",
        en: "this table has no column named “{key}”",
    },
    help: &[
        Words {
            vi: "có phải ý bạn là cột “{nearest}”?",
            en: "did you mean the column “{nearest}”?",
        },
        Words {
            vi: "các cột có thể dùng: {keys}; điều khác thì bỏ cột này",
            en: "columns that can be used: {keys}; for anything else leave this column out",
        },
    ],
    ..RULE
};

/// `key` at `span` is none of `keys`; it seems to mean `near`.
pub fn unknown_key(span: Span, key: &str, near: Option<&str>, keys: &[&str]) -> Diagnostic {
    unknown(&RULE, span, key, near, keys)
}

/// The head `key` of a table is none of `keys`; it seems to mean `near`.
pub fn unknown_column(span: Span, key: &str, near: Option<&str>, keys: &[&str]) -> Diagnostic {
    unknown(&COLUMN, span, key, near, keys)
}

fn unknown(
    rule: &'static Rule,
    span: Span,
    key: &str,
    near: Option<&str>,
    keys: &[&str],
) -> Diagnostic {
    Diagnostic::new(rule, span)
        .with("key", key)
        .with_some("nearest", near)
        .with("keys", keys.join(", "))
        .about(key)
}
