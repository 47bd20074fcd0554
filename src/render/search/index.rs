//! The words of a site and where each stands, cut into files small enough for a poor signal.
//!
//! A term is a word without marks; under it stand the ways in which it is written with marks, each with its entries. Two neighbouring
//! words of a title are a term of their own (`gia_dinh`), because most Vietnamese words are written as two. A term that stands nearly
//! everywhere says nothing of a text and keeps only its titles.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::Entry;
use crate::text::words::{Word, words};

/// Where a word stands in an entry; the greater, the more it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    /// It is only another word for one of the text's.
    Synonym = 0,
    Text = 1,
    /// In the line below the title, or another word for one there.
    Lead = 2,
    /// In the title, or another word for it.
    Title = 3,
}

/// The share of entries, in hundredths, above which a term says nothing of a text.
const EVERYWHERE: usize = 30;

/// What marks a term that is cut for standing everywhere.
const CUT: &str = "!";

/// Longest text kept with an entry, in characters.
const TEXT: usize = 480;

/// A way of writing a term.
#[derive(Debug)]
struct Way {
    /// The term with its marks.
    marked: String,
    /// The entries in which it stands, in their order, with the best field in each.
    postings: Vec<(usize, Field)>,
}

/// Every term of a site.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// Under each term the ways in which it is written, which are few.
    terms: HashMap<String, Vec<Way>>,
    entries: usize,
}

impl Terms {
    /// The terms of `entries`; words of one group of `synonyms` find each other.
    pub(super) fn new(entries: &[Entry], synonyms: &[Vec<String>]) -> Self {
        let groups = Groups::new(synonyms);
        let mut terms = Self {
            entries: entries.len(),
            ..Self::default()
        };
        for (at, entry) in entries.iter().enumerate() {
            terms.entry(at, entry, &groups);
        }
        terms
    }

    fn entry(&mut self, at: usize, entry: &Entry, groups: &Groups) {
        let title = words(&entry.title);
        self.add(at, &title, Field::Title);
        self.pairs(at, &title);
        for name in &entry.names {
            let name = words(name);
            self.add(at, &name, Field::Title);
            self.pairs(at, &name);
        }
        let lead = words(&entry.lead);
        self.add(at, &lead, Field::Lead);
        let text = words(&entry.text);
        self.add(at, &text, Field::Text);
        for other in groups.others(&title) {
            self.add(at, other, Field::Title);
            self.pairs(at, other);
        }
        for (words, field) in [(&lead, Field::Lead), (&text, Field::Synonym)] {
            for other in groups.others(words) {
                self.add(at, other, field);
            }
        }
    }

    fn add(&mut self, at: usize, words: &[Word], field: Field) {
        for word in words {
            self.put(&word.folded, &word.marked, at, field);
        }
    }

    fn pairs(&mut self, at: usize, words: &[Word]) {
        for pair in words.windows(2) {
            let term = format!("{}_{}", pair[0].folded, pair[1].folded);
            let marked = format!("{}_{}", pair[0].marked, pair[1].marked);
            self.put(&term, &marked, at, Field::Title);
        }
    }

    /// Entries come in their order.
    fn put(&mut self, term: &str, marked: &str, at: usize, field: Field) {
        if term.is_empty() {
            return;
        }
        let new = || Way {
            marked: marked.to_owned(),
            postings: vec![(at, field)],
        };
        let Some(ways) = self.terms.get_mut(term) else {
            self.terms.insert(term.to_owned(), vec![new()]);
            return;
        };
        let Some(way) = ways.iter_mut().find(|way| way.marked == marked) else {
            return ways.push(new());
        };
        match way.postings.last_mut() {
            Some((last, best)) if *last == at => *best = field.max(*best),
            _ => way.postings.push((at, field)),
        }
    }

    /// The terms as lines, in order: the term, then each way of writing it with its entries. Numbers are in base 36; an entry's is the
    /// distance from the one before, times four, and its field.
    pub(super) fn lines(&self) -> Vec<String> {
        let terms = self.sorted().into_iter();
        terms.map(|term| self.line(term)).collect()
    }

    fn sorted(&self) -> Vec<&str> {
        let mut terms: Vec<&str> = self.terms.keys().map(String::as_str).collect();
        terms.sort_unstable();
        terms
    }

    fn line(&self, term: &str) -> String {
        let mut line = term.to_owned();
        let mut ways: Vec<&Way> = self.terms[term].iter().collect();
        ways.sort_by(|a, b| a.marked.cmp(&b.marked));
        let all: usize = ways.iter().map(|way| way.postings.len()).sum();
        let everywhere = all * 100 > self.entries * EVERYWHERE && self.entries > 50;
        if everywhere {
            let _ = write!(line, "\t{CUT}");
        }
        for Way { marked, postings } in ways {
            let kept = postings
                .iter()
                .filter(|(_, field)| !everywhere || *field >= Field::Lead);
            // The same letters need not be said twice.
            let marked = if marked == term { "" } else { marked };
            let _ = write!(line, "\t{marked}");
            let mut before = 0;
            for &(at, field) in kept {
                line.push(' ');
                base36((at - before) * 4 + field as usize, &mut line);
                before = at;
            }
        }
        line
    }

    /// Every term of one word: each as the number of letters that it shares with the one before, and the rest.
    pub(super) fn vocabulary(&self) -> String {
        let mut out = String::new();
        let mut before = "";
        let terms = self.sorted().into_iter();
        for term in terms.filter(|term| !term.contains('_')) {
            let shared = before
                .chars()
                .zip(term.chars())
                .take_while(|(a, b)| a == b)
                .count()
                .min(9);
            let rest: String = term.chars().skip(shared).collect();
            let _ = write!(out, "{shared}{rest} ");
            before = term;
        }
        out
    }
}

fn base36(mut number: usize, out: &mut String) {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(DIGITS[number % 36]));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    out.extend(digits.iter().rev());
}

/// Groups of phrases that mean the same to somebody who searches.
struct Groups {
    groups: Vec<Vec<Vec<Word>>>,
}

impl Groups {
    fn new(synonyms: &[Vec<String>]) -> Self {
        let groups = synonyms
            .iter()
            .map(|group| group.iter().map(|phrase| words(phrase)).collect());
        Self {
            groups: groups.collect(),
        }
    }

    /// The other phrases of every group of which one stands in `text`.
    fn others<'g>(&'g self, text: &'g [Word]) -> impl Iterator<Item = &'g [Word]> {
        let known: HashSet<&str> = text.iter().map(|word| word.marked.as_str()).collect();
        let here = move |phrase: &Vec<Word>| {
            let mut words = phrase.iter();
            words.all(|word| known.contains(word.marked.as_str())) && stands_in(phrase, text)
        };
        let groups = self
            .groups
            .iter()
            .filter(move |group| group.iter().any(&here));
        groups.flat_map(move |group| {
            group
                .iter()
                .filter(move |phrase| !stands_in(phrase, text))
                .map(Vec::as_slice)
        })
    }
}

fn stands_in(phrase: &[Word], text: &[Word]) -> bool {
    let same = |window: &[Word]| window.iter().zip(phrase).all(|(a, b)| a.marked == b.marked);
    !phrase.is_empty() && text.windows(phrase.len()).any(same)
}

/// The first words of an entry's text, cut at a space.
pub(super) fn extract(text: &str) -> &str {
    match text.char_indices().nth(TEXT) {
        None => text,
        Some((end, _)) => text[..end]
            .rsplit_once(' ')
            .map_or(&text[..end], |(cut, _)| cut),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(entries: &[(&str, &str)], synonyms: &[&[&str]]) -> Vec<String> {
        let entries: Vec<Entry> = entries
            .iter()
            .map(|(title, text)| Entry {
                title: (*title).to_owned(),
                text: (*text).to_owned(),
                ..Entry::default()
            })
            .collect();
        let synonyms: Vec<Vec<String>> = synonyms
            .iter()
            .map(|group| group.iter().map(|phrase| (*phrase).to_owned()).collect())
            .collect();
        Terms::new(&entries, &synonyms).lines()
    }

    #[test]
    fn marks_stand_apart_under_one_term() {
        assert_eq!(
            lines(&[("Đường", "dương"), ("số", "đường")], &[]),
            ["duong\tdương 1\tđương0 3 5", "so\tsô1 7"]
        );
    }

    #[test]
    fn pairs_of_a_title_and_other_words_are_terms() {
        assert_eq!(
            lines(&[("Chợ số", "")], &[&["chợ số", "4T"]]),
            ["4t\t 3", "cho\tchơ4 3", "cho_so\tchơ4_sô1 3", "so\tsô1 3"]
        );
    }

    #[test]
    fn vocabulary_shares_beginnings() {
        let entry = Entry {
            title: "chợ cho chọn".to_owned(),
            ..Entry::default()
        };
        assert_eq!(Terms::new(&[entry], &[]).vocabulary(), "0cho 3n ");
    }
}
