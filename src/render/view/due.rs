//! The page of what is due: days and months first, then what comes each quarter and each year, then what has no day.

use tera::{Map, Value};

use super::View;
use super::value::{object, value};
use crate::site::{Actor, Deadline, Task};
use crate::text::due::Due;

/// The groups of the page, in their order, with the text that names each.
const GROUPS: [&str; 5] = [
    "due_dated",
    "due_quarterly",
    "due_yearly",
    "due_years",
    "due_open",
];

impl View<'_> {
    /// What is due, in order.
    pub(super) fn due_page(&self, mut page: Map) -> Map {
        let stated = self.site.deadlines.iter().map(Entry::of_deadline);
        // A task whose clause has a deadline of its own is there already.
        let has_own = |task: &&Task| {
            let mut own = self.site.deadlines.iter();
            own.any(|due| due.plan == task.plan && due.clause == task.clause)
        };
        let tasks = self.site.tasks.iter().filter(|task| !has_own(task));
        let tasks = tasks.filter_map(|task| Entry::of_task(task, self.task_actors(task)));
        let mut entries: Vec<Entry> = stated.chain(tasks).collect();
        entries.sort_by_key(|entry| (entry.group(), entry.due.and_then(Due::last_day)));
        let groups = GROUPS.iter().enumerate().filter_map(|(group, key)| {
            let entries = entries.iter().filter(|entry| entry.group() == group);
            let entries: Vec<Value> = entries.map(|entry| self.entry(entry)).collect();
            let title = self.text(self.site.config.lang(), key);
            (!entries.is_empty())
                .then(|| object([("title", title.into()), ("entries", entries.into())]))
        });
        page.insert("groups".into(), groups.collect::<Vec<_>>().into());
        page
    }

    /// Deadlines in the order in which they are due.
    pub(super) fn deadlines<'d>(&self, deadlines: impl Iterator<Item = &'d Deadline>) -> Value {
        let mut entries: Vec<Entry> = deadlines.map(Entry::of_deadline).collect();
        entries.sort_by_key(|entry| (entry.group(), entry.due.and_then(Due::last_day)));
        let entries = entries.iter().map(|entry| self.entry(entry));
        entries.collect::<Vec<_>>().into()
    }

    fn entry(&self, entry: &Entry) -> Value {
        let clause = self.site.clause(entry.plan, entry.clause);
        let now = self.site.view.now;
        let stated = entry.stated;
        let last_day = match stated {
            Some(deadline) => deadline.last_day(),
            None => entry.due.and_then(Due::last_day),
        };
        let past = last_day.is_some_and(|day| day < now);
        let to = stated.map_or(&[][..], |deadline| &deadline.to);
        let to = to.iter().map(|&at| {
            object([
                ("name", self.site.data.agencies[at].name.as_str().into()),
                ("path", self.agency_path(at).into()),
            ])
        });
        object([
            ("plan", self.summaries[entry.plan].clone()),
            ("clause", clause.address.as_str().into()),
            ("text", clause.text.as_str().into()),
            ("printed", entry.printed.as_str().into()),
            ("past", past.into()),
            ("next", value(&self.next_in_plan(entry))),
            ("kind", stated.map(|deadline| deadline.kind.word()).into()),
            ("actors", self.actors(&entry.actors)),
            ("to", to.collect::<Vec<_>>().into()),
            ("form", stated.and_then(|deadline| deadline.form.clone()).into()),
            ("note", stated.and_then(|deadline| deadline.note.clone()).into()),
        ])
    }

    /// The next day of a rule, as long as the plan runs.
    fn next_in_plan(&self, entry: &Entry) -> Option<crate::text::dates::Date> {
        let next = entry.due?.next(self.site.view.now)?;
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

/// One thing that is due.
struct Entry<'s> {
    plan: usize,
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
            due: task.due(),
            actors,
            stated: None,
        })
    }

    fn group(&self) -> usize {
        match self.due {
            Some(Due::Day(_) | Due::Month { .. } | Due::Quarter { .. }) => 0,
            Some(Due::Quarterly(_)) => 1,
            Some(Due::Yearly(_)) => 2,
            Some(Due::Years { .. }) => 3,
            Some(Due::Open) | None => 4,
        }
    }
}
