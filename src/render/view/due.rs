//! The page of what is due: days and months first, then what comes each month, each quarter and each year, then what has no day.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use super::View;
use super::value::{object, value};
use crate::site::{Actor, Deadline, DocId, Task};
use crate::text::dates::Date;
use crate::text::due::Due;

/// The groups of the page, in their order, with the text that names each.
const GROUPS: [&str; 8] = [
    "due_dated",
    "due_monthly",
    "due_quarterly",
    "due_yearly",
    "due_years",
    "due_open",
    "due_running",
    "due_gone",
];

/// So many tasks of a plan with the same printed time are told as one line.
const MANY: usize = 4;

impl View<'_> {
    /// What is due, in order.
    pub(super) fn due_page(&self, mut page: Map) -> Map {
        let stated = self.site.deadlines.iter();
        // A task whose clause has a deadline of its own is there already.
        let own: BTreeSet<(DocId, usize)> =
            stated.clone().map(|due| (due.plan, due.clause)).collect();
        let tasks = self.site.tasks.iter();
        let tasks = tasks.filter(|task| !own.contains(&(task.plan, task.clause)));
        let tasks = tasks.filter_map(|task| Entry::of_task(task, self.task_actors(task)));
        let mut alike: BTreeMap<(DocId, String), Vec<Entry>> = BTreeMap::new();
        for entry in tasks {
            // "2025-2026" and "Năm 2025 - 2026" are one time.
            let key = (entry.plan, plain_time(&entry.printed));
            alike.entry(key).or_default().push(entry);
        }
        let (many, few): (Vec<Vec<Entry>>, Vec<Vec<Entry>>) = alike
            .into_values()
            .partition(|entries| entries.len() >= MANY);
        let few = few.into_iter().flatten();
        let few = stated.map(Entry::of_deadline).chain(few);
        let many = many.into_iter();
        let mut items: Vec<Vec<Entry>> = many.chain(few.map(|entry| vec![entry])).collect();
        items.sort_by_key(|item| self.order(&item[0]));
        let groups = items.chunk_by(|one, other| self.group(&one[0]) == self.group(&other[0]));
        let groups = groups.map(|items| {
            let key = GROUPS[self.group(&items[0][0])];
            let runs = items.chunk_by(|one, other| (one.len() < MANY) == (other.len() < MANY));
            let runs: Vec<Value> = runs.map(|run| self.run(run)).collect();
            object([
                ("title", self.text(self.site.config.lang(), key).into()),
                ("runs", runs.into()),
            ])
        });
        page.insert("groups".into(), groups.collect::<Vec<_>>().into());
        page
    }

    /// What follows one another as entries, or as lines that each stand for many tasks.
    fn run(&self, items: &[Vec<Entry>]) -> Value {
        let (many, entries): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.len() >= MANY);
        let many: Vec<Value> = many.into_iter().map(|alike| self.one_line(alike)).collect();
        let entries = entries.into_iter().flatten();
        let entries: Vec<Value> = entries.map(|entry| self.entry(entry)).collect();
        object([("many", many.into()), ("entries", entries.into())])
    }

    /// Tasks of one plan with the same printed time as one line.
    fn one_line(&self, alike: &[Entry]) -> Value {
        let first = &alike[0];
        object([
            ("plan", self.summaries[first.plan].clone()),
            ("path", self.task_path(first.plan).into()),
            ("printed", first.printed.as_str().into()),
            ("count", alike.len().into()),
        ])
    }

    /// Deadlines in the order in which they are due.
    pub(super) fn deadlines<'d>(&self, deadlines: impl Iterator<Item = &'d Deadline>) -> Value {
        let mut entries: Vec<Entry> = deadlines.map(Entry::of_deadline).collect();
        entries.sort_by_key(|entry| self.order(entry));
        let entries = entries.iter().map(|entry| self.entry(entry));
        entries.collect::<Vec<_>>().into()
    }

    fn entry(&self, entry: &Entry) -> Value {
        let clause = self.site.clause(entry.plan, entry.clause);
        let now = self.site.view.now;
        let stated = entry.stated;
        let past = entry.last_day().is_some_and(|day| day < now);
        let to = stated.map_or(&[][..], |deadline| &deadline.to);
        let to = to.iter().map(|&at| {
            object([
                ("name", self.agency_title(at).into()),
                ("path", self.agency_path(at).into()),
            ])
        });
        object([
            ("plan", self.summaries[entry.plan].clone()),
            ("clause", clause.address.as_str().into()),
            ("text", clause.work().into()),
            ("printed", entry.printed.as_str().into()),
            ("past", past.into()),
            ("next", value(&self.next_in_plan(entry))),
            ("kind", stated.map(|deadline| deadline.kind.word()).into()),
            ("actors", self.actors(&entry.actors)),
            ("to", to.collect::<Vec<_>>().into()),
            (
                "form",
                stated.and_then(|deadline| deadline.form.clone()).into(),
            ),
            (
                "note",
                stated.and_then(|deadline| deadline.note.clone()).into(),
            ),
        ])
    }

    /// The group of an entry, and what it is ordered by there: the day by which it is due, that on which it begins, or the end of the years
    /// in which it lies. What has none of these comes last.
    fn order(&self, entry: &Entry) -> (usize, bool, Option<Date>) {
        let due = entry.due;
        let day = entry.last_day().or_else(|| self.next_in_year(entry));
        let day = day.or_else(|| due?.first_day());
        let day = day.or_else(|| Date::new(due?.years()?.1, 12, 31));
        (self.group(entry), day.is_none(), day)
    }

    /// The place of its group in `GROUPS`.
    fn group(&self, entry: &Entry) -> usize {
        let day = entry.last_day();
        let now = self.site.view.now;
        match entry.due {
            _ if day.is_some_and(|day| day < now) => 7,
            Some(due) if day.is_none() && due.first_day().is_some_and(|first| first <= now) => 6,
            Some(
                Due::Day(_)
                | Due::Span { .. }
                | Due::Month { .. }
                | Due::Quarter { .. }
                | Due::From(_),
            ) => 0,
            Some(Due::Monthly(_)) => 1,
            Some(Due::Quarterly(_)) => 2,
            Some(Due::Yearly(days)) if days.comes_each_quarter() => 2,
            Some(Due::Yearly(_)) => 3,
            Some(Due::Years { .. } | Due::Loosely { .. }) => 4,
            Some(Due::Open) | None => 5,
        }
    }

    /// The next day of a rule, whether or not the plan still runs.
    fn next_in_year(&self, entry: &Entry) -> Option<Date> {
        entry.due?.next(self.site.view.now)
    }

    /// The next day of a rule, as long as the plan runs.
    fn next_in_plan(&self, entry: &Entry) -> Option<Date> {
        let next = self.next_in_year(entry)?;
        let runs = self.site.period(entry.plan);
        runs.is_none_or(|(_, to)| next.year() <= to).then_some(next)
    }

    fn task_actors(&self, task: &Task) -> Vec<Actor> {
        let roles = task.roles.iter().map(|role| Actor {
            kind: role.kind,
            printed: role.printed.clone(),
            agency: role.agency,
        });
        roles.collect()
    }
}

/// A printed time by which those are known that say the same in other marks.
fn plain_time(printed: &str) -> String {
    let dashed = printed.to_lowercase().replace('–', "-").replace('-', " - ");
    let words: Vec<&str> = dashed.split_whitespace().collect();
    let words = words.strip_prefix(&["năm"]).unwrap_or(&words);
    words.join(" ").trim_end_matches('.').to_owned()
}

/// One thing that is due.
struct Entry<'s> {
    plan: DocId,
    clause: usize,
    printed: String,
    due: Option<Due>,
    actors: Vec<Actor>,
    /// The deadline of the metadata; nothing for the printed time of a task.
    stated: Option<&'s Deadline>,
}

impl<'s> Entry<'s> {
    fn of_deadline(deadline: &'s Deadline) -> Self {
        Self {
            plan: deadline.plan,
            clause: deadline.clause,
            printed: deadline.printed.clone(),
            due: deadline.due,
            actors: deadline.actors.clone(),
            stated: Some(deadline),
        }
    }

    fn of_task(task: &Task, actors: Vec<Actor>) -> Option<Self> {
        Some(Self {
            plan: task.plan,
            clause: task.clause,
            printed: task.time.clone()?,
            due: task.due,
            actors,
            stated: None,
        })
    }

    fn last_day(&self) -> Option<Date> {
        match self.stated {
            Some(deadline) => deadline.last_day(),
            None => self.due?.last_day(),
        }
    }
}
