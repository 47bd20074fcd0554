//! A point letter outside the 23 letters of official documents (a b c d đ e g h i k l m n o p q r s t u v x y).

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "clause-foreign-letter", Error,
    "“{label}” không phải là chữ cái đánh điểm trong văn bản hành chính" => "“{label}” is not a letter that official documents use for points",
    help "dùng a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y" => "use a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y",
);

/// The label at `span` uses a letter that is never used.
pub fn clause_foreign_letter(span: Span, label: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("label", label)
        .about(address)
}
