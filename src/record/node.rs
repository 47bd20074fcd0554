//! The tree that YAML and CSV texts become.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Field;
use crate::diag::Words;
use crate::source::Span;
use crate::text::nearest::nearest;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where the value stands.
    pub span: Span,
    /// What it is.
    pub value: NodeValue,
}

/// The shapes of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeValue {
    /// Nothing was written.
    Null,
    /// Text as written; `plain` when it stood without quotes.
    Scalar {
        /// The text.
        text: String,
        /// Whether it stood without quotes.
        plain: bool,
    },
    /// Text of one cell of a table; where a list is asked for, its items stand between semicolons.
    Cell(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values.
    Mapping(Mapping),
}

/// Keys and values in the order written.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// Where the mapping begins.
    pub span: Span,
    /// The pairs; no key stands twice.
    pub entries: Vec<Entry>,
    /// Where the heads of the columns stand, for a row of a table.
    pub head: Option<Span>,
}

/// One key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Mapping {
    /// The value of `key`, unless nothing was written for it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
            .filter(|node| node.value != NodeValue::Null)
    }

    /// Whether `key` stands here, with a value or without.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// What the unknown key `key` seems to mean: the nearest of `known` that does not stand here as well; of a key that is no column also one
    /// that does, because somebody may have written both.
    pub fn meant<'k>(
        &self,
        key: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) -> Option<&'k str> {
        let known: Vec<&str> = known.into_iter().collect();
        let free = known.iter().copied().filter(|known| !self.has(known));
        let written = known.iter().copied().filter(|_| self.head.is_none());
        nearest(key, free).or_else(|| nearest(key, written))
    }

    /// Whether a key that none of `fields` has seems to mean `key`. That it means nothing is told.
    pub fn mistypes(&self, key: &str, fields: &[Field]) -> bool {
        let known = || fields.iter().map(|field| field.name);
        let mut keys = self.entries.iter().map(|entry| entry.key.as_str());
        keys.any(|other| {
            !known().any(|known| known == other) && self.meant(other, known()) == Some(key)
        })
    }
}

impl Node {
    /// The words of a value that is nothing else.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar { text, .. } | NodeValue::Cell(text) => Some(text),
            _ => None,
        }
    }

    /// What the value is, in words.
    pub fn describe(&self) -> Words {
        match &self.value {
            NodeValue::Null => Words {
                vi: "chỗ trống",
                en: "nothing",
            },
            NodeValue::Scalar { .. } | NodeValue::Cell(_) => Words {
                vi: "một đoạn chữ",
                en: "a text",
            },
            NodeValue::Sequence(_) => Words {
                vi: "một danh sách",
                en: "a list",
            },
            NodeValue::Mapping(_) => Words {
                vi: "một nhóm khóa",
                en: "a group of keys",
            },
        }
    }
}

/// Free data goes to templates as text; only an unquoted `true` or `false` becomes a truth value.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.value {
            NodeValue::Null => serializer.serialize_none(),
            NodeValue::Cell(text) => serializer.serialize_str(text),
            NodeValue::Scalar { text, plain } => match text.as_str() {
                "true" if *plain => serializer.serialize_bool(true),
                "false" if *plain => serializer.serialize_bool(false),
                _ => serializer.serialize_str(text),
            },
            NodeValue::Sequence(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            NodeValue::Mapping(mapping) => {
                let mut map = serializer.serialize_map(Some(mapping.entries.len()))?;
                for entry in &mapping.entries {
                    map.serialize_entry(&entry.key, &entry.value)?;
                }
                map.end()
            }
        }
    }
}
