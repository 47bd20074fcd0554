//! A confirmed event or session that does not say when, where, or whom to ask.

use crate::diag::{Diagnostic, Words};
use crate::document::Document;
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Format, Session};
use crate::rules::rule;
use crate::site::Site;
use crate::source::Span;

rule!(
    "confirmed-incomplete", Warning,
    "{part} đã xác nhận nhưng chưa có {what}" => "{part} is confirmed but has no {what}",
    help "bổ sung, hoặc để tình trạng là planned" => "add it, or set the status to planned",
    what "Sự kiện ghi là đã xác nhận nhưng thiếu ngày, địa điểm hoặc đầu mối liên hệ." => "A confirmed event lacks its day, its venue or its contact.",
    why "Người muốn tới không biết tới đâu, lúc nào, hỏi ai." => "Whoever wants to come does not know where, when, or whom to ask.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "status: confirmed",
        "venues: [{name: Nhà văn hóa ấp 1}]",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "status: confirmed",
        "venues: [{name: Nhà văn hóa ấp 1}]",
        "contact: {name: Phòng Văn hóa - Xã hội}",
        "---",
    ],
    at "chữ “status”" => "the word “status”",
);

const EVENT: Words = Words {
    vi: "sự kiện",
    en: "the event",
};
const SESSION: Words = Words {
    vi: "phiên",
    en: "the session",
};
const WHEN: Words = Words {
    vi: "ngày",
    en: "date",
};
const PLACE: Words = Words {
    vi: "địa điểm",
    en: "venue",
};
const LINK: Words = Words {
    vi: "đường vào trực tuyến",
    en: "link to join online",
};
const CONTACT: Words = Words {
    vi: "đầu mối liên hệ",
    en: "contact",
};

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        if let Kind::Event(event) = &document.kind {
            let missing = missing(document, event).into_iter();
            faults.extend(missing.map(|(part, what, at)| {
                Diagnostic::new(&RULE, at)
                    .with_words("part", part)
                    .with_words("what", what)
                    .about("status")
            }));
        }
    }
}

/// What is missing of what, and where it is said to be confirmed.
fn missing(document: &Document, event: &Event) -> Vec<(Words, Words, Span)> {
    let confirmed =
        |session: Option<&Session>| event.status_of(session) == Some(EventStatus::Confirmed);
    let mut missing = Vec::new();
    let own = event.status.as_ref().map(|status| status.span);
    let at = own.unwrap_or(document.meta.title.span);
    let sessions = event
        .sessions
        .iter()
        .filter(|session| confirmed(Some(*session)));
    let sessions: Vec<&Session> = sessions.collect();
    if confirmed(None) && event.start.is_none() {
        missing.push((EVENT, WHEN, at));
    }
    let nowhere = event.venues.is_empty() && event.format != Some(Format::Online);
    if confirmed(None) && nowhere {
        missing.push((EVENT, PLACE, at));
    }
    // What is only online is where its link leads.
    let online = |session: Option<&Session>| {
        let format = session.and_then(|session| session.format).or(event.format);
        format == Some(Format::Online) && confirmed(session)
    };
    if event.online_link.is_none()
        && (online(None) || sessions.iter().any(|session| online(Some(*session))))
    {
        let first = sessions.iter().find_map(|session| session.status.as_ref());
        missing.push((
            EVENT,
            LINK,
            own.or(first.map(|status| status.span)).unwrap_or(at),
        ));
    }
    if event.contact.is_none() && (confirmed(None) || !sessions.is_empty()) {
        let first = sessions.iter().find_map(|session| session.status.as_ref());
        let at = own.or(first.map(|status| status.span)).unwrap_or(at);
        missing.push((EVENT, CONTACT, at));
    }
    for session in sessions {
        let at = session.status.as_ref().map_or(at, |status| status.span);
        if session.start.is_none() && event.start.is_some() {
            missing.push((SESSION, WHEN, at));
        }
        let online = session.format.or(event.format) == Some(Format::Online);
        // An event without any room is told once.
        let told = confirmed(None) && nowhere;
        if event.venue_of(session).is_none() && !online && !told {
            missing.push((SESSION, PLACE, at));
        }
    }
    missing
}
