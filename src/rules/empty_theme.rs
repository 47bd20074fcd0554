//! A theme without templates that extends no other.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "empty-theme", Error,
    "giao diện “{theme}” không có mẫu trang nào" => "the theme “{theme}” has no templates",
    help "thêm “extends: default” vào theme.yaml của giao diện, hoặc đặt mẫu vào thư mục templates của nó" => "add “extends: default” to the theme's theme.yaml, or put templates into its templates folder",
    what "Giao diện không có mẫu trang nào và không dựa trên giao diện khác." => "The theme has no templates and extends no other.",
    why "Không có mẫu thì không tạo được trang nào." => "Without templates no page can be made.",
    wrong [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/static/logo.txt --",
        "logo",
    ],
    right [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: cua-xa",
        "-- themes/cua-xa/static/logo.txt --",
        "logo",
        "-- themes/cua-xa/theme.yaml --",
        "extends: bare",
    ],
);

/// The theme named at `span` makes no page.
pub fn empty_theme(span: Span, theme: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("theme", theme)
}
