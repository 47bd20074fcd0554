//! `doubts`: words of the plans that may have been misread.

use super::{Definition, clause_link, plans, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "doubts",
    title: "Những chỗ chưa chắc",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text("clause", "Địa chỉ của điểm, khoản"),
        text("text", "Chữ chưa chắc"),
        text("note", "Vì sao"),
        text("link", "Địa chỉ trang"),
    ],
    key: &[],
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(doc, document, plan)| {
        plan.doubts.iter().map(move |doubt| {
            vec![
                document.id().to_owned(),
                doubt.clause.value.clone(),
                doubt.text.clone(),
                doubt.note.clone().unwrap_or_default(),
                clause_link(site, doc, &doubt.clause),
            ]
        })
    });
    rows.collect()
}
