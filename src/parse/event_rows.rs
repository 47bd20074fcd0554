//! Events from the rows of a table: one row is one session, rows with the same `event` are one event.
//!
//! Such an event is a document like any other; it has no body, and its places are the cells of the table.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Parsed;
use crate::diag::Diagnostic;
use crate::document::{DocPath, Document, Facts, Meta};
use crate::kind::event::{
    Attachment, Change, Contact, Event, EventRow, Outcome, Registration, RegistrationHow, Series,
    Session, Venue,
};
use crate::kind::{ClauseRef, Kind};
use crate::record::{Record as _, Spanned};
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::dates::Moment;
use crate::text::slug::slug;

/// The folder in which such events stand, as if each had a file of its own.
const FOLDER: &str = "su-kien";

/// The events of the table in `file`, whose text is `len` bytes long.
pub fn events(file: FileId, len: usize, rows: &[EventRow]) -> Vec<Parsed> {
    let mut order: Vec<&str> = Vec::new();
    let mut grouped: BTreeMap<&str, Vec<&EventRow>> = BTreeMap::new();
    for row in rows {
        let group = grouped.entry(row.event.as_str()).or_default();
        if group.is_empty() {
            order.push(row.event.as_str());
        }
        group.push(row);
    }
    let parsed = order.into_iter().map(|id| {
        let mut reader = Rows {
            rows: &grouped[id],
            faults: Vec::new(),
        };
        let path = DocPath::new(&format!("{FOLDER}/{}.md", slug(id)), &[]);
        let document = reader.document(file, len, &path).map(Arc::new);
        Parsed {
            path,
            document,
            diagnostics: reader.faults,
        }
    });
    parsed.collect()
}

/// The rows of one event.
struct Rows<'r> {
    rows: &'r [&'r EventRow],
    faults: Vec<Diagnostic>,
}

impl Rows<'_> {
    fn document(&mut self, file: FileId, len: usize, path: &DocPath) -> Option<Document> {
        let title = self.whole("title", |row| row.title.as_ref());
        let description = self.whole("description", |row| row.description.as_ref());
        // Both are looked for before either is given up, so that all faults come in one run.
        let (title, description) = (title?, description?);
        let mut meta = Meta::new(title, description);
        self.every_change_is_told();
        self.every_hour_has_its_day();
        meta.places = distinct(self.rows.iter().filter_map(|row| row.place.as_ref()));
        meta.audience = distinct(self.rows.iter().flat_map(|row| &row.audience));
        Some(Document {
            file,
            path: path.clone(),
            id: Document::id_of(path, &meta),
            meta,
            kind: Kind::Event(Box::new(self.event())),
            body_start: len,
            facts: Facts::default(),
        })
    }

    /// A value that one event has once: that of the first row that gives it.
    fn whole(
        &mut self,
        key: &'static str,
        of: impl Fn(&EventRow) -> Option<&Spanned<String>>,
    ) -> Option<Spanned<String>> {
        let mut given = self.rows.iter().filter_map(|row| of(row));
        let Some(first) = given.next() else {
            let row: Span = self.rows[0].event.span;
            let doc = EventRow::FIELDS.iter().find(|field| field.name == key);
            let doc = doc.map_or("", |field| field.doc);
            self.faults.push(rules::missing_field(row, key, doc));
            return None;
        };
        for other in given.filter(|other| other.value != first.value) {
            let fault = rules::rows_disagree(other.span, key, &self.rows[0].event, first.span);
            self.faults.push(fault);
        }
        Some(first.clone())
    }

    /// A time without words would be a change that nobody hears of.
    fn every_change_is_told(&mut self) {
        for row in self.rows {
            if changes_of(row).len() < row.changed_at.len()
                || changes_of(row).iter().any(|change| change.what.is_empty())
            {
                let at = row
                    .changed
                    .as_ref()
                    .map_or(row.event.span, |changed| changed.span);
                let doc = EventRow::FIELDS
                    .iter()
                    .find(|field| field.name == "changed");
                let doc = doc.map_or("", |field| field.doc);
                self.faults.push(rules::missing_field(at, "changed", doc));
            }
        }
    }

    /// An hour without a day, as merged cells of a spreadsheet leave it, would be lost; so would an end without a beginning.
    fn every_hour_has_its_day(&mut self) {
        for row in self.rows {
            let hours = row.from.as_ref().map(|from| from.span);
            let ends = row.to.as_ref().map(|to| to.span);
            let last = row.end_date.as_ref().map(|last| last.span);
            let missing = match (hours.or(ends).or(last), ends) {
                (Some(at), _) if row.date.is_none() => Some((at, "date")),
                (_, Some(at)) if hours.is_none() => Some((at, "from")),
                _ => None,
            };
            if let Some((at, key)) = missing {
                let mut fields = EventRow::FIELDS.iter();
                let doc = fields.find(|field| field.name == key);
                let doc = doc.map_or("", |field| field.doc);
                self.faults.push(rules::missing_field(at, key, doc));
            }
        }
    }

    fn first<T>(&self, of: impl Fn(&EventRow) -> Option<T>) -> Option<T> {
        self.rows.iter().find_map(|row| of(row))
    }

    fn list(&self, of: impl Fn(&EventRow) -> &Vec<Spanned<String>>) -> Vec<String> {
        let items = distinct(self.rows.iter().flat_map(|row| of(row)));
        items.into_iter().map(|item| item.value).collect()
    }

    fn event(&self) -> Event {
        let (venues, venue_of) = self.venues();
        let starts = self.rows.iter().filter_map(|row| start(row));
        let first = starts.min_by_key(|start| start.value);
        let ends = self.rows.iter().filter_map(|row| end(row).or(start(row)));
        let last = ends.max_by_key(|end| end.value);
        let last = last.filter(|last| {
            first
                .as_ref()
                .is_some_and(|first| first.value != last.value)
        });
        let statuses: Vec<_> = self.rows.iter().map(|row| row.status).collect();
        let same = statuses.iter().all(|status| *status == statuses[0]);
        Event {
            series: self.series(first.as_ref().map(|start| start.value)),
            rule: None,
            all_day: first
                .as_ref()
                .is_some_and(|first| first.value.time.is_none()),
            format: self.first(|row| row.format),
            venues,
            sessions: self.sessions(&venue_of),
            online_link: self.first(|row| row.online_link.clone()),
            activities: Vec::new(),
            organiser: self.list(|row| &row.organiser),
            partners: self.list(|row| &row.partners),
            languages: self.list(|row| &row.languages),
            seats: self.seats(),
            registration: self.registration(),
            cost: self.first(|row| row.cost.clone()),
            bring: self.list(|row| &row.bring),
            contact: self.contact(),
            documents: self.documents(),
            status: statuses[0].filter(|_| same),
            status_note: self.first(|row| row.status_note.clone()),
            changes: self.changes(),
            outcome: self.outcome(),
            plan_refs: self.plan_refs(),
            start: first,
            end: last,
        }
    }

    fn series(&self, start: Option<Moment>) -> Option<Series> {
        let id = self.first(|row| row.series.clone())?;
        Some(Series {
            name: self
                .first(|row| row.series_name.clone())
                .unwrap_or_else(|| id.clone()),
            year: start.map(|start| start.date.year()),
            theme: self.first(|row| row.theme.clone()),
            id,
        })
    }

    /// Every venue once, and which of them each row names.
    fn venues(&self) -> (Vec<Venue>, Vec<Option<String>>) {
        let mut venues: Vec<Venue> = Vec::new();
        let ids = self.rows.iter().map(|row| {
            let name = row.venue.clone()?;
            let same = |venue: &&Venue| {
                let here = venue.place.as_ref().map(|place| &place.value);
                venue.name == name
                    && venue.address == row.address
                    && here == row.place.as_ref().map(|place| &place.value)
            };
            if let Some(venue) = venues.iter().find(same) {
                return venue.id.clone();
            }
            let id = Some(format!("d{}", venues.len() + 1));
            venues.push(Venue {
                id: id.clone(),
                name,
                commune: row.commune.clone(),
                address: row.address.clone(),
                accessible: row.accessible,
                connected: row.connected,
                place: row.place.clone(),
                note: None,
            });
            id
        });
        let ids = ids.collect();
        (venues, ids)
    }

    /// One row without a name of its own is the event itself.
    fn sessions(&self, venue_of: &[Option<String>]) -> Vec<Session> {
        if let [row] = self.rows
            && row.session.is_none()
        {
            return Vec::new();
        }
        let title = self.first(|row| row.title.clone());
        let title = title.map(|title| title.value).unwrap_or_default();
        let sessions = self.rows.iter().zip(venue_of).map(|(row, venue)| Session {
            title: row.session.clone().unwrap_or_else(|| title.clone()),
            start: start(row),
            end: end(row),
            venue: venue.clone(),
            format: row.format,
            audience: row.audience.clone(),
            status: row.status,
            before: changes_of(row).pop().and_then(|change| change.from),
            note: row.note.clone(),
        });
        sessions.collect()
    }

    fn seats(&self) -> Option<u32> {
        let seats = self.rows.iter().filter_map(|row| row.seats);
        seats.reduce(u32::saturating_add)
    }

    fn registration(&self) -> Option<Registration> {
        let how = self.first(|row| row.register)?;
        let at = self.first(|row| row.register_at.clone());
        Some(Registration {
            how,
            link: at.clone().filter(|_| how == RegistrationHow::Link),
            phone: at
                .filter(|_| how == RegistrationHow::Phone)
                .map(|at| at.value),
        })
    }

    fn contact(&self) -> Option<Contact> {
        let contact = Contact {
            name: self.first(|row| row.contact.clone()),
            phone: self.first(|row| row.phone.clone()),
            email: self.first(|row| row.email.clone()),
        };
        let given = contact.name.is_some() || contact.phone.is_some() || contact.email.is_some();
        given.then_some(contact)
    }

    fn changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = self.rows.iter().flat_map(|row| changes_of(row)).collect();
        changes.sort_by_key(|change| change.at);
        changes
    }

    fn documents(&self) -> Vec<Attachment> {
        let documents = self.rows.iter().filter_map(|row| {
            Some(Attachment {
                title: row.document.clone()?,
                link: row.document_link.clone(),
            })
        });
        documents.collect()
    }

    fn outcome(&self) -> Option<Outcome> {
        Some(Outcome {
            text: self.first(|row| row.outcome.clone())?,
            evidence: self.first(|row| row.evidence.clone()),
            as_of: None,
        })
    }

    fn plan_refs(&self) -> Vec<ClauseRef> {
        let mut refs: Vec<ClauseRef> = Vec::new();
        for row in self.rows {
            if let (Some(plan), Some(clause)) = (&row.plan, &row.clause)
                && !refs.iter().any(|known| {
                    known.plan.value == plan.value && known.clause.value == clause.value
                })
            {
                refs.push(ClauseRef {
                    plan: plan.clone(),
                    clause: clause.clone(),
                });
            }
        }
        refs
    }
}

/// The changes that a row tells, each with its own words; a single one may have semicolons in them.
fn changes_of(row: &EventRow) -> Vec<Change> {
    let times = &row.changed_at;
    let each = |cell: &Option<Spanned<String>>| -> Vec<String> {
        let text = cell.as_ref().map_or("", |cell| cell.as_str());
        let one = [text.trim()];
        let items = text.split(';').map(str::trim).filter(|_| times.len() > 1);
        items
            .chain(one.into_iter().filter(|_| times.len() == 1))
            .map(str::to_owned)
            .collect()
    };
    let (what, from) = (each(&row.changed), each(&row.changed_from));
    let changes = times
        .iter()
        .zip(what)
        .enumerate()
        .map(|(at, (time, what))| Change {
            at: *time,
            what,
            from: from.get(at).filter(|from| !from.is_empty()).cloned(),
        });
    changes.collect()
}

fn start(row: &EventRow) -> Option<Spanned<Moment>> {
    let date = row.date.as_ref()?;
    let clock = row.from.as_ref().map(|from| from.value);
    Some(Spanned {
        value: Moment::on(date.value, clock),
        span: row.from.as_ref().map_or(date.span, |from| from.span),
    })
}

fn end(row: &EventRow) -> Option<Spanned<Moment>> {
    let date = row.end_date.as_ref().or(row.date.as_ref())?;
    let clock = row.to.as_ref();
    if clock.is_none() && row.end_date.is_none() {
        return None;
    }
    Some(Spanned {
        value: Moment::on(date.value, clock.map(|clock| clock.value)),
        span: clock.map_or(date.span, |clock| clock.span),
    })
}

/// Each value once, in the order of first appearance.
fn distinct<'v>(values: impl Iterator<Item = &'v Spanned<String>>) -> Vec<Spanned<String>> {
    let mut distinct: Vec<Spanned<String>> = Vec::new();
    for value in values {
        if !distinct.iter().any(|known| known.value == value.value) {
            distinct.push(value.clone());
        }
    }
    distinct
}
