//! A template that cannot be read, or that asks for what a page does not have.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;
use crate::text::nearest::nearest;

super::rule!(
    "template-error", Error,
    "mẫu trang có lỗi, bộ đọc mẫu báo bằng tiếng Anh: {reason}" => "the template has a fault: {reason}",
    help "lỗi xuất hiện khi tạo trang {page}; sửa mẫu ở chỗ được chỉ" => "it shows while making the page {page}; mend the template at the place shown",
    help "sửa mẫu ở chỗ được chỉ" => "mend the template at the place shown",
    what "Mẫu trang của giao diện có lỗi." => "A template of the theme has a fault.",
    why "Mọi trang làm từ mẫu đó đều không tạo được." => "No page made with it can be built.",
    wrong [
        "-- themes/bare/templates/page.html --",
        "<h1>{{ page.titel }}</h1>",
        "-- content/bai.md --",
    ],
    right [
        "-- themes/bare/templates/page.html --",
        "<h1>{{ page.title }}</h1>",
        "-- content/bai.md --",
    ],
);

static UNDEFINED: Rule = Rule {
    message: Words {
        vi: "mẫu trang hỏi “{name}” mà ở đây không có",
        en: "the template asks for “{name}”, which is not there",
    },
    help: &[
        Words {
            vi: "có phải ý bạn là “{nearest}”? Lỗi xuất hiện khi tạo trang {page}",
            en: "did you mean “{nearest}”? It shows while making the page {page}",
        },
        Words {
            vi: "có phải ý bạn là “{nearest}”?",
            en: "did you mean “{nearest}”?",
        },
        Words {
            vi: "ở đây có: {known}. Lỗi xuất hiện khi tạo trang {page}",
            en: "there are: {known}. It shows while making the page {page}",
        },
        Words {
            vi: "lỗi xuất hiện khi tạo trang {page}; sửa mẫu ở chỗ được chỉ",
            en: "it shows while making the page {page}; mend the template at the place shown",
        },
        Words {
            vi: "sửa mẫu ở chỗ được chỉ",
            en: "mend the template at the place shown",
        },
    ],
    ..RULE
};

static END: Rule = Rule {
    message: Words {
        vi: "mẫu trang dừng giữa chừng",
        en: "the template ends too early",
    },
    help: &[Words {
        vi: "thêm phần đóng còn thiếu, như endif, endfor, endblock hay dấu ngoặc",
        en: "add what closes it, such as endif, endfor, endblock or a bracket",
    }],
    ..RULE
};

/// The engine stopped at `span` for `reason`, of which the commonest are known by the words of Tera 2.
pub fn template_error(span: Span, reason: &str) -> Diagnostic {
    if reason == "Unexpected end of input" {
        return Diagnostic::new(&END, span);
    }
    match undefined(reason) {
        Some((name, known)) => Diagnostic::new(&UNDEFINED, span)
            .with("name", name)
            .with_some("nearest", nearest(name, known.split(", ")))
            .with_some("known", Some(known).filter(|known| !known.is_empty())),
        None => Diagnostic::new(&RULE, span).with("reason", reason),
    }
}

/// What is not there, and what is: "Field `titel` is not defined. Available fields: date, title".
fn undefined(reason: &str) -> Option<(&str, &str)> {
    let of_field = reason.strip_prefix("Field `");
    let rest = of_field.or_else(|| reason.strip_prefix("Variable `"))?;
    let (name, rest) = rest.split_once("` is not defined")?;
    let known = rest.split_once(": ").map_or("", |(_, known)| known);
    Some((name, known))
}
