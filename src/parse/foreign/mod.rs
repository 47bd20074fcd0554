//! Passages in another language that are not marked as such.

mod latin;

use std::ops::Range;

use super::markdown::{Inline, InlineKind, Running, Style};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::rules;
use crate::source::Span;
use crate::text::languages::{self, Language};
use crate::text::scan::leads;

/// Words that a passage has before anything is said about it; a name or a button's label is shorter.
const WORDS: usize = 8;

/// Where the texts of a document could stand in their own languages.
pub(super) struct Elsewhere<'d> {
    path: &'d DocPath,
    config: &'d Config,
}

impl<'d> Elsewhere<'d> {
    pub(super) fn new(path: &'d DocPath, config: &'d Config) -> Self {
        Self { path, config }
    }

    /// What is said of a passage in `language` at `span` that begins with `start`.
    fn fault(&self, span: Span, language: Option<&Language>, start: &str) -> Diagnostic {
        let Some(language) = language else {
            return rules::unmarked_unknown_language(span, start);
        };
        let page = format!("{}.{}.md", self.path.stem, language.code);
        let mut codes: Vec<&str> = self
            .config
            .languages
            .iter()
            .map(|code| code.as_str())
            .collect();
        // A page of a language that the site does not know would be one of its own.
        let unknown = !codes.contains(&language.code);
        codes.push(language.code);
        let line = unknown.then(|| format!("languages: [{}]", codes.join(", ")));
        rules::unmarked_language(span, language, start, &page, line)
    }
}

/// Tells of each passage of `content`, of which the words are `text`, that is not Vietnamese; `elsewhere` is where it could stand.
pub(super) fn faults(
    text: &str,
    content: &[Inline],
    elsewhere: &Elsewhere,
    faults: &mut Vec<Diagnostic>,
) {
    if is_own(text) {
        return;
    }
    for own in content.split(is_marked) {
        let running = Running::new(own);
        for (language, range) in passages(&running.text) {
            if let Some(span) = running.span(range.clone()) {
                let words = &running.text[range];
                let start = start(words);
                let more = if start.len() < words.len() {
                    " …"
                } else {
                    ""
                };
                let code = language.map_or("?", |language| language.code);
                let mark = format!("[{start}{more}]{{lang={code}}}");
                let fault = elsewhere.fault(span, language, &start);
                faults.push(fault.with("mark", mark));
            }
        }
    }
}

/// Tells of a value of the metadata, at `span`, that is not Vietnamese, where a passage cannot be marked.
pub(super) fn in_value(
    text: &str,
    span: Span,
    elsewhere: &Elsewhere,
    faults: &mut Vec<Diagnostic>,
) {
    if is_own(text) {
        return;
    }
    let first = passages(text).into_iter().next();
    faults.extend(
        first.map(|(language, range)| elsewhere.fault(span, language, &start(&text[range]))),
    );
}

/// A passage with its language, nothing when that cannot be told.
type Passage = (Option<&'static Language>, Range<usize>);

/// Whether there is nothing but Vietnamese in a text. Nearly every text is, and its first words say so.
fn is_own(text: &str) -> bool {
    is_vietnamese(text) || !may_hold_letters(text) && latin::passages(text).is_empty()
}

/// The passages in other languages.
fn passages(text: &str) -> Vec<Passage> {
    let mut found = latin::passages(text);
    let letters = of_letters(text).into_iter();
    found.extend(letters.map(|(language, range)| (Some(language), range)));
    found
}

fn is_marked(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Styled(Style::Language(_), _))
}

/// The first words of a passage.
fn start(text: &str) -> String {
    let start: Vec<&str> = text.split_whitespace().take(3).collect();
    start.join(" ")
}

/// Whether a text may hold letters of another language: all are read for it, so only the first bytes of letters are looked at.
fn may_hold_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    leads(bytes).any(|at| match FIRST[usize::from(bytes[at])] {
        First::Foreign => true,
        First::Marked => !matches!(bytes[at + 1], 0xba | 0xbb),
        First::Other | First::Own => false,
    })
}

/// Whether every letter of a text is one of Vietnamese, and there are not so many words together without one that could not be of another
/// language. Every text is read for this.
fn is_vietnamese(text: &str) -> bool {
    // So many words together are a passage, and so many without a letter of Vietnamese in the whole text may be one.
    let holds = |part: &[u8], words: usize| part.len() >= 2 * words - 1 && has_words(part, words);
    let bytes = text.as_bytes();
    // Where the text goes on behind the last letter that only Vietnamese has.
    let mut behind = 0;
    for at in leads(bytes) {
        match FIRST[usize::from(bytes[at])] {
            First::Other => {}
            First::Own | First::Marked if is_own_second(bytes[at], bytes[at + 1]) => {
                if holds(&bytes[behind..at], WORDS) {
                    return false;
                }
                behind = at + 1;
            }
            First::Own | First::Marked | First::Foreign => return false,
        }
    }
    let least = if behind == 0 {
        latin::LEAST_WORDS
    } else {
        WORDS
    };
    !holds(&bytes[behind..], least)
}

/// Whether a part of a text has so many words.
fn has_words(part: &[u8], words: usize) -> bool {
    // Marks of punctuation that ASCII does not have begin with c2 or e2.
    let is_between =
        |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() || matches!(byte, 0xc2 | 0xe2);
    let pieces = part.split(is_between).filter(|piece| !piece.is_empty());
    pieces.take(words).count() == words
}

/// Whether a letter that begins with the byte `first` and goes on with `second` is of Vietnamese.
fn is_own_second(first: u8, second: u8) -> bool {
    match first {
        0xc4 => matches!(second, 0x82 | 0x83 | 0x90 | 0x91 | 0xa8 | 0xa9),
        0xc5 => matches!(second, 0xa8 | 0xa9),
        0xc6 => matches!(second, 0xa0 | 0xa1 | 0xaf | 0xb0),
        _ => matches!(second, 0xba | 0xbb),
    }
}

/// What a byte of UTF-8 begins.
#[derive(Clone, Copy)]
enum First {
    /// No letter, or one that is not of Vietnamese alone; marks of punctuation begin with e2.
    Other,
    /// A letter that no other language of the table writes, if the second byte is one of a few.
    Own,
    /// One of Vietnamese if ba or bb follow.
    Marked,
    /// A letter of another language.
    Foreign,
}

const FIRST: [First; 256] = {
    let mut table = [First::Other; 256];
    let mut byte = 0xc4;
    while byte <= 0xed {
        table[byte] = match byte {
            0xc4..=0xc6 => First::Own,
            0xe1 => First::Marked,
            0xd0..=0xd3 | 0xe0 | 0xe3.. => First::Foreign,
            _ => First::Other,
        };
        byte += 1;
    }
    table
};

/// Runs of letters of which one language is written.
fn of_letters(text: &str) -> Vec<(&'static Language, Range<usize>)> {
    let mut found: Vec<(&'static Language, Range<usize>)> = Vec::new();
    if !may_hold_letters(text) {
        return found;
    }
    for (at, c) in text.char_indices() {
        let Some(language) = languages::of_letter(c) else {
            continue;
        };
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some((last, range))
                if *last == language && !text[range.end..at].contains(char::is_alphanumeric) =>
            {
                range.end = end;
            }
            _ => found.push((language, at..end)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_languages_are_found() {
        let text = "Lớp: វគ្គសិក្សា នេះ, 学习";
        let found = of_letters(text);
        let codes: Vec<&str> = found.iter().map(|(language, _)| language.code).collect();
        assert_eq!(codes, ["km", "zh"]);
    }
}
