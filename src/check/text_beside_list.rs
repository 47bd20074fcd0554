//! Text that stands beside a list, or before paragraphs like it, and so is neither a task nor a duty.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::parse::clause::{almost_label, closes_plan};
use crate::rules::rule;
use crate::site::Site;

rule!(
    "text-beside-list", Warning,
    "“{start}…” ở {clause} đứng cạnh một danh sách nên không được tính là nhiệm vụ hay việc của ai" => "“{start}…” in {clause} stands beside a list, so it is no task and nobody's duty",
    help "nếu là một việc, đặt dấu - trước đoạn ấy; nếu chỉ là lời dẫn, kết thúc bằng dấu hai chấm hoặc ghi vào acknowledge: code: text-beside-list, at: {clause}" => "if it is work, put a - before it; if it only leads up to the list, end it with a colon or acknowledge it: code: text-beside-list, at: {clause}",
    what "Một đoạn không có nhãn đứng trước hoặc sau danh sách trong phần nhiệm vụ hoặc phần giao việc." => "A paragraph without a label stands before or behind a list of tasks or duties.",
    why "Đoạn ấy sẽ không có trong bảng nào và không hiện trên trang của cơ quan nào." => "It would be in no table and on no body's page.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "Xét khen thưởng.",
        "",
        "- Báo cáo kết quả.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Xét khen thưởng.",
        "",
        "- Báo cáo kết quả.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// How many words of a text are shown.
const SHOWN: usize = 6;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (doc, document) in site.documents.iter().enumerate() {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let duties = site.duties.iter().filter(|duty| duty.plan == doc);
        let duties: BTreeSet<usize> = duties.map(|duty| duty.clause).collect();
        for (index, clause) in document.facts.clauses.iter().enumerate() {
            let Some(text) = passed(&duties, document, plan, index) else {
                continue;
            };
            // Words that close the plan are said to all.
            if closes_plan(text) {
                continue;
            }
            // What looks like a label is told as one, and its text is no more than that label is.
            if almost_label(text).is_some_and(|label| !is_prose(document, label)) {
                continue;
            }
            let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
            faults.push(
                Diagnostic::new(&RULE, clause.span)
                    .with("start", words.join(" ").trim_end_matches(['.', ',', ';']))
                    .with("clause", clause.address.clone())
                    .about(clause.address.clone()),
            );
        }
    }
}

/// Whether an editor says that what looks like a label is none.
fn is_prose(document: &Document, label: &str) -> bool {
    let mut acknowledged = document.meta.acknowledge.iter();
    acknowledged.any(|known| *known.code == "unread-label" && *known.at == label)
}

/// The text of a clause that is passed over.
fn passed<'d>(
    duties: &BTreeSet<usize>,
    document: &'d Document,
    plan: &Plan,
    index: usize,
) -> Option<&'d str> {
    let clauses = &document.facts.clauses;
    let clause = &clauses[index];
    let below = |part: &str| {
        let part = plan.parts.get(part)?;
        let rest = clause.address.strip_prefix(part.as_str())?;
        (rest.is_empty() || rest.starts_with(['.', '-'])).then_some(part)
    };
    let own = Some(clause.own_text().trim()).filter(|own| *own != clause.name);
    let own = own.unwrap_or_default();
    let children = || clauses.iter().filter(|other| other.parent == Some(index));
    if below("tasks").is_some() && clause.is_title {
        // Paragraphs of which the first is the title's own text.
        let alike = |other: &ClauseFact| other.label.is_empty() && !other.is_detail;
        let alone = children().next().is_some() && children().all(alike);
        return (alone && is_sentence(own)).then_some(own);
    }
    let part = below("duties")?;
    let lists = |of: usize| {
        let mut below = clauses.iter().filter(|other| other.parent == Some(of));
        below.any(|other| !other.label.is_empty())
    };
    // What stands in the part itself leads up to it, or closes the plan.
    if duties.contains(&index) || clause.address == **part {
        return None;
    }
    if clause.is_title {
        return (lists(index) && is_sentence(own)).then_some(own);
    }
    let parent = clause
        .parent
        .filter(|&parent| clauses[parent].address != **part)?;
    let beside = clause.label.is_empty() && !clause.has_children && lists(parent);
    (beside && is_sentence(&clause.text)).then_some(&clause.text)
}

/// Whether a text is a sentence of its own, which leads up to nothing.
fn is_sentence(text: &str) -> bool {
    !text.is_empty() && !text.ends_with(':')
}
