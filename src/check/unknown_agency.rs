//! A name in an assignment that the table of agencies does not have. The task then stands on no agency's page.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;
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
    let mut told = BTreeSet::new();
    for role in site.tasks.iter().flat_map(|task| &task.roles) {
        if role.agency.is_none() && told.insert((role.span, &role.printed)) {
            let known = site.data.agencies.iter().map(|agency| agency.name.as_str());
            faults.push(
                Diagnostic::new(&RULE, role.span)
                    .with("name", role.printed.clone())
                    .with_some("nearest", nearest(&role.printed, known))
                    .about(role.from.clone()),
            );
        }
    }
}
