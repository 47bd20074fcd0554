//! A task that one printed line gives to one lead, and another line, a row or a reference to another.

use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::{Role, RoleKind, RoleSource, Site};

rule!(
    "two-leads", Warning,
    "{clause}: in tại chỗ là “{printed}” chủ trì, còn ở {from} là “{other}”" => "{clause}: printed as led by “{printed}”, but at {from} by “{other}”",
    help "đối chiếu bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: two-leads, at: {clause}" => "compare it with the document; if it really says so, acknowledge it: code: two-leads, at: {clause}",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for task in &site.tasks {
        let leads = |source: RoleSource| {
            let roles = task.roles.iter();
            roles.filter(move |role| role.kind == RoleKind::Lead && role.source == source)
        };
        let Some(printed) = leads(RoleSource::Printed).next() else {
            continue;
        };
        // Names that are not in the table are told by `unknown-agency`.
        let known = |role: &&Role| role.agency.is_some();
        let is_printed =
            |role: &Role| leads(RoleSource::Printed).any(|lead| lead.agency == role.agency);
        let by_reference = leads(RoleSource::Reference)
            .filter(known)
            .find(|role| !is_printed(role));
        // One line may name several; two lines, or a line and a row of a table, should say the same.
        let elsewhere = |role: &&Role| role.span != printed.span && role.agency != printed.agency;
        let by_print = leads(RoleSource::Printed).filter(known).find(elsewhere);
        if let Some(other) = by_reference.or(by_print) {
            let words = Words {
                vi: "giao ở đây",
                en: "given here",
            };
            let clause = &site.clause(task.plan, task.clause).address;
            faults.push(
                Diagnostic::new(&RULE, printed.span)
                    .with("clause", clause.clone())
                    .with("printed", printed.printed.clone())
                    .with("from", other.from.clone())
                    .with("other", other.printed.clone())
                    .about(clause.clone())
                    .related(other.span, words),
            );
        }
    }
}
