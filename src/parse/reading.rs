//! What keeps a body from being read by everybody, told where it stands: headings, links, pictures, tables, capitals, other languages,
//! recordings. Plans are printed documents: their words and headings are not for us to judge.

use std::collections::BTreeMap;

use super::markdown::{
    Block, BlockKind, Body, Inline, InlineKind, plain_text, walk_blocks, walk_inlines,
};
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::rules;
use crate::source::Span;
use crate::text::fold::fold;

/// Tells of everything in `body`, that of the document at `path`.
pub(super) fn faults(
    body: &Body,
    path: &DocPath,
    is_plan: bool,
    is_vietnamese: bool,
    faults: &mut Vec<Diagnostic>,
) {
    let mut reading = Reading {
        faults,
        is_plan,
        english: format!("{}.en.md", path.stem),
        is_vietnamese,
        links: BTreeMap::new(),
        has_transcript: false,
        recordings: Vec::new(),
    };
    reading.headings(body);
    let notes = body.footnotes.iter().map(|note| &note.blocks);
    for blocks in [&body.blocks].into_iter().chain(notes) {
        walk_blocks(blocks, &mut |block| reading.block(block));
    }
    if !reading.has_transcript {
        for (span, target) in std::mem::take(&mut reading.recordings) {
            reading
                .faults
                .push(rules::media_without_transcript(span, &target));
        }
    }
}

struct Reading<'f> {
    faults: &'f mut Vec<Diagnostic>,
    is_plan: bool,
    is_vietnamese: bool,
    /// Where a translation of the document would stand.
    english: String,
    /// Where the first link with these words leads.
    links: BTreeMap<String, (String, Span)>,
    has_transcript: bool,
    recordings: Vec<(Span, String)>,
}

impl Reading<'_> {
    /// The title of the page is level 1, so a body begins with level 2.
    fn headings(&mut self, body: &Body) {
        if self.is_plan {
            return;
        }
        let mut before = 1;
        for block in &body.blocks {
            let BlockKind::Heading { level, content, .. } = &block.kind else {
                continue;
            };
            let words = plain_text(content);
            if *level == 1 {
                self.faults.push(rules::second_h1(block.span, &words));
            } else if *level > before + 1 {
                let marks = "#".repeat(usize::from(before) + 1);
                let (from, to) = (before.to_string(), level.to_string());
                self.faults
                    .push(rules::heading_jump(block.span, &from, &to, &marks, &words));
            }
            before = *level;
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { content, .. } => {
                self.has_transcript |= names_transcript(&plain_text(content));
                self.words(block.span, content);
                self.content(content);
            }
            BlockKind::Paragraph(content) => {
                self.words(block.span, content);
                self.content(content);
            }
            BlockKind::Table { head, rows, .. } => {
                let is_empty = |cell: &Vec<Inline>| plain_text(cell).trim().is_empty();
                if head.iter().all(is_empty) && !self.is_plan {
                    self.faults.push(rules::table_without_header(block.span));
                }
                for cell in head.iter().chain(rows.iter().flat_map(|row| &row.cells)) {
                    self.content(cell);
                }
            }
            _ => {}
        }
    }

    /// Looks at a paragraph or heading as a whole.
    fn words(&mut self, span: Span, content: &[Inline]) {
        if self.is_plan {
            return;
        }
        let text = plain_text(content);
        let start = || {
            let first: Vec<&str> = text.split_whitespace().take(3).collect();
            first.join(" ")
        };
        if is_capitals(&text) && text.split_whitespace().count() >= 5 {
            self.faults.push(rules::all_capitals(span, &start()));
        }
        if self.is_vietnamese && is_english(&text) {
            self.faults
                .push(rules::unmarked_language(span, &start(), &self.english));
        }
    }

    /// Looks at the links and pictures of running text.
    fn content(&mut self, content: &[Inline]) {
        walk_inlines(content, &mut |inline| match &inline.kind {
            InlineKind::Link {
                target,
                content: words,
            } => {
                let words = plain_text(words);
                self.link(inline.span, &target.written, words.trim());
                self.has_transcript |= names_transcript(&words);
                if is_recording(&target.written) {
                    if !says_length(&plain_text(content)) {
                        self.faults
                            .push(rules::media_without_length(inline.span, &target.written));
                    }
                    self.recordings.push((inline.span, target.written.clone()));
                }
            }
            InlineKind::Image { target, alt } if is_no_description(alt, &target.written) => {
                self.faults
                    .push(rules::file_name_alt(inline.span, alt.trim()));
            }
            _ => {}
        });
    }

    fn link(&mut self, span: Span, target: &str, words: &str) {
        let folded = fold(words);
        let key = folded.trim_matches(|c: char| !c.is_alphanumeric());
        if words.is_empty() {
            self.faults.push(rules::empty_link(span, target));
        } else if VAGUE.contains(&key) {
            self.faults.push(rules::vague_link(span, words));
        } else {
            let target = target.trim_end_matches('/');
            match self.links.get(key) {
                Some((other, first)) if other != target => {
                    self.faults.push(rules::same_link_text(span, words, *first));
                }
                Some(_) => {}
                None => {
                    self.links.insert(key.to_owned(), (target.to_owned(), span));
                }
            }
        }
    }
}

/// Words that say nothing of where a link leads, without marks.
const VAGUE: &[&str] = &[
    "tai day",
    "o day",
    "day",
    "xem tai day",
    "xem o day",
    "xem them",
    "xem them tai day",
    "xem chi tiet",
    "chi tiet",
    "xem",
    "them",
    "bam vao day",
    "nhan vao day",
    "an vao day",
    "bam day",
    "tai ve tai day",
    "link",
    "duong link",
    "lien ket",
    "duong dan",
    "doc tiep",
    "doc them",
    "here",
    "click here",
    "read more",
    "more",
    "learn more",
];

/// Whether a text has letters and all of them are capitals.
fn is_capitals(text: &str) -> bool {
    // Most texts are known by their second letter.
    !text.chars().any(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() >= 20
}

/// English words that Vietnamese does not have, even without its marks.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "is", "are", "for", "with", "you", "your", "this", "that", "from", "was",
    "were", "will", "have", "has", "people",
];

/// Whether a passage is English: long enough, no letter of Vietnamese, and enough of the commonest words.
fn is_english(text: &str) -> bool {
    // The first words of a Vietnamese text have such a letter.
    if text.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_common = |word: &&&str| {
        let plain = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        ENGLISH.contains(&plain.as_str())
    };
    words.len() >= 8 && words.iter().filter(is_common).count() >= 3
}

const PICTURES: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "heic", "tif", "tiff",
];
const RECORDINGS: &[&str] = &[
    "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "mov", "avi", "mkv",
];
/// Hosts whose pages are films.
const FILMS: &[&str] = &[
    "youtube.com/watch",
    "youtube.com/shorts",
    "youtu.be/",
    "vimeo.com/",
    "tiktok.com/@",
];

fn ends_in(text: &str, endings: &[&str]) -> bool {
    let bare = text.split(['?', '#']).next().unwrap_or(text);
    let ending = bare
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Whether a text alternative is the name of a file, or a word for "picture".
fn is_no_description(alt: &str, target: &str) -> bool {
    let alt = alt.trim();
    let name = target.rsplit('/').next().unwrap_or(target);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let folded = fold(alt);
    let counted =
        folded.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '_' | '-'));
    let is_name = !alt.contains(' ') && ends_in(alt, PICTURES);
    let is_camera = matches!(
        counted,
        "img" | "dsc" | "dscn" | "pxl" | "screenshot" | "image"
    ) && !alt.contains(' ');
    let is_word = matches!(
        counted,
        "hinh" | "anh" | "hinh anh" | "image" | "picture" | "photo"
    );
    !alt.is_empty()
        && (is_name || is_camera || is_word || (alt == stem && stem.contains(['-', '_'])))
}

fn is_recording(target: &str) -> bool {
    ends_in(target, RECORDINGS) || FILMS.iter().any(|host| target.contains(host))
}

/// Whether a text says how long something lasts: "3 phút", "45 giây", "3:20".
fn says_length(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','))
        .collect();
    let is_number = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let pair = words.windows(2).any(|pair| {
        is_number(pair[0])
            && ["phut", "giay", "gio", "minute", "second", "min"]
                .iter()
                .any(|unit| pair[1].starts_with(unit))
    });
    let clock = |word: &&str| {
        word.split_once(':').is_some_and(|(minutes, seconds)| {
            !minutes.is_empty()
                && seconds.len() == 2
                && [minutes, seconds]
                    .iter()
                    .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
        })
    };
    pair || words.iter().any(clock)
}

fn names_transcript(text: &str) -> bool {
    let folded = fold(text);
    [
        "ban chu",
        "loi trong phim",
        "loi doc",
        "loi thoai",
        "noi dung bang chu",
        "transcript",
    ]
    .iter()
    .any(|words| folded.contains(words))
}
