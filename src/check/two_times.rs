//! A task for which two times are printed, by its line and by its row in a table. Only the first is shown.

use crate::diag::{Diagnostic, Words};
use crate::rules::rule;
use crate::site::Site;
use crate::text::due::{Due, finishing};

rule!(
    "two-times", Warning,
    "{clause}: in hai thời gian khác nhau, “{first}” và “{second}”" => "{clause}: two times are printed, “{first}” and “{second}”",
    help "đối chiếu bản in; nếu bản in ghi vậy thật, ghi vào acknowledge: code: two-times, at: {clause}" => "compare it with the document; if it really says so, acknowledge it: code: two-times, at: {clause}",
    what "Một nhiệm vụ được in hai thời gian khác nhau." => "Two different times are printed for one task.",
    why "Chỉ thời gian đầu hiện ra; người thực hiện có thể trễ hạn." => "Only the first is shown; whoever does the work could be late.",
    wrong [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "- Thời gian: năm 2025.",
        "",
        "- Thời gian thực hiện: năm 2026.",
    ],
    right [
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "- Thời gian thực hiện: năm 2026.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for task in &site.tasks {
        let Some((first, place)) = task.times.first() else {
            continue;
        };
        let own = site.clause(task.plan, task.clause);
        // "Năm 2025" and "2025" are one time.
        let differs = |printed: &String| {
            let (one, other) = (Due::parse(first), Due::parse(printed));
            printed != first && (one.is_none() || one != other)
        };
        // A line may say the years, and the sentence the day in them.
        let sentence = finishing(own.work()).filter(|(_, due)| is_outside(*due, first));
        let sentence = sentence.map(|(printed, _)| (printed, own.span));
        let others = task.times.iter().filter(|(printed, _)| differs(printed));
        for (second, span) in sentence.iter().chain(others) {
            let words = Words {
                vi: "thời gian thứ nhất",
                en: "the first time",
            };
            faults.push(
                Diagnostic::new(&RULE, *span)
                    .with("clause", own.address.clone())
                    .with("first", first.clone())
                    .with("second", second.clone())
                    .about(own.address.clone())
                    .related(*place, words),
            );
        }
    }
}

/// Whether the last day of a time does not lie in the time of a line.
fn is_outside(due: Due, line: &str) -> bool {
    let line = Due::parse(line);
    let ends = (line.and_then(Due::first_day), line.and_then(Due::last_day));
    let (Some(day), (Some(from), Some(to))) = (due.last_day(), ends) else {
        return false;
    };
    day < from || day > to
}
