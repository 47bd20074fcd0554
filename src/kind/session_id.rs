//! What tells the sessions of an event from each other, for calendars and tables: never the order of rows nor, as far as they can be told
//! apart otherwise, their times, so that a session is the same when it moves.

use super::event::{Event, Session};
use crate::text::slug::slug;

/// What tells the sessions of an event called `title` from each other and from the event: the id that they are given, else their name;
/// of several with one name also the place and the room, and only then the hour. A session without a name of its own is the event.
pub fn parts(event: &Event, title: &str) -> Vec<String> {
    let keys: Vec<[String; 3]> = event
        .sessions
        .iter()
        .map(|session| keys(event, session, title))
        .collect();
    let part = |at: usize| {
        let own = &keys[at];
        let is_alone = |level: &usize| {
            keys.iter()
                .filter(|other| other[*level] == own[*level])
                .count()
                == 1
        };
        let level = (0..own.len()).find(is_alone);
        level.map_or_else(
            || {
                // Nothing tells them apart but which stands first.
                let before = keys[..at].iter().filter(|other| *other == own).count();
                format!("{}~{}", own[2], before + 1)
            },
            |level| own[level].clone(),
        )
    };
    (0..keys.len()).map(part).collect()
}

/// The marks between the parts can stand in no slug, so that no two keys are alike by chance.
fn keys(event: &Event, session: &Session, title: &str) -> [String; 3] {
    if let Some(id) = &session.id {
        let id = format!("#~{}", slug(id));
        return [id.clone(), id.clone(), id];
    }
    let own = Some(session.title.as_str()).filter(|own| *own != title);
    let name = own.map_or_else(String::new, |own| format!("#{}", slug(own)));
    let place = session.place.as_ref().map_or("", |place| place.as_str());
    let venue = event.venue_of(session).map_or("", |venue| &venue.name);
    let room = format!("{name}~{}~{}", slug(place), slug(venue));
    let start = session.start.as_ref().map(|start| start.iso());
    let hour = format!("{room}~{}", start.unwrap_or_default());
    [name, room, hour]
}
