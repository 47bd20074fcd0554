//! A picture without words for those who cannot see it (WCAG 2.2, criterion 1.1.1).

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "missing-alt", Error,
    "hình “{target}” chưa có lời mô tả" => "the picture “{target}” has no text alternative",
    help "viết điều người xem cần biết từ hình vào giữa hai dấu ngoặc: ![lời mô tả]({target})" => "write what the picture tells between the brackets: ![description]({target})",
    what "Hình chưa có lời mô tả." => "A picture has no text alternative.",
    why "Người dùng trình đọc màn hình và người có mạng yếu không biết hình nói gì (WCAG 2.2, 1.1.1)." => "Those who listen to the page, or whose network is weak, do not learn what it shows (WCAG 2.2, 1.1.1).",
    wrong ["![](anh.png)"],
    right ["![Tổ công nghệ số cộng đồng hướng dẫn bà con cài VNeID](anh.png)"],
);

/// The picture at `span` shows `target` without an alternative.
pub fn missing_alt(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("target", target)
}

static OF_DRAWING: Rule = Rule {
    help: &[Words {
        vi: "viết điều người xem cần biết từ hình vào khóa alt, trong dấu nháy kép: alt: \"…\"",
        en: "write what the drawing tells behind the key alt, in quotes: alt: \"…\"",
    }],
    ..RULE
};

/// The drawing `target` has nothing in its key `alt`, which stands at `span`.
pub fn missing_drawing_alt(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&OF_DRAWING, span).with("target", target)
}
