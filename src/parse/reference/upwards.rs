//! The units before `phần`, from small to large.

use std::ops::Range;

use super::token::{Kind, Label, Level, Token};
use super::{Target, below};

/// A label with its level.
pub(super) struct Unit {
    pub(super) range: Range<usize>,
    pub(super) level: Level,
    pub(super) label: Label,
    /// Whether it follows the unit before it with nothing between: "khoản 5.1 điểm a".
    follows: bool,
}

/// Pairs labels with their level words. What cannot be a unit ends the search to the left: only what stands directly before
/// `phần` counts.
pub(super) fn units(run: &[&Token]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut level: Option<(Level, usize)> = None;
    let mut inherited: Option<Level> = None;
    let mut joined = true;
    for token in run {
        match &token.kind {
            Kind::Level(found) => {
                // Two level words in a row: what stood before them was prose.
                if level.is_some() {
                    units.clear();
                }
                level = Some((*found, token.range.start));
            }
            Kind::Label(label) => {
                let said = level.map(|(level, _)| level);
                let own = match label {
                    Label::Letter(_) if said == Some(Level::Idea) => said,
                    Label::Letter(_) => Some(Level::Point),
                    Label::Dotted(_) => Some(Level::Clause),
                    Label::Number(_) => said.or(inherited),
                };
                let Some(own) = own else {
                    units.clear();
                    continue;
                };
                let start = level.map_or(token.range.start, |(_, start)| start);
                units.push(Unit {
                    range: start..token.range.end,
                    level: own,
                    label: match label {
                        Label::Number(number) if own == Level::Idea => {
                            Label::Letter(number.clone())
                        }
                        label => label.clone(),
                    },
                    follows: !joined,
                });
                inherited = Some(own);
                level = None;
                joined = false;
            }
            _ => joined = true,
        }
    }
    if level.is_some() {
        units.clear();
    }
    units
}

/// Reads units from small to large.
pub(super) struct Reader<'p> {
    part: &'p str,
    targets: Vec<Target>,
    /// Letters that wait for the number they belong to, each with its place.
    letters: Vec<(String, Range<usize>)>,
    /// What stands below the letter or number that they wait for.
    ideas: Vec<(String, Range<usize>)>,
    /// Plain numbers of `khoản`, with their letters, that wait for the `mục` in which they stand.
    plain: Vec<(String, Range<usize>)>,
    /// Whether the last targets wait for the `mục` in which they stand.
    unbound: bool,
    /// Whether letters go to the number before them.
    backwards: bool,
    /// Where the words of the next target begin.
    start: Option<usize>,
}

impl<'p> Reader<'p> {
    pub(super) fn new(part: &'p str) -> Self {
        Self {
            part,
            targets: Vec::new(),
            letters: Vec::new(),
            ideas: Vec::new(),
            plain: Vec::new(),
            unbound: false,
            backwards: false,
            start: None,
        }
    }

    pub(super) fn unit(&mut self, unit: Unit) {
        if !matches!(unit.label, Label::Letter(_)) {
            self.letters.append(&mut self.ideas);
        }
        match (unit.level, unit.label) {
            (_, Label::Letter(letter)) if self.backwards || unit.follows && self.is_free() => {
                self.back(&letter, unit.range);
            }
            // "Ý thứ 1, ý (2)" is one in the other.
            (Level::Idea, Label::Letter(above))
                if !above.starts_with('-')
                    && self.ideas.iter().any(|(idea, _)| idea.starts_with('-')) =>
            {
                for (idea, range) in &mut self.ideas {
                    *idea = below(&above, idea);
                    range.end = unit.range.end;
                }
            }
            (Level::Idea, Label::Letter(idea)) => {
                self.start.get_or_insert(unit.range.start);
                self.ideas.push((idea, unit.range));
            }
            (_, Label::Letter(letter)) if !self.ideas.is_empty() => {
                let ideas = std::mem::take(&mut self.ideas).into_iter();
                let ideas = ideas.map(|(idea, range)| (below(&letter, &idea), range));
                self.letters.extend(ideas);
            }
            (_, Label::Letter(letter)) => {
                self.start.get_or_insert(unit.range.start);
                self.letters.push((letter, unit.range));
            }
            (_, Label::Dotted(number)) => {
                self.backwards = false;
                self.inside(&number);
                self.number(&number, unit.range, false);
                self.unbound = true;
            }
            (Level::Item, Label::Number(_)) if self.unbound && self.letters.is_empty() => {
                // Says where the smaller units stand; their own numbers say it already.
                if let Some(last) = self.targets.last_mut() {
                    last.range.end = unit.range.end;
                }
                self.unbound = false;
            }
            (Level::Item, Label::Number(number))
                if !self.plain.is_empty() && self.letters.is_empty() =>
            {
                self.below(Some(&number), Some(unit.range.end));
                self.unbound = false;
            }
            (Level::Item, Label::Number(number)) => {
                let whole = self.letters.is_empty();
                self.number(&number, unit.range, whole);
                self.unbound = false;
            }
            (_, Label::Number(number)) => self.wait(&number, unit.range),
        }
    }

    /// Whether the last target is a number that letters may follow.
    fn is_free(&self) -> bool {
        let last = self.targets.last();
        self.letters.is_empty() && last.is_some_and(|last| !last.scope)
    }

    /// A letter after its number: "khoản 5.1 điểm a, b".
    fn back(&mut self, letter: &str, range: Range<usize>) {
        let Some(last) = self.targets.last() else {
            return;
        };
        let number = match (self.backwards, last.address.rsplit_once('.')) {
            (true, Some((number, _))) => number.to_owned(),
            _ => last.address.clone(),
        };
        let start = if self.backwards {
            range.start
        } else {
            self.targets
                .pop()
                .map_or(range.start, |last| last.range.start)
        };
        self.targets.push(Target {
            range: start..range.end,
            address: below(&number, letter),
            scope: false,
        });
        self.backwards = true;
    }

    /// A `mục` before a number that repeats it only says where that stands: "mục 5, khoản 5.1".
    fn inside(&mut self, number: &str) {
        let item = number.split('.').next().unwrap_or(number);
        let whole = format!("{}.{item}", self.part);
        let repeats = self
            .targets
            .last()
            .is_some_and(|last| last.scope && last.address == whole);
        if repeats && let Some(last) = self.targets.pop() {
            self.start.get_or_insert(last.range.start);
        }
    }

    /// A number with the letters that waited for it.
    fn number(&mut self, number: &str, range: Range<usize>, scope: bool) {
        let address = format!("{}.{number}", self.part);
        let letters = std::mem::take(&mut self.letters);
        let start = self.start.take().unwrap_or(range.start);
        if letters.is_empty() {
            let target = Target {
                range: start..range.end,
                address,
                scope,
            };
            return self.targets.push(target);
        }
        let last = letters.len() - 1;
        for (at, (letter, place)) in letters.into_iter().enumerate() {
            let end = if at == last { range.end } else { place.end };
            self.targets.push(Target {
                range: place.start..end,
                address: below(&address, &letter),
                scope: false,
            });
        }
    }

    /// A plain number waits with the letters before it.
    fn wait(&mut self, number: &str, range: Range<usize>) {
        let letters = std::mem::take(&mut self.letters);
        let start = self.start.take();
        if letters.is_empty() {
            return self.plain.push((number.to_owned(), range));
        }
        let last = letters.len() - 1;
        for (at, (letter, place)) in letters.into_iter().enumerate() {
            let end = if at == last { range.end } else { place.end };
            let from = if at == 0 {
                start.unwrap_or(place.start)
            } else {
                place.start
            };
            self.plain.push((below(number, &letter), from..end));
        }
    }

    /// What waited stands below `item`, or directly below the part.
    fn below(&mut self, item: Option<&str>, end: Option<usize>) {
        for (number, range) in std::mem::take(&mut self.plain) {
            let address = match item {
                Some(item) => format!("{}.{item}.{number}", self.part),
                None => format!("{}.{number}", self.part),
            };
            self.targets.push(Target {
                range,
                address,
                scope: false,
            });
        }
        if let (Some(last), Some(end)) = (self.targets.last_mut(), end) {
            last.range.end = end;
        }
    }

    /// What found no number stands directly below the part.
    pub(super) fn finish(mut self) -> Vec<Target> {
        self.below(None, None);
        self.letters.append(&mut self.ideas);
        for (letter, range) in std::mem::take(&mut self.letters) {
            self.targets.push(Target {
                range,
                address: below(self.part, &letter),
                scope: false,
            });
        }
        self.targets
    }
}
