//! A passage marked with a code that is of no language. Its words would be read in the wrong voice.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::languages;
use crate::text::nearest::nearest;

super::rule!(
    "unknown-language", Error,
    "“{code}” không phải là mã ngôn ngữ" => "“{code}” is the code of no language",
    help "có phải ý bạn là “{nearest}”? Các mã dùng được: {known}" => "did you mean “{nearest}”? Known codes: {known}",
    help "dùng một trong các mã: {known}" => "use one of the codes: {known}",
    what "Một đoạn được đánh dấu bằng một mã ngôn ngữ không có." => "A passage is marked with a code that is of no language.",
    why "Máy đọc màn hình không biết đọc đoạn ấy bằng giọng nào." => "Screen readers cannot tell in which voice to read it.",
    wrong ["Khách hỏi: [Where is the class?]{lang=eng}"],
    right ["Khách hỏi: [Where is the class?]{lang=en}"],
);

/// The mark at `span` says `code`.
pub fn unknown_language(span: Span, code: &str) -> Diagnostic {
    let codes = languages::codes();
    Diagnostic::new(&RULE, span)
        .with("code", code)
        .with_some("nearest", nearest(code, codes.iter().copied()))
        .with("known", codes.join(", "))
}
