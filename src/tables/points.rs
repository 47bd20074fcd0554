//! `points`: where help, a class or public wifi is to be had.

use super::{CellKind, Definition, Key, column, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "points",
    title: "Lớp học và nơi hỗ trợ",
    columns: &[
        text(
            "kind",
            "desk: bộ phận một cửa; team: tổ công nghệ số; class: lớp học; wifi: điểm wifi; other: nơi khác",
        ),
        text("name", "Tên"),
        text("place", "Mã địa phương"),
        text("commune", "Mã xã, phường"),
        text("address", "Địa chỉ"),
        text("hours", "Ngày giờ"),
        text("phone", "Điện thoại"),
        text("languages", "Ngôn ngữ"),
        text("step_free", "Lối đi cho xe lăn: yes, no hoặc unknown"),
        column("checked_on", CellKind::Date, "Ngày kiểm tra"),
        text("source", "Nguồn"),
        text("id", "Mã nơi"),
    ],
    key: Key::Made(&["place", "name"]),
    refers: &[(&["place"], "places", &["id"])],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let given = |cell: &Option<String>| cell.clone().unwrap_or_default();
    let rows = site.data.points.iter().map(|point| {
        let languages = point.languages.iter().map(|language| language.as_str());
        let languages: Vec<&str> = languages.collect();
        let step_free = point.step_free.map(|known| known.word().to_owned());
        vec![
            point.kind.word().to_owned(),
            point.name.value.clone(),
            point.place.value.clone(),
            given(&point.commune),
            given(&point.address),
            given(&point.hours),
            point
                .phone
                .as_ref()
                .map(|phone| phone.value.clone())
                .unwrap_or_default(),
            languages.join("; "),
            step_free.unwrap_or_default(),
            point
                .checked_on
                .as_ref()
                .map(|date| date.iso())
                .unwrap_or_default(),
            given(&point.source),
        ]
    });
    rows.collect()
}
