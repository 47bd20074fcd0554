//! An event that is called off, moved or put online, and nothing says since when and what it was: no calendar and no reader of the feed
//! hears of it.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "change-untold", Warning,
    "tình trạng là {status} nhưng chưa ghi thay đổi nào, nên lịch trên điện thoại và nguồn tin không báo" => "the status is {status} but no change is recorded, so calendars and the feed do not tell of it",
    help "trong bảng, ghi changed_at (ngày báo), changed (đổi gì), changed_from (trước đó); trong tệp, thêm changes: at, what, from" => "in a table fill changed_at (when it was announced), changed (what), changed_from (what it was); in a file add changes: at, what, from",
    what "Sự kiện bị hủy, hoãn hay đổi mà chưa ghi đổi điều gì, báo ngày nào." => "An event is called off, put off or moved, and nothing says what has changed and since when.",
    why "Lịch trên điện thoại và nguồn tin chỉ báo những thay đổi được ghi." => "Calendars and the feed tell only of changes that are recorded.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,status,changed_at,changed,changed_from",
        "lop,Lớp,Lớp học,12/10/2027,moved,,,",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,status,changed_at,changed,changed_from",
        "lop,Lớp,Lớp học,12/10/2027,moved,01/10/2026,lùi một ngày,11/10/2027",
    ],
);

/// The status at `span`.
pub fn change_untold(span: Span, status: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("status", status)
        .about("status")
}
