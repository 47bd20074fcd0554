//! `duties`: what plans put on actors under their own headings, one row for each actor.

use std::collections::BTreeSet;

use super::tasks::task_id;
use super::{Definition, Key, TO_CLAUSES, clause_link, joined, text};
use crate::site::{Deadline, Duty, RoleKind, Site};

pub(super) static TABLE: Definition = Definition {
    name: "duties",
    title: "Việc giao theo tên cơ quan",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text("clause", "Địa chỉ của điểm, khoản"),
        text(
            "agency",
            "Mã cơ quan; trống khi tên không có trong bảng cơ quan",
        ),
        text("text", "Việc phải làm"),
        text("report_to", "Mã các cơ quan nhận báo cáo"),
        text(
            "rule",
            "Hạn báo cáo, đúng chữ trong điểm, khoản; nhiều hạn cách nhau bằng dấu chấm phẩy",
        ),
        text("form", "Địa chỉ của phụ lục có mẫu báo cáo"),
        text(
            "role",
            "coordinate khi kế hoạch ghi tên này là phối hợp; trống khi không ghi",
        ),
        text("printed", "Tên như in"),
        text("related_tasks", "Mã nhiệm vụ do người biên soạn nối vào"),
        text("link", "Địa chỉ trang"),
        text("id", "Mã việc giao"),
    ],
    key: Key::Made(&["plan", "clause", "agency"]),
    refers: &[TO_CLAUSES, (&["agency"], "agencies", &["id"])],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.duties.iter().flat_map(|duty| of_duty(site, duty));
    rows.collect()
}

fn of_duty(site: &Site, duty: &Duty) -> Vec<Vec<String>> {
    let id = |agency: usize| site.data.agencies[agency].id.as_str();
    let clause = &site.clause(duty.plan, duty.clause).address;
    let reports: Vec<&Deadline> = site.reports(duty.plan, duty.clause).collect();
    let to: BTreeSet<usize> = reports
        .iter()
        .flat_map(|report| report.to.iter().copied())
        .collect();
    let rules: Vec<&str> = reports
        .iter()
        .map(|report| report.printed.as_str())
        .collect();
    let forms: BTreeSet<&str> = reports
        .iter()
        .filter_map(|report| report.form.as_deref())
        .collect();
    let related: Vec<String> = duty
        .related
        .iter()
        .map(|&task| task_id(site, &site.tasks[task]))
        .collect();
    let rows = duty.actors.iter().map(|actor| {
        let joins = actor.kind == RoleKind::Coordinate;
        let role = joins.then(|| actor.kind.word());
        vec![
            site.documents[duty.plan].id().to_owned(),
            clause.clone(),
            actor.agency.map(id).unwrap_or_default().to_owned(),
            duty.text.clone(),
            joined(to.iter().copied().map(id)),
            rules.join("; "),
            joined(forms.iter().copied()),
            role.unwrap_or_default().to_owned(),
            actor.printed.clone(),
            joined(related.iter().map(String::as_str)),
            clause_link(site, duty.plan, clause),
        ]
    });
    rows.collect()
}
