//! A point letter outside the 23 letters of official documents (a b c d đ e g h i k l m n o p q r s t u v x y).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-foreign-letter", Error,
    "“{label}” không phải là chữ cái đánh điểm trong văn bản hành chính" => "“{label}” is not a letter that official documents use for points",
    help "dùng a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y" => "use a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y",
    what "Điểm được đánh bằng chữ cái mà văn bản hành chính không dùng (f, j, w, z)." => "A point bears a letter that official documents do not use (f, j, w, z).",
    why "Thường là gõ hoặc quét nhầm; trích dẫn theo nhãn sai sẽ không ai tìm thấy." => "It is mostly a slip of typing or scanning; nobody would find what is cited by it.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "f) Phát tài liệu",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "b) Phát tài liệu",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// The label at `span` uses a letter that is never used.
pub fn clause_foreign_letter(span: Span, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .about(address)
}
