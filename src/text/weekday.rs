//! Days of the week written beside a date: "thứ Bảy, 10/10/2026", "Chủ nhật ngày 11 tháng 10 năm 2026".

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::dates::Date;
use super::due::date_in;

/// A day of the week that is not that of the date beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Where the day of the week stands in the text.
    pub range: Range<usize>,
    /// The date beside it.
    pub date: Date,
    /// Its day of the week: "thứ Bảy".
    pub right: String,
}

/// The names of the days from Monday to Sunday, each with the number that people write.
const DAYS: [&[&str]; 7] = [
    &["thứ hai", "thứ 2"],
    &["thứ ba", "thứ 3"],
    &["thứ tư", "thứ 4"],
    &["thứ năm", "thứ 5"],
    &["thứ sáu", "thứ 6"],
    &["thứ bảy", "thứ 7", "thứ bẩy"],
    &["chủ nhật", "chúa nhật", "chủ nhựt"],
];

/// The same, as people shorten them.
const SHORT: [&str; 7] = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];

/// What the names begin with.
const BEGINS: [&str; 3] = ["thứ", "chủ", "chú"];

/// The longest of the names, in characters.
const NAME: usize = 9;

/// The longest of the names with the date beside it, in characters.
const WINDOW: usize = 48;

/// How far after the day its date may begin: " (ngày ", ", ", "**, **".
const NEAR: usize = 8;
/// The longest date, in characters: "10 tháng 10 năm 2026 (".
const BEFORE: usize = 28;

/// The days of the week in `text` that their dates do not have.
pub fn mismatches(text: &str) -> Vec<Mismatch> {
    let mut found = shortened(text);
    // All texts are read for this, many bytes at a time.
    static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostFirst);
        let begins = BEGINS.iter().flat_map(|letters| in_all_cases(letters));
        builder.build(begins).expect("the letters are few")
    });
    let starts = FINDER.find_iter(text).map(|begin| begin.start());
    found.extend(starts.filter_map(|at| named(text, at)));
    found.sort_by_key(|mismatch| mismatch.range.start);
    found
}

/// Letters with each of them small or a capital: bringing whole texts into lower case takes long.
fn in_all_cases(letters: &str) -> Vec<String> {
    letters.chars().fold(vec![String::new()], |begun, c| {
        let capital: String = c.to_uppercase().collect();
        let ends = [c.to_string(), capital];
        let begun = begun.iter();
        begun
            .flat_map(|begun| ends.iter().map(move |end| format!("{begun}{end}")))
            .collect()
    })
}

/// The day of the week whose name begins at the byte `at`, if its date has another one.
fn named(text: &str, at: usize) -> Option<Mismatch> {
    let rest = &text[at..];
    let upto = |count: usize| {
        let end = rest.char_indices().nth(count);
        &rest[..end.map_or(rest.len(), |(end, _)| end)]
    };
    // "thứ" and "chủ" begin other words, too, and often: the name is asked for before its date.
    let name = upto(NAME).to_lowercase();
    let mut names = DAYS.iter().copied().flatten();
    if !names.any(|known| name.starts_with(known)) {
        return None;
    }
    if is_counted(&text[..at]) {
        return None;
    }
    let window = upto(WINDOW);
    let lower = window.to_lowercase();
    // Lower case may be longer; positions must be those of the text.
    if lower.len() != window.len() {
        return None;
    }
    let (day, name) = DAYS.iter().enumerate().find_map(|(day, names)| {
        let name = names.iter().find(|name| lower.starts_with(**name))?;
        Some((day, name))
    })?;
    let range = at..at + name.len();
    let found =
        mismatch(&lower, 0..name.len(), day).or_else(|| bracketed(text, range.clone(), day))?;
    Some(Mismatch { range, ..found })
}

/// Whether what follows is the second or third of something: "lần thứ hai, ngày 10/10/2026", "Kỳ họp thứ Sáu".
fn is_counted(before: &str) -> bool {
    const COUNTED: [&str; 20] = [
        "lần", "kỳ", "kì", "họp", "phiên", "khóa", "khoá", "đợt", "người", "vòng", "năm", "ngày",
        "tuần", "quý", "tập", "bước", "số", "lớp", "nghị", "đội",
    ];
    let word = before.trim_end().rsplit(char::is_whitespace).next();
    let word = word.filter(|_| before.ends_with(char::is_whitespace));
    word.is_some_and(|word| COUNTED.contains(&word.to_lowercase().as_str()))
}

/// "T7, 11/10/2026", "CN 10/10/2026".
fn shortened(text: &str) -> Vec<Mismatch> {
    let starts = memchr::memchr2_iter(b'T', b'C', text.as_bytes());
    let found = starts.filter_map(|at| {
        let short = text.get(at..at + 2)?;
        let day = SHORT.iter().position(|known| *known == short)?;
        let before = text[..at].chars().next_back();
        let alone =
            before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '/' | '-' | '&'));
        let range = at..at + 2;
        let found = mismatch(text, range.clone(), day).or_else(|| bracketed(text, range, day));
        alone.then_some(found)?
    });
    found.collect()
}

/// The day of the week at `range`, when the date beside it is on another.
fn mismatch(text: &str, range: Range<usize>, day: usize) -> Option<Mismatch> {
    let date = date_after(&text[range.end..])?;
    of_other_date(date, range, day)
}

/// The day of the week at `range` in brackets, when the date before them is on another: "10/10/2026 (Chủ nhật)".
fn bracketed(text: &str, range: Range<usize>, day: usize) -> Option<Mismatch> {
    let before = text[..range.start].strip_suffix('(')?.trim_end();
    let mut starts = before.char_indices().rev().take(BEFORE).map(|(at, _)| at);
    let date = starts.find_map(|at| {
        let rest = &before[at..];
        let whole = rest.starts_with(|c: char| c.is_ascii_digit())
            && !before[..at].ends_with(|c: char| c.is_alphanumeric() || "/-.".contains(c))
            && rest.ends_with(|c: char| c.is_ascii_digit());
        whole.then(|| date_in(rest))?
    })?;
    of_other_date(date, range, day)
}

fn of_other_date(date: Date, range: Range<usize>, day: usize) -> Option<Mismatch> {
    if date.weekday() == day {
        return None;
    }
    let right = date.weekday_inside();
    Some(Mismatch { range, date, right })
}

/// The date that follows at once, with nothing between but marks and "ngày".
fn date_after(text: &str) -> Option<Date> {
    let rest = text.trim_start_matches([' ', ',', ':', '-', '–', '(', '*', '_', '\u{a0}']);
    if text.len() - rest.len() > NEAR || text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start_matches("ngày").trim_start();
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    // No longer than "10 tháng 10 năm 2026".
    let end = rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at);
    digits.then(|| date_in(&rest[..end]))?
}

#[cfg(test)]
mod tests {
    use super::mismatches;

    #[test]
    fn only_wrong_days_are_found() {
        for right in [
            "Thứ Bảy, 10/10/2026",
            "thứ bảy ngày 10 tháng 10 năm 2026",
            "Chủ nhật (11/10/2026)",
            "lớp thứ hai có 10 người, ngày 10/10/2026",
            "thứ năm 2026",
            "Lần thứ hai, ngày 10/10/2026",
            "Kỳ họp thứ Sáu, ngày 10/10/2026",
            "khóa thứ tư (10/10/2026), người thứ năm 10/10/2026",
            "T7, 10/10/2026 và CN 11/10/2026",
            "KCN 10/10/2026, T7/2026, mã T7-10/10/2026",
            "10/10/2026 (thứ Bảy), ngày 10 tháng 10 năm 2026 (T7); lớp 10/10/2026, thứ Hai học bù",
        ] {
            assert!(mismatches(right).is_empty(), "{right}");
        }
        assert_eq!(
            mismatches("T7, 11/10/2026; Thứ bẩy 11/10/2026; CN (10/10/2026)").len(),
            3
        );
        assert_eq!(
            mismatches("Thứ Hai: 10/10/2026; Thứ Hai - 10/10/2026; **Thứ Hai** – ngày 10/10/2026")
                .len(),
            3
        );
        assert_eq!(
            mismatches(
                "10/10/2026 (Chủ nhật); ngày 10 tháng 10 năm 2026 (CN); **Thứ Hai**, **10/10/2026**"
            )
            .len(),
            3
        );
        let wrong = mismatches("Khai mạc chủ nhật, 10/10/2026");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "thứ Bảy"));
    }
}
