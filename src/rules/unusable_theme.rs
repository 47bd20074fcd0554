//! A theme of which a file cannot be read.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unusable-theme", Error,
    "không dùng được giao diện “{theme}”: {reason}" => "the theme “{theme}” cannot be used: {reason}",
    help "sửa tệp của giao diện được nêu, hoặc dùng theme: default" => "mend the file of the theme that is named, or use theme: default",
    what "Một tệp của giao diện không đọc được." => "A file of the theme cannot be read.",
    why "Không có giao diện thì không tạo được trang nào." => "Without a theme no page can be made.",
    wrong [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/theme.yaml --",
        "extends: barre",
    ],
    right [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/theme.yaml --",
        "extends: bare",
    ],
);

/// The theme named at `span` is refused for `reason`.
pub fn unusable_theme(span: Span, theme: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("theme", theme)
        .with("reason", reason)
}
