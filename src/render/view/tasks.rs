//! Pages of what the compiler understands of plans: tasks, those who do them, open data.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::plan::{Job, TableForm};
use crate::route::Route;
use crate::site::{DocId, Role, RoleKind, RoleSource, Task};
use crate::tables;

impl View<'_> {
    /// How many tasks of each plan are assigned, and how.
    pub(super) fn task_overview(&self, mut page: Map) -> Map {
        let plans = self.site.of_kind("plan").map(|doc| {
            let tasks: Vec<&Task> = self.tasks_of(doc).collect();
            let count = |state: Option<RoleSource>| -> Value {
                tasks
                    .iter()
                    .filter(|task| task.assigned() == state)
                    .count()
                    .into()
            };
            object([
                ("plan", self.summaries[doc].clone()),
                ("path", self.task_path(doc).into()),
                ("count", tasks.len().into()),
                ("printed", count(Some(RoleSource::Printed))),
                ("reference", count(Some(RoleSource::Reference))),
                ("none", count(None)),
            ])
        });
        page.insert("plans".into(), plans.collect::<Vec<_>>().into());
        page
    }

    /// The tasks of one plan.
    pub(super) fn task_list(&self, doc: DocId, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let title = self
            .text(lang, "tasks_of_title")
            .replace("{plan}", &self.site.documents[doc].meta.title);
        let description = self.text(lang, "tasks_of_description");
        let mut page = self.frame(&title, Some(&description), "tasks", &job.route);
        page.insert(
            "breadcrumb".into(),
            self.crumbs(&Route::tasks(), "tasks_title"),
        );
        page.insert("plan".into(), self.summaries[doc].clone());
        let tasks = self.tasks_of(doc).map(|task| self.task(task));
        page.insert("tasks".into(), tasks.collect::<Vec<_>>().into());
        page
    }

    /// Everybody who has a task, by place.
    pub(super) fn agencies(&self, mut page: Map) -> Map {
        let mut by_place: BTreeMap<Option<&str>, Vec<Value>> = BTreeMap::new();
        for index in self.site.acting() {
            let agency = &self.site.data.agencies[index];
            let place = agency.place.as_ref().map(|place| place.as_str());
            by_place
                .entry(place)
                .or_default()
                .push(self.agency_entry(index));
        }
        let places = by_place.into_iter().map(|(place, agencies)| {
            let doc = place.and_then(|place| self.site.named("place", place));
            object([("place", self.one(doc)), ("agencies", agencies.into())])
        });
        page.insert("by_place".into(), places.collect::<Vec<_>>().into());
        page
    }

    /// The entry of an actor in a list.
    pub(super) fn agency_entry(&self, index: usize) -> Value {
        let agency = &self.site.data.agencies[index];
        let count = |kind: RoleKind| -> Value { self.tasks_with(index, kind).count().into() };
        object([
            ("name", agency.name.as_str().into()),
            ("path", Route::agencies().join(&agency.id).as_str().into()),
            ("leads", count(RoleKind::Lead)),
            ("joins", count(RoleKind::Coordinate)),
        ])
    }

    /// What one actor leads and joins.
    pub(super) fn agency(&self, index: usize, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let agency = &self.site.data.agencies[index];
        let place = agency
            .place
            .as_ref()
            .and_then(|place| self.site.named("place", place));
        let where_ = place.map(|doc| self.site.documents[doc].meta.title.as_str());
        let title = match where_ {
            Some(place) if !agency.name.contains(place) => format!("{} ({place})", agency.name),
            _ => agency.name.clone(),
        };
        let description = self
            .text(lang, "agency_description")
            .replace("{agency}", &title);
        let mut page = self.frame(&title, Some(&description), "agency", &job.route);
        page.insert(
            "breadcrumb".into(),
            self.crumbs(&Route::agencies(), "agencies_title"),
        );
        page.insert(
            "places".into(),
            self.list(&place.into_iter().collect::<Vec<_>>()),
        );
        page.insert("agency_kind".into(), agency.kind.word().into());
        for (name, kind) in [("leads", RoleKind::Lead), ("joins", RoleKind::Coordinate)] {
            let tasks = self.tasks_with(index, kind).map(|(task, role)| {
                let mut value = self.task(task).into_map().unwrap_or_default();
                value.insert("plan".into(), self.summaries[task.plan].clone());
                value.insert("source".into(), source(role).into());
                value.insert("from".into(), role.from.as_str().into());
                Value::from(value)
            });
            page.insert(name.into(), tasks.collect::<Vec<_>>().into());
        }
        page
    }

    /// The open data tables with their columns and files.
    pub(super) fn data_page(&self, mut page: Map) -> Map {
        let lang = self.site.config.lang();
        let tables = tables::names().filter_map(|name| {
            let table = tables::table(self.site, name)?;
            let files = TableForm::ALL.iter().map(|(_, ending)| {
                let file = format!("{name}.{ending}");
                let path = Route::data().join(&file);
                object([("name", file.into()), ("path", path.as_str().into())])
            });
            Some(object([
                ("name", name.into()),
                ("title", self.text(lang, &format!("table_{name}")).into()),
                (
                    "columns",
                    table
                        .columns
                        .iter()
                        .map(|column| Value::from(*column))
                        .collect::<Vec<_>>()
                        .into(),
                ),
                ("count", table.rows.len().into()),
                ("files", files.collect::<Vec<_>>().into()),
            ]))
        });
        page.insert("tables".into(), tables.collect::<Vec<_>>().into());
        page
    }

    /// The address of the tasks of a plan.
    pub(super) fn task_path(&self, doc: DocId) -> String {
        Route::tasks()
            .join(self.site.documents[doc].id())
            .to_string()
    }

    fn crumbs(&self, above: &Route, title: &str) -> Value {
        let title = self.text(self.site.config.lang(), title);
        let crumb = object([("title", title.into()), ("path", above.as_str().into())]);
        vec![self.home_crumb(), crumb].into()
    }

    fn tasks_of(&self, doc: DocId) -> impl Iterator<Item = &Task> {
        self.site.tasks.iter().filter(move |task| task.plan == doc)
    }

    /// The tasks in which an actor has a part of this kind, each once.
    fn tasks_with(&self, agency: usize, kind: RoleKind) -> impl Iterator<Item = (&Task, &Role)> {
        self.site.tasks.iter().filter_map(move |task| {
            let mut roles = task.roles.iter();
            let role = roles.find(|role| role.kind == kind && role.agency == Some(agency))?;
            Some((task, role))
        })
    }

    fn task(&self, task: &Task) -> Value {
        let clause = &self.site.documents[task.plan].facts.clauses[task.clause];
        let with = |kind: RoleKind| {
            let roles = task.roles.iter().filter(|role| role.kind == kind);
            roles.map(|role| self.role(role)).collect::<Vec<_>>()
        };
        object([
            ("clause", clause.address.as_str().into()),
            ("citation", clause.citation.as_str().into()),
            ("text", clause.text.as_str().into()),
            ("time", task.time.clone().into()),
            ("leads", with(RoleKind::Lead).into()),
            ("joins", with(RoleKind::Coordinate).into()),
        ])
    }

    fn role(&self, role: &Role) -> Value {
        let path = role.agency.map(|agency| {
            let id = &self.site.data.agencies[agency].id;
            Route::agencies().join(id).to_string()
        });
        object([
            ("name", role.printed.as_str().into()),
            ("path", path.into()),
            ("source", source(role).into()),
            ("from", role.from.as_str().into()),
        ])
    }
}

fn source(role: &Role) -> &'static str {
    match role.source {
        RoleSource::Printed => "printed",
        RoleSource::Reference => "reference",
    }
}
