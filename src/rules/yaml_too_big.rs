//! Metadata nested too deep or with too many values: never needed, and a way to stop a build.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "yaml-too-big", Error,
    "phần khai báo lồng quá {depth} cấp hoặc có quá {nodes} giá trị" => "the metadata is nested deeper than {depth} levels or holds more than {nodes} values",
    help "viết gọn lại; bảng dài nên để trong content/data" => "make it simpler; long tables belong in content/data",
);

/// The limit of `depth` levels or `nodes` values is passed at `span`.
pub fn yaml_too_big(span: Span, depth: usize, nodes: usize) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("depth", depth.to_string())
        .with("nodes", nodes.to_string())
}
