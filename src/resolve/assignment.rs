//! Who does what: the tasks of every plan with those who lead and join, from printed lines, task tables, and references under an
//! agency's own heading.
//!
//! 1. A task is a clause of the tasks part without clauses below it, or any clause with a printed lead, coordinator or time. A row of a
//!    task table that repeats the words of such a clause is the same task.
//! 2. A reference under a heading of the duties part assigns the tasks it points at to the actors of that heading. A reference to a whole
//!    part or item says too little to assign anything, and so do closing words and words of reporting.
//!
//! Nothing is filled by guess or from another plan: a task that nobody is named for stays so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::data::Agency;
use crate::document::{AssignmentFact, AssignmentKind, ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::site::{DocId, Role, RoleKind, RoleSource, Task};

use super::actor::{Names, is_below};
use super::said::role_at;

/// The tasks of all plans, in the order of the plans and their clauses.
pub(super) fn tasks(documents: &[Arc<Document>], agencies: &[Agency]) -> Vec<Task> {
    let mut tasks = Vec::new();
    // A translation sets nothing of its own.
    let originals = documents.iter().enumerate();
    for (doc, document) in originals.filter(|(_, document)| document.path.lang.is_none()) {
        if let Kind::Plan(plan) = &document.kind {
            tasks.extend(of_plan(doc, document, plan, agencies));
        }
    }
    tasks
}

fn of_plan(doc: DocId, document: &Document, plan: &Plan, agencies: &[Agency]) -> Vec<Task> {
    let names = Names::of(document, agencies);
    let clauses = &document.facts.clauses;
    let mut tasks: Vec<Task> = Vec::new();
    let mut by_address: BTreeMap<&str, usize> = BTreeMap::new();
    // Tasks that a row stands for: of two with the same words each has its own.
    let mut rowed: BTreeSet<usize> = BTreeSet::new();
    for (index, clause) in clauses.iter().enumerate() {
        let said: Vec<&AssignmentFact> = said_of(document, &clause.address).collect();
        let is_leaf = !clause.has_children && is_task_part(plan, &clause.address);
        if !is_leaf && said.is_empty() {
            continue;
        }
        let is_row = clause.address.starts_with("pl");
        let same = if is_row {
            let mut open = tasks.iter().enumerate();
            open.find(|(at, task)| !rowed.contains(at) && repeats(clause, &clauses[task.clause]))
                .map(|(at, _)| at)
        } else {
            None
        };
        let at = same.unwrap_or_else(|| {
            tasks.push(Task {
                plan: doc,
                clause: index,
                time: None,
                times: Vec::new(),
                roles: Vec::new(),
            });
            tasks.len() - 1
        });
        if is_row {
            rowed.insert(at);
        }
        by_address.insert(&clause.address, at);
        for fact in said {
            match role_kind(fact.kind) {
                None => {
                    let printed = fact.printed.trim_end_matches('.').to_owned();
                    tasks[at].times.push((printed, fact.span));
                }
                Some(kind) => {
                    for role in printed_roles(&names, fact, kind) {
                        // A name printed twice in one line says it once.
                        if !tasks[at].roles.contains(&role) {
                            tasks[at].roles.push(role);
                        }
                    }
                }
            }
        }
    }
    for task in &mut tasks {
        task.time = task.times.first().map(|(printed, _)| printed.clone());
    }
    by_reference(document, plan, &names, &by_address, &mut tasks);
    tasks
}

fn said_of<'d>(
    document: &'d Document,
    address: &'d str,
) -> impl Iterator<Item = &'d AssignmentFact> {
    let facts = document.facts.assignments.iter();
    facts.filter(move |fact| fact.clause == address)
}

fn role_kind(kind: AssignmentKind) -> Option<RoleKind> {
    match kind {
        AssignmentKind::Lead => Some(RoleKind::Lead),
        AssignmentKind::Coordinate => Some(RoleKind::Coordinate),
        AssignmentKind::Time => None,
    }
}

fn is_task_part(plan: &Plan, address: &str) -> bool {
    let tasks = plan.parts.get("tasks");
    tasks.is_some_and(|part| is_below(address, part))
}

/// Whether a row of a task table repeats a clause: its cell of the task says the same, word for word.
fn repeats(row: &ClauseFact, clause: &ClauseFact) -> bool {
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").trim_end_matches(['.', ';']).to_owned()
    };
    !row.cell.is_empty() && plain(&row.cell) == plain(&clause.text)
}

fn by_reference(
    document: &Document,
    plan: &Plan,
    names: &Names,
    by_address: &BTreeMap<&str, usize>,
    tasks: &mut [Task],
) {
    let Some(duties) = plan.parts.get("duties") else {
        return;
    };
    for reference in &document.facts.references {
        let clause = reference.clause.as_deref();
        let Some(citing) = clause.and_then(|clause| document.clause(clause)) else {
            continue;
        };
        let Some(actors) = names.bound_by(document, citing, duties) else {
            continue;
        };
        let place = citing.text.find(&reference.words());
        let said = role_at(&citing.text, place.unwrap_or(citing.text.len()));
        let Some(said) = said.filter(|_| names.binds(document, citing)) else {
            continue;
        };
        // A whole part or item says too little of who does what in it.
        let targets = reference.targets.iter();
        let targets = targets.filter(|target| !reference.scope || target.matches('.').count() > 1);
        for target in targets {
            let pointed = by_address
                .iter()
                .filter(|(address, _)| *address == target || is_below(address, target));
            for (_, &at) in pointed {
                for actor in &actors {
                    tasks[at].roles.push(Role {
                        // Whoever only joins under the heading leads nothing that stands there.
                        kind: said.max(actor.kind),
                        source: RoleSource::Reference,
                        from: citing.address.clone(),
                        printed: actor.printed.clone(),
                        agency: actor.agency,
                        span: reference.span,
                    });
                }
            }
        }
    }
}

/// The roles that a printed line or cell gives.
fn printed_roles(names: &Names, fact: &AssignmentFact, kind: RoleKind) -> Vec<Role> {
    let actors = names.split(&fact.printed, kind).into_iter();
    actors
        .map(|actor| Role {
            kind: actor.kind,
            source: RoleSource::Printed,
            from: fact.clause.clone(),
            printed: actor.printed,
            agency: actor.agency,
            span: fact.span,
        })
        .collect()
}
