//! Tables of a plan: rows that begin with a label are clauses.

use super::label::Label;
use super::{Builder, Class, Clause, Piece, numbered_end};
use crate::parse::markdown::{Block, Inline, Row, plain_text};
use crate::rules;

impl Builder<'_> {
    /// A table: rows that begin with a label are clauses below the open heading.
    pub(super) fn table(&mut self, block: &Block, head: &[Vec<Inline>], rows: &[Row]) {
        // A table belongs to a numbered clause, whatever paragraphs lead up to it.
        let classes: Vec<Class> = self
            .open
            .iter()
            .map(|&i| self.tree.clauses[i].class)
            .collect();
        self.open.truncate(numbered_end(&classes));
        let outer = self.open.clone();
        // The head is text of the clause in which the table stands.
        if let Some(&index) = outer.last() {
            for cell in head {
                let text = &mut self.tree.clauses[index].text;
                text.push(' ');
                text.push_str(&plain_text(cell));
            }
        }
        let task = task_column(head);
        let leads = lead_column(head);
        let rows = rows
            .iter()
            .map(|row| {
                let clause = self.row(row, &outer, task);
                // Whoever a row without a label names would lead nothing.
                let lead = leads.and_then(|lead| row.cells.get(lead));
                if let Some(lead) = lead.filter(|lead| clause.is_none() && !lead.is_empty()) {
                    let fault = rules::unlabelled_row(row.span, plain_text(lead).trim());
                    self.tree.diagnostics.push(fault);
                }
                clause
            })
            .collect();
        self.open = outer;
        self.tree.pieces.push(Piece::Table {
            block: block.clone(),
            owner: self.open.last().copied(),
            rows,
        });
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
            text: cells.join(" "),
            span: row.span,
        };
        let index = self.add(clause);
        if matches!(self.tree.clauses[index].class, Class::Roman) {
            self.open.push(index);
        }
        Some(index)
    }
}

/// The place, after that of the labels, of the column that says what is to be done.
fn task_column(head: &[Vec<Inline>]) -> usize {
    let names = ["nhiệm vụ", "nội dung", "công việc"];
    let is_task = |cell: &Vec<Inline>| {
        let head = plain_text(cell).to_lowercase();
        names.iter().any(|name| head.contains(name))
    };
    head.iter().skip(1).position(is_task).unwrap_or(0)
}

/// The place of the column that says who leads.
fn lead_column(head: &[Vec<Inline>]) -> Option<usize> {
    let names = ["chủ trì", "thực hiện"];
    head.iter().position(|cell| {
        let head = plain_text(cell).to_lowercase();
        names.iter().any(|name| head.contains(name)) && !head.contains("thời gian")
    })
}
