//! Two sessions in one room at the same time.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Venue};
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;
use crate::text::dates::Moment;

rule!(
    "room-taken", Warning,
    "“{venue}” có hai việc cùng lúc, lúc {start}" => "“{venue}” has two sessions at once, at {start}",
    help "đổi giờ hoặc địa điểm một bên; nếu là hai phòng, ghi rõ tên phòng ở cột venue" => "move one of them; if these are two rooms, name the room in the venue",
    what "Hai phiên cùng lúc ở cùng một phòng." => "Two sessions take place in one room at the same time.",
    why "Người tới sẽ không có chỗ hoặc vào nhầm phiên." => "People would find no seat, or sit in the wrong session.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,from,to,venue",
        "lop-a,Lớp A,Lớp học,10/12/2026,08:00,09:00,Nhà văn hóa",
        "lop-b,Lớp B,Lớp học,10/12/2026,08:30,10:00,Nhà văn hóa",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,from,to,venue",
        "lop-a,Lớp A,Lớp học,10/12/2026,08:00,09:00,Nhà văn hóa",
        "lop-b,Lớp B,Lớp học,10/12/2026,09:00,10:00,Nhà văn hóa",
    ],
    at "chữ “venue”" => "the word “venue”",
);

/// A session with its hours.
struct Slot<'s> {
    start: &'s Spanned<Moment>,
    end: &'s Spanned<Moment>,
}

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut rooms: BTreeMap<[&str; 3], Vec<Slot>> = BTreeMap::new();
    for document in &site.documents {
        if let Kind::Event(event) = &document.kind {
            slots(event, &mut rooms);
        }
    }
    for ([venue, ..], mut slots) in rooms {
        slots.sort_by_key(|slot| (slot.start.value, slot.end.value));
        let mut last: Option<Slot> = None;
        for slot in slots {
            if let Some(before) = last.take() {
                if slot.start.value < before.end.value {
                    let words = Words {
                        vi: "việc kia ở đây",
                        en: "the other is here",
                    };
                    faults.push(
                        Diagnostic::new(&RULE, slot.start.span)
                            .with("venue", venue)
                            .with("start", slot.start.iso())
                            .about("venue")
                            .related(before.start.span, words),
                    );
                }
                // The one that lasts longer is what the next may meet.
                if before.end.value > slot.end.value {
                    last = Some(before);
                    continue;
                }
            }
            last = Some(slot);
        }
    }
}

/// What takes a room at known hours; what is called off takes none.
fn slots<'s>(event: &'s Event, rooms: &mut BTreeMap<[&'s str; 3], Vec<Slot<'s>>>) {
    let off = |status: Option<EventStatus>| {
        matches!(
            status,
            Some(EventStatus::Cancelled | EventStatus::Postponed | EventStatus::Online)
        )
    };
    let mut take =
        |venue: &'s Venue, start: &'s Option<Spanned<Moment>>, end: &'s Option<Spanned<Moment>>| {
            if let (Some(start), Some(end)) = (start, end)
                && start.time.is_some()
                && end.time.is_some()
            {
                let place = venue.place.as_ref().map_or("", |place| place.as_str());
                let address = venue.address.as_deref().unwrap_or_default();
                let room = [venue.name.as_str(), address, place];
                rooms.entry(room).or_default().push(Slot { start, end });
            }
        };
    if off(event.status) {
        return;
    }
    if event.sessions.is_empty() {
        for venue in event.venues.iter().filter(|venue| !venue.connected) {
            take(venue, &event.start, &event.end);
        }
    }
    for session in event.sessions.iter().filter(|session| !off(session.status)) {
        let mut venues = event.venues.iter();
        if let Some(venue) = venues.find(|venue| venue.id.is_some() && venue.id == session.venue) {
            take(venue, &session.start, &session.end);
        }
    }
}
