//! Days in a text that cannot be meant as they are written: those of no calendar, and those without their century.

use std::ops::Range;

use super::dates::{Date, DateFault, DayMonth, digits, split};
use super::digits::near;
use super::english_days;

/// Where `text` writes a day of no calendar: `31/02/2025`, `31-4-2025`, `2025-02-30`, "31 tháng 4 năm 2025", `10/25/2026` with the
/// month first; `October 32, 2026`; without a year, `31/11`, only behind "ngày" or before "hằng năm". Numbers of documents, `15/13/2025/TT`,
/// are no days. `runs` are the runs of digits in the text.
pub fn impossible(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = impossible_figures(text, runs);
    found.extend(impossible_words(text, runs));
    let near = near(runs, NEAR, text.len()).into_iter();
    found.extend(near.flat_map(|part| english_days::impossible(text, part)));
    found.sort_by_key(|range| range.start);
    found
}

/// So many bytes at most lie between the figures of a day and the name of its month or of its day of the week.
pub(super) const NEAR: usize = 64;

/// How a day and a month are said, with a small or a capital letter.
const DAY: &str = "gày ";
const MONTH: &str = " tháng ";

/// Where `text` writes a day in figures without the century: "mở ngày 10/12/26". Without such a word it may be a share of something.
/// `runs` are the runs of digits in the text.
pub fn without_century(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let found = figures(text, runs).filter(|written| {
        says_day(&text[..written.start]) && century_of(&text[written.clone()]).is_some()
    });
    found.collect()
}

/// Whether the word before figures says that they are a day.
fn says_day(before: &str) -> bool {
    const WORDS: [&str; 10] = [
        "ngày", "hôm", "từ", "đến", "trước", "sau", "sáng", "trưa", "chiều", "tối",
    ];
    let word = before.trim_end().rsplit(char::is_whitespace).next();
    let word = word.unwrap_or_default().to_lowercase();
    WORDS.contains(&word.as_str())
}

/// The day that a date without its century most likely means: `10/12/26` is 10/12/2026.
pub fn century_of(text: &str) -> Option<Date> {
    let [day, month, year] = split(text, '/', [2, 2, 2])?;
    let whole = text.rsplit('/').next()?.len() == 2;
    whole.then(|| Date::new(2000 + year, month, day))?
}

/// Days in words: "31 tháng 4 năm 2025"; without a year only behind "ngày".
fn impossible_words(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let days = runs.iter().filter(|run| text[run.end..].starts_with(MONTH));
    let months = days.filter_map(|&Range { start, end }| {
        let day = digits(&text[start..end], 2)?;
        let rest = end + MONTH.len();
        let (month, mut end) = leading(text, rest)?;
        let year = text[end..]
            .strip_prefix(" năm ")
            .and_then(|_| leading(text, end + " năm ".len()));
        let said = text[..start].ends_with(DAY);
        let (year, is_told) = match year {
            Some((year, after)) => {
                end = after;
                (year, true)
            }
            // A leap year, so that 29/02 is a day.
            None => (2024, said),
        };
        let possible = (1..=12).contains(&month) && Date::new(year, month, day).is_some();
        (is_told && !possible).then_some(start..end)
    });
    months.collect()
}

/// The number of at most four digits that begins at the byte `at`, and where it ends.
fn leading(text: &str, at: usize) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let length = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let number = rest[..length].parse().ok()?;
    (length <= 4).then_some((number, at + length))
}

fn impossible_figures(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let found = figures(text, runs).filter(|Range { start, end }| {
        let written = &text[*start..*end];
        let is_said = || {
            let behind = text[*end..].trim_start();
            let yearly = ["hằng năm", "hàng năm", "mỗi năm"];
            text[..*start].ends_with(DAY) || yearly.iter().any(|words| behind.starts_with(words))
        };
        is_no_day(written) || is_no_day_of_year(written) && is_said()
    });
    found.collect()
}

/// What `text` writes in figures that stand alone, with strokes, hyphens or dots between, and that is not said to be a number.
fn figures(text: &str, runs: &[Range<usize>]) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.');
    let mut at = 0;
    runs.iter().filter_map(move |&Range { start, .. }| {
        if start < at {
            return None;
        }
        let end = bytes[start..].iter().position(|byte| !is_part(byte));
        let end = end.map_or(text.len(), |end| start + end);
        at = end;
        let written = text[start..end].trim_end_matches(['/', '-', '.']);
        // A day and a month have a mark between.
        if written.len() < 3 {
            return None;
        }
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let alone = !before.is_some_and(|c| c.is_alphanumeric() || "/-.#".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || c == '-')
            && !is_number(&text[..start]);
        alone.then_some(start..start + written.len())
    })
}

/// Whether what follows is said to be a number: "số", "Số:".
fn is_number(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ':']);
    let words = ["số", "Số", "SỐ"].into_iter();
    let rest = words.filter_map(|word| before.strip_suffix(word)).next();
    rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// Whether a text is a day and a month, `31/11`, that no year has.
fn is_no_day_of_year(text: &str) -> bool {
    let known = DayMonth::parse(text);
    known == Err(DateFault::NoSuchDay)
}

fn is_no_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [first, second, third] = parts[..] else {
        return false;
    };
    let mark = text
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .chars()
        .next();
    let is_small = |part: &str| (1..=2).contains(&part.len());
    if mark == Some('-') && first.len() == 4 {
        return second.len() == 2 && third.len() == 2 && Date::parse(text).is_err();
    }
    if !(is_small(first) && is_small(second) && third.len() == 4) {
        return false;
    }
    if mark == Some('/') {
        return Date::parse(text).is_err();
    }
    // Other marks stand in numbers of many kinds: what is told must be a day but for its month.
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    let (first, second, year) = (number(first), number(second), number(third));
    let month_first = (1..=12).contains(&first) && (13..=31).contains(&second);
    let no_day = (29..=31).contains(&first)
        && (1..=12).contains(&second)
        && Date::new(year, second, first).is_none();
    (1945..=2100).contains(&year) && (month_first || no_day)
}

#[cfg(test)]
mod tests {
    use super::super::digits::runs;
    use super::*;

    #[test]
    fn days_of_no_calendar_are_found() {
        for (text, count) in [
            ("ngày 31/02/2025 và 10/25/2026.", 2),
            ("trước 31/11 hằng năm; ngày 30/2", 2),
            ("ngày 29/02, ngày 30/11", 0),
            ("29/02/2024, 10/10/2026", 0),
            ("Thông tư 32/13/2025/TT-BGDĐT", 0),
            ("tỷ lệ 31/02, trang 1/2/3/2025", 0),
            ("https://a.gov.vn/31/02/2025/x", 0),
        ] {
            let runs: Vec<_> = runs(text).collect();
            assert_eq!(impossible(text, &runs).len(), count, "{text}");
        }
    }
}
