//! A passage in another language inside a Vietnamese page (WCAG 2.2, criterion 3.1.2).

use crate::diag::{Diagnostic, Words};
use crate::source::Span;
use crate::text::languages::{self, Language};

super::rule!(
    "unmarked-language", Warning,
    "đoạn này có vẻ bằng {language}: “{start} …”" => "this passage seems to be in {language}: “{start} …”",
    help "dịch sang tiếng Việt; nếu cần giữ, đặt đoạn ấy trong ngoặc và ghi mã ngôn ngữ liền sau, thay dấu ? trong {mark} bằng một trong các mã: {codes}" => "translate it; to keep it, put it into brackets with the code of its language at once behind, in place of the ? in {mark}; known codes: {codes}",
    help "dịch sang tiếng Việt; nếu cần giữ, đặt đoạn ấy trong ngoặc và ghi ngôn ngữ liền sau: {mark}; cả bài thì để ở trang riêng {page} và ghi {line} trong site.yaml" => "translate it; to keep it, put it into brackets with its language at once behind: {mark}; a whole text goes into a page of its own, {page}, with {line} in site.yaml",
    help "dịch sang tiếng Việt; nếu cần giữ, đặt đoạn ấy trong ngoặc và ghi ngôn ngữ liền sau: {mark}; cả bài thì để ở trang riêng {page}" => "translate it; to keep it, put it into brackets with its language at once behind: {mark}; a whole text goes into a page of its own, {page}",
    help "dịch sang tiếng Việt; cả bài bằng tiếng khác thì để ở trang riêng {page} và ghi {line} trong site.yaml" => "translate it; a whole text in another language goes into a page of its own, {page}, with {line} in site.yaml",
    help "dịch sang tiếng Việt; cả bài bằng tiếng khác thì để ở trang riêng {page}" => "translate it; a whole text in another language goes into a page of its own, {page}",
    help "dịch sang tiếng Việt" => "translate it",
    what "Trong trang tiếng Việt có một đoạn bằng tiếng khác." => "A Vietnamese page holds a passage in another language.",
    why "Máy đọc sẽ đọc tiếng Anh bằng giọng Việt, không ai hiểu." => "A screen reader reads English with a Vietnamese voice, and nobody understands.",
    wrong ["This course is free for all the people who live in the commune and want to learn."],
    right ["[This course is free for all the people who live in the commune and want to learn.]{lang=en}"],
    at "ba chữ đầu của đoạn" => "the first three words",
);

/// The passage at `span`, in `language`, begins with `start`; it could stand on `page`, if `line` stands in the configuration. Where it can
/// be marked, the caller adds how, as `mark`.
pub fn unmarked_language(
    span: Span,
    language: &Language,
    start: &str,
    page: &str,
    line: Option<String>,
) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with_words("language", language.name)
        .with("start", start)
        .with("page", page)
        .with_some("line", line)
        .about(start)
}

/// The passage at `span` begins with `start` and is in a language that cannot be told. Where it can be marked, the caller adds how.
pub fn unmarked_unknown_language(span: Span, start: &str) -> Diagnostic {
    let name = Words {
        vi: "một ngôn ngữ khác",
        en: "another language",
    };
    Diagnostic::new(&RULE, span)
        .with_words("language", name)
        .with("start", start)
        .with("codes", languages::codes().join(", "))
        .about(start)
}
