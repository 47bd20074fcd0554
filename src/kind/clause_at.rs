//! Where something hangs in a plan: the address of a clause, and words that must stand there.
//!
//! Items without a number are counted, so that one put in moves all that follow: the words tell when an address no longer means what it
//! meant. They are written behind the address: `iv.1-3 “Ngày hội toàn dân”`.

use std::cmp::Ordering;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::record::{Node, Reader, Shape, Spanned, Value};
use crate::source::Span;

/// An address, with the words that guard it.
#[derive(Debug, Clone)]
pub struct ClauseAt {
    /// The address: `iv.1-3`.
    pub address: Spanned<String>,
    /// Words of the clause, without quotation marks.
    pub words: Option<String>,
}

impl ClauseAt {
    /// Reads what stands at `span`: everything behind the first space is words.
    pub fn parse(text: &str, span: Span) -> Self {
        const QUOTES: [char; 6] = ['“', '”', '"', '\'', '‘', '’'];
        let text = text.trim();
        let (address, words) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = words.join(" ");
        let inner = words.strip_prefix(QUOTES);
        let inner = inner.and_then(|inner| inner.strip_suffix(QUOTES));
        let words = inner.unwrap_or(&words);
        Self {
            address: Spanned {
                value: address.to_owned(),
                span,
            },
            words: (!words.is_empty()).then(|| words.to_owned()),
        }
    }

    /// As it is written in a file.
    pub fn written(&self) -> String {
        match &self.words {
            Some(words) => format!("{} “{words}”", *self.address),
            None => self.address.value.clone(),
        }
    }
}

impl Deref for ClauseAt {
    type Target = Spanned<String>;

    fn deref(&self) -> &Self::Target {
        &self.address
    }
}

impl Value for ClauseAt {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        let text = reader.text(node)?;
        Some(Self::parse(text, node.span))
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

/// As the address alone, for other programs.
impl Serialize for ClauseAt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.address)
    }
}

impl PartialEq for ClauseAt {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for ClauseAt {}

impl PartialOrd for ClauseAt {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ClauseAt {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |at: &Self| (at.address.value.clone(), at.words.clone());
        key(self).cmp(&key(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_behind_the_address() {
        let span = Span::new(crate::source::Sources::default().add("a", ""), 0, 0);
        for (text, address, words) in [
            ("iv.1-3", "iv.1-3", None),
            ("iv.1-3 “Ngày hội”", "iv.1-3", Some("Ngày hội")),
            ("iv.1-3  Ngày\u{a0}hội ", "iv.1-3", Some("Ngày hội")),
            ("iv.1-3 nói “thẳng”", "iv.1-3", Some("nói “thẳng”")),
            (
                "iv.1-3 “Phong trào “Gia đình số””",
                "iv.1-3",
                Some("Phong trào “Gia đình số”"),
            ),
            ("iv.1-3 “”", "iv.1-3", None),
        ] {
            let at = ClauseAt::parse(text, span);
            assert_eq!(at.address.value, address, "{text}");
            assert_eq!(at.words.as_deref(), words, "{text}");
        }
    }
}
