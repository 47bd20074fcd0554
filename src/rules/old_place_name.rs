//! An event whose words name a place that was no unit any more on its day.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "old-place-name", Warning,
    "“{name}” không còn là đơn vị hành chính từ sau {end}" => "“{name}” is no unit any more after {end}",
    help "ghi tên hiện nay: {successor}" => "write its name of today: {successor}",
    what "Địa điểm, đơn vị tổ chức của sự kiện ghi tên tỉnh, xã đã hết hiệu lực vào ngày đó." => "The venue or organiser of an event bears the name of a unit that was no more on its day.",
    why "Người dân tìm theo tên mới sẽ không biết tới đâu." => "People who know the new name do not know where to go.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "venues: [{name: Trung tâm hội nghị Tỉnh Trà Vinh}]",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "venues: [{name: Trung tâm hội nghị Tỉnh Vĩnh Long}]",
        "---",
    ],
    at "tên cũ" => "the old name",
);

/// The event at `span` says `name`.
pub fn old_place_name(span: Span, name: &str, end: &str, successor: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("name", name)
        .with("end", end)
        .with("successor", successor)
        .about(name)
}
