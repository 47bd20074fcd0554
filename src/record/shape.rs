//! What an author may write for a key, as data: made from the same definition that reads it.

use super::Field;

/// The shape of a value.
#[derive(Debug, Clone)]
pub enum Shape {
    /// Any text; also what YAML calls a number or a truth value, because it stays text here.
    Text,
    /// A text that fits a pattern (the part of ECMA 262 that every JSON Schema validator knows).
    Pattern(&'static str),
    /// A whole number from this one on.
    Whole(i64),
    /// Yes or no.
    Truth,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A list.
    List(Box<Shape>),
    /// Free keys with values of one shape.
    Map(Box<Shape>),
    /// The record of this name with these keys.
    Record(&'static str, &'static [Field]),
    /// One of several shapes.
    Either(Vec<Shape>),
    /// Whatever the author likes.
    Anything,
}
