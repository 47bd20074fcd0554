//! Abbreviations of a body that it never writes out.

use std::collections::BTreeSet;

use super::markdown::{Inline, InlineKind, Style, walk_contents, words_of};
use super::reading;
use super::words::{self, Words};
use crate::document::Link;
use crate::source::Span;
use crate::text::banks::BANKS;
use crate::text::speech;

/// What everybody who reads a screen knows, and what is a name rather than words made short.
const NAMES: &[&str] = &[
    "AA", "AAA", "CC", "CH", "CSV", "DVD", "EUR", "FPT", "GPS", "HTML", "ICS", "IMEI", "ISBN",
    "ISSN", "JSON", "NFC", "OK", "PDF", "RSS", "SIM", "SOS", "TNHH", "TV", "URL", "USD", "VIP",
    "VNPT", "VOV", "VTV", "WIFI", "XLSX", "KB", "MB", "GB",
];
/// Longer words in capitals are words, not abbreviations.
const LETTERS: usize = 8;

/// The abbreviations in the plain words of a document, each at its first place. Those in the metadata of an event are told where it is
/// read aloud.
pub(super) fn unexpanded(words: &Words, with_metadata: bool) -> Vec<Link> {
    let text = &*words.source.text;
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    // That a whole paragraph is in capitals is told, and its words are no abbreviations.
    let mut take = |plain: &str, is_loud: &dyn Fn() -> bool, place: &dyn Fn(&str) -> Span| {
        for word in speech::uncommon(plain) {
            if is_abbreviation(word)
                && !is_loud()
                && seen.insert(word.to_owned())
                && !is_expanded(word, text)
            {
                found.push(Link {
                    target: word.to_owned(),
                    span: place(word),
                });
            }
        }
    };
    let notes = words.body.footnotes.iter().map(|note| &note.blocks);
    for blocks in [&words.body.blocks].into_iter().chain(notes) {
        walk_contents(blocks, &mut |content| {
            let is_loud = || reading::capitals(&words_of(content)).is_some();
            plain_texts(content, &mut |plain, span| {
                take(plain, &is_loud, &|word| place(word, text, span));
            });
        });
    }
    let metadata = words.metadata.iter().filter(|_| with_metadata);
    for said in metadata {
        let is_loud = || reading::capitals(said.text).is_some();
        take(said.text, &is_loud, &|word| {
            words::place(said, words.source, word)
        });
    }
    found
}

/// Calls `visit` for every text of `content` that is in the page's own language.
fn plain_texts(content: &[Inline], visit: &mut impl FnMut(&str, Span)) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(words) => visit(words, inline.span),
            InlineKind::Styled(Style::Language(_), _) => {}
            InlineKind::Styled(_, content) | InlineKind::Link { content, .. } => {
                plain_texts(content, visit);
            }
            _ => {}
        }
    }
}

fn is_abbreviation(word: &str) -> bool {
    word.chars().count() <= LETTERS
        && word.chars().all(char::is_alphabetic)
        && !NAMES.contains(&word)
        && !BANKS.contains(&word.to_lowercase().as_str())
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
