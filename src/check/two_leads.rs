//! A task that two places give to two leads: a printed line and a row, a line and a reference, or references under two headings.

use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::{Role, RoleKind, RoleSource, Site, Task};

rule!(
    "two-leads", Warning,
    "{clause}: ở {at} là “{printed}” chủ trì, còn ở {from} là “{other}”" => "{clause}: led by “{printed}” at {at}, but by “{other}” at {from}",
    help "đối chiếu bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: two-leads, at: {clause}" => "compare it with the document; if it really says so, acknowledge it: code: two-leads, at: {clause}",
    what "Một nhiệm vụ được giao cho hai nơi chủ trì ở hai chỗ khác nhau." => "A task is given to one lead in one place and to another elsewhere.",
    why "Không rõ ai chịu trách nhiệm chính." => "It is not clear who answers for it.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "- {id: so-b, name: Sở B, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở A.",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở B",
        "",
        "- Chủ trì việc tại khoản 1, phần I.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "- {id: so-b, name: Sở B, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở B.",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở B",
        "",
        "- Chủ trì việc tại khoản 1, phần I.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for task in &site.tasks {
        let Some((first, other)) = disagreeing(task) else {
            continue;
        };
        let words = Words {
            vi: "giao ở đây",
            en: "given here",
        };
        let clause = &site.clause(task.plan, task.clause).address;
        faults.push(
            Diagnostic::new(&RULE, first.span)
                .with("clause", clause.clone())
                .with("at", first.from.clone())
                .with("printed", first.printed.clone())
                .with("from", other.from.clone())
                .with("other", other.printed.clone())
                .about(clause.clone())
                .related(other.span, words),
        );
    }
}

/// The first lead of a task and one that another place names instead. Names of one line, one cell or one heading lead together; names
/// that are not in the table are told by `unknown-agency`.
fn disagreeing(task: &Task) -> Option<(&Role, &Role)> {
    let leads = |source: RoleSource| {
        let roles = task.roles.iter();
        roles.filter(move |role| role.kind == RoleKind::Lead && role.source == source)
    };
    let first = leads(RoleSource::Printed)
        .chain(leads(RoleSource::Reference))
        .next()?;
    let is_there = |other: &Role| {
        let mut there = leads(first.source).filter(|role| is_same_place(role, first));
        there.any(|role| role.agency == other.agency)
    };
    let mut others = leads(RoleSource::Printed).chain(leads(RoleSource::Reference));
    let other = others
        .find(|other| other.agency.is_some() && !is_same_place(other, first) && !is_there(other));
    Some((first, other?))
}

/// Whether two roles are given by one line or cell, or by references of one heading's clause.
fn is_same_place(role: &Role, first: &Role) -> bool {
    role.source == first.source
        && match role.source {
            RoleSource::Printed => role.span == first.span,
            RoleSource::Reference => role.from == first.from,
        }
}
