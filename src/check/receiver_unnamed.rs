//! A report to a body whom its clause does not name, while it names another.

use super::report_receiver::receiver;
use super::report_unowed::written;
use crate::diag::Diagnostic;
use crate::kind::plan::DeadlineKind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "receiver-unnamed", Warning,
    "deadlines ghi báo cáo ở {clause} gửi “{name}”, còn điểm, khoản ấy ghi “{printed}”" => "deadlines sends the report of {clause} to “{name}”, but the clause says “{printed}”",
    help "sửa to thành [{id}]; nếu hai tên là một nơi, thêm cách viết ấy vào aliases của nơi ấy trong data/agencies, hoặc ghi vào acknowledge: code: receiver-unnamed, at: {clause}" => "correct to: [{id}]; if the two are one body, add the spelling to its aliases in data/agencies, or acknowledge it: code: receiver-unnamed, at: {clause}",
    what "Nơi nhận báo cáo trong deadlines không phải nơi mà điểm, khoản nêu." => "The receiver of a report in deadlines is not the one that the clause names.",
    why "Báo cáo sẽ được ghi là gửi sai nơi." => "Pages would say that the report goes to a wrong body.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body}",
        "- {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh, kind: body, aliases: [UBND tỉnh]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report, to: [so-tai-chinh]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Báo cáo UBND tỉnh trước ngày 15/12.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body}",
        "- {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh, kind: body, aliases: [UBND tỉnh]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report, to: [ubnd-tinh]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Báo cáo UBND tỉnh trước ngày 15/12.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let reports = site.deadlines.iter();
    for deadline in reports.filter(|deadline| deadline.kind == DeadlineKind::Report) {
        let clause = site.clause(deadline.plan, deadline.clause);
        let named = receiver(site, deadline.plan, &clause.text);
        let Some((receiver, id)) = named.and_then(|named| Some((named.printed, named.id?))) else {
            continue;
        };
        let is_named = |agency: usize| {
            let agency = &site.data.agencies[agency];
            let mut names = agency.aliases.iter().chain([&agency.name]);
            names.any(|name| clause.text.contains(name.as_str())) || agency.id.value == id
        };
        let Some(&other) = deadline.to.iter().find(|&&agency| !is_named(agency)) else {
            continue;
        };
        faults.push(
            Diagnostic::new(&RULE, written(site, deadline))
                .with("clause", clause.address.clone())
                .with("name", site.data.agencies[other].name.clone())
                .with("printed", receiver)
                .with("id", id)
                .about(clause.address.clone()),
        );
    }
}
