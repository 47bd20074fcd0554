//! An agency that leads and joins the same task, by printed lines or by references.

use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::{RoleKind, Site};

rule!(
    "lead-also-coordinates", Warning,
    "“{name}” vừa chủ trì vừa phối hợp cùng một việc ({clause})" => "“{name}” both leads and joins the same task ({clause})",
    help "đối chiếu bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: lead-also-coordinates, at: {clause}" => "compare it with the document; if it really says so, acknowledge it: code: lead-also-coordinates, at: {clause}",
    what "Một cơ quan vừa chủ trì vừa phối hợp cùng một việc." => "A body both leads and joins the same task.",
    why "Không rõ ai chịu trách nhiệm chính." => "It is not clear who answers for it.",
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
        "- Cơ quan chủ trì: Sở Nội vụ.",
        "",
        "- Cơ quan phối hợp: Sở Nội vụ.",
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
        "- Cơ quan chủ trì: Sở Nội vụ.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for task in &site.tasks {
        let of = |kind: RoleKind| task.roles.iter().filter(move |role| role.kind == kind);
        for joins in of(RoleKind::Coordinate).filter(|role| role.agency.is_some()) {
            if let Some(leads) = of(RoleKind::Lead).find(|role| role.agency == joins.agency) {
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
