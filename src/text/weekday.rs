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

/// The same in English.
const ENGLISH: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The longest of the names, in characters.
const NAME: usize = 9;

/// How far after the day its date may begin: " (ngày ", ", ", "**, **".
const NEAR: usize = 8;
/// The longest date, in characters: "10 tháng 10 năm 2026 (".
const BEFORE: usize = 28;

/// The days of the week in `text` that their dates do not have.
pub fn mismatches(text: &str) -> Vec<Mismatch> {
    let mut found = shortened(text);
    found.extend(english(text));
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
    let name = upto(NAME);
    let lower = name.to_lowercase();
    // Lower case may be longer; positions must be those of the text.
    if lower.len() != name.len() {
        return None;
    }
    let (day, name) = DAYS.iter().enumerate().find_map(|(day, names)| {
        let name = names.iter().find(|name| lower.starts_with(**name))?;
        Some((day, &rest[..name.len()]))
    })?;
    if is_counted(&text[..at], name) {
        return None;
    }
    mismatch(text, at..at + name.len(), day)
}

/// Whether `name` is the second or third of something: "lần thứ hai, ngày 10/10/2026", "Kỳ họp thứ Sáu". A class is held on "thứ Hai", and is
/// the "lớp thứ hai".
fn is_counted(before: &str, name: &str) -> bool {
    const COUNTED: [&str; 19] = [
        "lần", "kỳ", "kì", "họp", "phiên", "khóa", "khoá", "đợt", "người", "vòng", "năm", "ngày",
        "tuần", "quý", "tập", "bước", "số", "nghị", "đội",
    ];
    let word = before.trim_end().rsplit(char::is_whitespace).next();
    let word = word.filter(|_| before.ends_with(char::is_whitespace));
    let word = word.map(str::to_lowercase).unwrap_or_default();
    let is_named = || name[1..].contains(char::is_uppercase);
    COUNTED.contains(&word.as_str()) || word == "lớp" && !is_named()
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
        let found = mismatch(text, range, day);
        alone.then_some(found)?
    });
    found.collect()
}

/// "Monday, 10/10/2026", "10/10/2026 (Monday)".
fn english(text: &str) -> Vec<Mismatch> {
    let ends = memchr::memmem::find_iter(text.as_bytes(), "day");
    let found = ends.filter_map(|end| {
        let end = end + "day".len();
        let day = ENGLISH
            .iter()
            .position(|name| text[..end].ends_with(*name))?;
        let range = end - ENGLISH[day].len()..end;
        let found = mismatch(text, range, day)?;
        let right = ENGLISH[found.date.weekday()].to_owned();
        Some(Mismatch { right, ..found })
    });
    found.collect()
}

/// The day of the week at `range`, when the date beside it is on another: that which follows, or else that which stands before.
fn mismatch(text: &str, range: Range<usize>, day: usize) -> Option<Mismatch> {
    let date = date_after(&text[range.end..]).or_else(|| date_before(text, &range))?;
    (date.weekday() != day).then(|| Mismatch {
        range,
        date,
        right: date.weekday_inside(),
    })
}

/// The date before the day of the week at `range`: "10/10/2026 (Chủ nhật)", "10/10/2026, thứ Hai." or in the cell behind.
fn date_before(text: &str, range: &Range<usize>) -> Option<Date> {
    let before = text[..range.start].trim_end_matches([' ', '*', '_']);
    let mark = before.chars().next_back()?;
    let before = before.strip_suffix(['(', ',', '-', '–', '|'])?;
    let before = before.trim_end_matches([' ', '*', '_']);
    if mark != '(' && !is_end(&text[range.end..]) {
        return None;
    }
    let mut starts = before.char_indices().rev().take(BEFORE).map(|(at, _)| at);
    starts.find_map(|at| {
        let rest = &before[at..];
        let whole = rest.starts_with(|c: char| c.is_ascii_digit())
            && !before[..at].ends_with(|c: char| c.is_alphanumeric() || "/-.".contains(c))
            && rest.ends_with(|c: char| c.is_ascii_digit());
        whole.then(|| date_in(rest))?
    })
}

/// Whether what is said ends before `rest`, or goes on with where and when: what else follows a day may be of another date.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['*', '_', ' ']);
    let goes_on = ["tại ", "ở ", "lúc ", "từ ", "at ", "in ", "from "];
    rest.is_empty()
        || rest.starts_with(['.', ',', ';', ')', '!', '|', '\n', '"'])
        || goes_on.iter().any(|word| rest.starts_with(word))
}

/// The date that follows at once, with nothing between but marks and "ngày".
fn date_after(text: &str) -> Option<Date> {
    let rest = text.trim_start_matches([' ', ',', ':', '-', '–', '(', '*', '_', '|', '\u{a0}']);
    if text.len() - rest.len() > NEAR || text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start_matches("ngày").trim_start_matches("Ngày");
    let rest = rest.trim_start();
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
            "Lớp thứ hai, 10/10/2026",
            "thứ Bảy, 10/10/2026, Chủ nhật, 11/10/2026",
            "10/10/2026, thứ Bảy. | 10/10/2026 | thứ Bảy |; Saturday, 10/10/2026; Birthday 10/10/2026",
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
        assert_eq!(
            mismatches(
                "ngày 10/10/2026, thứ Hai. 10/10/2026 – thứ Ba tại xã; | Thứ Tư | 10/10/2026 |; | 10/10/2026 | **thứ Hai** |"
            )
            .len(),
            4
        );
        assert_eq!(mismatches("Mở lớp thứ Hai 10/10/2026").len(), 1);
        let wrong = mismatches("We meet on Monday, 10/10/2026.");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "Saturday"));
        let wrong = mismatches("Khai mạc chủ nhật, 10/10/2026");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "thứ Bảy"));
    }
}
