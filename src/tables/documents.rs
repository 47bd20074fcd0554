//! `documents`: the documents that plans cite, and which plans rest on each.

use super::{CellKind, Definition, Key, column, joined, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "documents",
    title: "Văn bản",
    columns: &[
        text("id", "Mã văn bản"),
        text("number", "Số, ký hiệu như in; trống khi chưa rõ"),
        text("issuer", "Cơ quan ban hành; trống khi chưa rõ"),
        column("date", CellKind::Date, "Ngày ban hành; trống khi chưa rõ"),
        text("title", "Tên loại và trích yếu"),
        text("cited_by", "Mã các kế hoạch có dẫn"),
        text("doubt", "Điều chưa chắc chắn"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.data.documents.iter().enumerate().map(|(row, cited)| {
        let citing = site.citing(row).into_iter();
        vec![
            cited.id.value.clone(),
            cited.number.clone().unwrap_or_default(),
            cited.issuer.clone().unwrap_or_default(),
            cited.date.map(|date| date.iso()).unwrap_or_default(),
            cited.title.clone(),
            joined(citing.map(|plan| site.documents[plan].id())),
            cited.doubt.clone().unwrap_or_default(),
        ]
    });
    rows.collect()
}
