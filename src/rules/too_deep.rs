//! Markdown nested deeper than any reader could follow, and deep enough to stop a build.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "too-deep", Error,
    "nội dung lồng quá {depth} cấp" => "the content is nested deeper than {depth} levels",
    help "bớt số dấu > hoặc cấp danh sách ở chỗ này" => "use fewer > marks or list levels here",
    what "Nội dung lồng nhau quá 100 cấp." => "The content is nested deeper than 100 levels.",
    why "Không ai đọc nổi, và nó có thể làm dừng cả việc tạo trang." => "Nobody could follow it, and it could stop the build.",
    wrong ("Một đoạn mở đầu bằng hơn một trăm dấu >." => "A paragraph that begins with more than a hundred marks >."),
    right ("Một đoạn trích chỉ có một dấu >." => "A quotation with one mark >."),
);

/// The limit of `depth` levels is passed at `span`.
pub fn too_deep(span: Span, depth: usize) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("depth", depth.to_string())
}
