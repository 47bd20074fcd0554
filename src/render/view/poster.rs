//! How large the programme of one place can be printed so that it fits on one side of A4: a wall is read from two metres, so as large
//! as it goes.
//!
//! The browser sets the text; here it is only estimated, with letters taken a little wider than the usual fonts have them.

/// The paper within its margins, in points (A4 less 12 mm on each side).
const PAPER: (f64, f64) = (527.0, 774.0);
/// The sizes that may be chosen, in points. The smallest is that of an official document; what does not fit then goes on overleaf.
const SIZES: std::ops::RangeInclusive<u32> = 12..=34;
/// The width of a letter, plain and bold, and the height of a line, in parts of the size; Arial has 0.45 and 0.5 in Vietnamese.
const LETTER: f64 = 0.48;
const BOLD: f64 = 0.53;
const LINE: f64 = 1.3;
/// The column of hours with the space beside it and the space below a row, in parts of the size.
const HOURS: f64 = 6.6;
const GAP: f64 = 0.5;
/// The sizes of the headings, in parts of that of the rows, as in the template.
pub(super) const TITLE: f64 = 1.3;
pub(super) const PLACE: f64 = 1.7;
pub(super) const DAY: f64 = 1.4;
/// The size of the last line, which says up to when the list is known and where it is from.
pub(super) const SMALL: f64 = 0.6;
/// The code that leads to the page, in points (30 mm).
const CODE: f64 = 85.0;

/// How long the texts of one printed side are, in letters.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// Each line above the rows, with its size in parts of that of the rows.
    pub(super) heads: Vec<(usize, f64)>,
    /// Each row: its paragraphs, those of the hours apart.
    pub(super) rows: Vec<Row>,
    /// Each line below the rows, likewise.
    pub(super) foot: Vec<(usize, f64)>,
    /// Whether a code leads to the page.
    pub(super) code: bool,
}

/// One session.
#[derive(Debug)]
pub(super) struct Row {
    /// The lines that the hours take.
    pub(super) hours: usize,
    /// What is held, in bold.
    pub(super) what: usize,
    /// For whom and where.
    pub(super) more: usize,
}

impl Side {
    /// The largest size at which everything fits, in points.
    pub(super) fn size(&self) -> u32 {
        let fits = |size: &u32| self.height(f64::from(*size)) <= PAPER.1;
        SIZES.rev().find(fits).unwrap_or(*SIZES.start())
    }

    fn height(&self, size: f64) -> f64 {
        let (width, _) = PAPER;
        let heads = self.heads.iter().map(|&(letters, scale)| {
            let size = size * scale;
            (lines(letters, BOLD, width, size) * LINE + GAP) * size
        });
        let rows = self.rows.iter().map(|row| {
            let width = width - HOURS * size;
            let said = lines(row.what, BOLD, width, size) + lines(row.more, LETTER, width, size);
            (said.max(row.hours as f64) * LINE + GAP) * size
        });
        let beside = if self.code { CODE } else { 0.0 };
        let foot = self.foot.iter().map(|&(letters, scale)| {
            let size = size * scale;
            (lines(letters, LETTER, width - beside, size) * LINE + GAP) * size
        });
        heads.sum::<f64>() + rows.sum::<f64>() + foot.sum::<f64>().max(beside)
    }
}

/// How many lines a paragraph takes.
fn lines(letters: usize, letter: f64, width: f64, size: f64) -> f64 {
    (letters as f64 * letter * size / width).ceil()
}

#[cfg(test)]
mod tests {
    use super::{Row, SMALL, Side};

    fn side(rows: usize) -> u32 {
        let rows = (0..rows).map(|_| Row {
            hours: 2,
            what: 30,
            more: 20,
        });
        Side {
            heads: vec![(40, 1.4), (20, 1.8), (22, 1.4)],
            rows: rows.collect(),
            foot: vec![(40, 1.0), (80, SMALL)],
            code: true,
        }
        .size()
    }

    #[test]
    fn few_sessions_are_large_and_many_still_fit() {
        let sizes = [1, 6, 12].map(side);
        assert!(
            sizes[0] >= 28 && sizes[1] >= 18 && sizes[2] >= 13,
            "{sizes:?}"
        );
        assert_eq!(side(60), 12);
    }
}
