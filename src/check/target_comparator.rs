//! A target whose comparator is not that of the words beside its value: "trên 80%" is not exactly 80%.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::plan::{Comparator, Target};
use crate::rules::rule;
use crate::site::Site;

use super::figures::{percent_ranges, places_in};

rule!(
    "target-comparator", Warning,
    "chỉ tiêu ghi {comparator} nhưng {address} viết “{words}”" => "the target says {comparator} but {address} has “{words}”",
    help "đổi comparator thành {fitting}, hoặc sửa lời cho đúng bản in" => "change the comparator to {fitting}, or correct the words as printed",
    help "không mức nào của chỉ tiêu nói được “không quá”; sửa lời cho đúng bản in, hoặc ghi vào acknowledge: code: target-comparator, at: {address}" => "no comparator says “at most”; correct the words as printed, or acknowledge it: code: target-comparator, at: {address}",
    what "Mức của chỉ tiêu (trên, ít nhất, phấn đấu) không khớp với lời trong điểm, khoản." => "The comparator of a target is not that of the words beside its value.",
    why "“Trên 80%” và “80%” là hai cam kết khác nhau." => "“Over 80%” and “80%” are different promises.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: exactly, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) Trên 80% cán bộ",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// Words of an upper bound, which no comparator of a target says.
const AT_MOST: &[&str] = &["không quá", "tối đa", "dưới", "chưa đến", "không vượt"];
const OVER: &[&str] = &["trên", "hơn", "quá", "vượt"];
const UPWARDS: &str = "trở lên";
const DOWNWARDS: &str = "trở xuống";
const AT_LEAST: &[&str] = &["ít nhất", "tối thiểu", "không dưới", "từ"];

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for target in &plan.targets {
            let Some(clause) = document.clause(&target.clause) else {
                continue;
            };
            let found = places_in(document, target, clause);
            let said: Vec<Option<Comparator>> = found
                .iter()
                .map(|place| said(&clause.text, place))
                .collect();
            // A value that stands twice may be meant either way.
            if said.is_empty() || said.contains(&Some(target.comparator.value)) {
                continue;
            }
            let fitting = said[0].map(Comparator::word);
            faults.push(
                Diagnostic::new(&RULE, target.comparator.span)
                    .with("comparator", target.comparator.word())
                    .with("address", target.clause.value.clone())
                    .with("words", beside(&clause.text, target, found[0].clone()))
                    .with_some("fitting", fitting)
                    .about(target.clause.value.clone()),
            );
        }
    }
}

/// What the words beside a value say, if any comparator says it; "phấn đấu" may stand anywhere before it.
fn said(text: &str, place: &Range<usize>) -> Option<Comparator> {
    let before = text[..place.start].trim_end().to_lowercase();
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    if follows(text, place, DOWNWARDS) || ends(AT_MOST) && !ends(AT_LEAST) {
        None
    } else if ends(OVER) {
        Some(Comparator::Over)
    } else if follows(text, place, UPWARDS) || ends(AT_LEAST) || is_range(text, place) {
        Some(Comparator::AtLeast)
    } else if before.contains("phấn đấu") {
        Some(Comparator::Strive)
    } else {
        Some(Comparator::Exactly)
    }
}

/// Whether a place is a whole range, of which the lower end is the least.
fn is_range(text: &str, place: &Range<usize>) -> bool {
    percent_ranges(text).any(|range| range.range == *place)
}

/// Whether words stand right behind a value, or behind the word that counts it: "80% trở lên", "50 lớp trở lên".
fn follows(text: &str, place: &Range<usize>, words: &str) -> bool {
    let behind = text[place.end..].trim_start();
    let counted = behind
        .split_once(char::is_whitespace)
        .map(|(_, rest)| rest.trim_start());
    behind.starts_with(words) || counted.is_some_and(|rest| rest.starts_with(words))
}

/// The value with the two words before it, and those behind it that set a bound.
fn beside(text: &str, target: &Target, place: Range<usize>) -> String {
    let before: Vec<&str> = text[..place.start].split_whitespace().collect();
    let near = &before[before.len().saturating_sub(2)..];
    let bounds = [UPWARDS, DOWNWARDS].into_iter();
    let bound = bounds.filter(|words| follows(text, &place, words)).max();
    let bound = bound.unwrap_or("");
    let value = if place.is_empty() {
        target.value.as_str()
    } else {
        &text[place]
    };
    format!("{} {value} {bound}", near.join(" "))
        .trim()
        .to_owned()
}
