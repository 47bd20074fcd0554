//! Metadata that is not YAML. The commonest causes are named outright.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "yaml-syntax", Error,
    "phần khai báo viết sai cú pháp YAML từ chỗ này" => "the metadata cannot be read (YAML): {reason}",
    help "kiểm tra dấu hai chấm, dấu nháy và cách thụt dòng ở dòng này và dòng trên" => "check colons, quotes and indentation on this line and the one above",
    what "Phần khai báo viết sai cú pháp: thiếu dấu nháy, sai thụt dòng, thiếu dấu cách sau hai chấm." => "The metadata cannot be read: quotes, indentation, or a space after a colon.",
    why "Từ chỗ sai trở đi không đọc được khóa nào." => "No key after the mistake can be read.",
    wrong [
        "---",
        "title: Kế hoạch: 2025",
        "description: Kế hoạch năm",
        "---",
    ],
    right [
        "---",
        "title: \"Kế hoạch: 2025\"",
        "description: Kế hoạch năm",
        "---",
    ],
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
        vi: "giá trị mở dấu nháy mà không đóng: thêm dấu nháy ở cuối",
        en: "the value opens a quote and does not close it: add the quote at its end",
    }],
    ..RULE
};

static TAIL: Rule = Rule {
    help: &[Words {
        vi: "dấu nháy phải bao cả giá trị; bên trong dùng “ ”, ví dụ title: \"Kế hoạch “Mỗi nhà một máy” năm 2026\"",
        en: "the quotes stand around the whole value; use “ ” inside, as in title: \"The plan “One phone a house” of 2026\"",
    }],
    ..RULE
};
static CURLY: Rule = Rule {
    help: &[Words {
        vi: "giá trị có dấu hai chấm bên trong: đặt cả giá trị trong dấu nháy thẳng \" \" (dấu “ ” của Word không được tính là dấu nháy)",
        en: "the value holds a colon: put straight quotes \" \" around the whole value (the “ ” of word processors are no quotes here)",
    }],
    ..RULE
};
static SPACE: Rule = Rule {
    help: &[Words {
        vi: "thêm một dấu cách sau dấu hai chấm: title: Tên bài",
        en: "add a space after the colon: title: A name",
    }],
    ..RULE
};

static SYMBOL: Rule = Rule {
    help: &[Words {
        vi: "giá trị bắt đầu bằng một dấu có nghĩa riêng: đặt cả giá trị trong dấu nháy kép",
        en: "the value begins with a mark that has a meaning of its own: put quotes around the whole value",
    }],
    ..RULE
};

static INDENT: Rule = Rule {
    help: &[Words {
        vi: "bỏ dấu cách ở đầu dòng; các khóa cùng cấp phải thẳng hàng",
        en: "remove the spaces before the key; keys of one level stand in one column",
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
    /// A quote that is not closed.
    Quote,
    /// Words behind the closing quote.
    Tail,
    /// A colon between curly quotes, which are none to YAML.
    Curly,
    /// No space after the colon of a key.
    Space,
    /// A value that begins with a mark which means something in YAML.
    Symbol,
    /// Spaces before a key where none belong.
    Indent,
    /// Anything else.
    Other,
}

impl Cause {
    /// Whether it lies before the first word of its line.
    pub fn is_of_indent(self) -> bool {
        matches!(self, Self::Tab | Self::Indent)
    }
}

/// The parser stopped at `span` for `reason`.
pub fn yaml_syntax(span: Span, reason: &str, cause: Cause) -> Diagnostic {
    let rule = match cause {
        Cause::Colon => &COLON,
        Cause::Tab => &TAB,
        Cause::Quote => &QUOTE,
        Cause::Tail => &TAIL,
        Cause::Curly => &CURLY,
        Cause::Space => &SPACE,
        Cause::Symbol => &SYMBOL,
        Cause::Indent => &INDENT,
        Cause::Other => &RULE,
    };
    Diagnostic::new(rule, span).with("reason", reason)
}
