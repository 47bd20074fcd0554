//! Rows of one event in two tables: the same event twice, or two events with one id, as copies of a sample have it.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "event-twice", Error,
    "sự kiện “{event}” đã có ở một bảng khác" => "the event “{event}” stands in another table already",
    help "nếu là hai sự kiện, đặt mã event khác nhau, chẳng hạn thêm tên xã; nếu là một, ghi mọi dòng vào một bảng" => "if these are two events, give them different ids, with the name of the commune; if it is one, put all its rows into one table",
    what "Một mã sự kiện có ở hai bảng." => "The id of an event stands in two tables.",
    why "Hai xã chép cùng một bảng mẫu thì việc của xã này lẫn vào xã kia." => "Two communes that copied one sample would be mixed.",
    wrong [
        "-- content/data/events-a.csv --",
        "event,title,description",
        "ngay-hoi,Ngày hội xã A,Một ngày học",
        "-- content/data/events-b.csv --",
        "event,title,description",
        "ngay-hoi,Ngày hội xã B,Một ngày học",
    ],
    right [
        "-- content/data/events-a.csv --",
        "event,title,description",
        "ngay-hoi-a,Ngày hội xã A,Một ngày học",
        "-- content/data/events-b.csv --",
        "event,title,description",
        "ngay-hoi-b,Ngày hội xã B,Một ngày học",
    ],
);

/// The id at `span` is that of rows at `first`, in another file.
pub fn event_twice(span: Span, event: &str, first: Span) -> Diagnostic {
    let words = Words {
        vi: "bảng kia ghi ở đây",
        en: "the other table has it here",
    };
    Diagnostic::new(&RULE, span)
        .with("event", event)
        .about(event)
        .related(first, words)
}
