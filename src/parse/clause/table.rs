//! Tables of a plan: rows that begin with a label are clauses.

use super::label::Label;
use super::line::announced;
use super::place::numbered_end;
use super::{Builder, Class, Clause, Piece};
use crate::document::AssignmentKind;
use crate::parse::markdown::{Block, Inline, Row, plain_text};
use crate::rules;
use crate::source::Span;
use crate::text::due::Due;

/// What is written for "as above".
const DITTO: [&str; 11] = [
    "\"",
    "”",
    "“",
    "''",
    "//",
    "-//-",
    "- // -",
    "nt",
    "-nt-",
    "như trên",
    "- nt -",
];

/// How the column is called that says what is to be done.
const TASK_HEADS: [&str; 3] = ["nhiệm vụ", "nội dung", "công việc"];

/// How rows of sums begin.
const SUMS: [&str; 3] = ["tổng cộng", "tổng số", "ghi chú"];

/// How many words of a row are shown.
const WORDS_SHOWN: usize = 6;

impl<'t> Builder<'t> {
    /// A table: rows that begin with a label are clauses below the open heading.
    pub(super) fn table(&mut self, block: &Block<'t>, head: &[Vec<Inline>], body: &[Row]) {
        // A table belongs to a numbered clause, whatever paragraphs lead up to it.
        let classes: Vec<Class> = self
            .open
            .iter()
            .map(|&i| self.tree.clauses[i].class)
            .collect();
        self.open.truncate(numbered_end(&classes));
        let outer = self.open.clone();
        if let Some(&index) = outer.last() {
            for cell in head {
                let words = &mut self.tree.clauses[index].head;
                words.push_str(&plain_text(cell));
                words.push('\n');
            }
        }
        let task = task_column(head);
        let rows = body
            .iter()
            .map(|row| {
                let clause = self.row(row, &outer, task);
                // Whoever a row without a label names would do nothing.
                if let Some(named) = named(head, row).filter(|_| clause.is_none()) {
                    let fault = rules::unlabelled_row(row.span, &named);
                    self.tree.diagnostics.push(fault);
                }
                clause
            })
            .collect();
        let rows: Vec<Option<usize>> = rows;
        let tasks = head.iter().any(|cell| is_task_head(cell));
        if rows.iter().any(Option::is_some) {
            self.unread_rows(head, body, &rows);
        }
        if tasks || rows.iter().any(Option::is_some) {
            self.unread_columns(head, body);
            self.ditto_cells(head, body, &rows);
        }
        // A table of two columns that names somebody under a task says it of no row.
        let first = head.first().filter(|_| head.len() == 2);
        if let (Some(first), Some(second)) = (first, head.get(1))
            && announced(&plain_text(first)).is_some()
            && let Some(span) = first.first().map(|first| first.span)
        {
            let fault = rules::unlabelled_row(span, plain_text(second).trim());
            self.tree.diagnostics.push(fault);
        }
        self.open = outer;
        self.tree.pieces.push(Piece::Table {
            block: block.clone(),
            owner: self.open.last().copied(),
            rows,
        });
    }

    /// Tells of rows without a label among those that have one. Who is named in one is told with it; the second row of a head, numbers of
    /// columns and sums say nothing of their own.
    fn unread_rows(&mut self, head: &[Vec<Inline>], body: &[Row], clauses: &[Option<usize>]) {
        let rows = body.iter().zip(clauses);
        let rows = rows.filter(|(row, clause)| clause.is_none() && named(head, row).is_none());
        for (row, _) in rows {
            let cells = row
                .cells
                .iter()
                .map(|cell| plain_text(cell).trim().to_owned());
            let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
            let is_head = cells.iter().all(|cell| announced(cell).is_some());
            let mut lower = cells.iter().map(|cell| cell.to_lowercase());
            let is_sum = lower
                .any(|cell| cell == "cộng" || SUMS.iter().any(|words| cell.starts_with(words)));
            let has_words = cells
                .iter()
                .any(|cell| cell.split_whitespace().nth(1).is_some());
            if has_words && !is_head && !is_sum {
                let cells = cells.join(" ");
                let words: Vec<&str> = cells.split_whitespace().take(WORDS_SHOWN).collect();
                let fault = rules::unread_row(row.span, &words.join(" "));
                self.tree.diagnostics.push(fault);
            }
        }
    }

    /// Tells of columns that name somebody or a time in words that are not understood.
    fn unread_columns(&mut self, head: &[Vec<Inline>], body: &[Row]) {
        const HINTS: [&str; 8] = [
            "đơn vị",
            "cơ quan",
            "chủ trì",
            "phối hợp",
            "phân công",
            "tiến độ",
            "hạn",
            "thực hiện",
        ];
        const OTHERS: [&str; 5] = ["đơn vị tính", "kinh phí", "kết quả", "sản phẩm", "nguồn"];
        for (at, cell) in head.iter().enumerate().skip(1) {
            let name = plain_text(cell).trim().to_owned();
            let lower = name.to_lowercase();
            let hints = HINTS.iter().any(|hint| lower.contains(hint))
                && !OTHERS.iter().any(|other| lower.contains(other));
            let is_task = is_task_head(cell);
            let filled = body
                .iter()
                .any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
            let hints = hints || is_schedule(&lower, at, body);
            if hints
                && filled
                && !is_task
                && announced(&name).is_none()
                && let Some(first) = cell.first()
            {
                self.tree
                    .diagnostics
                    .push(rules::unread_column(first.span, &name));
            }
        }
    }

    /// Tells of cells that mean the one above them: those of Word's merged cells are empty.
    fn ditto_cells(&mut self, head: &[Vec<Inline>], body: &[Row], clauses: &[Option<usize>]) {
        for (column, name) in head.iter().enumerate().skip(1) {
            let name = plain_text(name).trim().to_owned();
            let Some(kind) = announced(&name) else {
                continue;
            };
            let mut filled = false;
            for (row, clause) in body.iter().zip(clauses) {
                let Some(clause) = clause.map(|clause| &self.tree.clauses[clause]) else {
                    continue;
                };
                let cell = row.cells.get(column);
                let said = cell.map(|cell| plain_text(cell).trim().to_lowercase());
                let said = said.unwrap_or_default();
                let is_group = clause.class == Class::Roman;
                let merged = said.is_empty() && filled && kind == AssignmentKind::Lead && !is_group;
                if merged || is_ditto(&said) {
                    let fault = rules::ditto_cell(row.span, &clause.label, &name);
                    self.tree.diagnostics.push(fault);
                }
                filled |= !said.is_empty();
            }
        }
    }

    fn row(&mut self, row: &Row, outer: &[usize], task: usize) -> Option<usize> {
        let printed = plain_text(row.cells.first()?).trim().to_owned();
        let label = Label::of_row(&printed)?;
        if outer.is_empty() {
            return None;
        }
        // Row numbers start again under every group of the table.
        let group = self
            .open
            .iter()
            .position(|&i| !outer.contains(&i) && self.tree.clauses[i].class == Class::Roman);
        match (label.class, group) {
            (Class::Roman, _) => self.open.truncate(outer.len()),
            (Class::Arabic, Some(group)) => self.open.truncate(group + 1),
            (Class::Arabic, None) => self.open.truncate(outer.len()),
            _ => {}
        }
        let parent = self.open.last().copied();
        let cells: Vec<String> = row
            .cells
            .iter()
            .skip(1)
            .map(|cell| plain_text(cell))
            .collect();
        let parent_address = parent.map_or("", |parent| &self.tree.clauses[parent].address);
        let clause = Clause {
            address: format!("{parent_address}.{}", label.row_segment()),
            label: label.printed,
            class: label.class,
            parent,
            depth: parent.map_or(0, |parent| self.tree.clauses[parent].depth + 1),
            heading: None,
            title: String::new(),
            cell: cells.get(task).cloned().unwrap_or_default(),
            text: in_one(&cells),
            head: String::new(),
            says_who: false,
            span: label_of(row),
        };
        let index = self.add(clause);
        if matches!(self.tree.clauses[index].class, Class::Roman) {
            self.open.push(index);
        }
        Some(index)
    }
}

/// Whether a cell only says that it is as the one above it.
pub fn is_ditto(cell: &str) -> bool {
    let said = cell.trim().to_lowercase();
    DITTO.contains(&said.trim_end_matches('.'))
}

/// The cells of a row as one text, with a mark between those that have none.
fn in_one(cells: &[String]) -> String {
    let mut text = String::new();
    for cell in cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
    {
        if !text.is_empty() {
            let ends = text.ends_with(['.', ';', ':', ',', '!', '?']);
            text.push_str(if ends { " " } else { "; " });
        }
        text.push_str(cell);
    }
    text
}

/// Whether a column is that of a year or a quarter in which rows have crosses: "2025", "Năm 2026".
fn is_schedule(head: &str, at: usize, body: &[Row]) -> bool {
    const CROSSES: [&str; 6] = ["x", "v", "✓", "✔", "√", "+"];
    let is_time =
        Due::parse(head).is_some() || head.starts_with("quý ") || head.starts_with("tháng ");
    let cells = body.iter().filter_map(|row| row.cells.get(at));
    let mut cells = cells.map(|cell| plain_text(cell).trim().to_lowercase());
    is_time && cells.any(|cell| CROSSES.contains(&cell.as_str()))
}

/// The place, after that of the labels, of the column that says what is to be done.
fn task_column(head: &[Vec<Inline>]) -> usize {
    let mut cells = head.iter().skip(1);
    cells.position(|cell| is_task_head(cell)).unwrap_or(0)
}

fn is_task_head(cell: &[Inline]) -> bool {
    let head = plain_text(cell).to_lowercase();
    TASK_HEADS.iter().any(|name| head.contains(name))
}

/// Who is named in a row: in a column of those who lead or join, or behind such words in a table that stands on its side.
fn named(head: &[Vec<Inline>], row: &Row) -> Option<String> {
    let names = |cell: &[Inline]| {
        let kind = announced(&plain_text(cell));
        kind.is_some_and(|kind| kind != AssignmentKind::Time)
    };
    let columns = head.iter().zip(&row.cells).skip(1);
    let below = columns.filter(|(head, _)| names(head));
    let first = row.cells.first().filter(|first| names(first));
    let beside = first.and_then(|_| row.cells.get(1));
    let cells = below.map(|(_, cell)| cell).chain(beside);
    let cells = cells.map(|cell| plain_text(cell).trim().to_owned());
    // The second row of a head, and the numbers of columns, name nobody.
    let mut cells =
        cells.filter(|cell| cell.contains(char::is_alphabetic) && announced(cell).is_none());
    cells.next()
}

/// Where the label of a row stands: its first cell, or the row when that is empty.
fn label_of(row: &Row) -> Span {
    match row.cells.first().map(Vec::as_slice) {
        Some([first, .., last]) => Span {
            end: last.span.end,
            ..first.span
        },
        Some([only]) => only.span,
        _ => row.span,
    }
}
