//! Slips of a hand that writes YAML without having learnt it: what is wrong with a line, and how the line was meant.

use std::borrow::Cow;
use std::ops::Range;

use crate::rules::Cause;

/// Something wrong of which the cause is known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// The number of its line, from 0.
    pub(super) line: usize,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) cause: Cause,
}

/// A text with its slips mended, as good as byte for byte, so that places can be told in the author's text.
pub(super) struct Mended<'t> {
    /// The text.
    pub(super) text: Cow<'t, str>,
    /// How many slips were mended.
    pub(super) slips: usize,
    /// What was moved, in its order.
    moves: Vec<Move>,
}

/// A change of places.
enum Move {
    /// A space was put in before this byte.
    Space(usize),
    /// A line went to the left; its indentation stands at its end.
    Left(Range<usize>, usize),
}

impl<'t> Mended<'t> {
    /// The author's own text.
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            slips: 0,
            moves: Vec::new(),
        }
    }

    /// Where a byte of the mended text stands in the author's.
    pub(super) fn own(&self, at: usize) -> usize {
        self.moves.iter().rev().fold(at, |at, moved| match moved {
            Move::Space(place) if at > *place => at - 1,
            Move::Left(line, by) if line.contains(&at) => (at + by).min(line.end),
            _ => at,
        })
    }

    /// Writes what was meant in the place of `slip`.
    pub(super) fn mend(&mut self, slip: &Slip) {
        self.slips += 1;
        let Range { start, end } = slip.range;
        let written = self.text[start..end].to_owned();
        let meant = match slip.cause {
            Cause::Tab | Cause::Quote => written.replacen(['\t', '"', '\''], " ", 1),
            Cause::Tail => written.replace(['"', '\''], "_"),
            Cause::Space => {
                self.text.to_mut().insert(end, ' ');
                return self.moves.push(Move::Space(end));
            }
            Cause::Indent => return self.outdent(start, end),
            Cause::Symbol => format!("_{}", &written[1..]),
            Cause::Colon | Cause::Curly | Cause::Other => without_colons(&written),
        };
        self.text.to_mut().replace_range(start..end, &meant);
    }

    /// Moves a line to the left by the spaces from `start` to `end`.
    fn outdent(&mut self, start: usize, end: usize) {
        let rest = &self.text[start..];
        let stop = start + rest.find('\n').unwrap_or(rest.len());
        let moved = format!("{}{}", &self.text[end..stop], &self.text[start..end]);
        self.text.to_mut().replace_range(start..stop, &moved);
        self.moves.push(Move::Left(start..stop, end - start));
    }
}

/// A value of which no colon parts a key from a value.
fn without_colons(value: &str) -> String {
    let value = value.replace(": ", "_ ");
    match value.strip_suffix(':') {
        Some(rest) => format!("{rest}_"),
        None => value,
    }
}

/// The first slip in the lines of `text` up to the one after that of the byte `at`: the parser may stop anywhere in the one before.
pub(super) fn before(text: &str, at: usize) -> Option<Slip> {
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    let mut start = 0;
    let mut above = "";
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if start > end + 1 {
            break;
        }
        if let Some((range, cause)) = of_line(above, line.trim_end()) {
            let range = start + range.start..start + range.end;
            return Some(Slip {
                line: number,
                range,
                cause,
            });
        }
        above = line;
        start += line.len();
    }
    None
}

/// What is wrong with a line, as far as it can be told without the others, and where in it.
fn of_line(above: &str, line: &str) -> Option<(Range<usize>, Cause)> {
    let indent = line.len() - line.trim_start().len();
    let rest = &line[indent..];
    if let Some(tab) = line[..indent].find('\t') {
        return Some((tab..tab + 1, Cause::Tab));
    }
    if rest.contains('{') {
        return of_flow(line);
    }
    let key = rest.trim_start_matches("- ");
    let key_start = line.len() - key.len();
    let (name, value) = key.split_once(':')?;
    if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') || name.is_empty() {
        return None;
    }
    let value_start = key_start + name.len() + 1;
    let written = value.trim_start();
    let place = line.len() - written.len()..line.len();
    if let Some(quote) = written.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        of_quoted(written, quote).map(|cause| (place, cause))
    } else if has_colon(written) && !written.starts_with(['{', '[']) {
        let is_curly = written.starts_with(['“', '”', '‘', '’']);
        Some((place, if is_curly { Cause::Curly } else { Cause::Colon }))
    } else if !value.is_empty() && !value.starts_with(' ') {
        Some((value_start - 1..value_start, Cause::Space))
    } else if written.starts_with(['*', '&', '!', '%', '@', '`'])
        || (written.starts_with('[') && written.contains(']') && !written.ends_with(']'))
    {
        Some((place, Cause::Symbol))
    } else if indent > 0
        && !above.trim().is_empty()
        && !above.starts_with(' ')
        && !above.trim_end().ends_with([':', '|', '>'])
        && !above.starts_with('-')
    {
        Some((0..indent, Cause::Indent))
    } else {
        None
    }
}

fn has_colon(value: &str) -> bool {
    value.contains(": ") || value.ends_with(':')
}

/// What is wrong with a value that begins with `quote`.
fn of_quoted(written: &str, quote: char) -> Option<Cause> {
    let inner = &written[1..];
    // Two single quotes are one in the text.
    let inner = inner.replace("''", "  ").replace("\\\"", "  ");
    let Some(close) = inner.find(quote) else {
        return Some(Cause::Quote);
    };
    let tail = inner[close + 1..].trim();
    (!tail.is_empty() && !tail.starts_with(['#', ','])).then_some(Cause::Tail)
}

/// A value between commas that holds a colon.
fn of_flow(line: &str) -> Option<(Range<usize>, Cause)> {
    if line.contains(['"', '\'']) {
        return None;
    }
    let mut at = 0;
    for part in line.split_inclusive(['{', '}', '[', ']', ',']) {
        let bare = part.trim_end_matches(['{', '}', '[', ']', ',']);
        let value = bare
            .split_once(": ")
            .map(|(name, value)| (bare.len() - value.len(), name, value));
        if let Some((start, name, value)) = value
            && value.contains(": ")
            && !name.trim_start().starts_with('-')
        {
            return Some((at + start..at + bare.trim_end().len(), Cause::Colon));
        }
        at += part.len();
    }
    None
}
