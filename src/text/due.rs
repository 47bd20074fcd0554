//! When something is due, read from the words in which a plan prints it: "trước ngày 15/10 hằng năm", "tháng 4/2025",
//! "trước ngày 15 tháng cuối mỗi quý", "năm 2025 - 2026".
//!
//! The printed words stay what is shown; what is read from them only orders a list and finds the next day. Nothing is read into them:
//! a rule without a day has none.

use super::dates::{Date, DayMonth};
use super::fold::lower;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// On or before a day.
    Day(Date),
    /// From a day to another: between two days, months or quarters.
    Span {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// In a month.
    Month {
        /// The year.
        year: i16,
        /// The month, from 1.
        month: i16,
    },
    /// In a quarter.
    Quarter {
        /// The year.
        year: i16,
        /// The quarter, from 1.
        quarter: i16,
    },
    /// Within a year or several.
    Years {
        /// The first.
        from: i16,
        /// The last.
        to: i16,
    },
    /// Each quarter; on or before this day, when one is printed with its month.
    Quarterly(Option<QuarterDay>),
    /// Each year; on or before these days, as far as they are printed.
    Yearly(YearDays),
    /// From a day on, with no end: "từ năm 2025", "quý III/2025, duy trì thường xuyên".
    From(Date),
    /// At some time within a year or several, of which no day follows: "trước Tết Nguyên đán 2026", "năm học 2025 - 2026".
    Loosely {
        /// The first.
        from: i16,
        /// The last.
        to: i16,
    },
    /// Again and again, or when asked, without a day.
    Open,
}

/// A day of every quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuarterDay {
    /// The month of the quarter, from 1 to 3.
    month: i16,
    /// The day of that month, from 1.
    day: i16,
}

impl QuarterDay {
    /// The months of the year, from 1, in which it comes.
    pub fn months(self) -> [i16; 4] {
        [0, 3, 6, 9].map(|before| before + self.month)
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i16 {
        self.day
    }

    /// The first such day that does not lie before `now`.
    fn next(self, now: Date) -> Option<Date> {
        let years = [now.year(), now.year() + 1].into_iter();
        let days =
            years.flat_map(|year| self.months().map(|month| Date::new(year, month, self.day)));
        days.flatten().find(|due| *due >= now)
    }
}

/// Up to four days of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearDays([Option<DayMonth>; 4]);

impl YearDays {
    /// The days, as printed.
    pub fn iter(self) -> impl Iterator<Item = DayMonth> {
        self.0.into_iter().flatten()
    }

    /// Whether no day is printed.
    pub fn is_empty(self) -> bool {
        self.0[0].is_none()
    }
}

impl FromIterator<DayMonth> for YearDays {
    /// More than four are none: so many are no dates to keep by, but a rhythm.
    fn from_iter<I: IntoIterator<Item = DayMonth>>(days: I) -> Self {
        let mut days = days.into_iter();
        let first = std::array::from_fn(|_| days.next());
        if days.next().is_some() {
            return Self::default();
        }
        Self(first)
    }
}

impl Due {
    /// Reads printed words; nothing when they name no time. "Trước ngày 15" is kept on the 14th at the latest.
    pub fn parse(printed: &str) -> Option<Self> {
        let words = without_documents(words(printed));
        let due = Self::named(&words)?;
        if let Some(days) = days_ahead(&words) {
            return Some(due.ending_ahead(days));
        }
        let starts = ["ngày", "tháng", "quý", "năm"];
        let before = words.windows(2).enumerate().any(|(at, pair)| {
            let hour = words
                .get(at + 2)
                .is_some_and(|word| matches!(word.as_str(), "giờ" | "h"));
            let time = starts.contains(&pair[1].as_str()) || number(&pair[1]).is_some() && !hour;
            pair[0] == "trước" && time
        });
        let due = if before {
            due.ending_before(&words)
        } else {
            due
        };
        Some(due.without_end(&words).without_day(&words))
    }

    /// The same, so many days before.
    fn ending_ahead(self, days: i16) -> Self {
        let Self::Day(day) = self else {
            return self;
        };
        let ahead = (0..days).try_fold(day, |day, _| day.yesterday());
        ahead.map_or(self, Self::Day)
    }

    /// What only begins at a time, or goes on from then, has no last day.
    fn without_end(self, words: &[String]) -> Self {
        let is_one = match self {
            Self::Day(_) | Self::Month { .. } | Self::Quarter { .. } => true,
            Self::Years { from, to } => from == to,
            _ => false,
        };
        let lasts = pairs(words).any(|(first, second)| {
            matches!(
                (first.as_str(), second.as_str()),
                ("thường", "xuyên") | ("tiếp", "theo") | ("trở", "đi")
            )
        });
        let starts = ["ngày", "tháng", "quý", "năm"];
        let begins = pairs(words).any(|(first, second)| {
            matches!(first.as_str(), "từ" | "sau")
                && (starts.contains(&second.as_str()) || number(second).is_some())
        });
        let first = self.first_day().filter(|_| is_one && (lasts || begins));
        first.map_or(self, Self::From)
    }

    /// What names a time by a feast, a school year or the part of a year or month is on no day that is known.
    fn without_day(self, words: &[String]) -> Self {
        let loose = words.iter().any(|word| word == "tết" || word == "tuần")
            || pairs(words).any(|(first, second)| {
                let part = matches!(first.as_str(), "đầu" | "giữa")
                    && matches!(second.as_str(), "năm" | "tháng");
                part || first == "năm" && second == "học"
            });
        let is_wide = matches!(
            self,
            Self::Years { .. } | Self::Month { .. } | Self::Quarter { .. }
        );
        match self.years() {
            Some((from, to)) if loose && is_wide => Self::Loosely { from, to },
            _ => self,
        }
    }

    /// The same, ended on the day before.
    fn ending_before(self, words: &[String]) -> Self {
        let day_before = |day: Option<Date>| day.and_then(Date::yesterday).map(Self::Day);
        let ended = match self {
            Self::Day(day) => day_before(Some(day)),
            Self::Month { year, month } => day_before(Date::new(year, month, 1)),
            Self::Quarter { year, quarter } => day_before(Date::new(year, quarter * 3 - 2, 1)),
            Self::Years { from, .. } => day_before(Date::new(from, 1, 1)),
            Self::Yearly(days) => {
                Some(Self::Yearly(days.iter().map(DayMonth::yesterday).collect()))
            }
            // The day before the first is that of another month in every quarter.
            Self::Quarterly(Some(QuarterDay { month, day })) => {
                let before = QuarterDay {
                    month,
                    day: day - 1,
                };
                Some(Self::Quarterly(Some(before).filter(|_| day > 1)))
            }
            // "Trước ngày 15/7; trước ngày 30/6" are two last days, "từ … đến …" is none.
            Self::Span { from, to } if !words.iter().any(|word| word == "đến") => {
                to.yesterday().map(|to| Self::Span { from, to })
            }
            _ => None,
        };
        ended.unwrap_or(self)
    }

    fn named(words: &[String]) -> Option<Self> {
        let each = |period: &str| {
            let before = ["hằng", "hàng", "mỗi", "từng", "theo"];
            pairs(words).any(|(first, second)| before.contains(&first.as_str()) && second == period)
        };
        let next_quarter = pairs(words).any(|(first, second)| first == "quý" && is_next(second));
        let of_quarter = words.iter().any(|word| word == "quý");
        let of_quarter = day_of_quarter(words).filter(|_| of_quarter);
        if each("quý") || next_quarter || of_quarter.is_some() {
            let days: YearDays = days_of_year(words).collect();
            return Some(match of_quarter {
                None if !days.is_empty() => Self::Yearly(days),
                day => Self::Quarterly(day),
            });
        }
        if let Some(span) = span(words) {
            return Some(span);
        }
        if let Some(day) = date(words) {
            return Some(Self::Day(day));
        }
        if each("năm") {
            return Some(Self::Yearly(days_of_year(words).collect()));
        }
        let open = ["thường", "hằng", "hàng", "định", "đột"];
        quarter(words)
            .or_else(|| month(words))
            .or_else(|| years(words))
            .or_else(|| {
                words
                    .iter()
                    .any(|word| open.contains(&word.as_str()))
                    .then_some(Self::Open)
            })
    }

    /// The last day on which it is due, when one is printed or follows from what is printed.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Span { to, .. } => Some(to),
            Self::Month { year, month } => Date::last_of_month(year, month),
            Self::Quarter { year, quarter } => Date::last_of_month(year, quarter * 3),
            Self::Years { to, .. } => Date::new(to, 12, 31),
            Self::Quarterly(_)
            | Self::Yearly(_)
            | Self::From(_)
            | Self::Loosely { .. }
            | Self::Open => None,
        }
    }

    /// The first day that is named or follows from what is printed; rules have none.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Span { from, .. } => Some(from),
            Self::Month { year, month } => Date::new(year, month, 1),
            Self::Quarter { year, quarter } => Date::new(year, quarter * 3 - 2, 1),
            Self::Years { from, .. } => Date::new(from, 1, 1),
            Self::From(day) => Some(day),
            Self::Quarterly(_) | Self::Yearly(_) | Self::Loosely { .. } | Self::Open => None,
        }
    }

    /// The first and the last year that are named.
    pub fn years(self) -> Option<(i16, i16)> {
        match self {
            Self::Day(day) => Some((day.year(), day.year())),
            Self::Span { from, to } => Some((from.year(), to.year())),
            Self::Month { year, .. } | Self::Quarter { year, .. } => Some((year, year)),
            Self::Years { from, to } | Self::Loosely { from, to } => Some((from, to)),
            Self::From(day) => Some((day.year(), day.year())),
            Self::Quarterly(_) | Self::Yearly(_) | Self::Open => None,
        }
    }

    /// The first day, from `now` on, that a rule gives; nothing for what is no rule or prints no day.
    pub fn next(self, now: Date) -> Option<Date> {
        match self {
            Self::Yearly(days) => days.iter().filter_map(|day| day.next(now)).min(),
            Self::Quarterly(day) => day?.next(now),
            _ => None,
        }
    }
}

/// The first whole date in `text`: `21/3/2025`, "ngày 21 tháng 3 năm 2025".
pub fn date_in(text: &str) -> Option<Date> {
    date(&words(text))
}

/// Lower-case words; a number with its slashes or hyphens falls into its parts, the marks kept.
fn words(text: &str) -> Vec<String> {
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
fn without_documents(mut words: Vec<String>) -> Vec<String> {
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
fn days_ahead(words: &[String]) -> Option<i16> {
    let mut found = words.windows(3).filter_map(|w| {
        let days = number(&w[0])?;
        (w[1] == "ngày" && w[2] == "trước" && days < 366).then_some(days)
    });
    found.next()
}

fn pairs(words: &[String]) -> impl Iterator<Item = (&String, &String)> {
    words.iter().zip(words.iter().skip(1))
}

fn number(word: &str) -> Option<i16> {
    word.parse().ok().filter(|number| *number >= 0)
}

/// A year of our time; other four digits are numbers of documents and the like.
fn year(word: &str) -> Option<i16> {
    number(word).filter(|year| word.len() == 4 && (1990..=2100).contains(year))
}

/// `15/10/2025`, "ngày 15 tháng 10 năm 2025".
fn date(words: &[String]) -> Option<Date> {
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
fn span(words: &[String]) -> Option<Due> {
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
fn days_of_year(words: &[String]) -> impl Iterator<Item = DayMonth> + '_ {
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

/// The day of "trước ngày 15 tháng cuối mỗi quý", "ngày 05 của tháng đầu quý tiếp theo"; nothing where the month is not said.
fn day_of_quarter(words: &[String]) -> Option<QuarterDay> {
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
fn is_next(word: &str) -> bool {
    matches!(word, "tiếp" | "sau" | "kế" | "liền")
}

/// `11/2025`, "tháng 4/2025", "tháng 4 năm 2025".
fn month(words: &[String]) -> Option<Due> {
    let (year, month) = months(words).next()?;
    Some(Due::Month { year, month })
}

fn months(words: &[String]) -> impl Iterator<Item = (i16, i16)> + '_ {
    words.windows(3).enumerate().filter_map(|(at, w)| {
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
fn quarter(words: &[String]) -> Option<Due> {
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
fn years(words: &[String]) -> Option<Due> {
    let years: Vec<i16> = words.iter().filter_map(|word| year(word)).collect();
    let (from, to) = (*years.iter().min()?, *years.iter().max()?);
    Some(Due::Years { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_plans_print_them() {
        let day = |text: &&str| DayMonth::parse(text).unwrap();
        let days = |texts: &[&str]| texts.iter().map(day).collect();
        let quarter_day = |month, day| Some(QuarterDay { month, day });
        let date = |iso| Date::parse(iso).unwrap();
        let span = |from, to| Due::Span {
            from: date(from),
            to: date(to),
        };
        for (printed, due) in [
            (
                "năm 2025 - 2026",
                Some(Due::Years {
                    from: 2025,
                    to: 2026,
                }),
            ),
            (
                "2025-2026",
                Some(Due::Years {
                    from: 2025,
                    to: 2026,
                }),
            ),
            (
                "Trong năm 2025",
                Some(Due::Years {
                    from: 2025,
                    to: 2025,
                }),
            ),
            (
                "11/2025",
                Some(Due::Month {
                    year: 2025,
                    month: 11,
                }),
            ),
            (
                "hoàn thành trong tháng 4/2025 và theo hướng dẫn",
                Some(Due::Month {
                    year: 2025,
                    month: 4,
                }),
            ),
            (
                "tháng 4 năm 2025",
                Some(Due::Month {
                    year: 2025,
                    month: 4,
                }),
            ),
            (
                "Quý II/2025",
                Some(Due::Quarter {
                    year: 2025,
                    quarter: 2,
                }),
            ),
            (
                "trước ngày 15/10/2025",
                Some(Due::Day(Date::parse("2025-10-14").unwrap())),
            ),
            (
                "ngày 05 tháng 12 năm 2025",
                Some(Due::Day(Date::parse("2025-12-05").unwrap())),
            ),
            (
                "trước ngày 15 tháng cuối mỗi quý",
                Some(Due::Quarterly(quarter_day(3, 14))),
            ),
            (
                "hằng quý, trước ngày 05 của tháng đầu quý tiếp theo",
                Some(Due::Quarterly(quarter_day(1, 4))),
            ),
            (
                "trước ngày 05 tháng đầu quý sau",
                Some(Due::Quarterly(quarter_day(1, 4))),
            ),
            (
                "ngày 20 của tháng thứ hai mỗi quý",
                Some(Due::Quarterly(quarter_day(2, 20))),
            ),
            ("trước ngày 15 hằng quý", Some(Due::Quarterly(None))),
            (
                "trước ngày 15/6 và ngày 15/12 hằng năm",
                Some(Due::Yearly(days(&["14/06", "14/12"]))),
            ),
            (
                "hằng năm, ngày 15 các tháng 6, 12",
                Some(Due::Yearly(days(&["15/06", "15/12"]))),
            ),
            (
                "ngày 15 tháng 6 và tháng 12 hằng năm",
                Some(Due::Yearly(days(&["15/06", "15/12"]))),
            ),
            (
                "hằng quý: 20/3, 20/6, 20/9, 20/12",
                Some(Due::Yearly(days(&["20/03", "20/06", "20/09", "20/12"]))),
            ),
            ("hằng năm", Some(Due::Yearly(YearDays::default()))),
            ("Từ năm 2025", Some(Due::From(date("2025-01-01")))),
            (
                "Năm 2025 và các năm tiếp theo",
                Some(Due::From(date("2025-01-01"))),
            ),
            (
                "Quý III/2025, duy trì thường xuyên",
                Some(Due::From(date("2025-07-01"))),
            ),
            ("sau ngày 15/12/2026", Some(Due::From(date("2026-12-15")))),
            ("Quý 1,2/2026", Some(span("2026-01-01", "2026-06-30"))),
            ("Quý I - III/2026", Some(span("2026-01-01", "2026-09-30"))),
            (
                "chậm nhất 30 ngày trước ngày 10/10/2026",
                Some(Due::Day(date("2026-09-10"))),
            ),
            (
                "trước 17 giờ 00 ngày 15/12/2026",
                Some(Due::Day(date("2026-12-15"))),
            ),
            (
                "trước ngày 15/7/2025; sơ kết trước 30/6/2026",
                Some(span("2025-07-15", "2026-06-29")),
            ),
            (
                "trước Tết Nguyên đán 2026",
                Some(Due::Loosely {
                    from: 2026,
                    to: 2026,
                }),
            ),
            (
                "năm học 2025 - 2026",
                Some(Due::Loosely {
                    from: 2025,
                    to: 2026,
                }),
            ),
            (
                "tuần đầu tháng 12/2026",
                Some(Due::Loosely {
                    from: 2026,
                    to: 2026,
                }),
            ),
            ("Theo Kế hoạch số 12/KH-BCĐ ngày 01/3/2024", None),
            (
                "trước ngày 20 tháng cuối quý",
                Some(Due::Quarterly(quarter_day(3, 19))),
            ),
            (
                "định kỳ hằng quý (trước ngày 20 tháng cuối quý), 6 tháng (trước ngày 20/6)",
                Some(Due::Quarterly(quarter_day(3, 19))),
            ),
            (
                "kế hoạch 5 năm 2026 - 2030",
                Some(Due::Years {
                    from: 2026,
                    to: 2030,
                }),
            ),
            ("định kỳ theo quý, đột xuất", Some(Due::Quarterly(None))),
            (
                "trước ngày 05 tháng 12 hằng năm",
                Some(Due::Yearly(days(&["04/12"]))),
            ),
            (
                "định kỳ hằng năm là trước ngày 15/10",
                Some(Due::Yearly(days(&["14/10"]))),
            ),
            (
                "từ tháng 3/2025 đến tháng 9/2026",
                Some(Due::Span {
                    from: Date::parse("2025-03-01").unwrap(),
                    to: Date::parse("2026-09-30").unwrap(),
                }),
            ),
            (
                "Quý II/2025 - Quý III/2026",
                Some(Due::Span {
                    from: Date::parse("2025-04-01").unwrap(),
                    to: Date::parse("2026-09-30").unwrap(),
                }),
            ),
            (
                "trước tháng 12/2025",
                Some(Due::Day(Date::parse("2025-11-30").unwrap())),
            ),
            (
                "chậm nhất ngày 15/10/2025",
                Some(Due::Day(Date::parse("2025-10-15").unwrap())),
            ),
            ("theo Kế hoạch số 6675/KH-VPUBND", None),
            ("Thường xuyên", Some(Due::Open)),
            ("định kỳ hoặc đột xuất", Some(Due::Open)),
            ("Theo kế hoạch phân công", None),
            ("", None),
        ] {
            assert_eq!(Due::parse(printed), due, "{printed}");
        }
    }

    #[test]
    fn rules_give_their_next_day() {
        let date = |iso| Date::parse(iso).unwrap();
        let next = |printed, now| Due::parse(printed).unwrap().next(date(now));
        let quarterly = "trước ngày 15 tháng cuối mỗi quý";
        assert_eq!(next(quarterly, "2026-11-22"), Some(date("2026-12-14")));
        assert_eq!(next(quarterly, "2026-12-15"), Some(date("2027-03-14")));
        assert_eq!(next("theo quý", "2026-12-16"), None);
        let after = "trước ngày 05 của tháng đầu quý tiếp theo";
        assert_eq!(next(after, "2026-11-22"), Some(date("2027-01-04")));
        let twice = "trước ngày 15/6 và ngày 15/12 hằng năm";
        assert_eq!(next(twice, "2026-11-22"), Some(date("2026-12-14")));
        assert_eq!(next(twice, "2026-12-15"), Some(date("2027-06-14")));
        let yearly = "trước ngày 15/10 hằng năm";
        assert_eq!(next(yearly, "2026-11-22"), Some(date("2027-10-14")));
    }
}
