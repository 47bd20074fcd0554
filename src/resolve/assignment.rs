//! Who does what: the tasks of every plan with those who lead and join, from printed lines, task tables, and references under an
//! agency's own heading.
//!
//! 1. A task is a clause of the tasks part without clauses below it, or any clause with a printed lead, coordinator or time. A row of a
//!    task table that repeats the words of such a clause is the same task.
//! 2. Names are split at semicolons; where a piece is not known, at commas, if every part is then known.
//! 3. A reference under a heading of the duties part assigns the tasks it points at to the actors of that heading. A reference to a whole
//!    part says too little to assign anything.
//!
//! Nothing is filled by guess or from another plan: a task that nobody is named for stays so.

use std::collections::BTreeMap;

use crate::data::Agency;
use crate::document::{AssignmentFact, AssignmentKind, ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::site::{DocId, Role, RoleKind, RoleSource, Task};
use crate::text::fold::fold;

/// The tasks of all plans, in the order of the plans and their clauses.
pub(super) fn tasks(documents: &[Document], agencies: &[Agency]) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (doc, document) in documents.iter().enumerate() {
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
    for (index, clause) in clauses.iter().enumerate() {
        let said: Vec<&AssignmentFact> = said_of(document, &clause.address).collect();
        let is_leaf = !clause.has_children && is_task_part(plan, &clause.address);
        if !is_leaf && said.is_empty() {
            continue;
        }
        let is_row = clause.address.starts_with("pl");
        let same = if is_row {
            tasks
                .iter()
                .position(|task| repeats(clause, &clauses[task.clause]))
        } else {
            None
        };
        let at = same.unwrap_or_else(|| {
            tasks.push(Task {
                plan: doc,
                clause: index,
                time: None,
                roles: Vec::new(),
            });
            tasks.len() - 1
        });
        by_address.insert(&clause.address, at);
        for fact in said {
            match role_kind(fact.kind) {
                None => tasks[at].time = Some(fact.printed.trim_end_matches('.').to_owned()),
                Some(kind) => tasks[at].roles.extend(names.roles(fact, kind)),
            }
        }
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

/// Whether `address` stands below `above`, which it is not itself.
fn is_below(address: &str, above: &str) -> bool {
    address
        .strip_prefix(above)
        .is_some_and(|rest| rest.starts_with(['.', '-']))
}

/// Whether a row of a task table repeats a clause; its other cells follow the words.
fn repeats(row: &ClauseFact, clause: &ClauseFact) -> bool {
    !clause.text.is_empty()
        && row
            .text
            .starts_with(clause.text.trim_end_matches(['.', ';']))
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
        let Some(citing) = document.clause(&reference.clause) else {
            continue;
        };
        let Some(actors) = actors_above(document, citing, duties, names) else {
            continue;
        };
        let kind = role_in(&citing.text);
        // A whole part says too little.
        let targets = reference
            .targets
            .iter()
            .filter(|target| target.contains('.'));
        for target in targets {
            let pointed = by_address
                .iter()
                .filter(|(address, _)| *address == target || is_below(address, target));
            for (_, &at) in pointed {
                for (printed, agency) in &actors {
                    tasks[at].roles.push(Role {
                        kind,
                        source: RoleSource::Reference,
                        from: reference.clause.clone(),
                        printed: printed.clone(),
                        agency: *agency,
                        span: reference.span,
                    });
                }
            }
        }
    }
}

/// The actors under whose heading a clause of the duties part stands: those of the nearest heading whose names are all known, else
/// of the outermost one, as printed.
fn actors_above(
    document: &Document,
    clause: &ClauseFact,
    duties: &str,
    names: &Names,
) -> Option<Vec<(String, Option<usize>)>> {
    if !is_below(&clause.address, duties) {
        return None;
    }
    let mut actors = None;
    let mut at = Some(clause);
    while let Some(heading) = at.filter(|clause| clause.address != duties) {
        let named = names.split(title(&heading.title));
        if !named.is_empty() && named.iter().all(|(_, agency)| agency.is_some()) {
            return Some(named);
        }
        actors = Some(named);
        at = heading.parent.map(|parent| &document.facts.clauses[parent]);
    }
    actors
}

/// The names in a heading: what stands before a colon.
fn title(text: &str) -> &str {
    text.split(':').next().unwrap_or(text).trim()
}

/// "Chủ trì" and "lãnh đạo, chỉ đạo" lead; "phối hợp" alone joins.
fn role_in(text: &str) -> RoleKind {
    let text = text.to_lowercase();
    let leads = ["chủ trì", "lãnh đạo", "chỉ đạo"]
        .iter()
        .any(|word| text.contains(word));
    if !leads && text.contains("phối hợp") {
        RoleKind::Coordinate
    } else {
        RoleKind::Lead
    }
}

/// The names by which the actors of one plan are known.
struct Names {
    known: BTreeMap<String, usize>,
}

impl Names {
    /// Actors of the plan's places, and those of no place.
    fn of(document: &Document, agencies: &[Agency]) -> Self {
        let places = &document.meta.places;
        let here = |agency: &Agency| match &agency.place {
            Some(place) => places.iter().any(|known| known.value == place.value),
            None => true,
        };
        let mut known = BTreeMap::new();
        for (index, agency) in agencies
            .iter()
            .enumerate()
            .filter(|(_, agency)| here(agency))
        {
            for name in agency.aliases.iter().chain([&agency.name]) {
                known.insert(plain(name), index);
            }
        }
        Self { known }
    }

    /// The roles that a printed line or cell gives.
    fn roles(&self, fact: &AssignmentFact, kind: RoleKind) -> Vec<Role> {
        let names = self.split(&fact.printed).into_iter();
        names
            .map(|(printed, agency)| Role {
                kind,
                source: RoleSource::Printed,
                from: fact.clause.clone(),
                printed,
                agency,
                span: fact.span,
            })
            .collect()
    }

    /// The names in a printed list with the actors they are.
    fn split(&self, printed: &str) -> Vec<(String, Option<usize>)> {
        printed
            .split(';')
            .map(|piece| piece.trim().trim_end_matches('.').trim())
            .filter(|piece| !piece.is_empty())
            .flat_map(|piece| match self.known.get(&plain(piece)) {
                Some(&agency) => vec![(piece.to_owned(), Some(agency))],
                None => self
                    .by_commas(piece)
                    .unwrap_or_else(|| vec![(piece.to_owned(), None)]),
            })
            .collect()
    }

    /// A piece as known names joined by commas or "và", the longest first.
    fn by_commas(&self, piece: &str) -> Option<Vec<(String, Option<usize>)>> {
        let mut names = Vec::new();
        let mut rest = piece;
        while !rest.is_empty() {
            let ends = separators(rest).chain([(rest.len(), rest.len())]);
            let (end, next, agency) = ends
                .filter_map(|(end, next)| Some((end, next, *self.known.get(&plain(&rest[..end]))?)))
                .last()?;
            names.push((rest[..end].trim().to_owned(), Some(agency)));
            rest = rest[next..].trim_start();
        }
        Some(names)
    }
}

/// Where a list may be cut: the end of what stands before, and the start of what follows.
fn separators(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let commas = text.match_indices(',').map(|(at, _)| (at, at + 1));
    let ands = text
        .match_indices(" và ")
        .map(|(at, and)| (at, at + and.len()));
    let mut all: Vec<(usize, usize)> = commas.chain(ands).collect();
    all.sort_unstable();
    all.into_iter()
}

/// A name as it is compared: without marks, case, or space around it.
fn plain(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(known: &[&str]) -> Names {
        let known = known.iter().enumerate();
        Names {
            known: known.map(|(index, name)| (plain(name), index)).collect(),
        }
    }

    #[test]
    fn names_may_hold_commas() {
        let names = names(&[
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Giáo dục và Đào tạo",
            "các sở, ban, ngành tỉnh",
        ]);
        let split = |text: &str| -> Vec<Option<usize>> {
            names
                .split(text)
                .into_iter()
                .map(|(_, agency)| agency)
                .collect()
        };
        assert_eq!(
            split("Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo; Sở lạ."),
            [Some(0), Some(1), None]
        );
        assert_eq!(split("các sở, ban, ngành tỉnh."), [Some(2)]);
    }

    #[test]
    fn roles_follow_their_words() {
        assert_eq!(role_in("Chủ trì, phối hợp với"), RoleKind::Lead);
        assert_eq!(role_in("Phối hợp với"), RoleKind::Coordinate);
        assert_eq!(role_in("Lãnh đạo, chỉ đạo làm"), RoleKind::Lead);
    }
}
