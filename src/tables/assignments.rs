//! `assignments`: who leads and joins which task, and how that is known.

use super::tasks::task_id;
use super::{Definition, Key, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "assignments",
    title: "Phân công",
    columns: &[
        text("task", "Mã nhiệm vụ"),
        text(
            "agency",
            "Mã cơ quan; trống khi tên không có trong bảng cơ quan",
        ),
        text("role", "lead: chủ trì; coordinate: phối hợp"),
        text(
            "source",
            "printed: in ngay tại nhiệm vụ; reference: theo dẫn chiếu dưới tên cơ quan",
        ),
        text("from_clause", "Địa chỉ của điểm, khoản nói điều đó"),
        text("printed", "Tên như in"),
        text("id", "Mã phân công"),
    ],
    key: Key::Made(&["task", "role", "agency"]),
    refers: &[
        (&["task"], "tasks", &["id"]),
        (&["agency"], "agencies", &["id"]),
    ],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.tasks.iter().flat_map(|task| {
        task.roles.iter().map(move |role| {
            let agency = role
                .agency
                .map(|agency| site.data.agencies[agency].id.value.clone());
            vec![
                task_id(site, task),
                agency.unwrap_or_default(),
                role.kind.word().to_owned(),
                role.source.word().to_owned(),
                role.from.clone(),
                role.printed.clone(),
            ]
        })
    });
    rows.collect()
}
