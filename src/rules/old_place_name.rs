//! An event whose words name a place that was no unit any more on its day.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "old-place-name", Warning,
    "“{name}” không còn là đơn vị hành chính từ sau {end}" => "“{name}” is no unit any more after {end}",
    help "ghi tên hiện nay: {successor}; nếu nói chuyện trước đây, thêm “cũ” hoặc “trước đây”" => "write its name of today: {successor}; if it is about the past, say “cũ” or “trước đây”",
    help "ghi tên hiện nay của nơi đó; nếu nói chuyện trước đây, thêm “cũ” hoặc “trước đây”" => "write its name of today; if it is about the past, say “cũ” or “trước đây”",
    what "Trang ghi một tỉnh, xã không còn nữa vào ngày của trang hoặc của sự kiện." => "A page or an event names a unit that was no more on its day.",
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

/// The words at `span` are `name`; the unit is `successor` now.
pub fn old_place_name(span: Span, name: &str, end: &str, successor: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("name", name)
        .with("end", end)
        .with_some("successor", successor)
        .about(name)
}
