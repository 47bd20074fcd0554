//! An acknowledgement that fits no diagnostic. What it once accepted is mended, so it would hide the next fault of the same name.

use crate::diag::{Diagnostic, Severity};
use crate::document::Acknowledgement;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "unused-acknowledge", Warning,
    "không còn cảnh báo “{code}” nào ở “{at}”" => "there is no “{code}” at “{at}” any more",
    help "xóa mục này khỏi acknowledge" => "remove this entry from acknowledge",
);

/// Leaves out one diagnostic for each acknowledgement of a document and adds one for each acknowledgement that was not needed.
pub(super) fn filter(site: &Site, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut left = faults;
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

/// Errors of a document as it was issued, which nobody but its issuer can mend. Other errors stay errors.
const OF_THE_ORIGINAL: &[&str] = &[
    "broken-reference",
    "clause-duplicate",
    "clause-foreign-letter",
];

fn fits(entry: &Acknowledgement, fault: &Diagnostic) -> bool {
    let rule = fault.rule;
    let may = rule.severity != Severity::Error || OF_THE_ORIGINAL.contains(&rule.code);
    may && rule.code == *entry.code && fault.subject.as_deref() == Some(entry.at.as_str())
}
