//! YAML 1.2 text to [`Node`]s, through the event parser of the `serde_yaml` dependency (serde-saphyr's granit-parser).
//!
//! Events, not serde, because every key and value needs its span and all faults of a file must come in one run.

mod slip;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde_yaml::granit_parser::{self, Event, Marker, Parser, ScalarStyle};

use super::{Entry, Mapping, Node, NodeValue};
use crate::diag::Diagnostic;
use crate::rules::{self, Cause};
use crate::source::{FileId, Span};
use slip::{Mended, Slip};

/// Levels of nesting that metadata may have.
const MAX_DEPTH: usize = 32;
/// Values that one text may hold; far above the longest real table.
const MAX_NODES: usize = 200_000;

/// Slips of one text that are told; each costs another reading.
const MAX_SLIPS: usize = 20;

/// Parses `text`, which begins at byte `base` of `file`. An empty text is [`NodeValue::Null`]. Slips of which the cause is known are
/// pushed to `faults` and read as they were meant, so that one does not hide what stands behind it; so are keys written twice.
///
/// # Errors
/// The fault that stopped the parser.
pub fn parse(
    text: &str,
    file: FileId,
    base: usize,
    faults: &mut Vec<Diagnostic>,
) -> Result<Node, Box<Diagnostic>> {
    let mut mended = Mended::of(text);
    let mut told = BTreeSet::new();
    let before = faults.len();
    loop {
        let mut met = Vec::new();
        match attempt(&mended, text, file, base, &mut met) {
            Ok(node) => {
                faults.append(&mut met);
                return Ok(node);
            }
            Err(Stop { fault, slip }) => {
                let Some(slip) = slip.filter(|_| mended.slips < MAX_SLIPS) else {
                    // What cannot be read in the line of a slip is the slip, however it was meant.
                    let line = |fault: &Diagnostic| {
                        let upto = fault.span.range().start.saturating_sub(base);
                        text.as_bytes()[..upto.min(text.len())]
                            .iter()
                            .filter(|byte| **byte == b'\n')
                            .count()
                    };
                    let stopped = line(&fault);
                    let slipped = faults[before..]
                        .iter()
                        .position(|told| line(told) == stopped);
                    return Err(slipped.map_or(fault, |at| Box::new(faults.remove(before + at))));
                };
                // What is left of a slip in its own line is no other.
                if told.insert((slip.line, slip.cause.is_of_indent())) {
                    faults.push(*fault);
                }
                mended.mend(&slip);
            }
        }
    }
}

/// What stopped the parser: the fault, and the slip behind it when it is known.
struct Stop {
    fault: Box<Diagnostic>,
    slip: Option<Slip>,
}

impl From<Box<Diagnostic>> for Stop {
    fn from(fault: Box<Diagnostic>) -> Self {
        Self { fault, slip: None }
    }
}

/// Reads a text of which some slips are mended; the words are those of the author's `text`.
fn attempt(
    mended: &Mended,
    text: &str,
    file: FileId,
    base: usize,
    faults: &mut Vec<Diagnostic>,
) -> Parsed<Node> {
    let mut builder = Builder {
        events: Parser::new_from_str(&mended.text),
        mended,
        text,
        file,
        base,
        nodes: 0,
        faults,
    };
    loop {
        match builder.next()? {
            (Event::StreamStart | Event::DocumentStart(..), _) => {}
            (Event::StreamEnd | Event::DocumentEnd, span) => {
                return Ok(Node {
                    span,
                    value: NodeValue::Null,
                });
            }
            (event, span) => {
                let node = builder.node(event, span, 0)?;
                builder.rest()?;
                return Ok(node);
            }
        }
    }
}

struct Builder<'t, 'f> {
    events: Parser<'t, granit_parser::StrInput<'t>>,
    mended: &'t Mended<'t>,
    /// As the author wrote it.
    text: &'t str,
    file: FileId,
    base: usize,
    nodes: usize,
    faults: &'f mut Vec<Diagnostic>,
}

type Parsed<T> = Result<T, Stop>;

impl<'t> Builder<'t, '_> {
    fn next(&mut self) -> Parsed<(Event<'t>, Span)> {
        let (event, span) = match self.events.next_event() {
            Some(Ok(next)) => next,
            Some(Err(error)) => return Err(self.syntax(&error)),
            None => {
                return Ok((
                    Event::StreamEnd,
                    self.span(self.text.len(), self.text.len()),
                ));
            }
        };
        let (start, end) = (self.offset(&span.start), self.offset(&span.end));
        Ok((event, self.span(start, end)))
    }

    /// Reads to the end, so that faults after the value are found; a second document is a fault.
    fn rest(&mut self) -> Parsed<()> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentStart(..), span) => {
                    let reason = "second document";
                    let fault = rules::yaml_syntax(span, reason, Cause::Other);
                    return Err(Box::new(fault).into());
                }
                _ => {}
            }
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Parsed<Node> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            return Err(Box::new(rules::yaml_too_big(span, MAX_DEPTH, MAX_NODES)).into());
        }
        let value = match event {
            Event::Scalar(.., anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                return Err(Box::new(rules::yaml_alias(span)).into());
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                if plain {
                    self.cut(span);
                }
                scalar(self.as_written(text, plain, span), plain)
            }
            Event::SequenceStart(..) => {
                let (items, end) = self.sequence(depth)?;
                return Ok(Node {
                    span: self.extent(span, end),
                    value: NodeValue::Sequence(items),
                });
            }
            Event::MappingStart(..) => {
                let (entries, end) = self.mapping(depth)?;
                let span = self.extent(span, end);
                let value = NodeValue::Mapping(Mapping {
                    span,
                    entries,
                    head: None,
                });
                return Ok(Node { span, value });
            }
            _ => return Err(Box::new(rules::yaml_alias(span)).into()),
        };
        Ok(Node { span, value })
    }

    /// The words of a scalar, without what was mended in them.
    fn as_written(&self, text: Cow<'t, str>, plain: bool, span: Span) -> String {
        let range = span.start as usize - self.base..span.end as usize - self.base;
        match self.text.get(range) {
            Some(written) if plain && self.mended.slips > 0 && !written.contains('\n') => {
                written.to_owned()
            }
            _ => text.into_owned(),
        }
    }

    /// Tells of words behind the plain value at `span` that the parser takes for a comment. One of the author's has a space behind its hash.
    fn cut(&mut self, span: Span) {
        let end = span.end as usize - self.base;
        let rest = self.text.get(end..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let left = line.trim_start();
        let is_text = left
            .strip_prefix('#')
            .is_some_and(|words| words.starts_with(|c: char| !c.is_whitespace() && c != '#'));
        if is_text && left.len() < line.len() {
            let start = end + line.len() - left.len();
            let place = Span::new(
                self.file,
                self.base + start,
                self.base + end + line.trim_end().len(),
            );
            let first = left.split_whitespace().next().unwrap_or(left);
            self.faults.push(rules::cut_by_hash(place, first));
        }
    }

    /// Where a list or a group of keys stands: within its brackets, or its first line.
    fn extent(&self, start: Span, end: Span) -> Span {
        let from = start.start as usize - self.base;
        let rest = &self.text[from.min(self.text.len())..];
        if rest.starts_with(['{', '[']) {
            return Span {
                end: end.end,
                ..start
            };
        }
        let line = rest.lines().next().unwrap_or("").trim_end();
        self.span(from, from + line.len())
    }

    fn sequence(&mut self, depth: usize) -> Parsed<(Vec<Node>, Span)> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => return Ok((items, end)),
                (event, span) => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn mapping(&mut self, depth: usize) -> Parsed<(Vec<Entry>, Span)> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: HashMap<String, Span> = HashMap::new();
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok((entries, key_span)),
                Event::Scalar(text, ..) => text.into_owned(),
                _ => {
                    let fault = rules::yaml_syntax(key_span, "key", Cause::Other);
                    return Err(Box::new(fault).into());
                }
            };
            let (event, value_span) = self.next()?;
            let value = self.node(event, value_span, depth + 1)?;
            if let Some(&first) = known.get(&key) {
                self.faults
                    .push(rules::duplicate_key(key_span, &key, first));
            } else {
                known.insert(key.clone(), key_span);
                entries.push(Entry {
                    key,
                    key_span,
                    value,
                });
            }
        }
    }

    /// Slips are told where they are, which is often a line before the one at which the parser stopped.
    fn syntax(&self, error: &granit_parser::ScanError) -> Stop {
        let text = &self.mended.text;
        let at = self.offset(error.marker());
        if let Some(slip) = slip::before(text, at) {
            let span = self.span(slip.range.start, slip.range.end);
            let fault = Box::new(rules::yaml_syntax(span, &error.info(), slip.cause));
            let slip = Some(slip);
            return Stop { fault, slip };
        }
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        Box::new(rules::yaml_syntax(
            self.span(at, end),
            &error.info(),
            Cause::Other,
        ))
        .into()
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let own = |at| self.base + self.mended.own(at);
        Span::new(self.file, own(start), own(end))
    }

    /// The byte of a marker; the parser counts characters where it has no byte.
    fn offset(&self, marker: &Marker) -> usize {
        marker
            .byte_offset()
            .unwrap_or_else(|| {
                let mut chars = self.mended.text.char_indices();
                let at = chars.nth(marker.index());
                at.map_or(self.text.len(), |(at, _)| at)
            })
            .min(self.text.len())
    }
}

fn scalar(text: String, plain: bool) -> NodeValue {
    if plain && matches!(text.as_str(), "" | "~" | "null") {
        NodeValue::Null
    } else {
        NodeValue::Scalar { text, plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn parsed(text: &str) -> (Result<Node, Box<Diagnostic>>, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let file = Sources::default().add("a.yaml", text);
        (parse(text, file, 0, &mut faults), faults)
    }

    fn text_of(node: &Node, key: &str) -> String {
        let NodeValue::Mapping(map) = &node.value else {
            panic!("not a mapping")
        };
        match &map.get(key).expect("the key is there").value {
            NodeValue::Scalar { text, .. } => text.clone(),
            other => panic!("{other:?} is no scalar"),
        }
    }

    #[test]
    fn numbers_that_are_names_stay_text() {
        let (node, _) =
            parsed("tel: 0912345678\nclause: 5.10\ncode: 010\nday: 10/10\nanswer: no\n");
        let node = node.unwrap();
        for (key, text) in [
            ("tel", "0912345678"),
            ("clause", "5.10"),
            ("code", "010"),
            ("day", "10/10"),
        ] {
            assert_eq!(text_of(&node, key), text);
        }
    }

    #[test]
    fn spans_are_the_written_text() {
        let text = "a: Bình dân\nb: “học vụ số”\n";
        let (node, _) = parsed(text);
        let NodeValue::Mapping(map) = node.unwrap().value else {
            panic!("not a mapping")
        };
        assert_eq!(&text[map.entries[1].value.span.range()], "“học vụ số”");
        assert_eq!(&text[map.entries[1].key_span.range()], "b");
    }

    #[test]
    fn hostile_texts_are_refused() {
        let deep = "[".repeat(1000);
        assert!(parsed(&deep).0.is_err());
        let laughs = "a: &a [x, x]\nb: &b [*a, *a]\n";
        assert_eq!(parsed(laughs).0.unwrap_err().rule.code, "yaml-alias");
    }

    #[test]
    fn one_slip_hides_nothing_behind_it() {
        let text =
            "title: Kế hoạch: 2025\ndescription: \"Một\n  date: 1/1/2026\nslug: a\nslug: b\n";
        let (node, faults) = parsed(text);
        let codes: Vec<&str> = faults.iter().map(|fault| fault.rule.code).collect();
        assert_eq!(
            codes,
            ["yaml-syntax", "yaml-syntax", "yaml-syntax", "duplicate-key"]
        );
        let node = node.unwrap();
        assert_eq!(text_of(&node, "title"), "Kế hoạch: 2025");
        assert_eq!(text_of(&node, "date"), "1/1/2026");
        let NodeValue::Mapping(map) = node.value else {
            panic!("not a mapping")
        };
        assert_eq!(&text[map.get("date").unwrap().span.range()], "1/1/2026");
    }

    #[test]
    fn a_second_key_is_told_at_its_place() {
        let text = "title: một\ntitle: hai\n";
        let (_, faults) = parsed(text);
        assert_eq!(faults[0].span.range().start, text.rfind("title").unwrap());
    }
}
