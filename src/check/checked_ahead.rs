//! A help point that was looked at, or a page that was reviewed, on a day that is still to come. It depends on the clock, so it is a note and never refuses a build.

use crate::diag::{Diagnostic, Rule, Words};
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::{DocId, Site};
use crate::text::dates::Date;

rule!(
    "checked-ahead", Note,
    "ngày kiểm tra {date} chưa tới" => "the day of the check, {date}, has not come yet",
    help "ghi ngày đã kiểm tra thật" => "write the day on which it was checked",
    what "Ngày kiểm tra một nơi hỗ trợ, hay ngày rà soát một trang, còn ở phía trước." => "A help point was looked at, or a page reviewed, on a day that is still to come.",
    why "Người đọc tưởng thông tin đã được kiểm tra. Đây chỉ là lưu ý, vì nó tùy thuộc hôm nay là ngày nào." => "Readers would take it for checked. Only a note, because it depends on the day.",
    wrong [
        "-- content/data/points.csv --",
        "kind,name,place,checked_on",
        "wifi,Bưu điện xã,vinh-long,01/12/2027",
    ],
    right [
        "-- content/data/points.csv --",
        "kind,name,place,checked_on",
        "wifi,Bưu điện xã,vinh-long,01/10/2026",
    ],
);

static REVIEW: Rule = Rule {
    message: Words {
        vi: "ngày rà soát {date} chưa tới",
        en: "the day of the review, {date}, has not come yet",
    },
    help: &[Words {
        vi: "ghi ngày cơ quan đã rà soát thật",
        en: "write the day on which it was reviewed",
    }],
    ..RULE
};

/// Pages that were reviewed on a day that is still to come.
pub(super) fn of_reviews(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    let days = docs
        .iter()
        .filter_map(|&doc| site.documents[doc].meta.reviewed_on.as_ref());
    tell(site, &REVIEW, "reviewed_on", days, faults);
}

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let rows = site
        .data
        .points
        .iter()
        .filter_map(|point| point.checked_on.as_ref());
    let places = site
        .documents
        .iter()
        .filter_map(|document| match &document.kind {
            Kind::Place(place) => Some(&place.help),
            _ => None,
        });
    let places = places
        .flatten()
        .filter_map(|point| point.checked_on.as_ref());
    tell(site, &RULE, "checked_on", rows.chain(places), faults);
}

fn tell<'d>(
    site: &Site,
    rule: &'static Rule,
    key: &str,
    days: impl Iterator<Item = &'d Spanned<Date>>,
    faults: &mut Vec<Diagnostic>,
) {
    let ahead = days.filter(|day| day.value > site.view.now);
    faults.extend(ahead.map(|day| {
        Diagnostic::new(rule, day.span)
            .with("date", day.short())
            .about(key)
    }));
}
