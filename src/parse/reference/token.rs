//! Words and marks of a text, as references are made of them.

use std::ops::Range;

use super::row::{Row, rows};
use crate::parse::clause::{is_letter, roman};
use crate::text::fold::{is_of_word, lower};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Level(Level),
    Label(Label),
    /// `phần IV` with its address.
    Part(String),
    /// `Phụ lục II` with its address.
    Appendix(String),
    /// `nhiệm vụ số 1.1, 2`: rows of a table.
    Rows(Vec<Row>),
    /// A mark or a word that joins a unit to the one in which it stands.
    Comma,
    /// "và".
    And,
    /// The end of a sentence.
    Stop,
    Other,
}

impl Kind {
    /// The address of a part or an appendix; empty for what has none.
    pub(super) fn address(&self) -> &str {
        match self {
            Self::Part(address) | Self::Appendix(address) => address,
            _ => "",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// "ý": a number in brackets, or an item that is counted, "ý thứ 2". So citations name what has no level word in the law.
    Idea,
    Point,
    Clause,
    Item,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// `a`, as its part of an address; of an item that is counted, its hyphen and place.
    Letter(String),
    /// `5.1`
    Dotted(String),
    /// `5`
    Number(String),
    /// `(1)`
    Bracket(String),
}

/// Cuts a text into words and marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut words = words(text).into_iter().peekable();
    while let Some(range) = words.next() {
        let word = &text[range.clone()];
        let small = lower(word);
        // Levels of two words take the next one in.
        let next = words.peek().cloned();
        let following = next.clone().map_or("", |next| &text[next]);
        if let Some((taken, rows)) = rows(text, &small, words.clone()) {
            let end = rows.last().map_or(range.end, |last| last.range.end);
            tokens.push(Token {
                range: range.start..end,
                kind: Kind::Rows(rows),
            });
            for _ in 0..taken {
                words.next();
            }
            continue;
        }
        let kind = match &*small {
            "," | ";" | "của" | "thuộc" | "trong" | "tại" | "ở" | "nêu" => Kind::Comma,
            "và" | "hoặc" | "cùng" | "lẫn" | "&" | "+" => Kind::And,
            "." => Kind::Stop,
            // "Các mục: 1.1, 1.2" is read as "các mục 1.1, 1.2".
            ":" if matches!(tokens.last(), Some(token) if matches!(token.kind, Kind::Level(_))) => {
                continue;
            }
            // "Tiểu mục 1.1" is what is less than a mục; of which, a plain number does not say.
            "tiểu" if following.to_lowercase() == "mục" => {
                words.next();
                let end = next.map_or(range.end, |next| next.end);
                let mut behind = words.clone().map(|word| &text[word]);
                let number = behind.find(|word| *word != ":").unwrap_or("");
                let is_unit = number.contains('.') && number.split('.').all(is_number);
                tokens.push(Token {
                    range: range.start..end,
                    kind: if is_unit {
                        Kind::Level(Level::Clause)
                    } else {
                        Kind::Other
                    },
                });
                continue;
            }
            "điểm" | "khoản" | "mục" if in_compound(text, &range, &small) => Kind::Other,
            "ý" if is_number(following) => Kind::Level(Level::Idea),
            "ý" if following == "thứ" => {
                let number = words.clone().nth(1);
                let place = number.clone().and_then(|word| counted(&text[word]));
                let (Some(number), Some(place)) = (number, place) else {
                    tokens.push(Token {
                        range,
                        kind: Kind::Other,
                    });
                    continue;
                };
                words.nth(1);
                tokens.push(Token {
                    range,
                    kind: Kind::Level(Level::Idea),
                });
                tokens.push(Token {
                    range: number,
                    kind: Kind::Label(Label::Letter(format!("-{place}"))),
                });
                continue;
            }
            // Some plans call their numbers điểm and the letters below them tiết: "tiết a, điểm 3, mục II".
            "tiết" if is_letter(following) => Kind::Level(Level::Point),
            "điểm" if following.starts_with(|c: char| c.is_ascii_digit()) => {
                Kind::Level(Level::Clause)
            }
            "điểm" => Kind::Level(Level::Point),
            "khoản" => Kind::Level(Level::Clause),
            // "mục II" is how many plans call their part II.
            "mục" if roman(following).is_some() => {
                words.next();
                let end = next.map_or(range.end, |next| next.end);
                tokens.push(Token {
                    range: range.start..end,
                    kind: Kind::Part(following.to_lowercase()),
                });
                continue;
            }
            "mục" => Kind::Level(Level::Item),
            "phần" if in_compound(text, &range, &small) => Kind::Other,
            "phần" if is_part(following, &tokens) => {
                words.next();
                let end = next.map_or(range.end, |next| next.end);
                tokens.push(Token {
                    range: range.start..end,
                    kind: Kind::Part(following.to_lowercase()),
                });
                continue;
            }
            "phần"
                if following == "thứ"
                    && words
                        .clone()
                        .nth(1)
                        .is_some_and(|word| roman(&text[word]).is_some()) =>
            {
                let number = words.nth(1).unwrap_or_default();
                let address = text[number.clone()].to_lowercase();
                tokens.push(Token {
                    range: range.start..number.end,
                    kind: Kind::Part(address),
                });
                continue;
            }
            "pl" if word == "PL" && appendix_number(following).is_some() => {
                words.next();
                let end = next.map_or(range.end, |next| next.end);
                let value = appendix_number(following).unwrap_or_default();
                tokens.push(Token {
                    range: range.start..end,
                    kind: Kind::Appendix(format!("pl{value}")),
                });
                continue;
            }
            "phụ" if following.to_lowercase() == "lục" => {
                words.next();
                let mut number = words.peek().cloned();
                // "Phụ lục số 1"
                if number.clone().is_some_and(|word| &text[word] == "số") {
                    words.next();
                    number = words.peek().cloned();
                }
                let label = number.clone().map_or("", |number| &text[number]);
                let value = appendix_number(label);
                let kind = match (value, number) {
                    (Some(value), Some(number)) => {
                        words.next();
                        tokens.push(Token {
                            range: range.start..number.end,
                            kind: Kind::Appendix(format!("pl{value}")),
                        });
                        continue;
                    }
                    // "Phụ lục kèm theo" is the only one, if the plan has one without a number.
                    (None, Some(_)) if BELONGING.contains(&label) => {
                        Kind::Appendix("pl".to_owned())
                    }
                    _ => Kind::Other,
                };
                let end = next.map_or(range.end, |next| next.end);
                tokens.push(Token {
                    range: range.start..end,
                    kind,
                });
                continue;
            }
            _ => {
                let point = tokens
                    .last()
                    .is_some_and(|token| token.kind == Kind::Level(Level::Point));
                let word = if point { &*small } else { word };
                if opens_line(text, &range, &tokens) {
                    tokens.push(Token {
                        range,
                        kind: Kind::Stop,
                    });
                    continue;
                }
                let label = label(word).filter(|_| !is_of_document(text, &range));
                let label = label.map(|label| match label {
                    Label::Number(number) if in_brackets(text, &range) => Label::Bracket(number),
                    label => label,
                });
                label.map_or(Kind::Other, Kind::Label)
            }
        };
        tokens.push(Token { range, kind });
    }
    tokens
}

/// The number of an appendix: `II`, `02`.
fn appendix_number(label: &str) -> Option<usize> {
    let number = || label.parse().ok().filter(|_| is_number(label));
    roman(label).or_else(number)
}

/// Words behind an appendix without a number that say that it is the plan's own.
const BELONGING: [&str; 3] = ["kèm", "đính", "này"];

/// Whether a level word is the end of another one: "danh mục 1", "tài khoản", "địa điểm", "học phần I".
fn in_compound(text: &str, range: &Range<usize>, level: &str) -> bool {
    let heads: &[&str] = match level {
        "mục" => &["danh", "hạng", "chuyên", "đề", "thư", "khoản", "đầu"],
        "khoản" => &["tài", "điều", "bưu"],
        "phần" => &["học", "thành", "cổ", "hợp", "góp"],
        _ => &["địa", "thời", "quan", "trọng", "ưu", "nhược", "đặc", "thí"],
    };
    let before = text[..range.start].trim_end().to_lowercase();
    heads.iter().any(|head| {
        before
            .strip_suffix(head)
            .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// Whether a letter is a label at the start of a line, "a) Trên báo" in a cell, and names no place.
fn opens_line(text: &str, range: &Range<usize>, before: &[Token]) -> bool {
    let before_it = text[..range.start].trim_end_matches([' ', '\t']);
    let opens = before_it.is_empty() || before_it.ends_with('\n');
    let goes_on = matches!(
        before.last().map(|token| &token.kind),
        Some(Kind::Level(_) | Kind::Comma | Kind::And)
    );
    opens && !goes_on && range.len() <= "đ".len() && text[range.end..].starts_with(')')
}

/// Whether a number stands alone in brackets.
fn in_brackets(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with('(') && text[range.end..].starts_with(')')
}

/// The place that a word counts: "hai", "2".
fn counted(word: &str) -> Option<usize> {
    const WORDS: [&str; 10] = [
        "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
    ];
    let place = WORDS.iter().position(|known| *known == word);
    place
        .map(|place| place + 1)
        .or_else(|| word.parse().ok().filter(|_| is_number(word)))
}

/// Whether a number is that of a document, "Nghị quyết 57", "Đề án 06".
fn is_of_document(text: &str, range: &Range<usize>) -> bool {
    const NAMES: [&str; 8] = ["luật", "quyết", "định", "tư", "án", "thị", "hoạch", "trình"];
    let before = text[..range.start].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    NAMES.contains(&word.to_lowercase().as_str())
}

/// Whether `word` after "phần" is its number: small letters count after other units only, where "phần i" can mean nothing else.
fn is_part(word: &str, before: &[Token]) -> bool {
    let after_units = before
        .iter()
        .rev()
        .find(|token| token.kind != Kind::Comma)
        .is_some_and(|token| matches!(token.kind, Kind::Label(_)));
    roman(word).is_some() || after_units && roman(&word.to_uppercase()).is_some()
}

/// Marks that change nothing in a reference, and what Word leaves between words: zero-width spaces, soft hyphens, byte order marks.
const UNSEEN: &str = "()[]“”‘’\"'\u{200b}\u{ad}\u{feff}";

/// The words and marks of a text; a dot inside a number belongs to it, brackets and quotation marks are left out.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner_dot =
            c == '.' && open.is_some() && next.is_some_and(|next| next.is_ascii_digit());
        if is_of_word(c) || inner_dot {
            open.get_or_insert(at);
            continue;
        }
        if let Some(start) = open.take() {
            words.push(start..at);
        }
        if !c.is_whitespace() && !UNSEEN.contains(c) {
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

pub(super) fn is_number(word: &str) -> bool {
    (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}
