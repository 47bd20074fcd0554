//! A value that its clause prints for another year, or for other people, than the target that takes it: two values were exchanged.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Words};
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::{Plan, Target};
use crate::rules::rule;
use crate::site::Site;

use super::deadline_mismatch::spaced;
use super::figures::{figures, places};
use super::target_mismatch::{lost, shown};
use super::target_whom::group_names;
use super::target_year::year_marks;

rule!(
    "target-exchanged", Warning,
    "{address} ghi “{value}” cho “{printed}” nhưng chỉ tiêu ghi cho “{said}”" => "{address} has “{value}” for “{printed}”, but the target has it for “{said}”",
    help "đổi lại con số giữa các chỉ tiêu của {address} cho đúng bản in; nếu đã đúng, ghi vào acknowledge: code: target-exchanged, at: {address}" => "put the values of the targets of {address} right as printed; if they are right, acknowledge it: code: target-exchanged, at: {address}",
    what "Một điểm, khoản ghi nhiều con số cho nhiều năm hoặc nhiều nhóm, và chỉ tiêu lấy con số của năm hay nhóm khác." => "A clause has several values for several years or groups, and a target takes that of another.",
    why "Các con số đều có trong văn bản nên chỉ thứ tự mới cho biết chúng bị đổi chỗ." => "All the values stand in the document, so only their order shows that they were exchanged.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: exactly, value: 80, unit: percent}",
        "  - {clause: i.a, year: 2027, group: can-bo, comparator: exactly, value: 50, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) 50% cán bộ năm 2026, 80% năm 2027",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2026, group: can-bo, comparator: exactly, value: 50, unit: percent}",
        "  - {clause: i.a, year: 2027, group: can-bo, comparator: exactly, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) 50% cán bộ năm 2026, 80% năm 2027",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let mut told: Vec<&str> = Vec::new();
        for target in &plan.targets {
            let Some(clause) = document.clause(&target.clause) else {
                continue;
            };
            let swapped = exchanged(site, document, plan, clause);
            let Some((first, fits)) = swapped
                .first()
                .filter(|_| !told.contains(&&*clause.address))
            else {
                continue;
            };
            told.push(&clause.address);
            let words = Words {
                vi: "điểm, khoản này",
                en: "the clause",
            };
            let also = Words {
                vi: "con số này cũng vậy",
                en: "so does this value",
            };
            let mut fault = Diagnostic::new(&RULE, first.value.span)
                .with("address", clause.address.clone())
                .with("value", shown(first))
                .with("printed", fits.printed.clone())
                .with("said", fits.said.clone())
                .about(clause.address.clone())
                .related(clause.span, words);
            for (other, _) in &swapped[1..] {
                fault = fault.related(other.value.span, also);
            }
            faults.push(fault);
        }
    }
}

/// The targets of a clause that take the value of another; none where one of them has no value there, which is told as such.
fn exchanged<'p>(
    site: &Site,
    document: &Document,
    plan: &'p Plan,
    clause: &ClauseFact,
) -> Vec<(&'p Target, Pair)> {
    let mut lost = lost(document, plan);
    if lost.any(|(_, of)| of.address == clause.address) {
        return Vec::new();
    }
    let targets = of_clause(plan, &clause.address);
    let pairs = targets.filter_map(|target| Some((target, pair(site, plan, target, clause)?)));
    pairs
        .filter(|(_, pair)| pair.said != pair.printed)
        .collect()
}

fn of_clause<'p>(plan: &'p Plan, clause: &str) -> impl Iterator<Item = &'p Target> {
    let targets = plan.targets.iter();
    targets.filter(move |target| **target.clause == *clause)
}

/// For whom or which year a target says that its value is, and for which it is printed.
pub(super) struct Pair {
    said: String,
    printed: String,
}

/// What the words beside the value of a target pair it with; nothing where the target has its clause for itself or the words leave it open.
pub(super) fn pair(site: &Site, plan: &Plan, target: &Target, clause: &ClauseFact) -> Option<Pair> {
    of_clause(plan, &clause.address).nth(1)?;
    let text = spaced(&clause.text);
    let years = year_marks(&text).into_iter();
    let years: Vec<_> = years.map(|(at, year)| (at, year.to_string())).collect();
    let of_year = paired_with(target, &target.year.to_string(), &years, &text);
    // Of one year, all of them, the people tell them apart.
    let of_year = of_year.filter(|_| years.iter().any(|(_, year)| *year != years[0].1));
    of_year.or_else(|| {
        let whom = whom(site, target, &text)?;
        paired_with(
            target,
            &whom,
            &whom_marks(site, plan, target, &text)?,
            &text,
        )
    })
}

/// Where those stand whom the targets of a clause are for; nothing when all are for the same, or when one of them does not stand there in these
/// words, once and apart from the others.
fn whom_marks(
    site: &Site,
    plan: &Plan,
    target: &Target,
    text: &str,
) -> Option<Vec<(usize, String)>> {
    let lower = text.to_lowercase();
    let targets = of_clause(plan, &target.clause);
    let named: Option<BTreeSet<String>> = targets.map(|other| whom(site, other, text)).collect();
    let mut marks = Vec::new();
    for whom in named? {
        let small = whom.to_lowercase();
        let mut found = lower.match_indices(&small);
        let (at, words) = found.next().filter(|_| found.next().is_none())?;
        marks.push((at..at + words.len(), whom));
    }
    marks.sort_by_key(|(range, _)| range.start);
    let apart = marks.windows(2).all(|two| two[0].0.end <= two[1].0.start);
    (apart && marks.len() > 1).then(|| {
        marks
            .into_iter()
            .map(|(range, whom)| (range.start, whom))
            .collect()
    })
}

/// Whom a target is for, in the words of the editor, else in those of its group's name that stand in the text.
fn whom(site: &Site, target: &Target, text: &str) -> Option<String> {
    target.whom.clone().or_else(|| {
        let small = text.to_lowercase();
        let mut names = group_names(site, target).into_iter();
        names
            .find(|name| small.contains(&name.to_lowercase()))
            .map(str::to_owned)
    })
}

/// What a target says, if the text has it among the marks, and the mark that belongs to its value.
fn paired_with(target: &Target, said: &str, marks: &[(usize, String)], text: &str) -> Option<Pair> {
    marks.iter().find(|(_, mark)| mark == said)?;
    let values = figures(text).into_iter();
    let values: Vec<usize> = values.map(|figure| figure.range.start).collect();
    let marked = marked(&values, marks)?;
    let places = places(target, text);
    let own = values.iter().zip(marked);
    let own = own.filter(|(value, _)| places.iter().any(|place| place.start == **value));
    let own: Vec<Vec<&str>> = own.map(|(_, marks)| marks).collect();
    let fits = own.iter().any(|marks| marks.contains(&said));
    let printed = if fits { said } else { own.first()?.first()? };
    Some(Pair {
        said: said.to_owned(),
        printed: printed.to_owned(),
    })
}

/// The marks of each value: those before it where the text begins with a mark and ends with a value, "năm 2026 đạt 50%, năm 2027 đạt 80%";
/// those behind it where it is the other way round, "50% năm 2026, 80% năm 2027". Nothing where it is neither.
fn marked<'m>(values: &[usize], marks: &'m [(usize, String)]) -> Option<Vec<Vec<&'m str>>> {
    let (first, last) = (values.first()?, values.last()?);
    let (first_mark, last_mark) = (marks.first()?.0, marks.last()?.0);
    let is_before = first_mark < *first && last_mark < *last;
    let is_behind = *first < first_mark && *last < last_mark;
    if is_before == is_behind {
        return None;
    }
    let run = |value: usize| -> Vec<&'m str> {
        let between = |at: usize, from: usize, to: usize| from < at && at < to;
        let next = |from: usize| values.iter().copied().find(|&value| value > from);
        let previous = |to: usize| values.iter().rev().copied().find(|&value| value < to);
        let near = match is_before {
            true => marks.iter().rev().find(|(at, _)| *at < value),
            false => marks.iter().find(|(at, _)| *at > value),
        };
        let Some((near, _)) = near else {
            return Vec::new();
        };
        let (from, to) = (previous(*near), next(*near));
        let inside = marks.iter().filter(|(at, _)| {
            between(*at, from.unwrap_or(0), to.unwrap_or(usize::MAX)) || at == near
        });
        inside.map(|(_, mark)| mark.as_str()).collect()
    };
    Some(values.iter().map(|&value| run(value)).collect())
}
