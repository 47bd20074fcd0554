//! What the rows of one event say together: a value that holds for the whole of it stands once or is the same everywhere, and nothing
//! stands alone that means nothing without its neighbour. What is wrong is told at its cell; nothing is taken silently from one row.

use super::{Rows, changes_of, parts};
use crate::diag::Diagnostic;
use crate::kind::event::{Contact, EventRow, EventStatus, RegistrationHow};
use crate::record::{Record as _, Spanned};
use crate::rules;
use crate::source::Span;

impl Rows<'_> {
    /// A value that one event has once; rows that differ are told.
    pub(super) fn whole<T: Clone + PartialEq>(
        &mut self,
        key: &'static str,
        of: impl Fn(&EventRow) -> Option<&Spanned<T>>,
    ) -> Option<Spanned<T>> {
        let mut given = self.rows.iter().filter_map(|row| of(row));
        let first = given.next()?;
        for other in given.filter(|other| other.value != first.value) {
            let fault = rules::rows_disagree(other.span, key, &self.rows[0].event, first.span);
            self.faults.push(fault);
        }
        Some(first.clone())
    }

    /// The same for a cell with several values.
    pub(super) fn whole_list(
        &mut self,
        key: &'static str,
        of: impl Fn(&EventRow) -> &Vec<Spanned<String>>,
    ) -> Vec<String> {
        let texts = |items: &[Spanned<String>]| -> Vec<String> {
            items.iter().map(|item| item.value.clone()).collect()
        };
        let mut given = self.rows.iter().map(|row| of(row).as_slice());
        let mut given = given.by_ref().filter(|items| !items.is_empty());
        let Some(first) = given.next() else {
            return Vec::new();
        };
        for other in given.filter(|other| texts(other) != texts(first)) {
            let (at, event) = (other[0].span, &self.rows[0].event);
            self.faults
                .push(rules::rows_disagree(at, key, event, first[0].span));
        }
        texts(first)
    }

    /// The same for a value without which there is no event.
    pub(super) fn must(
        &mut self,
        key: &'static str,
        of: impl Fn(&EventRow) -> Option<&Spanned<String>>,
    ) -> Option<Spanned<String>> {
        let value = self.whole(key, of);
        match self.table.head_without(key) {
            Some(head) => self.lacks_column(key, |doc| rules::missing_column(head, key, doc)),
            None if value.is_none() => self.lacks(self.rows[0].event.span, key),
            None => {}
        }
        value
    }

    /// Notes that what stands at `at` needs a value in the column `key`. Of a column that is not there the first row speaks for all.
    fn lacks(&mut self, at: Span, key: &'static str) {
        let tell = |doc| rules::missing_cell(at, key, doc);
        match self.table.head_without(key) {
            Some(_) => self.lacks_column(key, tell),
            None => self.faults.push(tell(doc(key))),
        }
    }

    /// Notes once that the table has no column `key`, unless it is there under a mistyped name, which is told.
    fn lacks_column(&mut self, key: &'static str, tell: impl Fn(&'static str) -> Diagnostic) {
        if self.lacking.insert(key) && !self.table.mistypes(key) {
            self.faults.push(tell(doc(key)));
        }
    }

    /// Cells of a row that say nothing without another cell of the same row.
    pub(super) fn nothing_stands_alone(&mut self) {
        for row in self.rows {
            self.every_change_is_told(row);
            self.every_hour_has_its_day(row);
            self.every_venue_has_a_name(row);
            let pairs = [
                (
                    span(&row.plan),
                    row.clause.as_ref().map(|clause| clause.span),
                    "plan",
                    "clause",
                ),
                (
                    span(&row.document),
                    span(&row.document_link),
                    "document",
                    "",
                ),
            ];
            for (first, second, one, other) in pairs {
                match (first, second) {
                    (None, Some(at)) => self.lacks(at, one),
                    (Some(at), None) if !other.is_empty() => self.lacks(at, other),
                    _ => {}
                }
            }
        }
        let somewhere =
            |of: fn(&EventRow) -> Option<Span>| self.rows.iter().find_map(|row| of(row));
        let found = [
            (
                somewhere(|row| span(&row.evidence)),
                somewhere(|row| span(&row.outcome)),
                "outcome",
            ),
            (
                somewhere(|row| span(&row.series_name)),
                somewhere(|row| span(&row.series)),
                "series",
            ),
            (
                somewhere(|row| span(&row.theme)),
                somewhere(|row| span(&row.series)),
                "series",
            ),
            (
                somewhere(|row| span(&row.register_at)),
                somewhere(|row| span(&row.register)),
                "register",
            ),
            (
                somewhere(|row| {
                    let how = row.register.as_ref()?;
                    (how.value != RegistrationHow::None).then_some(how.span)
                }),
                somewhere(|row| span(&row.register_at)),
                "register_at",
            ),
        ];
        for (given, needed, key) in found {
            if let (Some(at), None) = (given, needed) {
                self.lacks(at, key);
            }
        }
    }

    /// A time without words would be a change that nobody hears of, and words without a time are none that is shown.
    fn every_change_is_told(&mut self, row: &EventRow) {
        let times = row.changed_at.len();
        let changed = span(&row.changed);
        let untold = changes_of(row).len() < times
            || changes_of(row).iter().any(|change| change.what.is_empty());
        if untold {
            self.lacks(changed.unwrap_or(row.event.span), "changed");
        }
        for cell in [&row.changed, &row.changed_from].into_iter().flatten() {
            if times == 0 || parts(cell, times).len() > times {
                self.lacks(cell.span, "changed_at");
            }
        }
    }

    /// An hour without a day, as merged cells of a spreadsheet leave it, would be lost; so would an end without a beginning.
    fn every_hour_has_its_day(&mut self, row: &EventRow) {
        let hours = span(&row.from);
        let ends = span(&row.to);
        match (hours.or(ends).or(span(&row.end_date)), ends) {
            (Some(at), _) if row.date.is_none() => self.lacks(at, "date"),
            (_, Some(at)) if hours.is_none() => self.lacks(at, "from"),
            _ => {}
        }
    }

    /// What is said of a room that has neither name nor address would be said of nothing.
    fn every_venue_has_a_name(&mut self, row: &EventRow) {
        let said = span(&row.commune).or(span(&row.accessible));
        if row.venue.is_none()
            && row.address.is_none()
            && let Some(at) = said
        {
            self.lacks(at, "venue");
        }
    }

    /// When rows name several places, a row that names none would stand at all of them.
    pub(super) fn every_row_has_its_place(&mut self) {
        let mut places = self.rows.iter().filter_map(|row| row.place.as_deref());
        let first = places.next();
        if places.any(|place| Some(place) != first) {
            let without = self.rows.iter().filter(|row| row.place.is_none());
            let cells: Vec<Span> = without.map(|row| row.event.span).collect();
            for at in cells {
                self.lacks(at, "place");
            }
        }
    }

    /// How the whole event stands. What is planned or confirmed may be said once for all rows; what is called off or moved may not,
    /// because a row that says nothing could be either.
    pub(super) fn status(&mut self) -> Option<Spanned<EventStatus>> {
        let mut given = self.rows.iter().filter_map(|row| row.status.as_ref());
        let first = given.next()?;
        let same = given.all(|status| status.value == first.value);
        let mut given = self.rows.iter().filter_map(|row| row.status.as_ref());
        if let Some(change) = given.find(|status| status.is_change()) {
            let without = self.rows.iter().filter(|row| row.status.is_none());
            let faults = without
                .map(|row| rules::row_without_status(row.event.span, change.word(), change.span));
            self.faults.extend(faults);
        }
        same.then(|| first.clone())
    }

    /// Of parts of an event that stand differently, each must say itself what has changed.
    pub(super) fn every_change_has_its_time(&mut self) {
        if self.table.mistypes("changed_at") {
            return;
        }
        let changed = self.rows.iter().filter(|row| {
            let status = row.status.as_ref();
            status.is_some_and(|status| status.is_change()) && row.changed_at.is_empty()
        });
        let statuses = changed.filter_map(|row| row.status.as_ref());
        self.faults
            .extend(statuses.map(|status| rules::change_untold(status.span, status.word())));
    }

    /// Whom to ask: name, telephone and mail stand together in one row, so that nobody is given somebody else's number.
    pub(super) fn contact(&mut self) -> Option<Contact> {
        let cells = |row: &EventRow| [row.contact.clone(), row.phone.clone(), row.email.clone()];
        let count = |row: &EventRow| cells(row).iter().flatten().count();
        let mut rows = self.rows.iter().rev();
        let fullest = rows.by_ref().max_by_key(|row| count(row))?;
        let whole = cells(fullest);
        for row in self.rows {
            for ((key, own), known) in ["contact", "phone", "email"]
                .into_iter()
                .zip(cells(row))
                .zip(&whole)
            {
                let Some(own) = own else { continue };
                if known.as_ref().is_none_or(|known| known.value != own.value) {
                    let first = known.as_ref().or(whole.iter().flatten().next());
                    let first = first.map_or(own.span, |cell| cell.span);
                    let fault = rules::rows_disagree(own.span, key, &self.rows[0].event, first);
                    self.faults.push(fault);
                }
            }
        }
        let [name, phone, email] = whole;
        (count(fullest) > 0).then(|| Contact {
            name: name.map(|name| name.value),
            phone,
            email,
        })
    }
}

/// What the column `key` means.
fn doc(key: &str) -> &'static str {
    let mut fields = EventRow::FIELDS.iter();
    let field = fields.find(|field| field.name == key);
    field.map_or("", |field| field.doc)
}

fn span<T>(cell: &Option<Spanned<T>>) -> Option<Span> {
    cell.as_ref().map(|cell| cell.span)
}
