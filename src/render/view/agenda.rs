//! Events by their time: what is coming, now and past on the day of the build, in an order that a page can keep on later days.

use std::collections::BTreeSet;

use tera::{Map, Value, value::Key};

use super::View;
use super::value::{object, value};
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus};
use crate::plan::{Facet, Programme};
use crate::route::Route;
use crate::site::{DocId, Part, Site};
use crate::text::dates::{Date, DayMonth, Moment};

/// How many of the days to come a yearly rule is shown with; a page that nobody builds anew stays right as long.
const YEARS_AHEAD: usize = 5;
/// Of how many years a picture is drawn.
const PICTURES: usize = 3;

impl View<'_> {
    /// The events of a list by their time, and the yearly day they belong to; nothing when there are none.
    pub(super) fn agenda(&self, docs: &[DocId]) -> Value {
        let parts = docs.iter().filter_map(|&doc| {
            let part = Part::whole(event_of(self.site, doc)?);
            Some((doc, part, self.summaries[doc].clone()))
        });
        self.agenda_of(&parts.collect::<Vec<_>>(), None)
    }

    /// What is held at a place, each event with what of it is held there.
    ///
    /// `until` is the last year for which its days are spoken of; nothing for a day that does not depend on a plan.
    pub(super) fn agenda_at(&self, place: DocId, docs: &[DocId], until: Option<i16>) -> Value {
        let parts = docs
            .iter()
            .filter_map(|&doc| Some((doc, self.site.part_at(doc, place)?)));
        let mut parts: Vec<(DocId, Part)> = parts.collect();
        // The day here may be another than that of the whole.
        parts.sort_by_key(|(doc, part)| {
            (
                part.start.map(|start| start.date),
                part.start,
                self.ranks[*doc],
            )
        });
        let parts = parts.into_iter().enumerate().map(|(rank, (doc, part))| {
            let mut summary = self.summaries[doc].as_map().cloned().unwrap_or_default();
            let mut facts = summary[&Key::from("facts")]
                .as_map()
                .cloned()
                .unwrap_or_default();
            facts.extend(facts_of(&part, rank, self.site.view.now));
            summary.insert("facts".into(), facts.into());
            (doc, part, summary.into())
        });
        self.agenda_of(&parts.collect::<Vec<_>>(), until)
    }

    fn agenda_of(&self, parts: &[(DocId, Part, Value)], until: Option<i16>) -> Value {
        let now = self.site.view.now;
        if parts.is_empty() {
            return Value::none();
        }
        let of = |wanted: &str| -> Value {
            let here = parts
                .iter()
                .filter(|(_, part, _)| state(part, now) == wanted);
            let mut here: Vec<&(DocId, Part, Value)> = here.collect();
            here.sort_by_key(|(doc, part, _)| {
                (part.start.map(|start| start.date), self.ranks[*doc])
            });
            if wanted == "past" {
                here.reverse();
            }
            let here = here.into_iter().map(|(.., shown)| shown.clone());
            here.collect::<Vec<_>>().into()
        };
        let events: Vec<(DocId, &Event)> = parts
            .iter()
            .filter_map(|(doc, ..)| Some((*doc, event_of(self.site, *doc)?)))
            .collect();
        let calendar = self.calendar_path(&Route::events());
        let yearly = events.iter().find(|(_, event)| yearly(event).is_some());
        let nexts = yearly.map(|(doc, _)| nexts(self.site, *doc, &[], until));
        object([
            ("nexts", nexts.unwrap_or_default().into()),
            (
                "dated",
                parts.iter().any(|(_, part, _)| part.start.is_some()).into(),
            ),
            ("coming", of("coming")),
            ("now", of("now")),
            ("past", of("past")),
            ("recurring", of("undated")),
            ("years", years(&events)),
            ("programmes", self.programmes_of(&events)),
            // The feed of changes stands beside the calendar of all events.
            ("calendar", calendar.clone().into()),
            (
                "changes",
                calendar.map(|_| Route::changes().to_string()).into(),
            ),
            ("as_of", now.iso().into()),
        ])
    }

    /// The whole programmes of the series to which events belong, the latest first.
    fn programmes_of(&self, events: &[(DocId, &Event)]) -> Value {
        let is_of = |programme: &&Programme| {
            let mut series = events.iter().filter_map(|(_, event)| event.series.as_ref());
            programme.facet == Facet::All
                && series.any(|series| series.id.value == programme.series)
        };
        let programmes = self.programmes.iter().filter(is_of).rev();
        let programmes = programmes.map(|programme| {
            object([
                ("year", programme.year.into()),
                ("path", programme.route(self.site).as_str().into()),
            ])
        });
        programmes.collect::<Vec<_>>().into()
    }

    /// Whether what a page says of these documents changes with the day.
    pub(super) fn moves(&self, docs: &[DocId]) -> bool {
        docs.iter().any(|&doc| {
            let event = event_of(self.site, doc);
            event.is_some_and(|event| event.start.is_some() || yearly(event).is_some())
        })
    }
}

fn event_of(site: &Site, doc: DocId) -> Option<&Event> {
    match &site.documents[doc].kind {
        Kind::Event(event) => Some(event),
        _ => None,
    }
}

fn yearly(event: &Event) -> Option<DayMonth> {
    event.rule.as_ref()?.yearly
}

/// What a list shows of an event's time beyond its own keys.
pub(super) fn facts(site: &Site, doc: DocId, event: &Event, rank: usize, facts: &mut Map) {
    let places: Vec<&str> = site.documents[doc]
        .meta
        .places
        .iter()
        .map(|id| id.as_str())
        .collect();
    let until = site.rule_ends(doc);
    facts.insert("nexts".into(), nexts(site, doc, &places, until).into());
    // A plan speaks of the days in its own years only.
    let over = until.filter(|&year| year < site.view.now.year() || yearly(event).is_some());
    facts.insert("rule_ends".into(), over.into());
    facts.extend(facts_of(&Part::whole(event), rank, site.view.now));
}

/// When a part of an event is and how it stands; `rank` is its place in the order of the page.
fn facts_of(part: &Part, rank: usize, now: Date) -> [(Key<'static>, Value); 8] {
    let days = part.days.iter().map(|day| Value::from(day.iso()));
    let hours = part.hours.map(|(from, to)| match to {
        Some(to) => format!("{from} – {to}"),
        None => from.to_string(),
    });
    [
        ("days".into(), days.collect::<Vec<_>>().into()),
        ("hours".into(), hours.into()),
        ("start".into(), value(&part.start)),
        ("end".into(), value(&part.end)),
        ("status".into(), value(&part.status)),
        ("state".into(), state(part, now).into()),
        ("span".into(), span(part, rank).into()),
        ("off".into(), is_off(part.status).into()),
    ]
}

/// Whether nothing takes place at the day that is told.
pub(super) fn is_off(status: Option<EventStatus>) -> bool {
    status.is_some_and(EventStatus::is_off)
}

/// Where a part of an event stands on a day; one without a day of its own is never coming or past.
fn state(part: &Part, now: Date) -> &'static str {
    let Some(start) = part.start else {
        return "undated";
    };
    let end = part.end.unwrap_or(start).date;
    match state_of(start.date, end, now) {
        // Between two of its days it is to come again.
        "now" if !part.is_on(now) => "coming",
        state => state,
    }
}

/// Where what lasts from `first` to `last` stands on the day `now`.
pub(super) fn state_of(first: Date, last: Date, now: Date) -> &'static str {
    if first > now {
        "coming"
    } else if last < now {
        "past"
    } else {
        "now"
    }
}

/// The first and the last day, the place in the order of all events and, when there are days between without it, each of its days, as
/// the script of the page reads them.
fn span(part: &Part, rank: usize) -> Option<String> {
    let start = part.start?;
    let end = part.end.unwrap_or(start);
    let days: Vec<String> = part.days.iter().map(|day| day.iso()).collect();
    let span = format!("{} {} {rank}", start.date.iso(), end.date.iso());
    Some(if days.is_empty() {
        span
    } else {
        format!("{span} {}", days.join(","))
    })
}

/// The place of every event in one order: by day, then place, then hour.
pub(super) fn ranks(site: &Site) -> Vec<usize> {
    let mut order: Vec<(Option<Date>, &str, Option<Moment>, DocId)> = (0..site.documents.len())
        .map(|doc| {
            let start = event_of(site, doc).and_then(|event| event.start.as_ref());
            let places = &site.documents[doc].meta.places;
            let place = places.first().map_or("", |place| place.as_str());
            (
                start.map(|start| start.date),
                place,
                start.map(|start| start.value),
                doc,
            )
        })
        .collect();
    order.sort();
    let mut ranks = vec![0; order.len()];
    for (rank, (.., doc)) in order.into_iter().enumerate() {
        ranks[doc] = rank;
    }
    ranks
}

/// The next days of a yearly rule up to the end of the year `until`, each with the programme of its year when one is known for one of
/// `places` (none: any place).
pub(super) fn nexts(site: &Site, doc: DocId, places: &[&str], until: Option<i16>) -> Vec<Value> {
    let Some(event) = event_of(site, doc) else {
        return Vec::new();
    };
    let Some(rule) = yearly(event) else {
        return Vec::new();
    };
    let days = std::iter::successors(rule.next(site.view.now), |day| rule.next(day.tomorrow()?));
    let days = days.take_while(|day| until.is_none_or(|until| day.year() <= until));
    let days = days.take(YEARS_AHEAD).map(|day| {
        let programme = event.series.as_ref().and_then(|series| {
            let events = site.events_of(&series.id, day.year());
            let here = |&doc: &DocId| {
                let mut at = site.documents[doc].meta.places.iter();
                places.is_empty() || at.any(|place| places.contains(&place.as_str()))
            };
            let programme = Programme {
                series: series.id.value.clone(),
                year: day.year(),
                facet: Facet::All,
            };
            let path = programme.route(site);
            events.iter().any(here).then(|| path.as_str().to_owned())
        });
        object([("date", day.iso().into()), ("programme", programme.into())])
    });
    days.collect()
}

/// A picture of each of the last years: from which day to which day of the year something is held.
fn years(events: &[(DocId, &Event)]) -> Value {
    let days = events.iter().flat_map(|(_, event)| {
        let part = Part::whole(event);
        let off = is_off(part.status);
        let whole = part.start.filter(|_| part.days.is_empty()).map(|start| {
            let end = part.end.unwrap_or(start).date;
            (start.date, end.max(start.date), off, true)
        });
        // Of several days in one month the first is counted: they are one event.
        let mut months = BTreeSet::new();
        let each = part.days.into_iter().map(move |day| {
            let counts = months.insert((day.year(), day.month()));
            (day, day, off, counts)
        });
        each.chain(whole)
    });
    let mut days: Vec<(Date, Date, bool, bool)> = days.collect();
    days.sort();
    let mut years: Vec<i16> = days.iter().map(|(start, ..)| start.year()).collect();
    years.dedup();
    let first = years.len().saturating_sub(PICTURES);
    let years = years[first..].iter().map(|&year| {
        let here = days.iter().filter(|(start, ..)| start.year() == year);
        let mut marks: Vec<(i16, i16, bool)> = Vec::new();
        let mut months = [0; 12];
        for &(start, end, off, counts) in here {
            let last = if end.year() == year {
                end.day_of_year()
            } else {
                366
            };
            marks.push((start.day_of_year(), last, off));
            months[usize::from(start.month().unsigned_abs()) - 1] += usize::from(counts);
        }
        marks.dedup();
        let marks = marks.iter().map(|&(first, last, off)| {
            object([
                ("x", (first - 1).into()),
                ("width", (last - first + 1).into()),
                ("off", off.into()),
            ])
        });
        let months = months.iter().enumerate().filter(|(_, count)| **count > 0);
        let months = months.map(|(month, count)| {
            object([("month", (month + 1).into()), ("count", (*count).into())])
        });
        object([
            ("year", year.into()),
            ("marks", marks.collect::<Vec<_>>().into()),
            ("months", months.collect::<Vec<_>>().into()),
        ])
    });
    years.collect::<Vec<_>>().into()
}

/// A moment as templates read it, with where it stands on the day of the build.
pub(super) fn times(
    start: Option<Moment>,
    end: Option<Moment>,
    now: Date,
) -> [(&'static str, Value); 4] {
    let last = end.or(start);
    let days = start
        .zip(last)
        .map(|(start, last)| (start.date, last.date.max(start.date)));
    [
        ("start", value(&start)),
        ("end", value(&end)),
        (
            "span",
            days.map(|(first, last)| format!("{} {}", first.iso(), last.iso()))
                .into(),
        ),
        (
            "state",
            days.map(|(first, last)| state_of(first, last, now)).into(),
        ),
    ]
}
