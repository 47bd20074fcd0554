//! A row that does not say how it stands, beside rows of the same event that are called off or moved: it could be either.

use crate::diag::{Diagnostic, Words};
use crate::source::Span;

super::rule!(
    "row-without-status", Error,
    "dòng này không ghi status, trong khi dòng khác của cùng sự kiện ghi {status}" => "this row has no status, while another row of the event says {status}",
    help "ghi {status} ở dòng này nếu nó cũng vậy; nếu vẫn diễn ra như đã báo thì ghi planned hoặc confirmed" => "write {status} in this row if it is so too; if it is held as announced, write planned or confirmed",
    what "Một dòng không ghi status, trong khi dòng khác của cùng sự kiện ghi hủy, hoãn hay đổi." => "A row has no status, while another row of its event is called off or moved.",
    why "Không rõ dòng này cũng bị hủy hay vẫn diễn ra; đoán sai thì người dân đi không, hoặc bỏ lỡ." => "It could be called off too or still be held; a wrong guess sends people for nothing, or keeps them at home.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,session,status,changed_at,changed",
        "hoi,Ngày hội,Một ngày học,10/10/2027,Khai mạc,cancelled,01/10/2026,hủy vì bão",
        "hoi,,,10/10/2027,Lớp học,,,",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,session,status,changed_at,changed",
        "hoi,Ngày hội,Một ngày học,10/10/2027,Khai mạc,cancelled,01/10/2026,hủy vì bão",
        "hoi,,,10/10/2027,Lớp học,planned,,",
    ],
);

/// The row at `span` says nothing; the cell at `other` says `status`.
pub fn row_without_status(span: Span, status: &str, other: Span) -> Diagnostic {
    let words = Words {
        vi: "dòng khác ghi ở đây",
        en: "the other row says this",
    };
    Diagnostic::new(&RULE, span)
        .with("status", status)
        .about("status")
        .related(other, words)
}
