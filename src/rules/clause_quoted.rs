//! A quotation among the clauses of a plan. What is quoted is said by somebody else, so it is no clause, no task and nobody's duty.

use super::rule;
use crate::diag::Diagnostic;
use crate::source::Span;

rule!(
    "clause-quoted", Warning,
    "“{start}…” nằm trong khối trích dẫn nên không là điểm, khoản nào, không là nhiệm vụ hay việc của ai" => "“{start}…” stands in a quotation, so it is no clause, no task and nobody's duty",
    help "bỏ dấu > ở đầu dòng; nếu là ghi chú của người biên tập, mở đầu bằng > [!NOTE]; nếu đúng là lời trích, ghi vào acknowledge: code: clause-quoted, at: {start}" => "take the > off the start of the line; if it is an editor's note, begin it with > [!NOTE]; if it is quoted, acknowledge it: code: clause-quoted, at: {start}",
    what "Một khối sau dấu >, là dấu của lời trích, đứng giữa các điểm, khoản của kế hoạch." => "A block behind >, the mark of a quotation, stands among the clauses of a plan.",
    why "Việc hoặc báo cáo viết ở đó sẽ không có trong bảng nào và không hiện trên trang của cơ quan nào." => "Work or a report that stands there would be in no table and on no body's page.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Tổ chức thực hiện",
        "",
        "a) Mở lớp.",
        "",
        "> b) Báo cáo trước ngày 15/12.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Tổ chức thực hiện",
        "",
        "a) Mở lớp.",
        "",
        "b) Báo cáo trước ngày 15/12.",
    ],
    at "mấy chữ đầu của khối trích" => "the first words of the quotation",
);

/// How many words are shown.
const SHOWN: usize = 6;

/// A quotation at `span` with these words.
pub fn clause_quoted(span: Span, text: &str) -> Diagnostic {
    let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
    let start = words.join(" ");
    let start = start.trim_end_matches(['.', ',', ';', ':']);
    Diagnostic::new(&RULE, span)
        .with("start", start)
        .about(start)
}
