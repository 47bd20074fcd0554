//! Calendars (RFC 5545): of one event, of a place, of all events, and of the reports that a body owes.
//!
//! 1. A subscription goes on working: a UID is made of the event's place in the site, see [`super::identity`].
//! 2. Changes are content: SEQUENCE is the number of changes that were announced, LAST-MODIFIED and DTSTAMP the time of the last, or the
//!    day on which the file was said to be brought up to date when that is later. Where neither is known, nothing is said to be modified.
//!    No number is made up for an edit that nobody announced, because one that ever goes back is worse than one that stands: of two copies
//!    with one SEQUENCE programs take that with the later DTSTAMP (RFC 5546, section 2.1.5), so a new `updated` is enough.
//! 3. Hours are written in UTC, because Viet Nam has one zone and no summer time; a whole day ends before the day after it.
//! 4. A rule stays a rule (RRULE), says so in words and that its day follows from them; it is never turned into days. A year whose
//!    programme is known is left out of it (EXDATE): the programme stands there itself.
//! 5. What takes no time of anybody (a whole day, a rule, what is called off) is TRANSPARENT, so that a phone does not show the day as
//!    taken. What has moved online is told to be there, also as CONFERENCE (RFC 7986, section 5.11).

use icalendar::{Calendar as Ical, Component, Event as Entry, Property};

use super::{View, identity};
use crate::kind::event::{Event, EventStatus, Format, Session, Venue};
use crate::kind::{Kind, session_id};
use crate::plan::Calendar;
use crate::record::Spanned;
use crate::route::Route;
use crate::site::{Deadline, DocId};
use crate::text::dates::{Date, DayMonth, Moment};
use crate::text::due::Due;

/// Who made the file (RFC 5545, section 3.7.3).
const PRODID: &str = "-//loa//loa//VI";
/// How often a calendar is asked for anew, in the two ways that programs read (RFC 7986, section 5.7).
const REFRESH: &str = "PT12H";
/// The longest line, without its end.
const OCTETS: usize = 75;
/// The DTSTAMP, which every entry must have, where no change and no update is known: before all of them.
const UNKNOWN: &str = "20260101T000000Z";

impl View<'_> {
    /// The name and the entries of a calendar.
    fn calendar_entries(&self, calendar: Calendar) -> (String, Vec<Entry>) {
        let lang = self.site.config.lang();
        let title = self.site.config.title.clone();
        let events = |place: Option<DocId>| -> Vec<Entry> {
            let docs = self.site.of_kind("event");
            docs.flat_map(|doc| self.event_entries(doc, place))
                .collect()
        };
        let titled = |doc: DocId| self.site.documents[doc].meta.title.value.clone();
        match calendar {
            Calendar::All => (title, events(None)),
            Calendar::Event(doc) => (titled(doc), self.event_entries(doc, None)),
            Calendar::Place(place) => (format!("{title}: {}", titled(place)), events(Some(place))),
            Calendar::Reports(agency) => {
                let owes = |deadline: &&Deadline| {
                    let mut actors = deadline.actors.iter();
                    actors.any(|actor| actor.agency == Some(agency))
                };
                let deadlines = self.site.deadlines.iter().filter(owes);
                let name = self.agency_title(agency);
                let title = self
                    .text(lang, "calendar_reports")
                    .replace("{agency}", &name);
                (
                    title,
                    deadlines
                        .flat_map(|due| self.deadline_entries(due))
                        .collect(),
                )
            }
        }
    }

    /// A calendar as a file.
    pub(in crate::render) fn calendar(&self, calendar: Calendar) -> Vec<u8> {
        let (name, entries) = self.calendar_entries(calendar);
        let mut file = Ical::empty();
        let head = [
            ("VERSION", "2.0"),
            ("PRODID", PRODID),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("NAME", &escaped(&name)),
            ("X-WR-CALNAME", &name),
            ("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh"),
            ("X-PUBLISHED-TTL", REFRESH),
        ];
        for (key, value) in head {
            file.append_property(Property::new(key, value));
        }
        let refresh = Property::new("REFRESH-INTERVAL", REFRESH)
            .add_parameter("VALUE", "DURATION")
            .done();
        file.append_property(refresh);
        for entry in entries {
            file.push(entry);
        }
        // A text may hold no control character but those that end its lines (RFC 5545, section 3.1).
        let fits = |c: &char| !c.is_control() || matches!(c, '\r' | '\n' | '\t');
        let text: String = file.to_string().chars().filter(fits).collect();
        folded(&text).into_bytes()
    }

    /// The entries of an event, or of what of it is held at a place: itself, or its sessions when any has a day; its rule when it has
    /// no day.
    fn event_entries(&self, doc: DocId, place: Option<DocId>) -> Vec<Entry> {
        let document = &self.site.documents[doc];
        let Kind::Event(event) = &document.kind else {
            return Vec::new();
        };
        let held = match place {
            Some(place) => self.site.held_at(doc, place),
            None => event.sessions.iter().map(Some).chain([None]).collect(),
        };
        let parts = session_id::parts(event, &document.meta.title);
        let sessions = event.sessions.iter().zip(&parts).filter(|(session, _)| {
            let here = held
                .iter()
                .flatten()
                .any(|known| std::ptr::eq(*known, *session));
            here && session.start.is_some()
        });
        let sessions: Vec<Entry> = sessions
            .map(|(session, part)| self.session_entry(doc, event, session, part))
            .collect();
        if !sessions.is_empty() || held.is_empty() {
            return sessions;
        }
        if let Some(start) = &event.start {
            let mut entry = self.entry_of(doc, event, "");
            let whole = self.said_of(event, &document.meta.description);
            let lacks_hour = lacks_hour(start, event.end.as_ref(), event.all_day);
            entry.add_property("DESCRIPTION", self.with_hour(whole, lacks_hour));
            times(&mut entry, start, event.end.as_ref());
            set_status(&mut entry, event.status_of(None), start);
            self.set_location(&mut entry, doc, None, place);
            return vec![entry];
        }
        let yearly = event.rule.as_ref().and_then(|rule| rule.yearly);
        yearly
            .and_then(|yearly| self.yearly_entry(doc, event, yearly))
            .into_iter()
            .collect()
    }

    fn session_entry(&self, doc: DocId, event: &Event, session: &Session, part: &str) -> Entry {
        let mut entry = self.entry_of(doc, event, part);
        let title = &self.site.documents[doc].meta.title.value;
        let status_now = event.status_of(Some(session));
        let prefix = self.prefix(status_now);
        let summary = if session.title == *title {
            format!("{prefix}{title}")
        } else {
            format!("{prefix}{}: {title}", session.title)
        };
        entry.add_property("SUMMARY", summary);
        let lang = self.site.config.lang();
        let before = session.before.as_ref();
        let before = before.map(|before| format!("{}: {before}", self.text(lang, "changed_from")));
        let own = before.into_iter().chain(session.note.clone());
        let whole = self.said_of(event, &self.site.documents[doc].meta.description);
        let said: Vec<String> = own.chain([whole]).collect();
        let start = session.start.as_ref();
        let lacks_hour =
            start.is_some_and(|start| lacks_hour(start, session.end.as_ref(), session.all_day));
        entry.add_property("DESCRIPTION", self.with_hour(said.join("\n"), lacks_hour));
        if let Some(start) = start {
            times(&mut entry, start, session.end.as_ref());
            set_status(&mut entry, status_now, start);
        }
        self.set_location(&mut entry, doc, Some(session), None);
        entry
    }

    /// A day without an hour stands in calendars as a whole one; when only nobody has said the hour, the entry says so.
    fn with_hour(&self, said: String, lacks_hour: bool) -> String {
        if lacks_hour {
            let none = self.text(self.site.config.lang(), "no_hour_yet");
            format!("{none}\n{said}")
        } else {
            said
        }
    }

    /// The rooms with their places; the places alone where no room is known. `at` is the place whose calendar it is.
    fn set_location(
        &self,
        entry: &mut Entry,
        doc: DocId,
        session: Option<&Session>,
        at: Option<DocId>,
    ) {
        let Kind::Event(event) = &self.site.documents[doc].kind else {
            return;
        };
        let here = at.map(|place| self.site.documents[place].id());
        if is_online(event, session) {
            let online = self.text(self.site.config.lang(), "format_online");
            entry.add_property("LOCATION", online);
            return;
        }
        let is_here = |place: &str| here.is_none_or(|here| here == place);
        let places = self.site.places_of(doc, event, session);
        let places: Vec<&str> = places
            .into_iter()
            .map(|place| place.as_str())
            .filter(|place| is_here(place))
            .collect();
        let named = |places: &[&str]| -> Vec<String> {
            let names = places.iter().filter_map(|place| self.full_name(place));
            names.map(str::to_owned).collect()
        };
        let venues: Vec<&Venue> = match session {
            Some(session) => event.venue_of(session).into_iter().collect(),
            None => event.venues.iter().collect(),
        };
        let venues = venues
            .into_iter()
            .filter(|venue| venue.place.as_ref().is_none_or(|place| is_here(place)));
        let rooms = venues.map(|venue| {
            let mut parts = vec![venue.name.clone()];
            parts.extend(venue.address.clone());
            // Of several places only the room itself can say in which it stands.
            parts.extend(match (&venue.place, places.as_slice()) {
                (Some(place), _) => named(&[place.as_str()]),
                (None, [only]) => named(&[only]),
                (None, _) => Vec::new(),
            });
            parts.join(", ")
        });
        let rooms: Vec<String> = rooms.collect();
        let said = if rooms.is_empty() {
            named(&places)
        } else {
            rooms
        };
        if !said.is_empty() {
            entry.add_property("LOCATION", said.join("; "));
        }
    }

    /// A day that comes every year, from the first that the site knows of.
    fn yearly_entry(&self, doc: DocId, event: &Event, yearly: DayMonth) -> Option<Entry> {
        let points = event.plan_refs.iter();
        let plans = points.filter_map(|point| self.site.named("plan", &point.plan));
        let since = plans.filter_map(|plan| self.site.runs_since(plan)).min();
        // Where no plan says since when, it must not be the day of the build, or the day that was would be lost.
        let mut first = yearly.next(since.or_else(|| Date::new(identity::SINCE, 1, 1))?)?;
        // Programs do not agree on a rule whose first day is left out.
        let known = self.known_days(doc, event, yearly);
        while known.contains(&first) {
            first = yearly.next(first.tomorrow()?)?;
        }
        let until = self.site.rule_ends(doc);
        if until.is_some_and(|until| first.year() > until) {
            return None;
        }
        let mut entry = self.entry_of(doc, event, "");
        let said = self.said_of(event, &self.site.documents[doc].meta.description);
        entry.add_property("DESCRIPTION", self.with_rule(&said));
        day(&mut entry, first, first);
        for day in known.into_iter().filter(|day| *day > first) {
            entry.append_multi_property(whole_day("EXDATE", day));
        }
        let rule = "FREQ=YEARLY";
        let rule = until
            .and_then(|until| until_end(rule, until))
            .unwrap_or(rule.to_owned());
        entry.add_property("RRULE", rule);
        entry.add_property("STATUS", "TENTATIVE");
        entry.add_property("TRANSP", "TRANSPARENT");
        self.set_location(&mut entry, doc, None, None);
        Some(entry)
    }

    /// The days of a yearly rule for which the site has a programme of the same series at one of the same places.
    fn known_days(&self, doc: DocId, event: &Event, yearly: DayMonth) -> Vec<Date> {
        let Some(series) = &event.series else {
            return Vec::new();
        };
        let places = &self.site.documents[doc].meta.places;
        let is_here = |other: &DocId| {
            let mut theirs = self.site.documents[*other].meta.places.iter();
            places.is_empty() || theirs.any(|place| places.contains(place))
        };
        let years = self.site.series_years().into_iter();
        let years = years.filter(|(id, year)| {
            *id == series.id.value && self.site.events_of(id, *year).iter().any(is_here)
        });
        years.filter_map(|(_, year)| yearly.in_year(year)).collect()
    }

    /// What is said of a day that follows from a rule.
    fn with_rule(&self, said: &str) -> String {
        let computed = self.text(self.site.config.lang(), "calendar_computed");
        format!("{said}\n{computed}")
    }

    /// What every entry of an event has; `part` tells sessions apart.
    fn entry_of(&self, doc: DocId, event: &Event, part: &str) -> Entry {
        let document = &self.site.documents[doc];
        let mut entry = Entry::new();
        entry.add_property("UID", self.uid(&format!("{}{part}", document.path.path)));
        let changed = event.changes.iter().map(|change| change.at.value).max();
        let updated = document.meta.updated.or(document.meta.date);
        let stamp = changed.max(updated.map(|date| Moment::on(date, None)));
        set_stamp(&mut entry, stamp, event.changes.len());
        let summary = format!(
            "{}{}",
            self.prefix(event.status_of(None)),
            document.meta.title.value
        );
        entry.add_property("SUMMARY", summary);
        let link = event.online_link.as_ref();
        // A URI has no space and no letter with marks (RFC 3986, section 2); the description has the link as it is written.
        let is_uri =
            |link: &str| link.contains("://") && link.chars().all(|c| c.is_ascii_graphic());
        if let Some(link) = link.filter(|link| is_uri(link)) {
            let conference = Property::new("CONFERENCE", link.as_str())
                .add_parameter("VALUE", "URI")
                .done();
            entry.append_property(conference);
        }
        entry.add_property(
            "URL",
            self.site.routes[doc].under(&self.site.config.base_url()),
        );
        entry
    }

    /// The description, the words of the rule, the status, who organises and whom to ask.
    fn said_of(&self, event: &Event, description: &str) -> String {
        let lang = self.site.config.lang();
        let mut lines = vec![description.to_owned()];
        lines.extend(
            event
                .rule
                .as_ref()
                .map(|rule| format!("“{}”", rule.printed)),
        );
        lines.extend(event.status_note.clone());
        lines.extend(event.changes.last().map(|change| {
            let changed = format!("{}: {}", self.text(lang, "changed_now"), change.what);
            match &change.from {
                Some(from) => format!("{changed} ({}: {from})", self.text(lang, "changed_from")),
                None => changed,
            }
        }));
        if !event.organiser.is_empty() {
            let who = self.text(lang, "organiser");
            lines.push(format!("{who}: {}", event.organiser.join("; ")));
        }
        if let Some(contact) = &event.contact {
            let parts: Vec<&str> = contact.parts().collect();
            lines.push(format!(
                "{}: {}",
                self.text(lang, "contact"),
                parts.join(", ")
            ));
        }
        lines.extend(event.online_link.as_ref().map(|link| link.value.clone()));
        lines.join("\n")
    }

    /// What stands before the name of an event that is not as announced.
    fn prefix(&self, status: Option<EventStatus>) -> String {
        match status {
            Some(EventStatus::Planned | EventStatus::Confirmed) | None => String::new(),
            Some(other) => {
                let key = format!("status_{}", other.word());
                format!("[{}] ", self.text(self.site.config.lang(), &key))
            }
        }
    }

    /// What is due as entries: one for each day of the year on which it is.
    fn deadline_entries(&self, deadline: &Deadline) -> Vec<Entry> {
        let days = self.days_of(deadline).into_iter().enumerate();
        let entries = days.map(|(at, (rule, first))| {
            let mut entry = self.deadline_entry(deadline, at);
            if let Some(rule) = rule {
                entry.add_property("RRULE", rule);
            }
            day(&mut entry, first, first);
            // It takes no time of the day.
            entry.add_property("TRANSP", "TRANSPARENT");
            entry
        });
        entries.collect()
    }

    /// The first day on which something is due, for each day of the year, with the rule by which it comes again while the plan runs.
    fn days_of(&self, deadline: &Deadline) -> Vec<(Option<String>, Date)> {
        let period = self.site.period(deadline.plan);
        let (Some((_, until)), Some(due)) = (period, deadline.due) else {
            return Vec::new();
        };
        let since = self.site.runs_since(deadline.plan);
        let mut days = match due {
            Due::Yearly(days) => {
                let rule = until_end("FREQ=YEARLY", until);
                let days = days.iter().filter_map(|day| day.next(since?));
                days.map(|first| (rule.clone(), first)).collect()
            }
            Due::Monthly(Some(day)) => {
                let rule = until_end(&format!("FREQ=MONTHLY;BYMONTHDAY={day}"), until);
                let first = since.and_then(|since| due.next(since));
                Vec::from_iter(first.map(|first| (rule, first)))
            }
            Due::Quarterly(Some(on)) => {
                let months = on.months().map(|month| month.to_string()).join(",");
                let rule = format!("FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={}", on.day());
                let first = since.and_then(|since| due.next(since));
                Vec::from_iter(first.map(|first| (until_end(&rule, until), first)))
            }
            _ => Vec::from_iter(deadline.last_day().map(|day| (None, day))),
        };
        days.retain(|(_, first)| first.year() <= until);
        days
    }

    /// What every entry of something due has; the second and any other of a year have addresses of their own.
    fn deadline_entry(&self, deadline: &Deadline, at: usize) -> Entry {
        let lang = self.site.config.lang();
        let document = &self.site.documents[deadline.plan];
        let clause = self.site.clause(deadline.plan, deadline.clause);
        let mut entry = Entry::new();
        let which = if at > 0 {
            format!("/{}", at + 1)
        } else {
            String::new()
        };
        let part = format!("{}#{}{which}", document.path.path, clause.address);
        entry.add_property("UID", self.uid(&part));
        let stamp = document.meta.updated.map(|date| Moment::on(date, None));
        set_stamp(&mut entry, stamp, 0);
        let plan = self.site.plan_name(deadline.plan);
        let summary = self
            .text(lang, "calendar_due")
            .replace("{printed}", &deadline.printed);
        entry.add_property("SUMMARY", summary.replace("{plan}", plan));
        let receivers = deadline.to.iter().map(|&at| self.agency_title(at));
        let receivers: Vec<String> = receivers.collect();
        let to = if receivers.is_empty() {
            self.text(lang, "report_to_unknown")
        } else {
            receivers.join("; ")
        };
        let to = format!("{}: {to}", self.text(lang, "report_to"));
        let said = format!("{}\n{to}", clause.text);
        let is_rule = matches!(
            deadline.due,
            Some(Due::Yearly(_) | Due::Quarterly(_) | Due::Monthly(_))
        );
        let said = if is_rule { self.with_rule(&said) } else { said };
        entry.add_property("DESCRIPTION", said);
        let page = self.site.routes[deadline.plan].under(&self.site.config.base_url());
        entry.add_property("URL", format!("{page}#{}", clause.address));
        entry
    }

    /// The address of the calendar that belongs to a page, when there is one.
    pub(super) fn calendar_path(&self, page: &Route) -> Option<String> {
        let file = page.with_file(Calendar::FILE);
        self.calendars.contains(&file).then(|| file.to_string())
    }
}

fn set_stamp(entry: &mut Entry, stamp: Option<Moment>, changes: usize) {
    let stamp = stamp.and_then(Moment::utc);
    entry.add_property("DTSTAMP", stamp.as_deref().unwrap_or(UNKNOWN));
    if let Some(stamp) = stamp {
        entry.add_property("LAST-MODIFIED", stamp);
    }
    entry.add_property("SEQUENCE", changes.to_string());
}

fn until_end(rule: &str, year: i16) -> Option<String> {
    Some(format!("{rule};UNTIL={}", Date::new(year, 12, 31)?.basic()))
}

/// When an entry is: hours in UTC, or whole days.
fn times(entry: &mut Entry, start: &Spanned<Moment>, end: Option<&Spanned<Moment>>) {
    let last = end.unwrap_or(start);
    if start.time.is_none() {
        return day(entry, start.date, last.date);
    }
    let (Some(from), Some(to)) = (start.utc(), last.utc()) else {
        return;
    };
    entry.add_property("DTSTART", from);
    if last.time.is_some() && last.value > start.value {
        entry.add_property("DTEND", to);
    } else if last.time.is_none() && last.date > start.date {
        // Of the last day only the day is known: all of it.
        let after = last.date.tomorrow().map(|day| Moment::on(day, None));
        if let Some(end) = after.and_then(Moment::utc) {
            entry.add_property("DTEND", end);
        }
    }
}

/// Whole days from `first` to `last`; the end is the day after (RFC 5545, section 3.6.1).
fn day(entry: &mut Entry, first: Date, last: Date) {
    entry.append_property(whole_day("DTSTART", first));
    if let Some(end) = last.max(first).tomorrow() {
        entry.append_property(whole_day("DTEND", end));
    }
}

fn whole_day(key: &str, day: Date) -> Property {
    Property::new(key, day.basic())
        .add_parameter("VALUE", "DATE")
        .done()
}

/// How an entry stands, and whether it takes the time of those who note it.
fn set_status(entry: &mut Entry, now: Option<EventStatus>, start: &Spanned<Moment>) {
    entry.add_property("STATUS", status(now));
    if start.time.is_none() || now.is_some_and(EventStatus::is_off) {
        entry.add_property("TRANSP", "TRANSPARENT");
    }
}

/// Whether it is on one day and nobody has said at which hour, nor that it lasts all of it.
fn lacks_hour(start: &Spanned<Moment>, end: Option<&Spanned<Moment>>, all_day: bool) -> bool {
    let one_day = end.is_none_or(|end| end.date == start.date);
    start.time.is_none() && one_day && !all_day
}

/// Whether nobody has to go anywhere.
fn is_online(event: &Event, session: Option<&Session>) -> bool {
    let format = session.and_then(|session| session.format).or(event.format);
    event.status_of(session) == Some(EventStatus::Online) || format == Some(Format::Online)
}

/// A calendar with its lines folded at 75 octets, between characters (RFC 5545, section 3.1). The library counts a continued line without the
/// space before it, so that one in a hundred is an octet too long.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut room = OCTETS;
        for c in line.chars() {
            let is_end = matches!(c, '\r' | '\n');
            if c.len_utf8() > room && !is_end {
                out.push_str("\r\n ");
                room = OCTETS - 1;
            }
            out.push(c);
            room -= if is_end { 0 } else { c.len_utf8() };
        }
    }
    out
}

/// A text as a property holds it whose type the library does not know (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('\n', "\\n");
    text.replace(';', "\\;").replace(',', "\\,")
}

fn status(status: Option<EventStatus>) -> &'static str {
    match status {
        Some(EventStatus::Cancelled) => "CANCELLED",
        Some(EventStatus::Confirmed | EventStatus::Moved | EventStatus::Online) => "CONFIRMED",
        Some(EventStatus::Planned | EventStatus::Postponed) | None => "TENTATIVE",
    }
}

#[cfg(test)]
mod tests {
    use super::{OCTETS, folded};

    #[test]
    fn no_line_is_too_long_and_none_is_changed() {
        for length in 60..320 {
            let line: String = "SUMMARY:Buổi học số "
                .chars()
                .cycle()
                .take(length)
                .collect();
            let text = format!("BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n");
            let lines = folded(&text);
            assert!(
                lines.split("\r\n").all(|line| line.len() <= OCTETS),
                "{lines}"
            );
            assert_eq!(lines.replace("\r\n ", ""), text);
            assert_eq!(folded(&lines), lines);
        }
    }
}
