//! A text file larger than the compiler reads.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "file-too-large", Error,
    "tệp quá lớn: {size} MB, tối đa {limit} MB" => "the file is too large: {size} MB, at most {limit} MB",
    help "chia tệp thành nhiều trang, hoặc đưa dữ liệu lớn ra khỏi thư mục content" => "split it into several pages, or keep large data outside the content folder",
    what "Tệp chữ lớn hơn mức chương trình đọc (4 MB)." => "A text file is larger than what is read (4 MB).",
    why "Trang quá lớn không mở được trên điện thoại." => "A page of that size would not open on a phone.",
    wrong ("Một tệp .md chứa toàn bộ số liệu của mười năm, 6 MB." => "An .md file with the figures of ten years, 6 MB."),
    right ("Mỗi năm một trang; số liệu nằm trong bảng ở content/data." => "A page for each year; the figures in tables below content/data."),
);

/// The file of `span` holds `bytes` bytes, more than `limit`.
pub fn file_too_large(span: Span, bytes: u64, limit: u64) -> Diagnostic {
    let megabytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
    Diagnostic::new(&RULE, span)
        .with("size", megabytes(bytes))
        .with("limit", megabytes(limit))
}
