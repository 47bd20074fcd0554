//! What the pictures of an output were drawn of, so that the next build draws only what is new.
//!
//! The record is a file of the output: for each picture a line with the digest of what it was drawn of (its key), the digest of its bytes,
//! and its path. Both must hold for a picture to be kept: one that somebody touched, or of which nothing is recorded, is drawn.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

/// Key and digest of the bytes, by path.
type Record = (String, String);

/// The pictures of the last output and of the one in the making.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    last: HashMap<String, Record>,
    new: Mutex<BTreeMap<String, Record>>,
}

impl Drawn {
    /// The file of the record, below the output.
    pub(super) const FILE: &str = ".loa-pictures";

    /// Reads the record of the last output. What cannot be read is not known.
    pub(super) fn of(record: &str) -> Self {
        let lines = record.lines().filter_map(|line| {
            let (key, line) = line.split_once(' ')?;
            let (bytes, path) = line.split_once(' ')?;
            Some((path.to_owned(), (key.to_owned(), bytes.to_owned())))
        });
        Self {
            last: lines.collect(),
            new: Mutex::default(),
        }
    }

    /// Whether these bytes are what a picture with this key was drawn as.
    pub(super) fn is_known(&self, path: &str, key: &str, bytes: &[u8]) -> bool {
        let known = self.last.get(path);
        known.is_some_and(|(known, digest)| known == key && *digest == digest_of(bytes))
    }

    pub(super) fn remember(&self, path: &str, key: String, bytes: &[u8]) {
        let record = (key, digest_of(bytes));
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.insert(path.to_owned(), record);
    }

    /// The record of the new output; nothing when no picture was drawn.
    pub(super) fn record(&self) -> Option<String> {
        let new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = new
            .iter()
            .map(|(path, (key, bytes))| format!("{key} {bytes} {path}\n"));
        (!new.is_empty()).then(|| lines.collect())
    }
}

fn digest_of(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_key_and_its_bytes() {
        let first = Drawn::default();
        assert_eq!(first.record(), None);
        first.remember("a b/chia-se.png", "k1".to_owned(), b"drawn");
        let second = Drawn::of(&first.record().unwrap());
        assert!(second.is_known("a b/chia-se.png", "k1", b"drawn"));
        assert!(!second.is_known("a b/chia-se.png", "k2", b"drawn"));
        assert!(!second.is_known("a b/chia-se.png", "k1", b"drawm"));
        assert!(!second.is_known("chia-se.png", "k1", b"drawn"));
        assert!(!Drawn::of("k1\n\nx y").is_known("chia-se.png", "k1", b"drawn"));
    }
}
