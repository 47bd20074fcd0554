//! Metadata that is opened and never closed.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "front-matter-unclosed", Error,
    "phần khai báo mở ở đây nhưng không có dòng --- đóng lại" => "the front matter opens here and is never closed by a line ---",
    help "thêm một dòng chỉ có --- sau khóa cuối cùng" => "add a line holding only --- after the last key",
    what "Phần khai báo mở bằng --- mà không có dòng --- đóng lại." => "The front matter opens with --- and is never closed.",
    why "Cả bài bị coi là phần khai báo, nên không còn nội dung nào để hiện." => "The whole text counts as metadata, and nothing is left to show.",
    wrong [
        "---",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "",
        "Mời bà con tới học.",
    ],
    right [
        "---",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "---",
        "",
        "Mời bà con tới học.",
    ],
);

/// The front matter opened at `span` has no end.
pub fn front_matter_unclosed(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
