//! `plans`: the plans themselves, as they were issued.

use super::{CellKind, Definition, Key, column, joined, page_link, plans, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "plans",
    title: "Kế hoạch",
    columns: &[
        text("id", "Mã kế hoạch"),
        text("number", "Số, ký hiệu như in; trống khi không rõ"),
        text("issuer", "Cơ quan ban hành, tên lúc ban hành"),
        column(
            "issued",
            CellKind::Date,
            "Ngày ban hành; trống khi không rõ",
        ),
        text("title", "Tên trang"),
        text("abstract", "Trích yếu như in"),
        text("level", "Cấp: central, province, commune hoặc body"),
        text("places", "Mã các địa phương"),
        column("from", CellKind::Year, "Năm đầu"),
        column("to", CellKind::Year, "Năm cuối"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = plans(site).map(|(doc, document, plan)| {
        let (from, to) = site.period(doc).unzip();
        let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
        vec![
            document.id().to_owned(),
            plan.number.clone().unwrap_or_default(),
            plan.issuer.clone(),
            plan.issued.map(|date| date.iso()).unwrap_or_default(),
            document.meta.title.value.clone(),
            plan.r#abstract.clone(),
            plan.level.word().to_owned(),
            joined(document.meta.places.iter().map(|place| place.as_str())),
            year(from),
            year(to),
            page_link(site, doc),
        ]
    });
    rows.collect()
}
