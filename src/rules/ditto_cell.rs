//! A cell of a task table that means the one above it: empty where another row is filled, `"`, "nt", "như trên".

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "ditto-cell", Warning,
    "dòng “{label}” không ghi “{head}”: ô trống hoặc chỉ ghi “như trên”" => "row “{label}” has no “{head}”: the cell is empty or only says “as above”",
    help "chép lại chữ của ô đã gộp hoặc ô trên vào đây; nếu bản in để trống thật, ghi vào acknowledge: code: ditto-cell, at: {label}" => "write the words of the merged cell or of the one above here; if the document leaves it empty, acknowledge it: code: ditto-cell, at: {label}",
    what "Một dòng của bảng nhiệm vụ để trống ô cơ quan hoặc thời gian mà dòng khác có, hoặc chỉ ghi “như trên”." => "A row of a task table leaves its body or time empty where other rows have one, or only says “as above”.",
    why "Ô gộp trong Word chỉ giữ chữ ở dòng đầu; các dòng sau mất cơ quan chủ trì và thời gian." => "Word keeps the words of merged cells in the first row only; the rows below lose their lead and time.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "## Phụ lục I. Nhiệm vụ",
        "",
        "| TT | Nhiệm vụ | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp | Sở A |",
        "| 2 | Phát tài liệu | nt |",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "## Phụ lục I. Nhiệm vụ",
        "",
        "| TT | Nhiệm vụ | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp | Sở A |",
        "| 2 | Phát tài liệu | Sở A |",
    ],
    at "nhãn của dòng trong bảng" => "the label of the row",
);

/// The row `label` at `span` says nothing of its own in the column `head`.
pub fn ditto_cell(span: Span, label: &str, head: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .with("head", head)
        .about(label)
}
