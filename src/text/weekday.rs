//! Days of the week written beside a date: "thứ Bảy, 10/10/2026", "Chủ nhật ngày 11 tháng 10 năm 2026".

use std::ops::Range;

use super::dates::Date;
use super::due::date_in;
use crate::diag::Lang;

/// A day of the week that is not that of the date beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Where the day of the week stands in the text.
    pub range: Range<usize>,
    /// The date beside it.
    pub date: Date,
    /// Its day of the week: "Thứ Bảy".
    pub right: String,
}

/// The names of the days from Monday to Sunday, each with the number that people write.
const DAYS: [[&str; 2]; 7] = [
    ["thứ hai", "thứ 2"],
    ["thứ ba", "thứ 3"],
    ["thứ tư", "thứ 4"],
    ["thứ năm", "thứ 5"],
    ["thứ sáu", "thứ 6"],
    ["thứ bảy", "thứ 7"],
    ["chủ nhật", "chúa nhật"],
];

/// In a text with one of the names stands one of these.
const HINTS: [&str; 7] = ["thứ ", "Thứ ", "THỨ ", "hủ ", "HỦ ", "húa ", "HÚA "];

/// How far after the day its date may begin: " (ngày ", ", ".
const NEAR: usize = 3;

/// The days of the week in `text` that their dates do not have.
pub fn mismatches(text: &str) -> Vec<Mismatch> {
    // Most texts name no day, and bringing all of them into lower case was almost half of reading a large site.
    if !HINTS.iter().any(|hint| text.contains(hint)) {
        return Vec::new();
    }
    let lower = text.to_lowercase();
    // Lower case may be longer; positions must be those of the text.
    if lower.len() != text.len() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (day, names) in DAYS.iter().enumerate() {
        for name in names {
            let places = lower
                .match_indices(name)
                .map(|(at, name)| at..at + name.len());
            for range in places {
                let Some(date) = date_after(&lower[range.end..]) else {
                    continue;
                };
                if date.weekday() != day {
                    let right = date.long(Lang::Vi);
                    let right = right.split(',').next().unwrap_or_default().to_owned();
                    found.push(Mismatch { range, date, right });
                }
            }
        }
    }
    found.sort_by_key(|mismatch| mismatch.range.start);
    found
}

/// The date that follows at once, with nothing between but marks and "ngày".
fn date_after(text: &str) -> Option<Date> {
    let rest = text.trim_start_matches([' ', ',', '(', '\u{a0}']);
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
        ] {
            assert!(mismatches(right).is_empty(), "{right}");
        }
        let wrong = mismatches("Khai mạc chủ nhật, 10/10/2026");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "Thứ Bảy"));
    }
}
