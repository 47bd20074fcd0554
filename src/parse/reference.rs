//! References inside a plan: "điểm a, khoản 5.1, mục 5, phần IV", "1.4, mục 1, phần IV; a, 5.1, mục 5, phần IV", "theo Phụ lục II".
//!
//! The grammar of real plans, from the smallest unit to the largest:
//! 1. A reference ends with `phần` and a Roman number (any case, comma before it or not), or is `Phụ lục` and a number.
//! 2. Before that stand units, joined by commas or "và", each a level word with a label or a bare label of an unmistakable form
//!    (`a`, `5.1`). A number without a level word takes the level before it.
//! 3. A letter binds to the number that follows it: in "c, 5.1, 5.3, mục 5" the letter belongs to 5.1 and 5.3 stands whole.
//! 4. A `mục` after smaller units says where they stand; with nothing before it, it is meant whole.
//!
//! Text without such an end is never taken for a reference: no link is better than a false one.

use std::ops::Range;

use super::clause::roman;

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What it points at, in order.
    pub targets: Vec<Target>,
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

/// Finds the references in `text`.
pub fn find(text: &str) -> Vec<Reference> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    for token in &tokens {
        match &token.kind {
            Kind::Stop | Kind::Other => run.clear(),
            Kind::Appendix(address) => {
                found.push(appendix(token, address));
                run.clear();
            }
            Kind::Part(address) => {
                found.extend(reference(&run, token, address));
                run.clear();
            }
            Kind::Level(_) | Kind::Label(_) | Kind::Comma => run.push(token),
        }
    }
    found
}

fn appendix(token: &Token, address: &str) -> Reference {
    Reference {
        range: token.range.clone(),
        targets: vec![Target {
            range: token.range.clone(),
            address: address.to_owned(),
            scope: true,
        }],
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    range: Range<usize>,
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Level(Level),
    Label(Label),
    /// `phần IV` with its address.
    Part(String),
    /// `Phụ lục II` with its address.
    Appendix(String),
    Comma,
    /// A semicolon or the end of a sentence.
    Stop,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Point,
    Clause,
    Item,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Label {
    /// `a`, as its part of an address.
    Letter(String),
    /// `5.1`
    Dotted(String),
    /// `5`
    Number(String),
}

/// Cuts a text into words and marks.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut words = words(text).into_iter().peekable();
    while let Some(range) = words.next() {
        let word = &text[range.clone()];
        let lower = word.to_lowercase();
        // Levels of two words take the next one in.
        let next = words.peek().cloned();
        let following = next.clone().map_or("", |next| &text[next]);
        let kind = match lower.as_str() {
            "," | "và" => Kind::Comma,
            ";" | "." => Kind::Stop,
            "điểm" => Kind::Level(Level::Point),
            "khoản" => Kind::Level(Level::Clause),
            "mục" => Kind::Level(Level::Item),
            "phần" if roman(following).is_some() => {
                words.next();
                let end = next.map_or(range.end, |next| next.end);
                tokens.push(Token {
                    range: range.start..end,
                    kind: Kind::Part(following.to_lowercase()),
                });
                continue;
            }
            "phụ" if following.to_lowercase() == "lục" => {
                words.next();
                let number = words.peek().cloned();
                let label = number.clone().map_or("", |number| &text[number]);
                let value = roman(label).map(|value| value.to_string());
                let value = value.or_else(|| is_number(label).then(|| label.to_owned()));
                let kind = match (value, number) {
                    (Some(value), Some(number)) => {
                        words.next();
                        tokens.push(Token {
                            range: range.start..number.end,
                            kind: Kind::Appendix(format!("pl{value}")),
                        });
                        continue;
                    }
                    _ => Kind::Other,
                };
                tokens.push(Token { range, kind });
                continue;
            }
            _ => label(word).map_or(Kind::Other, Kind::Label),
        };
        tokens.push(Token { range, kind });
    }
    tokens
}

/// The words and marks of a text; a dot inside a number belongs to it, brackets are left out.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner_dot =
            c == '.' && open.is_some() && next.is_some_and(|next| next.is_ascii_digit());
        if c.is_alphanumeric() || inner_dot {
            open.get_or_insert(at);
            continue;
        }
        if let Some(start) = open.take() {
            words.push(start..at);
        }
        if !c.is_whitespace() && !matches!(c, '(' | ')') {
            words.push(at..at + c.len_utf8());
        }
    }
    if let Some(start) = open {
        words.push(start..text.len());
    }
    words
}

fn label(word: &str) -> Option<Label> {
    let mut chars = word.chars();
    if let (Some(letter), None) = (chars.next(), chars.next())
        && letter.is_lowercase()
    {
        let segment = if letter == 'đ' {
            "dd".to_owned()
        } else {
            letter.to_string()
        };
        return segment.is_ascii().then_some(Label::Letter(segment));
    }
    if is_number(word) {
        return Some(Label::Number(word.to_owned()));
    }
    let dotted = word.contains('.') && word.split('.').all(is_number);
    dotted.then(|| Label::Dotted(word.to_owned()))
}

fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// The units before `phần`, read as one reference.
fn reference(run: &[&Token], part: &Token, part_address: &str) -> Option<Reference> {
    let mut reader = Reader {
        part: part_address,
        targets: Vec::new(),
        letters: Vec::new(),
        unbound: false,
        start: None,
    };
    let units = units(run);
    let first = units
        .first()
        .map_or(part.range.start, |unit| unit.range.start);
    for unit in units {
        reader.unit(unit);
    }
    let mut targets = reader.finish();
    if targets.is_empty() {
        targets.push(Target {
            range: part.range.clone(),
            address: part_address.to_owned(),
            scope: true,
        });
    }
    if let Some(last) = targets.last_mut() {
        last.range.end = part.range.end;
    }
    Some(Reference {
        range: first..part.range.end,
        targets,
    })
}

/// A label with its level.
struct Unit {
    range: Range<usize>,
    level: Level,
    label: Label,
}

/// Pairs labels with their level words. What cannot be a unit ends the search to the left: only what stands directly before
/// `phần` counts.
fn units(run: &[&Token]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut level: Option<(Level, usize)> = None;
    let mut inherited: Option<Level> = None;
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
                let own = match label {
                    Label::Letter(_) => Some(Level::Point),
                    Label::Dotted(_) => Some(Level::Clause),
                    Label::Number(_) => level.map(|(level, _)| level).or(inherited),
                };
                let Some(own) = own else {
                    units.clear();
                    continue;
                };
                let start = level.map_or(token.range.start, |(_, start)| start);
                units.push(Unit {
                    range: start..token.range.end,
                    level: own,
                    label: label.clone(),
                });
                inherited = Some(own);
                level = None;
            }
            _ => {}
        }
    }
    if level.is_some() {
        units.clear();
    }
    units
}

/// Reads units from small to large.
struct Reader<'p> {
    part: &'p str,
    targets: Vec<Target>,
    /// Letters that wait for the number they belong to, each with its place.
    letters: Vec<(String, Range<usize>)>,
    /// Whether the last targets wait for the `mục` in which they stand.
    unbound: bool,
    /// Where the words of the next target begin.
    start: Option<usize>,
}

impl Reader<'_> {
    fn unit(&mut self, unit: Unit) {
        match (unit.level, unit.label) {
            (_, Label::Letter(letter)) => {
                self.start.get_or_insert(unit.range.start);
                self.letters.push((letter, unit.range));
            }
            (_, Label::Dotted(number)) => {
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
            (level, Label::Number(number)) => {
                let whole = self.letters.is_empty() && level == Level::Item;
                self.number(&number, unit.range, whole);
                self.unbound = false;
            }
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
                address: format!("{address}.{letter}"),
                scope: false,
            });
        }
    }

    /// Letters that found no number stand directly below the part.
    fn finish(mut self) -> Vec<Target> {
        for (letter, range) in std::mem::take(&mut self.letters) {
            self.targets.push(Target {
                range,
                address: format!("{}.{letter}", self.part),
                scope: false,
            });
        }
        self.targets
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    /// `printed => addresses` for every reference.
    fn found(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|reference| {
                let targets = reference.targets.iter();
                let addresses: Vec<String> = targets
                    .map(|target| {
                        format!("{}{}", target.address, if target.scope { "*" } else { "" })
                    })
                    .collect();
                format!("{} => {}", &text[reference.range], addresses.join(" "))
            })
            .collect()
    }

    #[test]
    fn forms_of_real_plans() {
        for (text, expected) in [
            (
                "tại điểm a, khoản 5.1, mục 5, phần IV).",
                &["điểm a, khoản 5.1, mục 5, phần IV => iv.5.1.a"][..],
            ),
            (
                "(tại khoản 4.1, 4.2, mục 4, phần IV; tại khoản 6.4, mục 6, phần IV)",
                &[
                    "khoản 4.1, 4.2, mục 4, phần IV => iv.4.1 iv.4.2",
                    "khoản 6.4, mục 6, phần IV => iv.6.4",
                ],
            ),
            (
                "1.4, mục 1, phần IV; a, 5.1, mục 5, phần IV",
                &[
                    "1.4, mục 1, phần IV => iv.1.4",
                    "a, 5.1, mục 5, phần IV => iv.5.1.a",
                ],
            ),
            (
                "c, 5.1, 5.3, mục 5, phần IV",
                &["c, 5.1, 5.3, mục 5, phần IV => iv.5.1.c iv.5.3"],
            ),
            ("4.4 mục 4, phần IV", &["4.4 mục 4, phần IV => iv.4.4"]),
            (
                "3.1, 3.2 mục 3, phần IV; mục 5.2, phần IV",
                &[
                    "3.1, 3.2 mục 3, phần IV => iv.3.1 iv.3.2",
                    "mục 5.2, phần IV => iv.5.2",
                ],
            ),
            (
                "(tại mục 1, mục 5 phần IV)",
                &["mục 1, mục 5 phần IV => iv.1* iv.5*"],
            ),
            (
                "giải pháp: Mục 1, mục 5, phần IV và các nhiệm vụ",
                &["Mục 1, mục 5, phần IV => iv.1* iv.5*"],
            ),
            ("có liên quan trong phần IV", &["phần IV => iv*"]),
            ("Biểu mẫu theo Phụ lục II đính kèm", &["Phụ lục II => pl2*"]),
            (
                "khoản 1.3, mục 1 phần V",
                &["khoản 1.3, mục 1 phần V => v.1.3"],
            ),
            (
                "các điểm a, b và đ, mục 2, phần III",
                &["điểm a, b và đ, mục 2, phần III => iii.2.a iii.2.b iii.2.dd"],
            ),
            (
                "khoản 5.1,\nmục 5,\tphần IV",
                &["khoản 5.1,\nmục 5,\tphần IV => iv.5.1"],
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "một phần tư người dân",
            "góp phần lan tỏa",
            "mục 5 nêu trên",
            "năm 2025, 80% người dân",
            "khoản vay 5 triệu, phần còn lại",
            "phần mềm, ứng dụng",
            "ở mục a",
            "phụ lục kèm theo",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
        assert_eq!(
            found("trong 2 năm, mục 1, phần IV"),
            ["mục 1, phần IV => iv.1*"]
        );
    }
}
