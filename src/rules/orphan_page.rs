//! A page that nothing leads to: neither a link nor a listing.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "orphan-page", Warning,
    "không có liên kết hay danh sách nào dẫn tới trang này" => "no link and no listing leads to this page",
    help "dẫn tới nó từ một trang khác, thêm vào menu hoặc footer trong site.yaml, hoặc đặt vào thư mục có _index.md" => "link to it from another page, add it to menu or footer in site.yaml, or put it into a folder with an _index.md",
    what "Không có liên kết hay danh sách nào dẫn tới trang này." => "No link and no listing leads to the page.",
    why "Bà con chỉ tới được nếu biết trước địa chỉ." => "People reach it only if they know its address.",
    wrong [
        "-- content/_index.md --",
        "---",
        "title: Trang chủ",
        "description: Trang của xã",
        "---",
        "Xem [giới thiệu phong trào](@/gioi-thieu.md).",
        "-- content/gioi-thieu.md --",
        "Phong trào của xã.",
        "-- content/lop-hoc.md --",
        "Lớp học tối thứ bảy.",
    ],
    right [
        "-- content/_index.md --",
        "---",
        "title: Trang chủ",
        "description: Trang của xã",
        "---",
        "Xem [giới thiệu phong trào](@/gioi-thieu.md) và [lớp học tối thứ bảy](@/lop-hoc.md).",
        "-- content/gioi-thieu.md --",
        "Phong trào của xã.",
        "-- content/lop-hoc.md --",
        "Lớp học tối thứ bảy.",
    ],
    at "chữ “title”" => "the word “title”",
);

/// The page of which the title stands at `span`.
pub fn orphan_page(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span).about("title")
}
