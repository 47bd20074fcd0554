//! The shared short form of a document: what every page may know of every other.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tera::{Map, Value, value::Key};

use super::agenda;
use super::value::{map, object, value};
use crate::document::{Document, Topics};
use crate::kind::Drawing;
use crate::kind::Kind;
use crate::kind::place::Place;
use crate::resolve::link;
use crate::site::{DocId, Edit, Site};

/// `rank` is the place of an event among all.
pub(super) fn summary(site: &Site, doc: DocId, rank: usize) -> Value {
    let document = &site.documents[doc];
    let meta = &document.meta;
    object([
        ("title", meta.title.as_str().into()),
        ("path", site.routes[doc].as_str().into()),
        ("description", meta.description.as_str().into()),
        ("kind", document.kind.name().into()),
        ("lang", site.langs[doc].as_str().into()),
        ("date", value(&meta.date)),
        ("updated", value(&meta.updated)),
        ("weight", meta.weight.into()),
        ("draft", meta.draft.into()),
        ("places", value(&meta.places)),
        ("audience", value(&meta.audience)),
        (
            "topics",
            match &meta.topics {
                Topics::Whole(topics) => value(topics),
                _ => Vec::<Value>::new().into(),
            },
        ),
        ("facts", facts(site, doc, rank)),
    ])
}

/// The documents whose short form rests on documents of the kinds that were edited: plans bear the names of places, places lead to places,
/// events to events.
pub(super) fn resting_on_others(site: &Site, edit: &Edit) -> Vec<DocId> {
    const LINKED: [&str; 3] = ["plan", "place", "event"];
    if !LINKED.iter().any(|kind| edit.kinds.contains(kind)) {
        return Vec::new();
    }
    let linked = LINKED.iter().flat_map(|kind| site.all_of_kind(kind));
    linked.copied().collect()
}

/// What a list shows of a document beyond its title.
fn facts(site: &Site, doc: DocId, rank: usize) -> Value {
    let document = &site.documents[doc];
    match &document.kind {
        Kind::Plan(plan) => object([
            ("short", site.plan_name(doc).into()),
            ("number", plan.number.clone().into()),
            ("issuer", plan.issuer.as_str().into()),
            ("issued", value(&plan.issued)),
            ("level", value(&plan.level)),
            ("side", value(&plan.side)),
        ]),
        Kind::Place(place) => object([
            ("full_name", place.full_name.as_str().into()),
            ("unit", value(&place.unit)),
            ("level", value(&place.level)),
            ("code", place.code.clone().into()),
            ("parent", value(&place.parent)),
            ("valid_to", value(&place.valid_to)),
            ("successor", successor(site, place)),
            ("other_names", place.other_names.clone().into()),
        ]),
        Kind::Model(model) => object([
            ("drawing", drawing(site, document, model.drawing.as_ref())),
            ("in_short", model.in_short.clone().into()),
        ]),
        Kind::Lesson(lesson) => object([
            ("minutes", lesson.minutes.into()),
            ("device", value(&lesson.device)),
            ("goal", lesson.goal.clone().into()),
            ("checked_on", value(&lesson.checked_on)),
        ]),
        Kind::Event(event) => {
            let mut facts = Map::new();
            let all = map(event);
            for key in [
                "series", "rule", "start", "end", "all_day", "format", "status", "venues",
            ] {
                facts.insert(key.into(), all[&Key::from(key)].clone());
            }
            agenda::facts(site, doc, event, rank, &mut facts);
            facts.into()
        }
        Kind::Path(path) => object([("lessons", path.lessons.len().into())]),
        Kind::Article(_) | Kind::Section(_) => Map::new().into(),
    }
}

/// A successor in a summary: its name stands in for its own summary, which may not exist yet.
pub(super) fn successor(site: &Site, place: &Place) -> Value {
    let Some(successor) = &place.successor else {
        return Value::none();
    };
    let next = site.named("place", &successor.place);
    let (title, path) = match next {
        Some(doc) => (
            match &site.documents[doc].kind {
                Kind::Place(next) => next.full_name.value.clone(),
                _ => site.documents[doc].meta.title.value.clone(),
            },
            site.routes[doc].as_str(),
        ),
        None => (successor.place.value.clone(), ""),
    };
    object([
        (
            "place",
            object([("title", title.into()), ("path", path.into())]),
        ),
        ("from", successor.from.iso().into()),
        ("by", successor.by.clone().into()),
    ])
}

pub(super) fn drawing(site: &Site, document: &Document, drawing: Option<&Drawing>) -> Value {
    let Some(drawing) = drawing else {
        return Value::none();
    };
    let Some(asset) = site.assets.get(&link::beside(document, &drawing.file)) else {
        return Value::none();
    };
    object([
        ("path", asset.route().href().into()),
        ("data", asset.drawing.as_deref().map(data_url).into()),
        ("alt", drawing.alt.as_str().into()),
        ("caption", drawing.caption.clone().into()),
        ("width", asset.size.map(|(width, _)| width).into()),
        ("height", asset.size.map(|(_, height)| height).into()),
    ])
}

/// A drawing as an address that holds it (RFC 2397), so that it needs no request of its own.
fn data_url(drawing: &str) -> String {
    const PLAIN: &AsciiSet = &CONTROLS
        .add(b' ')
        .add(b'"')
        .add(b'#')
        .add(b'%')
        .add(b'<')
        .add(b'>')
        .add(b'[')
        .add(b'\\')
        .add(b']')
        .add(b'^')
        .add(b'`')
        .add(b'{')
        .add(b'|')
        .add(b'}');
    let lines: Vec<&str> = drawing.lines().map(str::trim).collect();
    let drawing = lines.join(" ");
    format!(
        "data:image/svg+xml,{}",
        utf8_percent_encode(&drawing, PLAIN)
    )
}
