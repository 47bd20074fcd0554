//! Rows of task tables: "nhiệm vụ số 1.1", "số thứ tự 2, 3 Phụ lục I".
//!
//! "Nhiệm vụ 1.1" without "số" may be any clause, so it is a row only beside an appendix.

use std::ops::Range;

use super::token::{Kind, Token, is_number};
use super::{Reference, Target, within_appendix};

/// The number of a row, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) range: Range<usize>,
    pub(super) number: String,
}

/// How a row is announced: the words, and whether they leave no doubt.
const HEADS: [(&[&str], bool); 4] = [
    (&["nhiệm", "vụ", "số"], true),
    (&["nhiệm", "vụ"], false),
    (&["số", "thứ", "tự"], true),
    (&["stt"], true),
];

/// Words that may follow a list of numbers; behind others the last number counts something: "nhiệm vụ số 1 và 2 lớp học".
const BEHIND: [&str; 18] = [
    "mục", "phần", "phụ", "tại", "của", "thuộc", "trong", "ở", "và", "hoặc", "do", "khoản", "điểm",
    "nêu", "theo", "kèm", "đính", "nhóm",
];

/// Reads the numbers of rows from `first`, a word in small letters, on: how many of the `words` behind it they take, and each with its
/// place.
pub(super) fn rows(
    text: &str,
    first: &str,
    words: impl Iterator<Item = Range<usize>>,
) -> Option<(usize, Vec<Row>)> {
    if !HEADS.iter().any(|(head, _)| head[0] == first) {
        return None;
    }
    let words: Vec<Range<usize>> = words.take(LOOK).collect();
    let at = |place: usize| words.get(place).map_or("", |word| &text[word.clone()]);
    let (head, certain) = HEADS.iter().find(|(head, _)| {
        let rest = head[1..].iter().enumerate();
        head[0] == first
            && rest
                .into_iter()
                .all(|(place, word)| at(place).to_lowercase() == *word)
    })?;
    let mut taken = head.len() - 1;
    let mut rows = Vec::new();
    loop {
        let word = words.get(taken)?;
        rows.push(Row {
            range: word.clone(),
            number: number(text, word)?,
        });
        taken += 1;
        let joins = matches!(at(taken), "," | "và");
        let next = words.get(taken + 1).filter(|_| joins);
        let more =
            next.is_some_and(|next| number(text, next).is_some() && may_follow(at(taken + 2)));
        if !more {
            break;
        }
        taken += 1;
    }
    let beside =
        (taken..).find(|&place| !matches!(at(place), "," | "của" | "trong" | "tại" | "thuộc"))?;
    let appendix = at(beside).to_lowercase() == "phụ" && at(beside + 1).to_lowercase() == "lục";
    (*certain || appendix).then_some((taken, rows))
}

/// How many words are looked at.
const LOOK: usize = 40;

fn may_follow(word: &str) -> bool {
    !word.starts_with(char::is_alphabetic) || BEHIND.contains(&word.to_lowercase().as_str())
}

/// The number of a row; one that goes on with "/" or "-" is that of a document.
fn number(text: &str, word: &Range<usize>) -> Option<String> {
    let own = &text[word.clone()];
    let goes_on = text[word.end..].starts_with(['/', '-', '–', '%']);
    (!goes_on && own.split('.').all(is_number)).then(|| own.to_owned())
}

/// The reference that rows are, with how many of the tokens `after` them say in which table they stand.
pub(super) fn reference(
    text: &str,
    range: &Range<usize>,
    rows: &[Row],
    after: &[Token],
) -> (Reference, usize) {
    let commas = after.iter().take_while(|token| token.kind == Kind::Comma);
    let commas = commas.count();
    let next = after.get(commas);
    let appendix = next.and_then(|next| within_appendix(text, next, &after[commas + 1..]));
    let own = next.filter(|next| matches!(next.kind, Kind::Part(_) | Kind::Appendix(_)));
    let (taken, place) = match (appendix, own) {
        (Some((taken, place)), _) => (commas + 1 + taken, Some(place)),
        (None, Some(own)) => (commas + 1, Some(own.clone())),
        (None, None) => (0, None),
    };
    let end = place.as_ref().map_or(range.end, |place| place.range.end);
    let mut targets: Vec<Target> = rows
        .iter()
        .map(|row| Target {
            range: row.range.clone(),
            address: row.number.clone(),
            scope: false,
        })
        .collect();
    if let Some(first) = targets.first_mut() {
        first.range.start = range.start;
    }
    if let Some(last) = targets.last_mut() {
        last.range.end = end;
    }
    // "nhiệm vụ số 1, mục 2, phần III": whether it stands in that is not said.
    let open = place.is_none() && next.is_some_and(|next| matches!(next.kind, Kind::Level(_)));
    let reference = Reference {
        range: range.start..end,
        targets,
        half: open,
        whose: false,
        table: Some(place.map_or_else(String::new, |place| place.kind.address().to_owned())),
    };
    (reference, taken)
}
