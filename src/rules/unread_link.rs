//! Words that look like a link and are none, most often because the file's name holds spaces.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "unread-link", Warning,
    "chỗ này trông như liên kết nhưng không đọc được" => "this looks like a link and is not read as one",
    help "nếu tên tệp có dấu cách, đặt trong ngoặc nhọn: [chữ](<tên tệp.pdf>)" => "if the name of the file holds spaces, put it into angle brackets: [words](<file name.pdf>)",
    what "Chỗ này trông như liên kết nhưng không đọc được: tên tệp có dấu cách, ngoặc viết rời hoặc viết ngược." => "Words look like a link and are none: spaces in the file's name, brackets apart or turned round.",
    why "Người đọc thấy ngoặc vuông, ngoặc tròn thay cho liên kết." => "Readers would see brackets instead of a link.",
    wrong ["Tải [mẫu đơn](mau don.pdf)."],
    right ["Tải [mẫu đơn](anh.png)."],
);

static GAP: Rule = Rule {
    help: &[Words {
        vi: "xóa dấu cách giữa ] và (: [chữ](địa chỉ)",
        en: "remove the space between ] and (: [words](address)",
    }],
    ..RULE
};

static TURNED: Rule = Rule {
    help: &[Words {
        vi: "ngoặc vuông quanh chữ đứng trước, ngoặc tròn quanh địa chỉ đứng sau: [chữ](địa chỉ)",
        en: "square brackets around the words come first, round ones around the address behind: [words](address)",
    }],
    ..RULE
};

static UNDEFINED: Rule = Rule {
    help: &[Words {
        vi: "ghi địa chỉ trong ngoặc tròn: [chữ](địa chỉ); hoặc thêm một dòng riêng [{name}]: địa chỉ",
        en: "write the address in round brackets, [words](address), or add a line of its own, [{name}]: address",
    }],
    ..RULE
};

/// The text at `span` holds `](`.
pub fn unread_link(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}

/// A space parts the words of the link at `span` from its address.
pub fn parted_link(span: Span) -> Diagnostic {
    Diagnostic::new(&GAP, span)
}

/// The link at `span` has its brackets the wrong way round.
pub fn turned_link(span: Span) -> Diagnostic {
    Diagnostic::new(&TURNED, span)
}

/// The link at `span` leads to what is called `name` and defined nowhere.
pub fn undefined_link(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&UNDEFINED, span).with("name", name)
}
