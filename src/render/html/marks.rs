//! What the words of a plan refer to: its references and cited documents as links, and its doubtful words marked.

use std::fmt::Write as _;
use std::ops::Range;

use super::Writer;
use crate::document::Facts;
use crate::parse::citation;
use crate::parse::markdown::{Inline, Running};
use crate::source::Span;

/// Where the facts of a plan say that words refer to something. Hardly a text does, and the others are not read for it once more.
#[derive(Debug)]
pub(super) struct Places {
    /// The bytes at which they begin, in order.
    starts: Vec<u32>,
    /// How far those up to each of them reach.
    reach: Vec<u32>,
}

impl Places {
    pub(super) fn of(facts: &Facts) -> Self {
        let references = facts.references.iter().map(|reference| reference.span);
        let citations = facts.citations.iter().map(|citation| citation.span);
        let mut spans: Vec<Span> = references.chain(citations).collect();
        spans.sort_by_key(|span| span.start);
        let reach = spans.iter().scan(0, |reach, span| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        Self {
            reach: reach.collect(),
            starts: spans.iter().map(|span| span.start).collect(),
        }
    }

    fn is_in(&self, content: &[Inline]) -> bool {
        let starts = content.iter().map(|inline| inline.span.start);
        let ends = content.iter().map(|inline| inline.span.end);
        let (Some(start), Some(end)) = (starts.min(), ends.max()) else {
            return false;
        };
        let before = self.starts.partition_point(|place| *place < end);
        let last = before.checked_sub(1);
        last.is_some_and(|last| self.reach[last] > start)
    }
}

/// The references in a piece of running text, and how much of it is written.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Words and where they lead, in order; nothing when there is no such place.
    marks: Vec<(Range<usize>, Option<String>)>,
    /// How many bytes are written.
    at: usize,
    /// Whether an author's own link is open: a link stands in no other.
    pub(super) in_link: bool,
}

impl Marks {
    /// Passes over what is no text.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The marks in the next `len` bytes, counted from their start, with whether the words of each end there.
    fn next(&mut self, len: usize) -> Vec<(Range<usize>, Option<String>, bool)> {
        let (start, end) = (self.at, self.at + len);
        self.at = end;
        if self.in_link {
            return Vec::new();
        }
        let inside = self
            .marks
            .iter()
            .filter(|(range, _)| range.start < end && range.end > start);
        inside
            .map(|(range, href)| {
                let here = range.start.max(start) - start..range.end.min(end) - start;
                (here, href.clone(), range.end <= end)
            })
            .collect()
    }
}

impl Writer<'_> {
    /// The references and cited documents in `content`, in a plan.
    pub(super) fn marks_of(&self, content: &[Inline]) -> Marks {
        let Some((references, places)) = &self.references else {
            return Marks::default();
        };
        if !places.is_in(content) {
            return Marks::default();
        }
        let text = Running::new(content).text;
        let found = references.find(&text).into_iter();
        let found = found.flat_map(|found| found.targets).map(|target| {
            let known = references.leads_to(&target.address);
            (target.range, known.then(|| format!("#{}", target.address)))
        });
        let citations = citation::find(&text).into_iter().filter_map(|found| {
            let number = &text[found.range.clone()];
            let href = self.page.cited(number, &found)?;
            Some((found.range, Some(href)))
        });
        let mut marks: Vec<(Range<usize>, Option<String>)> = found.chain(citations).collect();
        marks.sort_by_key(|(range, _)| range.start);
        Marks {
            marks,
            ..Marks::default()
        }
    }

    /// Text with its doubtful words marked and its references linked.
    pub(super) fn text(&mut self, text: &str) {
        let doubts = self.doubts.clone();
        let mut rest = text;
        loop {
            let found = doubts
                .iter()
                .filter(|doubt| !doubt.is_empty())
                .filter_map(|doubt| Some((rest.find(doubt.as_str())?, doubt)))
                .min();
            let Some((at, doubt)) = found else {
                return self.linked(rest);
            };
            self.linked(&rest[..at]);
            self.push("<span class=\"doubt\">");
            self.linked(doubt);
            self.push("</span>");
            self.doubt_mark();
            rest = &rest[at + doubt.len()..];
        }
    }

    /// The words that say so, with the way to the reason.
    fn doubt_mark(&mut self) {
        let mark = self.page.text("doubtful");
        let _ = if self.marks.in_link {
            write!(self.out, " ({mark})")
        } else {
            write!(self.out, " <a href=\"#chua-chac\">({mark})</a>")
        };
    }

    /// Text with its references linked; one that leads nowhere is marked, its words stay as printed.
    fn linked(&mut self, text: &str) {
        let mut at = 0;
        for (range, href, ends) in self.marks.next(text.len()) {
            self.escaped(&text[at..range.start]);
            let words = &text[range.clone()];
            // A comma between plain and bold words is no link.
            let says = words.contains(char::is_alphanumeric);
            match href {
                Some(href) if says => {
                    self.push("<a href=\"");
                    self.escaped(&href);
                    self.push("\">");
                    self.escaped(words);
                    self.push("</a>");
                }
                Some(_) => self.escaped(words),
                None => {
                    self.push("<span class=\"lost\">");
                    self.escaped(words);
                    if ends {
                        let mark = self.page.text("reference_unresolved");
                        let _ = write!(self.out, " ({mark})");
                    }
                    self.push("</span>");
                }
            }
            at = range.end;
        }
        self.escaped(&text[at..]);
    }
}
