//! An event as machines read it: schema.org `Event` as JSON-LD. Only what is stated is told.

use serde_json::{Map, Value, json};

use super::View;
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Format, Known, Session, Venue};
use crate::site::DocId;
use crate::text::dates::{Clock, Moment};
use crate::text::due::date_in;

/// Words of a cost that say there is none.
const FREE: [&str; 4] = ["miễn phí", "không mất phí", "không thu phí", "free"];

impl View<'_> {
    /// The event as the text of a `script` element: nothing in it can end the element. Nothing for an event without a day.
    pub(super) fn structured(&self, doc: DocId, event: &Event) -> Option<String> {
        let start = event.start.as_ref()?.value;
        let meta = &self.site.documents[doc].meta;
        let mut all = Map::new();
        all.insert("@context".into(), json!("https://schema.org"));
        all.insert("@type".into(), json!("Event"));
        all.insert("name".into(), json!(meta.title.value));
        all.insert("description".into(), json!(meta.description.value));
        let url = self.site.routes[doc].under(&self.site.config.base_url());
        all.insert("@id".into(), json!(url));
        all.insert("url".into(), json!(url));
        let end = event.end.as_ref().map(|end| end.value);
        let previous = event
            .changes
            .last()
            .and_then(|change| previous(change.from.as_deref()?, start));
        times(&mut all, start, end, event.status_of(None), previous);
        let mode = match (event.status_of(None), event.format) {
            (Some(EventStatus::Online), _) | (_, Some(Format::Online)) => Some("Online"),
            (_, Some(Format::Hybrid)) => Some("Mixed"),
            (_, Some(Format::Onsite)) => Some("Offline"),
            _ => None,
        };
        if let Some(mode) = mode {
            all.insert(
                "eventAttendanceMode".into(),
                json!(format!("https://schema.org/{mode}EventAttendanceMode")),
            );
        }
        let online = mode == Some("Online");
        let mut location: Vec<Value> = if online {
            Vec::new()
        } else {
            self.locations(doc, event)
        };
        if mode != Some("Offline") {
            location.extend(
                event
                    .online_link
                    .as_ref()
                    .map(|link| json!({"@type": "VirtualLocation", "url": link.value})),
            );
        }
        one_or_many(&mut all, "location", location);
        let organiser = event
            .organiser
            .iter()
            .map(|name| json!({"@type": "Organization", "name": name}));
        one_or_many(&mut all, "organizer", organiser.collect());
        let languages = event
            .languages
            .iter()
            .map(|name| json!({"@type": "Language", "name": name}));
        one_or_many(&mut all, "inLanguage", languages.collect());
        if let Some(cost) = &event.cost
            && FREE.contains(&cost.trim().to_lowercase().as_str())
        {
            all.insert("isAccessibleForFree".into(), json!(true));
        }
        if let Some(seats) = event.seats {
            all.insert("maximumAttendeeCapacity".into(), json!(seats));
        }
        let sessions = event
            .sessions
            .iter()
            .filter_map(|session| self.session(event, session));
        one_or_many(&mut all, "subEvent", sessions.collect());
        Some(escaped(&Value::Object(all)))
    }

    fn session(&self, event: &Event, session: &Session) -> Option<Value> {
        let start = session.start.as_ref()?.value;
        let mut part = Map::new();
        part.insert("@type".into(), json!("Event"));
        part.insert("name".into(), json!(session.title));
        let before = session
            .before
            .as_deref()
            .and_then(|before| previous(before, start));
        let status = event.status_of(Some(session));
        times(
            &mut part,
            start,
            session.end.as_ref().map(|end| end.value),
            status,
            before,
        );
        let here = event.venue_of(session).map(|venue| self.location(venue));
        let location: Vec<Value> = match here {
            Some(room) => vec![room],
            // Of a session without a room its own place is told; that of the event stands there already.
            None => session
                .place
                .iter()
                .filter_map(|place| self.region(place))
                .collect(),
        };
        one_or_many(&mut part, "location", location);
        if let Some(seats) = session.seats {
            part.insert("maximumAttendeeCapacity".into(), json!(seats));
        }
        Some(part.into())
    }

    /// The venues of an event, or the places in which it is held when none is named.
    fn locations(&self, doc: DocId, event: &Event) -> Vec<Value> {
        if event.venues.is_empty() {
            let places = self.site.documents[doc].meta.places.iter();
            return places.filter_map(|place| self.region(place)).collect();
        }
        event
            .venues
            .iter()
            .map(|venue| self.location(venue))
            .collect()
    }

    fn location(&self, venue: &Venue) -> Value {
        let mut address = Map::new();
        address.insert("@type".into(), json!("PostalAddress"));
        if let Some(street) = &venue.address {
            address.insert("streetAddress".into(), json!(street));
        }
        if let Some(region) = venue.place.as_ref().and_then(|place| self.full_name(place)) {
            address.insert("addressRegion".into(), json!(region));
        }
        address.insert("addressCountry".into(), json!("VN"));
        let mut place = Map::new();
        place.insert("@type".into(), json!("Place"));
        place.insert("name".into(), json!(venue.name));
        place.insert("address".into(), address.into());
        if let Some(commune) = &venue.commune {
            place.insert("identifier".into(), json!(commune));
        }
        if let Some(way_in) = venue.accessible.filter(|known| *known != Known::Unknown) {
            let name = self.text(self.site.config.lang(), "accessible_yes");
            let feature = json!({"@type": "LocationFeatureSpecification", "name": name, "value": way_in == Known::Yes});
            place.insert("amenityFeature".into(), feature);
        }
        place.into()
    }

    /// A place of which only the name is known.
    fn region(&self, place: &str) -> Option<Value> {
        let name = self.full_name(place)?;
        let address =
            json!({"@type": "PostalAddress", "addressRegion": name, "addressCountry": "VN"});
        Some(json!({"@type": "Place", "name": name, "address": address}))
    }

    pub(super) fn full_name(&self, place: &str) -> Option<&str> {
        let doc = self.site.named("place", place)?;
        match &self.site.documents[doc].kind {
            Kind::Place(place) => Some(&place.full_name),
            _ => None,
        }
    }
}

/// When it is and whether it is as announced. An event that was moved without its former time being known is told as it stands.
fn times(
    all: &mut Map<String, Value>,
    start: Moment,
    end: Option<Moment>,
    status: Option<EventStatus>,
    previous: Option<Moment>,
) {
    all.insert("startDate".into(), json!(start.offset()));
    if let Some(end) = end {
        all.insert("endDate".into(), json!(end.offset()));
    }
    let state = match status {
        Some(EventStatus::Cancelled) => "Cancelled",
        Some(EventStatus::Postponed) => "Postponed",
        Some(EventStatus::Online) => "MovedOnline",
        Some(EventStatus::Moved) if previous.is_some() => "Rescheduled",
        _ => "Scheduled",
    };
    all.insert(
        "eventStatus".into(),
        json!(format!("https://schema.org/Event{state}")),
    );
    if let Some(previous) = previous.filter(|_| state == "Rescheduled") {
        all.insert("previousStartDate".into(), json!(previous.offset()));
    }
}

/// The former time, when the words of a change have one: a day, a day with an hour in either order ("08:00, thứ Bảy, 10/10/2026"), or the
/// hour on the same day ("14:00 – 15:30").
fn previous(from: &str, start: Moment) -> Option<Moment> {
    if let Ok(moment) = Moment::parse(from.trim()) {
        return Some(moment);
    }
    let mut parts = from.split([',', ';', '–', '-']).map(str::trim);
    let hour = parts.find_map(Clock::parse);
    match date_in(from) {
        Some(day) => Some(Moment::on(day, hour)),
        // An hour that stands behind other words may be one of something else.
        None => {
            let first = from.split(['–', '-', ',']).next()?.trim();
            Some(Moment::on(start.date, Some(Clock::parse(first)?)))
        }
    }
}

fn one_or_many(all: &mut Map<String, Value>, key: &str, mut values: Vec<Value>) {
    let value = match values.len() {
        0 => return,
        1 => values.remove(0),
        _ => Value::Array(values),
    };
    all.insert(key.into(), value);
}

/// JSON in which no sign can begin a tag or a comment (HTML, section 4.12.1.3).
pub(super) fn escaped(value: &Value) -> String {
    let text = value.to_string();
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::previous;
    use crate::text::dates::Moment;

    #[test]
    fn former_times_are_read_as_people_write_them() {
        let start = Moment::parse("2026-10-11T09:15").unwrap();
        for (from, read) in [
            ("2026-10-10T08:00", Some("2026-10-10T08:00")),
            ("10/10/2026", Some("2026-10-10")),
            ("8h00, thứ 7, ngày 10/10/2026", Some("2026-10-10T08:00")),
            ("10/10/2026, 08:00 – 10:00", Some("2026-10-10T08:00")),
            ("14:00 – 15:30", Some("2026-10-11T14:00")),
            ("15:00, Nhà văn hóa ấp 3", Some("2026-10-11T15:00")),
            ("Nhà văn hóa ấp 3", None),
            ("Hội trường, gần cổng 7h", None),
        ] {
            let moment = previous(from, start).map(Moment::iso);
            assert_eq!(moment.as_deref(), read, "{from}");
        }
    }
}
