//! Source files as values: text, identity, positions.
//!
//! A file is brought into one form when it is taken in (no byte order mark, LF, NFC, plain spaces), so that the same words give
//! the same site whatever program wrote them. That form keeps lines and grapheme clusters where they were: a position
//! counted in clusters is the same in the file on disk.

mod lines;

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::sync::{Arc, OnceLock};

use foldhash::fast::FixedState;

use lines::Lines;

use crate::list::List;
use crate::text::nfc::nfc;

/// Names one source file by its path; valid only with the [`Sources`] that gave it, and with copies of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in the normalised text of one file; the end is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file the range lies in.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            file,
            start: clamp(start),
            end: clamp(end.max(start)),
        }
    }

    /// The empty range at the beginning of `file`, for what concerns the file as a whole.
    pub fn whole(file: FileId) -> Self {
        Self::new(file, 0, 0)
    }

    /// Whether `other` lies in the range.
    pub fn covers(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }

    /// The range as indices into the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people count it: both numbers start at 1, columns count grapheme clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number.
    pub line: usize,
    /// Column number in displayed characters.
    pub column: usize,
}

/// One text file of a site.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path below the site's root, with forward slashes (`content/ke-hoach/tra-vinh.md`).
    pub path: Arc<str>,
    /// Normalised text.
    pub text: Arc<str>,
    /// The text as it stands on the disk but for its line ends, when it is not composed there.
    decomposed: Option<Box<Decomposed>>,
    /// Its lines, once a position is asked for.
    lines: OnceLock<Lines>,
    /// The digest of the text, when it is left out.
    left_out: Option<u64>,
}

#[derive(Debug, Clone)]
struct Decomposed {
    text: Box<str>,
    lines: OnceLock<Lines>,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        // Where lines begin follows from the text, and is known once it was asked for.
        let of = |file: &Self| (file.path.clone(), file.text.clone(), file.left_out);
        let on_disk = |file: &Self| file.decomposed.as_ref().map(|own| own.text.clone());
        of(self) == of(other) && on_disk(self) == on_disk(other)
    }
}

impl Eq for SourceFile {}

impl SourceFile {
    /// Takes in `raw`, which stands at `path` below the site's root.
    pub fn new(path: &str, raw: &str) -> Self {
        let ended = line_ends(raw);
        let composed = nfc(&ended);
        let decomposed = matches!(composed, Cow::Owned(_)).then(|| {
            Box::new(Decomposed {
                text: ended.as_ref().into(),
                lines: OnceLock::new(),
            })
        });
        let text = plain_spaces(composed);
        Self {
            decomposed,
            ..Self::plain(path.into(), &text)
        }
    }

    /// Takes in a text that has the one form.
    fn plain(path: Arc<str>, text: &str) -> Self {
        Self {
            path,
            text: text.into(),
            decomposed: None,
            lines: OnceLock::new(),
            left_out: None,
        }
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(&self.text))
    }

    /// The file without its text.
    fn without_text(&self) -> Self {
        Self {
            left_out: Some(digest(&self.text)),
            ..Self::plain(self.path.clone(), "")
        }
    }

    /// Whether its text is left out, because all that it says is known.
    pub fn is_without_text(&self) -> bool {
        self.left_out.is_some()
    }

    /// The file with its text again, if `raw`, which stands at its path, is what was left out.
    pub fn again(&self, raw: &str) -> Option<Self> {
        let is_it = |text: &str| Some(digest(text)) == self.left_out;
        if is_it(raw) {
            // It has the one form already.
            return Some(Self::plain(self.path.clone(), raw));
        }
        let read = Self::new(&self.path, raw);
        is_it(&read.text).then_some(read)
    }

    /// Where the byte `offset` stands.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_boundary(&self.text, offset.min(self.text.len()));
        Position {
            line: self.lines().line(offset),
            column: self.lines().shown(&self.text, offset) + 1,
        }
    }

    /// The column of the byte `offset` in code points of the file on the disk, from 1, for formats that do not know displayed characters
    /// and whose readers look into the file themselves.
    pub fn code_point(&self, offset: usize) -> usize {
        let offset = floor_boundary(&self.text, offset.min(self.text.len()));
        let Some(on_disk) = &self.decomposed else {
            return self.lines().code_points(&self.text, offset) + 1;
        };
        // Whatever the form, the displayed characters are the same.
        let Position { line, column } = self.position(offset);
        let text = &on_disk.text;
        let lines = on_disk.lines.get_or_init(|| Lines::of(text));
        lines.code_points_of(text, line, column - 1) + 1
    }

    /// The text of line `line` (from 1) without its line end.
    pub fn line(&self, line: usize) -> &str {
        &self.text[self.lines().range(&self.text, line)]
    }
}

/// The text files of a site. A path keeps its name for as long as the value and its copies live, whatever happens to its text, so
/// that what was parsed from the files that stayed the same keeps its meaning. Copies are cheap: texts are shared.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: List<Arc<SourceFile>>,
    ids: Arc<HashMap<Arc<str>, FileId>>,
}

impl Sources {
    /// Takes in a file and gives its path a name.
    pub fn add(&mut self, path: &str, raw: &str) -> FileId {
        self.put(Arc::new(SourceFile::new(path, raw)))
    }

    /// Takes in a file in the place of what stood at its path, if anything did.
    pub fn put(&mut self, file: Arc<SourceFile>) -> FileId {
        if let Some(&id) = self.ids.get(&file.path) {
            self.files.set(id.0 as usize, file);
            return id;
        }
        let id = FileId(self.files.len() as u32);
        Arc::make_mut(&mut self.ids).insert(file.path.clone(), id);
        self.files.push(file);
        id
    }

    /// Leaves out the text of a file, which can be put in its place again.
    pub fn leave_out(&mut self, id: FileId) {
        let left = self.get(id).without_text();
        self.files.set(id.0 as usize, Arc::new(left));
    }

    /// How many bytes the texts have together.
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// The file that `id` names.
    pub fn get(&self, id: FileId) -> &Arc<SourceFile> {
        &self.files[id.0 as usize]
    }
}

/// Tells a text from others, as long as the program runs.
fn digest(text: &str) -> u64 {
    FixedState::default().hash_one(text)
}

/// The last character boundary at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

/// No-break spaces to spaces.
fn plain_spaces(text: Cow<str>) -> Cow<str> {
    // Every text is read for these two.
    let holds = |space: &str| memchr::memmem::find(text.as_bytes(), space.as_bytes()).is_some();
    if !holds("\u{a0}") && !holds("\u{202f}") {
        return text;
    }
    text.replace(['\u{a0}', '\u{202f}'], " ").into()
}

/// Byte order mark away, CRLF and CR to LF.
fn line_ends(raw: &str) -> Cow<'_, str> {
    let text = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_whatever_wrote_it() {
        let mut sources = Sources::default();
        let plain = sources.add("a.md", "Trà Vinh\nđiểm đ");
        let word = sources.add(
            "b.md",
            "\u{feff}Tra\u{300}\u{a0}Vinh\r\nđie\u{302}\u{309}m đ",
        );
        assert_eq!(sources.get(plain).text, sources.get(word).text);
    }

    #[test]
    fn columns_for_machines_are_those_of_the_file_on_the_disk() {
        let mut sources = Sources::default();
        let id = sources.add(
            "a.md",
            "\u{feff}mo\u{323}\u{302}t\r\nho\u{323}c vu\u{323} so\u{302}\u{301}",
        );
        let file = sources.get(id);
        let offset = file.text.find("số").unwrap();
        assert_eq!(file.position(offset), Position { line: 2, column: 8 });
        assert_eq!(file.code_point(offset), 10);
    }

    #[test]
    fn columns_count_displayed_characters() {
        let mut sources = Sources::default();
        let id = sources.add("a.md", "một\nhọc vụ số");
        let file = sources.get(id);
        let offset = file.text.find("số").unwrap();
        assert_eq!(file.position(offset), Position { line: 2, column: 8 });
        assert_eq!(file.line(2), "học vụ số");
    }
}
