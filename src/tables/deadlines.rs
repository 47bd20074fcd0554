//! `deadlines`: what is due, in the words of the plan, with who owes it to whom.

use super::{CellKind, Definition, Key, TO_CLAUSES, clause_link, column, joined, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "deadlines",
    title: "Hạn",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text("clause", "Địa chỉ của điểm, khoản nêu hạn"),
        text(
            "kind",
            "report: báo cáo; work: việc phải xong; start: việc bắt đầu từ lúc đó",
        ),
        text("printed", "Hạn, đúng chữ trong điểm, khoản"),
        text("by", "Mã các cơ quan phải làm"),
        text(
            "to",
            "Mã các cơ quan nhận báo cáo; trống khi kế hoạch không nêu",
        ),
        text("form", "Địa chỉ của phụ lục có mẫu"),
        column(
            "last_day",
            CellKind::Date,
            "Ngày cuối cùng, tính từ chữ in; trống khi hạn lặp lại hoặc không có ngày",
        ),
        text("link", "Địa chỉ trang"),
        text("id", "Mã hạn"),
    ],
    key: Key::Made(&["plan", "clause", "kind"]),
    refers: &[TO_CLAUSES],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let id = |agency: usize| site.data.agencies[agency].id.as_str();
    let rows = site.deadlines.iter().map(|deadline| {
        let clause = &site.clause(deadline.plan, deadline.clause).address;
        let by = deadline.actors.iter().filter_map(|actor| actor.agency);
        let last_day = deadline.last_day();
        vec![
            site.documents[deadline.plan].id().to_owned(),
            clause.clone(),
            deadline.kind.word().to_owned(),
            deadline.printed.clone(),
            joined(by.map(id)),
            joined(deadline.to.iter().copied().map(id)),
            deadline.form.clone().unwrap_or_default(),
            last_day.map(|day| day.iso()).unwrap_or_default(),
            clause_link(site, deadline.plan, clause),
        ]
    });
    rows.collect()
}
