//! Pages of tasks.

use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::kind::Kind;
use crate::plan::Job;
use crate::route::Route;
use crate::site::{DocId, Role, RoleKind, RoleSource, Task};
use crate::text::due::Due;

impl View<'_> {
    /// How many tasks of each plan are assigned, and how.
    pub(super) fn task_overview(&self, mut page: Map) -> Map {
        let plans = self.site.of_kind("plan").map(|doc| {
            let tasks = self.site.tasks_of(doc);
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
        page.insert("places".into(), self.places_with_tasks());
        let years = self.site.task_years().into_iter().map(|year| {
            let route = Route::tasks().join(&format!("nam-{year}"));
            object([("year", year.into()), ("path", route.as_str().into())])
        });
        page.insert("years".into(), years.collect::<Vec<_>>().into());
        page
    }

    /// The places with the plans that hold there: their own, and those of the units that they took over.
    fn places_with_tasks(&self) -> Value {
        let places = self.site.of_kind("place").filter_map(|place| {
            let plans = self.site.of_kind("plan").filter(|&plan| {
                let places = &self.site.documents[plan].meta.places;
                let places = places.iter().filter_map(|id| self.site.named("place", id));
                places
                    .into_iter()
                    .any(|here| here == place || self.successor_of(here) == Some(place))
            });
            let plans = plans.map(|plan| {
                object([
                    ("plan", self.summaries[plan].clone()),
                    ("path", self.task_path(plan).into()),
                ])
            });
            let plans: Vec<Value> = plans.collect();
            let place = self.summaries[place].clone();
            (!plans.is_empty()).then(|| object([("place", place), ("plans", plans.into())]))
        });
        places.collect::<Vec<_>>().into()
    }

    fn successor_of(&self, place: DocId) -> Option<DocId> {
        match &self.site.documents[place].kind {
            Kind::Place(place) => self.site.named("place", &place.successor.as_ref()?.place),
            _ => None,
        }
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
        let tasks = |assigned: bool| -> Value {
            let tasks = self.site.tasks_of(doc).iter();
            let tasks = tasks.filter(|task| task.assigned().is_some() == assigned);
            tasks.map(|task| self.task(task)).collect::<Vec<_>>().into()
        };
        page.insert("assigned".into(), tasks(true));
        page.insert("unassigned".into(), tasks(false));
        page
    }

    /// Every task, plan by plan.
    pub(super) fn all_tasks(&self, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let text = |key: &str| self.text(lang, key);
        let (title, description) = (text("tasks_all_title"), text("tasks_all_description"));
        let mut page = self.frame(&title, Some(&description), "tasks", &job.route);
        let above = self.crumbs(&Route::tasks(), "tasks_title");
        page.insert("breadcrumb".into(), above);
        page.insert("plans".into(), self.by_plan(|_| true));
        page
    }

    /// The tasks that are printed to be done in `year`, plan by plan.
    pub(super) fn tasks_of_year(&self, year: i16, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let text = |key: &str| self.text(lang, key).replace("{year}", &year.to_string());
        let mut page = self.frame(
            &text("tasks_of_year_title"),
            Some(&text("tasks_of_year_description")),
            "tasks",
            &job.route,
        );
        page.insert(
            "breadcrumb".into(),
            self.crumbs(&Route::tasks(), "tasks_title"),
        );
        let in_year = |task: &Task| {
            let years = task.due.and_then(Due::years);
            years.is_some_and(|(from, to)| (from..=to).contains(&year))
        };
        page.insert("plans".into(), self.by_plan(in_year));
        page
    }

    /// The tasks of which `fits` holds, under their plans.
    pub(super) fn by_plan(&self, fits: impl Fn(&Task) -> bool) -> Value {
        let plans = self.site.of_kind("plan").filter_map(|doc| {
            let tasks = self.site.tasks_of(doc).iter();
            let tasks = tasks.filter(|task| fits(task));
            let tasks: Vec<Value> = tasks.map(|task| self.task(task)).collect();
            let plan = self.summaries[doc].clone();
            (!tasks.is_empty()).then(|| object([("plan", plan), ("tasks", tasks.into())]))
        });
        plans.collect::<Vec<_>>().into()
    }

    /// The address of the tasks of a plan.
    pub(super) fn task_path(&self, doc: DocId) -> String {
        Route::tasks()
            .join(self.site.documents[doc].id())
            .to_string()
    }

    pub(super) fn crumbs(&self, above: &Route, title: &str) -> Value {
        let title = self.text(self.site.config.lang(), title);
        let crumb = object([("title", title.into()), ("path", above.as_str().into())]);
        vec![self.home_crumb(), crumb].into()
    }

    pub(super) fn task(&self, task: &Task) -> Value {
        let place = |task: &Task| (task.plan, task.clause);
        let at = self.site.tasks.binary_search_by_key(&place(task), place);
        let at = at.expect("tasks stand in the order of the plans and their clauses");
        let made = self.pages.tasks[at].get_or_init(|| self.made_task(task));
        made.clone()
    }

    fn made_task(&self, task: &Task) -> Value {
        let clause = &self.site.documents[task.plan].facts.clauses[task.clause];
        let with = |kind: RoleKind| {
            let roles = task.roles.iter().filter(|role| role.kind == kind);
            roles.map(|role| self.role(role)).collect::<Vec<_>>()
        };
        object([
            ("clause", clause.address.as_str().into()),
            ("citation", clause.citation.as_str().into()),
            ("text", clause.work().into()),
            ("time", task.time.clone().into()),
            ("leads", with(RoleKind::Lead).into()),
            ("joins", with(RoleKind::Coordinate).into()),
            ("named_in", self.named_in(task)),
        ])
    }

    /// The duties that an editor has linked to a task, with those on whom they are put.
    fn named_in(&self, task: &Task) -> Value {
        // Links lead to tasks of the same plan, in which a clause is one task at most.
        let duties = self.site.duties_in(task.plan).iter().filter(|duty| {
            let mut related = duty.related.iter();
            related.any(|&at| self.site.tasks[at].clause == task.clause)
        });
        let duties = duties.map(|duty| {
            let clause = self.site.clause(duty.plan, duty.clause);
            object([
                ("clause", clause.address.as_str().into()),
                ("actors", self.actors(&duty.actors)),
            ])
        });
        duties.collect::<Vec<_>>().into()
    }

    fn role(&self, role: &Role) -> Value {
        object([
            ("name", role.printed.as_str().into()),
            ("path", role.agency.map(|at| self.agency_path(at)).into()),
            ("source", role.source.word().into()),
            ("from", role.from.as_str().into()),
        ])
    }
}
