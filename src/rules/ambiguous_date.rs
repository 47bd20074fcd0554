//! A date that can be read as two days: the century is missing, or the table around it has the month first.

use crate::diag::{Diagnostic, Rule, Words};
use crate::source::Span;
use crate::text::dates::Date;

super::rule!(
    "ambiguous-date", Error,
    "“{text}” có thể đọc thành hai ngày khác nhau" => "“{text}” can be read as two different days",
    help "viết đủ bốn chữ số của năm: {day}; nếu bảng tính đã ghi tháng trước ngày thì là {other}" => "write the year with four digits: {day}, or {other} if the spreadsheet has written the month first",
    help "viết đủ bốn chữ số của năm: {day}" => "write the year with four digits: {day}",
    what "Một ngày có thể hiểu theo hai cách: thiếu hai chữ số của năm, hoặc bảng có chỗ ghi tháng trước ngày." => "A date can be read in two ways: the year has two digits, or the table has the month first elsewhere.",
    why "Người đọc, lịch và trang ở nơi khác nhau sẽ hiểu ra hai ngày khác nhau." => "Readers, calendars and lists would take it for different days.",
    wrong [
        "---",
        "date: 10/12/26",
        "---",
    ],
    right [
        "---",
        "date: 10/12/2026",
        "---",
    ],
);

static IN_TEXT: Rule = Rule {
    severity: crate::diag::Severity::Warning,
    ..RULE
};

static COLUMN: Rule = Rule {
    message: Words {
        vi: "“{text}” có thể là ngày {day} hoặc ngày {other}: cột này có chỗ ghi tháng trước ngày",
        en: "“{text}” may be {day} or {other}: a date of this column has its month first",
    },
    help: &[Words {
        vi: "trong Excel, định dạng lại cả cột thành ngày/tháng/năm (dd/mm/yyyy) rồi lưu lại; ngày luôn đứng trước tháng",
        en: "format the whole column as day/month/year (dd/mm/yyyy) in the spreadsheet and save it again; the day comes first",
    }],
    ..RULE
};

/// The value `text` at `span` has no century; `day` is what it most likely means.
pub fn ambiguous_date(span: Span, text: &str, day: Date) -> Diagnostic {
    told(&RULE, span, text, day)
}

/// The same in a cell of a table: a spreadsheet that shortens years may have put the month first, too.
pub fn ambiguous_year(span: Span, text: &str, day: Date) -> Diagnostic {
    let other = day.swapped().filter(|other| *other != day);
    told(&RULE, span, text, day).with_some("other", other.map(Date::short))
}

/// The same in running text.
pub fn ambiguous_date_in_text(span: Span, text: &str, day: Date) -> Diagnostic {
    told(&IN_TEXT, span, text, day)
}

fn told(rule: &'static Rule, span: Span, text: &str, day: Date) -> Diagnostic {
    Diagnostic::new(rule, span)
        .with("text", text)
        .with("day", day.short())
        .about(text)
}

/// The cell at `span` reads as `day`; at `first` the same column has the month first.
pub fn ambiguous_cell(span: Span, text: &str, day: Date, other: Date, first: Span) -> Diagnostic {
    let words = Words {
        vi: "ở đây tháng đứng trước ngày",
        en: "here the month stands first",
    };
    Diagnostic::new(&COLUMN, span)
        .with("text", text)
        .with("day", day.short())
        .with("other", other.short())
        .about(text)
        .related(first, words)
}
