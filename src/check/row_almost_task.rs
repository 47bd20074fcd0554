//! A row of a task table that says almost the same as a task of the text, or the same as one that has its row already. It became a task of
//! its own, so what it assigns stands beside the one that is meant.

use crate::diag::{Diagnostic, Words};
use crate::document::ClauseFact;
use crate::rules::rule;
use crate::site::{Site, Task};
use crate::text::fold::fold;

rule!(
    "row-almost-task", Warning,
    "dòng {row} gần như trùng với {clause}, nhưng thành một nhiệm vụ riêng" => "row {row} says almost the same as {clause} but became a task of its own",
    help "nếu là một việc, viết hai chỗ như nhau, mỗi việc một dòng; nếu là hai việc, ghi vào acknowledge: code: row-almost-task, at: {row}" => "if it is one task, write both alike, one row for each; if it is another, acknowledge it: code: row-almost-task, at: {row}",
    what "Một dòng của bảng nhiệm vụ gần như trùng với một nhiệm vụ trong bài nhưng thành việc riêng." => "A row of a task table says almost the same as a task of the text but became another.",
    why "Điều bảng giao sẽ không đi cùng nhiệm vụ ấy." => "What the row assigns would not reach that task.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp học kỹ năng số",
        "",
        "## Phụ lục I. Phân công",
        "",
        "| STT | Nội dung | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp học kỷ năng số | Sở Nội vụ |",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "a) Mở lớp học kỹ năng số",
        "",
        "## Phụ lục I. Phân công",
        "",
        "| STT | Nội dung | Đơn vị chủ trì |",
        "|---|---|---|",
        "| 1 | Mở lớp học kỹ năng số | Sở Nội vụ |",
    ],
    at "địa chỉ của dòng trong bảng" => "the address of the row",
);

/// How many letters may differ in a text of at least [`SHORTEST`].
const SLIPS: usize = 3;
const SHORTEST: usize = 12;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let clause = |task: &Task| site.clause(task.plan, task.clause);
    let is_row = |task: &Task| clause(task).address.starts_with("pl");
    let rows = site.tasks.iter().filter(|task| is_row(task));
    for row in rows.filter(|task| !clause(task).cell.is_empty()) {
        let cell = plain(&clause(row).cell);
        let mut others = site.tasks.iter();
        let other = others.find(|other| {
            other.plan == row.plan && !is_row(other) && is_almost(&cell, clause(other))
        });
        let Some(other) = other else { continue };
        let words = Words {
            vi: "nhiệm vụ ấy",
            en: "that task",
        };
        let (row, other) = (clause(row), clause(other));
        faults.push(
            Diagnostic::new(&RULE, row.span)
                .with("row", row.address.clone())
                .with("clause", other.address.clone())
                .about(row.address.clone())
                .related(other.span, words),
        );
    }
}

fn is_almost(cell: &str, clause: &ClauseFact) -> bool {
    let text = plain(&clause.text);
    let (cell_length, length) = (cell.chars().count(), text.chars().count());
    if cell == text {
        return true;
    }
    cell_length.min(length) >= SHORTEST
        && cell_length.abs_diff(length) <= SLIPS
        && strsim::osa_distance(cell, &text) <= SLIPS
}

/// A text without marks, case and the dots at its end.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    fold(&words.join(" "))
        .trim_end_matches(['.', ';', ','])
        .to_owned()
}
