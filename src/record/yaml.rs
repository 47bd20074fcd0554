//! YAML 1.2 text to [`Node`]s, through the event parser of the `serde_yaml` dependency (serde-saphyr's granit-parser).
//!
//! Events, not serde, because every key and value needs its span and all faults of a file must come in one run.

use std::collections::HashMap;
use std::ops::Range;

use serde_yaml::granit_parser::{self, Event, Marker, Parser, ScalarStyle};

use super::{Entry, Mapping, Node, NodeValue};
use crate::diag::Diagnostic;
use crate::rules::{self, Cause};
use crate::source::{FileId, Span};

/// Levels of nesting that metadata may have.
const MAX_DEPTH: usize = 32;
/// Values that one text may hold; far above the longest real table.
const MAX_NODES: usize = 200_000;

/// Parses `text`, which begins at byte `base` of `file`. An empty text is [`NodeValue::Null`].
///
/// # Errors
/// The fault that stopped the parser. Keys written twice do not stop it: they are pushed to `faults`.
pub fn parse(
    text: &str,
    file: FileId,
    base: usize,
    faults: &mut Vec<Diagnostic>,
) -> Result<Node, Box<Diagnostic>> {
    let mut builder = Builder {
        events: Parser::new_from_str(text),
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
    text: &'t str,
    file: FileId,
    base: usize,
    nodes: usize,
    faults: &'f mut Vec<Diagnostic>,
}

type Parsed<T> = Result<T, Box<Diagnostic>>;

impl<'t> Builder<'t, '_> {
    fn next(&mut self) -> Parsed<(Event<'t>, Span)> {
        let (event, span) = match self.events.next_event() {
            Some(Ok(next)) => next,
            Some(Err(error)) => return Err(Box::new(self.syntax(&error))),
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
                    return Err(Box::new(rules::yaml_syntax(span, reason, Cause::Other)));
                }
                _ => {}
            }
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Parsed<Node> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            return Err(Box::new(rules::yaml_too_big(span, MAX_DEPTH, MAX_NODES)));
        }
        let value = match event {
            Event::Scalar(.., anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor != 0 =>
            {
                return Err(Box::new(rules::yaml_alias(span)));
            }
            Event::Scalar(text, style, ..) => {
                scalar(text.into_owned(), style == ScalarStyle::Plain)
            }
            Event::SequenceStart(..) => self.sequence(depth)?,
            Event::MappingStart(..) => NodeValue::Mapping(self.mapping(span, depth)?),
            _ => return Err(Box::new(rules::yaml_alias(span))),
        };
        Ok(Node { span, value })
    }

    fn sequence(&mut self, depth: usize) -> Parsed<NodeValue> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(NodeValue::Sequence(items)),
                (event, span) => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn mapping(&mut self, span: Span, depth: usize) -> Parsed<Mapping> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut known: HashMap<String, Span> = HashMap::new();
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(Mapping { span, entries }),
                Event::Scalar(text, ..) => text.into_owned(),
                _ => {
                    let reason = "key";
                    return Err(Box::new(rules::yaml_syntax(key_span, reason, Cause::Other)));
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
    fn syntax(&self, error: &granit_parser::ScanError) -> Diagnostic {
        let at = self.offset(error.marker());
        let mut start = 0;
        let mut above = "";
        // The line after counts too: the parser may stop anywhere in the one before.
        let end = self.text[at..]
            .find('\n')
            .map_or(self.text.len(), |length| at + length);
        for line in self.text.split_inclusive('\n') {
            if start > end + 1 {
                break;
            }
            if let Some((range, cause)) = slip(above, line.trim_end()) {
                let span = self.span(start + range.start, start + range.end);
                return rules::yaml_syntax(span, &error.info(), cause);
            }
            above = line;
            start += line.len();
        }
        let end = self.text[at..]
            .chars()
            .next()
            .map_or(at, |c| at + c.len_utf8());
        rules::yaml_syntax(self.span(at, end), &error.info(), Cause::Other)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base + start, self.base + end)
    }

    /// The byte of a marker; the parser counts characters where it has no byte.
    fn offset(&self, marker: &Marker) -> usize {
        marker
            .byte_offset()
            .unwrap_or_else(|| {
                self.text
                    .char_indices()
                    .nth(marker.index())
                    .map_or(self.text.len(), |(at, _)| at)
            })
            .min(self.text.len())
    }
}

/// What is wrong with a line, as far as it can be told without the others, and where in it.
fn slip(above: &str, line: &str) -> Option<(Range<usize>, Cause)> {
    let indent = line.len() - line.trim_start().len();
    let rest = &line[indent..];
    if let Some(tab) = line[..indent].find('\t') {
        return Some((tab..tab + 1, Cause::Tab));
    }
    let key = rest.trim_start_matches("- ");
    let key_start = line.len() - key.len();
    let (name, value) = key.split_once(':')?;
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') || name.is_empty() {
        return None;
    }
    let value_start = key_start + name.len() + 1;
    let written = value.trim_start();
    let place = line.len() - written.len()..line.len();
    if written.starts_with('"') && written.matches('"').count() == 1 {
        Some((place, Cause::Quote))
    } else if written.starts_with(['"', '\'']) {
        None
    } else if written.contains(": ") && !written.starts_with(['{', '[']) {
        Some((place, Cause::Colon))
    } else if !value.is_empty() && !value.starts_with(' ') {
        Some((value_start - 1..value_start, Cause::Space))
    } else if written.starts_with(['*', '&', '!', '%', '@', '`'])
        || (written.starts_with('[') && written.contains(']') && !written.ends_with(']'))
    {
        Some((place, Cause::Symbol))
    } else if indent > 0
        && !above.trim().is_empty()
        && !above.starts_with(' ')
        && !above.trim_end().ends_with([':', '|', '>'])
        && !above.starts_with('-')
    {
        Some((0..indent, Cause::Indent))
    } else {
        None
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

    fn parsed(text: &str) -> (Parsed<Node>, Vec<Diagnostic>) {
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
    fn a_second_key_is_told_at_its_place() {
        let text = "title: một\ntitle: hai\n";
        let (_, faults) = parsed(text);
        assert_eq!(faults[0].span.range().start, text.rfind("title").unwrap());
    }
}
