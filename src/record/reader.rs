//! Reads records from nodes and gathers what is wrong.

use super::{Field, Mapping, Node, NodeValue, Record, Value};
use crate::diag::{Diagnostic, Words};
use crate::rules;

/// Reads values and keeps every fault it meets, so that one run tells them all.
#[derive(Debug, Default)]
pub struct Reader {
    /// The faults met so far.
    pub diagnostics: Vec<Diagnostic>,
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
        R::read_fields(map, self)
    }

    /// Notes every key of `map` that none of `fields` has.
    pub fn refuse_unknown(&mut self, map: &Mapping, fields: &[&[Field]]) {
        let known: Vec<&str> = fields.iter().copied().flatten().map(|f| f.name).collect();
        for entry in &map.entries {
            if !known.contains(&entry.key.as_str()) {
                self.diagnostics
                    .push(rules::unknown_key(entry.key_span, &entry.key, &known));
            }
        }
    }

    /// The value of `field` in `map`; what may be absent is read as such.
    pub fn field<T: Value>(&mut self, map: &Mapping, field: &Field) -> Option<T> {
        match map.get(field.name) {
            Some(node) => T::read(node, self),
            None => T::absent()
                .or_else(|| self.fault(rules::missing_field(map.span, field.name, field.doc))),
        }
    }

    /// The text of a scalar.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            NodeValue::Scalar { text, .. } | NodeValue::Cell(text) => Some(text),
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
