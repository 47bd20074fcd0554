//! The types a metadata value can have.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use serde::Serialize;

use super::{Node, NodeValue, Reader, Shape};
use crate::diag::Words;
use crate::rules;
use crate::source::Span;
use crate::text::dates::{Clock, Date, DateFault, DayMonth, Moment, of_spreadsheet};
use crate::text::fold::fold;
use crate::text::odd_days::century_of;

/// A type that reads itself from a node.
pub trait Value: Sized {
    /// Reads the value; faults go to `reader`.
    fn read(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// What may be written for it.
    fn shape() -> Shape;

    /// What the value is when its key is not there; nothing when the key is required.
    fn absent() -> Option<Self> {
        None
    }
}

/// A value that remembers where it stands. Two are equal when they say the same, wherever they stand.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    #[serde(skip)]
    pub span: Span,
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Value> Value for Spanned<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(|value| Self {
            value,
            span: node.span,
        })
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Value> Value for Option<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Some)
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let parted;
        let items = match &node.value {
            NodeValue::Cell(text) => {
                parted = items_of(text, node.span);
                &parted
            }
            _ => reader.sequence(node)?,
        };
        let values: Vec<Option<T>> = items.iter().map(|item| T::read(item, reader)).collect();
        values.into_iter().collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// The items in one cell of a table.
fn items_of(cell: &str, span: Span) -> Vec<Node> {
    let items = cell.split(';').map(str::trim);
    let items = items.filter(|item| !item.is_empty());
    let node = |item: &str| Node {
        span,
        value: NodeValue::Cell(item.to_owned()),
    };
    items.map(node).collect()
}

impl Value for Clock {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let clock = Self::parse(reader.text(node)?);
        let expected = Words {
            vi: "giờ, ví dụ 07:30 hoặc 7h30",
            en: "an hour such as 07:30",
        };
        clock.or_else(|| reader.expected(node, expected))
    }

    fn shape() -> Shape {
        Shape::Pattern("^[0-9]{1,2} *([:hgHG]|giờ) *([0-9]{1,2})? *(phút)?$")
    }
}

/// Keys are free; each value has the one type.
impl<T: Value> Value for BTreeMap<String, T> {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let map = reader.mapping(node)?;
        let pairs: Vec<Option<(String, T)>> = map
            .entries
            .iter()
            .map(|entry| Some((entry.key.clone(), T::read(&entry.value, reader)?)))
            .collect();
        pairs.into_iter().collect()
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl Value for Node {
    fn read(node: &Node, _: &mut Reader) -> Option<Self> {
        Some(node.clone())
    }

    fn shape() -> Shape {
        Shape::Anything
    }
}

impl Value for String {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        reader.text(node).map(str::to_owned)
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

/// Absent means no.
impl Value for bool {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let (written, expected) = match &node.value {
            // Spreadsheets write capitals, and people their own word or a cross.
            NodeValue::Cell(cell) => (
                fold(cell),
                Words {
                    vi: "có hoặc không (true, false)",
                    en: "true or false (có, không)",
                },
            ),
            _ => (
                reader.text(node)?.to_owned(),
                Words {
                    vi: "true hoặc false",
                    en: "true or false",
                },
            ),
        };
        let is_cell = matches!(node.value, NodeValue::Cell(_));
        match written.as_str() {
            "true" | "yes" => Some(true),
            "false" | "no" => Some(false),
            "co" | "x" | "dung" | "1" if is_cell => Some(true),
            "khong" | "sai" | "0" if is_cell => Some(false),
            _ => reader.expected(node, expected),
        }
    }

    fn shape() -> Shape {
        Shape::Truth
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

macro_rules! integer {
    ($($type:ty),*) => {$(
        impl Value for $type {
            fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
                match whole(reader.text(node)?, node).parse() {
                    Ok(number) => Some(number),
                    Err(_) => reader.expected(node, Words { vi: "một số nguyên", en: "a whole number" }),
                }
            }

            fn shape() -> Shape {
                Shape::Whole(i64::try_from(<$type>::MIN).unwrap_or(0))
            }
        }
    )*};
}

integer!(i16, i32, u32, usize);

/// A whole number without the points that spreadsheets set between its thousands: "1.200".
fn whole<'t>(text: &'t str, node: &Node) -> Cow<'t, str> {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let is_head = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let grouped = is_head && text.contains('.') && groups.all(|group| group.len() == 3);
    match node.value {
        NodeValue::Cell(_) if grouped => text.replace('.', "").into(),
        _ => text.into(),
    }
}

/// Which of `words` a cell means: the word itself however it is capitalised, or what it stands for, with or without its marks. A table is
/// filled in by people who were sent it, in the language that its other cells have.
pub fn word_meant<'w>(cell: &str, words: &[(&'w str, &str)]) -> Option<&'w str> {
    let written = fold(cell);
    let mut words = words.iter();
    let found = words.find(|(word, meaning)| {
        written == *word || written == fold(meaning.trim().trim_end_matches('.'))
    });
    found.map(|(word, _)| *word)
}

macro_rules! day {
    ($($type:ty: $pattern:expr, $vi:literal, $en:literal;)*) => {$(
        impl Value for $type {
            fn shape() -> Shape {
                Shape::Pattern($pattern)
            }

            fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
                let text = reader.text(node)?;
                let read: Result<Self, DateFault> = match &node.value {
                    NodeValue::Cell(cell) => <$type>::parse(&of_spreadsheet(cell)),
                    _ => <$type>::parse(text),
                };
                read.or_else(|fault| {
                    let told = match century_of(text) {
                        Some(day) if matches!(node.value, NodeValue::Cell(_)) => {
                            rules::ambiguous_year(node.span, text, day)
                        }
                        Some(day) => rules::ambiguous_date(node.span, text, day),
                        None => rules::bad_date(node.span, text, fault, Words { vi: $vi, en: $en }),
                    };
                    reader.fault(told).ok_or(())
                })
                .ok()
            }
        }
    )*};
}

/// Days as authors write them, as patterns: months have their days, and only 29/02 is left to the calendar.
macro_rules! pattern {
    (day of year) => {
        "((0?[1-9]|[12][0-9])/(0?[1-9]|1[0-2])|30/(0?[13-9]|1[0-2])|31/(0?[13578]|1[02]))"
    };
    (iso) => {
        "[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)"
    };
    (date) => {
        concat!("(", pattern!(iso), "|", pattern!(day of year), "/[0-9]{4})")
    };
}

day!(
    Date: concat!("^", pattern!(date), "$"),
        "2026-10-10 hoặc 10/10/2026 (ngày trước, tháng sau)", "2026-10-10 or 10/10/2026 (day first)";
    DayMonth: concat!("^", pattern!(day of year), "$"),
        "10/10 (ngày trước, tháng sau)", "10/10 (day first)";
    Moment: concat!("^", pattern!(date), r"([T ]([01]?[0-9]|2[0-3]):[0-5]?[0-9](\+07:00)?)?$"),
        "2026-10-10 hoặc 10/10/2026 (ngày trước, tháng sau); giờ viết liền sau: 2026-10-10T07:30",
        "2026-10-10 or 10/10/2026 (day first); an hour follows as 2026-10-10T07:30";
);
