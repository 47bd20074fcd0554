//! What keeps a body from being read by everybody, told where it stands: headings, links, pictures, tables, capitals, other languages,
//! recordings. A plan's words are restated here and have to be read like all others; only how deep its headings are is said by its labels.

use std::collections::BTreeMap;

use super::foreign::{self, Elsewhere};
use super::markdown::{
    Block, BlockKind, Body, Inline, InlineKind, Running, plain_text, walk_blocks, walk_inlines,
    words_of,
};
use crate::diag::Diagnostic;
use crate::document::DocPath;
use crate::kind::Drawing;
use crate::rules;
use crate::source::Span;
use crate::text::colour;
use crate::text::fold::fold;

/// What a body is of, as far as it decides how it is read.
pub(super) struct Of<'p> {
    /// Where its document stands.
    pub(super) path: &'p DocPath,
    /// Where what is in another language could stand; nothing in a page that is not Vietnamese.
    pub(super) elsewhere: Option<Elsewhere<'p>>,
    /// Whether labels say how deep its headings are.
    pub(super) is_plan: bool,
    /// Whether it tells what to press.
    pub(super) is_lesson: bool,
}

/// Tells of everything in `body`.
pub(super) fn faults(body: &Body, of: &Of, faults: &mut Vec<Diagnostic>) {
    let mut reading = Reading {
        faults,
        of,
        links: BTreeMap::new(),
        has_transcript: false,
        has_tabs: false,
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

/// Tells of a drawing that is described by nothing, or by the name of its file.
pub(super) fn drawing(drawing: &Drawing, faults: &mut Vec<Diagnostic>) {
    let alt = &drawing.alt;
    if alt.trim().is_empty() {
        faults.push(rules::missing_drawing_alt(alt.span, &drawing.file));
    } else if is_no_description(alt, &drawing.file) {
        faults.push(rules::file_name_alt(alt.span, alt.trim()));
    }
}

struct Reading<'f> {
    faults: &'f mut Vec<Diagnostic>,
    of: &'f Of<'f>,
    /// Where the first link with these words leads.
    links: BTreeMap<String, (String, Span)>,
    has_transcript: bool,
    /// Whether a table with tabs was met; its other rows are told with the first.
    has_tabs: bool,
    recordings: Vec<(Span, String)>,
}

impl Reading<'_> {
    /// The title of the page is level 1, so a body begins with level 2. How deep the headings of a plan are is said by their labels.
    fn headings(&mut self, body: &Body) {
        let mut before = 1;
        walk_blocks(&body.blocks, &mut |block| {
            let BlockKind::Heading { level, content, .. } = &block.kind else {
                return;
            };
            let words = plain_text(content);
            if *level == 1 {
                self.faults.push(rules::second_h1(block.span, &words));
            } else if *level > before + 1 && !self.of.is_plan {
                let marks = "#".repeat(usize::from(before) + 1);
                let (from, to) = (before.to_string(), level.to_string());
                self.faults
                    .push(rules::heading_jump(block.span, &from, &to, &marks, &words));
            }
            before = *level;
        });
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
                if lacks_head(head) {
                    self.faults.push(rules::table_without_header(block.span));
                }
                for cell in head.iter().chain(rows.iter().flat_map(|row| &row.cells)) {
                    if let (Some(first), Some(last)) = (cell.first(), cell.last()) {
                        let end = last.span.end;
                        self.words(Span { end, ..first.span }, cell);
                    }
                    self.content(cell);
                }
            }
            _ => {}
        }
    }

    /// Looks at a paragraph, heading or cell as a whole.
    fn words(&mut self, span: Span, content: &[Inline]) {
        let text = words_of(content);
        if text.contains('\t') && !self.has_tabs {
            let running = Running::new(content);
            let cells = tabbed(&running.text);
            self.has_tabs = cells.is_some();
            let fault = cells.map(|cells| rules::tabbed_table(span, &cells));
            self.faults.extend(fault);
        }
        if let Some(start) = capitals(&text) {
            self.faults.push(rules::all_capitals(span, &start));
        }
        if let Some(elsewhere) = &self.of.elsewhere {
            foreign::faults(&text, content, elsewhere, self.faults);
        }
        if self.of.is_lesson {
            self.colours(content);
        }
    }

    /// Looks for what is named by its colour alone, sentence by sentence.
    fn colours(&mut self, content: &[Inline]) {
        let running = Running::new(content);
        let mut at = 0;
        for sentence in running.text.split_inclusive(['.', ';', '!']) {
            if let Some(range) = colour::alone(sentence) {
                let words = &sentence[range.clone()];
                let place = running.span(at + range.start..at + range.end);
                self.faults
                    .extend(place.map(|span| rules::colour_only(span, words, words)));
            }
            at += sentence.len();
        }
    }

    /// Looks at the links and pictures of running text.
    fn content(&mut self, content: &[Inline]) {
        walk_inlines(content, &mut |inline| match &inline.kind {
            InlineKind::Link {
                target,
                content: words,
            } => {
                let is_undescribed = has_undescribed(words);
                let words = plain_text(words);
                if !is_undescribed {
                    self.link(inline.span, &target.written, words.trim());
                }
                self.has_transcript |= names_transcript(&words);
                if is_recording(&target.written) {
                    if !says_length(&plain_text(content)) {
                        self.faults
                            .push(rules::media_without_length(inline.span, &target.written));
                    }
                    self.recordings
                        .push((inline.span, target.written.to_string()));
                }
            }
            InlineKind::Image { target, alt } if is_recording(&target.written) => {
                self.faults.push(rules::media_as_picture(
                    inline.span,
                    alt.trim(),
                    &target.written,
                ));
            }
            InlineKind::Image { target, alt } if is_no_description(alt, &target.written) => {
                self.faults
                    .push(rules::file_name_alt(inline.span, alt.trim()));
            }
            _ => {}
        });
    }

    fn link(&mut self, span: Span, target: &str, words: &str) {
        let words_alone: Vec<&str> = words.split_whitespace().collect();
        let folded = fold(&words_alone.join(" "));
        let key = folded.trim_matches(|c: char| !c.is_alphanumeric());
        if words.is_empty() {
            self.faults.push(rules::empty_link(span, target));
        } else if is_vague(words) {
            self.faults.push(rules::vague_link(span, words));
        } else {
            let target = self.whither(target);
            match self.links.get(key) {
                Some((other, first)) if *other != target => {
                    self.faults.push(rules::same_link_text(span, words, *first));
                }
                Some(_) => {}
                None => {
                    self.links.insert(key.to_owned(), (target, span));
                }
            }
        }
    }

    /// Where a link leads, the same for the several ways of writing it.
    fn whither(&self, target: &str) -> String {
        let bare = target.trim_end_matches('/');
        let (page, anchor) = bare.split_once('#').unwrap_or((bare, ""));
        let below = page.strip_prefix("@/").or(page.strip_prefix('/'));
        let is_beside = !page.contains([':', '/']) && !page.is_empty();
        let path = match below {
            Some(path) => path.to_owned(),
            None if is_beside && !self.of.path.folder.is_empty() => {
                format!("{}/{page}", self.of.path.folder)
            }
            None => page.to_owned(),
        };
        format!("{}#{anchor}", path.trim_end_matches(".md"))
    }
}

/// Whether there is a picture without a description, which is told as such.
fn has_undescribed(content: &[Inline]) -> bool {
    let mut found = false;
    walk_inlines(content, &mut |inline| {
        found |= matches!(&inline.kind, InlineKind::Image { alt, .. } if alt.trim().is_empty());
    });
    found
}

/// Words that say nothing of where a link leads. A link of nothing else is vague.
const VAGUE: &[&str] = &[
    "tại",
    "đây",
    "ở",
    "vào",
    "xem",
    "đọc",
    "bấm",
    "nhấn",
    "ấn",
    "nhấp",
    "click",
    "kích",
    "thêm",
    "tiếp",
    "chi",
    "tiết",
    "ngay",
    "để",
    "tải",
    "về",
    "xuống",
    "truy",
    "cập",
    "link",
    "đường",
    "dẫn",
    "liên",
    "kết",
    "này",
    "theo",
    "mời",
    "here",
    "more",
    "read",
    "learn",
    "this",
    "page",
    "details",
];

/// Whether the words of a link are all among those that say nothing. Without marks they are known, too.
fn is_vague(words: &str) -> bool {
    let lower = words.to_lowercase();
    let bare = |word: &str| VAGUE.iter().any(|known| fold(known) == word);
    let says_nothing = |word: &str| {
        if lower.is_ascii() {
            bare(word)
        } else {
            VAGUE.contains(&word)
        }
    };
    let mut any = false;
    let all = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            any = true;
            says_nothing(word)
        });
    any && all
}

/// The first words of a text that is longer than a name and has capitals only.
pub(super) fn capitals(text: &str) -> Option<String> {
    // Most texts are known by their second letter.
    if text.chars().any(char::is_lowercase) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let letters = text.chars().filter(|c| c.is_uppercase()).count();
    (words.len() >= 5 && letters >= 20).then(|| words[..3].join(" "))
}

/// The cells of the first row of a text in which tabs part three cells or more.
fn tabbed(text: &str) -> Option<Vec<&str>> {
    let mut rows = text.lines().filter(|line| line.contains('\t'));
    rows.find_map(|row| {
        let cells: Vec<&str> = row
            .split('\t')
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        (cells.len() >= 3).then_some(cells)
    })
}

/// Whether a table has no heads, or a column without one. The corner above the names of the rows may be empty.
fn lacks_head(head: &[Vec<Inline>]) -> bool {
    let is_empty = |cell: &Vec<Inline>| plain_text(cell).trim().is_empty();
    head.iter().all(is_empty) || head.iter().skip(1).any(is_empty)
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
    "youtube.com/live",
    "youtu.be/",
    "vimeo.com/",
    "tiktok.com/",
    "facebook.com/watch",
    "facebook.com/reel",
    "fb.watch/",
    "/videos/",
];

fn ends_in(text: &str, endings: &[&str]) -> bool {
    let bare = text.split(['?', '#']).next().unwrap_or(text);
    let ending = bare
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Words for "picture", and what programs and telephones name their files with, without marks.
const PICTURE: &[&str] = &[
    "hinh",
    "anh",
    "image",
    "picture",
    "photo",
    "img",
    "dsc",
    "dscn",
    "pxl",
    "screenshot",
    "whatsapp",
    "zalo",
];
/// What may follow them without saying anything. "Số 3" does: the text names the picture so.
const OF_PICTURE: &[&str] = &[
    "minh", "hoa", "chup", "man", "hinh", "anh", "image", "at", "from",
];

/// Whether a text alternative is the name of a file, or a word for "picture".
fn is_no_description(alt: &str, target: &str) -> bool {
    let alt = alt.trim();
    let name = target.rsplit('/').next().unwrap_or(target);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let is_name = !alt.contains(' ') && ends_in(alt, PICTURES);
    let digits = alt.bytes().filter(u8::is_ascii_digit).count();
    let is_number = !alt.contains(' ') && digits >= 6;
    let folded = fold(alt);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words
        .map(|word| word.trim_matches(|c: char| c.is_ascii_digit()))
        .collect();
    let is_word = words.first().is_some_and(|word| PICTURE.contains(word))
        && words[1..]
            .iter()
            .all(|word| word.is_empty() || OF_PICTURE.contains(word));
    !alt.is_empty()
        && (is_name || is_number || is_word || (alt == stem && stem.contains(['-', '_'])))
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
