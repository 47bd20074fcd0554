//! When something is due, read from the words in which a plan prints it: "trước ngày 15/10 hằng năm", "tháng 4/2025",
//! "trước ngày 15 tháng cuối mỗi quý", "năm 2025 - 2026".
//!
//! The printed words stay what is shown; what is read from them only orders a list and finds the next day. Nothing is read into them:
//! a rule without a day has none.

mod finishing;
mod printed;
mod said;
mod spelled;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::dates::{Date, DayMonth};
pub use finishing::finishing;
use printed::{
    date, day_of_quarter, days_ahead, days_of_year, days_without_year, has_lone_day, is_next,
    last_whole_year, lone_day, month, names_quarter, names_year, number, pairs, quarter, span,
    year, years,
};
pub use said::times_said;
use spelled::{time_words, words};

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
    /// Each month; on or before this day of it, from 1, when one is printed.
    Monthly(Option<i16>),
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

    /// The days of a year on which it comes; a month that is too short has none.
    fn days(self) -> impl Iterator<Item = DayMonth> {
        let days = self.months().map(|month| format!("{}/{month}", self.day));
        days.into_iter()
            .filter_map(|day| DayMonth::parse(&day).ok())
    }

    /// The first such day that does not lie before `now`.
    fn next(self, now: Date) -> Option<Date> {
        let years = [now.year(), now.year() + 1].into_iter();
        let days =
            years.flat_map(|year| self.months().map(|month| Date::new(year, month, self.day)));
        days.flatten().find(|due| *due >= now)
    }
}

/// Up to eight days of every year: those of the quarters with those of half a year and a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearDays([Option<DayMonth>; 8]);

impl YearDays {
    /// The days, as printed.
    pub fn iter(self) -> impl Iterator<Item = DayMonth> {
        self.0.into_iter().flatten()
    }

    /// Whether no day is printed.
    pub fn is_empty(self) -> bool {
        self.0[0].is_none()
    }

    /// Whether every quarter has such a day.
    pub fn comes_each_quarter(self) -> bool {
        let quarters = self.iter().map(|day| (day.parts().1 - 1) / 3);
        quarters.collect::<BTreeSet<i16>>().len() == 4
    }
}

impl FromIterator<DayMonth> for YearDays {
    /// More than eight are none: so many are no dates to keep by, but a rhythm.
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
        let words = time_words(printed);
        let due = Self::named(&words)?.without_exceptions(&words);
        if let Some(days) = days_ahead(&words) {
            return Some(due.ending_ahead(days));
        }
        let starts = ["ngày", "tháng", "quý", "năm"];
        let before = words.windows(2).enumerate().any(|(at, pair)| {
            let hour = words
                .get(at + 2)
                .is_some_and(|word| matches!(word.as_str(), "giờ" | "h"));
            // A school year begins on a day that nobody prints.
            let is_school = words.get(at + 2).is_some_and(|word| word == "học");
            let period = starts.contains(&pair[1].as_str()) && !is_school;
            let time = period || number(&pair[1]).is_some() && !hour;
            pair[0] == "trước" && time
        });
        let due = if before {
            due.ending_before(&words)
        } else {
            due
        };
        let due = due.reaching(&words);
        Some(due.without_end(&words).without_day(&words))
    }

    /// A rule that names a year, too, does not hold in every year: "trước ngày 15/10 hằng năm (năm 2026: trước ngày 30/11)", "bắt đầu từ
    /// năm 2027". Nobody knows its days.
    fn without_exceptions(self, words: &[String]) -> Self {
        let begins = pairs(words).any(|(first, second)| first == "bắt" && second == "đầu");
        let is_partial = begins || names_year(words) || words.iter().any(|word| word == "riêng");
        match self {
            Self::Yearly(_) if is_partial => Self::Yearly(YearDays::default()),
            Self::Quarterly(_) if is_partial => Self::Quarterly(None),
            Self::Monthly(_) if is_partial => Self::Monthly(None),
            other => other,
        }
    }

    /// What goes on until the end of a year lasts so long: "quý III/2025 và năm 2026". Where a later year is named in another way,
    /// nobody knows the last day.
    fn reaching(self, words: &[String]) -> Self {
        let ends = (self.first_day(), self.last_day());
        let (Some(from), Some(last)) = ends else {
            return self;
        };
        if matches!(self, Self::Years { .. }) {
            return self;
        }
        let until = last_whole_year(words).and_then(|year| Date::new(year, 12, 31));
        if let Some(to) = until.filter(|to| *to > last) {
            return Self::Span { from, to };
        }
        match years(words) {
            Some(Self::Years { to, .. })
                if to > last.year() && (!matches!(self, Self::Day(_)) || names_stage(words)) =>
            {
                let from = from.year();
                Self::Loosely { from, to }
            }
            _ => self,
        }
    }

    /// The same, so many days before.
    fn ending_ahead(self, days: i16) -> Self {
        let Self::Day(day) = self else {
            return self;
        };
        let ahead = (0..days).try_fold(day, |day, _| day.yesterday());
        ahead.map_or(self, Self::Day)
    }

    /// What only begins at a time, or goes on from then, has no last day. Words of going on stand behind the time: "thường xuyên đến hết năm
    /// 2026" ends.
    fn without_end(self, words: &[String]) -> Self {
        let is_one = match self {
            Self::Day(_) | Self::Month { .. } | Self::Quarter { .. } => true,
            Self::Years { from, to } => from == to,
            Self::Span { .. } => false,
            _ => return self,
        };
        let goes_on = years_follow(words) || is_one && (lasts(words) || only_begins(words));
        let first = self.first_day().filter(|_| goes_on);
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
            // The day before the first is the last of another month.
            Self::Monthly(Some(day)) => Some(Self::Monthly((day > 1).then_some(day - 1))),
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
        let days: YearDays = days_of_year(words).collect();
        // A day of a rhythm for which no rule is found is one that a list of days would leave out.
        let listed = || {
            if has_lone_day(words) {
                YearDays::default()
            } else {
                days
            }
        };
        if each("quý") || next_quarter || of_quarter.is_some() {
            return Some(match of_quarter {
                None if !days.is_empty() => Self::Yearly(listed()),
                // "Quý I, II, III trước ngày 20 tháng cuối quý" is not every quarter.
                Some(_) if names_quarter(words) => Self::Quarterly(None),
                Some(day) => Self::quarters_and(day, days),
                None => Self::Quarterly(None),
            });
        }
        if let Some(span) = span(words) {
            return Some(span);
        }
        if each("năm") {
            return Some(Self::Yearly(listed()));
        }
        if each("tháng") {
            // "Hằng tháng (trước ngày 20), 6 tháng (trước ngày 15/6)" has no rule in common.
            return Some(Self::Monthly(lone_day(words).filter(|_| days.is_empty())));
        }
        if let Some(day) = date(words) {
            return Some(Self::Day(day));
        }
        quarter(words)
            .or_else(|| month(words))
            .or_else(|| years(words))
            .or_else(|| days_without_year(words).map(Self::Yearly))
            .or_else(|| is_again_and_again(words).then_some(Self::Open))
    }

    /// Each quarter by a day, and by days of the year that are not of the quarters: "hằng quý (trước ngày 20 tháng cuối quý), hằng năm (trước
    /// ngày 10/12)".
    fn quarters_and(quarter: QuarterDay, days: YearDays) -> Self {
        let others = days
            .iter()
            .filter(|day| !quarter.days().any(|own| own == *day));
        let others: Vec<DayMonth> = others.collect();
        if others.is_empty() {
            return Self::Quarterly(Some(quarter));
        }
        Self::Yearly(quarter.days().chain(others).collect())
    }

    /// The last day on which it is due, when one is printed or follows from what is printed.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Span { to, .. } => Some(to),
            Self::Month { year, month } => Date::last_of_month(year, month),
            Self::Quarter { year, quarter } => Date::last_of_month(year, quarter * 3),
            Self::Years { to, .. } => Date::new(to, 12, 31),
            Self::Monthly(_)
            | Self::Quarterly(_)
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
            Self::Monthly(_)
            | Self::Quarterly(_)
            | Self::Yearly(_)
            | Self::Loosely { .. }
            | Self::Open => None,
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
            Self::Monthly(_) | Self::Quarterly(_) | Self::Yearly(_) | Self::Open => None,
        }
    }

    /// The first day, from `now` on, that a rule gives; nothing for what is no rule or prints no day.
    pub fn next(self, now: Date) -> Option<Date> {
        match self {
            Self::Yearly(days) => days.iter().filter_map(|day| day.next(now)).min(),
            Self::Quarterly(day) => day?.next(now),
            Self::Monthly(day) => next_in_month(day?, now),
            _ => None,
        }
    }
}

/// The first such day of a month that does not lie before `now`; a month that is too short has none.
fn next_in_month(day: i16, now: Date) -> Option<Date> {
    let months = (0..12).map(|ahead| now.month() - 1 + ahead);
    let mut days =
        months.filter_map(|month| Date::new(now.year() + month / 12, month % 12 + 1, day));
    days.find(|due| *due >= now)
}

/// The words behind the last year that is named.
fn behind_years(words: &[String]) -> &[String] {
    let last = words.iter().rposition(|word| year(word).is_some());
    last.map_or(words, |last| &words[last + 1..])
}

/// Whether words behind a time name the years that follow it: "và các năm tiếp theo", "những năm sau".
fn years_follow(words: &[String]) -> bool {
    pairs(behind_years(words)).any(|(first, second)| {
        let many = ["các", "những"];
        many.contains(&first.as_str()) && second == "năm"
            || matches!(
                (first.as_str(), second.as_str()),
                ("tiếp", "theo") | ("trở", "đi") | ("năm", "sau")
            )
    })
}

/// Whether words behind a time say that the work goes on from then: "duy trì thường xuyên", "định kỳ cập nhật".
fn lasts(words: &[String]) -> bool {
    pairs(behind_years(words)).any(|(first, second)| {
        matches!(
            (first.as_str(), second.as_str()),
            ("thường", "xuyên")
                | ("duy", "trì")
                | ("tiếp", "tục")
                | ("liên", "tục")
                | ("định", "kỳ")
        )
    })
}

/// Whether words tell stages apart: "giai đoạn 1: trước 31/12/2025; giai đoạn 2: năm 2026".
fn names_stage(words: &[String]) -> bool {
    pairs(words).any(|(first, second)| first == "giai" && second == "đoạn")
}

/// Whether words name a time from which on something is, and none by which it ends: "từ tháng 6/2025", but no "từ ngày ký đến 31/12/2026".
fn only_begins(words: &[String]) -> bool {
    let starts = ["ngày", "tháng", "quý", "năm"];
    let is_named = |at: usize| {
        let word = words.get(at).map_or("", String::as_str);
        number(word).is_some() || matches!(word, "i" | "ii" | "iii" | "iv")
    };
    let begins = (0..words.len()).any(|at| {
        let from = matches!(words[at].as_str(), "từ" | "sau");
        let period = words
            .get(at + 1)
            .is_some_and(|word| starts.contains(&word.as_str()));
        from && (is_named(at + 1) || period && is_named(at + 2))
    });
    let ends = pairs(words).any(|(first, second)| {
        let until = ["hết", "cuối", "trước"];
        let second = second.as_str();
        first == "đến"
            && (starts.contains(&second) || until.contains(&second) || number(second).is_some())
    });
    begins && !ends
}

/// Whether work is done again and again, or when asked. "Quyết định" is none such.
fn is_again_and_again(words: &[String]) -> bool {
    let open = ["thường", "hằng", "hàng", "đột"];
    let is_open = |word: &String| open.contains(&word.as_str());
    words.iter().any(is_open)
        || pairs(words).any(|(first, second)| first == "định" && second == "kỳ")
}

/// The first whole date in `text`: `21/3/2025`, "ngày 21 tháng 3 năm 2025".
pub fn date_in(text: &str) -> Option<Date> {
    date(&words(text))
}
