//! Words that guard an address and no longer stand there: something was put in or taken out before it.

use crate::diag::Diagnostic;
use crate::document::{ClauseFact, Document, Topics};
use crate::kind::Kind;
use crate::kind::clause_at::ClauseAt;
use crate::resolve::link::{self, Target};
use crate::rules::rule;
use crate::site::{DocId, Site};

use super::deadline_mismatch::{spaced, stands_in};
use super::target_mismatch;

rule!(
    "clause-moved", Error,
    "{address} không có chữ “{words}”" => "“{words}” does not stand in {address}",
    help "chữ ấy nay ở {found}: sửa địa chỉ ở đây và ở những dòng khác chỉ vào các mục cạnh đó" => "these words now stand in {found}: correct the address here and wherever its neighbours are pointed at",
    help "không điểm, khoản nào có chữ ấy: nếu lời văn đã sửa, chép lại chữ mới sau địa chỉ" => "no clause has these words: if the text was changed, copy its words behind the address",
    what "Chữ ghi sau một địa chỉ không còn đứng ở điểm, khoản đó." => "The words written behind an address no longer stand in that clause.",
    why "Gạch đầu dòng không có số nên thêm một mục là mọi mục sau đổi địa chỉ; chủ đề, mối nối sẽ sang việc khác." => "Items without a number are counted, so one put in moves all that follow, and topics and links would go to other work.",
    wrong [
        "-- content/data/topics.yaml --",
        "- {id: tuyen-truyen, name: Tuyên truyền}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "topics:",
        "  i-1 “Làm tin”: [tuyen-truyen]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "- Mở lớp.",
        "- Làm tin.",
    ],
    right [
        "-- content/data/topics.yaml --",
        "- {id: tuyen-truyen, name: Tuyên truyền}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "topics:",
        "  i-2 “Làm tin”: [tuyen-truyen]",
        "---",
        "## I. Nhiệm vụ",
        "",
        "- Mở lớp.",
        "- Làm tin.",
    ],
);

/// How many places are shown; more say less.
const SHOWN: usize = 3;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for (plan, at) in hanging(site) {
        faults.extend(moved(&site.documents[plan], at));
    }
}

/// What links in bodies point at, with the words of their titles.
pub(super) fn of_links(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    for &doc in docs {
        for (_, plan, at) in linked(site, doc, |at| at.words.is_some()) {
            faults.extend(moved(&site.documents[plan], at));
        }
    }
}

/// What is wrong with the words that guard an address of a plan.
fn moved(document: &Document, at: &ClauseAt) -> Option<Diagnostic> {
    // An address without a clause is told by `unknown-name` and `broken-anchor`.
    let (words, clause) = (at.words.as_ref()?, document.clause(at)?);
    if has(clause, words) {
        return None;
    }
    let is_figure = has_but_for_figures(clause, words);
    if is_figure && lacks_target(document, clause) {
        return None;
    }
    let clauses = document.facts.clauses.iter();
    let found: Vec<&str> = clauses
        .filter(|clause| has(clause, words))
        .map(|clause| clause.address.as_str())
        .take(SHOWN)
        .collect();
    // Only a number of it is another, and no other clause has these words.
    if found.is_empty() && is_figure {
        return None;
    }
    let found = (!found.is_empty()).then(|| found.join(", "));
    let fault = Diagnostic::new(&RULE, at.span)
        .with("address", at.value.clone())
        .with("words", words.clone())
        .with_some("found", found)
        .about(at.value.clone());
    Some(fault)
}

fn has(clause: &ClauseFact, words: &str) -> bool {
    stands_in(words, &spaced(&clause.text))
}

/// Whether a target of a clause does not stand in it: then that is told, and a guard with the same number says no more.
fn lacks_target(document: &Document, clause: &ClauseFact) -> bool {
    let Kind::Plan(plan) = &document.kind else {
        return false;
    };
    let mut lost = target_mismatch::lost(document, plan);
    lost.any(|(_, of)| of.address == clause.address)
}

/// Whether words stand in a clause when every figure counts as any other.
fn has_but_for_figures(clause: &ClauseFact, words: &str) -> bool {
    stands_in(&masked(words), &masked(&spaced(&clause.text)))
}

/// A text in which every run of figures is the same.
fn masked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii_digit() {
            masked.push(c);
        } else if !masked.ends_with('0') {
            masked.push('0');
        }
    }
    masked
}

/// The links of a body to clauses of plans that are `wanted`: as written, the plan, and the address with the words of the title.
pub(super) fn linked(
    site: &Site,
    doc: DocId,
    wanted: impl Fn(&ClauseAt) -> bool,
) -> impl Iterator<Item = (&str, DocId, &ClauseAt)> {
    let pointed = site.documents[doc].facts.pointed.iter();
    let pointed = pointed.filter(move |(_, at)| wanted(at));
    pointed.filter_map(move |(written, at)| {
        let Ok(Target::Page { doc: plan, .. }) = link::resolve(site, doc, written) else {
            return None;
        };
        let is_plan = matches!(site.documents[plan].kind, Kind::Plan(_));
        is_plan.then_some((written.as_str(), plan, at))
    })
}

/// Everything that the metadata hangs on an address of a plan: topics, links of duties, and what other documents and tables point at.
pub(super) fn hanging(site: &Site) -> Vec<(DocId, &ClauseAt)> {
    let mut all = Vec::new();
    for (doc, document) in site.documents.iter().enumerate() {
        if let Topics::ByClause(by_clause) = &document.meta.topics {
            all.extend(by_clause.keys().map(|at| (doc, at)));
        }
        if let Kind::Plan(plan) = &document.kind {
            for link in &plan.related {
                let ends = [&link.clause].into_iter().chain(&link.tasks);
                all.extend(ends.map(|at| (doc, at)));
            }
        }
        let pointed = document.kind.pointed_clauses().into_iter();
        all.extend(pointed.filter_map(|(plan, at)| Some((site.named("plan", plan)?, at))));
    }
    let cited = site.data.documents.iter().flat_map(|row| &row.cited_in);
    all.extend(cited.filter_map(|point| Some((site.named("plan", &point.plan)?, &point.clause))));
    all
}
