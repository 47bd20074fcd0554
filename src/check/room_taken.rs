//! Two sessions in one room at the same time.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Words};
use crate::document::Document;
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Venue};
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;
use crate::text::dates::Moment;
use crate::text::words::words;

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

/// A session with its hours. One whose end is not told lasts beyond its beginning at least.
struct Slot<'s> {
    venue: &'s str,
    start: &'s Spanned<Moment>,
    end: Moment,
}

/// A room: its name, address and place, whether people write them in small or capital letters, "hóa" or "hoá".
type Room = [String; 3];

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut rooms: BTreeMap<Room, Vec<Slot>> = BTreeMap::new();
    for document in &site.documents {
        if let Kind::Event(event) = &document.kind {
            slots(document, event, &mut rooms);
        }
    }
    for mut slots in rooms.into_values() {
        slots.sort_by_key(|slot| (slot.start.value, slot.end));
        let mut last: Option<Slot> = None;
        for slot in slots {
            if let Some(before) = last.take() {
                if slot.start.value < before.end || slot.start.value == before.start.value {
                    let words = Words {
                        vi: "việc kia ở đây",
                        en: "the other is here",
                    };
                    faults.push(
                        Diagnostic::new(&RULE, slot.start.span)
                            .with("venue", slot.venue)
                            .with("start", slot.start.short())
                            .about("venue")
                            .related(before.start.span, words),
                    );
                }
                // The one that lasts longer is what the next may meet.
                if before.end > slot.end {
                    last = Some(before);
                    continue;
                }
            }
            last = Some(slot);
        }
    }
}

/// What takes a room at known hours; what is called off takes none.
fn slots<'s>(document: &'s Document, event: &'s Event, rooms: &mut BTreeMap<Room, Vec<Slot<'s>>>) {
    let takes_none = |session| {
        let status = event.status_of(session);
        status.is_some_and(|status| status.is_off() || status == EventStatus::Online)
    };
    let mut take =
        |venue: &'s Venue, start: &'s Option<Spanned<Moment>>, end: &'s Option<Spanned<Moment>>| {
            let Some(start) = start.as_ref().filter(|start| start.time.is_some()) else {
                return;
            };
            let end = end.as_ref().filter(|end| end.time.is_some());
            let rooms = rooms.entry(room(document, venue)).or_default();
            rooms.push(Slot {
                venue: &venue.name,
                start,
                end: end.map_or(start.value, |end| end.value),
            });
        };
    if event.sessions.is_empty() && !takes_none(None) {
        for venue in event.venues.iter().filter(|venue| !venue.connected) {
            take(venue, &event.start, &event.end);
        }
    }
    for session in event
        .sessions
        .iter()
        .filter(|session| !takes_none(Some(*session)))
    {
        if let Some(venue) = event.venue_of(session) {
            take(venue, &session.start, &session.end);
        }
    }
}

fn room(document: &Document, venue: &Venue) -> Room {
    let plain = |text: &str| -> String {
        let words: Vec<String> = words(text).into_iter().map(|word| word.marked).collect();
        words.join(" ")
    };
    // The only place of an event is that of its rooms.
    let place = match document.meta.places.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let place = venue.place.as_ref().or(place);
    let address = venue.address.as_deref().unwrap_or_default();
    [
        plain(&venue.name),
        plain(address),
        place.map_or_else(String::new, |place| place.value.clone()),
    ]
}
