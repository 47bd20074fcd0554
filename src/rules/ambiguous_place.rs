//! Two places of today that readers cannot tell apart by their names.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "ambiguous-place", Warning,
    "“{name}” cũng là tên của một nơi khác" => "“{name}” is also the name of another place",
    help "thêm tên tỉnh vào full_name hoặc title của một trong hai, ví dụ “Xã Thanh Thủy, tỉnh Phú Thọ”" => "add the province to the full_name or title of one of them",
    what "Hai địa phương hiện nay có cùng một tên đầy đủ." => "Two places of today have the same full name.",
    why "Người đọc và người tìm kiếm không biết trang nào là của nơi mình." => "Readers and searchers cannot tell which page is theirs.",
    wrong [
        "-- content/dia-phuong/xa-a.md --",
        "---",
        "title: Xã An Bình",
        "description: Một xã.",
        "full_name: Xã An Bình",
        "unit: xã",
        "level: commune",
        "parent: vinh-long",
        "---",
        "-- content/dia-phuong/xa-b.md --",
        "---",
        "title: Xã An Bình",
        "description: Một xã khác.",
        "full_name: Xã An Bình",
        "unit: xã",
        "level: commune",
        "parent: can-tho",
        "---",
    ],
    right [
        "-- content/dia-phuong/xa-a.md --",
        "---",
        "title: Xã An Bình",
        "description: Một xã.",
        "full_name: Xã An Bình, tỉnh Vĩnh Long",
        "unit: xã",
        "level: commune",
        "parent: vinh-long",
        "---",
        "-- content/dia-phuong/xa-b.md --",
        "---",
        "title: Xã An Bình",
        "description: Một xã khác.",
        "full_name: Xã An Bình, thành phố Cần Thơ",
        "unit: xã",
        "level: commune",
        "parent: can-tho",
        "---",
    ],
    at "chữ “full_name”" => "the word “full_name”",
);

/// The place of which the title stands at `span`.
pub fn ambiguous_place(span: Span, name: &str, first: Span) -> Diagnostic {
    let words = Words {
        vi: "nơi kia ở đây",
        en: "the other place is here",
    };
    Diagnostic::new(&RULE, span)
        .with("name", name)
        .about("full_name")
        .related(first, words)
}
