//! A table that was pasted from Word or a sheet: its cells stand apart by tabs, which Markdown reads as spaces.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "tabbed-table", Warning,
    "các ô ở đây cách nhau bằng phím Tab nên không thành bảng" => "cells stand apart by tabs here, so this is no table",
    help "viết mỗi hàng thành | {row} |, và dưới hàng đầu thêm một dòng {line}" => "write each row as | {row} |, and below the first one a line {line}",
    what "Một bảng dán từ Word hoặc trang tính còn nguyên phím Tab giữa các ô." => "A table pasted from Word or a sheet still has its tabs between the cells.",
    why "Mọi hàng chảy thành một đoạn văn: người đọc không thấy cột, và không hàng nào thành nhiệm vụ." => "All rows run into one paragraph: readers see no columns, and no row becomes a task.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "STT\tNhiệm vụ\tThời gian",
        "1\tMở lớp\tQuý I/2026",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "| STT | Nhiệm vụ | Thời gian |",
        "|---|---|---|",
        "| 1 | Mở lớp | Quý I/2026 |",
    ],
);

/// A table at `span` of which the first row has these cells.
pub fn tabbed_table(span: Span, cells: &[&str]) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("row", cells.join(" | "))
        .with("line", format!("|{}", "---|".repeat(cells.len())))
}
