//! What the compiler knows, as tables: the open data of a site and the answers of `loa list`.
//!
//! Column names and identifiers are promises to those who build on them: a table may get further columns at its end, the first stay.
//! Identifiers are `<plan>:<address>`; a target adds its year, and its number when a clause holds several of one year.
//!
//! One file per table; the forms in which they are given out stand in [`form`], [`package`] and [`workbook`].

mod agencies;
mod assignments;
mod citations;
mod clauses;
mod deadlines;
mod documents;
mod doubts;
mod duties;
mod events;
pub mod form;
mod lessons;
pub mod package;
mod places;
mod points;
mod references;
mod results;
pub mod targets;
pub mod tasks;
pub mod workbook;

use crate::document::Document;
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::site::{DocId, Site};

/// A table with its rows.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it is.
    pub definition: &'static Definition,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

/// What a table is.
#[derive(Debug)]
pub struct Definition {
    /// Its name: `tasks`.
    pub name: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that tell a row from every other; empty when none do.
    pub key: &'static [&'static str],
    /// Columns whose values are those of another table: column, table, column there.
    pub refers: &'static [(&'static str, &'static str, &'static str)],
    rows: Rows,
}

/// Fills a table.
type Rows = fn(&Site) -> Vec<Vec<String>>;

/// A column of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells are.
    pub kind: CellKind,
    /// What it tells, for people.
    pub doc: &'static str,
}

/// What the cells of a column are. An empty cell is not stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A year.
    Year,
    /// A day: `2026-10-10`.
    Date,
}

/// A column of text.
const fn text(name: &'static str, doc: &'static str) -> Column {
    column(name, CellKind::Text, doc)
}

const fn column(name: &'static str, kind: CellKind, doc: &'static str) -> Column {
    Column { name, kind, doc }
}

/// Every table, in the order of their names.
pub static TABLES: &[&Definition] = &[
    &agencies::TABLE,
    &assignments::TABLE,
    &citations::TABLE,
    &clauses::TABLE,
    &deadlines::TABLE,
    &documents::TABLE,
    &doubts::TABLE,
    &duties::TABLE,
    &events::TABLE,
    &lessons::TABLE,
    &places::TABLE,
    &points::TABLE,
    &references::TABLE,
    &results::TABLE,
    &targets::TABLE,
    &tasks::TABLE,
];

/// The names of all tables.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name)
}

/// The table called `name`.
pub fn table(site: &Site, name: &str) -> Option<Table> {
    let definition = TABLES.iter().find(|table| table.name == name)?;
    Some(filled(site, definition))
}

/// Every table with its rows.
pub fn all(site: &Site) -> Vec<Table> {
    let tables = TABLES.iter();
    tables.map(|definition| filled(site, definition)).collect()
}

fn filled(site: &Site, definition: &'static Definition) -> Table {
    Table {
        definition,
        rows: (definition.rows)(site),
    }
}

/// The plans of the main language.
fn plans(site: &Site) -> impl Iterator<Item = (DocId, &Document, &Plan)> {
    site.of_kind("plan").filter_map(|doc| {
        let document = &site.documents[doc];
        match &document.kind {
            Kind::Plan(plan) => Some((doc, document, &**plan)),
            _ => None,
        }
    })
}

/// The address of a clause, absolute, so that it can be opened from a sheet.
fn clause_link(site: &Site, plan: DocId, address: &str) -> String {
    let page = site.routes[plan].under(&site.config.base_url());
    format!("{page}#{address}")
}

fn page_link(site: &Site, doc: DocId) -> String {
    site.routes[doc].under(&site.config.base_url())
}

/// The identifiers of a list in one cell, as XML Schema writes lists: with spaces between them.
fn joined<'i>(ids: impl IntoIterator<Item = &'i str>) -> String {
    ids.into_iter().collect::<Vec<_>>().join(" ")
}
