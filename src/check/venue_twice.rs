//! Two venues of one event with one id: every session that names it would be in the first.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::source::Span;

rule!(
    "venue-twice", Error,
    "hai địa điểm của sự kiện có cùng mã “{id}”" => "two venues of the event have the id “{id}”",
    help "đặt mã khác nhau, rồi xem lại venue của từng phiên" => "give them different ids, and look at the venue of each session",
    what "Hai địa điểm của một sự kiện có cùng mã." => "Two venues of one event have the same id.",
    why "Phiên nào ghi mã ấy cũng bị coi là ở địa điểm thứ nhất." => "Every session that names it would be taken to be in the first.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "venues: [{id: a, name: Nhà văn hóa ấp 1}, {id: a, name: Sân xã}]",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "venues: [{id: a, name: Nhà văn hóa ấp 1}, {id: b, name: Sân xã}]",
        "---",
    ],
    at "chữ “venues”" => "the word “venues”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let mut known: BTreeMap<&str, Span> = BTreeMap::new();
        for id in event.venues.iter().filter_map(|venue| venue.id.as_ref()) {
            // The venues of a table get their ids from their rows, all different.
            if let Some(first) = known.insert(id.as_str(), id.span) {
                let words = Words {
                    vi: "địa điểm kia ghi ở đây",
                    en: "the other has it here",
                };
                faults.push(
                    Diagnostic::new(&RULE, id.span)
                        .with("id", id.value.clone())
                        .about("venues")
                        .related(first, words),
                );
            }
        }
    }
}
