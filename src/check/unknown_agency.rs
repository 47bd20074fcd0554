//! A name in an assignment that the table of agencies does not have. The task then stands on no agency's page.

use std::collections::BTreeSet;
use std::iter::successors;

use crate::diag::Diagnostic;
use crate::document::ClauseFact;
use crate::rules::rule;
use crate::site::{DocId, Duty, Site};
use crate::source::Span;
use crate::text::nearest::nearest;

rule!(
    "unknown-agency", Warning,
    "bảng agencies không có “{name}”" => "the table of agencies has no “{name}”",
    help "có phải là “{nearest}”? Nếu đúng, thêm cách viết này vào aliases của mục đó" => "is it “{nearest}”? If so, add this spelling to its aliases",
    help "thêm một dòng vào content/data/agencies.yaml: id, name, kind, place" => "add a row to content/data/agencies.yaml: id, name, kind, place",
    what "Tên cơ quan trong kế hoạch không có trong bảng agencies." => "A body named in a plan is not in the table of agencies.",
    why "Nhiệm vụ sẽ không hiện trên trang của cơ quan nào." => "The task would stand on no body's page.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở Tài chánh.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body, aliases: [Sở Tài chánh]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Cơ quan chủ trì: Sở Tài chánh.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    // A site without the table does not use it.
    if site.data.agencies.is_empty() {
        return;
    }
    let mut told = BTreeSet::new();
    let mut tell = |plan: DocId, name: &str, span: Span, from: &str| {
        if told.insert((plan, name.to_owned())) {
            let names = site.agencies_of(plan).map(|agency| agency.name.as_str());
            faults.push(
                Diagnostic::new(&RULE, span)
                    .with("name", name)
                    .with_some("nearest", nearest(name, names))
                    .about(from),
            );
        }
    };
    for task in &site.tasks {
        for role in task.roles.iter().filter(|role| role.agency.is_none()) {
            tell(task.plan, &role.printed, role.name, &role.from);
        }
    }
    for duty in &site.duties {
        let unknown = duty.actors.iter().filter(|actor| actor.agency.is_none());
        for actor in unknown {
            let said = named_in(site, duty, &actor.printed);
            tell(duty.plan, &actor.printed, said.span, &said.address);
        }
    }
}

/// Where those who have a duty are named: in its clause, or in the nearest heading above it.
fn named_in<'s>(site: &'s Site, duty: &Duty, name: &str) -> &'s ClauseFact {
    let clauses = &site.documents[duty.plan].facts.clauses;
    let above = |clause: &&ClauseFact| clause.parent.map(|parent| &clauses[parent]);
    let mut places = successors(Some(&clauses[duty.clause]), above);
    let named = places.find(|clause| clause.text.contains(name));
    named.unwrap_or_else(|| site.heading_of(duty))
}
