//! What plans set: tasks, duties, deadlines, targets, and the documents they cite.

use std::collections::BTreeSet;

use super::falls::Falls;
use super::{DocId, Site};
use crate::data::Agency;
use crate::document::{CitationFact, ClauseFact, FormFact, PrintedWith, Topics};
use crate::kind::Kind;
use crate::kind::plan::{Cited, DeadlineKind, Level};
use crate::parse::citation;
use crate::record::Spanned;
use crate::source::Span;
use crate::text::dates::Date;
use crate::text::due::Due;

/// A piece of work that a plan sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The plan.
    pub plan: DocId,
    /// Its clause, by its place in the plan's facts.
    pub clause: usize,
    /// By when, as first printed.
    pub time: Option<String>,
    /// What that says.
    pub due: Option<Due>,
    /// Every printed time, with its place: prose and table may both print one.
    pub times: Vec<(String, Span)>,
    /// Who leads and joins.
    pub roles: Vec<Role>,
    /// The known bodies that its own words say lead it, by their place in the table; they are no roles. Nothing where a line says who leads,
    /// since words are not read for it then.
    pub leading: Vec<usize>,
    /// The nearest clause above it of which the words say who leads what stands below, by its place, and that body.
    pub leading_above: Option<(usize, usize)>,
}

/// A reference of the duties part that gives nobody a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsaid {
    /// The plan.
    pub plan: DocId,
    /// The reference, by its place in the plan's facts.
    pub reference: usize,
    /// Whether it is because what it points at is no task; else its words do not say who does what.
    pub is_no_task: bool,
}

/// The part that one actor has in a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Whether it leads or joins.
    pub kind: RoleKind,
    /// How it is known.
    pub source: RoleSource,
    /// The address of the clause that says so.
    pub from: String,
    /// The actor's name as printed.
    pub printed: String,
    /// The actor, by its place in the table of agencies.
    pub agency: Option<usize>,
    /// Where it is said.
    pub span: Span,
    /// Where the actor's name stands in it.
    pub name: Span,
}

impl Role {
    /// Whether another says the same from the same clause.
    pub fn says_as(&self, other: &Self) -> bool {
        let said = |role: &Self| (role.kind, role.source, role.agency);
        said(self) == said(other) && self.from == other.from && self.printed == other.printed
    }
}

/// Leads or joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleKind {
    /// Leads.
    Lead,
    /// Joins.
    Coordinate,
}

impl RoleKind {
    /// The word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Coordinate => "coordinate",
        }
    }
}

/// How a role is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleSource {
    /// Printed at the task.
    Printed,
    /// By a reference under the actor's own heading.
    Reference,
}

/// What the plan puts on an actor under the actor's own heading. It is neither leading nor joining a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The plan.
    pub plan: DocId,
    /// Its clause, by its place in the plan's facts.
    pub clause: usize,
    /// What is to be done, as restated.
    pub text: String,
    /// On whom.
    pub actors: Vec<Actor>,
    /// Those who lead by its own words, wherever these stand in it, by their place in the table of agencies.
    pub leading: Vec<usize>,
    /// The tasks that an editor has linked to it, by their place in the site's list.
    pub related: Vec<usize>,
}

/// Somebody who is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Whether it leads or joins.
    pub kind: RoleKind,
    /// The name as printed.
    pub printed: String,
    /// The actor, by its place in the table of agencies.
    pub agency: Option<usize>,
}

/// Something that is due, with who owes it to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The plan.
    pub plan: DocId,
    /// Its clause, by its place in the plan's facts.
    pub clause: usize,
    /// A report or a piece of work.
    pub kind: DeadlineKind,
    /// The words in which the plan prints it.
    pub printed: String,
    /// What they say.
    pub due: Option<Due>,
    /// Who owes it.
    pub actors: Vec<Actor>,
    /// Who receives it, by their place in the table of agencies.
    pub to: Vec<usize>,
    /// The clause that holds the form for it.
    pub form: Option<String>,
    /// What an editor adds.
    pub note: Option<String>,
}

impl Deadline {
    /// Whether a calendar can hold it: a report or a piece of work with a day, of its own or by a rule.
    pub fn is_on_a_day(&self) -> bool {
        let by_rule = match self.due {
            Some(Due::Monthly(day)) => day.is_some(),
            Some(Due::Quarterly(day)) => day.is_some(),
            Some(Due::Yearly(days)) => !days.is_empty(),
            _ => false,
        };
        by_rule || self.last_day().is_some()
    }

    /// The last day on which it is due; nothing for rules, and for what only begins.
    pub fn last_day(&self) -> Option<Date> {
        let ends = self.kind != DeadlineKind::Start;
        self.due.filter(|_| ends)?.last_day()
    }
}

impl RoleSource {
    /// The word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Reference => "reference",
        }
    }
}

impl Task {
    /// How the lead is known; nothing when nobody is named.
    pub fn assigned(&self) -> Option<RoleSource> {
        let leads = self.roles.iter().filter(|role| role.kind == RoleKind::Lead);
        leads.map(|role| role.source).min()
    }
}

impl Site {
    /// The actors that have something to do or to receive, by their place in the table of agencies.
    pub fn acting(&self) -> &BTreeSet<usize> {
        &self.falls().acting
    }

    fn falls(&self) -> &Falls {
        self.falls.get_or_init(|| Falls::of(&self.relations))
    }

    /// The tasks of a plan, in the order of its clauses.
    pub fn tasks_of(&self, plan: DocId) -> &[Task] {
        of_plan(&self.tasks, plan, |task| task.plan)
    }

    /// The duties that a plan sets, in the order of its clauses.
    pub fn duties_in(&self, plan: DocId) -> &[Duty] {
        of_plan(&self.duties, plan, |duty| duty.plan)
    }

    /// The document of the table that `number` and what is printed with it name; nothing when there is none, or when several could be meant.
    pub fn cited(&self, number: &str, with: &PrintedWith) -> Option<usize> {
        let rows = self.cited_numbers.get(&citation::plain_number(number))?;
        let mut fitting = rows.iter().copied().filter(|&row| {
            let row = &self.data.documents[row];
            citation::fits(with, row.date, row.issuer.as_deref())
        });
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    /// The document of the table that a citation means.
    pub fn cited_by(&self, citation: &CitationFact) -> Option<usize> {
        self.cited(&citation.number, &citation.with)
    }

    /// The plans that cite a document of the table, in their text, as their legal basis or among those to whom they go.
    pub fn citing(&self, row: usize) -> Vec<DocId> {
        let cites = |&doc: &DocId| {
            let mut in_text = self.documents[doc].facts.citations.iter();
            let mut as_basis = self.legal_basis(doc).iter();
            let mut by_name = self.data.documents[row].cited_in.iter();
            in_text.any(|citation| self.cited_by(citation) == Some(row))
                || as_basis.any(|basis| self.basis_row(basis) == Some(row))
                || by_name.any(|point| point.plan.as_str() == self.documents[doc].id())
                || self.is_in_recipients(row, doc)
        };
        self.of_kind("plan").filter(cites).collect()
    }

    /// Whether those to whom a plan goes are told by a document of the table: "thành viên Ban Chỉ đạo theo Quyết định 1852-QĐ/TU".
    pub fn is_in_recipients(&self, row: usize, plan: DocId) -> bool {
        let Kind::Plan(plan) = &self.documents[plan].kind else {
            return false;
        };
        plan.recipients.iter().any(|recipient| {
            let mut cited = citation::find(recipient).into_iter();
            cited.any(|found| {
                let number = &recipient[found.range];
                self.cited(number, &found.with) == Some(row)
            })
        })
    }

    /// The documents on which a plan says that it rests.
    pub fn legal_basis(&self, plan: DocId) -> &[Cited] {
        match &self.documents[plan].kind {
            Kind::Plan(plan) => &plan.legal_basis,
            _ => &[],
        }
    }

    /// The row of a document on which a plan rests.
    pub fn basis_row(&self, basis: &Cited) -> Option<usize> {
        let with = PrintedWith {
            date: basis.date,
            ..PrintedWith::default()
        };
        self.cited(basis.number.as_deref()?, &with)
    }

    /// The plan of this site that a row of the table of documents names.
    pub fn plan_of(&self, row: usize) -> Option<DocId> {
        let row = &self.data.documents[row];
        self.of_kind("plan")
            .find(|&doc| match &self.documents[doc].kind {
                Kind::Plan(plan) => {
                    row.number.is_some() && plan.number == row.number && plan.issued == row.date
                }
                _ => false,
            })
    }

    /// The outermost heading of the duties part under which a duty stands.
    pub fn heading_of(&self, duty: &Duty) -> &ClauseFact {
        let clauses = &self.documents[duty.plan].facts.clauses;
        let mut at = &clauses[duty.clause];
        while let Some(above) = at.parent.map(|parent| &clauses[parent])
            && above.parent.is_some()
        {
            at = above;
        }
        at
    }

    /// The short name of a plan beside others: that of its place, or of the body that issued it.
    pub fn plan_name(&self, plan: DocId) -> &str {
        let document = &self.documents[plan];
        let Kind::Plan(plan) = &document.kind else {
            return &document.meta.title;
        };
        let place = document.meta.places.first();
        let place = place.filter(|_| plan.level != Level::Body);
        let place = place.and_then(|place| self.named("place", place));
        place.map_or(&plan.issuer, |place| {
            &self.documents[place].meta.title.value
        })
    }

    /// The first and the last year of a plan.
    pub fn period(&self, plan: DocId) -> Option<(i16, i16)> {
        match &self.documents[plan].kind {
            Kind::Plan(plan) => {
                let period = plan.period.as_ref();
                period.map(|period| (*period.from, *period.to))
            }
            _ => None,
        }
    }

    /// The day from which a plan holds: that of its issue, else the first of its years.
    pub fn runs_since(&self, plan: DocId) -> Option<Date> {
        let Kind::Plan(plan) = &self.documents[plan].kind else {
            return None;
        };
        let first = plan
            .period
            .as_ref()
            .and_then(|period| Date::new(*period.from, 1, 1));
        plan.issued.or(first)
    }

    /// The reports that a clause asks for.
    pub fn reports(&self, plan: DocId, clause: usize) -> impl Iterator<Item = &Deadline> {
        let of_plan = of_plan(&self.deadlines, plan, |deadline| deadline.plan);
        of_plan.iter().filter(move |deadline| {
            deadline.clause == clause && deadline.kind == DeadlineKind::Report
        })
    }

    /// The identifiers of all targets.
    pub fn target_ids(&self) -> Vec<String> {
        let plans = self.of_kind("plan").filter_map(|doc| {
            let document = &self.documents[doc];
            match &document.kind {
                Kind::Plan(plan) => Some(plan.target_ids(document.id())),
                _ => None,
            }
        });
        plans.flatten().collect()
    }

    /// The years in which tasks are printed to be done.
    pub fn task_years(&self) -> BTreeSet<i16> {
        let times = self.tasks.iter().filter_map(|task| task.due);
        times
            .filter_map(|due| due.years())
            .flat_map(|(from, to)| from..=to)
            .collect()
    }

    /// The tasks in which an actor has a part of this kind, each once, the first due first.
    pub fn tasks_with(
        &self,
        agency: usize,
        kind: RoleKind,
    ) -> impl ExactSizeIterator<Item = (&Task, &Role)> {
        self.falls()
            .tasks(agency, kind)
            .iter()
            .map(|&(task, role)| {
                let task = &self.tasks[task];
                (task, &task.roles[role])
            })
    }

    /// Those who owe a report that has a day.
    pub fn owing(&self) -> BTreeSet<usize> {
        let reports = self
            .deadlines
            .iter()
            .filter(|deadline| deadline.is_on_a_day());
        let actors = reports.flat_map(|deadline| &deadline.actors);
        actors.filter_map(|actor| actor.agency).collect()
    }

    /// What the plans put on an actor under its own headings.
    pub fn duties_of(&self, agency: usize) -> impl ExactSizeIterator<Item = &Duty> {
        let duties = self.falls().duties(agency).iter();
        duties.map(|&duty| &self.duties[duty])
    }

    /// Those whom a plan may mean by a name: the agencies of its places and those of no place.
    pub fn agencies_of(&self, plan: DocId) -> impl Iterator<Item = &Agency> {
        let places = &self.documents[plan].meta.places;
        self.data.agencies.iter().filter(|agency| {
            let place = agency.place.as_ref();
            place.is_none_or(|place| places.iter().any(|known| known.value == place.value))
        })
    }

    /// Those who lead or join a task, or have a duty: what they do can be reported on.
    pub fn reporting(&self) -> &BTreeSet<usize> {
        &self.falls().reporting
    }

    /// The report form: that of a plan of `place` when there is one, else the first that any plan prints.
    pub fn report_form(&self, place: Option<&str>) -> Option<(DocId, &FormFact)> {
        let of_plan = |doc: DocId| Some((doc, self.documents[doc].facts.forms.first()?));
        let here = |doc: &DocId| {
            let places = &self.documents[*doc].meta.places;
            place.is_some_and(|place| places.iter().any(|known| known.as_str() == place))
        };
        let own = self.of_kind("plan").filter(here).find_map(of_plan);
        own.or_else(|| self.of_kind("plan").find_map(of_plan))
    }

    /// The topics of a clause.
    pub fn topics_of(&self, plan: DocId, address: &str) -> Vec<&Spanned<String>> {
        let Topics::ByClause(by_clause) = &self.documents[plan].meta.topics else {
            return Vec::new();
        };
        let here = by_clause.iter().filter(|(at, _)| at.value == address);
        here.flat_map(|(_, topics)| topics).collect()
    }

    /// A clause of a plan.
    pub fn clause(&self, plan: DocId, clause: usize) -> &ClauseFact {
        &self.documents[plan].facts.clauses[clause]
    }
}

/// Those of a list that belong to `plan`; it goes plan by plan.
fn of_plan<T>(list: &[T], plan: DocId, plan_of: impl Fn(&T) -> DocId) -> &[T] {
    let start = list.partition_point(|one| plan_of(one) < plan);
    let end = list.partition_point(|one| plan_of(one) <= plan);
    &list[start..end]
}
