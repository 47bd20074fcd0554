//! An instruction that names a colour and nothing else (WCAG 2.2, criterion 1.4.1).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "colour-only", Warning,
    "chỗ này chỉ nói “{words}”: người không phân biệt được màu sẽ không biết bấm đâu" => "this says only “{words}”: whoever does not see colours cannot tell which",
    help "thêm chữ trên nút hoặc vị trí của nó: “nút “Tiếp tục” màu xanh ở cuối màn hình”" => "add the words on the button or where it stands: “the green button “Tiếp tục” at the bottom”",
    what "Một bước bảo bấm vào nút theo màu mà không nói tên hay vị trí." => "A step tells to press something by its colour, without its name or place.",
    why "Người mù màu và người nghe bằng trình đọc màn hình không biết nút nào." => "Colour-blind people and users of screen readers cannot tell which button.",
    wrong [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps:",
        "  - do: Bấm nút màu xanh.",
        "---",
    ],
    right [
        "-- content/bai-hoc/bai.md --",
        "---",
        "steps:",
        "  - do: Bấm nút “Tiếp tục” màu xanh ở cuối màn hình.",
        "---",
    ],
    at "số thứ tự của bước" => "the number of the step",
);

/// The step at `span` says `words`; its number is `number`.
pub fn colour_only(span: Span, words: &str, number: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("words", words)
        .with("number", number)
        .about(number)
}
