//! The search of a site: files made at build time and a small script, no server. Documented for those who write a script of their own:
//!
//! - `core.js` calls `loaCore({n, p, l, t, e})`: how many entries there are; a digit of base 36 for each, how much it weighs among equals;
//!   another, how many words its title has; the first term of every file of terms; how many entries a file of entries holds;
//! - `t<i>.js` calls `loaTerms(i, lines)`: see [`index`];
//! - `e<i>.js` calls `loaEntries(i, [[address, title, page, text], …])`;
//! - `w.js` calls `loaWords(text)`: every term, for those that were mistyped.
//!
//! They are classic scripts, because a page that is opened from a folder may not read files any other way.

mod index;
mod page;

use serde_json::json;

use crate::kind::Kind;
use crate::plan::{Job, JobKind, SearchFile, SearchShape};
use crate::site::Site;
use crate::text::words::words;

use index::Terms;

/// One thing that a search can lead to.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// Its address from the root of the site.
    href: String,
    title: String,
    /// The page on which it stands; empty for a page.
    page: String,
    lead: String,
    text: String,
    /// Other names by which it is known.
    names: Vec<String>,
    /// How much it weighs among equals, in tenths.
    weight: u8,
}

/// What a search finds on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// Everything on it.
    Whole,
    /// Its title and the line below: what it lists stands elsewhere.
    Title,
}

/// A part of a page weighs less than a page of its own, by this factor.
const PART: u8 = 3;

/// What a search finds on the page that `job` made; nothing for what is no page of its own.
pub fn entries(site: &Site, job: &Job, html: &str) -> Vec<Entry> {
    let Some((depth, weight)) = worth(site, job) else {
        return Vec::new();
    };
    let mut places = page::places(html).into_iter();
    let Some(first) = places.next() else {
        return Vec::new();
    };
    let route = job.route.as_str();
    let title = first.title.clone();
    let mut entries = vec![Entry {
        href: route.to_owned(),
        title: first.title,
        page: String::new(),
        text: if depth == Depth::Whole {
            first.text
        } else {
            String::new()
        },
        lead: first.lead,
        names: names(site, job),
        weight,
    }];
    if depth == Depth::Whole {
        entries.extend(places.map(|place| Entry {
            href: format!("{route}#{}", place.anchor),
            title: if place.title.is_empty() {
                short(&place.text)
            } else {
                place.title
            },
            page: title.clone(),
            text: place.text,
            weight: weight / PART,
            ..Entry::default()
        }));
    }
    entries
}

/// Whether a search looks at what a job makes.
pub fn is_searched(kind: &JobKind) -> bool {
    !matches!(
        kind,
        JobKind::Asset(_)
            | JobKind::Static(_)
            | JobKind::Data(_)
            | JobKind::Calendar(_)
            | JobKind::Changes
            | JobKind::Search(_)
            | JobKind::Part(_)
            | JobKind::Offline
            | JobKind::Feed(_)
            | JobKind::Map(_)
            | JobKind::Manifest
            | JobKind::Worker
            | JobKind::Host(_)
            | JobKind::Form(_)
    )
}

/// How deep a page is read and how much it weighs, in tenths.
fn worth(site: &Site, job: &Job) -> Option<(Depth, u8)> {
    Some(match &job.kind {
        JobKind::Document { doc, page: 1 } => match &site.documents[*doc].kind {
            Kind::Lesson(_) | Kind::Model(_) | Kind::Place(_) => (Depth::Whole, 13),
            Kind::Article(_) | Kind::Path(_) => (Depth::Whole, 12),
            Kind::Plan(_) | Kind::Event(_) => (Depth::Whole, 11),
            Kind::Section(_) => (Depth::Title, 12),
        },
        JobKind::Topic(_) | JobKind::Targets | JobKind::Due | JobKind::Documents => {
            (Depth::Title, 10)
        }
        JobKind::Agency(_) | JobKind::Agencies | JobKind::TaskOverview | JobKind::DataPage => {
            (Depth::Title, 8)
        }
        JobKind::Tasks(_)
        | JobKind::Topics
        | JobKind::Term { page: 1, .. }
        | JobKind::Taxonomy(_) => (Depth::Title, 7),
        _ => return None,
    })
}

/// Names that a page may not show: those of a place before and beside its own, the number of a plan.
fn names(site: &Site, job: &Job) -> Vec<String> {
    match &job.kind {
        JobKind::Document { doc, .. } => match &site.documents[*doc].kind {
            Kind::Place(place) => place
                .other_names
                .iter()
                .chain([&place.full_name.value])
                .cloned()
                .collect(),
            Kind::Plan(plan) => plan.number.iter().cloned().collect(),
            _ => Vec::new(),
        },
        JobKind::Agency(agency) => site.data.agencies[*agency].aliases.clone(),
        _ => Vec::new(),
    }
}

/// The first words of a text, to call something by that has no title.
fn short(text: &str) -> String {
    let end = text
        .char_indices()
        .nth(60)
        .map_or(text.len(), |(end, _)| end);
    let cut = &text[..end];
    if end == text.len() {
        return cut.to_owned();
    }
    let cut = cut.rsplit_once(' ').map_or(cut, |(cut, _)| cut);
    format!("{cut} …")
}

/// The search of a whole site.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
    shape: SearchShape,
    lines: Vec<String>,
    /// The first line of every file of terms.
    starts: Vec<usize>,
    vocabulary: String,
}

impl Index {
    /// The search of `entries`, in files of `shape`; words of one group of `synonyms` find each other.
    pub fn new(entries: Vec<Entry>, synonyms: &[Vec<String>], shape: SearchShape) -> Self {
        let terms = Terms::new(&entries, synonyms);
        let lines = terms.lines();
        Self {
            starts: starts(&lines, shape.terms),
            vocabulary: terms.vocabulary(),
            entries,
            shape,
            lines,
        }
    }

    /// One file of the search.
    pub fn file(&self, file: SearchFile) -> Vec<u8> {
        let text = match file {
            SearchFile::Core => format!("loaCore({})", self.core()),
            SearchFile::Words => format!("loaWords({})", json!(self.vocabulary)),
            SearchFile::Terms(at) => {
                let end = self.starts.get(at + 1).copied().unwrap_or(self.lines.len());
                let lines = self.lines[self.starts[at]..end].join("\n");
                format!("loaTerms({at},{})", json!(lines))
            }
            SearchFile::Entries(at) => {
                let size = self.per_file();
                let entries = self.entries.iter().skip(at * size).take(size);
                let entries = entries.map(|entry| {
                    let text = if entry.lead.is_empty() {
                        &entry.text
                    } else {
                        &entry.lead
                    };
                    json!([entry.href, entry.title, entry.page, index::extract(text)])
                });
                format!("loaEntries({at},{})", json!(entries.collect::<Vec<_>>()))
            }
        };
        text.into_bytes()
    }

    fn core(&self) -> serde_json::Value {
        let digit = |number: usize| {
            char::from_digit(u32::try_from(number.min(35)).unwrap_or(35), 36).unwrap_or('z')
        };
        let weights: String = self
            .entries
            .iter()
            .map(|entry| digit(entry.weight.into()))
            .collect();
        let lengths: String = self
            .entries
            .iter()
            .map(|entry| digit(words(&entry.title).len()))
            .collect();
        let first = |&start: &usize| {
            self.lines
                .get(start)
                .and_then(|line| line.split('\t').next())
                .unwrap_or("")
        };
        let firsts: Vec<&str> = self.starts.iter().map(first).collect();
        json!({ "n": self.entries.len(), "p": weights, "l": lengths, "t": firsts, "e": self.per_file() })
    }

    fn per_file(&self) -> usize {
        self.entries.len().div_ceil(self.shape.entries).max(1)
    }
}

/// The first line of each of `count` files of about one size.
fn starts(lines: &[String], count: usize) -> Vec<usize> {
    let total: usize = lines.iter().map(String::len).sum();
    let mut starts = vec![0];
    let mut size = 0;
    for (at, line) in lines.iter().enumerate() {
        if starts.len() < count && size * count >= total * starts.len() && at > 0 {
            starts.push(at);
        }
        size += line.len();
    }
    starts.resize(count, lines.len());
    starts
}
