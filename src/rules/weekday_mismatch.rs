//! A day of the week beside a date that has another.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::weekday::Mismatch;

super::rule!(
    "weekday-mismatch", Error,
    "{date} là {right}, không phải “{said}”" => "{date} is a {right_en}, not “{said}”",
    help "xem lại lịch: sửa thứ hoặc sửa ngày" => "look at a calendar: correct the weekday or the date",
);

/// The weekday at `span`, written as `said`.
pub fn weekday_mismatch(span: Span, said: &str, mismatch: &Mismatch) -> Diagnostic {
    let english = mismatch.date.long(crate::diag::Lang::En);
    let right_en = english.split(' ').next().unwrap_or_default().to_owned();
    Diagnostic::new(&RULE, span)
        .with("date", mismatch.date.short())
        .with("right", mismatch.right.clone())
        .with("right_en", right_en)
        .with("said", said)
        .about("weekday")
}
