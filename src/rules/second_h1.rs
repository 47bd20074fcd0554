//! A heading of level 1 in a body: the page's title is one already.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "second-h1", Warning,
    "“{heading}” là tiêu đề cấp 1 thứ hai; tiêu đề trang đã là cấp 1" => "“{heading}” is a second heading of level 1; the page's title is the first",
    help "đổi # thành ##, các đề mục dưới nó lùi một cấp; nếu đây là tên trang, xóa dòng này vì title đã hiện" => "write ## instead of # and move those below it down; if it is the page's name, remove it, because title is shown",
    what "Trong bài có đề mục cấp 1 (#), trong khi tiêu đề trang đã là cấp 1." => "The body has a heading of level 1 (#), which the page's title is already.",
    why "Mỗi trang chỉ có một tên; hai tên làm người nghe bằng trình đọc màn hình lạc chỗ." => "A page has one name; with two, those who listen lose their place.",
    wrong [
        "# Lớp học buổi tối",
        "",
        "Mời bà con tới học.",
    ],
    right [
        "## Ai nên học",
        "",
        "Mời bà con tới học.",
    ],
    at "lời của đề mục" => "the words of the heading",
);

/// The heading at `span` says `heading`.
pub fn second_h1(span: Span, heading: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("heading", heading)
        .about(heading)
}
