//! Passages in languages that are written with Latin letters. Words tell them: those that such a language has everywhere and Vietnamese,
//! even without its marks, has not; and letters that Vietnamese does not have.

use std::ops::Range;

use super::{Passage, WORDS};
use crate::text::fold::{fold, is_of_word, lower};
use crate::text::languages::{self, COMMON};
use crate::text::scan::leads;
use crate::text::syllable;

/// Words of a text that may be of another language as a whole, such as a heading.
pub(super) const LEAST_WORDS: usize = 4;
/// How many words of a passage are among the commonest of its language.
const LEAST: usize = 3;

/// Letters of the languages of the Central Highlands (Ê Đê, Gia Rai, Ba Na, Xơ Đăng and others), which Vietnamese does not have.
const BREVES: &[char] = &[
    'ƀ', 'Ƀ', 'ɓ', 'č', 'Č', 'ĕ', 'Ĕ', 'ĭ', 'Ĭ', 'ŏ', 'Ŏ', 'ŭ', 'Ŭ', 'ñ', 'Ñ',
];

/// The whole of a text that is nothing but one other language, or sentences of it that stand together.
pub(super) fn passages(text: &str) -> Vec<Passage> {
    let whole = text.len() - text.trim_start().len()..text.trim_end().len();
    let language = match is_vietnamese(text) {
        true => None,
        false => Tally::of(text).as_a_whole(),
    };
    match language {
        Some(language) => std::iter::once((languages::coded(language), whole)).collect(),
        None => sentences(text),
    }
}

/// Sentences of another language that stand together.
fn sentences(text: &str) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut beside: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for bytes in text.as_bytes().split_inclusive(is_end) {
        let sentence = &text[at..at + bytes.len()];
        let start = at + sentence.len() - sentence.trim_start().len();
        at += sentence.len();
        let end = at - (sentence.len() - sentence.trim_end().len());
        if !sentence.contains(char::is_alphabetic) {
            continue;
        }
        if is_vietnamese(sentence) {
            found.extend(among(text, &beside));
            beside.clear();
        } else {
            beside.push(start..end);
        }
    }
    found.extend(among(text, &beside));
    found
}

/// The passages among sentences that stand together and are without a letter of Vietnamese alone.
fn among(text: &str, sentences: &[Range<usize>]) -> Vec<Passage> {
    let words = sentences.iter().map(|range| words(&text[range.clone()]));
    // Names and addresses are shorter; each word of the others is looked up.
    if words.flatten().take(WORDS).count() < WORDS {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, Tally)> = Vec::new();
    let mut follows = false;
    for range in sentences {
        let tally = Tally::of(&text[range.clone()]);
        if !tally.is_other() {
            follows = false;
            continue;
        }
        match found.last_mut().filter(|_| follows) {
            Some((before, sum)) => {
                before.end = range.end;
                sum.add(&tally);
            }
            None => found.push((range.clone(), tally)),
        }
        follows = true;
    }
    let long = |(range, tally): (Range<usize>, Tally)| {
        let named = tally.language().and_then(languages::coded);
        (named.is_some() || tally.is_unnamed).then_some((named, range))
    };
    found.into_iter().filter_map(long).collect()
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c| !is_of_word(c));
    words.filter(|word| !word.is_empty())
}

/// Whether a byte ends a sentence, or a part of one that stands alone.
fn is_end(byte: &u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b':' | b';')
}

/// The letters of a text that ASCII does not have.
fn marked(text: &str) -> impl Iterator<Item = char> {
    leads(text.as_bytes()).filter_map(|at| text[at..].chars().next())
}

/// What the words of a text are.
#[derive(Debug, Default)]
struct Tally {
    /// All of them.
    words: usize,
    /// Those that Vietnamese does not have even without its marks.
    odd: usize,
    /// Those of them in small letters: names have capitals.
    small_odd: usize,
    /// Those that are among the commonest of each language of the table.
    common: [usize; COMMON.len()],
    /// Whether so many words stand together that are none of Vietnamese, or have letters that it does not have, that they are of some
    /// language.
    is_unnamed: bool,
}

impl Tally {
    fn of(text: &str) -> Self {
        let mut tally = Self::default();
        // A list of names in small letters, with commas between, is no sentence.
        for piece in text.split([',', '(', ')', '/', '|', '\u{fffc}']) {
            tally.piece(piece);
        }
        tally
    }

    fn piece(&mut self, piece: &str) {
        let (mut all, mut small, mut odd, mut breves) = (0, 0, 0, 0);
        for word in words(piece) {
            self.words += 1;
            all += 1;
            let known = lower(word);
            for (count, (_, words)) in self.common.iter_mut().zip(COMMON) {
                *count += usize::from(words.contains(&known.as_ref()));
            }
            let is_odd = !syllable::may_be(&fold(word));
            self.odd += usize::from(is_odd);
            breves += usize::from(word.contains(BREVES));
            if word.starts_with(char::is_lowercase) && word.chars().all(char::is_alphabetic) {
                small += 1;
                odd += usize::from(is_odd);
            }
        }
        self.small_odd += odd;
        let is_plain = !piece.contains(['_', '@', '=', '\\', '<', '>', '#', '$', '{']);
        // Figures among the letters are codes: "5851f4 c0b18c cbbeef".
        let is_text = small >= WORDS && small * 2 >= all;
        let is_odd = is_plain && is_text && odd * 10 >= small * 7;
        self.is_unnamed |= is_odd || small >= WORDS && breves >= 2 && odd * 2 >= small;
    }

    /// The language with the most common words, and how many.
    fn most(&self) -> (&'static str, usize) {
        let counts = COMMON.iter().zip(self.common);
        let counts = counts.map(|((code, _), count)| (*code, count));
        // The first of equals.
        counts
            .rev()
            .max_by_key(|(_, count)| *count)
            .unwrap_or_default()
    }

    /// The language of a passage that is long enough for it.
    fn language(&self) -> Option<&'static str> {
        let (code, common) = self.most();
        // One word in six is among them in any English text.
        (self.words >= WORDS && common >= LEAST && common * 8 >= self.words).then_some(code)
    }

    /// The language of a short text, such as a heading, as a whole: it has a common word, and most of its words are none of Vietnamese
    /// even without their marks. Names have capitals.
    fn as_a_whole(&self) -> Option<&'static str> {
        let (code, common) = self.most();
        let most = self.odd * 2 >= self.words && self.small_odd >= 2;
        (self.words >= LEAST_WORDS && common >= 1 && most).then_some(code)
    }

    /// Whether a sentence may belong to a passage.
    fn is_other(&self) -> bool {
        let is_odd = self.words > 0 && self.odd * 2 >= self.words;
        self.is_unnamed || is_odd || self.most().1 > 0
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        self.odd += other.odd;
        self.small_odd += other.small_odd;
        self.is_unnamed |= other.is_unnamed;
        for (count, more) in self.common.iter_mut().zip(other.common) {
            *count += more;
        }
    }
}

/// Whether a text has a letter that only Vietnamese has, and none that it does not have.
fn is_vietnamese(text: &str) -> bool {
    marked(text).any(is_of_vietnamese_alone) && !marked(text).any(|c| BREVES.contains(&c))
}

/// Whether only Vietnamese has a letter: "ă đ ĩ ũ ơ ư" and those with two marks or with a dot or hook.
fn is_of_vietnamese_alone(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'
            ..='\u{1ef9}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let found = passages(text).into_iter();
        found
            .map(|(language, _)| language.map_or("?", |language| language.code))
            .collect()
    }

    #[test]
    fn only_long_passages_are_english() {
        let text =
            "Bà con chú ý. The class is free for all. You can come with your phone. Xin cảm ơn.";
        let found = passages(text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            &text[found[0].1.clone()],
            "The class is free for all. You can come with your phone."
        );
        for text in [
            "Bấm nút “Sign in with Google” rồi chờ.",
            "Dich vu cong truc tuyen danh cho nguoi dan trong xa hoc tap suot doi.",
            "Google Play, App Store, Internet Banking",
            "Moi ba con den lop hoc toi nay tai nha van hoa xa.",
            "Vietnam Bank for Social Policies",
            "facebook, zalo, youtube, tiktok, instagram, telegram, viber, messenger, gmail",
            "Buôn Ƀlă, Krông Búk, Đắk R'lấp, Ê Đê, Cư M'gar, Y Ƀhiăo",
            "Cho con em xem hai ba trang, mang theo chai, bao, cam, canh, khoai, rau.",
            "zalo.me/g/abcd https://example.gov.vn/path/to/some/file.html",
            "Institut de France, Le Monde, Air France, Renault, Citroën",
        ] {
            assert_eq!(codes(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn short_texts_are_of_one_language_as_a_whole() {
        for (text, code) in [
            ("Opening hours and how to register", "en"),
            ("Good morning everyone, welcome to the class today.", "en"),
            ("Digital skills for everyone", "en"),
            ("Horaires et inscription aux cours", "fr"),
            ("Öffnungszeiten und Anmeldung für den Kurs", "de"),
            ("Cursos gratuitos para todos los vecinos", "es"),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }

    #[test]
    fn passages_are_found_whatever_their_language() {
        for (text, code) in [
            (
                "Les cours sont gratuits pour toutes les personnes âgées de la commune.",
                "fr",
            ),
            (
                "L’école d’été est ouverte à tous ; il n’est pas nécessaire de s’inscrire.",
                "fr",
            ),
            (
                "Der Unterricht ist kostenlos und findet jeden Samstag in der Gemeinde statt.",
                "de",
            ),
            (
                "El curso es gratis para todas las personas que viven en la comuna.",
                "es",
            ),
            (
                "Peb yuav qhia kawm ntawv rau cov neeg hauv zos txhua hnub thaum tsaus ntuj.",
                "hmn",
            ),
            (
                "Program pelatihan digital gratis untuk seluruh warga masyarakat yang tinggal dalam lingkungan tersebut.",
                "?",
            ),
            (
                "Mnuih ƀuôn sang hriăm hră hlăm anei kơ bruă mă kăn ƀuôn čiăng thâo săng.",
                "?",
            ),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
        let text =
            "Lớp học mở cửa. Les cours sont gratuits pour toutes les personnes âgées. Mời bà con.";
        let found = passages(text);
        assert_eq!(
            &text[found[0].1.clone()],
            "Les cours sont gratuits pour toutes les personnes âgées."
        );
    }

    #[test]
    fn no_common_word_is_a_syllable() {
        let others = COMMON.iter().skip(1).flat_map(|(_, words)| *words);
        let known: Vec<&&str> = others
            .filter(|word| syllable::may_be(&fold(word)))
            .collect();
        // A syllable that no word is.
        assert_eq!(known, [&"et"]);
    }
}
