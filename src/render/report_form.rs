//! The report form that a plan prints as an appendix: blank, or filled with what one actor has to report on. Results are never filled.

use crate::document::{ClauseFact, FormFact};
use crate::kind::Kind;
use crate::kind::plan::{Comparator, Target, Unit};
use crate::site::{DocId, RoleKind, Site, Task};
use crate::tables::workbook::Sheet;

/// The longest name of a sheet.
const SHEET_NAME: usize = 31;

/// A form with its rows.
pub(super) struct ReportForm {
    /// The plan that prints the form.
    pub(super) plan: DocId,
    /// The clause in which it stands.
    pub(super) clause: String,
    /// Whether the actor's own plan prints it.
    pub(super) own: bool,
    /// What stands above the table.
    pub(super) lines: Vec<String>,
    /// The columns.
    pub(super) head: Vec<String>,
    /// The rows, as long as the head.
    pub(super) rows: Vec<Vec<String>>,
}

impl ReportForm {
    /// The form as a sheet.
    pub(super) fn sheet(self, text: impl Fn(&str) -> String) -> Sheet<'static> {
        let name = text("report_sheet");
        Sheet {
            name: name.chars().take(SHEET_NAME).collect(),
            lines: self.lines,
            head: self.head,
            rows: self.rows.into(),
        }
    }
}

/// The form, blank or for `agency`; only for sites that have one.
pub(super) fn fill(
    site: &Site,
    agency: Option<usize>,
    text: impl Fn(&str) -> String,
) -> ReportForm {
    let agency_row = agency.map(|agency| &site.data.agencies[agency]);
    let place = agency_row.and_then(|row| row.place.as_ref());
    let place = place.map(|place| place.as_str());
    let (plan, fact) = site
        .report_form(place)
        .expect("forms are planned only where a plan prints one");
    let document = &site.documents[plan];
    let own = document
        .meta
        .places
        .iter()
        .any(|known| Some(known.as_str()) == place);
    let clauses = &document.facts.clauses;
    let at = clauses
        .iter()
        .position(|clause| clause.address == fact.clause);
    let below = clauses.iter().filter(|clause| clause.parent == at);
    let said = below.filter(|clause| clause.label.is_empty());
    let title = at.map(|at| clauses[at].name.clone()).unwrap_or_default();
    let mut lines = vec![title];
    // What belongs to the plan of one place is not told on the forms of others.
    let of_plan = own || agency.is_none();
    lines.extend(
        at.filter(|_| of_plan)
            .and_then(|at| preface(&clauses[at], fact)),
    );
    lines.extend(agency_row.map(|row| row.name.clone()));
    lines.extend(said.map(|clause| clause.text.clone()));
    let rows = match agency {
        None => blank(fact),
        Some(agency) => Filler::new(fact).fill(site, agency, &text),
    };
    ReportForm {
        plan,
        clause: fact.clause.clone(),
        own,
        lines,
        head: fact.head.clone(),
        rows,
    }
}

/// The words between the name of a form's clause and the form.
fn preface(clause: &ClauseFact, form: &FormFact) -> Option<String> {
    let words = clause.text.strip_prefix(clause.name.as_str())?;
    // The head of a table is text of its clause as well.
    let head = form.head.join(" ");
    let words = words.strip_suffix(head.as_str()).unwrap_or(words).trim();
    (!words.is_empty()).then(|| words.to_owned())
}

fn blank(form: &FormFact) -> Vec<Vec<String>> {
    let rows = form.labels.iter().map(|label| {
        let mut row = vec![String::new(); form.head.len()];
        if let Some(first) = row.first_mut() {
            first.clone_from(label);
        }
        row
    });
    rows.collect()
}

/// Fills the columns that a head names; the others stay empty.
struct Filler {
    columns: usize,
    task: Option<usize>,
    time: Option<usize>,
    target: Option<usize>,
    rows: Vec<Vec<String>>,
}

impl Filler {
    fn new(form: &FormFact) -> Self {
        let column = |words: &str| {
            let mut head = form.head.iter();
            head.position(|name| name.to_lowercase().contains(words))
        };
        Self {
            columns: form.head.len(),
            task: column("nhiệm vụ"),
            time: column("thời gian"),
            target: column("chỉ tiêu"),
            rows: Vec::new(),
        }
    }

    fn fill(
        mut self,
        site: &Site,
        agency: usize,
        text: impl Fn(&str) -> String,
    ) -> Vec<Vec<String>> {
        let mut part = 0;
        let kinds = [
            (RoleKind::Lead, "report_leads"),
            (RoleKind::Coordinate, "report_joins"),
        ];
        let mut plans: Vec<DocId> = Vec::new();
        for (kind, key) in kinds {
            let tasks: Vec<&Task> = site
                .tasks_with(agency, kind)
                .map(|(task, _)| task)
                .collect();
            if tasks.is_empty() {
                continue;
            }
            part += 1;
            self.row(part.to_string(), [(self.task, text(key))]);
            for (number, task) in (1..).zip(tasks) {
                let clause = site.clause(task.plan, task.clause);
                let time = task.time.clone().unwrap_or_default();
                let words = format!("{} ({})", clause.work(), clause.citation);
                let cells = [(self.task, words), (self.time, time)];
                self.row(format!("{part},{number}"), cells);
                if !plans.contains(&task.plan) {
                    plans.push(task.plan);
                }
            }
        }
        if part == 0 {
            plans = self.duties(site, agency, &text);
            part = usize::from(!plans.is_empty());
        }
        for plan in plans {
            self.targets(site, plan, part + 1, &text);
            part += 1;
        }
        self.rows
    }

    /// What a plan puts on an actor to whom it assigns no task; returns the plans.
    fn duties(&mut self, site: &Site, agency: usize, text: impl Fn(&str) -> String) -> Vec<DocId> {
        let mut plans = Vec::new();
        for (number, duty) in (1..).zip(site.duties_of(agency)) {
            if number == 1 {
                self.row("1".to_owned(), [(self.task, text("report_duties"))]);
            }
            let clause = site.clause(duty.plan, duty.clause);
            let words = format!("{} ({})", duty.text, clause.citation);
            self.row(format!("1,{number}"), [(self.task, words)]);
            if !plans.contains(&duty.plan) {
                plans.push(duty.plan);
            }
        }
        plans
    }

    fn targets(&mut self, site: &Site, plan: DocId, part: usize, text: impl Fn(&str) -> String) {
        let document = &site.documents[plan];
        let Kind::Plan(of_plan) = &document.kind else {
            return;
        };
        let title = format!("{}: {}", text("report_targets"), document.meta.title.value);
        self.row(part.to_string(), [(self.task, title)]);
        for (number, target) in (1..).zip(&of_plan.targets) {
            let clause = document.clause(&target.clause);
            let words = clause.map_or_else(String::new, |clause| clause.work().to_owned());
            let group = site.data.group(&target.group);
            let group = group.map_or(target.group.as_str(), |group| group.name.as_str());
            let whom = target.whom.as_deref().unwrap_or(group);
            // A clause may begin with those whom it is about.
            let named = words.to_lowercase().contains(&whom.to_lowercase());
            let words = if named {
                words
            } else {
                format!("{whom}: {words}")
            };
            let cells = [
                (self.task, words),
                (self.time, target.year.to_string()),
                (self.target, amount(target, &text)),
            ];
            self.row(format!("{part},{number}"), cells);
        }
    }

    /// A row with its label and the cells of known columns.
    fn row<const N: usize>(&mut self, label: String, cells: [(Option<usize>, String); N]) {
        let mut row = vec![String::new(); self.columns];
        if let Some(first) = row.first_mut() {
            *first = label;
        }
        for (column, words) in cells {
            if let Some(column) = column {
                row[column] = words;
            }
        }
        self.rows.push(row);
    }
}

/// A target's value in words: "trên 80%", "996 ngàn người".
fn amount(target: &Target, text: impl Fn(&str) -> String) -> String {
    let value = target.value.as_str();
    let value = match target.unit {
        Unit::Percent => format!("{value}%"),
        Unit::Share => value.to_owned(),
        counted => format!("{value} {}", text(&format!("unit_{}", counted.word()))),
    };
    match *target.comparator {
        Comparator::Exactly => value,
        other => format!("{} {value}", text(&format!("comparator_{}", other.word()))),
    }
}
