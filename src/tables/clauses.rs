//! `clauses`: every clause of every plan.

use super::{Definition, Key, TO_PLANS, clause_link, plans, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "clauses",
    title: "Điểm, khoản",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text("address", "Địa chỉ của điểm, khoản"),
        text("label", "Số hoặc chữ đánh đầu như in; trống khi không đánh"),
        text("parent", "Địa chỉ của điểm, khoản chứa nó"),
        text("citation", "Cách trích dẫn"),
        text("text", "Lời, không gồm các điểm, khoản bên trong"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["plan", "address"]),
    refers: &[TO_PLANS],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(doc, document, _)| {
        let clauses = &document.facts.clauses;
        clauses.iter().map(move |clause| {
            let parent = clause.parent.map(|parent| clauses[parent].address.clone());
            vec![
                document.id().to_owned(),
                clause.address.clone(),
                clause.label.clone(),
                parent.unwrap_or_default(),
                clause.citation.clone(),
                clause.text.clone(),
                clause_link(site, doc, &clause.address),
            ]
        })
    });
    rows.collect()
}
