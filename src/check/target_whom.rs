//! A target for people whom its clause does not name: it may belong to another clause.

use std::collections::BTreeSet;
use std::iter::successors;

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Target;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "target-whom", Warning,
    "chỉ tiêu dành cho “{whom}” nhưng {address} không nói tới “{missing}”" => "the target is for “{whom}”, but {address} does not speak of “{missing}”",
    help "xem chỉ tiêu có đúng điểm, khoản không; nếu đúng, ghi whom bằng chữ của điểm, khoản đó" => "see whether the target names the right clause; if so, write whom in the words of that clause",
    what "Đối tượng của chỉ tiêu không có trong lời của điểm, khoản." => "Those whom a target names do not stand in its clause.",
    why "Hai chỉ tiêu cùng con số có thể đã bị đổi chỗ, và trang sẽ nói sai về một nhóm người." => "Two targets of one value may have been exchanged, and the page would be wrong about a group of people.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, whom: học sinh, comparator: exactly, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) 80% cán bộ",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "targets:",
        "  - {clause: i.a, year: 2025, group: can-bo, whom: cán bộ, comparator: exactly, value: 80, unit: percent}",
        "---",
        "## I. Mục tiêu",
        "",
        "a) 80% cán bộ",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// Words that only join others.
const JOINING: [&str; 12] = [
    "trong", "các", "và", "trên", "địa", "bàn", "của", "tại", "ở", "từ", "những", "là",
];

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for target in &plan.targets {
            let Some(clause) = document.clause(&target.clause) else {
                continue;
            };
            if let Some((whom, missing)) = unsaid(site, document, target, clause) {
                faults.push(
                    Diagnostic::new(&RULE, target.clause.span)
                        .with("whom", whom)
                        .with("address", target.clause.value.clone())
                        .with("missing", missing)
                        .about(target.clause.value.clone()),
                );
            }
        }
    }
}

/// Whom a target is for, and which words of that its clause does not have. Of the name of its group one part is enough, and it may stand in a
/// clause above.
fn unsaid(
    site: &Site,
    document: &Document,
    target: &Target,
    clause: &ClauseFact,
) -> Option<(String, String)> {
    let Some(whom) = &target.whom else {
        let names = group_names(site, target);
        let above =
            |clause: &&ClauseFact| clause.parent.map(|parent| &document.facts.clauses[parent]);
        let mut texts = successors(Some(clause), above).map(|clause| clause.text.to_lowercase());
        let is_said = |text: String| names.iter().any(|name| text.contains(&name.to_lowercase()));
        let name = names.first().filter(|_| !texts.any(is_said))?;
        return Some(((*name).to_owned(), (*name).to_owned()));
    };
    let text = words(&clause.text);
    let text: BTreeSet<&str> = text.iter().map(String::as_str).collect();
    let named = words(whom).into_iter();
    let missing: Vec<String> = named
        .filter(|word| !JOINING.contains(&word.as_str()) && !text.contains(word.as_str()))
        .collect();
    (!missing.is_empty()).then(|| (whom.clone(), missing.join(" ")))
}

/// The name of the group of a target and, of several groups in one, each of theirs: "Cán bộ, công chức, viên chức".
pub(super) fn group_names<'s>(site: &'s Site, target: &Target) -> Vec<&'s str> {
    let Some(group) = site.data.group(&target.group) else {
        return Vec::new();
    };
    let parts = group.name.split([',', ';']);
    let parts = parts.flat_map(|part| part.split(" và ")).map(str::trim);
    [group.name.as_str()].into_iter().chain(parts).collect()
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
