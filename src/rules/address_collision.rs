//! Two outputs at one address. Only one could be read, and which one would be chance.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "address-collision", Error,
    "địa chỉ {address} đã thuộc về một trang khác" => "the address {address} already belongs to another page",
    help "đổi tên tệp, hoặc đặt khóa slug khác cho một trong hai" => "rename the file, or give one of the two another slug",
    what "Hai trang cùng muốn một địa chỉ." => "Two pages want the same address.",
    why "Chỉ một trang mở được, trang kia biến mất." => "Only one could be opened; the other would vanish.",
    wrong [
        "-- content/lop-hoc.md --",
        "---",
        "title: Lớp học",
        "description: Lớp học tối thứ bảy",
        "---",
        "-- content/lop-toi.md --",
        "---",
        "title: Lớp tối",
        "description: Lớp học buổi tối",
        "slug: lop-hoc",
        "---",
    ],
    right [
        "-- content/lop-hoc.md --",
        "---",
        "title: Lớp học",
        "description: Lớp học tối thứ bảy",
        "---",
        "-- content/lop-toi.md --",
        "---",
        "title: Lớp tối",
        "description: Lớp học buổi tối",
        "---",
    ],
);

static CASE: Rule = Rule {
    message: Words {
        vi: "tên tệp “{path}” chỉ khác một tệp khác ở chữ hoa, chữ thường",
        en: "the file “{path}” differs from another only in small and capital letters",
    },
    help: &[Words {
        vi: "đổi tên một trong hai tệp: nhiều máy chủ và máy tính coi hai tên này là một",
        en: "rename one of the two: many servers and computers take the names for one",
    }],
    ..RULE
};

static ALIAS: Rule = Rule {
    message: Words {
        vi: "địa chỉ cũ {address} đang thuộc về một trang khác",
        en: "the old address {address} belongs to another page now",
    },
    help: &[Words {
        vi: "xóa địa chỉ này khỏi aliases; hoặc cho trang kia một slug khác",
        en: "remove this address from aliases, or give the other page another slug",
    }],
    ..RULE
};

/// The alias at `span` wants `address`, which is taken.
pub fn alias_taken(span: Span, address: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&ALIAS, span).with("address", address)
}

/// The copied file `path` has the name of that at `other`, but for capitals.
pub fn file_name_case(span: Span, path: &str, other: Span) -> Diagnostic {
    let words = Words {
        vi: "tệp kia ở đây",
        en: "the other file is here",
    };
    Diagnostic::new(&CASE, span)
        .with("path", path)
        .related(other, words)
}

/// What stands at `span` wants `address`, which is taken.
pub fn address_collision(span: Span, address: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("address", address)
}
