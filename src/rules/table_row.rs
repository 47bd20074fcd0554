//! A row of a CSV table that does not fit its head.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "table-row", Error,
    "dòng này có {found} ô, dòng đầu bảng có {expected} ô" => "this row has {found} cells, the head has {expected}",
    help "thêm hoặc bớt ô cho đủ; ô có dấu ngăn cách bên trong phải đặt trong dấu nháy kép" => "add or remove cells; a cell with the separator inside stands in double quotes",
    what "Một dòng của bảng CSV có số ô khác dòng đầu bảng." => "A row of a CSV table has another number of cells than its head.",
    why "Các ô lệch cột: số điện thoại có thể thành địa chỉ." => "Cells slip into other columns: a telephone becomes an address.",
    wrong [
        "-- content/data/lop.csv --",
        "ten,dia_chi",
        "Lớp tối,Ấp 1, xã A",
    ],
    right [
        "-- content/data/lop.csv --",
        "ten,dia_chi",
        "Lớp tối,\"Ấp 1, xã A\"",
    ],
);

/// The row at `span` has `found` cells where the head has `expected`.
pub fn table_row(span: Span, found: usize, expected: usize) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("found", found.to_string())
        .with("expected", expected.to_string())
}
