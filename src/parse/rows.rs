//! Units that the rows of events, help points and agencies name.

use super::words::{self, Said};
use crate::data::{AgencyUnit, Data};
use crate::diag::Diagnostic;
use crate::document::Link;
use crate::record::{Mapping, Node, NodeValue};
use crate::rules;
use crate::source::{FileId, SourceFile, Span};
use crate::text::dates::{Date, of_spreadsheet};
use crate::text::units;

/// Tells of districts in the rows of `file`, and puts the other units into `data` with the days of their rows.
pub(super) fn units(
    file: FileId,
    source: &SourceFile,
    data: &mut Data,
    faults: &mut Vec<Diagnostic>,
) {
    let is_events = data.events.iter().any(|(known, _)| *known == file);
    let is_points = data.points.iter().any(|point| point.name.span.file == file);
    let Some(NodeValue::Sequence(rows)) = data.table_of(file).map(|table| &table.value) else {
        return;
    };
    let mut found = Vec::new();
    for row in rows {
        let NodeValue::Mapping(row) = &row.value else {
            continue;
        };
        // Where help is to be had is told as of today.
        let today = is_points.then(units::abolished);
        let Some(day) = day(row).filter(|_| is_events).or(today) else {
            continue;
        };
        for said in words::of(row) {
            if day >= units::abolished() {
                faults.extend(districts(&said, source));
            }
            found.extend(words::units_of(&said, source, true).map(|unit| (day, unit)));
        }
    }
    data.units.extend::<Vec<(Date, Link)>>(found);
}

/// Puts the units that stand in the names of agencies into `data`.
pub(super) fn agencies(file: FileId, source: &SourceFile, data: &mut Data) {
    let Some(NodeValue::Sequence(rows)) = data.tables.get("agencies").map(|table| &table.value)
    else {
        return;
    };
    let mut found = Vec::new();
    for row in rows.iter().filter(|row| row.span.file == file) {
        let NodeValue::Mapping(row) = &row.value else {
            continue;
        };
        let id = row.get("id").and_then(Node::text);
        let said = row.get("name").and_then(|name| words::value("name", name));
        let (Some(id), Some(said)) = (id, said) else {
            continue;
        };
        for unit in units::all(said.text) {
            let target = said.text[unit.range].to_owned();
            let span = words::place(&said, source, &target);
            let is_district = unit.is_district;
            let unit = Link { target, span };
            found.push((id.to_owned(), AgencyUnit { unit, is_district }));
        }
    }
    data.units_of_agencies.extend(found);
}

/// Columns that hold days.
const DAYS: &[&str] = &["date", "end_date", "as_of", "checked_on", "updated"];

/// Tells of days in a column of `file` that has the month first somewhere: each of them may be two days.
pub(super) fn dates(file: FileId, data: &Data, faults: &mut Vec<Diagnostic>) {
    let Some(NodeValue::Sequence(rows)) = data.table_of(file).map(|table| &table.value) else {
        return;
    };
    for key in DAYS {
        let cells = rows.iter().filter_map(|row| match &row.value {
            NodeValue::Mapping(row) => row.get(key),
            _ => None,
        });
        let cells: Vec<(&str, Span)> = cells
            .filter_map(|node| match &node.value {
                NodeValue::Cell(text) => Some((text.as_str(), node.span)),
                _ => None,
            })
            .collect();
        let Some((_, first)) = cells.iter().find(|(text, _)| is_month_first(text)) else {
            continue;
        };
        let may_be_two = |(text, span): &(&str, Span)| {
            let day = Date::parse(&of_spreadsheet(text)).ok()?;
            let other = day.swapped().filter(|other| *other != day)?;
            Some(rules::ambiguous_cell(*span, text, day, other, *first))
        };
        faults.extend(cells.iter().filter_map(may_be_two));
    }
}

fn is_month_first(text: &str) -> bool {
    let text = of_spreadsheet(text);
    let mut parts = text.split('/');
    let (Some(month), Some(day), Some(year)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    Date::parse(&text).is_err() && Date::parse(&format!("{day}/{month}/{year}")).is_ok()
}

fn day(row: &Mapping) -> Option<Date> {
    match &row.get("date")?.value {
        NodeValue::Cell(text) | NodeValue::Scalar { text, .. } => {
            Date::parse(&of_spreadsheet(text)).ok()
        }
        _ => None,
    }
}

fn districts(said: &Said, source: &SourceFile) -> Vec<Diagnostic> {
    let ranges = units::districts(said.text).into_iter();
    let names = ranges.map(|range| &said.text[range]);
    names
        .map(|name| rules::district_gone(words::place(said, source, name), name))
        .collect()
}
