//! A name in an assignment that the table of agencies does not have. The task then stands on no agency's page.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;
use crate::source::Span;
use crate::text::nearest::nearest;

rule!(
    "unknown-agency", Warning,
    "bảng agencies không có “{name}”" => "the table of agencies has no “{name}”",
    help "có phải là “{nearest}”? Nếu đúng, thêm cách viết này vào aliases của mục đó" => "is it “{nearest}”? If so, add this spelling to its aliases",
    help "thêm một dòng vào content/data/agencies.yaml: id, name, kind, place" => "add a row to content/data/agencies.yaml: id, name, kind, place",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    // A site without the table does not use it.
    if site.data.agencies.is_empty() {
        return;
    }
    let known = || site.data.agencies.iter().map(|agency| agency.name.as_str());
    let mut told = BTreeSet::new();
    let mut tell = |name: &str, span: Span, from: &str| {
        if told.insert((span, name.to_owned())) {
            faults.push(
                Diagnostic::new(&RULE, span)
                    .with("name", name)
                    .with_some("nearest", nearest(name, known()))
                    .about(from),
            );
        }
    };
    for role in site.tasks.iter().flat_map(|task| &task.roles) {
        if role.agency.is_none() {
            tell(&role.printed, role.span, &role.from);
        }
    }
    for duty in &site.duties {
        let heading = site.heading_of(duty);
        let unknown = duty.actors.iter().filter(|actor| actor.agency.is_none());
        for actor in unknown {
            tell(&actor.printed, heading.span, &heading.address);
        }
    }
}
