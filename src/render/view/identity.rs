//! Names that outlive what they name: identifiers of calendar entries (RFC 5545, section 3.8.4.7) and of feeds (RFC 4151).
//!
//! They are made of what stands in the sources and of the site's `calendar_id`, never of its title or address, of the order of rows or,
//! as far as sessions can be told apart otherwise, of their times.

use super::View;
use crate::kind::event::{Event, Session};
use crate::route::Route;
use crate::text::slug::slug;

/// The year from which on the names in tags are ours, as a tag must say; nothing that is told is older.
pub(super) const SINCE: i16 = 2026;

impl View<'_> {
    /// The identifier of a calendar's entry.
    pub(super) fn uid(&self, what: &str) -> String {
        format!("{what}@{}", self.authority())
    }

    /// The identifier of a feed or of an entry in it.
    pub(super) fn tag(&self, of: &Route, mark: &str) -> String {
        format!("tag:{},{SINCE}:{}{mark}", self.authority(), of.href())
    }

    fn authority(&self) -> String {
        let id = self.site.config.calendar_id.as_ref();
        id.map_or_else(|| "loa".to_owned(), |id| format!("{}.loa", slug(id)))
    }
}

/// What tells the sessions of an event called `title` from each other and from the event: the id that they are given, else their name;
/// of several with one name also the place and the room, and only then the hour. A session without a name of its own is the event.
pub(super) fn parts(event: &Event, title: &str) -> Vec<String> {
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
