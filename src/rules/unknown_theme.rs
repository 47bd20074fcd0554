//! A theme that stands neither beside the content nor in the program.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::nearest::nearest;

super::rule!(
    "unknown-theme", Error,
    "không có giao diện tên “{theme}”" => "there is no theme named “{theme}”",
    help "có phải ý bạn là “{nearest}”?" => "did you mean “{nearest}”?",
    help "đặt giao diện trong themes/{theme}, hoặc dùng theme: default" => "put the theme into themes/{theme}, or use theme: default",
    what "Không có giao diện nào tên như site.yaml ghi." => "There is no theme with the name that site.yaml gives.",
    why "Không có giao diện thì không tạo được trang nào." => "Without a theme no page can be made.",
    wrong [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: defualt",
    ],
    right [
        "-- content/site.yaml --",
        "title: Trang xã",
        "description: Trang của xã",
        "theme: bare",
    ],
);

/// The name at `span` leads to no theme.
pub fn unknown_theme(span: Span, theme: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("theme", theme)
        .with_some("nearest", nearest(theme, ["default"]))
}
