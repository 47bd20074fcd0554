//! `tasks`: the work that plans set.

use super::{Definition, Key, TO_CLAUSES, clause_link, joined, text};
use crate::site::{Site, Task};

pub(super) static TABLE: Definition = Definition {
    name: "tasks",
    title: "Nhiệm vụ",
    columns: &[
        text("id", "Mã nhiệm vụ"),
        text("plan", "Mã kế hoạch"),
        text("clause", "Địa chỉ của điểm, khoản"),
        text("text", "Việc phải làm"),
        text("time", "Thời gian như in; trống khi không in"),
        text(
            "assignment",
            "printed: in tên đơn vị chủ trì; reference: theo dẫn chiếu; none: không nêu tên",
        ),
        text("topics", "Mã các chủ đề"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[TO_CLAUSES],
    rows,
};

/// The identifier of a task: `tra-vinh:iii.1.a`.
pub fn task_id(site: &Site, task: &Task) -> String {
    let plan = site.documents[task.plan].id();
    format!("{plan}:{}", site.clause(task.plan, task.clause).address)
}

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.tasks.iter().map(|task| {
        let clause = site.clause(task.plan, task.clause);
        let topics = site.topics_of(task.plan, &clause.address);
        vec![
            task_id(site, task),
            site.documents[task.plan].id().to_owned(),
            clause.address.clone(),
            clause.work().to_owned(),
            task.time.clone().unwrap_or_default(),
            task.assigned()
                .map_or("none", |source| source.word())
                .to_owned(),
            joined(topics.iter().map(|topic| topic.as_str())),
            clause_link(site, task.plan, &clause.address),
        ]
    });
    rows.collect()
}
