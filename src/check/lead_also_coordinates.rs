//! An agency that is printed as lead and as coordinator of the same task.

use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::{RoleKind, RoleSource, Site};

rule!(
    "lead-also-coordinates", Warning,
    "“{name}” vừa chủ trì vừa phối hợp cùng một việc ({clause})" => "“{name}” both leads and joins the same task ({clause})",
    help "đối chiếu bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: lead-also-coordinates, at: {clause}" => "compare it with the document; if it really says so, acknowledge it: code: lead-also-coordinates, at: {clause}",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for task in &site.tasks {
        let printed = |kind: RoleKind| {
            let roles = task.roles.iter();
            roles.filter(move |role| role.kind == kind && role.source == RoleSource::Printed)
        };
        for joins in printed(RoleKind::Coordinate).filter(|role| role.agency.is_some()) {
            if let Some(leads) = printed(RoleKind::Lead).find(|role| role.agency == joins.agency) {
                let words = Words {
                    vi: "chủ trì ở đây",
                    en: "leads here",
                };
                faults.push(
                    Diagnostic::new(&RULE, joins.span)
                        .with("name", joins.printed.clone())
                        .with("clause", joins.from.clone())
                        .about(joins.from.clone())
                        .related(leads.span, words),
                );
            }
        }
    }
}
