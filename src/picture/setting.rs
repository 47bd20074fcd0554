//! A text set into an area: as large as fits, broken between words, its lines about as long as each other.

use super::letters::Letters;

/// How much smaller each try is.
const STEP: f32 = 0.96;
/// What stands for the rest of a text that is too long.
const REST: char = '…';

/// The lines of a text, and how large they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    pub(super) lines: Vec<String>,
    /// The em, in the measure of the area.
    pub(super) size: f32,
}

/// What a text must keep to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
    /// The largest and the smallest em.
    pub(super) largest: f32,
    pub(super) smallest: f32,
}

/// Sets `text`; what has no room even at the smallest size is cut behind a word, with a sign that says so.
pub(super) fn set(text: &str, letters: &Letters, room: Room) -> Setting {
    let words = Words::new(text, letters);
    let mut size = room.largest;
    loop {
        let width = room.width / size;
        let most = words.lines_of(room.height / size);
        let is_last = size * STEP < room.smallest;
        let ends = words.breaks(width).filter(|ends| ends.len() <= most);
        if let Some(ends) = ends {
            let ends = words.balanced(width, ends);
            let lines = words.lines(&ends);
            return Setting { lines, size };
        }
        if is_last {
            let lines = words.cut(width, most.max(1));
            return Setting { lines, size };
        }
        size *= STEP;
    }
}

/// The words of a text with their lengths in ems.
struct Words<'a> {
    words: Vec<&'a str>,
    widths: Vec<f32>,
    space: f32,
    letters: &'a Letters,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, letters: &'a Letters) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self {
            widths: words.iter().map(|word| letters.width(word)).collect(),
            space: letters.width(" "),
            words,
            letters,
        }
    }

    /// How many lines stand below each other in a height in ems.
    fn lines_of(&self, height: f32) -> usize {
        (height / (self.letters.above + self.letters.below) + 0.001) as usize
    }

    /// Where lines end that are filled one after another, as numbers of words; nothing when a word is longer than a line.
    fn breaks(&self, width: f32) -> Option<Vec<usize>> {
        let mut ends = Vec::new();
        let mut filled = 0.0;
        for (at, &word) in self.widths.iter().enumerate() {
            if word > width {
                return None;
            }
            if filled > 0.0 && filled + self.space + word > width {
                ends.push(at);
                filled = word;
            } else if filled > 0.0 {
                filled += self.space + word;
            } else {
                filled = word;
            }
        }
        ends.push(self.words.len());
        Some(ends)
    }

    /// The same number of lines, the longest of them as short as can be.
    fn balanced(&self, width: f32, ends: Vec<usize>) -> Vec<usize> {
        let count = ends.len();
        let mut best = ends;
        let mut narrower = width;
        loop {
            narrower *= 0.97;
            match self.breaks(narrower) {
                Some(ends) if ends.len() == count => best = ends,
                _ => return best,
            }
            // A text of no words never needs a second line.
            if self.words.is_empty() || count == 1 {
                return best;
            }
        }
    }

    fn lines(&self, ends: &[usize]) -> Vec<String> {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let lines = starts
            .zip(ends)
            .map(|(start, &end)| &self.words[start..end]);
        lines.map(|words| words.join(" ")).collect()
    }

    /// As many lines as there may be, each filled; words that are too long, and the text, end with a sign.
    fn cut(&self, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in &self.words {
            let word = self.shortened(word, width);
            let longer = match line.as_str() {
                "" => word.clone(),
                line => format!("{line} {word}"),
            };
            if self.letters.width(&longer) <= width {
                line = longer;
            } else if lines.len() + 1 < most {
                lines.push(std::mem::replace(&mut line, word));
            } else {
                line = self.ended(&line, width);
                break;
            }
        }
        lines.push(line);
        lines
    }

    /// A word that is longer than a line, cut.
    fn shortened(&self, word: &str, width: f32) -> String {
        if self.letters.width(word) <= width {
            return word.to_owned();
        }
        self.with_rest(word, width)
    }

    /// As many letters of a word as leave room for the sign behind them.
    fn with_rest(&self, word: &str, width: f32) -> String {
        let mut cut = word.to_owned();
        loop {
            let ended = format!("{cut}{REST}");
            if self.letters.width(&ended) <= width || cut.pop().is_none() {
                return ended;
            }
        }
    }

    /// A line without as many of its last words as leave room for the sign.
    fn ended(&self, line: &str, width: f32) -> String {
        let mut line = line;
        loop {
            let kept =
                line.trim_end_matches(|c: char| !c.is_alphanumeric() && !")”\"%".contains(c));
            let fits = self.letters.width(&format!("{kept}{REST}")) <= width;
            match kept.rsplit_once(' ') {
                Some((before, _)) if !fits => line = before,
                _ => return self.with_rest(kept, width),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::picture::design::tests::letters;

    const ROOM: Room = Room {
        width: 1000.0,
        height: 400.0,
        largest: 100.0,
        smallest: 40.0,
    };

    fn lines(text: &str) -> Vec<String> {
        set(text, &letters(), ROOM).lines
    }

    #[test]
    fn a_short_text_is_large_and_a_longer_one_smaller() {
        let short = set("Chợ số", &letters(), ROOM);
        assert_eq!((short.lines.len(), short.size), (1, 100.0));
        let long = "Đổi mới trung tâm học tập cộng đồng gắn với phong trào Bình dân học vụ số ở xã, phường, thị trấn";
        let setting = set(long, &letters(), ROOM);
        assert!(setting.size < 100.0 && setting.size >= 40.0);
        assert_eq!(setting.lines.join(" "), long);
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let lines = lines("Kế hoạch Bình dân học vụ số tỉnh Trà Vinh năm 2025");
        let widths: Vec<f32> = lines.iter().map(|line| letters().width(line)).collect();
        let longest = widths.iter().copied().fold(0.0, f32::max);
        assert!(
            lines.len() > 1 && widths.iter().all(|width| *width > longest * 0.6),
            "{lines:?}"
        );
    }

    #[test]
    fn what_has_no_room_ends_behind_a_word() {
        let lines = lines(&"phong trào, ".repeat(100));
        let last = lines.last().unwrap();
        assert!(
            last.ends_with("phong…") || last.ends_with("trào…"),
            "{last}"
        );
        let long = set(&"a".repeat(500), &letters(), ROOM);
        assert!(long.lines.len() == 1 && long.lines[0].ends_with("a…"));
        // A word that fits alone and not with the sign behind it.
        let text = format!("{} = = = = = = = =", "a".repeat(200));
        let letters = letters();
        for width in 900..1000 {
            let width = width as f32;
            let Setting { lines, size } = set(
                &text,
                &letters,
                Room {
                    width,
                    height: 50.0,
                    ..ROOM
                },
            );
            assert!(
                lines
                    .iter()
                    .all(|line| letters.width(line) * size <= width * 1.001),
                "{lines:?}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn every_text_keeps_to_its_room(text in "\\PC{0,120}", width in 60.0..1500.0_f32, height in 10.0..500.0_f32) {
            let letters = letters();
            let room = Room { width, height, ..ROOM };
            let Setting { lines, size } = set(&text, &letters, room);
            let line = (letters.above + letters.below) * size;
            prop_assert!(lines.len() == 1 || lines.len() as f32 * line <= height * 1.001);
            for line in &lines {
                // A sign is at most about an em wide, and one stands even where there is no room for it.
                prop_assert!(letters.width(line) * size <= width.max(size) * 1.001, "{lines:?}");
            }
        }
    }
}
