//! A deadline whose words do not stand in the text of its clause. Table and prose can then never say different things.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "deadline-mismatch", Error,
    "hạn ghi “{printed}” nhưng {address} không có những chữ này" => "the deadline says “{printed}”, which does not stand in {address}",
    help "chép đúng chữ trong điểm, khoản, kể cả dấu câu ở giữa" => "copy the words of the clause, with the marks between them",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        for deadline in &plan.deadlines {
            // An address without a clause is told by `unknown-name`.
            let Some(clause) = document.clause(&deadline.clause) else {
                continue;
            };
            if !spaced(&clause.text).contains(&spaced(&deadline.printed)) {
                let words = Words {
                    vi: "điểm, khoản này",
                    en: "the clause",
                };
                faults.push(
                    Diagnostic::new(&RULE, deadline.printed.span)
                        .with("printed", deadline.printed.value.clone())
                        .with("address", deadline.clause.value.clone())
                        .about(deadline.clause.value.clone())
                        .related(clause.span, words),
                );
            }
        }
    }
}

/// Words with one space between them: a line may end anywhere.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
