//! `citations`: which clause cites which document by number.

use super::{Definition, Key, TO_PLANS, clause_link, column, plans, text};
use crate::site::Site;
use crate::tables::CellKind;

pub(super) static TABLE: Definition = Definition {
    name: "citations",
    title: "Văn bản được dẫn",
    columns: &[
        text("plan", "Mã kế hoạch"),
        text(
            "clause",
            "Địa chỉ của điểm, khoản; trống ở phần mở đầu và chú thích",
        ),
        text("number", "Số, ký hiệu như in"),
        column("date", CellKind::Date, "Ngày in kèm số"),
        text("document", "Mã văn bản; trống khi chưa xác định được"),
        text("link", "Địa chỉ trang"),
        text("id", "Mã lượt dẫn"),
    ],
    key: Key::Made(&["plan", "clause", "number"]),
    refers: &[(&["document"], "documents", &["id"]), TO_PLANS],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).flat_map(|(doc, document, _)| {
        document.facts.citations.iter().map(move |citation| {
            let cited = site.cited_by(citation);
            let clause = citation.clause.clone().unwrap_or_default();
            let id = cited.map(|row| site.data.documents[row].id.value.clone());
            let link = clause_link(site, doc, &clause);
            vec![
                document.id().to_owned(),
                clause,
                citation.number.clone(),
                citation
                    .with
                    .date
                    .map(|date| date.iso())
                    .unwrap_or_default(),
                id.unwrap_or_default(),
                link.trim_end_matches('#').to_owned(),
            ]
        })
    });
    rows.collect()
}
