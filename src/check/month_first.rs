//! Two sessions of one event whose days are each other's with day and month exchanged: one of them was written with the month first.

use super::outside_series::starts;
use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "month-first", Warning,
    "ngày {date} và ngày {other} của cùng sự kiện chỉ đổi chỗ ngày với tháng" => "{date} and {other} of one event differ only in the order of day and month",
    help "một trong hai có thể ghi tháng trước ngày: xem lại cả hai, ngày luôn đứng trước tháng" => "one of them may have its month first: look at both; the day comes first",
    what "Hai phiên của một sự kiện có ngày chỉ khác nhau ở thứ tự ngày và tháng." => "Two sessions of one event have days that differ only in the order of day and month.",
    why "Bảng tính đặt theo kiểu Mỹ ghi tháng trước ngày: một phiên sẽ nằm sai tháng." => "A spreadsheet set to English writes the month first: one session would stand in a wrong month.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,session",
        "lop,Lớp,Lớp học,12/10/2027,Buổi một",
        "lop,,,10/12/2027,Buổi hai",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,session",
        "lop,Lớp,Lớp học,12/10/2027,Buổi một",
        "lop,,,13/10/2027,Buổi hai",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let starts = starts(event);
        for (at, start) in starts.iter().enumerate() {
            let swapped = start
                .date
                .swapped()
                .filter(|swapped| *swapped != start.date);
            let mut before = starts[..at].iter();
            if let Some(other) = before.find(|other| Some(other.date) == swapped) {
                let words = Words {
                    vi: "ngày kia ghi ở đây",
                    en: "the other is written here",
                };
                faults.push(
                    Diagnostic::new(&RULE, start.span)
                        .with("date", start.date.short())
                        .with("other", other.date.short())
                        .about("start")
                        .related(other.span, words),
                );
            }
        }
    }
}
