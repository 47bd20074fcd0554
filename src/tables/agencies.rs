//! `agencies`: whoever leads, joins, is given a duty or receives a report.

use super::{Definition, Key, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "agencies",
    title: "Cơ quan",
    columns: &[
        text("id", "Mã cơ quan"),
        text("name", "Tên như in"),
        text(
            "kind",
            "body: một cơ quan; class: một nhóm cơ quan; open: để ngỏ",
        ),
        text("place", "Mã địa phương; trống là không riêng nơi nào"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[(&["place"], "places", &["id"])],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.data.agencies.iter().map(|agency| {
        let place = agency.place.as_ref().map(|place| place.value.clone());
        vec![
            agency.id.value.clone(),
            agency.name.clone(),
            agency.kind.word().to_owned(),
            place.unwrap_or_default(),
        ]
    });
    rows.collect()
}
