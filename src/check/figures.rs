//! The numbers in the prose of a plan: percentages and numbers of people, and where the value of a target stands among them.

use std::ops::Range;

use crate::document::{ClauseFact, Document};
use crate::kind::plan::{Comparator, Target, Unit};
use crate::text::numbers::parse_number;

/// A percentage or a number of people in a text.
pub(super) struct Figure {
    /// From its first digit to its sign of percent, or to the word that counts it.
    pub(super) range: Range<usize>,
    /// Where that sign or word stands.
    pub(super) sign: usize,
}

/// The percentages, the numbers of people, attendances and classes, and the shares ("2/3 số xã") in a text, in order. Few people are those who do the work: "2 người
/// một ấp".
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let percents = PERCENT.iter().flat_map(|sign| text.match_indices(sign));
    let percents = percents.map(|(at, sign)| (at, at + sign.len(), true));
    let counted = [(" người", false), (" lượt", true), (" lớp", true)].into_iter();
    let counted = counted.flat_map(|(word, few)| {
        let found = text.match_indices(word);
        found.map(move |(at, _)| (at, at, few))
    });
    let figures = percents.chain(counted).filter_map(|(at, end, few)| {
        let before = text[..at].trim_end();
        let magnitude = ["triệu", "ngàn", "nghìn"];
        let bare = magnitude
            .iter()
            .find_map(|word| before.strip_suffix(word))
            .unwrap_or(before)
            .trim_end();
        let start = bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let start = start.len();
        let number = bare[start..].trim_start_matches(['.', ',']);
        let counts = few || bare.len() < before.len() || number.len() > 3;
        (!number.is_empty() && counts).then_some(Figure {
            range: start..end,
            sign: at,
        })
    });
    let mut figures: Vec<Figure> = figures.chain(shares(text)).collect();
    figures.sort_by_key(|figure| figure.range.start);
    figures
}

/// The fractions that stand before what they are a share of: "2/3 số xã". Any other may be a day.
fn shares(text: &str) -> impl Iterator<Item = Figure> + '_ {
    let wholes = WHOLES.iter().flat_map(|word| text.match_indices(word));
    wholes.filter_map(|(at, _)| {
        let is_part = |c: char| c.is_ascii_digit() || c == '/';
        let start = text[..at].trim_end_matches(is_part).len();
        parse_number(&text[start..at]).filter(|_| text[start..at].contains('/'))?;
        Some(Figure {
            range: start..at,
            sign: at,
        })
    })
}

/// Where the value stands in a clause. A row of a table may have its unit in the head of the table: "Chỉ tiêu (%)".
pub(super) fn places_in(
    document: &Document,
    target: &Target,
    clause: &ClauseFact,
) -> Vec<Range<usize>> {
    let above = clause.parent.map(|parent| &document.facts.clauses[parent]);
    let is_row = !clause.cell.is_empty();
    let is_in_head = is_row && above.is_some_and(|above| above.head.contains('%'));
    found(target, &clause.text, is_in_head)
}

/// Where the value stands in `text` as a number of its own, not as the end of a longer one or as another unit. Word likes a space before
/// the sign of percent.
pub(super) fn places(target: &Target, text: &str) -> Vec<Range<usize>> {
    found(target, text, false)
}

fn found(target: &Target, text: &str, is_in_head: bool) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = spellings(&target.value)
        .iter()
        .flat_map(|value| places_of(value, target, text, is_in_head))
        .collect();
    found.sort_by_key(|place| place.start);
    found
}

/// A range of percentages, one end of which a target takes: "80 - 90%".
pub(super) struct PercentRange<'t> {
    /// From its first digit to its sign.
    pub(super) range: Range<usize>,
    /// The lower end.
    pub(super) low: &'t str,
    /// The upper end.
    pub(super) high: &'t str,
}

/// The ranges of percentages in a text whose lower end has no sign of its own: "80 - 90%", "từ 80 đến 90%".
pub(super) fn percent_ranges(text: &str) -> impl Iterator<Item = PercentRange<'_>> {
    let percents = PERCENT.iter().flat_map(|sign| text.match_indices(sign));
    percents.filter_map(|(at, sign)| {
        let (rest, high) = number_at_end(text[..at].trim_end())?;
        let joint = ["-", "–", "đến"]
            .iter()
            .find_map(|joint| rest.trim_end().strip_suffix(joint));
        let (before, low) = number_at_end(joint?.trim_end())?;
        // Four figures before a dash are a year.
        let is_end = |number: &str| number.len() < 4 || number.contains(',');
        (is_end(low) && is_end(high)).then_some(PercentRange {
            range: before.len()..at + sign.len(),
            low,
            high,
        })
    })
}

/// The number with which a text ends, and what stands before it.
fn number_at_end(text: &str) -> Option<(&str, &str)> {
    let start = text
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == ',')
        .len();
    let (before, number) = text.split_at(start);
    number
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some((before, number))
}

/// The ways in which a number may be printed: "996 ngàn" is "996 nghìn", "996.000" and "996000", and "12.500" is "12500".
fn spellings(value: &str) -> Vec<String> {
    let thousands = ["ngàn", "nghìn", ".000"]
        .iter()
        .find_map(|end| value.strip_suffix(end));
    let plain = || {
        value
            .strip_suffix("000")
            .filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let number = thousands.or_else(plain).map(str::trim_end);
    let thousands = number.filter(|rest| !rest.is_empty()).map(|number| {
        [
            format!("{number} ngàn"),
            format!("{number} nghìn"),
            format!("{number}.000"),
            format!("{number}000"),
        ]
    });
    let mut spellings = vec![value.to_owned()];
    let others = thousands.into_iter().flatten();
    let others = others.chain(grouped(value)).chain(ungrouped(value));
    for other in others.collect::<Vec<_>>() {
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
    spellings
}

/// Digits with a dot before each three: "1.250.000"; nothing for what has none, or marks already.
fn grouped(value: &str) -> Option<String> {
    let is_plain = value.len() > 3 && value.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| {
        let first = value.len() % 3;
        let mut grouped = value[..first].to_owned();
        for at in (first..value.len()).step_by(3) {
            if at > 0 {
                grouped.push('.');
            }
            grouped.push_str(&value[at..at + 3]);
        }
        grouped
    })
}

/// Digits without these dots.
fn ungrouped(value: &str) -> Option<String> {
    let is_number = value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_grouped = is_number && value.contains('.') && parse_number(value).is_some();
    is_grouped.then(|| value.replace('.', ""))
}

/// What a percentage ends with.
const PERCENT: [&str; 2] = ["%", "phần trăm"];

/// Words that make a number another one.
const MAGNITUDES: [&str; 5] = ["ngàn", "nghìn", "vạn", "triệu", "tỷ"];

/// What a share is one of, behind its fraction.
const WHOLES: [&str; 3] = [" số ", " tổng số ", " dân số"];

/// What is counted and is no people, behind a number.
const THINGS: [&str; 15] = [
    "hộ",
    "đồng",
    "lớp",
    "buổi",
    "đơn",
    "máy",
    "thiết",
    "mô",
    "điểm",
    "tổ",
    "lượt",
    "xã",
    "phường",
    "trường",
    "thôn",
];

fn places_of(value: &str, target: &Target, text: &str, is_in_head: bool) -> Vec<Range<usize>> {
    let unit = target.unit;
    let ranges = percent_ranges(text).filter(|range| {
        range.low == value && unit == Unit::Percent && *target.comparator == Comparator::AtLeast
    });
    let found = text.match_indices(value).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + value.len()..];
        let mut after = rest.chars();
        let (next, second) = (after.next(), after.next());
        let goes_on = match next {
            Some(',' | '.' | '/') => second.is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c.is_alphanumeric(),
            None => false,
        };
        let mut signs = PERCENT.iter();
        let sign = signs.find(|sign| rest.trim_start().starts_with(**sign));
        let counted = rest.split_whitespace().next().unwrap_or("");
        let counted = counted.trim_end_matches([',', '.', ';', ':', ')']);
        let fits = match unit {
            Unit::Percent => {
                sign.is_some() || is_cell(rest) && (is_in_head || is_behind_unit(&text[..at]))
            }
            Unit::People => {
                sign.is_none() && !THINGS.contains(&counted) && !MAGNITUDES.contains(&counted)
            }
            Unit::Turns => counted == "lượt",
            Unit::Classes => counted == "lớp",
            Unit::Share => WHOLES.iter().any(|whole| rest.starts_with(whole)),
        };
        // "70-80%" and "từ 70 đến 80%" are ranges, which the upper end alone is not.
        let lower = text[..at].trim_end();
        let lower = ["-", "–", "đến"]
            .iter()
            .find_map(|joint| lower.strip_suffix(joint));
        let is_range = lower.is_some_and(|lower| {
            let lower = lower.trim_end().trim_end_matches('%').trim_end();
            let digits = lower.bytes().rev().take_while(u8::is_ascii_digit).count();
            // Four figures before a dash are a year.
            (1..4).contains(&digits)
        });
        let is_cut = before.is_some_and(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '/'));
        let alone = !is_range && !is_cut;
        let space = rest.len() - rest.trim_start().len();
        let sign = sign.map_or(0, |sign| space + sign.len());
        (alone && !goes_on && fits).then(|| at..at + value.len() + sign)
    });
    found.chain(ranges.map(|range| range.range)).collect()
}

/// Whether a number that stands before `rest` has a cell for itself, as far as the words of a row tell.
fn is_cell(rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    next.is_none_or(|c| c == ';' || c.is_ascii_digit())
}

/// Whether what stands before a number are others and, before these, a sign of percent in a cell of its own: "Người dân; %; 80; 100".
fn is_behind_unit(before: &str) -> bool {
    let is_number =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.' | ';');
    let unit = before.trim_end_matches(is_number).strip_suffix('%');
    unit.is_some_and(|rest| {
        rest.ends_with(' ') && !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::{percent_ranges, spellings};

    #[test]
    fn numbers_are_printed_in_several_ways() {
        for (value, other) in [
            ("12500", "12.500"),
            ("1250000", "1.250.000"),
            ("1.500", "1500"),
            ("996 ngàn", "996.000"),
            ("50000", "50 nghìn"),
        ] {
            assert!(spellings(value).contains(&other.to_owned()), "{value}");
        }
        for value in ["80", "2/3", "62,5", "1.01"] {
            assert_eq!(spellings(value), [value]);
        }
    }

    #[test]
    fn ranges_of_percentages_are_read() {
        for (text, ends) in [
            ("Đạt 80 - 90% người dân", Some(("80", "90"))),
            ("từ 80 đến 90%", Some(("80", "90"))),
            ("62,5-70%", Some(("62,5", "70"))),
            ("giai đoạn 2025 - 80%", None),
            ("80% đến 90%", None),
            ("đạt 90%", None),
        ] {
            let found = percent_ranges(text).next();
            assert_eq!(found.map(|range| (range.low, range.high)), ends, "{text}");
        }
    }
}
