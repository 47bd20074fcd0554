//! A number that cannot be meant: a result of 1000 percent.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "out-of-range", Warning,
    "“{value}” không thể là phần trăm của một nhóm người" => "“{value}” cannot be a percentage of a group",
    help "ghi một số từ 0 đến 100, không kèm chữ “triệu”, “ngàn”; nếu kết quả là số người, chỉ tiêu phải có unit: people" => "write a number from 0 to 100 without “triệu” or “ngàn”; if the result counts people, its target needs unit: people",
    what "Kết quả của một chỉ tiêu tính bằng phần trăm lớn hơn 100." => "The result of a target in percent is more than 100.",
    why "Biểu đồ và bảng sẽ nói một điều không thể có." => "Charts and tables would say what cannot be.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
        "-- content/data/results.yaml --",
        "- {target: ke-hoach:i.a:2025:can-bo, as_of: 2025-12-31, value: 820, evidence: Báo cáo số 1, reporter: so-a}",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
        "-- content/data/results.yaml --",
        "- {target: ke-hoach:i.a:2025:can-bo, as_of: 2025-12-31, value: 82, evidence: Báo cáo số 1, reporter: so-a}",
    ],
);

/// The value at `span`.
pub fn out_of_range(span: Span, value: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("value", value)
}
