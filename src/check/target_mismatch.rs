//! A target whose value does not stand in the text of its clause. Table and prose can then never say different things.

use std::ops::Range;

use crate::diag::{Diagnostic, Words};
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::{Plan, Target, Unit};
use crate::rules::{self, rule};
use crate::site::Site;
use crate::text::numbers::parse_number;

rule!(
    "target-mismatch", Error,
    "chỉ tiêu ghi “{value}” nhưng {address} không có con số này" => "the target says “{value}”, which does not stand in {address}",
    help "sửa con số ở nơi ghi sai cho đúng bản in" => "correct the number where it is wrong, as printed",
    what "Con số của chỉ tiêu không có trong điểm, khoản mà nó dẫn." => "The value of a target does not stand in its clause.",
    why "Bảng và văn bản không được nói hai con số khác nhau." => "Table and document must never say different numbers.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: over, value: 90, unit: percent}",
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
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let targets = plan.targets.iter();
        for target in targets.filter(|target| parse_number(&target.value).is_none()) {
            faults.push(rules::bad_number(target.value.span, &target.value));
        }
        for (target, clause) in lost(document, plan) {
            let words = Words {
                vi: "điểm, khoản này",
                en: "the clause",
            };
            let also = Words {
                vi: "tóm tắt cũng ghi số này",
                en: "the summary has this number, too",
            };
            let mut fault = Diagnostic::new(&RULE, target.value.span)
                .with("value", shown(target))
                .with("address", target.clause.value.clone())
                .about(target.clause.value.clone())
                .related(clause.span, words);
            let sentences = plan.summary.iter();
            for sentence in sentences.filter(|sentence| !places(target, sentence).is_empty()) {
                fault = fault.related(sentence.span, also);
            }
            faults.push(fault);
        }
    }
}

/// The targets of a plan whose value does not stand in their clause, with that clause.
pub(super) fn lost<'d>(
    document: &'d Document,
    plan: &'d Plan,
) -> impl Iterator<Item = (&'d Target, &'d ClauseFact)> {
    let targets = plan.targets.iter().enumerate();
    targets.filter_map(|(at, target)| {
        // Of targets of one clause with one value, each needs a place of its own in the text.
        let alike = plan.targets[..at]
            .iter()
            .filter(|other| *other.clause == *target.clause && shown(other) == shown(target));
        // An address without a clause is told by `unknown-name`.
        let clause = document.clause(&target.clause)?;
        let is_number = parse_number(&target.value).is_some();
        let is_lost = is_number && places(target, &clause.text).len() <= alike.count();
        is_lost.then_some((target, clause))
    })
}

/// The value as it stands in prose: percent with its sign, anything else as printed.
fn shown(target: &Target) -> String {
    match target.unit {
        Unit::Percent => format!("{}%", target.value.value),
        Unit::People => target.value.value.clone(),
    }
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

/// The ways in which a number may be printed: "996 ngàn" is "996 nghìn" and "996.000".
fn spellings(value: &str) -> Vec<String> {
    let mut spellings = vec![value.to_owned()];
    if let Some(thousands) = value
        .strip_suffix("ngàn")
        .or_else(|| value.strip_suffix("nghìn"))
    {
        let number = thousands.trim_end();
        let others = [
            format!("{number} ngàn"),
            format!("{number} nghìn"),
            format!("{number}.000"),
        ];
        spellings.extend(others.into_iter().filter(|other| other != value));
    }
    spellings
}

/// What is counted and is no people, behind a number.
const THINGS: [&str; 10] = [
    "hộ", "đồng", "lớp", "buổi", "đơn", "máy", "thiết", "mô", "điểm", "tổ",
];

fn places_of(value: &str, unit: Unit, text: &str) -> Vec<Range<usize>> {
    let found = text.match_indices(value).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + value.len()..];
        let mut after = rest.chars();
        let (next, second) = (after.next(), after.next());
        let goes_on = match next {
            Some(',' | '.') => second.is_some_and(|c| c.is_ascii_digit()),
            Some(c) => c.is_alphanumeric(),
            None => false,
        };
        let is_percent = rest.trim_start().starts_with('%');
        let counted = rest.split_whitespace().next().unwrap_or("");
        let fits = match unit {
            Unit::Percent => is_percent,
            Unit::People => !is_percent && !THINGS.contains(&counted.trim_end_matches([',', '.'])),
        };
        // "70-80%" is a range, which the upper end alone is not.
        let is_range = before.is_some_and(|c| matches!(c, '-' | '–'))
            && text[..at]
                .trim_end_matches(['-', '–'])
                .ends_with(|c: char| c.is_ascii_digit());
        let alone =
            !is_range && !before.is_some_and(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let sign = if is_percent {
            rest.len() - rest.trim_start().len() + 1
        } else {
            0
        };
        (alone && !goes_on && fits).then(|| at..at + value.len() + sign)
    });
    found.collect()
}
