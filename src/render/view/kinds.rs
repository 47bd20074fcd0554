//! What each kind of document adds to its page.

use tera::{Map, Value};

use super::View;
use super::agenda;
use super::summary::drawing;
use super::value::{map, object, value};
use crate::document::Document;
use crate::kind::event::{Event, Session};
use crate::kind::lesson::Lesson;
use crate::kind::model::Model;
use crate::kind::path::Path;
use crate::kind::place::Place;
use crate::kind::plan::Plan;
use crate::kind::{ClauseRef, Kind};
use crate::record::Spanned;
use crate::resolve::link;
use crate::site::DocId;

impl View<'_> {
    pub(super) fn kind(&self, doc: DocId, number: usize, page: &mut Map) {
        let document = &self.site.documents[doc];
        match &document.kind {
            Kind::Plan(plan) => {
                page.insert("plan".into(), self.plan(doc, plan));
                page.insert("tasks_path".into(), self.task_path(doc).into());
            }
            Kind::Place(place) => self.place(doc, place, page),
            Kind::Model(model) => drop(page.insert("model".into(), self.model(document, model))),
            Kind::Lesson(lesson) => {
                page.insert("lesson".into(), self.lesson(document, lesson));
                page.insert("paths".into(), self.list(&self.paths_of(doc)));
            }
            Kind::Path(path) => self.path(path, page),
            Kind::Event(event) => {
                page.insert("moves".into(), self.moves(&[doc]).into());
                page.insert("event".into(), self.event(doc, event));
            }
            Kind::Section(_) => self.listing(doc, number, page),
            Kind::Article(_) => {}
        }
    }

    fn plan(&self, doc: DocId, plan: &Plan) -> Value {
        let mut fields = map(plan);
        fields.insert("targets".into(), self.targets(doc, plan));
        if let Some(original) = &plan.original {
            let mut inner = map(original);
            inner.insert("url".into(), self.address(doc, original.url.as_ref()));
            fields.insert("original".into(), inner.into());
        }
        fields.into()
    }

    /// The address to write for a link of the metadata.
    fn address(&self, doc: DocId, link: Option<&Spanned<String>>) -> Value {
        let to_root = self.site.routes[doc].to_root();
        let target = link.and_then(|link| link::resolve(self.site, doc, link).ok());
        target
            .map(|target| link::href(self.site, &target, &to_root))
            .into()
    }

    fn place(&self, doc: DocId, place: &Place, page: &mut Map) {
        let named = |id: &str| self.site.named("place", id);
        let mut fields = map(place);
        let parent = place.parent.as_ref().and_then(|id| named(id));
        fields.insert("parent".into(), self.one(parent));
        let successor = place.successor.as_ref();
        let successor_doc = successor.and_then(|s| named(&s.place));
        // One that is unknown is told; templates have none.
        let next = successor.zip(successor_doc).map(|(successor, next)| {
            object([
                ("place", self.summaries[next].clone()),
                ("from", successor.from.iso().into()),
                ("by", successor.by.clone().into()),
            ])
        });
        fields.insert("successor".into(), next.unwrap_or_else(Value::none));
        let mut predecessor_docs = Vec::new();
        let predecessors = place.predecessors.iter().map(|predecessor| -> Value {
            let mut fields = map(predecessor);
            let before = predecessor.place.as_ref().and_then(|id| named(id));
            predecessor_docs.extend(before.filter(|&before| before != doc));
            fields.insert(
                "place".into(),
                self.one(before.filter(|&before| before != doc)),
            );
            fields.into()
        });
        let predecessors: Vec<Value> = predecessors.collect();
        fields.insert("predecessors".into(), predecessors.into());
        let duties = place.help_duties.iter();
        let duties = duties.filter(|duty| self.site.named("plan", &duty.plan).is_some());
        let duties = duties.map(|duty| self.with_plan(map(duty), &duty.plan));
        fields.insert("help_duties".into(), duties.collect::<Vec<_>>().into());
        page.insert("place".into(), fields.into());

        let plans = self.concerning(doc, "plan");
        page.insert("plans".into(), self.with_targets(&plans));
        page.insert("models".into(), self.models_of(&plans));
        let id = self.site.documents[doc].id();
        let agencies = self.site.acting().iter().copied().filter(|&agency| {
            let place = self.site.data.agencies[agency].place.as_ref();
            place.is_some_and(|place| place.value == id)
        });
        let agencies: Vec<Value> = agencies.map(|agency| self.agency_entry(agency)).collect();
        page.insert("agencies".into(), agencies.into());
        let events = self.site.of_kind("event");
        let events: Vec<DocId> = events
            .filter(|&event| self.site.is_at(event, doc))
            .collect();
        page.insert("moves".into(), self.moves(&events).into());
        page.insert(
            "schedule".into(),
            self.agenda_at(
                doc,
                &events,
                events
                    .iter()
                    .filter_map(|&doc| self.site.rule_ends(doc))
                    .max(),
            ),
        );
        let points = self.site.data.points.iter();
        let points = points.filter(|point| point.place.value == id);
        page.insert(
            "points".into(),
            points.map(value).collect::<Vec<_>>().into(),
        );
        let of = |places: &[DocId]| -> Vec<DocId> {
            let plans = places
                .iter()
                .flat_map(|&place| self.concerning(place, "plan"));
            plans
                .filter(|plan| !self.concerning(doc, "plan").contains(plan))
                .collect()
        };
        let points_page = self.site.documents.iter().position(|document| {
            let template = document.meta.template.as_ref();
            template.is_some_and(|name| name.value == "points.html")
        });
        page.insert("help_page".into(), self.one(points_page));
        let after: Vec<DocId> = successor_doc.into_iter().collect();
        page.insert("successor_plans".into(), self.list(&of(&after)));
        page.insert(
            "predecessor_plans".into(),
            self.list(&of(&predecessor_docs)),
        );
    }

    /// Documents of a kind that say they hold for `place`, in the order of their section.
    fn concerning(&self, place: DocId, kind: &str) -> Vec<DocId> {
        let id = self.site.documents[place].id();
        let documents = self.site.of_kind(kind);
        documents
            .filter(|&doc| {
                self.site.documents[doc]
                    .meta
                    .places
                    .iter()
                    .any(|known| known.value == id)
            })
            .collect()
    }

    fn with_targets(&self, plans: &[DocId]) -> Value {
        let plans = plans.iter().map(|&doc| -> Value {
            let mut fields = self.summaries[doc].as_map().cloned().unwrap_or_default();
            if let Kind::Plan(plan) = &self.site.documents[doc].kind {
                fields.insert("targets".into(), self.targets(doc, plan));
            }
            fields.into()
        });
        plans.collect::<Vec<_>>().into()
    }

    /// The models that plans set, under the names that the plans give them.
    fn models_of(&self, plans: &[DocId]) -> Value {
        let named = |plan: &str| {
            let mut plans = plans.iter();
            plans.any(|&doc| self.site.documents[doc].id() == plan)
        };
        let models = self.site.of_kind("model").flat_map(|doc| {
            let wordings = match &self.site.documents[doc].kind {
                Kind::Model(model) => model.wordings.as_slice(),
                _ => &[],
            };
            let here = wordings.iter().filter(|wording| named(&wording.plan));
            here.map(move |wording| (doc, wording))
        });
        let models = models.map(|(doc, wording)| {
            let fields = object([
                ("model", self.summaries[doc].clone()),
                ("name", wording.name.as_str().into()),
                ("clause", wording.clause.as_str().into()),
            ]);
            self.with_plan(fields.into_map().unwrap_or_default(), &wording.plan)
        });
        models.collect::<Vec<_>>().into()
    }

    fn model(&self, document: &Document, model: &Model) -> Value {
        let mut fields = map(model);
        fields.insert(
            "drawing".into(),
            drawing(self.site, document, model.drawing.as_ref()),
        );
        let numbers = model
            .numbers
            .iter()
            .map(|number| self.with_plan(map(number), &number.plan));
        fields.insert("numbers".into(), numbers.collect::<Vec<_>>().into());
        let wordings = model
            .wordings
            .iter()
            .map(|wording| self.with_plan(map(wording), &wording.plan));
        fields.insert("wordings".into(), wordings.collect::<Vec<_>>().into());
        let lessons = model
            .lessons
            .iter()
            .filter_map(|id| self.site.named("lesson", id));
        fields.insert("lessons".into(), self.list(&lessons.collect::<Vec<_>>()));
        fields.into()
    }

    /// Puts the summary of a plan in the place of its name.
    fn with_plan(&self, mut fields: Map, plan: &str) -> Value {
        fields.insert("plan".into(), self.one(self.site.named("plan", plan)));
        fields.into()
    }

    fn clause_refs(&self, refs: &[ClauseRef]) -> Value {
        let refs = refs
            .iter()
            .map(|clause| self.with_plan(map(clause), &clause.plan));
        refs.collect::<Vec<_>>().into()
    }

    fn lesson(&self, document: &Document, lesson: &Lesson) -> Value {
        let mut fields = map(lesson);
        let drawing = drawing(self.site, document, lesson.drawing.as_ref());
        fields.insert("drawing".into(), drawing);
        fields.insert("plan_refs".into(), self.clause_refs(&lesson.plan_refs));
        let models = lesson
            .models
            .iter()
            .filter_map(|id| self.site.named("model", id));
        fields.insert("models".into(), self.list(&models.collect::<Vec<_>>()));
        fields.into()
    }

    /// The paths that lead through a lesson.
    fn paths_of(&self, lesson: DocId) -> Vec<DocId> {
        let id = self.site.documents[lesson].id();
        let paths = self.site.of_kind("path");
        let paths = paths.filter(|&doc| match &self.site.documents[doc].kind {
            Kind::Path(path) => path.lessons.iter().any(|known| known.as_str() == id),
            _ => false,
        });
        paths.collect()
    }

    fn path(&self, path: &Path, page: &mut Map) {
        let lessons = path.lessons.iter();
        let lessons = lessons.filter_map(|id| self.site.named("lesson", id));
        page.insert("lessons".into(), self.list(&lessons.collect::<Vec<_>>()));
        page.insert("plan_refs".into(), self.clause_refs(&path.plan_refs));
    }

    fn event(&self, doc: DocId, event: &Event) -> Value {
        let mut fields = map(event);
        fields.insert("plan_refs".into(), self.clause_refs(&event.plan_refs));
        fields.insert(
            "online_link".into(),
            self.address(doc, event.online_link.as_ref()),
        );
        if let Some(registration) = &event.registration {
            let mut inner = map(registration);
            inner.insert("link".into(), self.address(doc, registration.link.as_ref()));
            fields.insert("registration".into(), inner.into());
        }
        let documents = event.documents.iter().map(|document| {
            let link = self.address(doc, document.link.as_ref());
            object([("title", document.title.as_str().into()), ("link", link)])
        });
        fields.insert("documents".into(), documents.collect::<Vec<_>>().into());
        if let Some(series) = &event.series {
            let mut named = map(series);
            named.insert("name".into(), self.site.series_name(series).into());
            fields.insert("series".into(), named.into());
        }
        let mut sessions: Vec<&Session> = event.sessions.iter().collect();
        // Rows stand as they were sent; readers look by the hour.
        sessions.sort_by_key(|session| {
            let start = session.start.as_ref().map(|start| start.value);
            (start.is_none(), start)
        });
        let sessions = sessions.into_iter().map(|session| {
            let mut fields = map(session);
            let status = event.status_of(Some(session));
            fields.insert("status".into(), value(&status));
            fields.insert("off".into(), agenda::is_off(status).into());
            let venue = event.venue_of(session);
            let room = venue.map(|venue| venue.name.clone());
            fields.insert("room".into(), room.into());
            let venue = venue.and_then(|venue| venue.place.as_ref());
            let place = session.place.as_ref().or(venue);
            let name = place.and_then(|place| self.full_name(place));
            fields.insert("place_name".into(), name.into());
            Value::from(fields)
        });
        fields.insert("sessions".into(), sessions.collect::<Vec<_>>().into());
        agenda::facts(self.site, doc, event, self.ranks[doc], &mut fields);
        fields.insert("announcement".into(), self.announcement(doc, event));
        let structured = self.structured(doc, event);
        let structured = structured.map(|text| Value::safe_string(&text));
        fields.insert("structured".into(), structured.into());
        fields.into()
    }
}
