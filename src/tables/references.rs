//! `references`: references of plans to their own clauses.

use super::{Definition, Key, TO_PLANS, clause_link, plans, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "references",
    title: "Dẫn chiếu",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text(
            "clause",
            "Địa chỉ của điểm, khoản có dẫn chiếu; trống: ở phần mở đầu hoặc chú thích",
        ),
        text("printed", "Lời dẫn như in"),
        text("target", "Địa chỉ của các điểm, khoản được dẫn"),
        text(
            "state",
            "resolved: tìm thấy; scope: dẫn cả mục, phần; unresolved: kế hoạch không có chỗ đó",
        ),
        text("link", "Địa chỉ trang"),
        text("id", "Mã dẫn chiếu"),
    ],
    key: Key::Made(&["plan", "clause", "printed"]),
    // Not to clauses: what the preamble and footnotes refer to stands in none, and a composite key may have no empty part.
    refers: &[TO_PLANS],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(doc, document, _)| {
        // What could not be read at all points nowhere; it is told to the editor.
        let read = document.facts.references.iter();
        let read = read.filter(|reference| !reference.targets.is_empty());
        read.map(move |reference| {
            let lost = reference
                .targets
                .iter()
                .any(|target| document.clause(target).is_none());
            let state = match (lost, reference.scope) {
                (true, _) => "unresolved",
                (false, true) => "scope",
                (false, false) => "resolved",
            };
            let clause = reference.clause.clone().unwrap_or_default();
            let link = clause_link(site, doc, &clause);
            vec![
                document.id().to_owned(),
                clause,
                reference.words(),
                reference.targets.join(" "),
                state.to_owned(),
                link,
            ]
        })
    });
    rows.collect()
}
