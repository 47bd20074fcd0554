//! A name that refers to nothing: a place, group, topic, plan, lesson, model, clause or taxonomy that the site does not have.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Words};
use crate::document::Document;
use crate::kind::{Drawing, Kind, KindName};
use crate::record::Spanned;
use crate::resolve::link;
use crate::rules::rule;
use crate::site::{DocId, Site};
use crate::source::Span;
use crate::text::nearest::nearest;

rule!(
    "unknown-name", Error,
    "không có {what} nào tên “{name}”" => "there is no {what} named “{name}”",
    help "có phải ý bạn là “{nearest}”?" => "did you mean “{nearest}”?",
    help "hiện có: {known}" => "known names: {known}",
    help "sửa lại tên, hoặc tạo {what} này trước" => "correct the name, or make the {what} first",
    what "Tên được dẫn (địa phương, nhóm, chủ đề, kế hoạch, bài học, cơ quan…) không có." => "A name that is referred to (place, group, topic, plan, lesson, body…) does not exist.",
    why "Trang sẽ không hiện ở nơi người đọc tìm nó." => "The page would not show where readers look for it.",
    wrong [
        "---",
        "audience: [can-boo]",
        "---",
    ],
    right [
        "---",
        "audience: [can-bo]",
        "---",
    ],
);

const PLACE: Words = Words {
    vi: "địa phương",
    en: "place",
};
const GROUP: Words = Words {
    vi: "nhóm đối tượng",
    en: "group",
};
const TOPIC: Words = Words {
    vi: "chủ đề",
    en: "topic",
};
const PLAN: Words = Words {
    vi: "kế hoạch",
    en: "plan",
};
const CLAUSE: Words = Words {
    vi: "điểm, khoản",
    en: "clause",
};
const LESSON: Words = Words {
    vi: "bài học",
    en: "lesson",
};
const MODEL: Words = Words {
    vi: "mô hình",
    en: "model",
};
const AGENCY: Words = Words {
    vi: "cơ quan",
    en: "agency",
};
const TARGET: Words = Words {
    vi: "chỉ tiêu",
    en: "target",
};
const TAXONOMY: Words = Words {
    vi: "cách xếp loại",
    en: "taxonomy",
};
const VENUE: Words = Words {
    vi: "địa điểm",
    en: "venue",
};
const KIND: Words = Words {
    vi: "loại nội dung",
    en: "kind",
};
const FILE: Words = Words {
    vi: "tệp",
    en: "file",
};

pub(super) fn check(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    let names = Names::of(site);
    let mut checker = Checker { names, faults };
    for &doc in docs {
        let document = &site.documents[doc];
        checker.common(document, site);
        checker.kind(document, site);
    }
}

/// Looks at the names in tables and in the configuration.
pub(super) fn of_tables(site: &Site, faults: &mut Vec<Diagnostic>) {
    let names = Names::of(site);
    let mut checker = Checker { names, faults };
    checker.tables(site);
    for kind in site.config.kinds.values() {
        checker.name(kind, KIND, &KindName::all());
    }
}

/// Everything that can be referred to.
struct Names<'s> {
    places: Vec<&'s str>,
    groups: Vec<&'s str>,
    topics: Vec<&'s str>,
    plans: Vec<&'s str>,
    lessons: Vec<&'s str>,
    models: Vec<&'s str>,
    agencies: Vec<&'s str>,
    taxonomies: Vec<&'s str>,
    unusable: Vec<&'s str>,
}

impl<'s> Names<'s> {
    fn of(site: &'s Site) -> Self {
        let kind = |name: &'static str| {
            let docs = site.all_of_kind(name).iter();
            docs.map(|&doc| site.documents[doc].id()).collect()
        };
        let stem = |path: &'s String| {
            let name = path.rsplit('/').next().unwrap_or(path);
            name.trim_end_matches(".md")
        };
        Self {
            places: kind("place"),
            groups: site.data.groups.iter().map(|row| row.id.as_str()).collect(),
            topics: site.data.topics.iter().map(|row| row.id.as_str()).collect(),
            plans: kind("plan"),
            lessons: kind("lesson"),
            models: kind("model"),
            agencies: site
                .data
                .agencies
                .iter()
                .map(|row| row.id.as_str())
                .collect(),
            taxonomies: site
                .config
                .taxonomies
                .iter()
                .map(|t| t.name.as_str())
                .collect(),
            unusable: site.unusable.iter().map(stem).collect(),
        }
    }
}

struct Checker<'s, 'f> {
    names: Names<'s>,
    faults: &'f mut Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    fn common(&mut self, document: &Document, site: &Site) {
        let meta = &document.meta;
        for place in &meta.places {
            self.name(place, PLACE, &self.names.places.clone());
        }
        for group in &meta.audience {
            self.name(group, GROUP, &self.names.groups.clone());
        }
        for topic in meta.topics.ids() {
            self.name(topic, TOPIC, &self.names.topics.clone());
        }
        if let crate::document::Topics::ByClause(by_clause) = &meta.topics {
            for at in by_clause.keys() {
                self.clause_of(document, at, at.span);
            }
        }
        for (taxonomy, terms) in &meta.taxonomies {
            if let Some(first) = terms.first()
                && !self.names.taxonomies.contains(&taxonomy.as_str())
            {
                let taxonomies = self.names.taxonomies.clone();
                self.tell(taxonomy, first.span, TAXONOMY, &taxonomies);
            }
        }
        for reference in document.kind.clause_refs() {
            self.clause(site, &reference.plan, &reference.clause);
        }
    }

    fn kind(&mut self, document: &Document, site: &Site) {
        match &document.kind {
            Kind::Plan(plan) => {
                for target in &plan.targets {
                    self.name(&target.group, GROUP, &self.names.groups.clone());
                    self.clause_of(document, &target.clause, target.clause.span);
                }
                for doubt in &plan.doubts {
                    self.clause_of(document, &doubt.clause, doubt.clause.span);
                }
                for deadline in &plan.deadlines {
                    let form = deadline.form.iter();
                    for clause in [&deadline.clause].into_iter().chain(form) {
                        self.clause_of(document, clause, clause.span);
                    }
                    for agency in deadline.by.iter().chain(&deadline.to) {
                        self.name(agency, AGENCY, &self.names.agencies.clone());
                    }
                }
                for link in &plan.related {
                    for clause in [&link.clause].into_iter().chain(&link.tasks) {
                        self.clause_of(document, clause, clause.span);
                    }
                }
                for part in plan.parts.values() {
                    self.clause_of(document, part, part.span);
                }
            }
            Kind::Place(place) => {
                let parent = place.parent.iter();
                let successor = place.successor.iter().map(|successor| &successor.place);
                let predecessors = place.predecessors.iter().filter_map(|p| p.place.as_ref());
                for name in parent.chain(successor).chain(predecessors) {
                    self.name(name, PLACE, &self.names.places.clone());
                }
                for duty in &place.help_duties {
                    self.clause(site, &duty.plan, &duty.clause);
                }
            }
            Kind::Model(model) => {
                for number in &model.numbers {
                    self.clause(site, &number.plan, &number.clause);
                }
                for wording in &model.wordings {
                    self.clause(site, &wording.plan, &wording.clause);
                }
                for lesson in &model.lessons {
                    self.name(lesson, LESSON, &self.names.lessons.clone());
                }
                self.drawing(site, document, model.drawing.as_ref());
            }
            Kind::Lesson(lesson) => {
                self.drawing(site, document, lesson.drawing.as_ref());
                for model in &lesson.models {
                    self.name(model, MODEL, &self.names.models.clone());
                }
            }
            Kind::Path(path) => {
                for lesson in &path.lessons {
                    self.name(lesson, LESSON, &self.names.lessons.clone());
                }
            }
            Kind::Event(event) => {
                for group in event.sessions.iter().flat_map(|session| &session.audience) {
                    self.name(group, GROUP, &self.names.groups.clone());
                }
                let venues = event.venues.iter().filter_map(|venue| venue.place.as_ref());
                let sessions = event
                    .sessions
                    .iter()
                    .filter_map(|session| session.place.as_ref());
                // What stands in `places` is told there.
                let known = &document.meta.places;
                let own = venues
                    .chain(sessions)
                    .filter(|own| !known.iter().any(|id| id.value == own.value));
                for place in own {
                    self.name(place, PLACE, &self.names.places.clone());
                }
                let rooms: Vec<&str> = event
                    .venues
                    .iter()
                    .filter_map(|venue| Some(venue.id.as_ref()?.as_str()))
                    .collect();
                for venue in event
                    .sessions
                    .iter()
                    .filter_map(|session| session.venue.as_ref())
                {
                    self.name(venue, VENUE, &rooms);
                }
            }
            Kind::Article(_) | Kind::Section(_) => {}
        }
    }

    fn tables(&mut self, site: &Site) {
        let targets = site.target_ids();
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let mut told = BTreeSet::new();
        for result in &site.data.results {
            // A target has a row for each day; its name is told at the first.
            if told.insert(&result.target.value) {
                self.name(&result.target, TARGET, &targets);
            }
            self.name(&result.reporter, AGENCY, &self.names.agencies.clone());
        }
        for point in &site.data.points {
            self.name(&point.place, PLACE, &self.names.places.clone());
        }
        for row in &site.data.baseline {
            self.name(&row.group, GROUP, &self.names.groups.clone());
        }
        for point in site
            .data
            .documents
            .iter()
            .flat_map(|document| &document.cited_in)
        {
            self.clause(site, &point.plan, &point.clause);
        }
        for agency in &site.data.agencies {
            for class in &agency.member_of {
                self.name(class, AGENCY, &self.names.agencies.clone());
            }
            if let Some(place) = &agency.place {
                self.name(place, PLACE, &self.names.places.clone());
            }
        }
    }

    fn drawing(&mut self, site: &Site, document: &Document, drawing: Option<&Drawing>) {
        let Some(drawing) = drawing else { return };
        if !site
            .assets
            .contains_key(&link::beside(document, &drawing.file))
        {
            let known: Vec<&str> = site.assets.keys().map(String::as_str).collect();
            self.tell(&drawing.file, drawing.file.span, FILE, &known);
        }
    }

    fn clause(&mut self, site: &Site, plan: &Spanned<String>, clause: &Spanned<String>) {
        match site.named("plan", plan) {
            Some(doc) => self.clause_of(&site.documents[doc], clause, clause.span),
            None => self.name(plan, PLAN, &self.names.plans.clone()),
        }
    }

    fn clause_of(&mut self, plan: &Document, address: &str, span: Span) {
        if plan.clause(address).is_none() {
            let known = plan.facts.clauses.iter().map(|c| c.address.as_str());
            let known: Vec<&str> = known.collect();
            self.tell(address, span, CLAUSE, &known);
        }
    }

    fn name(&mut self, name: &Spanned<String>, what: Words, known: &[&str]) {
        let known_as_broken = self.names.unusable.contains(&name.as_str());
        if !known.contains(&name.as_str()) && !known_as_broken {
            self.tell(name, name.span, what, known);
        }
    }

    fn tell(&mut self, name: &str, span: Span, what: Words, known: &[&str]) {
        let near = nearest(name, known.iter().copied());
        // A long list says less than none.
        let listed = (!known.is_empty() && known.len() <= 40).then(|| known.join(", "));
        self.faults.push(
            Diagnostic::new(&RULE, span)
                .with_words("what", what)
                .with("name", name)
                .with_some("nearest", near)
                .with_some("known", listed)
                .about(name),
        );
    }
}
