//! The units after `phần`, from large to small: "phần IV, mục 4, khoản 4.1".

use super::token::{Kind, Label, Level, Token};
use super::upwards::{Joint, units};
use super::{Reference, Target, below};

/// How many of the tokens after a `phần` belong to it: those that go down from it, when no other `phần` takes them.
pub(super) fn descending(tokens: &[Token]) -> usize {
    let is_unit = |token: &&Token| {
        !matches!(
            token.kind,
            Kind::Stop | Kind::Other | Kind::Part(_) | Kind::Appendix(_) | Kind::Rows(_)
        )
    };
    let run: Vec<&Token> = tokens.iter().take_while(is_unit).collect();
    let opens = run.iter().find(|token| token.kind != Kind::Comma);
    let opens = opens.is_some_and(|token| matches!(token.kind, Kind::Level(_)));
    let levels = run.iter().filter_map(|token| match token.kind {
        Kind::Level(level) => Some(level),
        _ => None,
    });
    let levels: Vec<Level> = levels.collect();
    let goes_down = levels.windows(2).any(|pair| pair[0] > pair[1]);
    let next = tokens.get(run.len());
    let taken = matches!(next, Some(next) if matches!(next.kind, Kind::Part(_)))
        && !has_units_behind(&tokens[run.len() + 1..]);
    let parted = run.last().is_some_and(|token| token.kind == Kind::And);
    if !opens || taken && !goes_down && !parted {
        return 0;
    }
    // Marks at the end join what follows, not this.
    let last = run
        .iter()
        .rposition(|token| matches!(token.kind, Kind::Label(_)));
    last.map_or(0, |last| last + 1)
}

/// Whether a level word with its label follows at once: "phần III, khoản 2.1; phần IV, khoản 3.1" gives every part what stands behind it.
fn has_units_behind(tokens: &[Token]) -> bool {
    let mut after = tokens.iter().skip_while(|token| token.kind == Kind::Comma);
    let level = after
        .next()
        .is_some_and(|token| matches!(token.kind, Kind::Level(_)));
    level
        && after
            .next()
            .is_some_and(|token| matches!(token.kind, Kind::Label(_)))
}

/// The units after `phần`, from large to small.
pub(super) fn downwards(run: &[Token], part: &Token, part_address: &str) -> Reference {
    let run: Vec<&Token> = run.iter().collect();
    let mut targets: Vec<Target> = Vec::new();
    let mut item = part_address.to_owned();
    // The unit in which letters stand, and whether it was meant only for them.
    let mut base = part_address.to_owned();
    // The letter in which ideas stand.
    let mut point: Option<String> = None;
    let mut end = part.range.end;
    for unit in units(&run) {
        end = unit.range.end;
        if !matches!(unit.label, Label::Letter(_)) {
            point = None;
        }
        let (address, replaces, scope) = match (unit.level, &unit.label) {
            (Level::Idea, Label::Letter(idea)) => {
                let above = point.as_ref().unwrap_or(&base);
                (below(above, idea), Some(above.clone()), false)
            }
            (_, Label::Letter(letter)) => {
                let address = below(&base, letter);
                point = Some(address.clone());
                (address, Some(base.clone()), false)
            }
            (_, Label::Dotted(number)) => {
                let stem = number.split('.').next().unwrap_or(number);
                let above = format!("{part_address}.{stem}");
                let last = targets.last().filter(|last| last.scope);
                let other = last.filter(|last| last.address != above && unit.joint != Joint::And);
                // "Mục 3, khoản 1.1": one of the two is wrong, and the plan has no such place.
                let (within, replaces) = match other {
                    Some(other) => (other.address.clone(), other.address.clone()),
                    None => (part_address.to_owned(), above),
                };
                base = format!("{within}.{number}");
                (base.clone(), Some(replaces), false)
            }
            (Level::Item, Label::Number(number)) => {
                item = format!("{part_address}.{number}");
                base.clone_from(&item);
                (item.clone(), None, true)
            }
            (_, Label::Number(number) | Label::Bracket(number)) => {
                base = format!("{item}.{number}");
                (base.clone(), Some(item.clone()), false)
            }
        };
        // A unit that only says where the next stands is not meant itself.
        let start = match targets.last() {
            Some(last) if replaces.as_ref() == Some(&last.address) => targets
                .pop()
                .map_or(unit.range.start, |last| last.range.start),
            _ => unit.range.start,
        };
        targets.push(Target {
            range: start..unit.range.end,
            address,
            scope,
        });
    }
    if let Some(first) = targets.first_mut() {
        first.range.start = part.range.start;
    }
    Reference {
        range: part.range.start..end,
        targets,
        half: false,
        whose: false,
        table: None,
    }
}
