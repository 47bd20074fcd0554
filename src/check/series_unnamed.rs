//! A series that no event gives a name: its programme would be called by its id.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::EventRow;
use crate::record::Record as _;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "series-unnamed", Warning,
    "chuỗi “{id}” chưa có tên, nên trang chương trình mang tên mã" => "the series “{id}” has no name, so its programme is called by its id",
    help "ghi series_name ở một dòng, ví dụ Ngày hội toàn dân học tập số" => "write series_name in one row, such as Digital Learning Day",
    what "Chưa sự kiện nào của chuỗi cho biết tên chuỗi." => "No event of a series gives its name.",
    why "Trang chương trình và tờ in sẽ mang tên mã, như “ngay-10-10 2027”." => "The page and the printed sheet would be called by the id, such as “ngay-10-10 2027”.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,series,date",
        "hoi,Ngày hội,Một ngày học,ngay-10-10,10/10/2027",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,series,series_name,date",
        "hoi,Ngày hội,Một ngày học,ngay-10-10,Ngày hội học tập số,10/10/2027",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let row = || site.data.first_row(document.file);
        let is_mistyped = || row().is_some_and(|row| row.mistypes("series_name", EventRow::FIELDS));
        if let Some(series) = &event.series
            && site.series_name(series) == series.id.value
            && !is_mistyped()
            && told.insert(&series.id.value)
        {
            faults.push(
                Diagnostic::new(&RULE, series.id.span)
                    .with("id", series.id.value.clone())
                    .about("series"),
            );
        }
    }
}
