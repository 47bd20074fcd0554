//! Two sessions of one event with one id: calendars would take them for one.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::source::Span;

rule!(
    "session-twice", Error,
    "hai phiên của sự kiện có cùng mã “{id}”" => "two sessions of the event have the id “{id}”",
    help "đặt mã khác nhau; mã đã công bố thì giữ cho phiên cũ" => "give them different ids; what is published keeps its own",
    what "Hai phiên của một sự kiện có cùng mã." => "Two sessions of one event have the same id.",
    why "Lịch trên điện thoại nhận ra phiên bằng mã, nên sẽ chỉ giữ một phiên." => "Calendars know a session by its id and would keep only one.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,session,session_id",
        "lop,Lớp,Lớp học,12/10/2027,Lớp học,buoi-1",
        "lop,,,13/10/2027,Lớp học,buoi-1",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,session,session_id",
        "lop,Lớp,Lớp học,12/10/2027,Lớp học,buoi-1",
        "lop,,,13/10/2027,Lớp học,buoi-2",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let mut known: BTreeMap<&str, Span> = BTreeMap::new();
        for id in event
            .sessions
            .iter()
            .filter_map(|session| session.id.as_ref())
        {
            if let Some(first) = known.insert(id.as_str(), id.span) {
                let words = Words {
                    vi: "phiên kia ghi ở đây",
                    en: "the other has it here",
                };
                faults.push(
                    Diagnostic::new(&RULE, id.span)
                        .with("id", id.value.clone())
                        .about("id")
                        .related(first, words),
                );
            }
        }
    }
}
