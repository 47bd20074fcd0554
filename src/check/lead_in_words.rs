//! A task whose words, or those above its list, say who leads it, while no line and no reference does. It would show without anybody who leads it.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::{RoleKind, Site};

rule!(
    "lead-in-words", Warning,
    "lời văn của {clause} nói “{name}” làm việc này, nhưng không dòng nào ghi cơ quan chủ trì" => "the words of {clause} say that “{name}” does it, but no line prints who leads",
    help "nếu bản in giao việc như vậy, ghi thành dòng riêng: “Cơ quan chủ trì: {name}.”; nếu không, ghi vào acknowledge: code: lead-in-words, at: {clause}" => "if the document assigns it so, give it a line of its own: “Cơ quan chủ trì: {name}.”; else acknowledge it: code: lead-in-words, at: {clause}",
    what "Lời văn của một nhiệm vụ nêu cơ quan làm, nhưng nhiệm vụ không có dòng chủ trì." => "The words of a task say who does it, and no line prints who leads.",
    why "Nhiệm vụ đó sẽ hiện là chưa có ai chủ trì." => "The task would show without anybody who leads it.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp, giao Sở Nội vụ chủ trì.",
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
        "a) Mở lớp.",
        "",
        "- Cơ quan chủ trì: Sở Nội vụ.",
    ],
    at "địa chỉ của nhiệm vụ" => "the address of the task",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for task in &site.tasks {
        let led = task.roles.iter().any(|role| role.kind == RoleKind::Lead);
        let own = task.leading.first().map(|&agency| (task.clause, agency));
        let named = own.or(task.leading_above).filter(|_| !led);
        // What stands above a list is told once for all its points.
        if let Some((clause, agency)) = named.filter(|(at, _)| told.insert((task.plan, *at))) {
            let clause = site.clause(task.plan, clause);
            faults.push(
                Diagnostic::new(&RULE, clause.span)
                    .with("clause", clause.address.clone())
                    .with("name", site.data.agencies[agency].name.clone())
                    .about(clause.address.clone()),
            );
        }
    }
}
