//! Two files of one folder whose names look the same: their letters are composed in one and apart in the other (NFC and NFD).

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;

super::rule!(
    "name-twice", Error,
    "hai tệp có tên trông giống hệt nhau (dấu viết liền và dấu viết rời, NFC và NFD)" => "two files have names that look the same (composed and decomposed letters, NFC and NFD)",
    help "giữ một tệp, đổi tên hoặc xóa tệp kia; tên không dấu không gặp chuyện này" => "keep one, rename or remove the other; names without marks do not have this trouble",
    what "Hai tệp trong một thư mục có tên trông như nhau nhưng mã hóa dấu khác nhau." => "Two files of a folder have names that look alike but are encoded differently.",
    why "Chỉ một tệp được đọc, và máy này, máy kia chọn khác nhau." => "Only one would be read, and not the same one on every machine.",
    wrong ("content/tin/lớp.md từ máy Windows và content/tin/lớp.md từ máy Mac cùng nằm trong một thư mục." => "content/tin/lớp.md of a Windows machine and content/tin/lớp.md of a Mac in one folder."),
    right ("Chỉ còn content/tin/lop.md." => "Only content/tin/lop.md is left."),
);

/// The two files stand at the path of `span`.
pub fn name_twice(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}

static OF_FOLDERS: Rule = Rule {
    message: Words {
        vi: "hai thư mục có tên trông giống hệt nhau (dấu viết liền và dấu viết rời, NFC và NFD)",
        en: "two folders have names that look the same (composed and decomposed letters, NFC and NFD)",
    },
    help: &[Words {
        vi: "chuyển tệp của thư mục này sang thư mục kia rồi xóa nó; tên không dấu không gặp chuyện này",
        en: "move the files of one into the other and remove it; names without marks do not have this trouble",
    }],
    ..RULE
};

/// The two folders stand at the path of `span`.
pub fn folder_twice(span: Span) -> Diagnostic {
    Diagnostic::new(&OF_FOLDERS, span)
}
