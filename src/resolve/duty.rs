//! What a plan puts on actors under their own headings, and what is due.
//!
//! A duty is the last level of the duties part: a clause with nothing labelled below it. A paragraph without a label belongs to the
//! heading above it only if that is printed as a title or is nothing but a name, and lists nothing, or to those whom it begins with; any
//! other after a list closes the plan and binds nobody. The text of the part's own title is a duty if it begins with names.
//!
//! What is due stands in the metadata. Where nothing does for a task or duty, and no line says its time, a plain sentence of its own is
//! taken: "hoàn thành trước ngày 30/6/2026".

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::data::Agency;
use crate::document::{ClauseFact, Document};
use crate::kind::Kind;
use crate::kind::plan::{self, Plan};
use crate::record::Spanned;
use crate::site::{Actor, Deadline, DocId, Duty, RoleKind, Task};
use crate::text::due::{Due, finishing};

use super::actor::Names;
use super::bound::{is_below, lists};

/// The duties of all plans and what is due in them, in the order of the plans and their clauses.
pub(super) fn duties(
    documents: &[Arc<Document>],
    agencies: &[Agency],
    tasks: &[Task],
) -> (Vec<Duty>, Vec<Deadline>) {
    let mut duties = Vec::new();
    let mut deadlines = Vec::new();
    let originals = documents.iter().enumerate();
    for (doc, document) in originals.filter(|(_, document)| document.path.lang.is_none()) {
        if let Kind::Plan(plan) = &document.kind {
            let reader = Reader {
                doc,
                document,
                plan,
                agencies,
                tasks,
                names: Names::of(document, agencies),
            };
            let own = reader.duties();
            let known = plan.deadlines.iter();
            deadlines.extend(known.filter_map(|deadline| reader.deadline(deadline)));
            deadlines.extend(reader.finishing(&own));
            duties.extend(own);
        }
    }
    (duties, deadlines)
}

/// A task without a line for its time has the time that its own words print, where an editor has marked them as a deadline or the sentence
/// is plain.
pub(super) fn times(tasks: &mut [Task], deadlines: &[Deadline]) {
    for task in tasks.iter_mut().filter(|task| task.time.is_none()) {
        let mut own = deadlines.iter().filter(|due| {
            let here = due.plan == task.plan && due.clause == task.clause;
            here && due.kind != plan::DeadlineKind::Report
        });
        task.time = own.next().map(|due| due.printed.clone());
    }
    for task in tasks {
        task.due = task.time.as_deref().and_then(Due::parse);
    }
}

/// Reads one plan.
struct Reader<'d> {
    doc: DocId,
    document: &'d Document,
    plan: &'d Plan,
    agencies: &'d [Agency],
    tasks: &'d [Task],
    names: Names,
}

impl Reader<'_> {
    fn duties(&self) -> Vec<Duty> {
        let clauses = &self.document.facts.clauses;
        let Some(part) = self.plan.parts.get("duties") else {
            return Vec::new();
        };
        // The text of the part's own title may be a duty, too: "III. Tổ chức thực hiện", "Sở A chủ trì …".
        let is_own = |clause: &ClauseFact| {
            clause.address == **part && self.names.at_start(clause.own_text()).is_some()
        };
        let below = clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| is_below(&clause.address, part) || is_own(clause));
        below
            .filter(|(_, clause)| {
                let lists = clause.address != **part && lists(self.document, clause);
                self.names.binds(self.document, clause) && !lists
            })
            // A bold name is the heading of its paragraphs and no duty.
            .filter(|(_, clause)| clause.is_title || !self.names.is_heading(clause))
            .filter_map(|(index, clause)| {
                let text = self.text(clause);
                (!text.is_empty()).then(|| Duty {
                    plan: self.doc,
                    clause: index,
                    text: text.to_owned(),
                    actors: self.actors(clause),
                    leading: self.names.leading(&clause.text),
                    related: self.related(&clause.address),
                })
            })
            .collect()
    }

    /// The words of a clause, without the name of its own heading.
    fn text<'c>(&self, clause: &'c ClauseFact) -> &'c str {
        let named = self.names.heading(&clause.name);
        let names_actors = !named.is_empty() && named.iter().all(|actor| actor.agency.is_some());
        match clause.text.strip_prefix(clause.name.as_str()) {
            Some(rest) if clause.is_title || names_actors => {
                rest.trim_start_matches([':', ' ', '\n'])
            }
            _ => &clause.text,
        }
    }

    /// Those under whose heading a clause stands.
    fn actors(&self, clause: &ClauseFact) -> Vec<Actor> {
        let part = self.plan.parts.get("duties");
        part.and_then(|part| self.names.bound_by(self.document, clause, part))
            .unwrap_or_default()
    }

    fn related(&self, address: &str) -> Vec<usize> {
        let links = self.plan.related.iter();
        let links = links.filter(|link| link.clause.value == address);
        links
            .flat_map(|link| &link.tasks)
            .filter_map(|task| self.task(task))
            .collect()
    }

    /// The place of the task at `address` in the site's list.
    fn task(&self, address: &str) -> Option<usize> {
        let clauses = &self.document.facts.clauses;
        self.tasks
            .iter()
            .position(|task| task.plan == self.doc && clauses[task.clause].address == address)
    }

    /// Nothing when its clause does not exist, which the check tells.
    fn deadline(&self, deadline: &plan::Deadline) -> Option<Deadline> {
        let clauses = &self.document.facts.clauses;
        let index = clauses
            .iter()
            .position(|clause| clause.address == *deadline.clause)?;
        Some(Deadline {
            plan: self.doc,
            clause: index,
            kind: deadline.kind,
            printed: deadline.printed.value.clone(),
            due: Due::parse(&deadline.printed),
            actors: self.owing(deadline, &clauses[index]),
            to: deadline
                .to
                .iter()
                .filter_map(|id| self.agency(id))
                .collect(),
            form: deadline.form.as_ref().map(|form| form.value.clone()),
            note: deadline.note.clone(),
        })
    }

    /// By when tasks and duties are to be done by a plain sentence of their own, where nothing else says it.
    fn finishing(&self, duties: &[Duty]) -> Vec<Deadline> {
        let tasks = self.tasks.iter();
        let tasks = tasks.filter(|task| task.plan == self.doc && task.times.is_empty());
        let clauses = tasks.map(|task| task.clause);
        let clauses: BTreeSet<usize> = clauses
            .chain(duties.iter().map(|duty| duty.clause))
            .collect();
        let found = clauses.into_iter().filter_map(|index| {
            let clause = &self.document.facts.clauses[index];
            let mut known = self.plan.deadlines.iter();
            if known.any(|known| *known.clause == clause.address) {
                return None;
            }
            let (printed, due) = finishing(clause.work())?;
            Some(Deadline {
                plan: self.doc,
                clause: index,
                kind: plan::DeadlineKind::Work,
                printed,
                due: Some(due),
                actors: self.bound(clause),
                to: Vec::new(),
                form: None,
                note: None,
            })
        });
        found.collect()
    }

    /// Who owes it: those an editor names, else those whom its clause binds.
    fn owing(&self, deadline: &plan::Deadline, clause: &ClauseFact) -> Vec<Actor> {
        if deadline.by.is_empty() {
            return self.bound(clause);
        }
        let named = deadline.by.iter().filter_map(|id| self.agency(id));
        named.map(|agency| self.actor(agency)).collect()
    }

    /// Those of the heading above a clause, else those of its task.
    fn bound(&self, clause: &ClauseFact) -> Vec<Actor> {
        let actors = self.actors(clause);
        if !actors.is_empty() {
            return actors;
        }
        let task = self.task(&clause.address);
        let roles = task.map_or(&[][..], |task| &self.tasks[task].roles);
        let actors = roles.iter().map(|role| Actor {
            kind: role.kind,
            printed: role.printed.clone(),
            agency: role.agency,
        });
        actors.collect()
    }

    fn agency(&self, id: &Spanned<String>) -> Option<usize> {
        let mut agencies = self.agencies.iter();
        agencies.position(|agency| agency.id.value == id.value)
    }

    fn actor(&self, agency: usize) -> Actor {
        Actor {
            kind: RoleKind::Lead,
            printed: self.agencies[agency].name.clone(),
            agency: Some(agency),
        }
    }
}
