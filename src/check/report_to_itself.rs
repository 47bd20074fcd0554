//! A report of a body to itself: the body under whose heading it stands receives it, and another owes it.

use super::report_unowed::written;
use crate::diag::Diagnostic;
use crate::kind::plan::DeadlineKind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "report-to-itself", Warning,
    "báo cáo ở {clause}: “{name}” vừa là nơi gửi vừa là nơi nhận" => "the report in {clause}: “{name}” both owes and receives it",
    help "sửa to, hoặc thêm by: [mã cơ quan phải gửi]; nếu bản in ghi vậy thật, ghi vào acknowledge: code: report-to-itself, at: {clause}" => "correct to, or add by: [id of the body that owes it]; if the document really says so, acknowledge it: code: report-to-itself, at: {clause}",
    what "Một cơ quan vừa phải gửi vừa nhận cùng một báo cáo." => "One body both owes and receives a report.",
    why "Báo cáo đứng dưới tên nơi nhận thì dễ bị tính là việc của nơi ấy, còn nơi phải gửi lại không thấy." => "A report that stands under the heading of its receiver is easily taken as that body's own, and those who owe it do not see it.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: hằng quý, kind: report, to: [so-noi-vu]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Nhận báo cáo hằng quý của các xã.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: cac-xa, name: Các xã, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: hằng quý, kind: report, by: [cac-xa], to: [so-noi-vu]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Nhận báo cáo hằng quý của các xã.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let reports = site.deadlines.iter();
    for deadline in reports.filter(|deadline| deadline.kind == DeadlineKind::Report) {
        let owes = |agency: &&usize| {
            let mut actors = deadline.actors.iter();
            actors.any(|actor| actor.agency == Some(**agency))
        };
        let Some(&agency) = deadline.to.iter().find(owes) else {
            continue;
        };
        let clause = site.clause(deadline.plan, deadline.clause);
        faults.push(
            Diagnostic::new(&RULE, written(site, deadline))
                .with("clause", clause.address.clone())
                .with("name", site.data.agencies[agency].name.clone())
                .about(clause.address.clone()),
        );
    }
}
