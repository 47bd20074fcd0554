//! What falls to each actor of the table of agencies: found once for all the pages that ask for it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Relations, RoleKind};
use crate::text::due::Due;

/// What every actor has to do or to receive, by its place in the table of agencies.
#[derive(Debug, Default)]
pub(super) struct Falls {
    by_actor: BTreeMap<usize, ToActor>,
    /// Those who have something to do or to receive.
    pub(super) acting: BTreeSet<usize>,
    /// Those who lead or join a task, or have a duty.
    pub(super) reporting: BTreeSet<usize>,
}

/// What one actor has to do.
#[derive(Debug, Default)]
struct ToActor {
    /// The tasks that it leads and its role in each, by their places, the first due first.
    leads: Vec<(usize, usize)>,
    /// Those that it joins.
    joins: Vec<(usize, usize)>,
    /// Its duties.
    duties: Vec<usize>,
}

impl Falls {
    pub(super) fn of(relations: &Relations) -> Self {
        let mut falls = Self::default();
        for (at, task) in relations.tasks.iter().enumerate() {
            for (role_at, role) in task.roles.iter().enumerate() {
                let Some(agency) = role.agency else { continue };
                let tasks = falls
                    .by_actor
                    .entry(agency)
                    .or_default()
                    .tasks_mut(role.kind);
                // Of several roles of a kind in one task the first counts.
                if tasks.last().is_none_or(|(last, _)| *last != at) {
                    tasks.push((at, role_at));
                }
            }
        }
        for (at, duty) in relations.duties.iter().enumerate() {
            for agency in duty.actors.iter().filter_map(|actor| actor.agency) {
                let duties = &mut falls.by_actor.entry(agency).or_default().duties;
                if duties.last() != Some(&at) {
                    duties.push(at);
                }
            }
        }
        falls.reporting = falls.by_actor.keys().copied().collect();
        let deadlines = relations.deadlines.iter();
        let owing = deadlines.clone().flat_map(|deadline| &deadline.actors);
        let receiving = deadlines.flat_map(|deadline| deadline.to.iter().copied());
        let due = owing.filter_map(|actor| actor.agency).chain(receiving);
        falls.acting = falls.reporting.iter().copied().chain(due).collect();
        falls.sort(relations);
        falls
    }

    /// What names no day comes last; the sort keeps the order of the plans.
    fn sort(&mut self, relations: &Relations) {
        let days = relations.tasks.iter().map(|task| {
            let day = task.due.and_then(Due::last_day);
            (day.is_none(), day)
        });
        let days: Vec<_> = days.collect();
        for tasks in self.by_actor.values_mut() {
            tasks.leads.sort_by_key(|(at, _)| days[*at]);
            tasks.joins.sort_by_key(|(at, _)| days[*at]);
        }
    }

    /// The tasks in which an actor has a part of this kind, with its role, by their places.
    pub(super) fn tasks(&self, agency: usize, kind: RoleKind) -> &[(usize, usize)] {
        match self.by_actor.get(&agency) {
            Some(own) if kind == RoleKind::Lead => &own.leads,
            Some(own) => &own.joins,
            None => &[],
        }
    }

    /// The duties of an actor, by their places.
    pub(super) fn duties(&self, agency: usize) -> &[usize] {
        self.by_actor.get(&agency).map_or(&[], |own| &own.duties)
    }
}

impl ToActor {
    fn tasks_mut(&mut self, kind: RoleKind) -> &mut Vec<(usize, usize)> {
        match kind {
            RoleKind::Lead => &mut self.leads,
            RoleKind::Coordinate => &mut self.joins,
        }
    }
}
