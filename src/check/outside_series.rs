//! An event of a series that takes place in another year than the one it belongs to.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "outside-series", Warning,
    "sự kiện thuộc {series} năm {year} nhưng diễn ra năm {actual}" => "the event belongs to {series} of {year} but takes place in {actual}",
    help "sửa ngày, hoặc sửa năm của chuỗi" => "correct the date, or the year of the series",
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
