//! A key written twice in one mapping.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "duplicate-key", Error,
    "khóa “{key}” được viết hai lần" => "the key “{key}” is written twice",
    help "giữ lại một dòng “{key}” và xóa dòng kia" => "keep one “{key}” and remove the other",
    what "Một khóa hoặc một mã được viết hai lần." => "A key or an id is written twice.",
    why "Chỉ một trong hai giá trị được dùng, và không ai biết là giá trị nào." => "Only one of the two values counts, and nobody can tell which.",
    wrong [
        "---",
        "title: Lớp học",
        "description: Lớp học tối thứ bảy",
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

/// `key` at `span` was already given at `first`.
pub fn duplicate_key(span: Span, key: &str, first: Span) -> Diagnostic {
    duplicate(&RULE, span, key, first)
}

static OF_ROW: Rule = Rule {
    message: Words {
        vi: "mã “{key}” đã thuộc về một dòng khác của bảng",
        en: "the id “{key}” belongs to another row of the table",
    },
    help: &[Words {
        vi: "đặt cho một trong hai dòng một mã khác, và sửa những nơi dẫn tới mã đó; nếu hai dòng là một, giữ lại một",
        en: "give one of the two rows another id, and mend what names it; if both are the same thing, keep one",
    }],
    ..RULE
};

/// The row whose id `key` stands at `span` has that of the row at `first`.
pub fn duplicate_id(span: Span, key: &str, first: Span) -> Diagnostic {
    duplicate(&OF_ROW, span, key, first)
}

fn duplicate(rule: &'static Rule, span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(rule, span)
        .with("key", key)
        .about(key)
        .related(
            first,
            Words {
                vi: "viết lần đầu ở đây",
                en: "first written here",
            },
        )
}
