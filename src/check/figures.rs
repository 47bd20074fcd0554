//! The numbers in the prose of a plan: percentages and numbers of people, and where the value of a target stands among them.

use std::ops::Range;

use crate::kind::plan::{Target, Unit};
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

/// Where the value stands in `text` as a number of its own, not as the end of a longer one or as another unit. Word likes a space before
/// the sign of percent.
pub(super) fn places(target: &Target, text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = spellings(&target.value)
        .iter()
        .flat_map(|value| places_of(value, target.unit, text))
        .collect();
    found.sort_by_key(|place| place.start);
    found
}

/// The ways in which a number may be printed: "996 ngàn" is "996 nghìn", "996.000" and "996000".
fn spellings(value: &str) -> Vec<String> {
    let thousands = ["ngàn", "nghìn", ".000"]
        .iter()
        .find_map(|end| value.strip_suffix(end));
    let plain = || {
        value
            .strip_suffix("000")
            .filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut spellings = vec![value.to_owned()];
    if let Some(number) = thousands
        .or_else(plain)
        .map(str::trim_end)
        .filter(|rest| !rest.is_empty())
    {
        let others = [
            format!("{number} ngàn"),
            format!("{number} nghìn"),
            format!("{number}.000"),
            format!("{number}000"),
        ];
        spellings.extend(others.into_iter().filter(|other| other != value));
    }
    spellings
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

fn places_of(value: &str, unit: Unit, text: &str) -> Vec<Range<usize>> {
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
            Unit::Percent => sign.is_some(),
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
    found.collect()
}
