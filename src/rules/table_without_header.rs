//! A table whose first row is empty (WCAG 2.2, technique H51 for criterion 1.3.1).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "table-without-header", Warning,
    "bảng không có dòng tiêu đề" => "the table has no header row",
    help "ghi tên từng cột vào dòng đầu của bảng" => "name each column in the first row",
    what "Dòng đầu của bảng, nơi ghi tên cột, bị bỏ trống." => "The first row of a table, which names the columns, is empty.",
    why "Người nghe từng ô không biết ô ấy nói về điều gì." => "Whoever hears the cells does not know what they are about.",
    wrong [
        "|  |  |",
        "|---|---|",
        "| Lớp tối | Ấp 1 |",
    ],
    right [
        "| Lớp | Nơi học |",
        "|---|---|",
        "| Lớp tối | Ấp 1 |",
    ],
);

/// The table at `span`.
pub fn table_without_header(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
