//! A printed time that lies after the years of its plan.

use crate::diag::Diagnostic;
use crate::document::AssignmentKind;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;
use crate::text::due::Due;

rule!(
    "time-after-plan", Warning,
    "“{printed}” ở sau thời gian của kế hoạch, hết năm {end} ({clause})" => "“{printed}” lies after the plan, which ends with {end} ({clause})",
    help "đối chiếu bản in và khóa period; nếu bản in ghi vậy thật, ghi vào acknowledge: code: time-after-plan, at: {clause}" => "compare it with the document and the key period; if it really says so, acknowledge it: code: time-after-plan, at: {clause}",
    what "Thời gian in ra nằm sau khi kế hoạch kết thúc." => "A printed time lies after the end of the plan.",
    why "Thường là gõ nhầm năm, hoặc khai sai thời gian của kế hoạch." => "Mostly the year is a slip, or the period of the plan is.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "period: {from: 2025, to: 2026}",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Thời gian thực hiện: năm 2027.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "period: {from: 2025, to: 2026}",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp",
        "",
        "- Thời gian thực hiện: năm 2026.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (doc, document) in site.documents.iter().enumerate() {
        let Some((_, end)) = site.period(doc) else {
            continue;
        };
        let facts = document.facts.assignments.iter();
        let lines = facts.filter(|fact| fact.kind == AssignmentKind::Time);
        let lines = lines.map(|fact| (&fact.printed, fact.span, &fact.clause));
        let deadlines = match &document.kind {
            Kind::Plan(plan) => plan.deadlines.as_slice(),
            _ => &[],
        };
        let deadlines = deadlines.iter().map(|deadline| {
            let printed = &deadline.printed;
            (&printed.value, printed.span, &deadline.clause.value)
        });
        // Those of plain sentences stand in no row of the metadata.
        let taken = site.deadlines.iter().filter(|due| due.plan == doc);
        let taken = taken.map(|due| (due, &document.facts.clauses[due.clause]));
        let taken = taken.filter(|(_, clause)| {
            let mut rows = deadlines.clone();
            !rows.any(|(_, _, of)| *of == clause.address)
        });
        let taken = taken.map(|(due, clause)| (&due.printed, clause.span, &clause.address));
        for (printed, span, clause) in lines.chain(deadlines.clone()).chain(taken) {
            let years = Due::parse(printed).and_then(Due::years);
            if years.is_some_and(|(_, last)| last > end) {
                faults.push(
                    Diagnostic::new(&RULE, span)
                        .with("printed", printed.clone())
                        .with("end", end.to_string())
                        .with("clause", clause.clone())
                        .about(clause.clone()),
                );
            }
        }
    }
}
