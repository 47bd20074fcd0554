//! A file or folder that the system does not let the program read.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unreadable-file", Error,
    "không được phép đọc: hệ điều hành từ chối" => "may not be read: the system refuses",
    help "cho phép tài khoản đang chạy loa đọc tệp hoặc thư mục này, rồi lưu lại" => "let the account that runs loa read this file or folder, and save again",
    what "Hệ điều hành không cho chương trình đọc một tệp hoặc thư mục của trang." => "The system does not let the program read a file or folder of the site.",
    why "Trang ấy không thể dựng được, dù nội dung có thể vẫn đúng." => "The page cannot be made, though nothing may be wrong with its content.",
    wrong ("Tệp lich-hop.md chép từ máy khác, chỉ chủ cũ được đọc." => "schedule.md was copied from another machine, and only its old owner may read it."),
    right ("Tệp lich-hop.md cho mọi tài khoản trên máy đọc." => "Every account of the machine may read schedule.md."),
);

/// The file or folder of `span` may not be read.
pub fn unreadable_file(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
