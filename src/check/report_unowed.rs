//! A report that nobody owes: it would stand on no body's page and in no calendar.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::plan::DeadlineKind;
use crate::rules::rule;
use crate::site::{Deadline, Site};
use crate::source::Span;

rule!(
    "report-unowed", Warning,
    "không rõ ai phải gửi báo cáo ở {clause}: nơi đó không đứng dưới tên cơ quan nào" => "nobody is known to owe the report in {clause}: it stands under no body's heading",
    help "thêm by: [mã cơ quan] nếu bản in cho biết; nếu không, ghi vào acknowledge: code: report-unowed, at: {clause}" => "add by: [id of the body] if the document tells; else acknowledge it: code: report-unowed, at: {clause}",
    what "Không rõ ai phải gửi báo cáo này." => "Nobody is known to owe this report.",
    why "Báo cáo sẽ không hiện trên trang và trong lịch của cơ quan nào." => "It would stand on no body's page and in no calendar.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "deadlines: [{clause: i.1, printed: hằng quý, kind: report}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Báo cáo hằng quý.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "deadlines: [{clause: i.1, printed: hằng quý, kind: report, by: [so-noi-vu]}]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Báo cáo hằng quý.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let reports = site.deadlines.iter();
    let reports = reports.filter(|deadline| deadline.kind == DeadlineKind::Report);
    for deadline in reports.filter(|deadline| deadline.actors.is_empty()) {
        let clause = site.clause(deadline.plan, deadline.clause);
        faults.push(
            Diagnostic::new(&RULE, written(site, deadline))
                .with("clause", clause.address.clone())
                .about(clause.address.clone()),
        );
    }
}

/// Where the clause of a deadline is written in the metadata, else where the clause itself stands.
pub(super) fn written(site: &Site, deadline: &Deadline) -> Span {
    let clause = site.clause(deadline.plan, deadline.clause);
    let rows = match &site.documents[deadline.plan].kind {
        Kind::Plan(plan) => plan.deadlines.as_slice(),
        _ => &[],
    };
    let mut rows = rows.iter();
    let row = rows.find(|row| *row.clause == clause.address && *row.printed == deadline.printed);
    row.map_or(clause.span, |row| row.clause.span)
}
