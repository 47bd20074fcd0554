//! A recording or film without its length: nobody can tell whether there is time, or data, for it.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "media-without-length", Warning,
    "“{target}” là phim hoặc ghi âm mà chưa ghi dài bao lâu" => "“{target}” is a film or a recording without its length",
    help "ghi độ dài cạnh liên kết: “(phim, 3 phút)”" => "write its length beside the link: “(phim, 3 phút)”",
    what "Liên kết tới phim, ghi âm không ghi độ dài." => "A link to a film or a recording does not say how long it is.",
    why "Người dùng gói cước nhỏ cần biết trước khi bấm." => "People with little data need to know before they follow it.",
    wrong [
        "Xem [phim hướng dẫn cài VNeID](https://a.gov.vn/vneid.mp4).",
        "",
        "## Lời trong phim",
        "",
        "Bước 1: mở cửa hàng ứng dụng.",
    ],
    right [
        "Xem [phim hướng dẫn cài VNeID](https://a.gov.vn/vneid.mp4) (3 phút).",
        "",
        "## Lời trong phim",
        "",
        "Bước 1: mở cửa hàng ứng dụng.",
    ],
    at "địa chỉ của phim, ghi âm" => "the address of the recording",
);

/// The link at `span` leads to `target`.
pub fn media_without_length(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .about(target)
}
