//! Pages of those who have something to do: lists by place, and a page each.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::plan::Job;
use crate::render::report_form;
use crate::route::Route;
use crate::site::{Actor, Deadline, DocId, Duty, RoleKind};

impl View<'_> {
    /// Everybody who has a task, by place.
    pub(super) fn agencies(&self, mut page: Map) -> Map {
        let mut by_place: BTreeMap<Option<&str>, Vec<Value>> = BTreeMap::new();
        for &index in self.site.acting() {
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
        let to = self.site.deadlines.iter();
        let received = to.filter(|deadline| deadline.to.contains(&index)).count();
        let count = |kind: RoleKind| self.site.tasks_with(index, kind).count();
        let counts = [
            ("leads_n", count(RoleKind::Lead)),
            ("joins_n", count(RoleKind::Coordinate)),
            ("duties_n", self.site.duties_of(index).count()),
            ("received_n", received),
        ];
        let lang = self.site.config.lang();
        let says = counts.iter().filter(|(_, count)| *count > 0);
        let says: Vec<String> = says
            .map(|(key, count)| self.text(lang, key).replace("{n}", &count.to_string()))
            .collect();
        object([
            ("name", agency.name.as_str().into()),
            ("title", self.agency_title(index).into()),
            ("path", self.agency_path(index).into()),
            ("says", says.join(" · ").into()),
        ])
    }

    /// The address of an actor's page.
    pub(super) fn agency_path(&self, index: usize) -> String {
        let id = &self.site.data.agencies[index].id;
        Route::agencies().join(id).to_string()
    }

    /// The name of an actor, with its place where the name does not say it.
    pub(super) fn agency_title(&self, index: usize) -> String {
        let agency = &self.site.data.agencies[index];
        let place = self.agency_place(index);
        let place = place.map(|doc| self.site.documents[doc].meta.title.as_str());
        match place {
            Some(place) if !agency.name.contains(place) => format!("{} ({place})", agency.name),
            _ => agency.name.clone(),
        }
    }

    fn agency_place(&self, index: usize) -> Option<DocId> {
        let place = self.site.data.agencies[index].place.as_ref()?;
        self.site.named("place", place)
    }

    /// What one actor has to report and to do, what it leads and what it joins.
    pub(super) fn agency(&self, index: usize, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let agency = &self.site.data.agencies[index];
        let title = self.agency_title(index);
        let place = self.agency_place(index);
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
        let owes = |deadline: &&Deadline| {
            let mut actors = deadline.actors.iter();
            actors.any(|actor| actor.agency == Some(index))
        };
        let due = self.site.deadlines.iter().filter(owes);
        page.insert("due".into(), self.deadlines(due));
        let receives = |deadline: &&Deadline| deadline.to.contains(&index);
        let received = self.site.deadlines.iter().filter(receives);
        page.insert("received".into(), self.deadlines(received));
        let duties = self.site.duties_of(index).map(|duty| self.duty(duty));
        page.insert("duties".into(), duties.collect::<Vec<_>>().into());
        let classes = agency.member_of.iter().filter_map(|class| {
            let mut agencies = self.site.data.agencies.iter();
            let class = agencies.position(|known| known.id.value == class.value)?;
            let owes = |deadline: &&Deadline| {
                let mut actors = deadline.actors.iter();
                actors.any(|actor| actor.agency == Some(class))
            };
            let due = self.site.deadlines.iter().filter(owes);
            Some(object([
                ("name", self.agency_title(class).into()),
                ("path", self.agency_path(class).into()),
                ("due", self.deadlines(due)),
            ]))
        });
        page.insert("classes".into(), classes.collect::<Vec<_>>().into());
        let form = self.site.report_form(None).is_some() && self.site.reporting().contains(&index);
        let form = form.then(|| {
            Route::agencies()
                .join(&agency.id)
                .join("bao-cao")
                .to_string()
        });
        page.insert("form".into(), form.into());
        for (name, kind) in [("leads", RoleKind::Lead), ("joins", RoleKind::Coordinate)] {
            let tasks = self.site.tasks_with(index, kind).map(|(task, role)| {
                let mut value = self.task(task).into_map().unwrap_or_default();
                value.insert("plan".into(), self.summaries[task.plan].clone());
                value.insert("source".into(), role.source.word().into());
                value.insert("from".into(), role.from.as_str().into());
                Value::from(value)
            });
            page.insert(name.into(), tasks.collect::<Vec<_>>().into());
        }
        page
    }

    fn duty(&self, duty: &Duty) -> Value {
        let clause = self.site.clause(duty.plan, duty.clause);
        let related = duty.related.iter().map(|&task| {
            let task = &self.site.tasks[task];
            let clause = self.site.clause(task.plan, task.clause);
            object([
                ("clause", clause.address.as_str().into()),
                ("citation", clause.citation.as_str().into()),
                ("text", clause.work().into()),
            ])
        });
        object([
            ("plan", self.summaries[duty.plan].clone()),
            ("clause", clause.address.as_str().into()),
            ("text", duty.text.as_str().into()),
            ("actors", self.actors(&duty.actors)),
            ("related", related.collect::<Vec<_>>().into()),
        ])
    }

    pub(super) fn actors(&self, actors: &[Actor]) -> Value {
        let actors = actors.iter().map(|actor| {
            let known = actor.agency.map(|at| self.agency_title(at));
            object([
                (
                    "name",
                    known.unwrap_or_else(|| actor.printed.clone()).into(),
                ),
                ("path", actor.agency.map(|at| self.agency_path(at)).into()),
                ("joins", (actor.kind == RoleKind::Coordinate).into()),
            ])
        });
        actors.collect::<Vec<_>>().into()
    }

    /// The report form, blank or filled for one actor.
    pub(super) fn form(&self, agency: Option<usize>, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let text = |key: &str| self.text(lang, key);
        let form = report_form::fill(self.site, agency, text);
        let (title, description, above) = match agency {
            None => (
                text("form_title"),
                text("form_description"),
                self.crumbs(&Route::data(), "data_title"),
            ),
            Some(agency) => {
                let name = self.agency_title(agency);
                let path = self.agency_path(agency);
                let mut crumbs = vec![self.home_crumb()];
                let agencies = Route::agencies();
                for (title, path) in [
                    (text("agencies_title"), agencies.as_str()),
                    (name.clone(), path.as_str()),
                ] {
                    crumbs.push(object([("title", title.into()), ("path", path.into())]));
                }
                let fill = |key: &str| text(key).replace("{agency}", &name);
                (
                    fill("form_of_title"),
                    fill("form_of_description"),
                    crumbs.into(),
                )
            }
        };
        let mut page = self.frame(&title, Some(&description), "form", &job.route);
        page.insert("breadcrumb".into(), above);
        page.insert("plan".into(), self.summaries[form.plan].clone());
        page.insert("clause".into(), form.clause.into());
        page.insert("own".into(), (form.own || agency.is_none()).into());
        page.insert("lines".into(), form.lines.into());
        page.insert("head".into(), form.head.into());
        let rows = form.rows.into_iter().map(Value::from);
        page.insert("rows".into(), rows.collect::<Vec<_>>().into());
        let sheet = format!("{}.xlsx", job.route.as_str().trim_end_matches('/'));
        page.insert("sheet".into(), sheet.into());
        page
    }
}
