//! A page or a program among the content. Copied unread it would go round every check, the policy and the accessibility of the site.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "active-file", Error,
    "không đăng được tệp này: đây là trang web hoặc chương trình, không phải nội dung" => "this file is not published: it is a web page or a program, not content",
    help "viết lại thành tệp .md, hoặc chuyển ra khỏi thư mục content; nếu thật sự cần (như tệp xác minh tên miền), đặt vào themes/…/static" => "rewrite it as an .md file, or move it out of the content folder; if it is really needed (such as a file that proves a domain), put it into themes/…/static",
    what "Trong thư mục content có tệp là trang web hoặc chương trình (html, js, php…)." => "There is a web page or a program (html, js, php …) in the content folder.",
    why "Chép nguyên lên, tệp ấy không qua bước kiểm tra nào: nó có thể chạy mã lạ, không đọc được trên điện thoại, hoặc lộ mã nguồn." => "Copied as it is, it would go round every check: it may run unknown code, be unreadable on a phone, or show its source.",
    wrong ("content/tin/bai-cu.html" => "content/tin/old.html"),
    right ("Bài được viết lại thành content/tin/bai-cu.md." => "The article is rewritten as content/tin/old.md."),
);

/// The file of `span` would run.
pub fn active_file(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
