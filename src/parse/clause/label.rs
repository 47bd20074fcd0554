//! Printed labels: their classes, how they are read, and what of an address each gives.

/// The classes of printed labels (Nghị định 30/2020, Phụ lục I, and the usage of real plans).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// `Phụ lục I`.
    Appendix,
    /// `III.` or `III-`.
    Roman,
    /// `4.`
    Arabic,
    /// `5.1.` with the number of its parts.
    Dotted(usize),
    /// `a)`
    Letter,
    /// `(1)`
    Bracket,
    /// `*`, which stands above dashes or below them.
    Star,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// No label.
    Paragraph,
}

impl Class {
    /// Whether the label is a number or letter of its own.
    pub fn is_numbered(self) -> bool {
        !self.is_bullet() && self != Self::Paragraph
    }

    /// Whether the label is a sign.
    pub fn is_bullet(self) -> bool {
        matches!(self, Self::Star | Self::Dash | Self::Plus)
    }

    /// Labels that never stand below a bullet or a plain paragraph.
    pub(super) fn closes_bullets(self) -> bool {
        self.is_numbered() && self != Self::Bracket
    }
}

/// A dash at the start of a line, which Markdown has not taken for a list, and what Word makes of it.
const BULLETS: [&str; 15] = [
    "-", "–", "—", "−", "•", "·", "➢", "►", "▪", "■", "✓", "‣", "❖", "◆", "●",
];

/// The bullets of Word's symbol fonts, which are pasted as places of the private use area that no other font has, and the signs that they
/// show. The one is as long as the other.
const SYMBOLS: [(&str, &str); 7] = [
    ("\u{f0b7}", "•"),
    ("\u{f0a7}", "▪"),
    ("\u{f0d8}", "➢"),
    ("\u{f0fc}", "✓"),
    ("\u{f076}", "❖"),
    ("\u{f0a8}", "◆"),
    ("\u{f0e8}", "➔"),
];

/// What web pages leave around a label: zero-width spaces and joiners, byte order marks, soft hyphens.
pub(super) const UNSEEN: [char; 5] = ['\u{200b}', '\u{200c}', '\u{2060}', '\u{feff}', '\u{ad}'];

/// The letters of points, in their order.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// A printed label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// Its class.
    pub(super) class: Class,
    /// As printed.
    pub(super) printed: String,
}

impl Label {
    pub(super) fn paragraph() -> Self {
        Self {
            class: Class::Paragraph,
            printed: String::new(),
        }
    }

    /// Whether it is a bullet of one of Word's symbol fonts.
    pub(super) fn is_symbol(&self) -> bool {
        SYMBOLS.iter().any(|(_, shown)| *shown == self.printed)
    }

    /// The label at the start of `text`.
    pub(super) fn at_start(text: &str) -> Option<Self> {
        let text = text.trim_start_matches(UNSEEN);
        if let Some(label) = appendix(text).or_else(|| parted(text)) {
            return Some(label);
        }
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let token = text[..end].trim_end_matches(UNSEEN);
        Self::of_token(token).or_else(|| Self::glued(token))
    }

    /// The label at the start of a token behind which the space is missing before a capital: `1.1.Mở`, `a)Cho`, `-Mở`.
    fn glued(token: &str) -> Option<Self> {
        let is_word = |rest: &str| {
            let mut chars = rest.chars();
            chars.next().is_some_and(char::is_uppercase)
                && chars.next().is_none_or(char::is_alphabetic)
        };
        let mut bullets = BULLETS.iter().chain(&["+"]);
        let dashed = bullets.find(|bullet| token.strip_prefix(**bullet).is_some_and(is_word));
        if let Some(bullet) = dashed {
            return Self::of_token(bullet);
        }
        // A stroke stands in the numbers of documents: "1/KH-UBND".
        let mut ends = token.match_indices(['.', ')']);
        ends.find_map(|(at, sign)| {
            let (label, rest) = token.split_at(at + sign.len());
            is_word(rest).then(|| Self::of_token(label))?
        })
    }

    /// The label that a list marker is.
    pub(super) fn of_marker(marker: &str) -> Option<Self> {
        match marker {
            "-" => Some(Self {
                class: Class::Dash,
                printed: "-".to_owned(),
            }),
            _ => Self::of_token(marker),
        }
    }

    /// The label that the first cell of a row is; numbers stand without their dot there.
    pub(super) fn of_row(printed: &str) -> Option<Self> {
        let label = |class| Self {
            class,
            printed: printed.to_owned(),
        };
        let bare = printed.trim_end_matches('.');
        if bare.is_empty() {
            None
        } else if roman(bare).is_some() {
            Some(label(Class::Roman))
        } else if bare.bytes().all(|b| b.is_ascii_digit()) {
            Some(label(Class::Arabic))
        } else if bare.split([',', '.']).all(is_number) {
            Some(label(Class::Dotted(bare.split([',', '.']).count())))
        } else {
            None
        }
    }

    /// What looks like a label at the start of `text` and is none: `I.A` without a space, `a.`, `(a)`, "Phần I", "Điều 1.", "Mục 1.".
    pub(super) fn almost(text: &str) -> Option<&str> {
        let token = text.split_whitespace().next()?;
        let lower = token.to_lowercase();
        let inner = lower.trim_matches(|c: char| "().,:/-–".contains(c));
        let is_label =
            is_number(inner) || is_letter(inner) || roman(&inner.to_uppercase()).is_some();
        // "a, Mở", "a- Mở": letters in the forms of numbers.
        let lettered = lower.ends_with([',', '-', '–']) && is_letter(inner);
        let marked = lower.ends_with(['.', '/', ')', ':']) && is_label || lettered;
        // "1.1)", "a1)", "-Mở": signs of a label in another order.
        let odd = lower.ends_with(')')
            && lower.chars().count() <= 5
            && !lower.contains('(')
            && lower.chars().any(|c| c.is_ascii_digit());
        let dashed = token
            .strip_prefix(['-', '+', '–', '−'])
            .is_some_and(|rest| rest.chars().next().is_some_and(char::is_alphabetic));
        // "2 ) Mở", "2 . Mở": a space inside the label.
        let behind = text[token.len()..].trim_start();
        let apart = is_label && (behind.starts_with(')') || behind.starts_with(". "));
        // "1.Mở": the space is missing.
        let glued = token
            .split_once(['.', '/', ')'])
            .is_some_and(|(label, rest)| {
                let label = label.trim_start_matches('(');
                let known = is_number(label) || roman(label).is_some() || is_letter(label);
                known && rest.chars().next().is_some_and(char::is_uppercase)
            });
        // "Điều 1.", "Mục 1.", "Khoản 1:": the words of laws, which plans leave to their numbers.
        let article = ["điều", "mục", "khoản", "chương", "tiết", "điểm"].contains(&lower.as_str())
            && behind.split_whitespace().next().is_some_and(|number| {
                let number = number.strip_suffix(['.', ':']).unwrap_or("");
                is_number(number) || roman(number).is_some() || is_letter(number)
            });
        let part = lower == "phần" && {
            let number = text.split_whitespace().nth(1).unwrap_or("");
            let number = number.trim_end_matches(['.', ':']).to_uppercase();
            roman(&number).is_some() || number == "THỨ"
        };
        // Bullets of Word's symbol fonts, pasted as the letters that they are.
        let symbol = ["o", "ü", "Ø", "§"].contains(&token);
        let found = marked || odd || dashed || apart || glued || article || part || symbol;
        found.then_some(token)
    }

    fn of_token(token: &str) -> Option<Self> {
        let mut symbols = SYMBOLS.iter();
        if let Some((_, shown)) = symbols.find(|(symbol, _)| *symbol == token) {
            return Some(Self {
                class: Class::Dash,
                printed: (*shown).to_owned(),
            });
        }
        let class = if let Some(inner) = token.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
            is_number(inner).then_some(Class::Bracket)
        } else if let Some(inner) = token.strip_suffix(')') {
            let letter = is_letter(inner).then_some(Class::Letter);
            letter.or_else(|| is_number(inner).then_some(Class::Bracket))
        } else if token == "+" {
            Some(Class::Plus)
        } else if token == "*" {
            Some(Class::Star)
        } else if BULLETS.contains(&token) {
            Some(Class::Dash)
        } else if let Some(bare) = token.strip_suffix('/') {
            numbered(bare).or_else(|| is_letter(bare).then_some(Class::Letter))
        } else if let Some(bare) = token.strip_suffix(['.', '-', '–']) {
            numbered(bare)
        } else {
            let parts = token.split('.').count();
            (parts > 1 && token.split('.').all(is_number)).then_some(Class::Dotted(parts))
        }?;
        Some(Self {
            class,
            printed: token.to_owned(),
        })
    }

    /// Whether it is the next label behind one of a class, or the first below it: "1.2." behind "1.1.", "1.1." below "1.".
    pub(super) fn follows(&self, class: Class, printed: &str) -> bool {
        let now = ordinal(self.class, &self.printed);
        let is_next = self.class == class
            && stem(&self.printed) == stem(printed)
            && now.is_some_and(|now| ordinal(class, printed) == now.checked_sub(1));
        let is_first = match self.class {
            Class::Dotted(_) => stem(&self.printed) == Some(bare(printed)) && now == Some(1),
            Class::Letter => now == Some(0),
            _ => self.class != class && now == Some(1),
        };
        is_next || is_first
    }

    /// The label's part of an address.
    pub(super) fn segment(&self) -> String {
        match self.class {
            Class::Appendix => {
                let number = self.printed.split_whitespace().last().unwrap_or("");
                let value = roman(number).or_else(|| number.parse().ok());
                let value = value.map(|value: usize| value.to_string());
                format!("pl{}", value.unwrap_or_default())
            }
            Class::Letter if bare(&self.printed) == "đ" => "dd".to_owned(),
            _ => bare(&self.printed).to_lowercase(),
        }
    }

    /// The address part of a row's label: `1,1` is a nested row `1-1`.
    pub(super) fn row_segment(&self) -> String {
        self.segment().replace([',', '.'], "-")
    }
}

/// `III` or `4` or `5.1`, the label's dot or dash taken off.
fn numbered(bare: &str) -> Option<Class> {
    if roman(bare).is_some() {
        Some(Class::Roman)
    } else if is_number(bare) && bare.len() <= 2 {
        Some(Class::Arabic)
    } else if bare.contains('.') && bare.split('.').all(is_number) {
        Some(Class::Dotted(bare.split('.').count()))
    } else {
        None
    }
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// One lower-case letter, Vietnamese or not: a wrong one is told later.
pub fn is_letter(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c.is_lowercase()) && chars.next().is_none()
}

/// `Phụ lục I`, `Phụ lục số 01`, `PHỤ LỤC`, in any case, with or without a dot.
fn appendix(text: &str) -> Option<Label> {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next()?, words.next()?);
    if first.to_lowercase() != "phụ" || second.to_lowercase() != "lục" {
        return None;
    }
    // The only one of a plan has no number and stands alone in its line.
    let line = text.trim_start().lines().next().unwrap_or(text).trim();
    if line.split_whitespace().count() == 2 {
        return Some(Label {
            class: Class::Appendix,
            printed: line.to_owned(),
        });
    }
    let mut third = words.next()?;
    if third.to_lowercase() == "số" {
        third = words.next()?;
    }
    let number = third.trim_end_matches(['.', ':']);
    let end = place_in(number, text) + number.len();
    (roman(number).is_some() || is_number(number)).then(|| Label {
        class: Class::Appendix,
        printed: text[..end].to_owned(),
    })
}

/// `I - Mục đích`: a Roman number and a dash that stands free before a capital.
fn parted(text: &str) -> Option<Label> {
    let mut words = text.split_whitespace();
    let (number, dash, name) = (words.next()?, words.next()?, words.next()?);
    let is_label = roman(number).is_some()
        && matches!(dash, "-" | "–" | "—")
        && name
            .trim_start_matches(['“', '"'])
            .starts_with(char::is_uppercase);
    is_label.then(|| Label {
        class: Class::Roman,
        printed: text[..place_in(dash, text) + dash.len()].to_owned(),
    })
}

/// Where `part`, a slice of `text`, begins in it.
fn place_in(part: &str, text: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/// The value of a Roman number up to 39, in capitals.
pub fn roman(text: &str) -> Option<usize> {
    let tens = text.bytes().take_while(|b| *b == b'X').count();
    let ones = ONES.iter().position(|digit| *digit == &text[tens..])?;
    let value = tens * 10 + ones;
    (value > 0 && tens < 4).then_some(value)
}

/// The Roman number of `value`, from 1 to 39.
pub fn to_roman(value: usize) -> String {
    format!("{}{}", "X".repeat(value / 10), ONES[value % 10])
}

/// The label without dots, brackets and dashes around it.
pub(super) fn bare(label: &str) -> &str {
    label.trim_matches(|c: char| c.is_whitespace() || ".)(-–—/".contains(c))
}

/// What a dotted label repeats of the numbers above it: `5` of `5.1`.
pub(super) fn stem(label: &str) -> Option<&str> {
    let (stem, _) = bare(label).rsplit_once(['.', ','])?;
    Some(stem)
}

/// The place of a label in its sequence.
pub(super) fn ordinal(class: Class, label: &str) -> Option<usize> {
    let bare = bare(label);
    match class {
        Class::Roman => roman(bare),
        Class::Arabic | Class::Bracket => bare.parse().ok(),
        Class::Dotted(_) => bare.rsplit(['.', ',']).next()?.parse().ok(),
        Class::Letter => LETTERS.chars().position(|letter| bare.starts_with(letter)),
        Class::Appendix => {
            let number = bare.split_whitespace().last()?;
            roman(number).or_else(|| number.parse().ok())
        }
        Class::Star | Class::Dash | Class::Plus | Class::Paragraph => None,
    }
}
