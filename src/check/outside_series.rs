//! An event of a series that takes place in another year than the one it belongs to.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "outside-series", Warning,
    "sự kiện thuộc {series} năm {year} nhưng diễn ra năm {actual}" => "the event belongs to {series} of {year} but takes place in {actual}",
    help "sửa ngày, hoặc sửa năm của chuỗi" => "correct the date, or the year of the series",
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
        if let (Some(series), Some(start)) = (&event.series, &event.start)
            && let Some(year) = series.year.filter(|year| *year != start.date.year())
        {
            faults.push(
                Diagnostic::new(&RULE, start.span)
                    .with("series", series.name.clone())
                    .with("year", year.to_string())
                    .with("actual", start.date.year().to_string())
                    .about("series"),
            );
        }
    }
}
