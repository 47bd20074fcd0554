//! A step of a lesson that is too long to be said and done in one go.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "long-step", Warning,
    "bước {number} dài {words} chữ, nên không quá {limit} chữ" => "step {number} has {words} words, {limit} at most are wise",
    help "tách thành hai bước, mỗi bước một việc" => "make two steps of it, one thing each",
    what "Một bước của bài học dài hơn 25 chữ." => "A step of a lesson has more than 25 words.",
    why "Người mới học nghe xong không nhớ hết để làm theo." => "A beginner cannot keep it all in mind while doing it.",
    wrong [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps:",
        "  - do: Mở cửa hàng ứng dụng trên điện thoại, gõ chữ VNeID vào ô tìm kiếm ở trên cùng rồi chọn đúng ứng dụng của Bộ Công an và bấm cài đặt.",
        "---",
    ],
    right [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps:",
        "  - do: Mở cửa hàng ứng dụng trên điện thoại.",
        "  - do: Gõ VNeID vào ô tìm kiếm, chọn ứng dụng của Bộ Công an rồi bấm “Cài đặt”.",
        "---",
    ],
    at "số thứ tự của bước" => "the number of the step",
);

/// The step at `span`.
pub fn long_step(span: Span, number: &str, words: &str, limit: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("number", number)
        .with("words", words)
        .with("limit", limit)
        .about(number)
}
