//! An acknowledgement that fits no diagnostic. What it once accepted is mended, so it would hide the next fault of the same name.

use crate::diag::Diagnostic;
use crate::document::Acknowledgement;
use crate::rules::rule;
use crate::site::Site;
use crate::source::Span;

rule!(
    "unused-acknowledge", Warning,
    "không còn cảnh báo “{code}” nào ở “{at}”" => "there is no “{code}” at “{at}” any more",
    help "xóa mục này khỏi acknowledge" => "remove this entry from acknowledge",
    what "Một mục acknowledge không còn khớp với cảnh báo nào." => "An acknowledgement fits no diagnostic any more.",
    why "Lỗi cũ đã sửa; mục này sẽ che mất lỗi mới cùng tên." => "The old fault is mended, and the entry would hide the next one of its name.",
    wrong [
        "---",
        "acknowledge: [{code: impossible-date, at: 31/4/2025, reason: bản in ghi vậy}]",
        "---",
        "Lễ phát động diễn ra ngày 30/4/2025.",
    ],
    right [
        "---",
        "acknowledge: [{code: impossible-date, at: 31/4/2025, reason: bản in ghi vậy}]",
        "---",
        "Lễ phát động diễn ra ngày 31/4/2025.",
    ],
);

/// Leaves out one diagnostic for each acknowledgement of a document and adds one for each acknowledgement that was not needed.
pub(super) fn filter(site: &Site, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut left = faults;
    // An entry repeats the words it is about; they are no second fault.
    let entries = site.documents.iter();
    let entries = entries.flat_map(|document| &document.meta.acknowledge);
    let repeats: Vec<(&str, Span)> = entries
        .map(|entry| (entry.code.as_str(), entry.at.span))
        .collect();
    let repeated = |fault: &Diagnostic| {
        let mut repeats = repeats.iter();
        repeats.any(|(code, at)| fault.rule.code == *code && at.covers(fault.span))
    };
    left.retain(|fault| !repeated(fault));
    for document in &site.documents {
        for entry in &document.meta.acknowledge {
            let mut here = left.iter();
            // One entry accepts one fault, so that a second one of the same clause is told.
            let known =
                here.position(|fault| fault.span.file == document.file && fits(entry, fault));
            match known {
                Some(at) => drop(left.remove(at)),
                None => left.push(
                    Diagnostic::new(&RULE, entry.code.span)
                        .with("code", entry.code.value.clone())
                        .with("at", entry.at.value.clone()),
                ),
            }
        }
    }
    left
}

fn fits(entry: &Acknowledgement, fault: &Diagnostic) -> bool {
    let rule = fault.rule;
    rule.at.is_some()
        && rule.code == *entry.code
        && fault.subject.as_deref() == Some(entry.at.as_str())
}
