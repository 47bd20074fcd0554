//! References inside a plan: "điểm a, khoản 5.1, mục 5, phần IV", "1.4, mục 1, phần IV; a, 5.1, mục 5, phần IV", "theo Phụ lục II".
//!
//! The grammar of real plans, from the smallest unit to the largest or the other way round:
//! 1. A reference holds `phần` and a Roman number (capital, or small after other units), or is `Phụ lục` and a number. `mục` with a
//!    capital Roman number is the same as `phần`.
//! 2. Beside it stand units, joined by commas, semicolons, "và", "hoặc", "của", "trong" and the like, each a level word with a label or a bare label of an
//!    unmistakable form (`a`, `5.1`). A number without a level word takes the level before it.
//! 3. A letter binds to the number that follows it: in "c, 5.1, 5.3, mục 5" the letter belongs to 5.1 and 5.3 stands whole. Directly
//!    behind a number it belongs to that: "khoản 5.1 điểm a".
//! 4. A dotted number says itself where it stands; a plain `khoản 2` stands in the `mục` that follows it. A `mục` with nothing before
//!    it is meant whole. One that says another place than the dotted number before it makes a place that the plan does not have.
//! 5. After `phần` units may go down: "phần IV, mục 4, khoản 4.1". They belong to it unless another `phần` takes them
//!    that has none behind itself.
//! 6. A part beside an appendix stands in it: "mục II, Phụ lục I".
//! 7. What the words before or behind give to another document, by its number or kind, is none of ours; where they leave it open, no link is
//!    made and an editor is told.
//! 8. Units that stand beside a reference and fit none of this make it half read, which is told.
//! 9. "Ý (2)" and "ý thứ 2" are what citations call a number in brackets and an item without one.
//! 10. "Nhiệm vụ số 1.1" is a row of a task table, in an appendix or a part that stands behind it, or in the only table that has the row.
//!
//! Text without a `phần` or `Phụ lục` is never linked: no link is better than a false one. Where it can only be meant as a reference, an
//! editor is told.

mod downwards;
mod in_plan;
mod other;
mod row;
#[cfg(test)]
mod tests;
mod token;
mod unread;
mod upwards;

use std::ops::Range;

pub use in_plan::References;
pub use other::Own;

use downwards::{descending, downwards};
use other::{Belongs, belongs};
use token::{Kind, Token, tokens};
use upwards::{Reader, units};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What it points at, in order.
    pub targets: Vec<Target>,
    /// Of rows of a table, whose targets are their numbers: the address below which the table stands; empty when that is not said.
    pub table: Option<String>,
    /// Whether words beside it look like more of it that could not be read: "khoản 1.1 đến 1.2, mục 1, phần IV", "phần I, II".
    pub half: bool,
    /// Whether the words beside it leave open to which document it belongs; it points nowhere.
    pub whose: bool,
}

impl Reference {
    /// Whether it is a part alone: "phần I".
    fn is_part(&self) -> bool {
        let mut targets = self.targets.iter();
        let whole = |target: &Target| {
            let address = target.address.as_str();
            target.scope && !address.contains('.') && !address.starts_with("pl")
        };
        self.table.is_none() && targets.len() == 1 && targets.all(whole)
    }
}

/// One clause that a reference points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The words that name it; the last target of a reference has the rest of it.
    pub range: Range<usize>,
    /// Its address.
    pub address: String,
    /// Whether a whole `mục` or `phần` is meant.
    pub scope: bool,
}

/// Finds the references in `text` of the plan `own`, whatever clauses there are.
fn find(text: &str, own: &Own) -> Vec<Reference> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    let mut at = 0;
    // Whether units stood before a word that spans from one to another, or a number that is no label.
    let mut cut = false;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if let Some((taken, place)) = within_appendix(text, token, &tokens[at..]) {
            at += taken;
            let mut reference = reference(&run, &place, place.kind.address());
            reference.half = cut || unread::left(&run) || unread::goes_on(text, &tokens[at..]);
            found.push(reference);
            run.clear();
            cut = false;
            continue;
        }
        match &token.kind {
            Kind::Rows(rows) => {
                let (mut reference, taken) =
                    row::reference(text, &token.range, rows, &tokens[at..]);
                at += taken;
                reference.half |= cut || !units(&run).is_empty();
                found.push(reference);
                run.clear();
                cut = false;
            }
            Kind::Stop => {
                found.extend(unread::without_part(text, &run));
                run.clear();
                cut = false;
            }
            Kind::Other => {
                let part = unread::part(text, &run, token, tokens.get(at));
                let end = part.as_ref().map_or(0, |part| part.range.end);
                found.extend(part.or_else(|| unread::without_part(text, &run)));
                // What it takes is no part of another.
                let taken = |next: &Token| next.range.start < end;
                at += tokens[at..].iter().take_while(|next| taken(next)).count();
                cut = unread::cuts(text, &run, token);
                run.clear();
            }
            Kind::Appendix(address) => {
                let mut reference = if units(&run).is_empty() {
                    appendix(token, address)
                } else {
                    reference(&run, token, address)
                };
                reference.half = unread::left(&run) || unread::goes_on(text, &tokens[at..]);
                found.push(reference);
                run.clear();
                cut = false;
            }
            Kind::Part(address) => {
                let below = if units(&run).is_empty() {
                    descending(&tokens[at..])
                } else {
                    0
                };
                let mut reference = match below {
                    0 => reference(&run, token, address),
                    below => downwards(&tokens[at..at + below], token, address),
                };
                if unread::counts_twice(&run) {
                    reference.targets.clear();
                }
                let before = &tokens[..at - 1];
                at += below;
                reference.half = cut
                    || reference.targets.is_empty()
                    || unread::left(&run)
                    || unread::is_bare(text, before, &run)
                    || unread::stands_in(text, token, &tokens[at..])
                    || unread::goes_on(text, &tokens[at..]);
                found.push(reference);
                cut = false;
                run.clear();
            }
            Kind::Level(_) | Kind::Label(_) | Kind::Comma | Kind::And => run.push(token),
        }
    }
    found.extend(unread::without_part(text, &run));
    unread::tell(text, &tokens, &mut found);
    found.retain_mut(|reference| {
        let without_units = reference.is_part();
        match belongs(text, &reference.range, without_units, own) {
            Belongs::Own => true,
            Belongs::Other => false,
            Belongs::Open => {
                reference.targets.clear();
                reference.half = false;
                reference.whose = true;
                true
            }
        }
    });
    found
}

/// Takes the tokens of an appendix in which a part stands, or of the part that is meant in an appendix: "mục II, Phụ lục I" and "Phụ lục I,
/// mục II" are one place. Returns how many tokens they are, and that place.
fn within_appendix(text: &str, first: &Token, after: &[Token]) -> Option<(usize, Token)> {
    let commas = after.iter().take_while(|token| token.kind == Kind::Comma);
    let commas = commas.count();
    let second = after.get(commas)?;
    let apart = text[first.range.end..second.range.start].contains(';');
    let address = match (&first.kind, &second.kind) {
        (Kind::Part(part), Kind::Appendix(appendix))
        | (Kind::Appendix(appendix), Kind::Part(part)) => format!("{appendix}.{part}"),
        _ => return None,
    };
    let token = Token {
        range: first.range.start..second.range.end,
        kind: Kind::Part(address),
    };
    (!apart).then_some((commas + 1, token))
}

fn appendix(token: &Token, address: &str) -> Reference {
    Reference {
        range: token.range.clone(),
        targets: vec![Target {
            range: token.range.clone(),
            address: address.to_owned(),
            scope: true,
        }],
        half: false,
        whose: false,
        table: None,
    }
}

/// The units before `phần`, read as one reference.
fn reference(run: &[&Token], part: &Token, part_address: &str) -> Reference {
    let mut reader = Reader::new(part_address);
    let units = units(run);
    let first = units
        .first()
        .map_or(part.range.start, |unit| unit.range.start);
    for unit in units {
        reader.unit(unit);
    }
    let (mut targets, unclear) = reader.finish();
    if unclear {
        targets.clear();
    } else if targets.is_empty() {
        targets.push(Target {
            range: part.range.clone(),
            address: part_address.to_owned(),
            scope: true,
        });
    }
    in_order(&mut targets, part.range.end);
    Reference {
        range: first..part.range.end,
        targets,
        half: unclear,
        whose: false,
        table: None,
    }
}

/// Puts targets in the order of their words, none of which belong to two; the last has the rest of the reference up to `end`.
fn in_order(targets: &mut [Target], end: usize) {
    targets.sort_by_key(|target| target.range.start);
    let starts: Vec<usize> = targets.iter().map(|target| target.range.start).collect();
    let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
    for (target, next) in targets.iter_mut().zip(ends) {
        target.range.end = next.map_or(end, |next| target.range.end.min(next));
    }
}

/// The address of what stands below another; a counted item brings its hyphen.
fn below(above: &str, segment: &str) -> String {
    let dot = if segment.starts_with('-') { "" } else { "." };
    format!("{above}{dot}{segment}")
}
