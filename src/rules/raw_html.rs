//! HTML written into Markdown. A short list of plain tags is let through; anything else could break the page, its policy or its accessibility.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "raw-html", Error,
    "không dùng được thẻ HTML “{tag}” trong nội dung" => "the HTML “{tag}” cannot be used in content",
    help "viết bằng Markdown; chỉ các thẻ {allowed} được giữ, không kèm thuộc tính" => "write it in Markdown; only the tags {allowed} are kept, without attributes",
    what "Trong bài có thẻ HTML ngoài danh sách ngắn được phép." => "The text holds HTML beyond the short list that is let through.",
    why "Thẻ lạ có thể phá vỡ trang, chạy mã, hoặc làm trình đọc màn hình đọc sai." => "Other tags could break the page, run code, or mislead a screen reader.",
    wrong ["<font color=\"red\">Chú ý</font>"],
    right ["**Chú ý**"],
);

/// The tag or comment at `span` is not among `allowed`.
pub fn raw_html(span: Span, tag: &str, allowed: &[&str]) -> Diagnostic {
    let shown: String = tag.trim().chars().take(40).collect();
    Diagnostic::new(&RULE, span)
        .with("tag", shown)
        .with("allowed", allowed.join(", "))
}
