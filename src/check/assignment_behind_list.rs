//! Lines of an assignment behind the last point of a list whose other points have none. What is printed there belongs to the last point;
//! plans often mean the whole list, which nobody can see from the print alone.

use crate::diag::Diagnostic;
use crate::document::{AssignmentFact, ClauseFact, Document};
use crate::parse::clause;
use crate::rules::rule;
use crate::site::Site;

use super::deadline_mismatch::spaced;

rule!(
    "assignment-behind-list", Warning,
    "“{start}” đứng sau cả danh sách nhưng chỉ được tính cho {clause}, mục cuối" => "“{start}” stands behind a list but counts for {clause}, its last point, only",
    help "nếu nói về cả danh sách, đưa dòng này lên trước danh sách, ngay dưới {parent}; nếu đúng là chỉ nói về {clause}, ghi vào acknowledge: code: assignment-behind-list, at: {clause}" => "if it is said of the whole list, put it before the list, right below {parent}; if it is said of {clause} only, acknowledge it: code: assignment-behind-list, at: {clause}",
    what "Dòng cơ quan chủ trì, phối hợp hoặc thời gian đứng sau mục cuối của một danh sách, còn các mục khác không có dòng nào." => "A line that names a lead, a coordinator or a time stands behind the last point of a list, and the other points have none.",
    why "Bản in thường nói về cả việc; tính cho riêng mục cuối thì các mục khác hiện là chưa có ai chủ trì." => "Plans often mean all of it; counted for the last point only, the others show without anybody who leads them.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Tuyên truyền:",
        "",
        "a) Trên báo;",
        "",
        "b) Trên đài.",
        "",
        "Cơ quan chủ trì: Sở A",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Tuyên truyền:",
        "",
        "Cơ quan chủ trì: Sở A",
        "",
        "a) Trên báo;",
        "",
        "b) Trên đài.",
    ],
    at "địa chỉ của mục cuối" => "the address of the last point",
);

/// How many words of a line are shown.
const SHOWN: usize = 6;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let clauses = &document.facts.clauses;
        let mut told: Option<&str> = None;
        for fact in &document.facts.assignments {
            let named = clauses
                .iter()
                .position(|clause| clause.address == fact.clause);
            let list = named.and_then(|named| ended_list(document, named));
            // One line of a clause speaks for those printed with it.
            let Some(parent) = list.filter(|_| told != Some(fact.clause.as_str())) else {
                continue;
            };
            told = Some(&fact.clause);
            faults.push(
                Diagnostic::new(&RULE, fact.span)
                    .with("start", start(fact))
                    .with("clause", fact.clause.clone())
                    .with("parent", clauses[parent].address.clone())
                    .about(fact.clause.clone()),
            );
        }
    }
}

/// The clause above the list that ends with the clause at `named`, when no other point of it has a line: one level up or, where the clause
/// stands alone, more. Titles and rows of tables say themselves what belongs to them.
fn ended_list(document: &Document, named: usize) -> Option<usize> {
    let clauses = &document.facts.clauses;
    let mut last = named;
    loop {
        let clause = &clauses[last];
        let parent = clause.parent?;
        if clause.is_title || !clause.cell.is_empty() {
            return None;
        }
        let points: Vec<usize> = (0..clauses.len())
            .filter(|&at| {
                clauses[at].parent == Some(parent) && is_point_beside(clause, &clauses[at])
            })
            .collect();
        if points.last() != Some(&last) {
            return None;
        }
        if points.len() > 1 {
            // What the lines above the list say is said of the whole of it.
            let mut facts = document.facts.assignments.iter();
            if facts.any(|fact| fact.clause == clauses[parent].address) {
                return None;
            }
            let mut others = points[..points.len() - 1].iter();
            return (!others.any(|&other| has_line(document, other))).then_some(parent);
        }
        last = parent;
    }
}

/// Whether a clause is a point of the list in which another stands: with a number as that, or with the same sign.
fn is_point_beside(point: &ClauseFact, other: &ClauseFact) -> bool {
    let is_numbered = |clause: &ClauseFact| clause.label.contains(char::is_alphanumeric);
    let alike = match is_numbered(point) {
        true => is_numbered(other),
        false => point.label == other.label,
    };
    alike && !other.is_detail && !other.is_title
}

/// Whether a line names somebody or a time for a clause or for one below it, be it one that is told as not understood.
fn has_line(document: &Document, clause: usize) -> bool {
    let clauses = &document.facts.clauses;
    let is_within = |mut at: usize| {
        while at > clause {
            let Some(parent) = clauses[at].parent else {
                return false;
            };
            at = parent;
        }
        at == clause
    };
    let looks_like_line = |text: &str| {
        let label = text.split_once(':').map(|(label, _)| label);
        label.is_some_and(|label| clause::almost(label).is_some())
    };
    let mut within = (clause..clauses.len()).filter(|&at| is_within(at));
    within.any(|at| {
        let mut facts = document.facts.assignments.iter();
        let is_named = facts.any(|fact| fact.clause == clauses[at].address);
        is_named || looks_like_line(&clauses[at].text)
    })
}

/// The first words of a line.
fn start(fact: &AssignmentFact) -> String {
    let words = spaced(&fact.printed);
    let words: Vec<&str> = words.split(' ').take(SHOWN).collect();
    words.join(" ").trim_end_matches(['.', ',', ';']).to_owned()
}
