//! Abbreviations of a body that it never writes out.

use std::collections::BTreeSet;

use super::markdown::{Body, InlineKind, walk_contents, walk_inlines};
use crate::document::Link;
use crate::source::Span;
use crate::text::speech;

/// What everybody who reads a screen knows, and what is a name rather than words made short.
const NAMES: &[&str] = &[
    "AA", "AAA", "CC", "CSV", "DVD", "GPS", "HTML", "ICS", "JSON", "NFC", "OK", "PDF", "RSS",
    "SIM", "SMS", "SOS", "TV", "URL", "USB", "VTV", "VIP", "WIFI", "XLSX",
];
/// Longer words in capitals are words, not abbreviations.
const LETTERS: usize = 8;

/// The abbreviations in the plain words of `body`, each at its first place. `text` is that of the whole file.
pub(super) fn unexpanded(body: &Body, text: &str) -> Vec<Link> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    walk_contents(&body.blocks, &mut |content| {
        walk_inlines(content, &mut |inline| {
            let InlineKind::Text(words) = &inline.kind else {
                return;
            };
            for word in speech::unspoken(words, &[]) {
                if is_abbreviation(word) && seen.insert(word.to_owned()) && !is_expanded(word, text)
                {
                    let span = place(word, text, inline.span);
                    found.push(Link {
                        target: word.to_owned(),
                        span,
                    });
                }
            }
        });
    });
    found
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().count() <= LETTERS
        && word.chars().all(char::is_alphabetic)
        && !NAMES.contains(&word)
}

/// Whether the page says somewhere what the word means: "… (TTHTCĐ)", "TTHTCĐ (…)", "TTHTCĐ là …".
fn is_expanded(word: &str, text: &str) -> bool {
    let forms = [
        format!("({word})"),
        format!("({word},"),
        format!("({word};"),
        format!("{word} ("),
        format!("{word}** ("),
        format!("{word} là "),
        format!("{word}** là "),
        format!("gọi tắt là {word}"),
        format!("viết tắt là {word}"),
    ];
    forms.iter().any(|form| text.contains(form.as_str()))
}

/// Where the word stands in its piece of text, or the piece when it is written in another way there.
fn place(word: &str, text: &str, piece: Span) -> Span {
    let found = text.get(piece.range()).and_then(|words| words.find(word));
    found.map_or(piece, |at| {
        let start = piece.range().start + at;
        Span::new(piece.file, start, start + word.len())
    })
}
