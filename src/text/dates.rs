//! Days and times of Viet Nam (+07:00, no daylight saving), read day first and printed as Decree 30/2020 asks:
//! days below 10 and the months January and February take a leading zero.

use jiff::civil;
use serde::{Serialize, Serializer};

use crate::diag::Lang;

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A day with or without an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The hour, in +07:00, when one is given.
    pub time: Option<civil::Time>,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Neither `2026-10-10` nor `10/10/2026`.
    Form,
    /// Well formed, but no such day (30/02), or the month stands first.
    NoSuchDay,
}

impl Date {
    /// Reads `2026-10-10` or `10/10/2026` (day first; a month can never stand first).
    ///
    /// # Errors
    /// [`DateFault::Form`] when the text has another form, [`DateFault::NoSuchDay`] when the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let (year, month, day) = if let Some(parts) = split(text, '/', [2, 2, 4]) {
            (parts[2], parts[1], parts[0])
        } else if let Some(parts) = split(text, '-', [4, 2, 2]).filter(|_| text.len() == 10) {
            (parts[0], parts[1], parts[2])
        } else {
            return Err(DateFault::Form);
        };
        Self::new(year, month, day).ok_or(DateFault::NoSuchDay)
    }

    /// The day `year-month-day`, if the calendar has it.
    pub fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        let small = |n: i16| i8::try_from(n).ok();
        civil::Date::new(year, small(month)?, small(day)?)
            .ok()
            .map(Self)
    }

    /// The day in Viet Nam at `instant`.
    pub fn at(instant: jiff::Timestamp) -> Self {
        Self(jiff::tz::Offset::constant(7).to_datetime(instant).date())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> i16 {
        self.0.month().into()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i16 {
        self.0.day().into()
    }

    /// The day of the year, from 1.
    pub fn day_of_year(self) -> i16 {
        self.0.day_of_year()
    }

    /// The day of the week: 0 is Monday.
    pub fn weekday(self) -> usize {
        self.0.weekday().to_monday_zero_offset() as usize
    }

    /// The day after.
    pub fn tomorrow(self) -> Option<Self> {
        self.0.tomorrow().ok().map(Self)
    }

    /// The day before.
    pub fn yesterday(self) -> Option<Self> {
        self.0.yesterday().ok().map(Self)
    }

    /// How many days lie from here to `other`; fewer than none when it lies before.
    pub fn days_until(self, other: Self) -> i32 {
        other.0.since(self.0).map_or(0, |span| span.get_days())
    }

    /// The day with day and month exchanged, when the calendar has it.
    #[must_use]
    pub fn swapped(self) -> Option<Self> {
        Self::new(self.year(), self.day(), self.month())
    }

    /// `20261010`, as calendars write days (RFC 5545, section 3.3.4).
    pub fn basic(self) -> String {
        self.0.strftime("%Y%m%d").to_string()
    }

    /// The last day of a month.
    pub fn last_of_month(year: i16, month: i16) -> Option<Self> {
        Self::new(year, month, 1).map(|first| Self(first.0.last_of_month()))
    }

    /// `2026-10-10`.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// `10/10/2026`, `05/02/2026`, `13/6/2025`.
    pub fn short(self) -> String {
        let month = match self.0.month() {
            month @ 1..=2 => format!("0{month}"),
            month => month.to_string(),
        };
        format!("{:02}/{month}/{}", self.0.day(), self.0.year())
    }

    /// The same as it stands inside a sentence: "thứ Bảy, 10/10/2026", but "Chủ nhật, 11/10/2026" (Decree 30/2020, Annex II).
    pub fn long_inside(self, lang: Lang) -> String {
        let long = self.long(lang);
        match long.strip_prefix("Thứ ") {
            Some(rest) => format!("thứ {rest}"),
            None => long,
        }
    }

    /// The day of the week as it stands inside a sentence: "thứ Bảy".
    pub fn weekday_inside(self) -> String {
        let long = self.long_inside(Lang::Vi);
        long.split(',').next().unwrap_or_default().to_owned()
    }

    /// With the day of the week: "Thứ Bảy, 10/10/2026", "Saturday 10 October 2026".
    pub fn long(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("{}, {}", weekday_vi(self.0.weekday()), self.short()),
            Lang::En => self.0.strftime("%A %-d %B %Y").to_string(),
        }
    }
}

/// A day that comes every year, such as 10/10.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayMonth {
    day: i16,
    month: i16,
}

impl DayMonth {
    /// Reads `10/10`, day first.
    ///
    /// # Errors
    /// As [`Date::parse`].
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let parts = text.split_once('/');
        let (day, month) = parts
            .and_then(|(day, month)| Some((digits(day, 2)?, digits(month, 2)?)))
            .ok_or(DateFault::Form)?;
        // A leap year, so that 29/02 is a day.
        Date::new(2024, month, day).ok_or(DateFault::NoSuchDay)?;
        Ok(Self { day, month })
    }

    /// The day and the month, each from 1.
    pub fn parts(self) -> (i16, i16) {
        (self.day, self.month)
    }

    /// The day before; that of 01/03 is 28/02, which every year has.
    #[must_use]
    pub fn yesterday(self) -> Self {
        let before = Date::new(2023, self.month, self.day).and_then(Date::yesterday);
        before.map_or(Self { day: 28, month: 2 }, |day| Self {
            day: day.0.day().into(),
            month: day.month(),
        })
    }

    /// The day in `year`; 29/02 becomes 28/02 in a common year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).or_else(|| Date::new(year, self.month, self.day - 1))
    }

    /// The first such day that does not lie before `day`.
    pub fn next(self, day: Date) -> Option<Date> {
        let this_year = self.in_year(day.year())?;
        if this_year >= day {
            Some(this_year)
        } else {
            self.in_year(day.year() + 1)
        }
    }

    /// The last such day before `day`.
    pub fn previous(self, day: Date) -> Option<Date> {
        let this_year = self.in_year(day.year())?;
        if this_year < day {
            Some(this_year)
        } else {
            self.in_year(day.year() - 1)
        }
    }
}

fn weekday_vi(day: civil::Weekday) -> &'static str {
    match day {
        civil::Weekday::Monday => "Thứ Hai",
        civil::Weekday::Tuesday => "Thứ Ba",
        civil::Weekday::Wednesday => "Thứ Tư",
        civil::Weekday::Thursday => "Thứ Năm",
        civil::Weekday::Friday => "Thứ Sáu",
        civil::Weekday::Saturday => "Thứ Bảy",
        civil::Weekday::Sunday => "Chủ nhật",
    }
}

/// An hour of the day, in +07:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock(civil::Time);

impl std::fmt::Display for Clock {
    /// `07:30`.
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{}", self.0.strftime("%H:%M"))
    }
}

impl Clock {
    /// Reads `07:30`, `7h30`, `7g30`, `7h`, "7 giờ 30", "7 giờ".
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.to_lowercase().replace("giờ", "h").replace("phút", "");
        let plain: String = plain.split_whitespace().collect();
        // Spreadsheets add the half of the day and the seconds.
        let (plain, half) = half_of_day(&plain);
        let (hour, minute) = plain.split_once([':', 'h', 'g'])?;
        let minute = match minute.split_once(':') {
            Some((minute, "00")) => minute,
            _ => minute,
        };
        let minute = if minute.is_empty() { "0" } else { minute };
        let (hour, minute) = (digits(hour, 2)?, digits(minute, 2)?);
        let hour = match half {
            None => hour,
            Some(after) if (1..=12).contains(&hour) => hour % 12 + if after { 12 } else { 0 },
            Some(_) => return None,
        };
        let small = |n: i16| i8::try_from(n).ok();
        let time = civil::Time::new(small(hour)?, small(minute)?, 0, 0);
        time.ok().map(Self)
    }
}

/// The hour without "SA" (sáng), "CH" (chiều), "AM", "PM", and whether it is after noon.
fn half_of_day(text: &str) -> (&str, Option<bool>) {
    let halves = [("sa", false), ("am", false), ("ch", true), ("pm", true)];
    let found = halves
        .into_iter()
        .find_map(|(mark, after)| Some((text.strip_suffix(mark)?, Some(after))));
    found.unwrap_or((text, None))
}

/// A cell with a day in the forms that are known: spreadsheets add the hour of midnight, people write points and hyphens, and hours as
/// in the column of hours.
pub fn of_spreadsheet(cell: &str) -> String {
    let cell = cell.trim();
    let (first, rest) = cell.split_once([' ', 'T']).unwrap_or((cell, ""));
    let strokes = first.replace(['.', '-'], "/");
    let read = Date::parse(first).is_err() && split(&strokes, '/', [2, 2, 4]).is_some();
    let day = if read { strokes.as_str() } else { first };
    match Clock::parse(rest.trim_end_matches("+07:00")) {
        Some(clock) if clock.0 == civil::Time::midnight() => day.to_owned(),
        Some(clock) => format!("{day} {clock}"),
        None if rest.is_empty() => day.to_owned(),
        None => cell.to_owned(),
    }
}

impl Moment {
    /// The moment of `clock` on `date`, or the whole day.
    pub fn on(date: Date, clock: Option<Clock>) -> Self {
        Self {
            date,
            time: clock.map(|clock| clock.0),
        }
    }

    /// Reads a date, or a date and an hour: `2026-10-10T07:30`, `2026-10-10 07:30`, `10/10/2026 07:30`.
    ///
    /// # Errors
    /// As [`Date::parse`]; an hour that does not exist is [`DateFault::NoSuchDay`].
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let Some((day, hour)) = text.split_once(['T', ' ']) else {
            return Date::parse(text).map(|date| Self { date, time: None });
        };
        let parts: Vec<&str> = hour.trim_end_matches("+07:00").split(':').collect();
        let [hour, minute] = parts[..] else {
            return Err(DateFault::Form);
        };
        let (Some(hour), Some(minute)) = (digits(hour, 2), digits(minute, 2)) else {
            return Err(DateFault::Form);
        };
        let time = civil::Time::new(hour as i8, minute as i8, 0, 0);
        Ok(Self {
            date: Date::parse(day)?,
            time: Some(time.map_err(|_| DateFault::NoSuchDay)?),
        })
    }

    /// `2026-10-10` or `2026-10-10T07:30`.
    pub fn iso(self) -> String {
        match self.time {
            None => self.date.iso(),
            Some(time) => format!("{}T{}", self.date.iso(), time.strftime("%H:%M")),
        }
    }

    /// With the offset of Viet Nam, `2026-10-10T07:30:00+07:00`, or the day alone (RFC 3339; ISO 8601).
    pub fn offset(self) -> String {
        match self.time {
            None => self.date.iso(),
            Some(_) => format!("{}:00+07:00", self.iso()),
        }
    }

    /// The moment in UTC as calendars write it, `20261010T003000Z` (RFC 5545, section 3.3.5); a day without an hour is its beginning.
    pub fn utc(self) -> Option<String> {
        let time = self.time.unwrap_or(civil::Time::midnight());
        let there = jiff::tz::Offset::constant(7).to_timestamp(self.date.0.to_datetime(time));
        Some(there.ok()?.strftime("%Y%m%dT%H%M%SZ").to_string())
    }

    /// The hour, when one is given.
    pub fn hour(self) -> Option<Clock> {
        self.time.map(Clock)
    }

    /// As people write it: "07:30, 10/10/2026", or the day alone.
    pub fn short(self) -> String {
        match self.time {
            None => self.date.short(),
            Some(_) => format!("{}, {}", self.clock(), self.date.short()),
        }
    }

    /// `07:30`, or nothing for a day without an hour.
    pub fn clock(self) -> String {
        self.time
            .map_or_else(String::new, |time| time.strftime("%H:%M").to_string())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.strftime("%H:%M").to_string())
    }
}

impl Serialize for DayMonth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{:02}/{:02}", self.day, self.month))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

/// Three numbers of at most `widths` digits, the four-digit one exact.
pub(super) fn split(text: &str, separator: char, widths: [usize; 3]) -> Option<[i16; 3]> {
    let parts: Vec<&str> = text.split(separator).collect();
    let [a, b, c] = parts[..] else { return None };
    Some([
        digits(a, widths[0])?,
        digits(b, widths[1])?,
        digits(c, widths[2])?,
    ])
}

pub(super) fn digits(text: &str, width: usize) -> Option<i16> {
    let fits = if width == 4 {
        text.len() == 4
    } else {
        (1..=width).contains(&text.len())
    };
    (fits && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_comes_first() {
        assert_eq!(Date::parse("3/4/2026"), Date::parse("2026-04-03"));
        assert_eq!(Date::parse("10/13/2026"), Err(DateFault::NoSuchDay));
        assert_eq!(Date::parse("2025-02-30"), Err(DateFault::NoSuchDay));
        for text in [
            "20251010",
            "2025-1-1",
            "10-10-2025",
            "ngày 10",
            "-001-01-01",
            "1/1/25",
        ] {
            assert_eq!(Date::parse(text), Err(DateFault::Form), "{text}");
        }
    }

    #[test]
    fn printed_as_the_decree_asks() {
        let date = |iso| Date::parse(iso).unwrap();
        assert_eq!(date("2025-06-13").short(), "13/6/2025");
        assert_eq!(date("2025-02-05").short(), "05/02/2025");
        assert_eq!(date("2026-10-10").long(Lang::Vi), "Thứ Bảy, 10/10/2026");
        let inside = ["2026-10-10", "2026-10-11"].map(|day| date(day).long_inside(Lang::Vi));
        assert_eq!(inside, ["thứ Bảy, 10/10/2026", "Chủ nhật, 11/10/2026"]);
        assert_eq!(
            date("2026-10-10").long(Lang::En),
            "Saturday 10 October 2026"
        );
    }

    #[test]
    fn yearly_days_come_again() {
        let day = DayMonth::parse("10/10").unwrap();
        let date = |iso| Date::parse(iso).unwrap();
        assert_eq!(day.next(date("2026-10-10")), Some(date("2026-10-10")));
        assert_eq!(day.next(date("2026-11-21")), Some(date("2027-10-10")));
        assert_eq!(day.previous(date("2026-10-10")), Some(date("2025-10-10")));
        assert_eq!(DayMonth::parse("13/13"), Err(DateFault::NoSuchDay));
    }

    #[test]
    fn cells_of_spreadsheets_are_read() {
        for (cell, day) in [
            ("2026-10-10 00:00:00", "2026-10-10"),
            ("2026-10-10T00:00:00", "2026-10-10"),
            ("10/10/2026 0:00:00", "10/10/2026"),
            ("10/10/2026 12:00:00 SA", "10/10/2026"),
            ("5/10/2026 8h", "5/10/2026 08:00"),
            ("Thứ Bảy, 10/10/2026", "Thứ Bảy, 10/10/2026"),
            ("10-10-2026", "10/10/2026"),
            ("9.10.2026", "9/10/2026"),
            ("10/10/26", "10/10/26"),
            ("2026-10-10", "2026-10-10"),
            ("9.10.2026 07:30", "9/10/2026 07:30"),
        ] {
            assert_eq!(of_spreadsheet(cell), day);
        }
    }

    #[test]
    fn clocks_are_read() {
        for (text, clock) in [
            ("7 giờ 30 phút", "07:30"),
            ("07:30", "07:30"),
            ("7h30", "07:30"),
            ("7g", "07:00"),
            ("16:45", "16:45"),
            ("7:30:00", "07:30"),
            ("7:30:00 CH", "19:30"),
            ("12:15 SA", "00:15"),
        ] {
            let moment = Moment::on(Date::parse("2026-10-10").unwrap(), Clock::parse(text));
            assert_eq!(moment.clock(), clock, "{text}");
        }
        assert!(
            ["24:00", "7", "bảy giờ", "7:60", "13:00 CH", "7:30:15"]
                .iter()
                .all(|text| Clock::parse(text).is_none())
        );
    }

    #[test]
    fn hours_are_read() {
        let moment = Moment::parse("10/10/2026 07:30").unwrap();
        assert_eq!(moment.iso(), "2026-10-10T07:30");
        assert_eq!(moment.clock(), "07:30");
        assert!(Moment::parse("2026-10-10T25:00").is_err());
    }
}
