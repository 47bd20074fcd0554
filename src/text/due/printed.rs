//! The days, months, quarters and years that printed words name.

use super::{Due, QuarterDay, YearDays};
use crate::text::dates::{Date, DayMonth};
use crate::text::fold::lower;

/// Lower-case words; a number with its slashes or hyphens falls into its parts, the marks kept.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let small = lower(text);
    let mut chars = small.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        // A dot inside a figure: "20.5.2025".
        let inner = c == '.' && digit(word.chars().next_back()) && digit(chars.peek().copied());
        let mark = inner || matches!(c, '/' | '-' | '–');
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if mark {
            words.push(if c == '–' { '-' } else { c }.to_string());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Words without the numbers and dates of documents: "theo Kế hoạch số 12/KH-BCĐ ngày 01/3/2024".
pub(super) fn without_documents(mut words: Vec<String>) -> Vec<String> {
    while let Some(at) = words
        .windows(3)
        .position(|w| w[0] == "số" && number(&w[1]).is_some() && matches!(w[2].as_str(), "/" | "-"))
    {
        let rest = &words[at + 1..];
        let behind = rest.iter().position(|word| word == "ngày");
        let dated = behind.filter(|&behind| {
            // The letters of a number and their marks are few.
            behind <= NUMBER_WORDS
                && date(
                    &rest[behind + 1..]
                        .iter()
                        .take(5)
                        .cloned()
                        .collect::<Vec<_>>(),
                )
                .is_some()
        });
        let end = dated.map_or(at + 3, |behind| at + 1 + behind + 6);
        words.drain(at..end.min(words.len()));
    }
    words
}

/// The most words and marks of a document's number.
const NUMBER_WORDS: usize = 10;

/// How many days before a day something is due: "chậm nhất 30 ngày trước ngày 10/10/2026".
pub(super) fn days_ahead(words: &[String]) -> Option<i16> {
    let mut found = words.windows(3).filter_map(|w| {
        let days = number(&w[0])?;
        (w[1] == "ngày" && w[2] == "trước" && days < 366).then_some(days)
    });
    found.next()
}

pub(super) fn pairs(words: &[String]) -> impl Iterator<Item = (&String, &String)> {
    words.iter().zip(words.iter().skip(1))
}

pub(super) fn number(word: &str) -> Option<i16> {
    word.parse().ok().filter(|number| *number >= 0)
}

/// A year of our time; other four digits are numbers of documents and the like.
fn year(word: &str) -> Option<i16> {
    number(word).filter(|year| word.len() == 4 && (1990..=2100).contains(year))
}

/// `15/10/2025`, "ngày 15 tháng 10 năm 2025".
pub(super) fn date(words: &[String]) -> Option<Date> {
    dates(words).next()
}

fn dates(words: &[String]) -> impl Iterator<Item = Date> + '_ {
    words.windows(5).filter_map(|w| {
        let marks = ["/", "-", "."];
        let joined =
            marks.contains(&w[1].as_str()) && w[3] == w[1] || w[1] == "tháng" && w[3] == "năm";
        let parts = joined.then(|| Some((year(&w[4])?, number(&w[2])?, number(&w[0])?)));
        let (year, month, day) = parts??;
        Date::new(year, month, day)
    })
}

/// From the first to the last of several days, months or quarters: "từ tháng 3/2025 đến tháng 9/2026".
pub(super) fn span(words: &[String]) -> Option<Due> {
    let days: Vec<(Date, Date)> = dates(words).map(|day| (day, day)).collect();
    let months = || months(words).map(|(year, month)| (year, month, month));
    let quarters = quarters(words).map(|(year, quarter)| (year, quarter * 3 - 2, quarter * 3));
    let whole = |(year, first, last): (i16, i16, i16)| {
        Some((Date::new(year, first, 1)?, Date::last_of_month(year, last)?))
    };
    let parts: Vec<(Date, Date)> = if days.is_empty() {
        let months = months().filter_map(whole);
        months.chain(quarters.filter_map(whole)).collect()
    } else {
        days
    };
    let from = parts.iter().map(|(from, _)| *from).min()?;
    let to = parts.iter().map(|(_, to)| *to).max()?;
    (parts.len() > 1 && from < to).then_some(Due::Span { from, to })
}

/// `15/10`, "05 tháng 12", "ngày 15 các tháng 6, 12", in order.
pub(super) fn days_of_year(words: &[String]) -> impl Iterator<Item = DayMonth> + '_ {
    let day = |day: &str, month: &str| DayMonth::parse(&format!("{day}/{month}")).ok();
    let slashed = words.windows(3).enumerate().filter_map(move |(at, w)| {
        let day = day(&w[0], &w[2]).filter(|_| w[1] == "/")?;
        Some((at, day))
    });
    let named = words
        .iter()
        .enumerate()
        .filter(|(_, word)| *word == "tháng");
    let named = named.flat_map(move |(at, _)| {
        const BETWEEN: [&str; 4] = ["của", "các", "tháng", "và"];
        let before = words[..at].iter().rev();
        // "15 tháng 6 và tháng 12": the day is that of the first.
        let mut before = before.skip_while(|word| BETWEEN.contains(&word.as_str()));
        let first = before.next().cloned().unwrap_or_default();
        let again = before.next().is_some_and(|word| word == "tháng");
        let number_before = if again {
            before.next().cloned()
        } else {
            Some(first)
        };
        let months = words[at + 1..]
            .iter()
            .take_while(|word| number(word).is_some() || *word == "và");
        let months = months.filter(|word| *word != "và");
        months.filter_map(move |month| Some((at, day(number_before.as_deref()?, month)?)))
    });
    let mut days: Vec<(usize, DayMonth)> = slashed.chain(named).collect();
    days.sort_by_key(|(at, _)| *at);
    days.into_iter().map(|(_, day)| day)
}

/// Days of a year that is not said: two or more are a rhythm, "trước ngày 10 tháng 6 và ngày 10 tháng 12", and so is one that comes
/// again, "định kỳ trước ngày 15/12". Of a single day nobody knows the year.
pub(super) fn days_without_year(words: &[String]) -> Option<YearDays> {
    let days: Vec<DayMonth> = days_of_year(words).collect();
    let comes_again = pairs(words).any(|(first, second)| first == "định" && second == "kỳ");
    (days.len() > 1 || comes_again && !days.is_empty()).then(|| days.into_iter().collect())
}

/// The day of "ngày 25 hằng tháng"; nothing where none is said, or several.
pub(super) fn day_of_month(words: &[String]) -> Option<i16> {
    let mut days = words.windows(2).enumerate().filter_map(|(at, w)| {
        let day = number(&w[1]).filter(|day| w[0] == "ngày" && (1..=31).contains(day))?;
        let behind = &words[at + 2..];
        let behind = behind.strip_prefix(&["và".to_owned()]).unwrap_or(behind);
        // "ngày 05, 20 hằng tháng" are two; "ngày 25/6" is a day of the year.
        let is_alone = behind
            .first()
            .is_none_or(|next| next != "/" && number(next).is_none());
        Some(Some(day).filter(|_| is_alone))
    });
    days.next().filter(|_| days.next().is_none())?
}

/// The day of "trước ngày 15 tháng cuối mỗi quý", "ngày 05 của tháng đầu quý tiếp theo"; nothing where the month is not said.
pub(super) fn day_of_quarter(words: &[String]) -> Option<QuarterDay> {
    let day = pairs(words)
        .find(|(first, _)| *first == "ngày")
        .and_then(|(_, day)| number(day))
        .filter(|day| (1..=31).contains(day))?;
    let months = words
        .iter()
        .enumerate()
        .filter(|(_, word)| *word == "tháng");
    let mut months = months.filter_map(|(at, _)| {
        let said = words.get(at + 1).map(String::as_str)?;
        let ordinal = words.get(at + 2).map_or("", String::as_str);
        match (said, ordinal) {
            ("đầu", _) | ("thứ", "nhất" | "1") => Some(1),
            ("giữa", _) | ("thứ", "hai" | "2") => Some(2),
            ("cuối", _) | ("thứ", "ba" | "3") => Some(3),
            // The month behind a quarter is the first of the next.
            (said, _) if is_next(said) => Some(1),
            _ => None,
        }
    });
    let month = months.next()?;
    Some(QuarterDay { month, day })
}

/// Whether a word behind "quý" or "tháng" means the one that follows.
pub(super) fn is_next(word: &str) -> bool {
    matches!(word, "tiếp" | "sau" | "kế" | "liền")
}

/// `11/2025`, "tháng 4/2025", "tháng 4 năm 2025".
pub(super) fn month(words: &[String]) -> Option<Due> {
    let (year, month) = months(words).next()?;
    Some(Due::Month { year, month })
}

fn months(words: &[String]) -> impl Iterator<Item = (i16, i16)> + '_ {
    words.windows(3).enumerate().filter_map(|(at, w)| {
        // The end of a day that is none, "31/11/2026", is no month.
        if at > 1 && words[at - 1] == "/" {
            return None;
        }
        // "kế hoạch 5 năm 2026 - 2030" names no month.
        let mut before = words[..at].iter().rev();
        let list = |word: &&String| number(word).is_some() || matches!(word.as_str(), "và" | "-");
        let head = before.find(|word| !list(word)).map_or("", String::as_str);
        let joined = w[1] == "/" && head != "quý" || w[1] == "năm" && head == "tháng";
        let (month, year) = joined.then(|| Some((number(&w[0])?, year(&w[2])?)))??;
        (1..=12).contains(&month).then_some((year, month))
    })
}

/// "quý II/2025", "quý 2 năm 2025".
pub(super) fn quarter(words: &[String]) -> Option<Due> {
    let (year, quarter) = quarters(words).next()?;
    Some(Due::Quarter { year, quarter })
}

fn quarters(words: &[String]) -> impl Iterator<Item = (i16, i16)> + '_ {
    let heads = words.iter().enumerate().filter(|(_, word)| *word == "quý");
    heads.flat_map(|(at, _)| {
        const JOINTS: [&str; 4] = ["-", "và", "quý", "đến"];
        let rest = &words[at + 1..];
        let list = rest
            .iter()
            .take_while(|word| quarter_number(word).is_some() || JOINTS.contains(&word.as_str()));
        let list: Vec<&String> = list.collect();
        let joint = rest.get(list.len());
        let joined = joint.is_some_and(|joint| matches!(joint.as_str(), "/" | "năm"));
        let year = rest
            .get(list.len() + 1)
            .and_then(|word| year(word))
            .filter(|_| joined);
        let numbers = list.into_iter().filter_map(|word| quarter_number(word));
        let numbers: Vec<i16> = numbers.collect();
        numbers
            .into_iter()
            .filter_map(move |number| Some((year?, number)))
    })
}

fn quarter_number(word: &str) -> Option<i16> {
    match word {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    }
}

/// "năm 2025 - 2026", "trong năm 2025", "2025-2026".
pub(super) fn years(words: &[String]) -> Option<Due> {
    let years: Vec<i16> = words.iter().filter_map(|word| year(word)).collect();
    let (from, to) = (*years.iter().min()?, *years.iter().max()?);
    Some(Due::Years { from, to })
}
