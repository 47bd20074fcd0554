//! Documents cited by number: "Kế hoạch số 67/KH-UBND ngày 13/6/2025", "Nghị quyết số 57-NQ/TW".
//!
//! A number has one of three forms: that of the state, `67/KH-UBND` or `02/2025/TT-BGDĐT`, and that of the Party, `01-KH/BCĐTW` (Decree
//! 30/2020, Appendix III; Instruction 05-HD/VPTW). Other figures with marks between them, such as `10/10` or `2025-2026`, have no letters
//! and are none. The date that belongs to a number follows it in the same sentence, before the next number, or stands before it.

use std::ops::Range;

use crate::document::PrintedWith;
use crate::text::dates::Date;
use crate::text::due::date_in;
use crate::text::fold::{after_word, fold, lower};
use crate::text::units;

/// A cited document in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Where its number stands.
    pub range: Range<usize>,
    /// What is printed with it.
    pub with: PrintedWith,
}

/// Whether what is printed with a number fits a document of this date and issuer, as far as these are known. Every province, and every level in it,
/// counts its own.
pub fn fits(with: &PrintedWith, date: Option<Date>, issuer: Option<&str>) -> bool {
    let of_date = with.date.zip(date).is_none_or(|(one, other)| one == other);
    let of_year = with
        .year
        .zip(date)
        .is_none_or(|(year, date)| year == date.year());
    let bodies = with.owner.as_deref().zip(issuer);
    of_date && of_year && bodies.is_none_or(|(owner, issuer)| may_be_one(owner, issuer))
}

/// Whether two names of bodies may mean one, by their places and their levels.
fn may_be_one(one: &str, other: &str) -> bool {
    let places = place_in(one).zip(place_in(other));
    let levels = level_of(one).zip(level_of(other));
    places.is_none_or(|(one, other)| fold(one) == fold(other))
        && levels.is_none_or(|(one, other)| one == other)
}

/// The level of a body by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BodyLevel {
    Central,
    Province,
    District,
    Commune,
}

fn level_of(body: &str) -> Option<BodyLevel> {
    const CENTRAL: [&str; 7] = [
        "bộ ",
        "chính phủ",
        "thủ tướng",
        "quốc hội",
        "ban bí thư",
        "ban chấp hành trung ương",
        "ban chỉ đạo trung ương",
    ];
    // A "thị xã" is no "xã", nor a "thành phố thuộc tỉnh" a "tỉnh".
    const LEVELS: [(BodyLevel, &[&str]); 3] = [
        (
            BodyLevel::District,
            &["huyện", "quận", "thị xã", "thị ủy", "thị uỷ"],
        ),
        (BodyLevel::Commune, &["xã", "phường", "đặc khu"]),
        (
            BodyLevel::Province,
            &["tỉnh", "thành phố", "thành ủy", "thành uỷ", "tp."],
        ),
    ];
    let name = lower(body);
    if CENTRAL.iter().any(|word| name.starts_with(word)) {
        return Some(BodyLevel::Central);
    }
    let mut levels = LEVELS.into_iter();
    let named = levels.find(|(_, words)| words.iter().any(|word| has_word(&name, word)));
    named.map(|(level, _)| level)
}

fn has_word(text: &str, word: &str) -> bool {
    let mut places = text.match_indices(word);
    places.any(|(at, _)| {
        let is_begun = !text[..at].ends_with(char::is_alphanumeric);
        is_begun && after_word(&text[at..], word).is_some()
    })
}

/// Finds the documents that `text` cites.
pub fn find(text: &str) -> Vec<Citation> {
    let numbers = numbers(text);
    if numbers.is_empty() {
        return Vec::new();
    }
    let ends = sentence_ends(text);
    let mut citations = Vec::new();
    // What stands before it has been given to a number.
    let mut given = 0;
    for (at, range) in numbers.iter().enumerate() {
        let sentence = sentence_of(&ends, text.len(), range.start);
        let next = numbers.get(at + 1).map(|next| next.start);
        let next = next.filter(|next| *next < sentence.end);
        let after = &text[range.end..next.unwrap_or(sentence.end)];
        let before = &text[sentence.start.max(given).min(range.start)..range.start];
        let owner = owner(after).map(str::to_owned);
        let year = year_behind(after);
        let (before, after) = (own_date(before), own_date(after));
        // Between two numbers a date may be that of either; one that already has a date before it needs no other.
        let is_before = before.is_some() && (after.is_none() || next.is_some());
        given = if is_before || after.is_none() {
            range.end
        } else {
            next.unwrap_or(sentence.end)
        };
        citations.push(Citation {
            range: range.clone(),
            with: PrintedWith {
                date: if is_before { before } else { after },
                year,
                owner,
            },
        });
    }
    citations
}

/// Who is named directly behind a number and its date: "ngày 13/6/2025 của UBND tỉnh Vĩnh Long về …".
fn owner(after: &str) -> Option<&str> {
    let (date, named) = after.split_once("của ")?;
    let mut words = date
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let is_date = words.all(|word| matches!(word, "ngày" | "tháng" | "năm"));
    let end = named
        .find([',', ';', '.', '(', ')', '”', '\n'])
        .unwrap_or(named.len());
    let named = named[..end].split(" về ").next();
    named.filter(|_| is_date)
}

/// The year directly behind a number: "năm 2024 của …".
fn year_behind(after: &str) -> Option<i16> {
    let behind = after.trim_start().strip_prefix("năm ")?.trim_start();
    let end = behind
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len());
    behind[..end].parse().ok().filter(|_| end == 4)
}

/// The name of the province or city in that of a body: "Vĩnh Long" in "Ủy ban nhân dân tỉnh Vĩnh Long".
pub fn place_in(body: &str) -> Option<&str> {
    const KINDS: [&str; 8] = [
        "tỉnh ",
        "thành phố ",
        "TP. ",
        "TP ",
        "Tỉnh ủy ",
        "Tỉnh uỷ ",
        "Thành ủy ",
        "Thành uỷ ",
    ];
    KINDS.iter().find_map(|kind| {
        let (_, name) = body.split_once(kind)?;
        Some(&name[..units::name(name)]).filter(|name| name.starts_with(char::is_uppercase))
    })
}

/// The date beside a number, if it is that of the document: neither a deadline nor when it takes effect or was changed.
fn own_date(text: &str) -> Option<Date> {
    const OTHERS: [&str; 9] = [
        "trước ngày",
        "từ ngày",
        "đến ngày",
        "đến hết ngày",
        "chậm nhất",
        "hiệu lực",
        "sửa đổi",
        "bổ sung",
        "hoàn thành",
    ];
    let small = lower(text);
    let first = OTHERS.iter().filter_map(|word| small.find(word)).min();
    date_in(&small[..first.unwrap_or(small.len())])
}

/// A number in the one form in which numbers are compared: Word likes to turn hyphens into dashes, some write `09/` for `9/`.
pub fn plain_number(number: &str) -> String {
    let plain: String = number
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if is_dash(c) { '-' } else { c })
        .collect();
    let digits = plain.trim_start_matches('0');
    let begins = digits.starts_with(|c: char| c.is_ascii_digit());
    if begins { digits.to_owned() } else { plain }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '\u{2212}')
}

fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let digits = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_digit());
    for (start, _) in digits {
        let inside = found.last().is_some_and(|last| start < last.end);
        let before = || text[..start].chars().next_back();
        if !inside
            && !before().is_some_and(|c| c.is_alphanumeric() || is_mark(c))
            && let Some(len) = number_len(&text[start..])
        {
            found.push(start..start + len);
        }
    }
    found
}

fn is_mark(c: char) -> bool {
    c == '/' || is_dash(c)
}

/// The length of the number at the start of `text`.
fn number_len(text: &str) -> Option<usize> {
    let word = word_with_marks(text).trim_end_matches(is_mark);
    let parts: Vec<&str> = word.split(is_mark).collect();
    let marks: Vec<char> = word.chars().filter(|c| is_mark(*c)).collect();
    let is_digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let is_name = |part: &&str| part.starts_with(char::is_uppercase);
    let parts: Vec<&str> = parts.into_iter().map(str::trim).collect();
    let (first, rest) = parts.split_first()?;
    let names = match rest {
        [year, names @ ..] if is_digits(year, 4) && year.len() == 4 => names,
        names => names,
    };
    let dated = names.len() < rest.len();
    // One mark alone could be anything; with a year before it, it is a law.
    let enough = names.len() >= 2 || dated && names.len() == 1;
    let slashes = marks.iter().filter(|mark| **mark == '/').count();
    let mixed = dated || (1..marks.len()).contains(&slashes);
    (is_digits(first, 5) && enough && mixed && names.iter().all(is_name)).then_some(word.len())
}

/// The letters, digits and marks at the start of `text`, with one space at most on either side of the first mark, between a figure and
/// capitals: "57 - NQ/TW", "57- NQ/TW", "06 /QĐ-TTg".
fn word_with_marks(text: &str) -> &str {
    let plain = |text: &str| {
        text.find(|c: char| !(c.is_alphanumeric() || is_mark(c)))
            .unwrap_or(text.len())
    };
    let word = &text[..plain(text)];
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let Some(mark) = rest.chars().next().filter(|c| is_mark(*c)) else {
        return word;
    };
    let behind = &rest[mark.len_utf8()..];
    let behind = behind.strip_prefix(' ').unwrap_or(behind);
    let code = &behind[..plain(behind)];
    // A number has marks of both kinds.
    let is_code = if mark == '/' {
        code.contains(is_dash)
    } else {
        code.contains('/')
    };
    if is_code && code.starts_with(char::is_uppercase) {
        &text[..text.len() - behind.len() + code.len()]
    } else {
        word
    }
}

/// Where sentences end: after a full stop or a semicolon before a space.
fn sentence_ends(text: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let pairs = chars.iter().zip(chars.iter().skip(1));
    pairs
        .filter(|((_, c), (_, next))| matches!(c, '.' | ';') && next.is_whitespace())
        .map(|(_, (at, _))| *at)
        .collect()
}

/// Where the sentence begins in which a text ends. The stop of an abbreviation, "TP. Cần Thơ", ends none.
pub(super) fn sentence_start(text: &str) -> usize {
    let ends = sentence_ends(text).into_iter().rev();
    let mut whole = ends.filter(|end| {
        let before = &text[..*end - 1];
        let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let is_short = word.chars().count() <= 3 && word.chars().all(char::is_uppercase);
        text[..*end].ends_with(';') || !is_short
    });
    whole.next().unwrap_or(0)
}

fn sentence_of(ends: &[usize], len: usize, at: usize) -> Range<usize> {
    let start = ends.iter().rev().find(|end| **end <= at).copied();
    let end = ends.iter().find(|end| **end > at).copied();
    start.unwrap_or(0)..end.unwrap_or(len)
}

#[cfg(test)]
mod tests {
    use super::{find, place_in, plain_number};
    use crate::text::dates::Date;

    /// `number date` for every citation.
    fn found(text: &str) -> Vec<String> {
        let citations = find(text).into_iter();
        citations
            .map(|found| {
                let date = found
                    .with
                    .date
                    .map_or_else(|| "-".to_owned(), |date| date.iso());
                format!("{} {date}", &text[found.range])
            })
            .collect()
    }

    #[test]
    fn whose_document_it_is() {
        for (text, place) in [
            (
                "Kế hoạch số 50/KH-UBND của UBND tỉnh Vĩnh Long về",
                Some("Vĩnh Long"),
            ),
            (
                "Kế hoạch số 50/KH-UBND, ngày 13/6/2025 của Ủy ban nhân dân thành phố Cần Thơ.",
                Some("Cần Thơ"),
            ),
            (
                "Kế hoạch số 50/KH-UBND ngày 13/6/2025 của Ủy ban nhân dân tỉnh",
                None,
            ),
            (
                "Quyết định số 146/QĐ-TTg của Thủ tướng về tỉnh Vĩnh Long",
                None,
            ),
            (
                "Kế hoạch số 50/KH-UBND triển khai phong trào của tỉnh Vĩnh Long",
                None,
            ),
        ] {
            let owner = find(text).remove(0).with.owner;
            assert_eq!(owner.as_deref().and_then(place_in), place, "{text}");
        }
    }

    #[test]
    fn what_is_printed_with_a_number_tells_documents_apart() {
        let date = Date::parse("2025-01-05").ok();
        for (text, issuer, fits) in [
            (
                "12/KH-UBND ngày 05/01/2025 của UBND tỉnh",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                true,
            ),
            (
                "12/KH-UBND ngày 05/01/2025 của UBND huyện Càng Long",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                false,
            ),
            (
                "12/KH-UBND của UBND xã Càng Long",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                false,
            ),
            (
                "12/KH-UBND của Bộ Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                false,
            ),
            (
                "12/KH-UBND năm 2024 của UBND tỉnh",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                false,
            ),
            (
                "12/KH-UBND năm 2025 của UBND tỉnh",
                "Ủy ban nhân dân tỉnh Trà Vinh",
                true,
            ),
            (
                "12/KH-UBND của UBND thị xã Duyên Hải",
                "UBND xã Duyên Hải",
                false,
            ),
            (
                "09-NQ/TU của Thành ủy Cần Thơ",
                "Ban Thường vụ Tỉnh ủy Trà Vinh",
                false,
            ),
            (
                "09-NQ/TU của Huyện ủy",
                "Ban Thường vụ Tỉnh ủy Trà Vinh",
                false,
            ),
            (
                "09-NQ/TU của Tỉnh ủy",
                "Ban Thường vụ Tỉnh ủy Trà Vinh",
                true,
            ),
            ("12/QĐ-BTC của Bộ trưởng Bộ Tài chính", "Bộ Tài chính", true),
        ] {
            let with = find(text).remove(0).with;
            assert_eq!(super::fits(&with, date, Some(issuer)), fits, "{text}");
        }
    }

    #[test]
    fn forms_of_real_plans() {
        for (text, expected) in [
            (
                "Kế hoạch số 252/KH-UBND ngày 17/9/2025, đưa phong trào",
                &["252/KH-UBND 2025-09-17"][..],
            ),
            (
                "Quyết định số 146/QĐ-TTg, Thủ tướng Chính phủ ban hành ngày 28/01/2022.",
                &["146/QĐ-TTg 2022-01-28"],
            ),
            (
                "thực hiện Nghị quyết số 57-NQ/TW nói trên: số 83-CTr/TU, ngày 24/02/2025.",
                &["57-NQ/TW -", "83-CTr/TU 2025-02-24"],
            ),
            (
                "Ngày 08/9/2025, Ủy ban nhân dân tỉnh có Văn bản số 3909/UBND-KGVX8 nói về",
                &["3909/UBND-KGVX8 2025-09-08"],
            ),
            (
                "Thông tư số 02/2025/TT-BGDĐT; Luật 148/2025/QH15 ngày 11 tháng 12 năm 2025",
                &["02/2025/TT-BGDĐT -", "148/2025/QH15 2025-12-11"],
            ),
            (
                "Ngày 20/5/2025 có 01-KH/BCĐ và ngày 21/3/2025 có 01-KH/BCĐ",
                &["01-KH/BCĐ 2025-05-20", "01-KH/BCĐ 2025-03-21"],
            ),
            (
                "số 01–KH/BCĐTW. Ngày 10/10/2025 khai mạc",
                &["01–KH/BCĐTW -"],
            ),
            (
                "Nghị quyết số 57 - NQ/TW ngày 22.12.2024, số 5\u{2011}KH/TU ngày 1-2-2025",
                &["57 - NQ/TW 2024-12-22", "5\u{2011}KH/TU 2025-02-01"],
            ),
            (
                "Nghị quyết số 57- NQ/TW, Quyết định số 06 /QĐ-TTg ngày 6/1/2022, số 5 -KH/TU",
                &["57- NQ/TW -", "06 /QĐ-TTg 2022-01-06", "5 -KH/TU -"],
            ),
            (
                "Kế hoạch số 67/KH-UBND, làm xong trước ngày 15/10/2026",
                &["67/KH-UBND -"],
            ),
            (
                "có hiệu lực từ ngày 01/7/2025: Luật 148/2025/QH15",
                &["148/2025/QH15 -"],
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_compared_in_one_form() {
        for other in ["09/KH-UBND", "9/KH–UBND", "9/KH\u{2011}UBND"] {
            assert_eq!(plain_number(other), "9/KH-UBND");
        }
        assert_eq!(plain_number("57 - NQ/TW"), plain_number("57-NQ/TW"));
    }

    #[test]
    fn other_figures_are_left_alone() {
        for text in [
            "ngày 10/10 hằng năm",
            "năm 2025-2026",
            "trước ngày 15/10",
            "COVID-19/A-B",
            "5G/4G",
            "24/7",
            "từ 5 - 10 người",
            "năm 2025 - 2026",
            "tỷ lệ 1/5-A",
            "Kế hoạch số … /KH-VPUBND",
            "ngày 24 / 7",
            "lớp 5 - Trường A",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
