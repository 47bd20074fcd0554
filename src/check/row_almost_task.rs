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
    // They stand plan by plan.
    for tasks in site.tasks.chunk_by(|a, b| a.plan == b.plan) {
        of_plan(site, tasks, faults);
    }
}

fn of_plan(site: &Site, tasks: &[Task], faults: &mut Vec<Diagnostic>) {
    let clauses = tasks.iter().map(|task| site.clause(task.plan, task.clause));
    let (rows, others): (Vec<&ClauseFact>, Vec<&ClauseFact>) =
        clauses.partition(|clause| clause.address.starts_with("pl"));
    let mut rows = rows
        .into_iter()
        .filter(|row| !row.cell.is_empty())
        .peekable();
    if rows.peek().is_none() {
        return;
    }
    let others: Vec<(Plain, &ClauseFact)> = others
        .into_iter()
        .map(|clause| (Plain::of(&clause.text), clause))
        .collect();
    for row in rows {
        let cell = Plain::of(&row.cell);
        let mut others = others.iter();
        let other = others.find(|(text, _)| cell.is_almost(text));
        let Some((_, other)) = other else { continue };
        let words = Words {
            vi: "nhiệm vụ ấy",
            en: "that task",
        };
        faults.push(
            Diagnostic::new(&RULE, row.span)
                .with("row", row.address.clone())
                .with("clause", other.address.clone())
                .about(row.address.clone())
                .related(other.span, words),
        );
    }
}

/// A text without marks, case and the dots at its end.
struct Plain {
    text: String,
    length: usize,
    /// How often each letter stands in it, by the last bits of its number.
    letters: [u8; 32],
}

impl Plain {
    fn of(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut text = fold(&words.join(" "));
        text.truncate(text.trim_end_matches(['.', ';', ',']).len());
        let mut letters = [0_u8; 32];
        for c in text.chars() {
            let letter = &mut letters[c as usize % 32];
            *letter = letter.wrapping_add(1);
        }
        Self {
            length: text.chars().count(),
            letters,
            text,
        }
    }

    fn is_almost(&self, other: &Self) -> bool {
        if self.text == other.text {
            return true;
        }
        self.length.min(other.length) >= SHORTEST
            && self.length.abs_diff(other.length) <= SLIPS
            && self.may_be_near(other)
            && strsim::osa_distance(&self.text, &other.text) <= SLIPS
    }

    /// A slip changes at most two of the numbers of letters by one, so most texts are told apart without a look at their order.
    fn may_be_near(&self, other: &Self) -> bool {
        let both = self.letters.iter().zip(&other.letters);
        let apart = both.map(|(a, b)| {
            let less = a.wrapping_sub(*b);
            usize::from(less.min(less.wrapping_neg()))
        });
        apart.sum::<usize>() <= 2 * SLIPS
    }
}
