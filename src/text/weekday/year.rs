//! The year of a day that is written without one, "thứ Bảy, 10/10", where the document leaves no doubt of it.

use std::collections::BTreeSet;

use crate::text::dates::{Date, DayMonth};

/// So many days on either side of a document's own day a day without a year is that of the same season.
const NEAR: i32 = 60;

/// What a document says of its days.
#[derive(Debug, Default)]
pub struct Known {
    /// Days that it gives as its own, such as those of an event.
    pub own: Vec<Date>,
    /// The day on which it was written or of which it tells.
    pub of: Option<Date>,
}

impl Known {
    /// The dates that `day` may mean in `text`: one of the document's own and no other, or else each that the text writes with a year, and
    /// the one near the document's day before them.
    pub(super) fn dates(&self, day: DayMonth, text: &str) -> Vec<Date> {
        let own = self.own.iter().copied();
        let mut own = own.filter(|date| day.in_year(date.year()) == Some(*date));
        if let Some(date) = own.next() {
            return vec![date];
        }
        let years = years(day, text).into_iter();
        let written = years.filter_map(|year| day.in_year(year));
        self.near(day).into_iter().chain(written).collect()
    }

    fn near(&self, day: DayMonth) -> Option<Date> {
        let of = self.of?;
        let dates = [day.previous(of), day.next(of)].into_iter().flatten();
        let distance = |date: &Date| of.days_until(*date).abs();
        let nearest = dates.min_by_key(distance)?;
        (distance(&nearest) <= NEAR).then_some(nearest)
    }
}

/// The years with which `text` writes a day.
fn years(day: DayMonth, text: &str) -> BTreeSet<i16> {
    let (day, month) = day.parts();
    let forms = [
        format!("{day}/{month}/"),
        format!("{day}/{month:02}/"),
        format!("{day:02}/{month}/"),
        format!("{day:02}/{month:02}/"),
        format!("{day} tháng {month} năm "),
        format!("{day:02} tháng {month:02} năm "),
    ];
    let mut years = BTreeSet::new();
    for form in &forms {
        let found = text.match_indices(form.as_str());
        let whole = found.filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
        years.extend(whole.filter_map(|(at, form)| number(&text[at + form.len()..])));
    }
    let iso = format!("-{month:02}-{day:02}");
    let found = text.match_indices(&iso);
    let found = found.filter_map(|(at, _)| number(text.get(at.checked_sub(4)?..at)?));
    years.extend(found);
    years
}

/// The year with which a text begins.
fn number(text: &str) -> Option<i16> {
    let digits = text.get(..4)?;
    let is_year = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| digits.parse().ok())?
}
