//! An event that lies weeks away from the yearly day of its series: mostly a slip, or a month written before its day.

use std::collections::BTreeMap;

use super::outside_series::starts;
use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::text::dates::{Date, DayMonth};

rule!(
    "far-from-series", Warning,
    "sự kiện thuộc {series}, hằng năm vào ngày {day}, nhưng diễn ra ngày {date}" => "the event belongs to {series}, every year on {day}, but takes place on {date}",
    help "có phải tháng bị ghi trước ngày? nếu phải, viết {swapped}; nếu không thuộc chuỗi này, bỏ series" => "does the month stand first? then write {swapped}; if it is not of this series, take the series out",
    help "sửa ngày; nếu không thuộc chuỗi này, bỏ series" => "correct the date; if it is not of this series, take the series out",
    what "Sự kiện cách ngày hằng năm của chuỗi từ bốn tuần trở lên." => "An event lies four weeks or more away from the yearly day of its series.",
    why "Thường là gõ nhầm, hoặc tháng bị ghi trước ngày: cả xã sẽ tới sai ngày." => "Mostly a slip, or a month before its day: people would come on a wrong day.",
    wrong [
        "-- content/su-kien/hang-nam.md --",
        "---",
        "series: {id: ngay-10-10, name: Ngày 10/10}",
        "rule: {printed: hằng năm, yearly: 10/10}",
        "---",
        "-- content/data/events.csv --",
        "event,title,description,series,date",
        "hoi,Ngày hội,Một ngày học,ngay-10-10,10/12/2026",
    ],
    right [
        "-- content/su-kien/hang-nam.md --",
        "---",
        "series: {id: ngay-10-10, name: Ngày 10/10}",
        "rule: {printed: hằng năm, yearly: 10/10}",
        "---",
        "-- content/data/events.csv --",
        "event,title,description,series,date",
        "hoi,Ngày hội,Một ngày học,ngay-10-10,12/10/2027",
    ],
);

/// How many days before and after its day a series reaches: four weeks less a day, so that 09/10 written as 10/09 is seen.
const REACH: i32 = 27;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let days = yearly_days(site);
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let Some((series, day)) = event.series.as_ref().and_then(|series| {
            let day = days.get(series.id.as_str())?;
            Some((series, *day))
        }) else {
            continue;
        };
        for start in starts(event)
            .into_iter()
            .filter(|start| away(day, start.date) > REACH)
        {
            let swapped = start
                .date
                .swapped()
                .filter(|swapped| away(day, *swapped) <= REACH);
            let (of_month, month) = day.parts();
            faults.push(
                Diagnostic::new(&RULE, start.span)
                    .with("series", site.series_name(series))
                    .with("day", format!("{of_month:02}/{month:02}"))
                    .with("date", start.date.short())
                    .with_some("swapped", swapped.map(Date::short))
                    .about("series"),
            );
        }
    }
}

/// The day of each series that comes every year.
fn yearly_days(site: &Site) -> BTreeMap<&str, DayMonth> {
    let events = site
        .documents
        .iter()
        .filter_map(|document| match &document.kind {
            Kind::Event(event) => Some(event),
            _ => None,
        });
    let days = events.filter_map(|event| {
        let day = event.rule.as_ref()?.yearly?;
        Some((event.series.as_ref()?.id.as_str(), day))
    });
    days.collect()
}

/// How many days lie between `date` and the nearest of the yearly days.
fn away(day: DayMonth, date: Date) -> i32 {
    let years = date.year() - 1..=date.year() + 1;
    let days = years.filter_map(|year| day.in_year(year));
    let away = days.map(|day| day.days_until(date).abs());
    away.min().unwrap_or_default()
}
