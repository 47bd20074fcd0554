//! An event of a series, or a session of one, that takes place in another year than the one it belongs to.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;
use crate::text::dates::Moment;

rule!(
    "outside-series", Warning,
    "sự kiện thuộc {series} năm {year} nhưng diễn ra năm {actual}" => "the event belongs to {series} of {year} but takes place in {actual}",
    help "sửa ngày, hoặc sửa năm của chuỗi; trong bảng, việc của năm khác cần một mã event khác" => "correct the date, or the year of the series; in a table what belongs to another year needs another id in the column event",
    what "Sự kiện thuộc chuỗi của năm này nhưng diễn ra năm khác." => "An event of a series takes place in another year than the one it belongs to.",
    why "Trang của năm sẽ liệt kê một sự kiện không phải của năm đó." => "The page of the year would list an event of another.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "series: {id: ngay-10-10, name: Ngày 10/10, year: 2025}",
        "start: 2026-12-10",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "series: {id: ngay-10-10, name: Ngày 10/10, year: 2026}",
        "start: 2026-12-10",
        "---",
    ],
    at "chữ “series”" => "the word “series”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let Some(series) = &event.series else {
            continue;
        };
        // The earliest row of a table says which year its event belongs to.
        for start in starts(event) {
            let actual = start.date.year();
            if let Some(year) = series.year.filter(|year| *year != actual) {
                faults.push(
                    Diagnostic::new(&RULE, start.span)
                        .with("series", site.series_name(series))
                        .with("year", year.to_string())
                        .with("actual", actual.to_string())
                        .about("series"),
                );
            }
        }
    }
}

/// Where an event and its sessions begin, each place in the sources once.
pub(super) fn starts(event: &Event) -> Vec<&Spanned<Moment>> {
    let sessions = event
        .sessions
        .iter()
        .filter_map(|session| session.start.as_ref());
    let mut starts: Vec<&Spanned<Moment>> = Vec::new();
    for start in event.start.iter().chain(sessions) {
        if !starts.iter().any(|known| known.span == start.span) {
            starts.push(start);
        }
    }
    starts
}
