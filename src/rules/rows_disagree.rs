//! Two rows of one event that say different things about the whole of it.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "rows-disagree", Error,
    "hai dòng của sự kiện “{event}” ghi cột {key} khác nhau" => "two rows of the event “{event}” differ in the column {key}",
    help "ghi giống nhau, hoặc chỉ ghi ở một dòng; nếu là hai sự kiện, đặt mã event khác nhau" => "write the same, or only in one row; if these are two events, give them different ids in the column event",
    what "Hai dòng của cùng một sự kiện ghi hai điều khác nhau về cả sự kiện." => "Two rows of one event say different things about the whole of it.",
    why "Trang chỉ hiện được một điều, và đó có thể là điều sai." => "The page can show only one, which may be the wrong one.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,session",
        "ngay-hoi,Ngày hội,Một ngày học,10/12/2026,Khai mạc",
        "ngay-hoi,Hội thi,,10/12/2026,Bế mạc",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,session",
        "ngay-hoi,Ngày hội,Một ngày học,10/12/2026,Khai mạc",
        "ngay-hoi,,,10/12/2026,Bế mạc",
    ],
);

/// The cell at `span` differs from the one at `first`.
pub fn rows_disagree(span: Span, key: &'static str, event: &str, first: Span) -> Diagnostic {
    let words = Words {
        vi: "dòng kia ghi ở đây",
        en: "the other row says this",
    };
    Diagnostic::new(&RULE, span)
        .with("key", key)
        .with("event", event)
        .about(event)
        .related(first, words)
}
