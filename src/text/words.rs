//! The words of a text as a search compares them. A reader may type them with or without marks, and the tone on either vowel.

use std::ops::Range;
use std::sync::LazyLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::fold::{fold, latin, latin_place};

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub range: Range<usize>,
    /// The word without marks: `thuy`.
    pub folded: String,
    /// The word with its marks, its tone at the end, so that `thủy` and `thuỷ` are one: `thuy3`.
    pub marked: String,
}

/// The tones of Vietnamese as they decompose: huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Everything between marks and spaces: `101/KH-UBND` is three words.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<usize> = None;
    let ends = text.char_indices().map(|(at, c)| (at, is_part(c)));
    for (at, part) in ends.chain([(text.len(), false)]) {
        match (part, open) {
            (true, None) => open = Some(at),
            (false, Some(start)) => {
                words.push(word(text, start..at));
                open = None;
            }
            _ => {}
        }
    }
    words
}

/// Letters and digits, and the marks of a text that is not composed.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn word(text: &str, range: Range<usize>) -> Word {
    let written = &text[range.clone()];
    Word {
        range,
        folded: fold(written),
        marked: marked(written),
    }
}

/// A word in lower case with the number of its tone at the end.
fn marked(word: &str) -> String {
    let mut marked = String::with_capacity(word.len() + 1);
    let mut tone = None;
    for c in word.chars() {
        let Some((letter, own)) = apart(c) else {
            return by_rules(word);
        };
        marked.push(letter);
        tone = tone.or(own);
    }
    marked.extend(tone);
    marked
}

/// A letter without its tone, and the number of that.
type Apart = (char, Option<char>);

/// A letter and its tone, looked up: nearly every word is made of such letters.
fn apart(c: char) -> Option<Apart> {
    static APART: LazyLock<Vec<Option<Apart>>> = LazyLock::new(|| {
        latin(|c| {
            let marked = by_rules(c.encode_utf8(&mut [0; 4]));
            let mut signs = marked.chars();
            let (letter, tone) = (signs.next()?, signs.next());
            let is_tone = tone.is_none_or(|tone| tone.is_ascii_digit());
            (is_tone && signs.next().is_none()).then_some((letter, tone))
        })
    });
    APART[latin_place(c)?]
}

fn by_rules(word: &str) -> String {
    let lower = word.to_lowercase();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let tone = apart
        .chars()
        .find_map(|c| TONES.iter().position(|tone| *tone == c));
    let letters: String = apart.chars().filter(|c| !TONES.contains(c)).collect();
    let mut marked = ComposingNormalizerBorrowed::new_nfc()
        .normalize(&letters)
        .into_owned();
    if let Some(tone) = tone {
        marked.push(char::from(b'0' + u8::try_from(tone).unwrap_or(0)));
    }
    marked
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by_rules, words};

    proptest! {
        #[test]
        fn looking_up_changes_nothing(word in "[a-zA-Z0-9ẮằểỢ\u{300}-\u{32f}\u{c0}-\u{24f}\u{1e00}-\u{1eff}²½]{0,8}") {
            prop_assert_eq!(super::marked(&word), by_rules(&word));
        }
    }

    fn marked(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.marked).collect()
    }

    #[test]
    fn tones_count_wherever_they_stand() {
        assert_eq!(marked("thủy thuỷ"), ["thuy3", "thuy3"]);
        assert_eq!(marked("u\u{31b}\u{301}ng Ứng"), ["ưng1", "ưng1"]);
        assert_ne!(marked("đường"), marked("dương"));
    }

    #[test]
    fn numbers_of_documents_are_words() {
        let folded: Vec<String> = words("Số 101/KH-UBND, 4T")
            .into_iter()
            .map(|word| word.folded)
            .collect();
        assert_eq!(folded, ["so", "101", "kh", "ubnd", "4t"]);
    }
}
