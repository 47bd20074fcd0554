//! An event told for a place that no longer exists on its day: of the event, of a room or of a session.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;
use crate::text::dates::Date;

rule!(
    "place-gone", Warning,
    "{place} không còn là đơn vị hành chính từ sau {end}" => "{place} is no unit any more after {end}",
    help "ghi địa phương kế tục: {successor}" => "name the place that took over: {successor}",
    help "ghi địa phương nơi sự kiện diễn ra" => "name the place where the event is held",
    what "Sự kiện ghi một địa phương không còn là đơn vị hành chính vào ngày đó." => "An event is told for a place that is no unit any more on its day.",
    why "Người dân tìm theo tên mới sẽ không thấy sự kiện." => "Whoever looks for the new name does not find it.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "places: [tra-vinh]",
        "start: 2026-12-10",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "places: [vinh-long]",
        "start: 2026-12-10",
        "---",
    ],
    at "mã địa phương" => "the id of the place",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        // A table names a place in every row; it is told once.
        let mut told: BTreeMap<&str, Diagnostic> = BTreeMap::new();
        for (id, day) in places(document, event) {
            if let Some(fault) = gone(site, id, day) {
                told.entry(id.as_str()).or_insert(fault);
            }
        }
        faults.extend(told.into_values());
    }
}

/// Every place that an event names, with the last day on which something is held there.
fn places<'s>(document: &'s Document, event: &'s Event) -> Vec<(&'s Spanned<String>, Date)> {
    let last = event.end.as_ref().or(event.start.as_ref());
    let last = last.map(|last| last.date);
    let sessions = event.sessions.iter().filter_map(|session| {
        let end = session.end.as_ref().or(session.start.as_ref());
        let day = end.map(|end| end.date).or(last)?;
        let venue = event
            .venue_of(session)
            .and_then(|venue| venue.place.as_ref());
        Some((session.place.as_ref().or(venue)?, day))
    });
    let venues = event.venues.iter().filter_map(|venue| venue.place.as_ref());
    let used = |id: &&Spanned<String>| {
        let mut sessions = event.sessions.iter();
        !sessions.any(|session| {
            session
                .place
                .as_ref()
                .is_some_and(|place| place.value == id.value)
        })
    };
    let whole = document.meta.places.iter().chain(venues).filter(used);
    sessions
        .chain(whole.filter_map(|id| Some((id, last?))))
        .collect()
}

fn gone(site: &Site, id: &Spanned<String>, day: Date) -> Option<Diagnostic> {
    let doc = site.named("place", id)?;
    let Kind::Place(place) = &site.documents[doc].kind else {
        return None;
    };
    let end = place.valid_to.filter(|end| *end < day)?;
    let successor = place.successor.as_ref();
    Some(
        Diagnostic::new(&RULE, id.span)
            .with("place", place.full_name.value.clone())
            .with("end", end.short())
            .with_some("successor", successor.map(|next| next.place.value.clone()))
            .about(id.value.clone()),
    )
}
