//! Text that came out of an old encoding, TCVN3 or VNI, without being converted, or out of UTF-8 that was read as another encoding.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::scan::leads;

/// Tells of the first such word in `text`, of which the body begins at `body_start`.
pub(super) fn faults(file: FileId, text: &str, body_start: usize, faults: &mut Vec<Diagnostic>) {
    if !may_be_legacy(text) {
        return;
    }
    if let Some((range, right)) =
        misread(&text[body_start..], body_start).or_else(|| misread(text, 0))
    {
        let span = Span::new(file, range.start, range.end);
        faults.push(rules::misread_text(span, &text[range], &right));
        return;
    }
    // The body comes first: an acknowledgement in the metadata repeats what it is about.
    let in_body = legacy(&text[body_start..]);
    let in_body = in_body.map(|range| body_start + range.start..body_start + range.end);
    if let Some(range) = in_body.or_else(|| legacy(text)) {
        let span = Span::new(file, range.start, range.end);
        faults.push(rules::legacy_text(span, &text[range]));
    }
}

/// Marks that TCVN3 fonts show as Vietnamese letters, and letters that only VNI uses.
const TCVN3: &str = "¸µ¶¹¨¾¼½©®ª¬¦§¢¤¥";
const VNI: &str = "äåïñöûøëüÄÅÏÑÖÛØËÜ";
/// VNI writes a tone as a letter behind the vowel.
const VNI_VOWELS: &str = "ôöâêÔÖÂÊ";
const VNI_TONES: &str = "ùøûõïáàåãäéèúüëÙØÛÕÏÁÀÅÃÄÉÈÚÜË";
/// Vowels with the marks that VNI writes behind them and Vietnamese never has there: "keá", "vaên".
const VNI_PAIRS: [(&str, &str); 3] = [("aeAE", "áàãåäÁÀÃÅÄ"), ("aeoAEO", "âÂ"), ("aA", "êÊ")];
/// How much must speak for it: a name or a sign may hold one such letter.
const ENOUGH: usize = 3;

/// What the first and the second byte of most letters of Vietnamese are in Windows-1252.
const MISREAD: &str = "º»ÃÄÆ";

/// The letters of all as UTF-8 writes them: by the last bit of the first byte, which is 0xC2 or 0xC3, and six bits of the second.
const LEGACY: [bool; 128] = {
    let mut table = [false; 128];
    let sets = [TCVN3.as_bytes(), VNI.as_bytes(), MISREAD.as_bytes()];
    let mut set = 0;
    while set < sets.len() {
        let mut at = 0;
        while at < sets[set].len() {
            table[legacy_index(sets[set][at], sets[set][at + 1])] = true;
            at += 2;
        }
        set += 1;
    }
    table
};

const fn legacy_index(first: u8, second: u8) -> usize {
    ((first as usize & 1) << 6) | (second as usize & 0x3f)
}

/// Whether a letter of an old encoding stands anywhere: all texts are read for it, so bytes are looked at before words are.
fn may_be_legacy(text: &str) -> bool {
    let bytes = text.as_bytes();
    leads(bytes)
        .any(|at| bytes[at] & 0xfe == 0xc2 && LEGACY[legacy_index(bytes[at], bytes[at + 1])])
}

/// The first word of UTF-8 that was read as Windows-1252 or Latin-1, and what it was: "hoáº¡ch". No word is such by chance. It begins
/// `before` bytes behind the start of the file.
fn misread(text: &str, before: usize) -> Option<(Range<usize>, String)> {
    let mut words = text
        .split_ascii_whitespace()
        .filter(|word| !word.is_ascii());
    words.find_map(|word| {
        let right = reread(word)?;
        let start = before + word.as_ptr() as usize - text.as_ptr() as usize;
        Some((start..start + word.len(), right))
    })
}

/// A word whose signs, as bytes of Windows-1252, are Vietnamese in UTF-8.
fn reread(word: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = word.chars().map(byte_of).collect();
    let right = String::from_utf8(bytes?).ok()?;
    let is_vietnamese = |c: char| matches!(c, 'à'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'ĩ' | 'ũ' | '\u{1ea0}'..='\u{1ef9}');
    right.contains(is_vietnamese).then_some(right)
}

/// The byte that Windows-1252 has for a sign (WHATWG Encoding Standard, index windows-1252), and Latin-1 for those that it leaves free.
fn byte_of(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let high = HIGH.chars().position(|high| high == c);
    let high = high.and_then(|at| u8::try_from(0x80 + at).ok());
    high.or_else(|| u8::try_from(u32::from(c)).ok())
}

/// The first word in an old encoding, when there are enough of them.
fn legacy(text: &str) -> Option<Range<usize>> {
    let is_tcvn3 = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        chars.windows(3).any(|three| {
            TCVN3.contains(three[1]) && three[0].is_alphabetic() && three[2].is_alphabetic()
        })
    };
    let is_vni = |word: &str| {
        word.chars().any(|c| VNI.contains(c)) && word.chars().any(|c| c.is_ascii_alphabetic())
    };
    let is_pair = |word: &str| {
        let chars: Vec<char> = word.chars().collect();
        let mut pairs = chars.windows(2);
        pairs.any(|two| {
            let behind =
                |vowels: &str, marks: &str| vowels.contains(two[0]) && marks.contains(two[1]);
            behind(VNI_VOWELS, VNI_TONES)
                || VNI_PAIRS
                    .iter()
                    .any(|(vowels, marks)| behind(vowels, marks))
        })
    };
    let mut first = None;
    let mut weight = 0;
    let mut seen = BTreeSet::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|')) {
        if word.is_ascii() {
            continue;
        }
        let own = match () {
            () if is_tcvn3(word) || is_pair(word) => 2,
            () if is_vni(word) => 1,
            () => continue,
        };
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        first.get_or_insert(start..start + word.len());
        if seen.insert(word) {
            weight += own;
        }
    }
    first.filter(|_| weight >= ENOUGH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn codes(text: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        faults(Sources::default().add("a.md", text), text, 0, &mut found);
        found.iter().map(|fault| fault.rule.code).collect()
    }

    #[test]
    fn misread_text_is_found_with_what_it_was() {
        for (word, right) in [
            ("hoáº¡ch", "hoạch"),
            ("MÃ£", "Mã"),
            ("Ä‘iá»‡n", "điện"),
            ("náº¯m", "nắm"),
        ] {
            assert_eq!(reread(word).as_deref(), Some(right));
            assert_eq!(codes(&format!("Xem {word} ở đây")), ["legacy-text"]);
        }
        for word in [
            "XÃ",
            "«từ",
            "ấy»",
            "20°C",
            "São",
            "Äpfel",
            "Đà",
            "nº5",
            "“MÃ”",
        ] {
            assert_eq!(reread(word), None, "{word}");
        }
    }

    #[test]
    fn old_encodings_are_found() {
        assert_eq!(codes("kÕ ho¹ch më líp n¨ng b¾t ®Çu th¸ng"), ["legacy-text"]);
        assert_eq!(
            codes("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
            ["legacy-text"]
        );
        assert_eq!(codes("Lớp học. Lôùp hoïc"), ["legacy-text"]);
        assert_eq!(codes("KEÁ HOAÏCH TRIEÅN KHAI"), ["legacy-text"]);
        assert_eq!(codes("Lớp học ở nhaø vaên hoùa xã."), ["legacy-text"]);
        assert!(codes("São Paulo, où est la crème brûlée?").is_empty());
        assert!(codes("Zürich, 20 m², ® Zalo, «từ ấy», phở · bún, Đặng Thị Ửng").is_empty());
    }
}
