//! Template values from typed ones.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Map, Value};

/// Collects pairs into a template's map, in their order.
#[derive(Debug, Default)]
pub(super) struct Pairs(Map);

impl Pairs {
    pub(super) fn into_value(self) -> Value {
        self.0.into()
    }
}

impl FromIterator<(String, Value)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter().map(|(key, value)| (key.into(), value));
        Self(pairs.collect())
    }
}

pub(super) fn value<T: Serialize + ?Sized>(of: &T) -> Value {
    Value::from_serializable(of)
}

pub(super) fn map<T: Serialize>(of: &T) -> Map {
    value(of).into_map().expect("a record is a map")
}

/// A record. Its values are asked for by their names; a sorted map becomes a template's with one digest of each name, a hashed one with two.
pub(super) fn object<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    BTreeMap::from(pairs).into()
}
