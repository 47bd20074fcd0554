//! `targets`: the values that plans set.

use super::{
    CellKind, Definition, Key, TO_CLAUSES, clause_link, column, plain_number, plans, text,
};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "targets",
    title: "Chỉ tiêu",
    columns: &[
        text("id", "Mã chỉ tiêu"),
        text("plan", "Mã kế hoạch"),
        text("clause", "Địa chỉ của điểm, khoản"),
        column("year", CellKind::Year, "Năm"),
        text("group", "Mã nhóm đối tượng"),
        text(
            "comparator",
            "exactly: đạt; over: trên; at_least: ít nhất; strive: phấn đấu",
        ),
        text("value", "Con số như in"),
        text(
            "unit",
            "percent: phần trăm; people: người; turns: lượt người; classes: lớp; share: phân số",
        ),
        text(
            "indicator",
            "skills: kỹ năng số; confirmed: xác nhận trên VNeID; mastery: thành thạo nghề",
        ),
        text("whom", "Đối tượng như in, khi khác tên nhóm"),
        text("note", "Ghi chú"),
        text("link", "Địa chỉ trang"),
        text("territory", "Phạm vi, khi hẹp hơn nơi ban hành kế hoạch"),
        column(
            "number",
            CellKind::Number,
            "Con số của value để tính toán: 12500 cho “12.500”, 996000 cho “996 ngàn”",
        ),
    ],
    key: Key::Columns(&["id"]),
    refers: &[TO_CLAUSES],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(doc, document, plan)| {
        let ids = plan.target_ids(document.id()).into_iter();
        ids.zip(&plan.targets).map(move |(id, target)| {
            let indicator = target
                .indicator
                .map(|indicator| indicator.word().to_owned());
            vec![
                id,
                document.id().to_owned(),
                target.clause.value.clone(),
                target.year.to_string(),
                target.group.value.clone(),
                target.comparator.word().to_owned(),
                target.value.value.clone(),
                target.unit.word().to_owned(),
                indicator.unwrap_or_default(),
                target.whom.clone().unwrap_or_default(),
                target.note.clone().unwrap_or_default(),
                clause_link(site, doc, &target.clause),
                target.territory.clone().unwrap_or_default(),
                plain_number(&target.value),
            ]
        })
    });
    rows.collect()
}
