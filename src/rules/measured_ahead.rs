//! A result of a day that has not come yet. It depends on the clock, so it is a note.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "measured-ahead", Note,
    "kết quả tính đến {date}, là ngày chưa tới" => "the result is of {date}, which has not come yet",
    help "ghi ngày đã đo; kiểm tra lại năm" => "write the day on which it was measured; look at the year again",
);

/// The `date` at `span`.
pub fn measured_ahead(span: Span, date: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("date", date)
        .about("as_of")
}
