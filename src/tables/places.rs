//! `places`: the places of the site, those that are no more included.

use super::{CellKind, Definition, Key, column, page_link, text};
use crate::kind::Kind;
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "places",
    title: "Địa phương",
    columns: &[
        text("id", "Mã địa phương"),
        text("name", "Tên đầy đủ"),
        text("unit", "Loại đơn vị hành chính"),
        text("level", "Cấp: province, commune"),
        text("code", "Mã đơn vị hành chính"),
        text("parent", "Mã địa phương cấp trên"),
        column(
            "valid_to",
            CellKind::Date,
            "Ngày cuối còn là đơn vị hành chính; trống khi còn",
        ),
        text("successor", "Mã địa phương kế tục"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[
        (&["parent"], "places", &["id"]),
        (&["successor"], "places", &["id"]),
    ],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let places = site.of_kind("place").filter_map(|doc| {
        let document = &site.documents[doc];
        let Kind::Place(place) = &document.kind else {
            return None;
        };
        let parent = place.parent.as_ref().map(|parent| parent.value.clone());
        let successor = place.successor.as_ref();
        let successor = successor.map(|successor| successor.place.value.clone());
        Some(vec![
            document.id().to_owned(),
            place.full_name.value.clone(),
            place.unit.word().to_owned(),
            place.level.word().to_owned(),
            place.code.clone().unwrap_or_default(),
            parent.unwrap_or_default(),
            place.valid_to.map(|date| date.iso()).unwrap_or_default(),
            successor.unwrap_or_default(),
            page_link(site, doc),
        ])
    });
    places.collect()
}
