//! What the compiler knows, as tables: the open data of a site and the answers of `loa list`.
//!
//! Column names and identifiers are promises to those who build on them: a table may get further columns at its end, the first stay.
//! Identifiers are `<plan>:<address>`; a target adds its year, and its number when a clause holds several of one year.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::kind::Kind;
use crate::site::{RoleKind, RoleSource, Site, Task};

/// A table with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name: `tasks`.
    pub name: &'static str,
    /// The names of its columns.
    pub columns: &'static [&'static str],
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// One row of the list of tables.
struct Definition {
    name: &'static str,
    columns: &'static [&'static str],
    rows: fn(&Site) -> Vec<Vec<String>>,
}

/// Every table, in the order of their names.
static TABLES: &[Definition] = &[
    Definition {
        name: "agencies",
        columns: &["id", "name", "kind", "place"],
        rows: agencies,
    },
    Definition {
        name: "assignments",
        columns: &["task", "agency", "role", "source", "from_clause", "printed"],
        rows: assignments,
    },
    Definition {
        name: "clauses",
        columns: &["plan", "address", "label", "parent", "citation", "text"],
        rows: clauses,
    },
    Definition {
        name: "doubts",
        columns: &["plan", "clause", "text", "note"],
        rows: doubts,
    },
    Definition {
        name: "references",
        columns: &["plan", "clause", "printed", "target", "state"],
        rows: references,
    },
    Definition {
        name: "targets",
        columns: &[
            "id",
            "plan",
            "clause",
            "year",
            "group",
            "comparator",
            "value",
            "unit",
        ],
        rows: targets,
    },
    Definition {
        name: "tasks",
        columns: &["id", "plan", "clause", "text", "time", "assignment"],
        rows: tasks,
    },
];

/// The names of all tables.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name)
}

/// The table called `name`.
pub fn table(site: &Site, name: &str) -> Option<Table> {
    let definition = TABLES.iter().find(|table| table.name == name)?;
    Some(Table {
        name: definition.name,
        columns: definition.columns,
        rows: (definition.rows)(site),
    })
}

fn plans(site: &Site) -> impl Iterator<Item = (&Document, &crate::kind::plan::Plan)> {
    site.of_kind("plan").filter_map(|doc| {
        let document = &site.documents[doc];
        match &document.kind {
            Kind::Plan(plan) => Some((document, &**plan)),
            _ => None,
        }
    })
}

fn agencies(site: &Site) -> Vec<Vec<String>> {
    let rows = site.data.agencies.iter().map(|agency| {
        let place = agency.place.as_ref().map(|place| place.value.clone());
        vec![
            agency.id.value.clone(),
            agency.name.clone(),
            agency.kind.word().to_owned(),
            place.unwrap_or_default(),
        ]
    });
    rows.collect()
}

fn clauses(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(document, _)| {
        let clauses = &document.facts.clauses;
        clauses.iter().map(|clause| {
            let parent = clause.parent.map(|parent| clauses[parent].address.clone());
            vec![
                document.id().to_owned(),
                clause.address.clone(),
                clause.label.clone(),
                parent.unwrap_or_default(),
                clause.citation.clone(),
                clause.text.clone(),
            ]
        })
    });
    rows.collect()
}

fn doubts(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(document, plan)| {
        plan.doubts.iter().map(|doubt| {
            vec![
                document.id().to_owned(),
                doubt.clause.value.clone(),
                doubt.text.clone(),
                doubt.note.clone().unwrap_or_default(),
            ]
        })
    });
    rows.collect()
}

fn references(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(document, _)| {
        document.facts.references.iter().map(|reference| {
            let lost = reference
                .targets
                .iter()
                .any(|target| document.clause(target).is_none());
            let state = match (lost, reference.scope) {
                (true, _) => "unresolved",
                (false, true) => "scope",
                (false, false) => "resolved",
            };
            vec![
                document.id().to_owned(),
                reference.clause.clone(),
                reference.printed.replace('\n', " "),
                reference.targets.join(" "),
                state.to_owned(),
            ]
        })
    });
    rows.collect()
}

fn targets(site: &Site) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (document, plan) in plans(site) {
        let mut seen: BTreeMap<(&str, i16), usize> = BTreeMap::new();
        for target in &plan.targets {
            let number = seen.entry((&target.clause, target.year)).or_insert(0);
            *number += 1;
            let again = if *number == 1 {
                String::new()
            } else {
                format!("-{number}")
            };
            rows.push(vec![
                format!(
                    "{}:{}:{}{again}",
                    document.id(),
                    *target.clause,
                    target.year
                ),
                document.id().to_owned(),
                target.clause.value.clone(),
                target.year.to_string(),
                target.group.value.clone(),
                target.comparator.word().to_owned(),
                target.value.value.clone(),
                target.unit.word().to_owned(),
            ]);
        }
    }
    rows
}

fn task_id(site: &Site, task: &Task) -> String {
    let document = &site.documents[task.plan];
    format!(
        "{}:{}",
        document.id(),
        document.facts.clauses[task.clause].address
    )
}

fn tasks(site: &Site) -> Vec<Vec<String>> {
    let rows = site.tasks.iter().map(|task| {
        let document = &site.documents[task.plan];
        let clause = &document.facts.clauses[task.clause];
        vec![
            task_id(site, task),
            document.id().to_owned(),
            clause.address.clone(),
            clause.text.clone(),
            task.time.clone().unwrap_or_default(),
            task.assigned().map_or("none", source).to_owned(),
        ]
    });
    rows.collect()
}

fn assignments(site: &Site) -> Vec<Vec<String>> {
    let rows = site.tasks.iter().flat_map(|task| {
        task.roles.iter().map(move |role| {
            let agency = role
                .agency
                .map(|agency| site.data.agencies[agency].id.value.clone());
            let kind = match role.kind {
                RoleKind::Lead => "lead",
                RoleKind::Coordinate => "coordinate",
            };
            vec![
                task_id(site, task),
                agency.unwrap_or_default(),
                kind.to_owned(),
                source(role.source).to_owned(),
                role.from.clone(),
                role.printed.clone(),
            ]
        })
    });
    rows.collect()
}

fn source(source: RoleSource) -> &'static str {
    match source {
        RoleSource::Printed => "printed",
        RoleSource::Reference => "reference",
    }
}

/// The table as CSV (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect());
    for row in std::iter::once(table.columns.to_vec()).chain(rows) {
        let row: Vec<&str> = row;
        writer.write_record(row).expect("memory takes every row");
    }
    writer.into_inner().expect("memory takes every row")
}

/// The table as JSON: a list of objects whose keys are the columns.
pub fn json(table: &Table) -> Vec<u8> {
    let rows = table.rows.iter().map(|row| {
        let pairs = table.columns.iter().zip(row);
        let pairs = pairs.map(|(column, cell)| ((*column).to_owned(), cell.as_str().into()));
        serde_json::Value::Object(pairs.collect())
    });
    let rows: Vec<serde_json::Value> = rows.collect();
    let mut bytes = serde_json::to_vec_pretty(&rows).expect("text is always JSON");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        let table = Table {
            name: "tasks",
            columns: &["id", "text"],
            rows: vec![vec!["a:i.1".to_owned(), "một, \"hai\"".to_owned()]],
        };
        let text = String::from_utf8(csv(&table)).unwrap();
        assert_eq!(text, "\u{feff}id,text\r\na:i.1,\"một, \"\"hai\"\"\"\r\n");
        let json: serde_json::Value = serde_json::from_slice(&json(&table)).unwrap();
        assert_eq!(json[0]["text"], "một, \"hai\"");
    }
}
