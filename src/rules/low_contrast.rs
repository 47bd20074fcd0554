//! A pair of colours of the theme below the contrast that is promised (WCAG 2.2, criteria 1.4.6 and 1.4.11): 7:1 for text, 3:1 for edges.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "low-contrast", Warning,
    "màu --{token} trên nền --{ground} chỉ đạt độ tương phản {ratio}:1, cần ít nhất {least}:1" => "the colour --{token} on --{ground} has a contrast of {ratio}:1, at least {least}:1 is promised",
    help "chọn màu đậm hơn (nền sáng) hoặc nhạt hơn (nền tối)" => "choose a darker colour on a light ground, or a lighter one on a dark ground",
    what "Hai màu của giao diện quá gần nhau." => "Two colours of the theme are too close.",
    why "Người mắt kém, hoặc đọc ngoài nắng, không đọc được." => "People with weak eyes, or in the sun, cannot read it.",
    wrong [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/theme.yaml --",
        "extends: bare",
        "-- themes/cua-xa/templates/style.css --",
        ":root{--paper:#fff;--ink:#999999}",
    ],
    right [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/theme.yaml --",
        "extends: bare",
        "-- themes/cua-xa/templates/style.css --",
        ":root{--paper:#fff;--ink:#222222}",
    ],
);

/// The colour at `span` is that of `token`.
pub fn low_contrast(span: Span, token: &str, ground: &str, ratio: &str, least: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("token", token)
        .with("ground", ground)
        .with("ratio", ratio)
        .with("least", least)
}
