//! Days in a text that cannot be meant as they are written: those of no calendar, and those without their century.

use std::ops::Range;

use super::dates::{Date, DateFault, DayMonth, digits, split};
use super::digits::runs;

/// Where `text` writes a day of no calendar: `31/02/2025`, `31-4-2025`, `2025-02-30`, "31 tháng 4 năm 2025", `10/25/2026` with the
/// month first; without a year, `31/11`, only behind "ngày" or before "hằng năm". Numbers of documents, `15/13/2025/TT`, are no days.
pub fn impossible(text: &str) -> Vec<Range<usize>> {
    let mut found = impossible_figures(text);
    found.extend(impossible_words(text));
    found.sort_by_key(|range| range.start);
    found
}

/// How a day and a month are said, with a small or a capital letter.
const DAY: &str = "gày ";
const MONTH: &str = " tháng ";

/// Where `text` writes a day in figures without the century: "ngày 10/12/26".
pub fn without_century(text: &str) -> Vec<Range<usize>> {
    let said = runs(text).filter(|run| text[..run.start].ends_with(DAY));
    let days = said.filter_map(|run| {
        let start = run.start;
        let is_part = |c: char| c.is_ascii_digit() || c == '/';
        let end = text[start..]
            .find(|c| !is_part(c))
            .map_or(text.len(), |end| start + end);
        let alone = !text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let end = start + text[start..end].trim_end_matches('/').len();
        (alone && century_of(&text[start..end]).is_some()).then_some(start..end)
    });
    days.collect()
}

/// The day that a date without its century most likely means: `10/12/26` is 10/12/2026.
pub fn century_of(text: &str) -> Option<Date> {
    let [day, month, year] = split(text, '/', [2, 2, 2])?;
    let whole = text.rsplit('/').next()?.len() == 2;
    whole.then(|| Date::new(2000 + year, month, day))?
}

/// Days in words: "31 tháng 4 năm 2025"; without a year only behind "ngày".
fn impossible_words(text: &str) -> Vec<Range<usize>> {
    let days = runs(text).filter(|run| text[run.end..].starts_with(MONTH));
    let months = days.filter_map(|Range { start, end }| {
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

fn impossible_figures(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.');
    let mut found = Vec::new();
    let mut at = 0;
    for Range { start, .. } in runs(text) {
        if start < at {
            continue;
        }
        let end = bytes[start..].iter().position(|byte| !is_part(byte));
        let end = end.map_or(text.len(), |end| start + end);
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let alone = !before.is_some_and(|c| c.is_alphanumeric() || "/-.#".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || c == '-');
        let written = text[start..end].trim_end_matches(['/', '-', '.']);
        let is_said = || {
            let behind = text[start + written.len()..].trim_start();
            let yearly = ["hằng năm", "hàng năm", "mỗi năm"];
            text[..start].ends_with(DAY) || yearly.iter().any(|words| behind.starts_with(words))
        };
        if alone && (is_no_day(written) || is_no_day_of_year(written) && is_said()) {
            found.push(start..start + written.len());
        }
        at = end;
    }
    found
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
            assert_eq!(impossible(text).len(), count, "{text}");
        }
    }
}
