//! The tables of `content/data/`. Those that the compiler itself understands are typed; every table reaches templates as `data.<name>`.

use std::collections::BTreeMap;

use crate::record::{Node, NodeValue, Reader, Spanned, Value, choice, csv, record, yaml};
use crate::rules;
use crate::source::{FileId, SourceFile, Span};

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

choice! {
    /// What an actor is.
    pub enum ActorKind {
        /// Một cơ quan.
        Body = "body",
        /// Một nhóm cơ quan, ví dụ “các sở, ban, ngành tỉnh”.
        Class = "class",
        /// Để ngỏ, ví dụ “các cơ quan, đơn vị có liên quan”.
        Open = "open",
    }
}

record! {
    /// A row of `agencies`: whoever leads, joins, is given a duty or receives a report.
    pub struct Agency {
        /// Mã, chữ thường không dấu, nối bằng gạch, kèm địa phương.
        pub id: Spanned<String>,
        /// Tên như in.
        pub name: String,
        /// Loại: body, class hoặc open.
        pub kind: ActorKind,
        /// Thuộc bên nào: state, party, union, business, school, press hoặc other.
        pub side: Option<String>,
        /// Địa phương; bỏ trống là không riêng nơi nào.
        pub place: Option<Spanned<String>>,
        /// Các cách viết khác trong kế hoạch.
        pub aliases: Vec<String>,
    }
}

/// All tables of a site.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// Audience groups by id, in the order of the table.
    pub groups: Vec<Named>,
    /// Topics by id, in the order of the table.
    pub topics: Vec<Named>,
    /// Actors, in the order of the table.
    pub agencies: Vec<Agency>,
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
            "agencies" => self.agencies = rows(&node, reader, |agency: &Agency| &agency.id),
            _ => {}
        }
        if let Some(first) = self.tables.get(name) {
            let fault = rules::duplicate_key(Span::whole(file), name, first.span);
            reader.diagnostics.push(fault);
        }
        self.tables.insert(name.to_owned(), node);
    }

    /// The group called `id`.
    pub fn group(&self, id: &str) -> Option<&Named> {
        self.groups.iter().find(|group| *group.id == id)
    }
}

fn named(node: &Node, reader: &mut Reader) -> Vec<Named> {
    rows(node, reader, |row: &Named| &row.id)
}

/// The rows of a table, one by one, so that a faulty one does not hide the others; an id that stands twice is a fault.
fn rows<R: Value>(node: &Node, reader: &mut Reader, id: impl Fn(&R) -> &Spanned<String>) -> Vec<R> {
    if node.value == NodeValue::Null {
        return Vec::new();
    }
    let nodes = reader.sequence(node).unwrap_or_default();
    let rows: Vec<R> = nodes
        .iter()
        .filter_map(|row| Value::read(row, reader))
        .collect();
    for (index, row) in rows.iter().enumerate() {
        let twin = rows[..index]
            .iter()
            .map(&id)
            .find(|other| ***other == **id(row));
        if let Some(first) = twin {
            let fault = rules::duplicate_key(id(row).span, id(row), first.span);
            reader.diagnostics.push(fault);
        }
    }
    rows
}
