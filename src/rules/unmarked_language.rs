//! A passage in another language inside a Vietnamese page (WCAG 2.2, criterion 3.1.2).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "unmarked-language", Warning,
    "đoạn này có vẻ bằng tiếng Anh: “{start} …”" => "this passage seems to be in English: “{start} …”",
    help "dịch sang tiếng Việt, hoặc đặt thành trang riêng có đuôi ngôn ngữ, ví dụ {page}" => "translate it, or put it into a page of its own with its language in the name, such as {page}",
    what "Trong trang tiếng Việt có một đoạn bằng tiếng khác." => "A Vietnamese page holds a passage in another language.",
    why "Máy đọc sẽ đọc tiếng Anh bằng giọng Việt, không ai hiểu." => "A screen reader reads English with a Vietnamese voice, and nobody understands.",
    wrong ["This course is free for all the people who live in the commune and want to learn."],
    right ["Lớp học này miễn phí cho mọi người dân trong xã muốn học."],
    at "ba chữ đầu của đoạn" => "the first three words",
);

/// The paragraph at `span` begins with `start`; `page` is where it could stand.
pub fn unmarked_language(span: Span, start: &str, page: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("start", start)
        .with("page", page)
        .about(start)
}
