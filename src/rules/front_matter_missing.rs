//! A document that does not begin with its metadata.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "front-matter-missing", Error,
    "tệp không bắt đầu bằng phần khai báo giữa hai dòng ---" => "the file does not begin with front matter between two --- lines",
    help "đặt ở đầu tệp: một dòng ---, các khóa title và description, rồi một dòng ---" => "put at the top: a line ---, the keys title and description, and a line ---",
    what "Tệp .md không bắt đầu bằng phần khai báo giữa hai dòng ---." => "An .md file does not begin with front matter between two lines ---.",
    why "Không có tiêu đề và mô tả thì không tạo được trang." => "Without a title and a description there is no page.",
    wrong [
        "Lớp học buổi tối",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
    ],
    right [
        "---",
        "title: Lớp học buổi tối",
        "description: Lớp học tối thứ bảy",
        "---",
        "Mời bà con tới học.",
    ],
);

/// The document of `span` has no front matter.
pub fn front_matter_missing(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
