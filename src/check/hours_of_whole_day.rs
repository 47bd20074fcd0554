//! An event or a session that is said to last all day and has an hour: one of the two is wrong.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "hours-of-whole-day", Warning,
    "ghi là cả ngày mà lại có giờ ({start})" => "it is said to last all day and has an hour ({start})",
    help "bỏ all_day nếu có giờ; nếu cả ngày thì chỉ ghi ngày" => "take out all_day if it has hours; if it lasts all day, write the day alone",
    what "Sự kiện hoặc phiên ghi là cả ngày nhưng có giờ bắt đầu." => "An event or a session is said to last all day and has an hour.",
    why "Trang và lịch ghi theo giờ, nên chữ “cả ngày” mất mà không ai hay." => "Pages and calendars go by the hour, so that the whole day is lost without a word.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,from,all_day",
        "hoi,Ngày hội,Một ngày học,10/10/2027,07:30,true",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,from,all_day",
        "hoi,Ngày hội,Một ngày học,10/10/2027,,true",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        // The sessions of a table are its rows, and the event has what all of them say.
        let whole = event.all_day && event.sessions.is_empty();
        let own = event.start.iter().filter(|_| whole);
        let sessions = event.sessions.iter().filter(|session| session.all_day);
        let starts = own.chain(sessions.filter_map(|session| session.start.as_ref()));
        let wrong = starts.filter(|start| start.time.is_some());
        faults.extend(wrong.map(|start| {
            Diagnostic::new(&RULE, start.span)
                .with("start", start.short())
                .about("all_day")
        }));
    }
}
