//! Markdown nested deeper than any reader could follow, and deep enough to stop a build.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "too-deep", Error,
    "nội dung lồng quá {depth} cấp" => "the content is nested deeper than {depth} levels",
    help "bớt số dấu > hoặc cấp danh sách ở chỗ này" => "use fewer > marks or list levels here",
);

/// The limit of `depth` levels is passed at `span`.
pub fn too_deep(span: Span, depth: usize) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("depth", depth.to_string())
}
