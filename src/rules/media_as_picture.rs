//! A film or a recording written as a picture: an exclamation mark too many. Browsers show a broken picture.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "media-as-picture", Error,
    "“{target}” là phim hoặc bài nghe, không phải là hình" => "“{target}” is a film or a recording, not a picture",
    help "bỏ dấu ! ở đầu và ghi dài bao lâu: [{alt}]({target}) (3 phút)" => "take the ! away and say how long it is: [{alt}]({target}) (3 phút)",
    what "Phim hoặc bài nghe được viết như một hình." => "A film or a recording is written as a picture.",
    why "Người đọc thấy một hình vỡ và không mở được phim." => "Readers see a broken picture and cannot open the film.",
    wrong ["![Cách cài VNeID](https://a.gov.vn/vneid.mp4)"],
    right ["Xem [Cách cài VNeID](https://a.gov.vn/vneid.mp4) (3 phút) hoặc đọc [bản chữ](https://a.gov.vn/vneid.txt)."],
);

/// The picture at `span` with the text `alt` is the recording `target`.
pub fn media_as_picture(span: Span, alt: &str, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("alt", alt)
        .with("target", target)
}
