//! A recording or film whose words stand nowhere (WCAG 2.2, criteria 1.2.1 and 1.2.3).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "media-without-transcript", Warning,
    "“{target}” là phim hoặc ghi âm mà trang chưa có bản chữ" => "“{target}” is a film or a recording, and the page has no transcript",
    help "thêm một đề mục “Lời trong phim” (hoặc “Bản chữ”) với những lời ấy, hoặc liên kết tới bản chữ" => "add a heading “Bản chữ” with its words, or a link to them",
    what "Phim, ghi âm không có bản chữ đi kèm." => "A film or a recording comes without a transcript.",
    why "Người điếc, người ở nơi ồn hoặc mạng yếu không biết trong đó nói gì." => "Deaf people, and those in a noisy place or with a weak network, do not learn what it says.",
    wrong ["Nghe [bài hướng dẫn](https://a.gov.vn/bai.mp3) (3 phút)."],
    right [
        "Nghe [bài hướng dẫn](https://a.gov.vn/bai.mp3) (3 phút).",
        "",
        "## Bản chữ",
        "",
        "Bước 1: mở cửa hàng ứng dụng.",
    ],
    at "địa chỉ của phim, ghi âm" => "the address of the recording",
);

/// The link at `span` leads to `target`.
pub fn media_without_transcript(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("target", target)
        .about(target)
}
