//! Folding: the letters of a Vietnamese word without tone and quality marks, for addresses, search and near matches; and small letters.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// `text` in lower case without marks; `đ`, `Đ` and the look-alike eth of old files become `d`, because none of them decomposes.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(letter) = plain(first) {
            folded.push(letter);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let end = rest.find(|c| plain(c).is_some()).unwrap_or(rest.len());
        folded.push_str(&by_rules(&rest[..end]));
        rest = &rest[end..];
    }
    folded
}

/// `text` in small letters, each for itself.
pub fn lower(text: &str) -> Cow<'_, str> {
    let capital = text.char_indices().find(|(_, c)| small(*c) != Some(*c));
    let Some((at, _)) = capital else {
        return Cow::Borrowed(text);
    };
    let mut lower = String::with_capacity(text.len());
    lower.push_str(&text[..at]);
    for c in text[at..].chars() {
        match small(c) {
            Some(small) => lower.push(small),
            None => lower.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(lower)
}

/// What `char::is_alphanumeric` says, told at once of the letters that Vietnamese is written with.
pub fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        '\u{c0}'..='\u{24f}' | TONED_START..=TONED_END => true,
        _ => c.is_alphanumeric(),
    }
}

/// The small letter of a sign that Vietnamese may be written with, looked up as in [`plain`].
fn small(c: char) -> Option<char> {
    static SMALL: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
        latin(|c| {
            let mut signs = c.to_lowercase();
            signs.next().filter(|_| signs.next().is_none())
        })
    });
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    SMALL[latin_place(c)?]
}

/// A sign that folds to one ASCII sign whatever stands beside it, folded: every letter that Vietnamese is written with. Nearly all texts
/// are made of these, so they are looked up.
fn plain(c: char) -> Option<char> {
    static FOLDED: LazyLock<Vec<Option<char>>> = LazyLock::new(|| {
        latin(|c| {
            let folded = by_rules(c.encode_utf8(&mut [0; 4]));
            let mut signs = folded.chars();
            let first = signs.next().filter(char::is_ascii);
            first.filter(|_| signs.next().is_none())
        })
    });
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    FOLDED[latin_place(c)?]
}

/// The blocks of Latin letters before the combining marks, and Latin Extended Additional, which holds letters with two marks.
const LATIN_END: char = '\u{300}';
const TONED_START: char = '\u{1e00}';
const TONED_END: char = '\u{1eff}';

/// A table of what `of` makes of each sign in these blocks.
pub(super) fn latin<T>(of: impl Fn(char) -> Option<T>) -> Vec<Option<T>> {
    let signs = ('\0'..LATIN_END).chain(TONED_START..=TONED_END);
    signs.map(of).collect()
}

/// The place of a sign in such a table.
pub(super) fn latin_place(c: char) -> Option<usize> {
    match c {
        ..LATIN_END => Some(c as usize),
        TONED_START..=TONED_END => Some(LATIN_END as usize + (c as usize - TONED_START as usize)),
        _ => None,
    }
}

fn by_rules(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(text)
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Combining diacritical marks, the block that Vietnamese decomposes into.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// What follows `word` at the start of a text in which it stands whole.
pub fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(word)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by_rules, fold, is_of_word, lower};

    #[test]
    fn marks_and_d_fall_away() {
        for (text, folded) in [
            ("Đồng Tháp", "dong thap"),
            ("Đắk Lắk", "dak lak"),
            ("Ðường", "duong"),
            ("hòa hoà", "hoa hoa"),
            ("U\u{31b}\u{301}ng", "ung"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn looking_up_changes_nothing(text in "[a-zA-Z0-9 ẮằểỢ\u{300}-\u{33f}\u{1dc0}-\u{1dff}\u{c0}-\u{24f}…½ﬁ]{0,12}|\\PC{0,12}") {
            prop_assert_eq!(fold(&text), by_rules(&text));
            let small: String = text.chars().flat_map(char::to_lowercase).collect();
            prop_assert_eq!(lower(&text), small);
            prop_assert!(text.chars().all(|c| is_of_word(c) == c.is_alphanumeric()));
        }
    }
}
