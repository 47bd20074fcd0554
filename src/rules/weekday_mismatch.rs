//! A day of the week beside a date that has another.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::text::weekday::Mismatch;

super::rule!(
    "weekday-mismatch", Error,
    "{date} là {right}, không phải “{said}”" => "{date} is a {right_en}, not “{said}”",
    help "xem lại lịch: sửa thứ hoặc sửa ngày; nếu nói về năm khác, ghi cả năm: {day}/…" => "look at a calendar: correct the weekday or the date; if another year is meant, write it: {day}/…",
    help "xem lại lịch: sửa thứ hoặc sửa ngày" => "look at a calendar: correct the weekday or the date",
    what "Thứ trong tuần không khớp với ngày bên cạnh." => "The day of the week does not match the date beside it.",
    why "Người đọc tin theo thứ sẽ tới sai ngày." => "Whoever trusts the weekday comes on the wrong day.",
    wrong ["Khai giảng Chủ nhật, 10/10/2026."],
    right ["Khai giảng Thứ Bảy, 10/10/2026."],
);

/// The weekday at `span`, written as `said`.
pub fn weekday_mismatch(span: Span, said: &str, mismatch: &Mismatch) -> Diagnostic {
    let english = mismatch.date.long(crate::diag::Lang::En);
    let right_en = english.split(' ').next().unwrap_or_default().to_owned();
    let (day, month) = (mismatch.date.day(), mismatch.date.month());
    let day = || format!("{day:02}/{month:02}");
    Diagnostic::new(&RULE, span)
        .with("date", mismatch.date.short())
        .with("right", mismatch.right.clone())
        .with("right_en", right_en)
        .with("said", said)
        .with_some("day", mismatch.is_of_any_year.then(day))
        .about("weekday")
}
