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
    told(&RULE, span, key, doc)
}

fn told(rule: &'static crate::diag::Rule, span: Span, key: &str, doc: &str) -> Diagnostic {
    Diagnostic::new(rule, span)
        .with("key", key)
        .with("doc", doc.trim().trim_end_matches('.'))
        .about(key)
}

static EMPTY: crate::diag::Rule = crate::diag::Rule {
    message: crate::diag::Words {
        vi: "khóa bắt buộc “{key}” còn để trống",
        en: "the required key “{key}” has no value",
    },
    help: &[crate::diag::Words {
        vi: "viết giá trị sau dấu hai chấm: “{key}: …” ({doc})",
        en: "write its value behind the colon: “{key}: …”",
    }],
    ..RULE
};

/// The key at `span` has no value.
pub fn empty_field(span: Span, key: &str, doc: &str) -> Diagnostic {
    told(&EMPTY, span, key, doc)
}

static COLUMN: crate::diag::Rule = crate::diag::Rule {
    message: crate::diag::Words {
        vi: "bảng thiếu cột “{key}”",
        en: "the table lacks the column “{key}”",
    },
    help: &[crate::diag::Words {
        vi: "thêm cột {key} vào dòng đầu của bảng ({doc}) rồi điền cho từng dòng",
        en: "add the column {key} to the first line of the table and fill it in every row",
    }],
    ..RULE
};

/// The table whose heads stand at `span` lacks a column.
pub fn missing_column(span: Span, key: &str, doc: &str) -> Diagnostic {
    told(&COLUMN, span, key, doc)
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
    told(&CELL, span, key, doc)
}
