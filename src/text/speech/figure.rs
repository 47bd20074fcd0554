//! What is written in figures, in words: days, hours, shares, amounts, house numbers.

use super::aloud::for_each;
use super::words::unit;
use super::{clock, date, day_month, digits, number};
use crate::text::dates::{Clock, Date, DayMonth, Moment};
use crate::text::numbers::parse_number;

/// What two numbers with a stroke between them are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// A day and a month.
    Day,
    /// A house behind a house, a number of a number: "mười hai trên năm".
    Over,
}

/// A figure in words; nothing when `core` is none.
pub(super) fn figure(core: &str, stroke: Stroke) -> Option<String> {
    if !core.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    single(core, stroke).or_else(|| range(core, stroke))
}

fn single(core: &str, stroke: Stroke) -> Option<String> {
    if let Some(day) = day(core) {
        return Some(date(day));
    }
    if stroke == Stroke::Day
        && let Ok(day) = DayMonth::parse(core)
    {
        let (day, month) = day.parts();
        return Some(day_month(day, month));
    }
    if stroke == Stroke::Day
        && let Some((month, year)) = core.split_once('/')
        && year.len() == 4
        && let (Ok(month @ 1..=12), Ok(year)) = (month.parse::<i16>(), year.parse())
    {
        let month = if month == 4 {
            "tư".to_owned()
        } else {
            number(month.unsigned_abs().into())
        };
        return Some(format!("tháng {month} năm {}", number(year)));
    }
    let lower = core.to_lowercase();
    if lower.contains([':', 'h', 'g'])
        && let Some(hour) = Clock::parse(&lower)
    {
        let any_day = Date::new(2000, 1, 1)?;
        return clock(Moment::on(any_day, Some(hour)));
    }
    if let Some(share) = core.strip_suffix('%') {
        return Some(format!("{} phần trăm", decimal(share)?));
    }
    decimal(core)
        .or_else(|| with_letters(core))
        .or_else(|| over(core))
}

/// A day as papers and spreadsheets write it.
fn day(core: &str) -> Option<Date> {
    let with_strokes = core.replace(['.', '-'], "/");
    let day = Date::parse(core).or_else(|_| Date::parse(&with_strokes));
    day.ok()
}

/// "7h30-9h", "8-10h", "10-12/10/2026".
fn range(core: &str, stroke: Stroke) -> Option<String> {
    let (from, to) = core.split_once(['–', '-'])?;
    Some(format!(
        "{} đến {}",
        single(from, stroke)?,
        single(to, stroke)?
    ))
}

/// A number with or without a decimal comma; a point before other than three digits is meant as one.
fn decimal(printed: &str) -> Option<String> {
    if let Some((whole, rest)) = printed.split_once('.')
        && !rest.contains(['.', ','])
        && rest.len() < 3
    {
        let whole = number(whole.parse().ok()?);
        rest.parse::<u64>().ok()?;
        return Some(format!("{whole} phẩy {}", digits(rest)));
    }
    parse_number(printed)?;
    let (whole, rest) = printed.split_once(',').unwrap_or((printed, ""));
    let whole = number(whole.replace('.', "").parse().ok()?);
    if rest.is_empty() {
        return Some(whole);
    }
    Some(format!("{whole} phẩy {}", digits(rest)))
}

/// "50.000đ", "100k/người", "12A".
fn with_letters(core: &str) -> Option<String> {
    let end = core.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let (amount, rest) = core.split_at(end);
    let amount = decimal(amount)?;
    let (written, each) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(unit) = unit(written) {
        let each = if each.is_empty() {
            String::new()
        } else {
            format!(" {}", for_each(each))
        };
        return Some(format!("{amount} {unit}{each}"));
    }
    let is_letter = rest.chars().count() == 1 && rest.chars().all(char::is_alphabetic);
    is_letter.then(|| format!("{amount} {rest}"))
}

/// "12/5", "12A/5/3".
fn over(core: &str) -> Option<String> {
    let parts = core
        .split('/')
        .map(|part| decimal(part).or_else(|| with_letters(part)));
    let parts: Option<Vec<String>> = parts.collect();
    parts
        .filter(|parts| parts.len() > 1)
        .map(|parts| parts.join(" trên "))
}
