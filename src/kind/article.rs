//! Kind `article`: news and plain pages. It has the common keys only.

use crate::record::{Field, Mapping, Reader, Record};

/// Nothing beyond the common keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article;

impl Record for Article {
    const FIELDS: &'static [Field] = &[];

    fn read_fields(_: &Mapping, _: &mut Reader) -> Option<Self> {
        Some(Self)
    }
}
