//! A key that means nothing to the compiler, most often a slip of the pen. Silence would lose what it was to say.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::nearest::nearest;

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

/// `key` at `span` is none of `keys`.
pub fn unknown_key(span: Span, key: &str, keys: &[&str]) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("key", key)
        .with_some("nearest", nearest(key, keys.iter().copied()))
        .with("keys", keys.join(", "))
        .about(key)
}
