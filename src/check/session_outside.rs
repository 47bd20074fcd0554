//! A session on a day that its event does not have: lists would show the event on other days than its programme.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "session-outside", Warning,
    "phiên ngày {date} nằm ngoài những ngày của sự kiện, {start} đến {end}" => "the session on {date} lies outside the days of its event, {start} to {end}",
    help "sửa ngày của phiên, hoặc sửa start, end của sự kiện cho bao trùm các phiên" => "correct the day of the session, or let start and end of the event cover its sessions",
    what "Một phiên diễn ra vào ngày mà sự kiện không có." => "A session takes place on a day that its event does not have.",
    why "Danh sách và lịch sẽ ghi sự kiện ở ngày khác với chương trình." => "Lists and calendars would show the event on other days than its programme.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "title: Ngày hội",
        "description: Một ngày học",
        "start: 2026-12-10",
        "sessions: [{title: Khai mạc, start: 2026-12-20T08:00}]",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "title: Ngày hội",
        "description: Một ngày học",
        "start: 2026-12-10",
        "sessions: [{title: Khai mạc, start: 2026-12-10T08:00}]",
        "---",
    ],
    at "chữ “start”" => "the word “start”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        if let Kind::Event(event) = &document.kind {
            outside(event, faults);
        }
    }
}

fn outside(event: &Event, faults: &mut Vec<Diagnostic>) {
    let Some(start) = &event.start else {
        return;
    };
    let end = event.end.as_ref().unwrap_or(start).date.max(start.date);
    let words = Words {
        vi: "sự kiện bắt đầu ở đây",
        en: "the event starts here",
    };
    let starts = event.sessions.iter().filter(|session| {
        // What is called off may have been on any day.
        !event
            .status_of(Some(session))
            .is_some_and(|status| status.is_off())
    });
    let starts = starts.filter_map(|session| session.start.as_ref());
    let wrong = starts.filter(|own| own.date < start.date || own.date > end);
    faults.extend(wrong.map(|own| {
        Diagnostic::new(&RULE, own.span)
            .with("date", own.date.short())
            .with("start", start.date.short())
            .with("end", end.short())
            .about("start")
            .related(start.span, words)
    }));
}
