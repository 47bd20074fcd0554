//! What the compiler knows, as tables: the open data of a site and the answers of `loa list`.
//!
//! Column names and identifiers are promises to those who build on them: a table may get further columns at its end, the first stay.
//! Identifiers are `<plan>:<address>`; a target adds its year, and its number when a clause holds several of one year. Rows that have
//! no name of their own get an identifier made of what they say ([`Key::Made`]).
//!
//! One file per table; the forms in which they are given out stand in [`form`], [`package`] and [`workbook`], the files in [`published`].

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
mod plans;
mod points;
pub mod published;
mod references;
mod results;
mod sessions;
pub mod targets;
pub mod tasks;
pub mod workbook;

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::document::Document;
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::site::{DocId, Site};
use crate::text::numbers::parse_number;
use crate::text::slug::slug;

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
    /// What tells a row from every other.
    pub key: Key,
    /// Columns whose values are those of another table.
    pub refers: &'static [Refers],
    rows: Rows,
}

/// What tells a row of a table from every other.
#[derive(Debug, Clone, Copy)]
pub enum Key {
    /// These columns together.
    Columns(&'static [&'static str]),
    /// The last column, `id`, which is made of these: `tra-vinh:v.1:report`, a second row of the same with `:2`.
    Made(&'static [&'static str]),
}

impl Key {
    /// The columns that are the key.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Columns(columns) => columns,
            Self::Made(_) => &["id"],
        }
    }
}

/// Columns of one table whose values stand in another: columns, table, columns there.
pub type Refers = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

/// Names a clause by the columns `plan` and `clause`.
const TO_CLAUSES: Refers = (&["plan", "clause"], "clauses", &["plan", "address"]);
/// Names a plan by the column `plan`.
const TO_PLANS: Refers = (&["plan"], "plans", &["id"]);

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
    /// A number, with a point before its decimals.
    Number,
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

/// A printed number as programs read it, "12.500" as `12500` and "62,5" as `62.5`; empty for what is none.
fn plain_number(printed: &str) -> String {
    let number = parse_number(printed);
    number.map(|number| number.to_string()).unwrap_or_default()
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
    &plans::TABLE,
    &points::TABLE,
    &references::TABLE,
    &results::TABLE,
    &sessions::TABLE,
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
    let mut rows = (definition.rows)(site);
    if let Key::Made(of) = definition.key {
        number(definition, of, &mut rows);
    }
    Table { definition, rows }
}

/// Gives every row the identifier that is made of its columns called `of`.
fn number(definition: &Definition, of: &[&str], rows: &mut [Vec<String>]) {
    let at = |name: &&str| {
        let mut columns = definition.columns.iter();
        columns.position(|column| column.name == *name)
    };
    let parts: Vec<usize> = of.iter().filter_map(at).collect();
    let mut given: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let words = parts.iter().map(|&part| id_part(&row[part]));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let mut id = words.join(":");
        let times = given.entry(id.clone()).or_insert(0);
        *times += 1;
        if *times > 1 {
            let _ = write!(id, ":{times}");
        }
        row.push(id);
    }
}

/// A cell as a part of an identifier: identifiers and addresses as they are, other words as their slug.
fn id_part(cell: &str) -> String {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ":.-_".contains(c);
    if cell.chars().all(plain) {
        cell.to_owned()
    } else {
        slug(cell)
    }
}

/// The plans of the main language.
fn plans(site: &Site) -> impl Iterator<Item = (DocId, &Document, &Plan)> {
    site.of_kind("plan").filter_map(|doc| {
        let document = &*site.documents[doc];
        match &document.kind {
            Kind::Plan(plan) => Some((doc, document, &**plan)),
            _ => None,
        }
    })
}

/// The address of a clause, absolute, so that it can be opened from a sheet.
fn clause_link(site: &Site, plan: DocId, address: &str) -> String {
    let page = page_link(site, plan);
    if address.is_empty() {
        return page;
    }
    format!("{page}#{address}")
}

fn page_link(site: &Site, doc: DocId) -> String {
    site.routes[doc].under(&site.config.base_url())
}

/// The identifiers of a list in one cell, as XML Schema writes lists: with spaces between them.
fn joined<'i>(ids: impl IntoIterator<Item = &'i str>) -> String {
    ids.into_iter().collect::<Vec<_>>().join(" ")
}
