//! The tables of `content/data/`. Those that the compiler itself understands are typed; every table reaches templates as `data.<name>`.

use std::collections::BTreeMap;

use crate::record::{Node, NodeValue, Reader, Spanned, Value, csv, record, yaml};
use crate::rules;
use crate::source::{FileId, SourceFile};

record! {
    /// A row of `groups` and `topics`: something with a name that documents refer to.
    pub struct Named {
        /// Mã, chữ thường không dấu, nối bằng gạch.
        pub id: Spanned<String>,
        /// Tên cho người đọc.
        pub name: String,
        /// Một câu giải thích.
        pub description: Option<String>,
    }
}

/// All tables of a site.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// Audience groups by id, in the order of the table.
    pub groups: Vec<Named>,
    /// Topics by id, in the order of the table.
    pub topics: Vec<Named>,
    /// Every table by its file's name.
    pub tables: BTreeMap<String, Node>,
}

impl Data {
    /// Reads the table in `source`; its name is that of the file.
    pub fn add(&mut self, file: FileId, source: &SourceFile, reader: &mut Reader) {
        let name = source.path.rsplit('/').next().unwrap_or("");
        let (name, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let node = if extension == "csv" {
            csv::parse(&source.text, file, &mut reader.diagnostics)
        } else {
            match yaml::parse(&source.text, file, 0, &mut reader.diagnostics) {
                Ok(node) => node,
                Err(diagnostic) => return reader.diagnostics.push(*diagnostic),
            }
        };
        match name {
            "groups" => self.groups = named(&node, reader),
            "topics" => self.topics = named(&node, reader),
            _ => {}
        }
        self.tables.insert(name.to_owned(), node);
    }

    /// The group called `id`.
    pub fn group(&self, id: &str) -> Option<&Named> {
        self.groups.iter().find(|group| *group.id == id)
    }
}

fn named(node: &Node, reader: &mut Reader) -> Vec<Named> {
    if node.value == NodeValue::Null {
        return Vec::new();
    }
    // Row by row, so that a faulty one does not hide the others.
    let nodes = reader.sequence(node).unwrap_or_default();
    let rows: Vec<Named> = nodes
        .iter()
        .filter_map(|row| Value::read(row, reader))
        .collect();
    for (index, row) in rows.iter().enumerate() {
        if let Some(first) = rows[..index].iter().find(|other| *other.id == *row.id) {
            let fault = rules::duplicate_key(row.id.span, &row.id, first.id.span);
            reader.diagnostics.push(fault);
        }
    }
    rows
}
