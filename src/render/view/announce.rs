//! What is said of an event to people who are not before a screen: a text to read over the loudspeaker, and a short one to send on.

use tera::Value;

use super::View;
use super::value::object;
use crate::diag::Lang;
use crate::kind::event::{Event, EventStatus, Session, Venue};
use crate::site::{DocId, Part};
use crate::text::dates::{Clock, Date, Moment};
use crate::text::speech;

/// The longest message that people send on (Zalo), in characters.
const LONGEST: usize = 500;
/// The longest line of such a message.
const LINE: usize = 160;
/// So many sessions that are not as announced are read one by one; of more the page tells.
const SESSIONS: usize = 5;
/// More venues than these are counted and not named.
const VENUES: usize = 3;
/// Of more days than these only the first and the last are named.
const DAYS: usize = 6;

/// The hours of every day of an event.
type Hours = Option<(Clock, Option<Clock>)>;

impl View<'_> {
    /// Both texts of an event with a day, and until when they are of use.
    pub(super) fn announcement(&self, doc: DocId, event: &Event) -> Value {
        let Some(start) = &event.start else {
            return Value::none();
        };
        let last = event.end.as_ref().unwrap_or(start).date.max(start.date);
        let share = self.share_text(doc, event);
        object([
            ("until", last.iso().into()),
            ("over", (last < self.site.view.now).into()),
            ("spoken", self.spoken_text(doc, event, start.value).into()),
            ("length", share.chars().count().into()),
            ("share", share.lines().collect::<Vec<_>>().into()),
        ])
    }

    /// Greeting, what has changed, when and where, again, whom to call, twice.
    fn spoken_text(&self, doc: DocId, event: &Event, start: Moment) -> Vec<String> {
        let lang = &self.site.langs[doc];
        let say = |key: &str| self.text(lang, &format!("say_{key}"));
        let title = &self.site.documents[doc].meta.title.value;
        let part = Part::whole(event);
        let when = match part.days.as_slice() {
            [] => self.spoken_when(lang, start, part.end),
            days => self.spoken_days(lang, days, part.hours),
        };
        let words: Vec<(&str, &str)> = self.site.data.spoken_words().collect();
        let place = self.where_held(doc, event);
        let place = place.map(|place| match lang.as_str() {
            "vi" => speech::spoken_place(&place, &words),
            _ => place,
        });
        let mut said = vec![say("hello")];
        said.push(match event.organiser.as_slice() {
            [] => say("nobody"),
            who => say("who").replace("{who}", &who.join(", ")),
        });
        said.push(match event.status_of(None) {
            Some(EventStatus::Planned | EventStatus::Confirmed) | None => format!("{title}."),
            Some(status) => say(status.word()).replace("{title}", title),
        });
        if let Some(change) = event.changes.last() {
            said.push(say("change").replace("{what}", bare(&change.what)));
            said.extend(
                change
                    .from
                    .as_ref()
                    .map(|from| say("before").replace("{from}", bare(from))),
            );
        }
        let changed = event
            .sessions
            .iter()
            .filter_map(|session| Some((session, changed(event, session)?)));
        for (session, status) in changed.take(SESSIONS) {
            said.extend(self.spoken_session(doc, event, session, status));
        }
        let note = event.status_note.as_ref();
        said.extend(note.map(|note| format!("{}.", bare(note))));
        if super::agenda::is_off(event.status_of(None)) {
            said.push(say("was").replace("{when}", &when));
            said.extend(
                place
                    .as_ref()
                    .map(|place| say("was_where").replace("{where}", place)),
            );
        } else {
            said.push(say("when").replace("{when}", &when));
            said.extend(
                place
                    .as_ref()
                    .map(|place| say("where").replace("{where}", place)),
            );
            if !event.bring.is_empty() {
                said.push(say("bring").replace("{what}", &event.bring.join(", ")));
            }
            said.extend(
                event
                    .cost
                    .as_ref()
                    .map(|cost| say("cost").replace("{cost}", bare(cost))),
            );
            let again = place.map_or(when.clone(), |place| format!("{when}, {place}"));
            said.push(say("again").replace("{what}", &again));
        }
        if let Some(contact) = &event.contact
            && let Some(phone) = &contact.phone
        {
            let name = contact.name.as_deref().unwrap_or_default();
            said.push(
                say("contact")
                    .replace("{name}", name)
                    .replace("{phone}", &self.spoken_phone(lang, phone)),
            );
        }
        said.push(say("thanks"));
        let aloud = |text: String| match lang.as_str() {
            "vi" => speech::spoken(&text, &words),
            _ => text,
        };
        said.into_iter().map(aloud).collect()
    }

    /// How a session stands now, and when it is or was to be.
    fn spoken_session(
        &self,
        doc: DocId,
        event: &Event,
        session: &Session,
        status: EventStatus,
    ) -> Vec<String> {
        let lang = &self.site.langs[doc];
        let say = |key: &str| self.text(lang, &format!("say_{key}"));
        let word = self.text(lang, &format!("status_{}", status.word()));
        let mut said = vec![format!(
            "{}: {}.",
            bare(&session.title),
            word.to_lowercase()
        )];
        if let Some(before) = &session.before {
            said.push(say("before").replace("{from}", bare(before)));
        }
        if let Some(start) = &session.start {
            let key = if status.is_off() { "was" } else { "now_when" };
            let end = session.end.as_ref().map(|end| end.value);
            let when = self.spoken_when(lang, start.value, end);
            said.push(say(key).replace("{when}", &when));
        }
        let room = event.venue_of(session).map(venue);
        if let Some(room) = room.filter(|_| !status.is_off() && status != EventStatus::Online) {
            let words: Vec<(&str, &str)> = self.site.data.spoken_words().collect();
            let room = match lang.as_str() {
                "vi" => speech::spoken_place(&room, &words),
                _ => room,
            };
            said.push(say("where").replace("{where}", &room));
        }
        said
    }

    /// The day of the week, the day and the hours in words.
    fn spoken_when(&self, lang: &str, start: Moment, end: Option<Moment>) -> String {
        if lang != "vi" {
            return self.written_when(lang, start, end);
        }
        let day = |moment: Moment| {
            format!(
                "{}, {}",
                moment.date.weekday_inside(),
                speech::date(moment.date)
            )
        };
        let hour = |moment: Moment| {
            speech::clock(moment)
                .map(|clock| format!("{clock}, "))
                .unwrap_or_default()
        };
        let (since, to) = (self.text(lang, "say_from"), self.text(lang, "say_to"));
        match end.filter(|end| *end != start) {
            None => format!("{}{}", hour(start), day(start)),
            Some(end) if end.date == start.date => match (speech::clock(start), speech::clock(end))
            {
                (Some(from), Some(until)) => format!("{since} {from} {to} {until}, {}", day(start)),
                _ => format!("{}{}", hour(start), day(start)),
            },
            Some(end) => format!(
                "{since} {}{} {to} {}{}",
                hour(start),
                day(start),
                hour(end),
                day(end)
            ),
        }
    }

    /// Each of several days with others between, when they are few; of many the first and the last.
    fn spoken_days(&self, lang: &str, days: &[Date], hours: Hours) -> String {
        if lang != "vi" {
            return self.written_days(lang, days, hours);
        }
        let (since, to) = (self.text(lang, "say_from"), self.text(lang, "say_to"));
        let clock = |clock: Clock| speech::clock(Moment::on(days[0], Some(clock)));
        let hours = hours.and_then(|(from, until)| {
            let from = clock(from)?;
            Some(match until.and_then(clock) {
                Some(until) => format!("{since} {from} {to} {until}, "),
                None => format!("{from}, "),
            })
        });
        let count = self.n_days(lang, days);
        let last = days[days.len() - 1];
        let said = if days.len() > DAYS {
            format!(
                "{count}, {since} {} {to} {}",
                speech::date(days[0]),
                speech::date(last)
            )
        } else {
            // The year is said where it changes, and at the end.
            let each = days.iter().enumerate().map(|(at, day)| {
                let next = days.get(at + 1);
                let said = match next {
                    Some(next) if next.year() == day.year() => speech::day(*day),
                    _ => speech::date(*day),
                };
                format!("{} {said}", day.weekday_inside())
            });
            format!("{count}: {}", each.collect::<Vec<_>>().join("; "))
        };
        format!("{}{said}", hours.unwrap_or_default())
    }

    /// `19:00 – 20:30, 3 ngày: 17/10/2026, 24/10/2026, 31/10/2026`.
    fn written_days(&self, lang: &str, days: &[Date], hours: Hours) -> String {
        let hours = hours.map(|(from, to)| match to {
            Some(to) => format!("{from} – {to}, "),
            None => format!("{from}, "),
        });
        let count = self.n_days(lang, days);
        let said = if days.len() > DAYS {
            let span = self.text(lang, "from_to");
            let span = span.replace("{from}", &days[0].short());
            format!(
                "{count}, {}",
                span.replace("{to}", &days[days.len() - 1].short())
            )
        } else {
            let each = days.iter().map(|day| day.short());
            format!("{count}: {}", each.collect::<Vec<_>>().join(", "))
        };
        format!("{}{said}", hours.unwrap_or_default())
    }

    fn n_days(&self, lang: &str, days: &[Date]) -> String {
        self.text(lang, "n_days")
            .replace("{n}", &days.len().to_string())
    }

    /// `07:30 – 11:00, thứ Bảy, 10/10/2026`.
    fn written_when(&self, lang: &str, start: Moment, end: Option<Moment>) -> String {
        let shown = if lang == "en" { Lang::En } else { Lang::Vi };
        let whole = |moment: Moment| {
            let hour = moment.time.map(|_| format!("{}, ", moment.clock()));
            format!(
                "{}{}",
                hour.unwrap_or_default(),
                moment.date.long_inside(shown)
            )
        };
        match end.filter(|end| *end != start) {
            Some(end) if end.date != start.date => format!("{} – {}", whole(start), whole(end)),
            Some(end) if start.time.is_some() && end.time.is_some() => {
                format!("{} – {}", start.clock(), whole(end))
            }
            _ => whole(start),
        }
    }

    /// Digit by digit, also a number of no usual form.
    fn spoken_phone(&self, lang: &str, phone: &str) -> String {
        match lang {
            "vi" => speech::telephone(phone),
            _ => phone.to_owned(),
        }
    }

    /// The venues by name when they are few, else how many; the places when no venue is named; of what has moved online that it has.
    fn where_held(&self, doc: DocId, event: &Event) -> Option<String> {
        let lang = &self.site.langs[doc];
        if event.status_of(None) == Some(EventStatus::Online) {
            return Some(self.text(lang, "format_online"));
        }
        let places = self.site.places_of(doc, event, None);
        let venues = rooms(event).into_iter();
        let venues: Vec<String> = venues
            .map(|room| match &room.place {
                // Of several places each room says in which it is.
                Some(place) if places.len() > 1 => {
                    let name = self.full_name(place).unwrap_or(place);
                    format!("{}, {name}", venue(room))
                }
                _ => venue(room),
            })
            .collect();
        let places: Vec<&str> = places
            .iter()
            .filter_map(|place| self.full_name(place))
            .collect();
        match (venues.len(), places.len()) {
            (0, 1..=VENUES) => Some(places.join("; ")),
            (0, _) => None,
            (1..=VENUES, _) => Some(venues.join("; ")),
            (n, _) => Some(self.text(lang, "n_venues").replace("{n}", &n.to_string())),
        }
    }

    /// What people send on: the most important first, and of the rest as much as fits.
    pub(super) fn share_text(&self, doc: DocId, event: &Event) -> String {
        let lang = &self.site.langs[doc];
        let named = |key: &str, text: &str| format!("{}: {text}", self.text(lang, key));
        let title = &self.site.documents[doc].meta.title.value;
        let mut lines = vec![match event.status_of(None) {
            Some(EventStatus::Planned | EventStatus::Confirmed) | None => title.clone(),
            Some(status) => named(&format!("status_{}", status.word()), title),
        }];
        if let Some(change) = event.changes.last() {
            lines.push(match &change.from {
                Some(from) => named(
                    "changed_now",
                    &format!(
                        "{} ({}: {from})",
                        change.what,
                        self.text(lang, "changed_from").to_lowercase()
                    ),
                ),
                None => named("changed_now", &change.what),
            });
        }
        if let Some(start) = &event.start {
            let part = Part::whole(event);
            let when = match part.days.as_slice() {
                [] => self.written_when(lang, start.value, part.end),
                days => self.written_days(lang, days, part.hours),
            };
            let key = if super::agenda::is_off(event.status_of(None)) {
                "when_before"
            } else {
                "when"
            };
            lines.push(named(key, &when));
        }
        lines.extend(
            self.where_held(doc, event)
                .map(|place| named("venue", &place)),
        );
        let mut more = Vec::new();
        let link = event.online_link.as_ref();
        more.extend(link.map(|link| named("online_link", &link.value)));
        let published = self.site.config.published_path().is_some();
        let address = self.site.routes[doc].under(&self.site.config.base_url());
        more.extend(published.then_some(address));
        if let Some(contact) = &event.contact {
            let parts: Vec<&str> = contact.parts().collect();
            more.push(named("contact", &parts.join(" ")));
        }
        more.extend(event.cost.as_ref().map(|cost| named("cost", cost)));
        if !event.bring.is_empty() {
            more.push(named("bring", &event.bring.join(", ")));
        }
        more.push(self.site.documents[doc].meta.description.value.clone());
        fitted(lines.into_iter().chain(more))
    }
}

/// A text that a sentence of its own ends.
fn bare(text: &str) -> &str {
    text.trim_end_matches(['.', '!', ';', ',', ' '])
}

/// The status of a session that is not as announced, when its event says nothing of it.
fn changed(event: &Event, session: &Session) -> Option<EventStatus> {
    let status = event.status_of(Some(session))?;
    (Some(status) != event.status_of(None) && status.is_change()).then_some(status)
}

/// The rooms of an event without those in which nothing is left of it.
fn rooms(event: &Event) -> Vec<&Venue> {
    let is_off = |session: &Session| {
        let status = event.status_of(Some(session));
        status.is_some_and(EventStatus::is_off)
    };
    let sessions = event.sessions.iter();
    let used = sessions.filter_map(|session| Some((event.venue_of(session)?, is_off(session))));
    let used: Vec<(&Venue, bool)> = used.collect();
    let is_left = |room: &&Venue| {
        let mut here = used.iter().filter(|(used, _)| std::ptr::eq(*used, *room));
        here.clone().next().is_none() || here.any(|(_, off)| !off)
    };
    let left: Vec<&Venue> = event.venues.iter().filter(is_left).collect();
    // Of what is called off as a whole it is told where it was to be.
    if left.is_empty() {
        event.venues.iter().collect()
    } else {
        left
    }
}

fn venue(venue: &Venue) -> String {
    match &venue.address {
        Some(address) => format!("{}, {address}", venue.name),
        None => venue.name.clone(),
    }
}

/// Lines in their order, each cut when it is long, as many as a message holds.
fn fitted(lines: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    let mut left = LONGEST;
    for line in lines {
        let line = cut(&line);
        let length = line.chars().count() + usize::from(!text.is_empty());
        if length <= left {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&line);
            left -= length;
        }
    }
    text
}

/// A line that is too long ends after a whole word; an address stays whole.
fn cut(line: &str) -> String {
    if line.chars().count() <= LINE || line.contains("://") {
        return line.to_owned();
    }
    let end = line
        .char_indices()
        .nth(LINE - 1)
        .map_or(line.len(), |(at, _)| at);
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{}…", line[..end].trim_end_matches([',', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, fitted};

    #[test]
    fn a_message_is_never_too_long() {
        let lines = (0..9).map(|at| format!("{at} {}", "Buổi học ".repeat(at * 9)));
        let text = fitted(lines);
        assert!(text.chars().count() <= LONGEST);
        assert!(text.contains("…\n"), "{text}");
    }
}
