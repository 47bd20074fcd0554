//! A line such as "Giao: Sở Nội vụ" that became a task, because its label is none that announces an assignment. The task above it is left
//! without what the line says.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::parse::clause;
use crate::rules::rule;
use crate::site::{DocId, Site};
use crate::text::due::Due;
use crate::text::fold::fold;

rule!(
    "assignment-as-task", Warning,
    "“{text}” thành một nhiệm vụ riêng, dù chỉ nêu cơ quan hoặc thời gian" => "“{text}” became a task of its own, though it only names a body or a time",
    help "viết nhãn là “Cơ quan chủ trì:”, “Cơ quan phối hợp:” hoặc “Thời gian:”, không đánh số; nếu đúng là nhiệm vụ, ghi vào acknowledge: code: assignment-as-task, at: {clause}" => "label it “Cơ quan chủ trì:”, “Cơ quan phối hợp:” or “Thời gian:”, without a number; if it is a task, acknowledge it: code: assignment-as-task, at: {clause}",
    what "Một dòng chỉ nêu cơ quan hoặc thời gian đã thành một nhiệm vụ riêng." => "A line that only names a body or a time became a task of its own.",
    why "Nhiệm vụ đứng trên nó sẽ thiếu người chủ trì hoặc thời hạn." => "The task above it is left without a lead or a time.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "b) Giao: Sở Nội vụ",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở Nội vụ",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// Most words before the colon of such a line.
const LABEL_WORDS: usize = 8;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut plan = None;
    let mut names = BTreeSet::new();
    for task in &site.tasks {
        if plan != Some(task.plan) {
            plan = Some(task.plan);
            names = names_at(site, task.plan);
        }
        let own = site.clause(task.plan, task.clause);
        let Some((label, rest)) = own.text.split_once(':') else {
            continue;
        };
        let rest = rest.trim().trim_end_matches(['.', ';']).trim();
        let is_name = |name: &str| names.contains(&fold(name.trim()));
        let only_names = is_name(rest) || rest.split(';').all(is_name);
        // What is like a known label is told as `unread-assignment`.
        let is_label =
            label.split_whitespace().count() <= LABEL_WORDS && clause::almost(label).is_none();
        if is_label && (only_names || is_time(label, rest)) {
            faults.push(
                Diagnostic::new(&RULE, own.span)
                    .with("text", own.text.clone())
                    .with("clause", own.address.clone())
                    .about(own.address.clone()),
            );
        }
    }
}

/// Whether a line names nothing but a time: "Hạn: tháng 6/2025".
fn is_time(label: &str, rest: &str) -> bool {
    const WORDS: [&str; 5] = ["thoi gian", "thoi gan", "thoi han", "han", "xong"];
    let label = fold(label);
    let says = WORDS
        .iter()
        .any(|word| label.split_whitespace().any(|own| own == *word) || label.starts_with(word));
    says && Due::parse(rest).is_some()
}

/// The names of those whom a plan may mean, folded.
fn names_at(site: &Site, plan: DocId) -> BTreeSet<String> {
    let agencies = site.agencies_of(plan);
    let names = agencies.flat_map(|agency| agency.aliases.iter().chain([&agency.name]));
    names.map(|name| fold(name)).collect()
}
