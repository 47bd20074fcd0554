//! A required key that is not there.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "missing-field", Error,
    "thiếu khóa bắt buộc “{key}”" => "the required key “{key}” is missing",
    help "thêm một dòng “{key}: …” ({doc})" => "add a line “{key}: …”",
    what "Thiếu một khóa bắt buộc." => "A required key is missing.",
    why "Thiếu nó thì trang, dòng của bảng hay lịch không tạo được." => "Without it the page, the row or the calendar cannot be made.",
    wrong [
        "---",
        "title: Lớp học buổi tối",
        "---",
    ],
    right [
        "---",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "---",
    ],
);

/// The mapping at `span` lacks `key`, which `doc` explains.
pub fn missing_field(span: Span, key: &str, doc: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("key", key)
        .with("doc", doc.trim().trim_end_matches('.'))
        .about(key)
}

static CELL: crate::diag::Rule = crate::diag::Rule {
    message: crate::diag::Words {
        vi: "thiếu cột “{key}” ở dòng này",
        en: "the column “{key}” is missing in this row",
    },
    help: &[crate::diag::Words {
        vi: "điền cột {key} ({doc})",
        en: "fill the column {key}",
    }],
    ..RULE
};

/// The row of a table, or what stands in it at `span`, needs a value in the column `key`, which `doc` explains.
pub fn missing_cell(span: Span, key: &str, doc: &str) -> Diagnostic {
    Diagnostic::new(&CELL, span)
        .with("key", key)
        .with("doc", doc.trim().trim_end_matches('.'))
        .about(key)
}
