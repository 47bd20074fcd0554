//! A template that cannot be read, or that asks for what a page does not have.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "template-error", Error,
    "mẫu trang có lỗi: {reason}" => "the template has a fault: {reason}",
    help "lỗi xuất hiện khi tạo trang {page}; sửa mẫu ở chỗ được chỉ" => "it shows while making the page {page}; mend the template at the place shown",
    help "sửa mẫu ở chỗ được chỉ" => "mend the template at the place shown",
    what "Mẫu trang của giao diện có lỗi." => "A template of the theme has a fault.",
    why "Mọi trang làm từ mẫu đó đều không tạo được." => "No page made with it can be built.",
    wrong [
        "-- themes/bare/templates/page.html --",
        "<h1>{{ page.titel }}</h1>",
        "-- content/bai.md --",
    ],
    right [
        "-- themes/bare/templates/page.html --",
        "<h1>{{ page.title }}</h1>",
        "-- content/bai.md --",
    ],
);

/// The engine stopped at `span` for `reason`.
pub fn template_error(span: Span, reason: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("reason", reason)
}
