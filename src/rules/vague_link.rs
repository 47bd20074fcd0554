//! Link text that says nothing of where it leads (WCAG 2.2, criteria 2.4.4 and 2.4.9).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "vague-link", Warning,
    "chữ của liên kết “{text}” không cho biết dẫn tới đâu" => "the link text “{text}” does not say where it leads",
    help "dùng tên của trang, tệp hoặc việc: “Xem [cách đăng ký lớp học](…)” thay cho “xem tại đây”" => "use the name of the page, the file or the task instead of “here”",
    what "Chữ của liên kết chỉ là “tại đây”, “xem thêm”, “chi tiết”." => "The words of a link are only “here”, “more”, “details”.",
    why "Người nghe danh sách liên kết, hay lướt nhanh, không biết bấm vào sẽ tới đâu." => "Whoever hears a list of links, or skims, cannot tell where it leads.",
    wrong ["Xem cách đăng ký [tại đây](https://dichvucong.gov.vn/)."],
    right ["Xem [cách đăng ký trên Cổng Dịch vụ công](https://dichvucong.gov.vn/)."],
    at "chữ của liên kết" => "the words of the link",
);

/// The link at `span` says `text`.
pub fn vague_link(span: Span, text: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("text", text).about(text)
}
