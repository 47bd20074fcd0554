//! An abbreviation that the page never writes out (WCAG 2.2, criterion 3.1.4).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "abbreviation-unexpanded", Warning,
    "“{word}” chưa được viết đủ ở đâu trên trang" => "“{word}” is written out nowhere on the page",
    help "lần đầu viết đủ rồi ghi chữ tắt trong ngoặc: “trung tâm học tập cộng đồng (TTHTCĐ)”; hoặc giải thích chữ ấy bằng một dòng trong data/terms: id, term, plain" => "write it out at first, with the abbreviation in brackets; or explain it by a row of data/terms: id, term, plain",
    what "Trang dùng một chữ viết tắt mà không viết đủ lần nào." => "A page uses an abbreviation and never writes it out.",
    why "Người ngoài cơ quan không hiểu; máy đọc sẽ đánh vần từng chữ." => "People outside the office do not understand it; screen readers spell it out.",
    wrong ["Lớp học mở tại TTHTCĐ của xã."],
    right ["Lớp học mở tại trung tâm học tập cộng đồng (TTHTCĐ) của xã."],
    at "chữ viết tắt" => "the abbreviation",
);

/// The abbreviation `word` at `span`.
pub fn abbreviation_unexpanded(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span).with("word", word).about(word)
}
