//! A result of a day that has not come yet. It depends on the clock, so it is a note.

use crate::diag::Diagnostic;
use crate::source::Span;

super::rule!(
    "measured-ahead", Note,
    "kết quả tính đến {date}, là ngày chưa tới" => "the result is of {date}, which has not come yet",
    help "ghi ngày đã đo; kiểm tra lại năm" => "write the day on which it was measured; look at the year again",
    what "Kết quả được ghi là đo vào một ngày chưa tới." => "A result is said to be of a day that has not come yet.",
    why "Có lẽ năm bị ghi nhầm; người đọc sẽ không tin con số." => "The year may be wrong, and nobody would believe the number.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
        "-- content/data/results.yaml --",
        "- {target: ke-hoach:i.a:2025:can-bo, as_of: 2099-12-31, value: 82, evidence: Báo cáo số 1, reporter: so-a}",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
        "-- content/data/results.yaml --",
        "- {target: ke-hoach:i.a:2025:can-bo, as_of: 2025-12-31, value: 82, evidence: Báo cáo số 1, reporter: so-a}",
    ],
);

/// The `date` at `span`.
pub fn measured_ahead(span: Span, date: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span)
        .with("date", date)
        .about("as_of")
}
