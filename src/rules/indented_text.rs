//! Text of a plan that stands so far from the margin that Markdown takes it for code: Word's indent of a first line is a tab.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "indented-text", Error,
    "đoạn này thụt vào bằng phím Tab hoặc bốn khoảng trắng nên không được đọc là điểm, khoản" => "this text is indented by a tab or four spaces, so it is not read as clauses",
    help "xóa khoảng trắng ở đầu dòng" => "delete the space at the start of the line",
    what "Trong kế hoạch có đoạn thụt vào, hoặc đặt trong khung mã." => "A plan has text that is indented or fenced as code.",
    why "Đoạn như vậy bị coi là mã: điểm, khoản, nhiệm vụ và dẫn chiếu trong đó sẽ mất." => "Such text is taken for code: the clauses, tasks and references in it would be lost.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "\ta) Mở lớp",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
    ],
);

/// The text at `span` is not read.
pub fn indented_text(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span)
}
