//! Metadata that is not YAML. The commonest causes are named outright.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "yaml-syntax", Error,
    "phần khai báo viết sai cú pháp YAML từ chỗ này" => "the metadata cannot be read (YAML): {reason}",
    help "kiểm tra dấu hai chấm, dấu nháy và cách thụt dòng ở dòng này và dòng trên" => "check colons, quotes and indentation on this line and the one above",
);

static COLON: Rule = Rule {
    help: &[Words {
        vi: "giá trị có dấu hai chấm bên trong: đặt cả giá trị trong dấu nháy, ví dụ title: \"Kế hoạch: 2025\"",
        en: "the value holds a colon: put quotes around the whole value, as in title: \"Kế hoạch: 2025\"",
    }],
    ..RULE
};

static TAB: Rule = Rule {
    help: &[Words {
        vi: "thụt dòng bằng dấu cách, không dùng phím Tab",
        en: "indent with spaces, not with tabs",
    }],
    ..RULE
};

static QUOTE: Rule = Rule {
    help: &[Words {
        vi: "dòng trên mở dấu nháy mà không đóng: thêm dấu nháy ở cuối giá trị",
        en: "the line above opens a quote and does not close it: add the quote at the end of the value",
    }],
    ..RULE
};

/// What lies behind a syntax error, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A colon inside an unquoted value.
    Colon,
    /// A tab used for indentation.
    Tab,
    /// A quote that is not closed on the line above.
    Quote,
    /// Anything else.
    Other,
}

/// The parser stopped at `span` for `reason`.
pub fn yaml_syntax(span: Span, reason: &str, cause: Cause) -> Diagnostic {
    let rule = match cause {
        Cause::Colon => &COLON,
        Cause::Tab => &TAB,
        Cause::Quote => &QUOTE,
        Cause::Other => &RULE,
    };
    Diagnostic::new(rule, span).with("reason", reason)
}
