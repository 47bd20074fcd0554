//! One file in, one [`Document`] out. Nothing here knows of the site, of HTML or of the disk.

mod abbreviations;
pub mod anchors;
pub mod citation;
pub mod clause;
pub mod event_rows;
pub mod front_matter;
pub mod markdown;
mod plan;
mod private;
mod reading;
pub mod reference;
pub mod svg;

use std::sync::Arc;

use crate::config::Config;
use crate::diag::Diagnostic;
use crate::document::{DocPath, Document, Facts, Meta};
use crate::kind::KindName;
use crate::record::{Mapping, NodeValue, Reader, Record, yaml};
use crate::rules;
use crate::source::{FileId, SourceFile, Span};
use crate::text::{dates, districts, weekday};

/// What parsing one file gives: a document unless its metadata is unusable, and what is wrong.
#[derive(Debug)]
pub struct Parsed {
    /// The path below `content/`, kept even when there is no document.
    pub path: DocPath,
    /// The document.
    pub document: Option<Arc<Document>>,
    /// What is wrong in the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses the document that stands at `path` below `content/`.
pub fn document(file: FileId, source: &SourceFile, path: &str, config: &Config) -> Parsed {
    let languages: Vec<&str> = config.languages.iter().map(|lang| lang.as_str()).collect();
    let path = DocPath::new(path, &languages);
    let mut reader = Reader::default();
    let document = read(file, source, &path, config, &mut reader).map(Arc::new);
    days(file, &source.text, &mut reader.diagnostics);
    Parsed {
        path,
        document,
        diagnostics: reader.diagnostics,
    }
}

/// Tells of days that cannot be, anywhere in a file: those of no calendar, and days of the week that their dates do not have.
pub(crate) fn days(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    for range in dates::impossible(text) {
        let span = Span::new(file, range.start, range.end);
        // A value of the metadata that must be a day is told as such.
        let known = diagnostics.iter().any(|fault| fault.span == span);
        if !known {
            diagnostics.push(rules::impossible_date(span, &text[range]));
        }
    }
    for wrong in weekday::mismatches(text) {
        let span = Span::new(file, wrong.range.start, wrong.range.end);
        let said = &text[wrong.range.clone()];
        diagnostics.push(rules::weekday_mismatch(span, said, &wrong));
    }
}

fn read(
    file: FileId,
    source: &SourceFile,
    path: &DocPath,
    config: &Config,
    reader: &mut Reader,
) -> Option<Document> {
    let split = match front_matter::split(&source.text, file) {
        Ok(split) => split,
        Err(diagnostic) => return reader.fault(diagnostic),
    };
    let body = markdown::parse(
        &source.text,
        split.body_start,
        file,
        &mut reader.diagnostics,
    );
    let metadata = &source.text[split.yaml.clone()];
    let map = mapping(metadata, file, split.yaml.start, reader)?;
    let name = kind_name(&map, path, config, reader)?;
    reader.refuse_unknown(&map, &[Meta::FIELDS, name.fields()]);
    // Both are read before either is given up, so that all faults come in one run.
    let meta = Meta::read_fields(&map, reader);
    let kind = name.read(&map, reader);
    let is_plan = name.is_plan();
    let mut facts = facts(&body, is_plan, file, source, &mut reader.diagnostics);
    let lang = path.lang.as_deref().unwrap_or(config.lang());
    reading::faults(&body, path, is_plan, lang == "vi", &mut reader.diagnostics);
    private::faults(
        file,
        &source.text,
        split.body_start,
        &mut reader.diagnostics,
    );
    if !is_plan {
        if lang == "vi" {
            facts.abbreviations = abbreviations::unexpanded(&body, &source.text);
        }
        let day = meta.as_ref().and_then(|meta| meta.date);
        districts(file, source, split.body_start, day, &mut reader.diagnostics);
    }
    let (meta, kind) = (meta?, kind?);
    Some(Document {
        file,
        path: path.clone(),
        id: Document::id_of(path, &meta),
        meta,
        kind,
        body_start: split.body_start,
        facts,
    })
}

/// Tells of districts in a body that is of a day on which there were none.
fn districts(
    file: FileId,
    source: &SourceFile,
    body_start: usize,
    day: Option<dates::Date>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if day.is_none_or(|day| day < districts::abolished()) {
        return;
    }
    let body = &source.text[body_start..];
    for range in districts::named(body) {
        let span = Span::new(file, body_start + range.start, body_start + range.end);
        diagnostics.push(rules::district_gone(span, &body[range]));
    }
}

fn mapping(text: &str, file: FileId, base: usize, reader: &mut Reader) -> Option<Mapping> {
    let node = match yaml::parse(text, file, base, &mut reader.diagnostics) {
        Ok(node) => node,
        Err(diagnostic) => return reader.fault(*diagnostic),
    };
    if node.value == NodeValue::Null {
        // Empty front matter lacks its required keys; the reader says which.
        return Some(Mapping {
            span: Span::new(file, 0, 0),
            entries: Vec::new(),
        });
    }
    let mut map = reader.mapping(&node)?.clone();
    // What concerns the metadata as a whole is told at its opening line.
    map.span = Span::new(file, 0, 3);
    Some(map)
}

fn kind_name(
    map: &Mapping,
    path: &DocPath,
    config: &Config,
    reader: &mut Reader,
) -> Option<KindName> {
    let unknown = |span, name: &str| rules::unknown_kind(span, name, &KindName::all());
    if let Some(node) = map.get("kind") {
        let name = reader.text(node)?.to_owned();
        return KindName::named(&name).or_else(|| reader.fault(unknown(node.span, &name)));
    }
    if path.is_section() {
        return Some(KindName::section());
    }
    match config.kinds.get(path.top_folder()) {
        None => Some(KindName::of_folder(path.top_folder())),
        // A wrong name in the configuration is told there, once.
        Some(name) => KindName::named(name).or(Some(KindName::article())),
    }
}

fn facts(
    body: &markdown::Body,
    is_plan: bool,
    file: FileId,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Facts {
    let mut facts = Facts {
        links: markdown::links(body),
        ..Facts::default()
    };
    if is_plan {
        let tree = clause::parse(body, &source.text, file);
        diagnostics.extend(tree.diagnostics.iter().cloned());
        facts.clauses = plan::clauses(&tree);
        facts.assignments = plan::assignments(&tree);
        facts.references = plan::references(&tree, &body.footnotes);
        facts.citations = plan::citations(&tree, &body.footnotes);
        facts.forms = plan::forms(&tree);
        facts.anchors = plan::anchors(&tree);
    } else {
        let headings = markdown::headings(body).into_iter();
        facts.anchors = headings.map(|heading| heading.id).collect();
    }
    facts
}
