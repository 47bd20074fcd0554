//! `events`: days, sessions, recurring occasions.

use super::{CellKind, Definition, Key, column, joined, page_link, text};
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "events",
    title: "Sự kiện",
    columns: &[
        text("id", "Mã sự kiện: đường dẫn của trang"),
        text("title", "Tên"),
        text("series", "Mã chuỗi sự kiện"),
        column("year", CellKind::Year, "Năm của chuỗi"),
        text("start", "Bắt đầu: ngày, hoặc ngày và giờ (+07:00)"),
        text("end", "Kết thúc"),
        text("rule", "Quy tắc lặp lại, giữ lời in"),
        text(
            "status",
            "planned, confirmed, postponed, cancelled, moved hoặc online",
        ),
        text("places", "Mã các địa phương"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let events = site.of_kind("event").filter_map(|doc| {
        let document = &site.documents[doc];
        let Kind::Event(event) = &document.kind else {
            return None;
        };
        let places = document.meta.places.iter().map(|place| place.as_str());
        // The same name stands in every year's folder; the address of the page tells them apart.
        let id = site.routes[doc].as_str().trim_matches('/').to_owned();
        let mut row = vec![id, document.meta.title.value.clone()];
        row.extend(when(event));
        row.extend([joined(places), page_link(site, doc)]);
        Some(row)
    });
    events.collect()
}

fn when(event: &Event) -> [String; 6] {
    let series = event.series.as_ref();
    let moment = |moment: &Option<crate::record::Spanned<crate::text::dates::Moment>>| {
        moment
            .as_ref()
            .map(|moment| moment.iso())
            .unwrap_or_default()
    };
    let year = series.and_then(|series| series.year);
    [
        series
            .map(|series| series.id.value.clone())
            .unwrap_or_default(),
        year.map(|year| year.to_string()).unwrap_or_default(),
        moment(&event.start),
        moment(&event.end),
        event
            .rule
            .as_ref()
            .map(|rule| rule.printed.clone())
            .unwrap_or_default(),
        event
            .status
            .as_ref()
            .map(|status| status.word().to_owned())
            .unwrap_or_default(),
    ]
}
