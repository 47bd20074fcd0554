//! The words of a document that readers meet, those of its metadata beside those of its body, and what is wrong with what they name.

use std::cell::OnceCell;

use super::foreign::{self, Elsewhere};
use super::markdown::{Body, Running, walk_contents};
use super::reading;
use crate::diag::Diagnostic;
use crate::document::Link;
use crate::record::{Mapping, Node, NodeValue};
use crate::rules;
use crate::source::{SourceFile, Span};
use crate::text::dates::Date;
use crate::text::provinces;
use crate::text::units::{self, Unit};

/// Keys whose values are names, addresses and numbers.
const SILENT: &[&str] = &[
    "acknowledge",
    "aliases",
    "slug",
    "template",
    "taxonomies",
    "extra",
    "kind",
    "id",
    "plan",
    "clause",
    "link",
    "url",
    "file",
    "code",
    "places",
    "audience",
    "topics",
    "lessons",
    "models",
    "phone",
    "email",
    "sources",
    "languages",
    "place",
    "commune",
    "event",
    "calendar_id",
    "registration",
    "made_with_ai",
    "reviewed_by",
    "app_version",
    "alt",
    "wordings",
    "numbers",
    "plan_refs",
];

/// Keys whose values are sentences or headings of ours.
const PROSE: &[&str] = &[
    "title",
    "description",
    "summary",
    "in_short",
    "goal",
    "do",
    "say",
    "see",
    "check",
    "problem",
    "remedy",
    "question",
];

/// A value of the metadata that readers meet.
pub(super) struct Said<'n> {
    /// Its key.
    key: &'n str,
    /// Its words.
    pub(super) text: &'n str,
    /// Where it stands.
    span: Span,
}

/// All words of a document.
pub(super) struct Words<'d> {
    /// Its file.
    pub(super) source: &'d SourceFile,
    /// Those of its metadata.
    pub(super) metadata: Vec<Said<'d>>,
    /// Those of its body.
    pub(super) body: &'d Body<'d>,
    /// The units that its body names, once they are asked for.
    named: OnceCell<Vec<Named<'d>>>,
}

/// A run of a body with the units that it names.
type Named<'d> = (Running<'d>, Vec<Unit>);

/// The values of `map` that readers meet.
pub(super) fn of(map: &Mapping) -> Vec<Said<'_>> {
    let mut said = Vec::new();
    for entry in &map.entries {
        if !SILENT.contains(&entry.key.as_str()) {
            gather(&entry.key, &entry.value, &mut said);
        }
    }
    said
}

/// The words of one value.
pub(super) fn value<'n>(key: &'n str, node: &'n Node) -> Option<Said<'n>> {
    Some(Said {
        key,
        text: node.text()?,
        span: node.span,
    })
}

fn gather<'n>(key: &'n str, node: &'n Node, said: &mut Vec<Said<'n>>) {
    match &node.value {
        NodeValue::Scalar { .. } | NodeValue::Cell(_) => said.extend(value(key, node)),
        NodeValue::Sequence(items) => {
            for item in items {
                gather(key, item, said);
            }
        }
        NodeValue::Mapping(map) => said.extend(of(map)),
        NodeValue::Null => {}
    }
}

/// Where `words` stand within a value; the whole value when quotes or folds part them.
pub(super) fn place(said: &Said, source: &SourceFile, words: &str) -> Span {
    let range = said.span.range();
    let found = source.text.get(range.clone());
    let at = found.and_then(|text| text.find(words));
    at.map_or(said.span, |at| {
        let start = range.start + at;
        Span::new(said.span.file, start, start + words.len())
    })
}

/// Keys whose values say where something is, or who is there.
const WHERE: &[&str] = &[
    "name",
    "address",
    "venue",
    "organiser",
    "partners",
    "contact",
];

/// The units that a value names as being there: in the place of an event, or where words say so.
pub(super) fn units_of<'s>(
    said: &'s Said,
    source: &'s SourceFile,
    is_event: bool,
) -> impl Iterator<Item = Link> + 's {
    let is_where = is_event && WHERE.contains(&said.key);
    let ranges = units::others(said.text).into_iter();
    let meant = ranges.filter(move |range| is_where || says_where(&said.text[..range.start]));
    let bare = provinces::in_addresses(said.text, is_where);
    let bare = bare
        .into_iter()
        .filter(|range| !units::is_of_the_past(said.text, range.start));
    meant.chain(bare).map(|range| {
        let name = &said.text[range];
        Link {
            target: name.to_owned(),
            span: place(said, source, name),
        }
    })
}

impl<'d> Words<'d> {
    pub(super) fn new(source: &'d SourceFile, metadata: Vec<Said<'d>>, body: &'d Body) -> Self {
        Self {
            source,
            metadata,
            body,
            named: OnceCell::new(),
        }
    }

    /// Tells of titles, descriptions and steps in capitals.
    pub(super) fn capitals(&self, faults: &mut Vec<Diagnostic>) {
        for said in self.prose() {
            if let Some(start) = reading::capitals(said.text) {
                faults.push(rules::all_capitals(said.span, &start));
            }
        }
    }

    /// Tells of those in another language, which could stand `elsewhere`.
    pub(super) fn foreign(&self, elsewhere: &Elsewhere, faults: &mut Vec<Diagnostic>) {
        for said in self.prose() {
            foreign::in_value(said.text, said.span, elsewhere, faults);
        }
    }

    fn prose(&self) -> impl Iterator<Item = &Said<'d>> {
        let metadata = self.metadata.iter();
        metadata.filter(|said| PROSE.contains(&said.key))
    }

    /// Tells of districts, when the document is of a day without any; one without a day is of today.
    pub(super) fn districts(&self, day: Option<Date>, faults: &mut Vec<Diagnostic>) {
        if day.is_some_and(|day| day < units::abolished()) {
            return;
        }
        for said in &self.metadata {
            for range in units::districts(said.text) {
                let name = &said.text[range];
                let span = place(said, self.source, name);
                faults.push(rules::district_gone(span, name));
            }
        }
        for (running, units) in self.named() {
            for unit in units.iter().filter(|unit| unit.is_district) {
                let name = running.text[unit.range.clone()].replace('\n', " ");
                let span = running.span(unit.range.clone());
                faults.extend(span.map(|span| rules::district_gone(span, &name)));
            }
        }
    }

    /// The other units that are named where something is: "tại tỉnh …". A plan or a paper keeps the name of its issuer for ever.
    pub(super) fn units(&self, is_event: bool) -> Vec<Link> {
        let said = self.metadata.iter();
        let mut found: Vec<Link> = said
            .flat_map(|said| units_of(said, self.source, is_event))
            .collect();
        for (running, units) in self.named() {
            for Unit { range, .. } in units.iter().filter(|unit| !unit.is_district) {
                let target = running.text[range.clone()].replace('\n', " ");
                // A cell or an item that is nothing but a name names where something is.
                let is_whole = running.text.trim() == &running.text[range.clone()];
                if (is_whole || says_where(&running.text[..range.start]))
                    && let Some(span) = running.span(range.clone())
                {
                    found.push(Link { target, span });
                }
            }
            let bare = provinces::in_addresses(&running.text, false).into_iter();
            let bare = bare.filter(|range| !units::is_of_the_past(&running.text, range.start));
            found.extend(bare.filter_map(|range| {
                let target = running.text[range.clone()].to_owned();
                Some(Link {
                    target,
                    span: running.span(range)?,
                })
            }));
        }
        found
    }

    fn named(&self) -> &[Named<'d>] {
        self.named.get_or_init(|| {
            let mut named = Vec::new();
            let notes = self.body.footnotes.iter().map(|note| &note.blocks);
            for blocks in [&self.body.blocks].into_iter().chain(notes) {
                walk_contents(blocks, &mut |content| {
                    let running = Running::new(content);
                    let units = units::all(&running.text);
                    if !units.is_empty() {
                        named.push((running, units));
                    }
                });
            }
            named
        })
    }
}

/// Whether the words before a name say that something is there, or that its office does something.
fn says_where(before: &str) -> bool {
    let office = units::before_office(before);
    let lower = office.unwrap_or(before).trim_end().to_lowercase();
    let is_start = || lower.is_empty() || lower.ends_with(['.', ';', ':', '!', '?']);
    office.is_some() && is_start()
        || ["tại", "ở", "trên địa bàn", "về", "đến", "tới"]
            .iter()
            .any(|word| {
                let rest = lower.strip_suffix(word);
                rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            })
}
