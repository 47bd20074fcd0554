//! Typed metadata. One definition of a record gives its struct, its reading with all faults in one run, its list of known keys,
//! and the documentation of each key.
//!
//! A YAML or CSV text becomes a tree of [`Node`]s in which every key and value keeps its span. Scalars stay text until a
//! type asks for something else, so telephone, clause and document numbers are never damaged.

pub mod csv;
mod node;
mod reader;
mod shape;
mod value;
pub mod yaml;

pub use node::{Entry, Mapping, Node, NodeValue};
pub use reader::Reader;
pub use shape::Shape;
pub use value::{Spanned, Value, word_meant};

/// One key of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key as authors write it.
    pub name: &'static str,
    /// Its meaning, for people.
    pub doc: &'static str,
    /// Whether it must be given.
    pub required: fn() -> bool,
    /// What may be written for it.
    pub shape: fn() -> Shape,
}

/// A struct that is read from a mapping; made by [`record!`].
pub trait Record: Sized {
    /// Every key, in the order of the definition.
    const FIELDS: &'static [Field];

    /// Reads the keys of this record from `map`, noting every fault. Keys of other records are let alone.
    fn read_fields(map: &Mapping, reader: &mut Reader) -> Option<Self>;
}

/// Defines a record: `key: Type` with a doc comment each. A type decides itself whether its key may be absent.
macro_rules! record {
    ($(#[doc = $doc:literal])* pub struct $name:ident { $($(#[doc = $field_doc:literal])+ pub $field:ident: $type:ty,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $($(#[doc = $field_doc])+ pub $field: $type,)* }

        impl $crate::record::Record for $name {
            const FIELDS: &'static [$crate::record::Field] = &[$($crate::record::Field {
                name: $crate::record::key(stringify!($field)),
                doc: concat!($($field_doc),+),
                required: || <$type as $crate::record::Value>::absent().is_none(),
                shape: <$type as $crate::record::Value>::shape,
            }),*];

            fn read_fields(map: &$crate::record::Mapping, reader: &mut $crate::record::Reader) -> Option<Self> {
                let mut fields = <Self as $crate::record::Record>::FIELDS.iter();
                $(let $field = reader.field(map, fields.next()?);)*
                Some(Self { $($field: $field?),* })
            }
        }

        impl $crate::record::Value for $name {
            fn read(node: &$crate::record::Node, reader: &mut $crate::record::Reader) -> Option<Self> {
                reader.record(node)
            }

            fn shape() -> $crate::record::Shape {
                $crate::record::Shape::Record(stringify!($name), <Self as $crate::record::Record>::FIELDS)
            }
        }
    };
}

/// Defines a value that is one of a few words: `Variant = "word"` with a doc comment each.
macro_rules! choice {
    ($(#[doc = $doc:literal])* pub enum $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident = $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub enum $name { $($(#[doc = $variant_doc])+ #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// The word as authors write it.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl $crate::record::Value for $name {
            fn read(node: &$crate::record::Node, reader: &mut $crate::record::Reader) -> Option<Self> {
                const WORDS: &[(&str, &str)] = &[$(($word, concat!($($variant_doc),+))),*];
                if let $crate::record::NodeValue::Cell(cell) = &node.value {
                    return match $crate::record::word_meant(cell, WORDS) {
                        $(Some($word) => Some(Self::$variant),)*
                        _ => reader.fault($crate::rules::unknown_cell(node.span, cell, WORDS)),
                    };
                }
                match reader.text(node)? {
                    $($word => Some(Self::$variant),)*
                    other => reader.fault($crate::rules::unknown_choice(node.span, other, &[$($word),*])),
                }
            }

            fn shape() -> $crate::record::Shape {
                $crate::record::Shape::Choice(&[$($word),*])
            }
        }
    };
}

pub(crate) use {choice, record};

/// The key of a field name: raw identifiers (`r#do`) lose their prefix.
pub const fn key(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}
