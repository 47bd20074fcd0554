//! Days with an English month: "10 October 2026", "October 10th, 2026", "Sat, 10 Oct". Pages for guests have them, and plans quote them.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use super::dates::{Date, DayMonth};

/// A day as it is written, which may be none of any calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where day, month and year stand in the text.
    pub range: Range<usize>,
    day: i16,
    month: i16,
    year: Option<i16>,
    /// Whether the word for the month can be nothing else: "May 10" is a tailor's, "Mar" a name.
    is_plain: bool,
}

impl Written {
    /// The date, when it has a year and a calendar has it.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day)
    }

    /// The day of a year that is not written.
    pub fn of_any_year(&self) -> Option<DayMonth> {
        let day = format!("{:02}/{:02}", self.day, self.month);
        self.year.is_none().then(|| DayMonth::parse(&day).ok())?
    }

    /// Whether no calendar has it.
    fn is_impossible(&self) -> bool {
        // A leap year, so that 29 February is a day.
        let year = self.year.or(self.is_plain.then_some(2024));
        year.is_some_and(|year| Date::new(year, self.month, self.day).is_none())
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// All days in `text` whose month is English.
pub fn written(text: &str) -> impl Iterator<Item = Written> {
    written_in(text, 0..text.len())
}

/// Those whose month stands in a part of `text`.
pub(super) fn written_in(text: &str, part: Range<usize>) -> impl Iterator<Item = Written> {
    // All texts are read for this, many bytes at a time.
    static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let begins = MONTHS.iter().map(|month| &month[..3]);
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostFirst);
        builder.build(begins).expect("the months are few")
    });
    let found = FINDER.find_iter(Input::new(text).range(part));
    found.filter_map(|begin| at_month(text, begin.start(), begin.pattern().as_usize()))
}

/// Where a part of `text` writes a day of no calendar with an English month.
pub(super) fn impossible(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let found = written_in(text, part).filter(Written::is_impossible);
    found.map(|written| written.range)
}

fn at_month(text: &str, start: usize, month: usize) -> Option<Written> {
    let name = MONTHS[month];
    let rest = &text[start..];
    let whole = rest.starts_with(name);
    let end = start + if whole { name.len() } else { 3 };
    let is_end = !text[end..].starts_with(|c: char| c.is_alphanumeric());
    if text[..start].ends_with(|c: char| c.is_alphanumeric()) || !is_end {
        return None;
    }
    let (day, range) = day_before(text, start, end).or_else(|| day_behind(text, start, end))?;
    let (year, end) = year_behind(text, range.end).unzip();
    Some(Written {
        range: range.start..end.unwrap_or(range.end),
        day,
        month: i16::try_from(month).ok()? + 1,
        year,
        is_plain: whole && name != "May",
    })
}

/// "10 October", "10th of October".
fn day_before(text: &str, start: usize, end: usize) -> Option<(i16, Range<usize>)> {
    let before = text[..start].strip_suffix(' ')?;
    let before = before.strip_suffix(" of").unwrap_or(before);
    let bare = without_ordinal(before);
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let alone = !digits.ends_with(|c: char| c.is_alphanumeric() || "/-.,".contains(c));
    let day = day(&bare[digits.len()..]).filter(|_| alone)?;
    Some((day, digits.len()..end))
}

/// "October 10", "October 10th".
fn day_behind(text: &str, start: usize, end: usize) -> Option<(i16, Range<usize>)> {
    let behind = text[end..].trim_start_matches('.').strip_prefix(' ')?;
    let at = text.len() - behind.len();
    let length = behind
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len());
    let day = day(&behind[..length])?;
    let rest = &behind[length..];
    let ordinal = ORDINALS.iter().find(|ordinal| rest.starts_with(**ordinal));
    let rest = ordinal.map_or(rest, |ordinal| &rest[ordinal.len()..]);
    let alone = !rest.starts_with(|c: char| c.is_alphanumeric() || "/-:%".contains(c));
    alone.then(|| (day, start..at + behind.len() - rest.len()))
}

const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

fn without_ordinal(text: &str) -> &str {
    let bare = ORDINALS
        .iter()
        .find_map(|ordinal| text.strip_suffix(ordinal));
    let bare = bare.filter(|bare| bare.ends_with(|c: char| c.is_ascii_digit()));
    bare.unwrap_or(text)
}

fn day(digits: &str) -> Option<i16> {
    (1..=2)
        .contains(&digits.len())
        .then(|| digits.parse().ok())?
}

/// " 2026", ", 2026".
fn year_behind(text: &str, end: usize) -> Option<(i16, usize)> {
    let rest = text[end..].strip_prefix(',').unwrap_or(&text[end..]);
    let rest = rest.strip_prefix(' ')?;
    let digits = rest.get(..4)?;
    let year: i16 = digits.parse().ok()?;
    let is_year = digits.bytes().all(|byte| byte.is_ascii_digit()) && (1900..2200).contains(&year);
    let is_end = !rest[4..].starts_with(|c: char| c.is_alphanumeric());
    (is_year && is_end).then(|| (year, text.len() - rest.len() + 4))
}

#[cfg(test)]
mod tests {
    use super::{impossible, written};

    #[test]
    fn days_are_read_as_the_english_write_them() {
        for (text, day) in [
            ("on 10 October 2026.", "10 October 2026"),
            ("on October 10, 2026 at 8", "October 10, 2026"),
            ("October 10th 2026", "October 10th 2026"),
            ("the 10th of October 2026", "10th of October 2026"),
            ("Sat, 10 Oct 2026", "10 Oct 2026"),
            ("On October 10 we meet", "October 10"),
        ] {
            let found: Vec<&str> = written(text).map(|day| &text[day.range]).collect();
            assert_eq!(found, [day], "{text}");
        }
        for text in [
            "October 2026",
            "May 10%",
            "5.10 October",
            "Mart 10",
            "SeptemberX 10",
            "March",
        ] {
            assert_eq!(written(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn impossible_days_are_found() {
        for text in [
            "October 32, 2026",
            "31 April 2026",
            "30 February",
            "29 Feb 2026",
            "0 March",
        ] {
            assert_eq!(
                impossible(text, 0..text.len()).next(),
                Some(0..text.len()),
                "{text}"
            );
        }
        for text in [
            "Công ty May 40",
            "29 Feb 2028",
            "29 February",
            "31 October 2026",
        ] {
            assert_eq!(impossible(text, 0..text.len()).count(), 0, "{text}");
        }
    }
}
