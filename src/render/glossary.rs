//! Words of `data/terms`, explained where a page uses each of them first (WCAG 2.2, criteria 3.1.3 and 3.1.4): an abbreviation becomes an
//! `abbr`, and behind the paragraph or item a closed `details` says what its words mean. It opens by finger, key and screen reader.
//!
//! The finished page is read, because words stand in bodies, in steps of lessons and in texts of models alike. Headings, links, tables,
//! quotations, lists of facts and the names of bodies and documents are left as they are.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, Match, MatchKind};

use super::html::escape;
use super::tokens::{self, Piece, Tag};
use crate::data::Term;
use crate::site::Site;

/// Elements in which nothing is explained.
const PLAIN: &[&str] = &[
    "a",
    "abbr",
    "aside",
    "blockquote",
    "button",
    "code",
    "details",
    "dt",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "nav",
    "pre",
    "script",
    "style",
    "summary",
    "svg",
    "table",
    "title",
];
/// Classes of elements in which nothing is explained: facts, lists of links, quiet lines, what waits behind a clause, the
/// glossary itself.
const PLAIN_CLASSES: &[&str] = &["as", "cite", "gl", "lead", "list", "q", "sign", "up"];
/// Elements whose running text may hold an explained word.
const HOLDERS: &[&str] = &["p", "li", "dd"];
/// Elements before which the text of an item ends.
const BLOCKS: &[&str] = &[
    "p", "ul", "ol", "dl", "div", "table", "section", "details", "figure",
];
/// Elements without an end.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta", "wbr"];

/// The words that may be explained, ready to be looked for.
#[derive(Debug)]
pub(super) struct Glossary {
    finder: AhoCorasick,
    /// For each pattern of the finder the word that it is, by its place in `entries`; nothing for a name that is left whole.
    patterns: Vec<Option<usize>>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// As it stands in HTML.
    word: String,
    /// What an abbreviation stands for.
    full: Option<String>,
    /// The explanation as HTML.
    html: String,
}

impl Glossary {
    /// Of `site`; nothing when its table explains nothing.
    pub(super) fn of(site: &Site) -> Option<Self> {
        let terms = site.data.terms.iter();
        let terms = terms.filter(|term| term.in_place != Some(false));
        let mut glossary = Vec::new();
        let mut words: Vec<(String, Option<usize>)> = Vec::new();
        for term in terms {
            // "QH15, QH16" are two abbreviations with one meaning.
            for word in term.term.split(", ").map(escaped) {
                let word = word.as_str();
                words.push((word.to_owned(), Some(glossary.len())));
                words.extend(capital(word).map(|word| (word, Some(glossary.len()))));
                glossary.push(Entry::new(word, term));
            }
        }
        if glossary.is_empty() {
            return None;
        }
        words.extend(names(site).map(|name| (escaped(name), None)));
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words.iter().map(|(word, _)| word));
        Some(Self {
            finder: finder.expect("the words of a site are few enough"),
            patterns: words.into_iter().map(|(_, entry)| entry).collect(),
            entries: glossary,
        })
    }

    /// The page with its words explained. `question` is what the reader opens, with `{terms}` for the words.
    pub(super) fn explain(&self, html: &str, question: &str) -> String {
        let mut writer = Writer {
            glossary: self,
            question,
            html,
            out: String::with_capacity(html.len() + html.len() / 8),
            copied: 0,
            main: false,
            plain: None,
            holders: Vec::new(),
            after_paragraph: false,
            blank: true,
            quoted: false,
            told: BTreeSet::new(),
            waiting: Vec::new(),
        };
        tokens::read(html, |piece| match piece {
            Piece::Open(tag, span) => writer.open(tag, span.start),
            Piece::Close(name, span) => writer.close(name, span.start),
            Piece::Text(_, span) => writer.text(span.start, span.end),
        });
        writer.copy_to(html.len());
        writer.out
    }
}

impl Entry {
    fn new(word: &str, term: &Term) -> Self {
        let mut html = format!("<p><b>{word}</b>: ");
        let mut parts = 0;
        if let Some(english) = &term.english {
            html.push_str("<span lang=\"en\">");
            escape(english, &mut html);
            html.push_str("</span>");
            parts += 1;
        }
        if let Some(full) = &term.full {
            html.push_str(if parts > 0 { ", " } else { "" });
            escape(full, &mut html);
            parts += 1;
        }
        html.push_str(if parts > 0 { ". " } else { "" });
        escape(&term.plain, &mut html);
        html.push_str("</p>");
        Self {
            word: word.to_owned(),
            full: term.full.clone(),
            html,
        }
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// The word as it begins a sentence, if that differs.
fn capital(word: &str) -> Option<String> {
    let first = word.chars().next().filter(|first| first.is_lowercase())?;
    Some(first.to_uppercase().collect::<String>() + &word[first.len_utf8()..])
}

/// Names that are left whole, because a word in them is part of a name.
fn names(site: &Site) -> impl Iterator<Item = &str> {
    let agencies = site.data.agencies.iter();
    let agencies = agencies.flat_map(|row| std::iter::once(&row.name).chain(&row.aliases));
    let documents = site.data.documents.iter().map(|row| &row.title);
    let names = agencies.chain(documents).map(String::as_str);
    names.filter(|name| !name.is_empty())
}

struct Writer<'g> {
    glossary: &'g Glossary,
    question: &'g str,
    html: &'g str,
    out: String,
    /// How much of the page is written.
    copied: usize,
    /// Whether the main part is open.
    main: bool,
    /// The open element that is left as it is, and how many of its name are open inside it.
    plain: Option<(String, usize)>,
    /// The open holders.
    holders: Vec<String>,
    /// Whether what waits comes as soon as nothing belongs to the last paragraph any more.
    after_paragraph: bool,
    /// Whether the holder has had no text yet.
    blank: bool,
    /// Whether a quotation is open.
    quoted: bool,
    told: BTreeSet<usize>,
    /// The words whose explanation is to be written.
    waiting: Vec<usize>,
}

impl Writer<'_> {
    fn open(&mut self, tag: &Tag, at: usize) {
        let name = tag.name.as_str();
        self.main |= name == "main";
        if !self.main || VOID.contains(&name) {
            return;
        }
        if let Some((plain, depth)) = &mut self.plain {
            *depth += usize::from(plain == name);
            return;
        }
        // What waits behind a clause belongs to it.
        let belongs = self.after_paragraph && tag.attribute("class") == Some("cite");
        if BLOCKS.contains(&name) && !belongs {
            self.write_waiting(at);
        }
        let unindexed = tag.attribute("data-unindexed").is_some();
        let is_plain = || PLAIN_CLASSES.iter().any(|class| tag.has_class(class));
        if PLAIN.contains(&name) || unindexed || is_plain() {
            self.plain = Some((name.to_owned(), 0));
        } else if HOLDERS.contains(&name) {
            self.holders.push(name.to_owned());
            self.blank = true;
            self.quoted = false;
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        if let Some((plain, depth)) = &mut self.plain {
            if plain == name {
                match depth.checked_sub(1) {
                    Some(less) => *depth = less,
                    None => self.plain = None,
                }
            }
            return;
        }
        if self.holders.last().is_some_and(|last| last == name) {
            self.holders.pop();
            if name == "p" {
                // A `details` cannot stand in a paragraph.
                self.after_paragraph = !self.waiting.is_empty();
                return;
            }
        }
        if self.after_paragraph || HOLDERS.contains(&name) {
            self.write_waiting(at);
        }
        self.main &= name != "main";
    }

    fn text(&mut self, start: usize, end: usize) {
        let text = &self.html[start..end];
        if self.plain.as_ref().is_some_and(|(plain, _)| plain == "h1") {
            return self.know(text);
        }
        if !self.main || self.plain.is_some() || self.holders.is_empty() || self.after_paragraph {
            return;
        }
        let glossary = self.glossary;
        let mut at = 0;
        for found in glossary.finder.find_iter(text) {
            self.pass(&text[at..found.start()]);
            if let Some(entry) = glossary.patterns[found.pattern()]
                && !self.quoted
                && self.is_word(text, &found)
                && self.told.insert(entry)
            {
                self.mark(entry, start + found.start(), start + found.end());
            }
            self.pass(&text[found.range()]);
            at = found.end();
        }
        self.pass(&text[at..]);
    }

    /// What a page has in its title is what the whole page explains.
    fn know(&mut self, text: &str) {
        let glossary = self.glossary;
        let found = glossary.finder.find_iter(text);
        self.told
            .extend(found.filter_map(|found| glossary.patterns[found.pattern()]));
    }

    /// Goes past text in which nothing is explained.
    fn pass(&mut self, text: &str) {
        self.blank &= !text.contains(char::is_alphanumeric);
        for c in text.chars() {
            match c {
                '“' => self.quoted = true,
                '”' => self.quoted = false,
                _ => {}
            }
        }
    }

    /// Whether what was found is a word of its own and not a part of another, of a number or of an address; a capital at its beginning
    /// that the table does not have must be that of a sentence.
    fn is_word(&self, text: &str, found: &Match) -> bool {
        let (before, after) = (&text[..found.start()], &text[found.end()..]);
        let joins = |c: char| c.is_alphanumeric() || "/-&@_#".contains(c);
        let mut next = after.chars();
        let ends = match next.next() {
            Some('.') => !next.next().is_some_and(char::is_alphanumeric),
            Some(c) => !joins(c),
            None => true,
        };
        let begins = !before.ends_with(|c: char| joins(c) || c == '.');
        let entry = self.glossary.patterns[found.pattern()];
        let as_written =
            entry.is_none_or(|entry| self.glossary.entries[entry].word == text[found.range()]);
        let sentence = self.blank || before.trim_end().ends_with(['.', ':', '?', '!']);
        begins && ends && (as_written || sentence)
    }

    fn mark(&mut self, entry: usize, start: usize, end: usize) {
        self.waiting.push(entry);
        if let Some(full) = &self.glossary.entries[entry].full {
            self.copy_to(start);
            self.out.push_str("<abbr title=\"");
            escape(full, &mut self.out);
            self.out.push_str("\">");
            self.copy_to(end);
            self.out.push_str("</abbr>");
        }
    }

    fn write_waiting(&mut self, at: usize) {
        self.after_paragraph = false;
        if self.waiting.is_empty() {
            return;
        }
        self.copy_to(at);
        let entries = std::mem::take(&mut self.waiting);
        let entries = entries.iter().map(|&entry| &self.glossary.entries[entry]);
        let words: Vec<&str> = entries.clone().map(|entry| entry.word.as_str()).collect();
        let question = self.question.replace("{terms}", &words.join(", "));
        self.out
            .push_str("<details class=\"g\" data-unindexed><summary>");
        self.out.push_str(&question);
        self.out.push_str("</summary>");
        entries.for_each(|entry| self.out.push_str(&entry.html));
        self.out.push_str("</details>\n");
    }

    fn copy_to(&mut self, end: usize) {
        self.out.push_str(&self.html[self.copied..end]);
        self.copied = end;
    }
}
