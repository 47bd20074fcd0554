//! Where the lines of a text begin, and how its characters are counted within one, however long it is and however often it is asked.

use unicode_segmentation::UnicodeSegmentation as _;

/// How many bytes of a line are counted anew for each question.
const EVERY: usize = 512;

/// The lines of one text, which is given again with each question.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    /// Where they begin.
    starts: Vec<u32>,
    /// Places in lines that are longer than [`EVERY`], in their order.
    marks: Vec<Mark>,
}

/// A place between two displayed characters, and how much of its line stands before it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    at: usize,
    shown: usize,
    code_points: usize,
}

impl Mark {
    /// The place behind the next displayed character, which is `grapheme`.
    fn behind(self, grapheme: &str) -> Self {
        Self {
            at: self.at + grapheme.len(),
            shown: self.shown + 1,
            code_points: self.code_points + grapheme.chars().count(),
        }
    }
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = ends.map(|at| at as u32 + 1);
        let starts: Vec<u32> = std::iter::once(0).chain(starts).collect();
        let mut lines = Self {
            starts,
            marks: Vec::new(),
        };
        for line in 1..=lines.starts.len() {
            let range = lines.range(text, line);
            if range.len() > EVERY {
                lines.mark(text, range);
            }
        }
        lines
    }

    fn mark(&mut self, text: &str, line: std::ops::Range<usize>) {
        let mut last = line.start;
        let mut mark = Self::start(line.start);
        for grapheme in text[line].graphemes(true) {
            if mark.at - last >= EVERY {
                self.marks.push(mark);
                last = mark.at;
            }
            mark = mark.behind(grapheme);
        }
    }

    fn start(at: usize) -> Mark {
        Mark {
            at,
            shown: 0,
            code_points: 0,
        }
    }

    /// The line, from 1, in which the byte `offset` stands.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|&start| start as usize <= offset)
    }

    /// Where line `line`, from 1, begins and ends; its end is its line end.
    pub(super) fn range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = self.starts[line - 1] as usize;
        let next = self.starts.get(line).map(|next| *next as usize - 1);
        start..next.unwrap_or(text.len())
    }

    /// How many displayed characters of its line stand before the byte `offset`, one that begins before it counted whole.
    pub(super) fn shown(&self, text: &str, offset: usize) -> usize {
        let mark = self.last(offset, |mark| mark.at <= offset);
        mark.shown + text[mark.at..offset].graphemes(true).count()
    }

    /// How many code points of its line stand before the byte `offset`.
    pub(super) fn code_points(&self, text: &str, offset: usize) -> usize {
        let mark = self.last(offset, |mark| mark.at <= offset);
        mark.code_points + text[mark.at..offset].chars().count()
    }

    /// How many code points the first `shown` displayed characters of line `line`, from 1, have.
    pub(super) fn code_points_of(&self, text: &str, line: usize, shown: usize) -> usize {
        let line = self.range(text, line);
        let mark = self.last(line.end, |mark| {
            mark.at < line.start || mark.at <= line.end && mark.shown <= shown
        });
        let rest = text[mark.at..line.end].graphemes(true);
        let rest = rest.take(shown - mark.shown);
        mark.code_points + rest.map(|shown| shown.chars().count()).sum::<usize>()
    }

    /// The last mark that `is_before` what is asked for in the line of `offset`, or the line's start.
    fn last(&self, offset: usize, is_before: impl Fn(&Mark) -> bool) -> Mark {
        let start = self.starts[self.line(offset) - 1] as usize;
        let next = self.marks.partition_point(is_before);
        let mark = next.checked_sub(1).map(|last| self.marks[last]);
        mark.filter(|mark| mark.at > start)
            .unwrap_or(Self::start(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_counted_like_short_ones() {
        let long = "ho\u{323}c 🇻🇳👩‍👩‍👧 số ".repeat(200);
        let text = format!("một\n{long}\nhai");
        let lines = Lines::of(&text);
        assert!(lines.marks.len() > 5);
        let mut at = "một\n".len();
        let mut code_points = 0;
        for (shown, grapheme) in long.graphemes(true).enumerate() {
            assert_eq!(lines.line(at), 2);
            assert_eq!(lines.shown(&text, at), shown);
            assert_eq!(lines.code_points(&text, at), code_points);
            assert_eq!(lines.code_points_of(&text, 2, shown), code_points);
            at += grapheme.len();
            code_points += grapheme.chars().count();
        }
        let last = text.len() - 1;
        assert_eq!((lines.line(last), lines.shown(&text, last)), (3, 2));
    }
}
