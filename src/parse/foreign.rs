//! Passages in another language that are not marked as such.

use std::ops::Range;

use super::markdown::{Inline, InlineKind, Running, Style};
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::rules;
use crate::source::Span;
use crate::text::fold::fold;
use crate::text::languages::{self, Language};
use crate::text::syllable;

/// Words that a passage has before anything is said about it; a name or a button's label is shorter.
const WORDS: usize = 8;
/// How many of them are among the commonest of English.
const COMMON: usize = 3;

/// English words that Vietnamese does not have, even without its marks.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "is", "are", "for", "with", "you", "your", "this", "that", "from", "was",
    "were", "will", "have", "has", "people", "our", "please", "can", "their", "they", "how",
];

/// Where an English text of what stands at `path` could stand.
pub(super) fn page(path: &DocPath) -> String {
    format!("{}.en.md", path.stem)
}

/// Tells of each passage of `content`, of which the words are `text`, that is not Vietnamese; `page` is where the page could stand in
/// English.
pub(super) fn faults(text: &str, content: &[Inline], page: &str, faults: &mut Vec<Diagnostic>) {
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
                let mark = format!("[{start}{more}]{{lang={}}}", language.code);
                let fault = rules::unmarked_language(span, language.name, &start, page);
                faults.push(fault.with("mark", mark));
            }
        }
    }
}

/// Tells of a value of the metadata, at `span`, that is not Vietnamese, where a passage cannot be marked.
pub(super) fn in_value(text: &str, span: Span, page: &str, faults: &mut Vec<Diagnostic>) {
    if is_own(text) {
        return;
    }
    let first = passages(text).into_iter().next();
    faults.extend(first.map(|(language, range)| {
        rules::unmarked_language(span, language.name, &start(&text[range]), page)
    }));
}

/// Whether there is nothing but Vietnamese in a text. Nearly every text is, and its first words say so.
fn is_own(text: &str) -> bool {
    is_vietnamese(text) || !may_hold_letters(text) && english(text).is_empty()
}

/// The passages in other languages.
fn passages(text: &str) -> Vec<(&'static Language, Range<usize>)> {
    let english = english(text).into_iter();
    let english = english.filter_map(|range| Some((languages::coded("en")?, range)));
    english.chain(of_letters(text)).collect()
}

fn is_marked(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::Styled(Style::Language(_), _))
}

/// The first words of a passage.
fn start(text: &str) -> String {
    let start: Vec<&str> = text.split_whitespace().take(3).collect();
    start.join(" ")
}

/// The whole of a text that is nothing but English, or sentences of English that stand together.
fn english(text: &str) -> Vec<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let whole = is_english(text).then(|| start..text.trim_end().len());
    whole.map_or_else(
        || english_sentences(text),
        |whole| std::iter::once(whole).collect(),
    )
}

fn english_sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<(Range<usize>, usize, usize)> = Vec::new();
    let mut at = 0;
    let mut follows = false;
    for sentence in text.split_inclusive(['.', '!', '?', ':', ';']) {
        let start = at + sentence.len() - sentence.trim_start().len();
        at += sentence.len();
        let end = at - (sentence.len() - sentence.trim_end().len());
        if !sentence.contains(char::is_alphabetic) {
            continue;
        }
        let Some((words, common)) = english_words(sentence) else {
            follows = false;
            continue;
        };
        match found.last_mut().filter(|_| follows) {
            Some((range, all, known)) => {
                range.end = end;
                *all += words;
                *known += common;
            }
            None => found.push((start..end, words, common)),
        }
        follows = true;
    }
    let enough = |(range, words, common): (Range<usize>, usize, usize)| {
        // One word in six is among them in any English text.
        (words >= WORDS && common >= COMMON && common * 8 >= words).then_some(range)
    };
    found.into_iter().filter_map(enough).collect()
}

/// Whether a short text, such as a heading, is English as a whole: it has a common word, and most of its words are none of Vietnamese
/// even without their marks. Names have capitals.
fn is_english(text: &str) -> bool {
    if !text.is_ascii() {
        return false;
    }
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.len() < 4 || !words.iter().any(|word| is_common(word)) {
        return false;
    }
    let is_other = |word: &&&str| !syllable::may_be(&fold(word));
    let other = words.iter().filter(is_other);
    let small = other
        .clone()
        .filter(|word| word.starts_with(char::is_lowercase));
    other.count() * 2 >= words.len() && small.count() >= 2
}

/// Whether a word is among the commonest of English.
fn is_common(word: &str) -> bool {
    ENGLISH.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// How many words a sentence has and how many of them are common ones; nothing when it holds a letter that English has not.
fn english_words(sentence: &str) -> Option<(usize, usize)> {
    if sentence.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let words = sentence.split_whitespace();
    let bare = words.clone();
    let bare = bare.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let common = bare.filter(|word| is_common(word));
    Some((words.count(), common.count()))
}

/// Whether a text may hold letters of another language: all are read for it, so only the first bytes of letters are looked at.
fn may_hold_letters(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| match FIRST[usize::from(pair[0])] {
        First::Foreign => true,
        First::Marked => !matches!(pair[1], 0xba | 0xbb),
        First::Other | First::Own | First::Latin => false,
    })
}

/// Whether every letter of a text is one of Vietnamese, and there are not so many words together without one that could not be of another
/// language. Every text is read for this, byte by byte.
fn is_vietnamese(text: &str) -> bool {
    // Each word has a letter and a space before the next.
    const LEAST: usize = 2 * WORDS - 1;
    let bytes = text.as_bytes();
    // How many bytes stand behind the last letter that only Vietnamese has.
    let mut behind = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let is_own = match FIRST[usize::from(*byte)] {
            First::Other => false,
            First::Own => true,
            First::Latin => !matches!(bytes[at + 1], 0x97 | 0xb7),
            First::Marked if matches!(bytes[at + 1], 0xba | 0xbb) => true,
            First::Marked | First::Foreign => return false,
        };
        behind = if is_own { 0 } else { behind + 1 };
        if behind >= LEAST {
            return false;
        }
    }
    true
}

/// What a byte of UTF-8 begins.
#[derive(Clone, Copy)]
enum First {
    /// No letter, or one that is not of Vietnamese alone; marks of punctuation begin with e2.
    Other,
    /// A letter that only Vietnamese has.
    Own,
    /// One of Vietnamese, but for × and ÷.
    Latin,
    /// One of Vietnamese if ba or bb follow.
    Marked,
    /// A letter of another language.
    Foreign,
}

const FIRST: [First; 256] = {
    let mut table = [First::Other; 256];
    let mut byte = 0xc3;
    while byte <= 0xed {
        table[byte] = match byte {
            0xc3 => First::Latin,
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
    fn only_long_passages_are_english() {
        let text =
            "Bà con chú ý. The class is free for all. You can come with your phone. Xin cảm ơn.";
        let found = english(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            &text[found[0].clone()],
            "The class is free for all. You can come with your phone."
        );
        for text in [
            "Bấm nút “Sign in with Google” rồi chờ.",
            "Dich vu cong truc tuyen danh cho nguoi dan trong xa hoc tap suot doi.",
            "Google Play, App Store, Internet Banking",
            "Moi ba con den lop hoc toi nay tai nha van hoa xa.",
            "Vietnam Bank for Social Policies",
        ] {
            assert!(english(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn short_texts_are_english_as_a_whole() {
        for text in [
            "Opening hours and how to register",
            "Good morning everyone, welcome to the class today.",
            "Digital skills for everyone",
        ] {
            assert_eq!(english(text).first(), Some(&(0..text.len())), "{text}");
        }
    }

    #[test]
    fn letters_of_other_languages_are_found() {
        let text = "Lớp: វគ្គសិក្សា នេះ, 学习";
        let found = of_letters(text);
        let codes: Vec<&str> = found.iter().map(|(language, _)| language.code).collect();
        assert_eq!(codes, ["km", "zh"]);
    }
}
