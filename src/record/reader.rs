//! Reads records from nodes and gathers what is wrong.

use super::{Field, Mapping, Node, NodeValue, Record, Value};
use crate::diag::{Diagnostic, Words};
use crate::rules;
use crate::source::Span;

/// Reads values and keeps every fault it meets, so that one run tells them all.
#[derive(Debug, Default)]
pub struct Reader {
    /// The faults met so far.
    pub diagnostics: Vec<Diagnostic>,
    /// How many records the one being read lies in.
    depth: usize,
    /// Keys that mean nothing, with what they seem to mean.
    meant: Vec<(Span, String)>,
}

impl Reader {
    /// Notes a fault; the value is then missing.
    pub fn fault<T>(&mut self, diagnostic: Diagnostic) -> Option<T> {
        self.diagnostics.push(diagnostic);
        None
    }

    /// A record that has the whole of `node` to itself: keys it does not know are faults.
    pub fn record<R: Record>(&mut self, node: &Node) -> Option<R> {
        let map = self.mapping(node)?;
        self.refuse_unknown(map, &[R::FIELDS]);
        self.depth += 1;
        let record = R::read_fields(map, self);
        self.depth -= 1;
        record
    }

    /// Notes every key of `map` that none of `fields` has.
    pub fn refuse_unknown(&mut self, map: &Mapping, fields: &[&[Field]]) {
        let known: Vec<&str> = fields.iter().copied().flatten().map(|f| f.name).collect();
        for entry in &map.entries {
            if !known.contains(&entry.key.as_str()) {
                let near = map.meant(&entry.key, known.iter().copied());
                let meant = near.map(|near| (entry.key_span, near.to_owned()));
                self.meant.extend(meant);
                let tell = match map.head {
                    Some(_) => rules::unknown_column,
                    None => rules::unknown_key,
                };
                self.diagnostics
                    .push(tell(entry.key_span, &entry.key, near, &known));
            }
        }
    }

    /// The value of `field` in `map`; what may be absent is read as such. So is, of a document, what cannot be read, so that the rest of it is
    /// looked at in the same run: its fault keeps the document from being published.
    pub fn field<T: Value>(&mut self, map: &Mapping, field: &Field) -> Option<T> {
        match map.get(field.name) {
            Some(node) => T::read(node, self).or_else(|| {
                let is_of_document = self.depth == 0;
                is_of_document.then(T::absent).flatten()
            }),
            // What was mistyped is told, and is not missing as well.
            None if self.is_meant(map, field) => T::absent(),
            None => T::absent().or_else(|| self.fault(missing(map, field))),
        }
    }

    /// Whether a key of `map` that means nothing seems to mean `field`.
    fn is_meant(&self, map: &Mapping, field: &Field) -> bool {
        self.meant.iter().any(|(span, meant)| {
            let mut entries = map.entries.iter();
            meant == field.name && entries.any(|entry| entry.key_span == *span)
        })
    }

    /// The text of a scalar.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            NodeValue::Scalar { text, .. } | NodeValue::Cell(text) => Some(text),
            NodeValue::Mapping(map) if sentence(map).is_some() => {
                let written = sentence(map).unwrap_or_default();
                self.fault(rules::colon_in_text(node.span, &written))
            }
            _ => self.expected(
                node,
                Words {
                    vi: "một đoạn chữ",
                    en: "a text",
                },
            ),
        }
    }

    /// The pairs of a mapping.
    pub fn mapping<'n>(&mut self, node: &'n Node) -> Option<&'n Mapping> {
        match &node.value {
            NodeValue::Mapping(map) => Some(map),
            _ => self.expected(
                node,
                Words {
                    vi: "một nhóm khóa (khóa: giá trị)",
                    en: "a group of keys (key: value)",
                },
            ),
        }
    }

    /// The items of a list.
    pub fn sequence<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            NodeValue::Sequence(items) => Some(items),
            _ => self.expected(
                node,
                Words {
                    vi: "một danh sách ([a, b] hoặc các dòng bắt đầu bằng -)",
                    en: "a list ([a, b] or lines that begin with -)",
                },
            ),
        }
    }

    /// Notes that `node` is not what was asked for.
    pub fn expected<T>(&mut self, node: &Node, expected: Words) -> Option<T> {
        self.fault(rules::wrong_type(node.span, expected, node.describe()))
    }
}

/// The fault of a required value that is not there: its key, what stands behind its key, its column or its cell.
fn missing(map: &Mapping, field: &Field) -> Diagnostic {
    let mut entries = map.entries.iter();
    let empty = entries.find(|entry| entry.key == field.name);
    match (empty, map.head) {
        (Some(entry), Some(_)) => rules::missing_cell(entry.value.span, field.name, field.doc),
        (Some(entry), None) => rules::empty_field(entry.key_span, field.name, field.doc),
        (None, Some(head)) => rules::missing_column(head, field.name, field.doc),
        (None, None) => rules::missing_field(map.span, field.name, field.doc),
    }
}

/// The words that were read as a key with its value, because a colon stands in them.
fn sentence(map: &Mapping) -> Option<String> {
    let [entry] = map.entries.as_slice() else {
        return None;
    };
    match &entry.value.value {
        NodeValue::Scalar { text, plain: true } => Some(format!("{}: {text}", entry.key)),
        _ => None,
    }
}
