//! Pictures that are drawn here, the same bytes on every machine: shapes by `resvg`, letters by a font that the theme brings, no font of
//! the system. What a picture is made of is a value; it is drawn only when its bytes are asked for, so that one that stands in the last
//! output already need not be drawn again.

mod card;
mod design;
mod icon;
mod letters;
pub mod photo;
mod png;
mod setting;

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

pub use card::Card;
pub use design::Design;
pub use icon::{Icon, Mark};
use photo::Photo;

/// Counts the ways in which pictures were drawn: a change of anything here that changes a picture raises it.
const VERSION: u32 = 1;

/// What a picture is made of.
#[derive(Debug, Clone)]
pub enum Picture {
    /// What stands for a page where it is shared.
    Card(Card),
    /// The mark of the site, for lists of pages and for phones.
    Icon(Icon, Arc<Mark>),
    /// A picture of the content: as it is, or so many pixels wide.
    Photo {
        /// The file.
        file: PathBuf,
        /// What is known of it.
        photo: Photo,
        /// The width, if another than its own.
        width: Option<u32>,
    },
}

impl Picture {
    /// The file whose bytes it is made of, if there is one.
    pub fn source(&self) -> Option<&Path> {
        match self {
            Self::Photo { file, .. } => Some(file),
            _ => None,
        }
    }

    /// A digest of everything that the picture is made of, `source` being the bytes of its file: two with the same key are the same bytes.
    pub fn key(&self, source: &[u8]) -> String {
        match self {
            Self::Card(card) => card.key(),
            Self::Icon(icon, mark) => mark.key(*icon),
            Self::Photo { width, .. } => {
                digest(&[b"photo", &width.unwrap_or(0).to_le_bytes(), source])
            }
        }
    }

    /// Draws it; `source` is the bytes of its file. A photograph that cannot be decoded stays as it is.
    pub fn draw(&self, source: &[u8]) -> Vec<u8> {
        match self {
            Self::Card(card) => card.draw(),
            Self::Icon(icon, mark) => mark.draw(*icon),
            Self::Photo { photo, width, .. } => {
                // Decoders meet the bytes of strangers: a panic of one costs a picture, not the site.
                let smaller = width
                    .and_then(|width| catch_unwind(|| photo.resized(source, width)).ok().flatten());
                let plain = || photo.plain(source);
                smaller.or_else(plain).unwrap_or_else(|| source.to_vec())
            }
        }
    }
}

/// A digest of `parts` in which none runs into the next, as 64 hexadecimal digits.
fn digest(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    digest.update(VERSION.to_le_bytes());
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    let digest = digest.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
