//! The page of targets: what each plan sets for each group and year, side by side.
//!
//! Levels of government stand apart, and so do units: a share is never drawn beside a number of people. Targets set above the plans are
//! a cited baseline, not one of them. Without results no progress is drawn.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use super::View;
use super::value::{map, object, value};
use crate::kind::Kind;
use crate::kind::plan::{Indicator, Level, Plan, Target, Unit};
use crate::site::DocId;
use crate::text::numbers::parse_number;

/// What is compared: a group, in what, counted how.
type Measure<'s> = (&'s str, Option<Indicator>, Unit);

/// A target with its plan and its identifier.
struct Set<'s> {
    plan: DocId,
    level: Level,
    id: String,
    target: &'s Target,
}

impl View<'_> {
    /// The targets of all plans by group, level and year.
    pub(super) fn target_page(&self, mut page: Map) -> Map {
        let sets = self.sets();
        let mut measures: Vec<Measure> = Vec::new();
        for set in &sets {
            let measure = measure(set.target);
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        let order = |group: &str| {
            let mut groups = self.site.data.groups.iter();
            groups.position(|known| *known.id == group)
        };
        measures.sort_by_key(|(group, indicator, unit)| (order(group), *indicator, *unit));
        let measures = measures.into_iter().map(|at| self.measure(at, &sets));
        page.insert("measures".into(), measures.collect::<Vec<_>>().into());
        page.insert(
            "results".into(),
            (!self.site.data.results.is_empty()).into(),
        );
        page
    }

    fn sets(&self) -> Vec<Set<'_>> {
        let plans = self.site.of_kind("plan").filter_map(|doc| {
            let document = &self.site.documents[doc];
            let Kind::Plan(plan) = &document.kind else {
                return None;
            };
            let ids = plan.target_ids(document.id());
            let sets = ids.into_iter().zip(&plan.targets);
            Some(sets.map(move |(id, target)| Set {
                plan: doc,
                level: plan.level,
                id,
                target,
            }))
        });
        plans.flatten().collect()
    }

    fn measure(&self, wanted: Measure, sets: &[Set]) -> Value {
        let here = |set: &&Set| measure(set.target) == wanted;
        let (group, indicator, unit) = wanted;
        let years: BTreeSet<i16> = sets.iter().filter(here).map(|s| *s.target.year).collect();
        let mut levels: BTreeMap<Level, Vec<DocId>> = BTreeMap::new();
        for set in sets.iter().filter(here) {
            let plans = levels.entry(set.level).or_default();
            if !plans.contains(&set.plan) {
                plans.push(set.plan);
            }
        }
        let levels = levels.into_iter().map(|(level, plans)| {
            let rows = plans.into_iter().map(|plan| {
                let cells = years.iter().map(|year| {
                    let in_year = sets.iter().filter(here);
                    let in_year =
                        in_year.filter(|set| set.plan == plan && *set.target.year == *year);
                    in_year
                        .map(|set| self.set(set))
                        .collect::<Vec<Value>>()
                        .into()
                });
                let cells: Vec<Value> = cells.collect();
                object([
                    ("plan", self.summaries[plan].clone()),
                    ("name", self.site.plan_name(plan).into()),
                    ("cells", cells.into()),
                ])
            });
            let rows: Vec<Value> = rows.collect();
            object([("level", value(&level)), ("rows", rows.into())])
        });
        let levels: Vec<Value> = levels.collect();
        let baseline = self
            .site
            .data
            .baseline
            .iter()
            .filter(|row| *row.group == group && Some(row.indicator) == indicator)
            // People and percent are never set against each other.
            .filter(|row| row.unit == unit);
        let baseline = baseline.map(|row| -> Value {
            let mut fields = map(row);
            fields.insert("number".into(), parse_number(&row.value).into());
            fields.into()
        });
        object([
            ("group", self.group_name(group).into()),
            ("indicator", value(&indicator)),
            ("unit", value(&unit)),
            (
                "years",
                years
                    .iter()
                    .map(|year| Value::from(*year))
                    .collect::<Vec<_>>()
                    .into(),
            ),
            ("levels", levels.into()),
            ("baseline", baseline.collect::<Vec<_>>().into()),
        ])
    }

    fn set(&self, set: &Set) -> Value {
        let mut fields = self.target(set.target);
        let results = self.site.data.results.iter();
        let results = results.filter(|result| *result.target == set.id);
        let results: Vec<Value> = results.map(|result| self.result(result)).collect();
        fields.insert("results".into(), results.into());
        fields.into()
    }

    /// Targets for templates, with their results.
    pub(super) fn targets(&self, doc: DocId, plan: &Plan) -> Value {
        let ids = plan.target_ids(self.site.documents[doc].id()).into_iter();
        let sets = ids.zip(&plan.targets).map(|(id, target)| {
            self.set(&Set {
                plan: doc,
                level: plan.level,
                id,
                target,
            })
        });
        sets.collect::<Vec<_>>().into()
    }

    fn target(&self, target: &Target) -> Map {
        let mut fields = map(target);
        fields.insert("group_name".into(), self.group_name(&target.group).into());
        fields.insert("number".into(), parse_number(&target.value).into());
        fields
    }

    fn result(&self, result: &crate::data::TargetResult) -> Value {
        let mut fields = map(result);
        let mut agencies = self.site.data.agencies.iter();
        let reporter = agencies.position(|agency| *agency.id == *result.reporter);
        let name = reporter.map(|at| self.agency_title(at));
        let name = name.unwrap_or_else(|| result.reporter.value.clone());
        fields.insert("reporter_name".into(), name.into());
        fields.into()
    }

    fn group_name(&self, id: &str) -> String {
        let group = self.site.data.group(id);
        group.map_or_else(|| id.to_owned(), |group| group.name.clone())
    }
}

fn measure(target: &Target) -> Measure<'_> {
    (&target.group, target.indicator, target.unit)
}
