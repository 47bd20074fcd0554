//! Steps that were tried long ago: applications change. It depends on the clock, so it is a note.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "stale-check", Note,
    "các bước được kiểm tra lần cuối ngày {date}, đã hơn một năm" => "the steps were last tried on {date}, more than a year ago",
    help "làm thử lại từng bước rồi ghi ngày mới vào checked_on" => "try each step again and write the new day into checked_on",
    what "Bài học được kiểm tra lần cuối cách đây hơn một năm." => "A lesson was last tried more than a year ago.",
    why "Ứng dụng đổi giao diện; bước cũ làm người học lạc. Chỉ là lưu ý, vì nó tùy thuộc hôm nay là ngày nào." => "Applications change, and old steps mislead. Only a note, because it depends on the day.",
    wrong [
        "-- content/bai-hoc/bai.md --",
        "---",
        "checked_on: 10/10/2025",
        "---",
    ],
    right [
        "-- content/bai-hoc/bai.md --",
        "---",
        "checked_on: 10/10/2026",
        "---",
    ],
    at "chữ “checked_on”" => "the word “checked_on”",
);

/// The day `date` at `span`.
pub fn stale_check(span: Span, date: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("date", date)
        .about("checked_on")
}
