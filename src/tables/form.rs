//! A table as CSV and as JSON.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::{CellKind, Column, Table};

/// The table as CSV (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let head = table.definition.columns.iter().map(|column| column.name);
    let mut write = |row: &mut dyn Iterator<Item = &str>| {
        let cells: Vec<Cow<str>> = row.map(as_text).collect();
        let cells = cells.iter().map(|cell| cell.as_bytes());
        writer.write_record(cells).expect("memory takes every row");
    };
    write(&mut head.into_iter());
    for row in &table.rows {
        write(&mut row.iter().map(String::as_str));
    }
    writer.into_inner().expect("memory takes every row")
}

/// A cell that no spreadsheet takes for a formula (OWASP, "CSV Injection"): an apostrophe before it makes it text. JSON and the workbook
/// have it as it is.
fn as_text(cell: &str) -> Cow<'_, str> {
    let mut chars = cell.chars();
    let first = chars.next().unwrap_or_default();
    let is_number = |c: char| c.is_ascii_digit() || " .,".contains(c);
    let is_sum = "+-".contains(first) && !cell.is_empty() && !chars.all(is_number);
    let is_formula = matches!(first, '=' | '@' | '\t' | '\r') || is_sum;
    if is_formula {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

/// The table as JSON: a list of objects whose keys are the columns. Years and whole numbers are numbers, what is not stated is null.
pub fn json(table: &Table) -> Vec<u8> {
    let rows = table.rows.iter().map(|cells| Row {
        columns: table.definition.columns,
        cells,
    });
    let mut bytes = Vec::new();
    let mut writer = serde_json::Serializer::pretty(&mut bytes);
    writer.collect_seq(rows).expect("text is always JSON");
    bytes.push(b'\n');
    bytes
}

/// A row as an object.
struct Row<'t> {
    columns: &'t [Column],
    cells: &'t [String],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs = self.columns.iter().zip(self.cells);
        serializer.collect_map(pairs.map(|(column, cell)| (column.name, Cell(column.kind, cell))))
    }
}

struct Cell<'t>(CellKind, &'t str);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(kind, cell) = *self;
        let is_number = matches!(kind, CellKind::Integer | CellKind::Number | CellKind::Year);
        if cell.is_empty() {
            return serializer.serialize_none();
        }
        match (cell.parse::<i64>(), cell.parse::<f64>()) {
            (Ok(number), _) if is_number => serializer.serialize_i64(number),
            (_, Ok(number)) if kind == CellKind::Number => serializer.serialize_f64(number),
            _ => serializer.serialize_str(cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Definition, Key, text};

    #[test]
    fn cells_with_commas_and_quotes_are_quoted() {
        static SAMPLE: Definition = Definition {
            name: "sample",
            title: "Bảng thử",
            columns: &[text("id", "Mã"), text("text", "Lời")],
            key: Key::Columns(&["id"]),
            refers: &[],
            rows: |_| Vec::new(),
        };
        let table = Table {
            definition: &SAMPLE,
            rows: vec![vec!["a:i.1".to_owned(), "một, \"hai\"".to_owned()]],
        };
        let text = String::from_utf8(csv(&table)).unwrap();
        assert_eq!(text, "\u{feff}id,text\r\na:i.1,\"một, \"\"hai\"\"\"\r\n");
        let json: serde_json::Value = serde_json::from_slice(&json(&table)).unwrap();
        assert_eq!(json[0]["text"], "một, \"hai\"");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|'/C calc'!A0",
            "-cmd",
            "+1-1",
            "-2+3+cmd|' /C calc'!A0",
            "\t=1",
        ] {
            assert_eq!(as_text(cell), format!("'{cell}"));
        }
        for cell in ["", "-", "+", "-5", "+84 24 3", "a=b", "(1)"] {
            assert_eq!(as_text(cell), cell);
        }
    }
}
