//! Where and when events are held: each session stands at its own place only.

use super::{DocId, Site};
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Series, Session};
use crate::record::Spanned;
use crate::text::dates::{Clock, Date, Moment};

/// What is held of an event at one place, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// When the first of it begins.
    pub start: Option<Moment>,
    /// When the last of it ends.
    pub end: Option<Moment>,
    /// How all of it stands; that of the whole event when it stands differently.
    pub status: Option<EventStatus>,
    /// Its days, when it has sessions on several: a class that meets every week is no event of a month, and hours of the first day and of
    /// the last are no span. Else empty.
    pub days: Vec<Date>,
    /// The hours that it has on each of these days, when they are everywhere the same.
    pub hours: Option<(Clock, Option<Clock>)>,
}

/// Of more days than these none is named.
const MOST_DAYS: usize = 366;

impl Part {
    /// The whole of an event.
    pub fn whole(event: &Event) -> Self {
        let start = event.start.as_ref().map(|start| start.value);
        let end = event.end.as_ref().map(|end| end.value);
        let sessions: Vec<&Session> = event.sessions.iter().collect();
        let sessions = held(event, &sessions);
        let days = session_days(&sessions, start, end);
        Self {
            start,
            end,
            status: event.status_of(None),
            hours: common_hours(&sessions).filter(|_| !days.is_empty()),
            days,
        }
    }

    /// Whether anything of it is held on `day`.
    pub fn is_on(&self, day: Date) -> bool {
        let Some(first) = self.start else {
            return false;
        };
        let last = self.end.unwrap_or(first);
        (first.date..=last.date).contains(&day)
            && (self.days.is_empty() || self.days.contains(&day))
    }

    fn of(event: &Event, all: &[&Session]) -> Self {
        let sessions = held(event, all);
        let starts = sessions.iter().filter_map(|session| session.start.as_ref());
        let Some(start) = starts.map(|start| start.value).min() else {
            return Self::whole(event);
        };
        let ends = sessions.iter().filter_map(|session| {
            let end = session.end.as_ref();
            let moment = end.or(session.start.as_ref())?.value;
            // The hour at which the last only begins is no end.
            Some((moment, end.is_some()))
        });
        let end = ends.max().map(|(end, known)| {
            if known {
                end
            } else {
                Moment::on(end.date, None)
            }
        });
        let end = end.filter(|end| end.time.is_some() && *end != start || end.date > start.date);
        let mut statuses = sessions
            .iter()
            .map(|session| event.status_of(Some(session)));
        let status = statuses.next().flatten();
        let same = statuses.all(|other| other == status);
        let days = session_days(&sessions, Some(start), end);
        Self {
            start: Some(start),
            end,
            status: if same { status } else { event.status_of(None) },
            hours: common_hours(&sessions).filter(|_| !days.is_empty()),
            days,
        }
    }
}

/// Those of `all` that are held and have a day, when any has; a day that is left out does not make an event longer.
fn held<'s>(event: &Event, all: &[&'s Session]) -> Vec<&'s Session> {
    let is_held = |session: &&&Session| {
        let status = event.status_of(Some(session));
        session.start.is_some() && !status.is_some_and(EventStatus::is_off)
    };
    let held: Vec<&Session> = all.iter().filter(is_held).copied().collect();
    if held.is_empty() { all.to_vec() } else { held }
}

/// The days of `sessions`, when they are several and reach from `start` to `end`.
fn session_days(sessions: &[&Session], start: Option<Moment>, end: Option<Moment>) -> Vec<Date> {
    let spans = sessions.iter().filter_map(|session| {
        let start = session.start.as_ref()?.date;
        let end = session.end.as_ref().map_or(start, |end| end.date);
        Some((start, end.max(start)))
    });
    let each = spans.flat_map(|(first, last)| {
        std::iter::successors(Some(first), |day| day.tomorrow()).take_while(move |day| *day <= last)
    });
    let mut days: Vec<Date> = each.take(MOST_DAYS + 1).collect();
    days.sort_unstable();
    days.dedup();
    let first = start.map(|start| start.date);
    let last = end.map(|end| end.date);
    let whole = days.first().copied() == first && days.last().copied() == last;
    if !whole || sessions.len() < 2 || !(2..=MOST_DAYS).contains(&days.len()) {
        days.clear();
    }
    days
}

/// From when to when each of `sessions` lasts within its day, when all have the same hours.
fn common_hours(sessions: &[&Session]) -> Option<(Clock, Option<Clock>)> {
    let hours = |session: &Session| {
        let start = session.start.as_ref()?;
        let end = session.end.as_ref().filter(|end| end.date == start.date);
        Some((start.hour()?, end.and_then(|end| end.hour())))
    };
    let first = hours(sessions.first()?)?;
    let mut all = sessions.iter().map(|session| hours(session));
    all.all(|other| other == Some(first)).then_some(first)
}

impl Site {
    /// The sessions of an event that are held at `place`. Nothing instead of a session stands for the event itself, when it has no
    /// sessions or none of them is held where the event says that it is.
    pub fn held_at(&self, doc: DocId, place: DocId) -> Vec<Option<&Session>> {
        let document = &self.documents[doc];
        let Kind::Event(event) = &document.kind else {
            return Vec::new();
        };
        let id = self.documents[place].id();
        let is_here = |places: Vec<&Spanned<String>>| places.iter().any(|known| known.value == id);
        let sessions = event.sessions.iter();
        let here = sessions.filter(|session| is_here(self.places_of(doc, event, Some(session))));
        let here: Vec<Option<&Session>> = here.map(Some).collect();
        let own = here.is_empty() && is_here(document.meta.places.iter().collect());
        let alone = event.sessions.is_empty() && is_here(self.places_of(doc, event, None));
        if own || alone { vec![None] } else { here }
    }

    /// The places of a session: its own, else that of its venue, else those of its event; of an event, its own and those of its venues.
    pub fn places_of<'s>(
        &'s self,
        doc: DocId,
        event: &'s Event,
        session: Option<&'s Session>,
    ) -> Vec<&'s Spanned<String>> {
        let all = self.documents[doc].meta.places.iter();
        let Some(session) = session else {
            let mut places: Vec<&Spanned<String>> = all.collect();
            for place in event.venues.iter().filter_map(|venue| venue.place.as_ref()) {
                if !places.iter().any(|known| known.value == place.value) {
                    places.push(place);
                }
            }
            return places;
        };
        let venue = event
            .venue_of(session)
            .and_then(|venue| venue.place.as_ref());
        match session.place.as_ref().or(venue) {
            Some(place) => vec![place],
            None => all.collect(),
        }
    }

    /// The name of a series: its own, else the one that another event of it gives, else its id.
    pub fn series_name<'s>(&'s self, series: &'s Series) -> &'s str {
        let all = self
            .documents
            .iter()
            .filter_map(|document| match &document.kind {
                Kind::Event(event) => event.series.as_ref(),
                _ => None,
            });
        let mut named = [series]
            .into_iter()
            .chain(all)
            .filter(|other| other.id.value == series.id.value && other.name != other.id.value);
        named.next().map_or(&series.id.value, |named| &named.name)
    }

    /// Whether something of an event is held at a place.
    pub fn is_at(&self, event: DocId, place: DocId) -> bool {
        !self.held_at(event, place).is_empty()
    }

    /// What is held of an event at a place, when anything is.
    pub fn part_at(&self, doc: DocId, place: DocId) -> Option<Part> {
        let Kind::Event(event) = &self.documents[doc].kind else {
            return None;
        };
        let here = self.held_at(doc, place);
        let sessions: Vec<&Session> = here.iter().copied().flatten().collect();
        (!here.is_empty()).then(|| Part::of(event, &sessions))
    }
}
