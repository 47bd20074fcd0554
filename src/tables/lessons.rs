//! `lessons`: what can be learned, for whom, in how long.

use super::{CellKind, Definition, Key, column, joined, page_link, text};
use crate::kind::Kind;
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "lessons",
    title: "Bài học",
    columns: &[
        text("id", "Mã bài học"),
        text("title", "Tên bài"),
        text("audience", "Mã các nhóm học"),
        text(
            "device",
            "any, smartphone, smartphone-or-computer, android, iphone, feature-phone hoặc computer",
        ),
        column("minutes", CellKind::Integer, "Số phút"),
        text("topics", "Mã các chủ đề"),
        column("checked_on", CellKind::Date, "Ngày kiểm tra các bước"),
        text("link", "Địa chỉ trang"),
        text("checked_how", "Đã kiểm tra bằng cách nào"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let lessons = site.of_kind("lesson").filter_map(|doc| {
        let document = &site.documents[doc];
        let Kind::Lesson(lesson) = &document.kind else {
            return None;
        };
        let checked_on = lesson.checked_on.as_ref().map(|date| date.iso());
        Some(vec![
            document.id().to_owned(),
            document.meta.title.value.clone(),
            joined(document.meta.audience.iter().map(|id| id.as_str())),
            lesson.device.word().to_owned(),
            lesson.minutes.to_string(),
            joined(document.meta.topics.ids().iter().map(|id| id.as_str())),
            checked_on.unwrap_or_default(),
            page_link(site, doc),
            lesson.checked_how.clone().unwrap_or_default(),
        ])
    });
    lessons.collect()
}
