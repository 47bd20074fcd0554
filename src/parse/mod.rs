//! One file in, one [`Document`] out. Nothing here knows of the site, of HTML or of the disk.

mod abbreviations;
pub mod anchors;
pub mod citation;
pub mod clause;
pub mod event_rows;
mod foreign;
pub mod front_matter;
pub mod markdown;
mod plan;
mod private;
mod reading;
pub mod reference;
mod rows;
pub mod svg;
mod words;

use std::ops::Range;
use std::sync::Arc;

use crate::config::Config;
use crate::data::Data;
use crate::diag::Diagnostic;
use crate::document::{DocPath, Document, Facts, Meta};
use crate::kind::{Kind, KindName};
use crate::record::{Mapping, Node, NodeValue, Reader, Record, yaml};
use crate::rules;
use crate::source::{FileId, SourceFile, Span};
use crate::text::weekday::{self, Known};
use crate::text::{digits, odd_days};
use foreign::Elsewhere;
use reference::Own;

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

impl Parsed {
    /// What a file gives that cannot be read, which is told elsewhere.
    pub fn unreadable(path: DocPath) -> Self {
        Self {
            path,
            document: None,
            diagnostics: Vec::new(),
        }
    }
}

/// Parses the document that stands at `path` below `content/`.
pub fn document(file: FileId, source: &SourceFile, path: &str, config: &Config) -> Parsed {
    let languages: Vec<&str> = config.languages.iter().map(|lang| lang.as_str()).collect();
    let path = DocPath::new(path, &languages);
    let mut reader = Reader::default();
    // Several rules ask for them.
    let runs: Vec<Range<usize>> = digits::runs(&source.text).collect();
    let document = read(file, source, &path, config, &runs, &mut reader).map(Arc::new);
    let known = document.as_deref().map(known_days).unwrap_or_default();
    days(file, &source.text, &runs, &known, &mut reader.diagnostics);
    Parsed {
        path,
        document,
        diagnostics: reader.diagnostics,
    }
}

/// Tells of days that cannot be, anywhere in a file: those of no calendar, and days of the week that their dates do not have.
/// `runs` are the runs of digits in the text.
fn days(
    file: FileId,
    text: &str,
    runs: &[Range<usize>],
    known: &Known,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for range in odd_days::impossible(text, runs) {
        let span = Span::new(file, range.start, range.end);
        // A value of the metadata that must be a day is told as such.
        let is_told = diagnostics.iter().any(|fault| fault.span == span);
        if !is_told {
            diagnostics.push(rules::impossible_date(span, &text[range]));
        }
    }
    for range in odd_days::without_century(text, runs) {
        let span = Span::new(file, range.start, range.end);
        let written = &text[range];
        let day = odd_days::century_of(written);
        diagnostics.extend(day.map(|day| rules::ambiguous_date_in_text(span, written, day)));
    }
    for wrong in weekday::mismatches(text, runs, known) {
        let span = Span::new(file, wrong.range.start, wrong.range.end);
        let said = &text[wrong.range.clone()];
        diagnostics.push(rules::weekday_mismatch(span, said, &wrong));
    }
}

/// The days of a document that may say the year of one that is written without.
fn known_days(document: &Document) -> Known {
    Known {
        own: document.kind.days(),
        of: document.kind.day().or(document.meta.date),
    }
}

/// Tells of what no table should hold, whatever its columns are, and gathers the names of units in it.
pub(crate) fn table(
    file: FileId,
    source: &SourceFile,
    data: &mut Data,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let runs: Vec<Range<usize>> = digits::runs(&source.text).collect();
    days(file, &source.text, &runs, &Known::default(), diagnostics);
    if let Some(node) = data.table_of(file) {
        private::in_table(file, &source.text, node, diagnostics);
    }
    rows::dates(file, data, diagnostics);
    rows::units(file, source, data, diagnostics);
    rows::agencies(file, source, data);
}

/// Tells of what a list should not hold that is copied beside a document as it is.
pub(crate) fn attached(file: FileId, source: &SourceFile) -> Vec<Diagnostic> {
    private::attached::faults(file, source)
}

/// Tells of what the configuration `node` should not hold.
pub(crate) fn settings(
    file: FileId,
    source: &SourceFile,
    node: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) {
    private::in_table(file, &source.text, node, diagnostics);
}

fn read(
    file: FileId,
    source: &SourceFile,
    path: &DocPath,
    config: &Config,
    runs: &[Range<usize>],
    reader: &mut Reader,
) -> Option<Document> {
    let mut split = front_matter::split(&source.text, file, &mut reader.diagnostics)?;
    let map = metadata(source, file, &mut split, reader);
    let name = map.as_ref().map(|map| kind_name(map, path, config, reader));
    let (map, name) = (map, name.flatten());
    let (mut meta, mut kind) = (None, None);
    if let (Some(map), Some(name)) = (&map, name) {
        reader.refuse_unknown(map, &[Meta::FIELDS, name.fields()]);
        // Both are read before either is given up, so that all faults come in one run.
        meta = Meta::read_fields(map, reader);
        blank(meta.as_ref(), &mut reader.diagnostics);
        kind = name.read(map, reader);
    }
    // What is wrong with the metadata does not hide what is wrong with the body.
    let name = name.unwrap_or_else(|| by_place(path, config));
    let body_start = split.body_start;
    let faults = &mut reader.diagnostics;
    let body = markdown::parse(&source.text, body_start, file, faults);
    let own = || kind.as_ref().map(Own::of).unwrap_or_default();
    let plan = name.is_plan().then(own);
    let mut facts = facts(&body, plan, file, source, faults);
    private::faults(file, &source.text, body_start, runs, faults);
    // Whatever looks foreign or short in an old encoding is neither.
    let is_legacy = faults.iter().any(|fault| fault.rule.code == "legacy-text");
    let lang = path.lang.as_deref().unwrap_or(config.lang());
    let of = reading::Of {
        path,
        elsewhere: (lang == "vi" && !is_legacy).then(|| Elsewhere::new(path, config)),
        is_plan: name.is_plan(),
        is_lesson: name.is_lesson(),
    };
    reading::faults(&body, &of, faults);
    if let Some(drawing) = kind.as_ref().and_then(Kind::drawing) {
        reading::drawing(drawing, faults);
    }
    let metadata = map.as_ref().map(words::of).unwrap_or_default();
    let words = words::Words::new(source, metadata, &body);
    words.capitals(faults);
    // Events are read aloud, and plans say who signed and received them, in the letters of offices.
    let with_metadata = !name.is_event() && !name.is_plan();
    if let Some(elsewhere) = of.elsewhere {
        words.foreign(&elsewhere, faults);
        facts.abbreviations = abbreviations::unexpanded(&words, with_metadata);
    }
    // A plan without a day is of one that nobody knows.
    let is_dated = !name.is_plan() || kind.as_ref().is_some_and(|kind| kind.day().is_some());
    if !name.is_place() && is_dated {
        let day = kind.as_ref().and_then(Kind::day);
        let day = day.or(meta.as_ref().and_then(|meta| meta.date));
        words.districts(day, faults);
        facts.units = words.units(name.is_event());
    }
    let (meta, kind) = (meta?, kind?);
    Some(Document {
        file,
        path: path.clone(),
        id: Document::id_of(path, &meta),
        meta,
        kind,
        body_start,
        facts,
    })
}

/// Tells of a title and a description that have no words.
fn blank(meta: Option<&Meta>, faults: &mut Vec<Diagnostic>) {
    let Some(meta) = meta else { return };
    for field in Meta::FIELDS {
        let value = match field.name {
            "title" => &meta.title,
            "description" => &meta.description,
            _ => continue,
        };
        if value.trim().is_empty() {
            faults.push(rules::empty_field(value.span, field.name, field.doc));
        }
    }
}

/// The keys of a document. When the closing fence comes too late, `split` is brought to where the body begins.
fn metadata(
    source: &SourceFile,
    file: FileId,
    split: &mut front_matter::Split,
    reader: &mut Reader,
) -> Option<Mapping> {
    let yaml = split.yaml.clone();
    let stop = match mapping(&source.text[yaml.clone()], file, yaml.start, reader) {
        Ok(map) => return map,
        Err(stop) => stop,
    };
    let Some(earlier) = front_matter::earlier(&source.text, split) else {
        reader.diagnostics.extend(stop);
        return None;
    };
    reader
        .diagnostics
        .push(rules::front_matter_unclosed(Span::new(file, 0, 3)));
    *split = earlier;
    let yaml = split.yaml.clone();
    match mapping(&source.text[yaml.clone()], file, yaml.start, reader) {
        Ok(map) => map,
        Err(stop) => {
            reader.diagnostics.extend(stop);
            None
        }
    }
}

/// The keys of `text`; nothing when it has another form, which is told. What stops the parser is handed
/// back, with what it met before.
fn mapping(
    text: &str,
    file: FileId,
    base: usize,
    reader: &mut Reader,
) -> Result<Option<Mapping>, Vec<Diagnostic>> {
    let mut met = Vec::new();
    let node = match yaml::parse(text, file, base, &mut met) {
        Ok(node) => node,
        Err(fault) => {
            met.push(*fault);
            return Err(met);
        }
    };
    reader.diagnostics.append(&mut met);
    // What concerns the metadata as a whole is told at its opening line.
    let span = Span::new(file, 0, 3);
    if node.value == NodeValue::Null {
        // Empty front matter lacks its required keys; the reader says which.
        return Ok(Some(Mapping {
            span,
            entries: Vec::new(),
            head: None,
        }));
    }
    let map = reader.mapping(&node).cloned();
    Ok(map.map(|map| Mapping { span, ..map }))
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
    Some(by_place(path, config))
}

/// The kind of what stands at `path` when nothing else is said.
fn by_place(path: &DocPath, config: &Config) -> KindName {
    if path.is_section() {
        return KindName::section();
    }
    match config.kinds.get(path.top_folder()) {
        None => KindName::of_folder(path.top_folder()),
        // A wrong name in the configuration is told there, once.
        Some(name) => KindName::named(name).unwrap_or(KindName::article()),
    }
}

/// What other pages and checks need of a body.
pub(crate) fn facts(
    body: &markdown::Body,
    plan: Option<Own>,
    file: FileId,
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Facts {
    let mut facts = Facts {
        links: markdown::links(body),
        pointed: markdown::pointed(body),
        pictures: markdown::pictures(body),
        ..Facts::default()
    };
    if let Some(own) = plan {
        let tree = clause::parse(body, &source.text, file);
        diagnostics.extend(tree.diagnostics.iter().cloned());
        facts.clauses = plan::clauses(&tree);
        facts.assignments = plan::assignments(&tree);
        (facts.references, facts.citations) = plan::references(&tree, &body.footnotes, own);
        facts.closings = plan::closings(&tree);
        facts.forms = plan::forms(&tree);
        facts.anchors = plan::anchors(&tree);
    } else {
        let headings = markdown::headings(body).into_iter();
        facts.anchors = headings.map(|heading| heading.id).collect();
    }
    facts
}
