//! A text that should be a day and is none. The day stands first; a month never does.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;
use crate::text::dates::{Date, DateFault};

super::rule!(
    "bad-date", Error,
    "“{text}” không phải là một ngày" => "“{text}” is not a date",
    help "tháng đứng trước ngày; viết ngày trước: {swapped}" => "the month stands first; write the day first: {swapped}",
    help "lịch không có ngày này; viết ngày trước, tháng sau: 10/10/2026 hoặc 2026-10-10" => "the calendar has no such day; write the day first: 10/10/2026 or 2026-10-10",
    what "Giá trị phải là một ngày nhưng lịch không có ngày ấy, hoặc viết không đúng dạng ngày trước, tháng sau." => "A value that must be a day is none, or is not written day first.",
    why "Sai ngày thì lịch, nhắc việc và thứ tự tin đều sai theo." => "A wrong day spoils calendars, reminders and the order of news.",
    wrong [
        "---",
        "date: 31/02/2026",
        "---",
    ],
    right [
        "---",
        "date: 28/02/2026",
        "---",
    ],
);

static FORM: crate::diag::Rule = crate::diag::Rule {
    help: &[Words {
        vi: "viết theo dạng {form}",
        en: "write it as {form}",
    }],
    ..RULE
};

/// `text` at `span` has not the `form` that is asked for, or the calendar has no such day.
pub fn bad_date(span: Span, text: &str, fault: DateFault, form: Words) -> Diagnostic {
    let rule = match fault {
        DateFault::Form => &FORM,
        DateFault::NoSuchDay => &RULE,
    };
    Diagnostic::new(rule, span)
        .with("text", text)
        .with_words("form", form)
        .with_some("swapped", day_first(text))
}

/// The day that is meant when day and month have changed places: `12/31/2026` is 31/12/2026.
pub(super) fn day_first(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('/').collect();
    let [month, day, year] = parts[..] else {
        return None;
    };
    Date::parse(&format!("{day}/{month}/{year}"))
        .ok()
        .map(Date::short)
}
