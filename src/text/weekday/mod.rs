//! Days of the week written beside a date: "thứ Bảy, 10/10/2026", "Chủ nhật ngày 11 tháng 10 năm 2026", "thứ Bảy, 10/10" where its year is
//! beyond doubt, "Saturday, 10 October 2026".

mod year;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind};
use memchr::{memchr2_iter, memmem};

pub use year::Known;

use super::dates::{Date, DayMonth};
use super::due::date_in;
use super::english_days::{self, Written};
use super::{digits, odd_days};

/// A day of the week that is not that of the date beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// Where the day of the week stands in the text.
    pub range: Range<usize>,
    /// The date beside it.
    pub date: Date,
    /// Its day of the week: "thứ Bảy".
    pub right: String,
    /// Whether the year is not written.
    pub is_of_any_year: bool,
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

/// The days of the week in `text` that their dates do not have. What is `known` of the document may say the year of a day; `runs` are the
/// runs of digits in the text, beside which alone there is a date.
pub fn mismatches(text: &str, runs: &[Range<usize>], known: &Known) -> Vec<Mismatch> {
    let near = digits::near(runs, odd_days::NEAR, text.len());
    let around = Around { text, near, known };
    let mut found = around.shortened();
    found.extend(around.english());
    found.extend(around.english_shortened());
    // All texts are read for this, many bytes at a time.
    static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostFirst);
        let begins = BEGINS.iter().flat_map(|letters| in_all_cases(letters));
        builder.build(begins).expect("the letters are few")
    });
    let parts = around.near.iter().cloned();
    let starts = parts.flat_map(|part| FINDER.find_iter(Input::new(text).range(part)));
    let starts = starts.map(|begin| begin.start());
    found.extend(starts.filter_map(|at| around.named(at)));
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

/// A text with what is known of its days.
struct Around<'t> {
    text: &'t str,
    /// What stands near digits.
    near: Vec<Range<usize>>,
    known: &'t Known,
}

/// A day beside a name: one that the calendar has, or one whose year is not written.
#[derive(Clone, Copy)]
enum Beside {
    Date(Date),
    OfAnyYear(DayMonth),
}

impl Around<'_> {
    /// The day of the week whose name begins at the byte `at`, if its date has another one.
    fn named(&self, at: usize) -> Option<Mismatch> {
        let rest = &self.text[at..];
        let end = rest.char_indices().nth(NAME);
        let name = &rest[..end.map_or(rest.len(), |(end, _)| end)];
        let lower = name.to_lowercase();
        // Lower case may be longer; positions must be those of the text.
        if lower.len() != name.len() {
            return None;
        }
        let (day, name) = DAYS.iter().enumerate().find_map(|(day, names)| {
            let name = names.iter().find(|name| lower.starts_with(**name))?;
            Some((day, &rest[..name.len()]))
        })?;
        let is_sunday = day == DAYS.len() - 1;
        if !is_sunday && is_counted(&self.text[..at], name) {
            return None;
        }
        self.mismatch(at..at + name.len(), day)
    }

    /// "T7, 11/10/2026", "CN 10/10/2026".
    fn shortened(&self) -> Vec<Mismatch> {
        let text = self.text;
        let starts = self.near.iter().flat_map(|part| {
            let starts = memchr2_iter(b'T', b'C', &text.as_bytes()[part.clone()]);
            starts.map(|at| part.start + at)
        });
        let found = starts.filter_map(|at| {
            let short = text.get(at..at + 2)?;
            let day = SHORT.iter().position(|known| *known == short)?;
            let before = text[..at].chars().next_back();
            let alone =
                before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '/' | '-' | '&'));
            let found = self.mismatch(at..at + 2, day);
            alone.then_some(found)?
        });
        found.collect()
    }

    /// "Monday, 10/10/2026", "10/10/2026 (Monday)", "Monday, 10 October 2026".
    fn english(&self) -> Vec<Mismatch> {
        let ends = self.near.iter().flat_map(|part| {
            let ends = memmem::find_iter(&self.text.as_bytes()[part.clone()], "day");
            ends.map(|end| part.start + end + "day".len())
        });
        let found = ends.filter_map(|end| {
            let mut days = ENGLISH.iter();
            let day = days.position(|name| self.text[..end].ends_with(*name))?;
            let range = end - ENGLISH[day].len()..end;
            self.mismatch(range, day).map(in_english)
        });
        found.collect()
    }

    /// "Sat, 10 Oct 2026".
    fn english_shortened(&self) -> Vec<Mismatch> {
        let parts = self.near.iter().cloned();
        let written = parts.flat_map(|part| english_days::written_in(self.text, part));
        let found = written.filter_map(|written| {
            let before = self.text[..written.range.start].trim_end_matches([' ', ',', '.']);
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
            let is_day = |name: &str| (3..=5).contains(&word.len()) && name.starts_with(word);
            let day = ENGLISH.iter().position(|name| is_day(name))?;
            let range = before.len() - word.len()..before.len();
            self.compared(range, day, beside(&written)?).map(in_english)
        });
        found.collect()
    }

    /// The day of the week at `range`, when the date beside it is on another: that which follows, or else that which stands before.
    fn mismatch(&self, range: Range<usize>, day: usize) -> Option<Mismatch> {
        let after = date_after(&self.text[range.end..]);
        let beside = after.or_else(|| date_before(self.text, &range))?;
        self.compared(range, day, beside)
    }

    /// A day of the week at `range` that no date has which may stand beside it.
    fn compared(&self, range: Range<usize>, day: usize, beside: Beside) -> Option<Mismatch> {
        let (dates, is_of_any_year) = match beside {
            Beside::Date(date) => (vec![date], false),
            Beside::OfAnyYear(day) => (self.known.dates(day, self.text), true),
        };
        let date = *dates.first()?;
        let is_right = dates.iter().any(|date| date.weekday() == day);
        (!is_right).then(|| Mismatch {
            range,
            date,
            right: date.weekday_inside(),
            is_of_any_year,
        })
    }
}

fn in_english(found: Mismatch) -> Mismatch {
    let right = ENGLISH[found.date.weekday()].to_owned();
    Mismatch { right, ..found }
}

fn beside(written: &Written) -> Option<Beside> {
    let date = written.date().map(Beside::Date);
    date.or_else(|| written.of_any_year().map(Beside::OfAnyYear))
}

/// The date before the day of the week at `range`: "10/10/2026 (Chủ nhật)", "10/10/2026, thứ Hai." or in the cell behind.
fn date_before(text: &str, range: &Range<usize>) -> Option<Beside> {
    let before = text[..range.start].trim_end_matches([' ', '*', '_']);
    let mark = before.chars().next_back()?;
    let before = before.strip_suffix(['(', ',', '-', '–', '|'])?;
    let before = before.trim_end_matches([' ', '*', '_']);
    if mark != '(' && !is_end(&text[range.end..]) {
        return None;
    }
    let mut starts = before.char_indices().rev().take(BEFORE).map(|(at, _)| at);
    let found = starts.find_map(|at| {
        let rest = &before[at..];
        let whole = rest.starts_with(|c: char| c.is_ascii_digit())
            && !before[..at].ends_with(|c: char| c.is_alphanumeric() || "/-.".contains(c))
            && rest.ends_with(|c: char| c.is_ascii_digit());
        whole.then(|| {
            date_in(rest)
                .map(Beside::Date)
                .or_else(|| of_any_year(rest))
        })?
    });
    found.or_else(|| {
        let (at, _) = before.char_indices().rev().take(BEFORE).last()?;
        let holds_digit = before[at..].bytes().any(|byte| byte.is_ascii_digit());
        let written = holds_digit.then(|| english_days::written(&before[at..]).last())??;
        (at + written.range.end == before.len()).then(|| beside(&written))?
    })
}

/// What is nothing but a day and a month: "10/10", "10 tháng 10".
fn of_any_year(text: &str) -> Option<Beside> {
    let day = text.replace(" tháng ", "/");
    DayMonth::parse(&day).ok().map(Beside::OfAnyYear)
}

/// Whether what is said ends before `rest`, or goes on with where and when: what else follows a day may be of another date.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['*', '_', ' ']);
    let goes_on = [
        "tại ", "ở ", "lúc ", "từ ", "và ", "at ", "in ", "from ", "and ",
    ];
    rest.is_empty()
        || rest.starts_with(['.', ',', ';', ')', '!', '|', '\n', '"'])
        || goes_on.iter().any(|word| rest.starts_with(word))
}

/// The date that follows at once, with nothing between but marks and "ngày".
fn date_after(text: &str) -> Option<Beside> {
    let rest = text.trim_start_matches([' ', ',', ':', '-', '–', '(', '*', '_', '|', '\u{a0}']);
    if text.len() - rest.len() > NEAR || text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let day = rest.trim_start_matches("ngày").trim_start_matches("Ngày");
    let is_said = day.len() < rest.len();
    let rest = day.trim_start().trim_start_matches("the ");
    // No longer than "10 tháng 10 năm 2026" or "the 10th of September 2026".
    let end = rest.char_indices().nth(24).map_or(rest.len(), |(at, _)| at);
    let near = &rest[..end];
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let english = || english_days::written(near).next();
    let english = || english().filter(|written| written.range.start == 0);
    digits
        .then(|| leading_of_any_year(rest, is_said))
        .flatten()
        .or_else(|| english().and_then(|written| beside(&written)))
        .or_else(|| digits.then(|| date_in(near).map(Beside::Date))?)
}

/// The day and the month with which a text begins, if they are no share of something: "10/10 xã đã có …".
fn leading_of_any_year(text: &str, is_said: bool) -> Option<Beside> {
    let is_part = |c: char| c.is_ascii_digit() || "/-.".contains(c);
    let (day, rest) = text.split_at(text.find(|c| !is_part(c)).unwrap_or(text.len()));
    if let Some(month) = rest.strip_prefix(" tháng ") {
        let end = month
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(month.len());
        let behind = &month[end..];
        return of_any_year(&format!("{day}/{}", &month[..end]))
            .filter(|_| !behind.starts_with(|c: char| c == '/' || c.is_alphanumeric()))
            .filter(|_| !behind.trim_start_matches([',', ' ']).starts_with("năm"));
    }
    let written = day.trim_end_matches(['.', '-']);
    let rest = &text[written.len()..];
    let alone = is_said || is_end(rest) || rest.trim_start().starts_with(['-', '–']);
    of_any_year(written).filter(|_| alone && !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{Known, Mismatch};
    use crate::text::dates::Date;

    fn mismatches(text: &str) -> Vec<Mismatch> {
        let runs: Vec<_> = super::digits::runs(text).collect();
        super::mismatches(text, &runs, &Known::default())
    }

    fn known(text: &str, own: &[&str], of: &str) -> Vec<String> {
        let date = |text: &&str| Date::parse(text).ok();
        let known = Known {
            own: own.iter().filter_map(date).collect(),
            of: Date::parse(of).ok(),
        };
        let runs: Vec<_> = super::digits::runs(text).collect();
        let found = super::mismatches(text, &runs, &known).into_iter();
        found.map(|found| text[found.range].to_owned()).collect()
    }

    #[test]
    fn days_without_a_year_are_told_where_it_is_certain() {
        for text in [
            "thứ Hai, 10/10",
            "Thứ Hai ngày 10 tháng 10 tại xã",
            "thứ Hai (10/10)",
            "10/10 (thứ Hai)",
            "CN 10/10",
            "Sáng thứ Hai, ngày 10/10 xã mở lớp",
            "Monday, 10 October",
            "Mon, Oct 10",
        ] {
            assert_eq!(known(text, &["10/10/2026"], "").len(), 1, "{text}");
            assert_eq!(known(text, &[], "01/10/2026").len(), 1, "{text}");
            assert_eq!(
                known(&format!("{text}. Ngày 10/10/2026."), &[], "").len(),
                1,
                "{text}"
            );
            // Another year may be meant.
            assert!(known(text, &[], "").is_empty(), "{text}");
            assert!(
                known(text, &["11/10/2026"], "01/05/2026").is_empty(),
                "{text}"
            );
            let both = format!("{text}. 10/10/2026, 10/10/2022, 10/10/2021.");
            assert!(known(&both, &[], "01/10/2026").is_empty(), "{text}");
        }
        for text in [
            "thứ Bảy, 10/10",
            "Thứ Bảy ngày 10 tháng 10",
            "10/10 (T7)",
            "Thứ Hai, 10/10 xã đã có lớp",
            "lần thứ hai, 10/10",
            "thứ Hai, 10/10%",
            "Saturday, October 10",
        ] {
            assert!(known(text, &["10/10/2026"], "").is_empty(), "{text}");
        }
    }

    #[test]
    fn english_days_are_compared() {
        for text in [
            "Monday, 10 October 2026",
            "Monday, October 10, 2026",
            "Mon, 10 Oct 2026",
            "10 October 2026 (Monday)",
            "Monday the 10th of October 2026",
            "Tues 10 October 2026",
        ] {
            let found = mismatches(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].right, "Saturday");
            let right = text
                .replace("Monday", "Saturday")
                .replace("Mon", "Sat")
                .replace("Tues", "Sat");
            assert!(mismatches(&right).is_empty(), "{right}");
        }
    }

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
        assert_eq!(mismatches("Mở lớp chủ nhật 10/10/2026").len(), 1);
        let wrong = mismatches("We meet on Monday, 10/10/2026.");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "Saturday"));
        let wrong = mismatches("Khai mạc chủ nhật, 10/10/2026");
        assert_eq!((wrong.len(), wrong[0].right.as_str()), (1, "thứ Bảy"));
    }
}
