//! The days, months, quarters and years that printed words name.

use super::{Due, QuarterDay, YearDays};
use crate::text::dates::{Date, DayMonth};

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
pub(super) fn year(word: &str) -> Option<i16> {
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
    let words = &with_first_years(words);
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

/// Words in which the start of a range has the year, and the month, that only its end prints: "từ 01/6 đến 31/8/2025", "tháng 4-6/2025".
fn with_first_years(words: &[String]) -> Vec<String> {
    let mut whole = words.to_vec();
    let joints = words.iter().enumerate().rev();
    for (at, _) in joints.filter(|(_, word)| matches!(word.as_str(), "đến" | "-")) {
        let own = ["hết", "ngày", "tháng"];
        let skipped = words[at + 1..].iter();
        let skipped = skipped.take_while(|word| own.contains(&word.as_str()));
        let end = &words[at + 1 + skipped.count()..];
        if let Some(missing) = missing_in_start(&words[..at], end) {
            whole.splice(at..at, missing);
        }
    }
    whole
}

/// What the start of a range, which ends `before`, takes over from its end.
fn missing_in_start(before: &[String], end: &[String]) -> Option<Vec<String>> {
    let word = |back: usize| before.iter().nth_back(back - 1).map_or("", String::as_str);
    let day = end.get(..5).and_then(date);
    let (mark, missing) = if let Some(end) = day {
        let in_year = |day: i16, month: i16| {
            let year = end.year() - i16::from((month, day) > (end.month(), end.day()));
            Some(vec![year.to_string()]).filter(|_| Date::new(year, month, day).is_some())
        };
        match (word(3), word(2), number(word(1))?) {
            // "01/6", "01 tháng 6", but no "2025/6".
            (day, mark @ ("/" | "." | "tháng"), month) if word(4) != mark => {
                let mark = if mark == "tháng" { "năm" } else { mark };
                (mark, in_year(number(day)?, month)?)
            }
            (_, "ngày", day) if day <= end.day() => {
                let parts = [end.month(), end.year()].map(|part| part.to_string());
                (
                    "/",
                    vec![parts[0].clone(), "/".to_owned(), parts[1].clone()],
                )
            }
            _ => return None,
        }
    } else {
        let (to, last) = end.get(..3).and_then(month_and_year)?;
        let first =
            number(word(1)).filter(|month| word(2) == "tháng" && (1..=12).contains(month))?;
        // A day before it is no month: "ngày 15 tháng 6".
        if number(word(3)).is_some() {
            return None;
        }
        ("/", vec![(to - i16::from(first > last)).to_string()])
    };
    Some([vec![mark.to_owned()], missing].concat())
}

/// `12/2025`, "12 năm 2025": the year and the month.
fn month_and_year(words: &[String]) -> Option<(i16, i16)> {
    let joined = matches!(words[1].as_str(), "/" | "năm");
    let month = number(&words[0]).filter(|month| joined && (1..=12).contains(month))?;
    Some((year(&words[2])?, month))
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
        let day_before = day_before_month(words, at);
        let list = words[at + 1..].iter().enumerate();
        let list = list.take_while(|(_, word)| number(word).is_some() || *word == "và");
        let list = list.filter(|(_, word)| *word != "và");
        // "10 tháng 6, 10 tháng 12": the second 10 is the next day.
        let is_day = move |place: usize| {
            place > 0
                && words
                    .get(at + 2 + place)
                    .is_some_and(|next| next == "tháng")
        };
        let months = list.filter(move |(place, _)| !is_day(*place));
        let months = months.map(|(_, month)| month);
        months.filter_map(move |month| Some((at, day(day_before?, month)?)))
    });
    let all = slashed.chain(named);
    let mut days: Vec<(usize, DayMonth)> =
        all.filter(|(at, _)| !starts_range(words, *at)).collect();
    days.sort_by_key(|(at, _)| *at);
    days.into_iter().map(|(_, day)| day)
}

/// The number of the day to which the "tháng" at `at` belongs. "15 tháng 6 và tháng 12": that of the first is the day of all.
fn day_before_month(words: &[String], at: usize) -> Option<&str> {
    const BETWEEN: [&str; 4] = ["của", "các", "tháng", "và"];
    let before = &words[..at];
    let joins = |word: &&String| number(word).is_some() || BETWEEN.contains(&word.as_str());
    let is_month = |at: usize| at > 0 && words[at - 1] == "tháng";
    match before.last().filter(|last| number(last).is_some()) {
        Some(day) if !is_month(at - 1) => Some(day),
        _ => {
            let start = at - before.iter().rev().take_while(joins).count();
            // Behind a slash stands a month.
            let is_free = start == 0 || words[start - 1] != "/";
            let first = before.get(start).filter(|_| is_free)?;
            number(first).is_some().then_some(first)
        }
    }
}

/// Whether the day, or its month, at `at` is the first of a range: "từ ngày 01/10 đến ngày 10/10", "01/10 - 10/10".
fn starts_range(words: &[String], at: usize) -> bool {
    let own = |word: &&String| number(word).is_some() || matches!(word.as_str(), "/" | "tháng");
    let before = words[..at]
        .iter()
        .rev()
        .find(|word| !own(word) && *word != "ngày");
    let from =
        before.is_some_and(|word| word == "từ") && words[at..].iter().any(|word| word == "đến");
    let mut behind = words[at..].iter().skip_while(own);
    let joint = behind
        .next()
        .is_some_and(|word| matches!(word.as_str(), "-" | "đến"));
    let is_day = |word: &String| number(word).is_some() || word == "ngày";
    from || joint && behind.next().is_some_and(is_day)
}

/// Days of a year that is not said: two or more are a rhythm, "trước ngày 10 tháng 6 và ngày 10 tháng 12", and so is one that comes
/// again, "định kỳ trước ngày 15/12". Of a single day nobody knows the year.
pub(super) fn days_without_year(words: &[String]) -> Option<YearDays> {
    let days: Vec<DayMonth> = days_of_year(words).collect();
    let comes_again = pairs(words).any(|(first, second)| first == "định" && second == "kỳ");
    (days.len() > 1 || comes_again && !days.is_empty()).then(|| days.into_iter().collect())
}

/// The only day that is printed without a month of the year: 25 in "ngày 25 hằng tháng", "trước ngày 25 tháng cuối quý"; nothing where
/// none is said, or several.
pub(super) fn lone_day(words: &[String]) -> Option<i16> {
    let mut days = lone_days(words);
    days.next().filter(|_| days.next().is_none())?
}

/// Whether any day is printed without a month of the year.
pub(super) fn has_lone_day(words: &[String]) -> bool {
    lone_days(words).next().is_some()
}

/// The days without a month of the year; nothing in the place of one that has another beside it.
fn lone_days(words: &[String]) -> impl Iterator<Item = Option<i16>> + '_ {
    words.windows(2).enumerate().filter_map(|(at, w)| {
        let day = number(&w[1]).filter(|day| w[0] == "ngày" && (1..=31).contains(day))?;
        let behind = &words[at + 2..];
        let next = |at: usize| behind.get(at).map_or("", String::as_str);
        // "Ngày 25/6", "ngày 25 tháng 6", "ngày 15 các tháng 6, 12" are days of the year.
        let month = usize::from(matches!(next(0), "các" | "của"));
        let is_month = next(month) == "tháng" && number(next(month + 1)).is_some();
        let is_of_year = next(0) == "/" || is_month;
        // "ngày 05, 20 hằng tháng" are two; the first of a range is none by which anything is due.
        let second = if next(0) == "và" { next(1) } else { next(0) };
        let starts = matches!(next(0), "đến" | "-");
        (!is_of_year && !starts).then(|| Some(day).filter(|_| number(second).is_none()))
    })
}

/// The day of "trước ngày 15 tháng cuối mỗi quý", "ngày 05 của tháng đầu quý tiếp theo"; nothing where the month is not said.
pub(super) fn day_of_quarter(words: &[String]) -> Option<QuarterDay> {
    let day = lone_day(words)?;
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

/// Whether a quarter is told by its number, with or without a year.
pub(super) fn names_quarter(words: &[String]) -> bool {
    pairs(words).any(|(first, second)| first == "quý" && quarter_number(second).is_some())
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

/// Whether a year is named.
pub(super) fn names_year(words: &[String]) -> bool {
    words.iter().any(|word| year(word).is_some())
}

/// The last year that a time goes on through: "và năm 2026", "đến hết năm 2026", "đến 2026".
pub(super) fn last_whole_year(words: &[String]) -> Option<i16> {
    let years = words.iter().enumerate();
    let years = years.filter_map(|(at, word)| Some((at, year(word)?)));
    let whole = years.filter(|(at, _)| {
        let own = ["năm", "cuối", "hết"];
        let mut before = words[..*at].iter().rev();
        let joint = before.find(|word| !own.contains(&word.as_str()));
        joint.is_some_and(|joint| matches!(joint.as_str(), "và" | "đến" | "tới"))
    });
    whole.map(|(_, year)| year).max()
}

/// "năm 2025 - 2026", "trong năm 2025", "2025-2026".
pub(super) fn years(words: &[String]) -> Option<Due> {
    let years: Vec<i16> = words.iter().filter_map(|word| year(word)).collect();
    let (from, to) = (*years.iter().min()?, *years.iter().max()?);
    Some(Due::Years { from, to })
}
