//! CSV text (RFC 4180) to [`Node`]s: the first row names the keys, every further row is a mapping. Empty cells are absent values.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Entered;

use super::{Entry, Mapping, Node, NodeValue};
use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};

/// Parses `text` into a list of mappings; rows that do not fit the head are pushed to `faults` and left out.
pub fn parse(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Node {
    let span = |start, end| Span::new(file, start, end);
    // Spreadsheets leave rows of nothing but commas behind, also above the head.
    let filled = |row: &Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty());
    let mut table: Vec<Vec<Cell>> = rows(text).into_iter().filter(filled).collect();
    without_empty_columns(&mut table);
    let mut rows = table.into_iter();
    let head: Vec<(String, Span)> = rows
        .next()
        .unwrap_or_default()
        .into_iter()
        .map(|cell| (cell.text.trim().to_owned(), span(cell.start, cell.end)))
        .collect();
    let mut firsts: HashMap<&str, Span> = HashMap::new();
    for (key, place) in &head {
        match firsts.entry(key) {
            Entered::Occupied(first) => {
                faults.push(rules::duplicate_key(*place, key, *first.get()));
            }
            Entered::Vacant(free) => {
                free.insert(*place);
            }
        }
    }
    let ends = (head.first(), head.last());
    let heads = match ends {
        (Some((_, first)), Some((_, last))) => Some(Span {
            end: last.end,
            ..*first
        }),
        _ => None,
    };
    let mut items = Vec::new();
    for row in rows {
        let place = row_span(&row, file);
        if row.len() != head.len() {
            faults.push(rules::table_row(place, row.len(), head.len()));
            continue;
        }
        let entries = head
            .iter()
            .zip(row)
            .map(|((key, place), cell)| Entry {
                key: key.clone(),
                key_span: *place,
                value: cell.into_node(file),
            })
            .collect();
        items.push(Node {
            span: place,
            value: NodeValue::Mapping(Mapping {
                span: place,
                entries,
                head: heads,
            }),
        });
    }
    Node {
        span: Span::whole(file),
        value: NodeValue::Sequence(items),
    }
}

/// The text of one cell and where it stands, quotes included.
#[derive(Debug, Default)]
struct Cell {
    text: String,
    start: usize,
    end: usize,
}

impl Cell {
    fn into_node(self, file: FileId) -> Node {
        let text = self.text.trim().to_owned();
        Node {
            span: Span::new(file, self.start, self.end),
            value: if text.is_empty() {
                NodeValue::Null
            } else {
                NodeValue::Cell(text)
            },
        }
    }
}

/// Takes off the columns at the right that have neither a head nor a value: a spreadsheet writes as many as it was once wide.
fn without_empty_columns(table: &mut [Vec<Cell>]) {
    let is_empty = |cell: &Cell| cell.text.trim().is_empty();
    let Some(width) = table.first().map(Vec::len) else {
        return;
    };
    let used = |row: &Vec<Cell>| {
        row.iter()
            .rposition(|cell| !is_empty(cell))
            .map_or(0, |at| at + 1)
    };
    let used = table.iter().map(used).max().unwrap_or(0);
    for row in table.iter_mut().filter(|row| row.len() == width) {
        row.truncate(used.max(1));
    }
}

fn row_span(row: &[Cell], file: FileId) -> Span {
    let start = row.first().map_or(0, |cell| cell.start);
    Span::new(file, start, row.last().map_or(start, |cell| cell.end))
}

/// Splits the text with the automaton of `csv-core`'s grammar, keeping the place of every cell; blank lines are no rows.
fn rows(text: &str) -> Vec<Vec<Cell>> {
    let (begins, delimiter) = named_delimiter(text).unwrap_or_else(|| (0, delimiter(text)));
    let mut reader = csv_core::ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .build();
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let (mut at, mut start, mut content) = (begins, begins, Vec::new());
    let mut buffer = [0; 256];
    loop {
        let (result, read, written) = reader.read_field(&text.as_bytes()[at..], &mut buffer);
        at += read;
        content.extend_from_slice(&buffer[..written]);
        match result {
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::Field { record_end } => {
                let raw = text[start..at].trim_end_matches(['\n', delimiter]);
                let blank = raw.len() - raw.trim_start_matches('\n').len();
                row.push(Cell {
                    text: String::from_utf8_lossy(&std::mem::take(&mut content)).into_owned(),
                    start: start + blank,
                    end: start + raw.len().max(blank),
                });
                start = at;
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            csv_core::ReadFieldResult::End => return rows,
        }
    }
}

/// The line with which Excel names what parts the cells, `sep=;`, and what it names.
fn named_delimiter(text: &str) -> Option<(usize, char)> {
    let line = text.lines().next()?;
    let named = line.trim_matches('"').strip_prefix("sep=")?;
    let delimiter = named.chars().next().filter(char::is_ascii).unwrap_or('\t');
    Some(((line.len() + 1).min(text.len()), delimiter))
}

/// What parts the cells: spreadsheets set to Vietnamese write semicolons, because the comma is their decimal mark; cells that are
/// pasted as text have tabs between them.
fn delimiter(text: &str) -> char {
    let is_head = |line: &&str| line.contains(char::is_alphanumeric);
    let head = text.lines().find(is_head).unwrap_or("");
    let count = |mark: char| head.matches(mark).count();
    let others = [';', '\t'].into_iter();
    let most = others.max_by_key(|mark| count(*mark)).unwrap_or(',');
    if count(most) > count(',') { most } else { ',' }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn cells_keep_their_place() {
        let text = "id,name\na,\"Sở Tài chính, tỉnh\"\n\nb,\n";
        let mut faults = Vec::new();
        let node = parse(text, Sources::default().add("a.csv", text), &mut faults);
        let NodeValue::Sequence(rows) = node.value else {
            panic!("not a list")
        };
        assert!(faults.is_empty());
        assert_eq!(rows.len(), 2);
        let NodeValue::Mapping(row) = &rows[0].value else {
            panic!("not a mapping")
        };
        let cell = row.get("name").unwrap();
        assert_eq!(&text[cell.span.range()], "\"Sở Tài chính, tỉnh\"");
        assert_eq!(cell.value, NodeValue::Cell("Sở Tài chính, tỉnh".to_owned()));
    }

    #[test]
    fn other_marks_of_spreadsheets_are_read() {
        for text in [
            "id;so\na;\"1,5\"\n",
            "id\tso\na\t1,5\n",
            "sep=;\nid;so\na;1,5\n",
            "\"sep=;\"\nid;so\na;1,5\n",
        ] {
            let mut faults = Vec::new();
            let node = parse(text, Sources::default().add("a.csv", text), &mut faults);
            let NodeValue::Sequence(rows) = node.value else {
                panic!("not a list")
            };
            let NodeValue::Mapping(row) = &rows[0].value else {
                panic!("not a mapping")
            };
            let cell = row.get("so").unwrap();
            assert_eq!(cell.value, NodeValue::Cell("1,5".to_owned()), "{text}");
            assert!(text[cell.span.range()].contains("1,5"));
            assert!(faults.is_empty());
        }
    }

    #[test]
    fn tabs_and_empty_rows_above_the_head_are_read() {
        let text = "\t\t\nid\tten\na\tB, C\n";
        let mut faults = Vec::new();
        let node = parse(text, Sources::default().add("a.csv", text), &mut faults);
        let NodeValue::Sequence(rows) = node.value else {
            panic!("not a list")
        };
        let NodeValue::Mapping(row) = &rows[0].value else {
            panic!("not a mapping")
        };
        let cell = row.get("ten").map(|cell| cell.value.clone());
        assert_eq!(cell, Some(NodeValue::Cell("B, C".to_owned())));
        assert!(faults.is_empty());
    }

    #[test]
    fn short_rows_are_told() {
        let text = "id,name\na\n";
        let mut faults = Vec::new();
        parse(text, Sources::default().add("a.csv", text), &mut faults);
        assert_eq!(faults[0].rule.code, "table-row");
    }
}
