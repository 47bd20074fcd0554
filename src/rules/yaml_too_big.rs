//! Metadata nested too deep or with too many values: never needed, and a way to stop a build.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "yaml-too-big", Error,
    "phần khai báo lồng quá {depth} cấp hoặc có quá {nodes} giá trị" => "the metadata is nested deeper than {depth} levels or holds more than {nodes} values",
    help "viết gọn lại; bảng dài nên để trong content/data" => "make it simpler; long tables belong in content/data",
    what "Phần khai báo lồng quá sâu hoặc có quá nhiều giá trị." => "The metadata is nested too deep or holds too many values.",
    why "Chưa trang thật nào cần tới mức đó, và nó có thể làm dừng việc tạo trang." => "No real page needs it, and it could stop the build.",
    wrong ("Một khóa lồng hơn 32 cấp, hay một tệp khai báo có hơn 200.000 giá trị." => "A key nested deeper than 32 levels, or metadata with more than 200,000 values."),
    right ("Dữ liệu dài nằm trong bảng ở content/data." => "Long data in a table below content/data."),
);

/// The limit of `depth` levels or `nodes` values is passed at `span`.
pub fn yaml_too_big(span: Span, depth: usize, nodes: usize) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("depth", depth.to_string())
        .with("nodes", nodes.to_string())
}
