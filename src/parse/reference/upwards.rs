//! The units before `phần`, from small to large.

use std::ops::Range;

use super::token::{Kind, Label, Level, Token};
use super::{Target, below};

/// A label with its level.
pub(super) struct Unit {
    pub(super) range: Range<usize>,
    pub(super) level: Level,
    pub(super) label: Label,
    /// What stands between it and the unit before it.
    pub(super) joint: Joint,
}

/// How a unit is joined to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// "khoản 5.1 điểm a"
    Nothing,
    /// "khoản 5.1, mục 5"
    Comma,
    /// "khoản 5.1 và mục 6"
    And,
}

/// Pairs labels with their level words. What cannot be a unit ends the search to the left: only what stands directly before
/// `phần` counts.
pub(super) fn units(run: &[&Token]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut level: Option<(Level, usize)> = None;
    let mut inherited: Option<Level> = None;
    let mut joint = Joint::Comma;
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
                let follows = joint == Joint::Nothing && !units.is_empty();
                let Some((own, label)) = unit(label, said, inherited, follows) else {
                    units.clear();
                    continue;
                };
                let start = level.map_or(token.range.start, |(_, start)| start);
                units.push(Unit {
                    range: start..token.range.end,
                    level: own,
                    label,
                    joint,
                });
                inherited = Some(own);
                level = None;
                joint = Joint::Nothing;
            }
            Kind::And => joint = Joint::And,
            _ if joint == Joint::And => {}
            _ => joint = Joint::Comma,
        }
    }
    if level.is_some() {
        units.clear();
    }
    units
}

/// The level of a label, said by the word before it or taken from the label before; a number that is a point or an idea counts as a letter
/// does. Nothing for what is no unit, such as the "(1)" of a list.
fn unit(
    label: &Label,
    said: Option<Level>,
    inherited: Option<Level>,
    follows: bool,
) -> Option<(Level, Label)> {
    let small = |level: Option<Level>| level.filter(|level| *level <= Level::Point);
    Some(match label {
        Label::Letter(_) => {
            let level = said.filter(|level| *level == Level::Idea);
            (level.unwrap_or(Level::Point), label.clone())
        }
        Label::Dotted(_) => (Level::Clause, label.clone()),
        Label::Bracket(number) => {
            let known = said.is_some() || small(inherited).is_some() || follows;
            known.then(|| (Level::Idea, Label::Letter(number.clone())))?
        }
        Label::Number(number) => {
            let level = said.or(inherited)?;
            match small(Some(level)) {
                Some(level) => (level, Label::Letter(number.clone())),
                None => (level, label.clone()),
            }
        }
    })
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
    /// The last targets that are dotted numbers with their letters, which say themselves where they stand.
    dotted: Vec<usize>,
    /// Whether the words say two things.
    unclear: bool,
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
            dotted: Vec::new(),
            unclear: false,
            backwards: false,
            start: None,
        }
    }

    pub(super) fn unit(&mut self, unit: Unit) {
        if !matches!(unit.label, Label::Letter(_)) {
            self.letters.append(&mut self.ideas);
        }
        match (unit.level, unit.label) {
            (_, Label::Letter(letter))
                if self.backwards || unit.joint == Joint::Nothing && self.is_free() =>
            {
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
                let first = self.targets.len();
                self.number(&number, unit.range, false);
                self.dotted.extend(first..self.targets.len());
            }
            // "Khoản 1.1, mục 1" and "điểm 1.1, khoản 1" say where the number stands, which it says itself.
            (level, Label::Number(number))
                if self.letters.is_empty() && self.repeats(level, &number, unit.joint) =>
            {
                if let Some(last) = self.targets.last_mut() {
                    last.range.end = unit.range.end;
                }
            }
            (Level::Item, Label::Number(number))
                if !self.plain.is_empty() && self.letters.is_empty() =>
            {
                // "Khoản 1 và mục 3": of what is khoản 1?
                self.unclear |= unit.joint == Joint::And;
                self.below(Some(&number), Some(unit.range.end));
                self.dotted.clear();
            }
            // "Khoản 1.1, mục 9": one of the two is wrong.
            (Level::Item, Label::Number(number))
                if self.letters.is_empty()
                    && unit.joint != Joint::And
                    && !self.dotted.is_empty() =>
            {
                self.contradict(&number, unit.range.end);
            }
            (Level::Item, Label::Number(number)) => {
                let whole = self.letters.is_empty();
                self.number(&number, unit.range, whole);
                self.dotted.clear();
            }
            (_, Label::Number(number) | Label::Bracket(number)) => self.wait(&number, unit.range),
        }
    }

    /// Whether a number only repeats where the dotted numbers before it stand: "khoản 4.1, 4.2, mục 4".
    fn repeats(&self, level: Level, number: &str, joint: Joint) -> bool {
        let stem = format!("{}.{number}.", self.part);
        let mut dotted = self.dotted.iter();
        let stands = dotted.any(|&at| self.targets[at].address.starts_with(&stem));
        stands && self.plain.is_empty() && (level == Level::Item || joint != Joint::And)
    }

    /// What dotted numbers point at when another `mục` is printed for them: a place that the plan does not have, which is told.
    fn contradict(&mut self, item: &str, end: usize) {
        for at in std::mem::take(&mut self.dotted) {
            let target = &mut self.targets[at];
            let own = target.address[self.part.len()..].to_owned();
            target.address = format!("{}.{item}{own}", self.part);
            target.range.end = target.range.end.max(end);
        }
    }

    /// Whether what was read last is a number that letters may follow.
    fn is_free(&self) -> bool {
        let last = self.targets.last();
        let waits = !self.plain.is_empty();
        self.letters.is_empty() && (waits || last.is_some_and(|last| !last.scope))
    }

    /// A letter after a number that waits for its `mục`: "khoản 3 (điểm a, c)".
    fn back_to_waiting(&mut self, letter: &str, range: Range<usize>) {
        let Some((number, place)) = self.plain.last().cloned() else {
            return;
        };
        let (number, start) = match (self.backwards, number.rsplit_once('.')) {
            (true, Some((number, _))) => (number.to_owned(), range.start),
            _ => {
                self.plain.pop();
                (number, place.start)
            }
        };
        self.plain.push((below(&number, letter), start..range.end));
        self.backwards = true;
    }

    /// A letter after its number: "khoản 5.1 điểm a, b".
    fn back(&mut self, letter: &str, range: Range<usize>) {
        if !self.plain.is_empty() {
            return self.back_to_waiting(letter, range);
        }
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
        self.backwards = false;
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
    pub(super) fn finish(mut self) -> (Vec<Target>, bool) {
        self.below(None, None);
        self.letters.append(&mut self.ideas);
        for (letter, range) in std::mem::take(&mut self.letters) {
            self.targets.push(Target {
                range,
                address: below(self.part, &letter),
                scope: false,
            });
        }
        (self.targets, self.unclear)
    }
}
