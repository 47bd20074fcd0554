//! A value outside the short list that its key allows.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::nearest::nearest;

super::rule!(
    "unknown-choice", Error,
    "“{value}” không nằm trong các giá trị cho phép" => "“{value}” is not one of the allowed values",
    help "có phải ý bạn là “{nearest}”? Cho phép: {choices}" => "did you mean “{nearest}”? Allowed: {choices}",
    help "cho phép: {choices}" => "allowed: {choices}",
    what "Giá trị không nằm trong danh sách ngắn mà khóa cho phép." => "The value is not in the short list that its key allows.",
    why "Chương trình không đoán thay người viết, nên trang sẽ thiếu thông tin này." => "Nothing is guessed, so the page would lack it.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "status: chắc chắn",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "status: planned",
        "---",
    ],
);

/// `value` in a cell at `span` is none of these words, each with what it stands for: both may be written there.
pub fn unknown_cell(span: Span, value: &str, words: &[(&str, &str)]) -> Diagnostic {
    let known = words.iter().map(|(word, _)| *word);
    let choices = words.iter().map(|(word, meaning)| {
        let meaning = meaning.trim().trim_end_matches('.').to_lowercase();
        format!("{meaning} ({word})")
    });
    Diagnostic::new(&RULE, span)
        .with("value", value)
        .with_some("nearest", nearest(value, known))
        .with("choices", choices.collect::<Vec<_>>().join(", "))
}

/// `value` at `span` is not among `choices`.
pub fn unknown_choice(span: Span, value: &str, choices: &[&str]) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("value", value)
        .with_some("nearest", nearest(value, choices.iter().copied()))
        .with("choices", choices.join(", "))
}
