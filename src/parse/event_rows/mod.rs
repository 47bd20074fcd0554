//! Events from the rows of a table: one row is one session, rows with the same `event` are one event.
//!
//! Such an event is a document like any other; it has no body, and its places are the cells of the table.

mod agree;
mod venues;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Parsed;
use crate::diag::Diagnostic;
use crate::document::{DocPath, Document, Facts, Meta};
use crate::kind::event::{
    Attachment, Change, Event, EventRow, Format, Outcome, Registration, RegistrationHow, Series,
    Session,
};
use crate::kind::{ClauseRef, Kind};
use crate::record::{Mapping, Record as _, Spanned};
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::dates::Moment;
use crate::text::slug::slug;

/// The folder in which such events stand, as if each had a file of its own.
const FOLDER: &str = "su-kien";

/// A table of events.
#[derive(Debug)]
pub struct Table<'t> {
    /// Its file.
    pub file: FileId,
    /// The length of its text.
    pub len: usize,
    /// Its rows.
    pub rows: &'t [EventRow],
    /// The first of them as it stands in the file, when all have the same columns.
    pub first: Option<&'t Mapping>,
}

impl Table<'_> {
    /// The head of the table, if it has no column `key`.
    fn head_without(&self, key: &str) -> Option<Span> {
        self.first.filter(|row| !row.has(key))?.head
    }

    /// Whether the column `key` is there under a mistyped name.
    fn mistypes(&self, key: &str) -> bool {
        self.first
            .is_some_and(|row| row.mistypes(key, EventRow::FIELDS))
    }
}

/// The events of all tables, and what is wrong with the ids of their rows.
pub fn events(tables: &[Table]) -> (Vec<Parsed>, Vec<Diagnostic>) {
    let mut parsed = Vec::new();
    let mut faults = Vec::new();
    let mut known: BTreeMap<String, Span> = BTreeMap::new();
    for table in tables {
        let mut lacking = BTreeSet::new();
        let mut order: Vec<String> = Vec::new();
        let mut grouped: BTreeMap<String, Vec<&EventRow>> = BTreeMap::new();
        for row in table.rows {
            let id = slug(&row.event);
            if id != row.event.value {
                faults.push(rules::bad_id(row.event.span, &row.event, &id));
            }
            if !grouped.contains_key(&id) && !id.is_empty() {
                order.push(id.clone());
            }
            grouped.entry(id).or_default().push(row);
        }
        for id in order {
            let rows = &grouped[&id];
            let at = rows[0].event.span;
            if let Some(first) = known.get(&id) {
                faults.push(rules::event_twice(at, &id, *first));
            } else {
                parsed.push(event(table, &id, rows, &mut lacking));
                known.insert(id, at);
            }
        }
    }
    (parsed, faults)
}

fn event(
    table: &Table,
    id: &str,
    rows: &[&EventRow],
    lacking: &mut BTreeSet<&'static str>,
) -> Parsed {
    let mut reader = Rows {
        table,
        rows,
        faults: Vec::new(),
        lacking,
    };
    let path = DocPath::new(&format!("{FOLDER}/{id}.md"), &[]);
    let document = reader.document(&path).map(Arc::new);
    Parsed {
        path,
        document,
        diagnostics: reader.faults,
    }
}

/// The rows of one event.
struct Rows<'r> {
    table: &'r Table<'r>,
    rows: &'r [&'r EventRow],
    faults: Vec<Diagnostic>,
    /// Columns that rows need and their table does not have, for all of its events.
    lacking: &'r mut BTreeSet<&'static str>,
}

impl Rows<'_> {
    fn document(&mut self, path: &DocPath) -> Option<Document> {
        let title = self.must("title", |row| row.title.as_ref());
        let description = self.must("description", |row| row.description.as_ref());
        // Both are looked for before either is given up, so that all faults come in one run.
        self.nothing_stands_alone();
        let (title, description) = (title?, description?);
        let mut meta = Meta::new(title, description);
        self.every_row_has_its_place();
        meta.places = distinct(self.rows.iter().filter_map(|row| row.place.as_ref()));
        meta.audience = self.audience();
        meta.updated = self.rows.iter().filter_map(|row| row.updated).max();
        Some(Document {
            file: self.table.file,
            path: path.clone(),
            id: Document::id_of(path, &meta),
            meta,
            kind: Kind::Event(Box::new(self.event())),
            body_start: self.table.len,
            facts: Facts::default(),
        })
    }

    fn event(&mut self) -> Event {
        let held = self.held();
        let starts = held.iter().filter_map(|row| start(row));
        let first = starts.min_by_key(|start| start.value);
        let last = self.last();
        let last = last.filter(|last| {
            first.as_ref().is_some_and(|first| {
                first.value != last.value && (last.time.is_some() || first.date != last.date)
            })
        });
        let (venues, venue_of) = venues::of(self);
        let status = self.status();
        // A word on how things stand belongs to what stands so.
        let status_note = match &status {
            None if self.rows.iter().any(|row| row.status.is_some()) => None,
            _ => self.whole("status_note", |row| row.status_note.as_ref()),
        };
        // An event without any change is told as a whole.
        if status.is_none() && self.rows.iter().any(|row| !row.changed_at.is_empty()) {
            self.every_change_has_its_time();
        }
        Event {
            series: self.series(first.as_ref().map(|start| start.value)),
            rule: None,
            all_day: self.rows.iter().all(|row| row.all_day),
            format: self.format(),
            venues,
            sessions: self.sessions(&venue_of, status_note.is_none()),
            online_link: self.whole("online_link", |row| row.online_link.as_ref()),
            activities: Vec::new(),
            organiser: self.whole_list("organiser", |row| &row.organiser),
            partners: self.whole_list("partners", |row| &row.partners),
            languages: self.whole_list("languages", |row| &row.languages),
            seats: self.seats(),
            registration: self.registration(),
            cost: self.text("cost", |row| row.cost.as_ref()),
            bring: self.whole_list("bring", |row| &row.bring),
            contact: self.contact(),
            documents: self.documents(),
            status,
            status_note: status_note.map(|note| note.value),
            changes: self.changes(),
            outcome: self.outcome(),
            plan_refs: self.plan_refs(),
            start: first,
            end: last,
        }
    }

    /// For whom all rows are; what only some of them say is said of their sessions.
    fn audience(&self) -> Vec<Spanned<String>> {
        let of = |row: &EventRow| distinct(row.audience.iter());
        let texts = |row: &EventRow| of(row).into_iter().map(|id| id.value);
        let first = self.rows[0];
        let same = self.rows.iter().all(|row| texts(row).eq(texts(first)));
        if same { of(first) } else { Vec::new() }
    }

    /// The rows that are held, when any is: the day that is left out does not make an event longer.
    fn held(&self) -> Vec<&EventRow> {
        let is_off = |row: &EventRow| row.status.as_ref().is_some_and(|status| status.is_off());
        let held = self.rows.iter().copied().filter(|row| !is_off(row));
        let held: Vec<&EventRow> = held.collect();
        let dated = held.iter().any(|row| row.date.is_some());
        if dated { held } else { self.rows.to_vec() }
    }

    /// When the last row ends. The hour at which it only begins is no end.
    fn last(&self) -> Option<Spanned<Moment>> {
        let held = self.held();
        let ends = held.iter().filter_map(|row| {
            let end = end(row);
            let known = end.is_some();
            Some((end.or(start(row))?, known))
        });
        let (last, known) = ends.max_by_key(|(end, known)| (end.value, *known))?;
        let value = if known {
            last.value
        } else {
            Moment::on(last.date, None)
        };
        Some(Spanned {
            value,
            span: last.span,
        })
    }

    fn text(
        &mut self,
        key: &'static str,
        of: impl Fn(&EventRow) -> Option<&Spanned<String>>,
    ) -> Option<String> {
        self.whole(key, of).map(|text| text.value)
    }

    /// A day with sessions in a room and on the net is both.
    fn format(&self) -> Option<Format> {
        let mut formats = self.rows.iter().filter_map(|row| row.format.as_ref());
        let first = formats.next()?.value;
        let same = formats.all(|format| format.value == first);
        Some(if same { first } else { Format::Hybrid })
    }

    fn series(&mut self, start: Option<Moment>) -> Option<Series> {
        let id = self.whole("series", |row| row.series.as_ref());
        let name = self.text("series_name", |row| row.series_name.as_ref());
        let theme = self.text("theme", |row| row.theme.as_ref());
        let id = id?;
        Some(Series {
            name: name.unwrap_or_else(|| id.value.clone()),
            year: start.map(|start| start.date.year()),
            theme,
            id,
        })
    }

    /// One row without a name of its own is the event itself.
    fn sessions(&self, venue_of: &[Option<String>], own_notes: bool) -> Vec<Session> {
        if let [row] = self.rows
            && row.session.is_none()
        {
            return Vec::new();
        }
        let title = self.rows.iter().find_map(|row| row.title.as_ref());
        let title = title.map(|title| title.value.clone()).unwrap_or_default();
        let sessions = self.rows.iter().zip(venue_of).map(|(row, venue)| Session {
            title: row.session.clone().unwrap_or_else(|| title.clone()),
            id: row.session_id.clone(),
            start: start(row),
            end: end(row),
            all_day: row.all_day,
            place: row.place.clone(),
            venue: venue.as_ref().map(|id| Spanned {
                value: id.clone(),
                span: row.event.span,
            }),
            format: row.format.as_ref().map(|format| format.value),
            audience: row.audience.clone(),
            seats: row.seats.as_ref().map(|seats| seats.value),
            status: row.status.clone(),
            before: changes_of(row).pop().and_then(|change| change.from),
            note: note(row, own_notes),
        });
        sessions.collect()
    }

    /// Seats of several rooms are those of each session and not one number.
    fn seats(&self) -> Option<u32> {
        let mut seats = self.rows.iter().filter_map(|row| row.seats.as_ref());
        let first = seats.next()?.value;
        let same = seats.all(|seats| seats.value == first);
        same.then_some(first)
    }

    fn registration(&mut self) -> Option<Registration> {
        let how = self.whole("register", |row| row.register.as_ref());
        let at = self.whole("register_at", |row| row.register_at.as_ref());
        let how = how?.value;
        if let Some(at) = at.as_ref().filter(|_| how == RegistrationHow::None) {
            self.faults.push(rules::register_unused(at.span, at));
        }
        Some(Registration {
            how,
            link: at.clone().filter(|_| how == RegistrationHow::Link),
            phone: at.filter(|_| how == RegistrationHow::Phone),
        })
    }

    fn changes(&self) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        for change in self.rows.iter().flat_map(|row| changes_of(row)) {
            // What is announced of several rows at once is one change; not each of them has to say what was before.
            let same = |known: &&mut Change| {
                let before =
                    known.from.is_none() || change.from.is_none() || known.from == change.from;
                known.at == change.at && known.what == change.what && before
            };
            match changes.iter_mut().find(same) {
                Some(known) => known.from = known.from.take().or(change.from),
                None => changes.push(change),
            }
        }
        changes.sort_by_key(|change| change.at.value);
        changes
    }

    fn documents(&self) -> Vec<Attachment> {
        let mut documents: Vec<Attachment> = Vec::new();
        for row in self.rows {
            let Some(title) = &row.document else { continue };
            let link = row.document_link.as_ref().map(|link| &link.value);
            let known = documents.iter().any(|known| {
                known.title == title.value && known.link.as_ref().map(|link| &link.value) == link
            });
            if !known {
                documents.push(Attachment {
                    title: title.value.clone(),
                    link: row.document_link.clone(),
                });
            }
        }
        documents
    }

    fn outcome(&mut self) -> Option<Outcome> {
        let text = self.text("outcome", |row| row.outcome.as_ref());
        let evidence = self.text("evidence", |row| row.evidence.as_ref());
        Some(Outcome {
            text: text?,
            evidence,
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

/// The changes that a row tells, each with its own words.
fn changes_of(row: &EventRow) -> Vec<Change> {
    let times = &row.changed_at;
    let each = |cell: &Option<Spanned<String>>| -> Vec<String> {
        let parts = cell.as_ref().map(|cell| parts(cell, times.len()));
        parts.unwrap_or_else(|| vec![String::new()])
    };
    let (what, from) = (each(&row.changed), each(&row.changed_from));
    let changes = times
        .iter()
        .zip(what)
        .enumerate()
        .map(|(at, (time, what))| Change {
            at: time.clone(),
            what,
            from: from.get(at).filter(|from| !from.is_empty()).cloned(),
        });
    changes.collect()
}

/// The words for each of `times` changes; those for a single one may have semicolons in them.
fn parts(cell: &str, times: usize) -> Vec<String> {
    if times <= 1 {
        return vec![cell.trim().to_owned()];
    }
    cell.split(';').map(|part| part.trim().to_owned()).collect()
}

/// What is said of a session: its note and, when the event as a whole has none, the word on how it stands.
fn note(row: &EventRow, own: bool) -> Option<String> {
    let status = row.status_note.as_ref().filter(|_| own);
    let parts = row.note.as_deref().into_iter();
    let parts: Vec<&str> = parts
        .chain(status.map(|note| note.value.as_str()))
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
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
