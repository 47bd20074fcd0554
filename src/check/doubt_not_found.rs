//! A doubt about words that do not stand in its clause: readers would see no mark where they should.

use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "doubt-not-found", Warning,
    "{address} không có chữ “{text}”" => "{address} does not have the words “{text}”",
    help "chép đúng những chữ chưa chắc như chúng đứng trong thân bài" => "copy the doubtful words as they stand in the body",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for doubt in &plan.doubts {
            // An address without a clause is told by `unknown-name`.
            let known = document.clause(&doubt.clause).is_none();
            if !known && !stands_in(document, &doubt.clause, &doubt.text) {
                faults.push(
                    Diagnostic::new(&RULE, doubt.clause.span)
                        .with("address", doubt.clause.value.clone())
                        .with("text", doubt.text.clone())
                        .about(doubt.clause.value.clone()),
                );
            }
        }
    }
}

/// Whether the words stand in the text of the clause or in one of its assignment lines.
fn stands_in(document: &Document, address: &str, text: &str) -> bool {
    let own = document.clause(address).map(|clause| &clause.text);
    let lines = document
        .facts
        .assignments
        .iter()
        .filter(|fact| fact.clause == address);
    own.into_iter()
        .chain(lines.map(|fact| &fact.printed))
        .any(|words| words.contains(text))
}
