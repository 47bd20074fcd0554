//! What stands beside a reference and could not be read as part of it. No link is made of it; an editor is told.

use std::ops::Range;

use super::Reference;
use super::other::NEAR;
use super::token::{Kind, Label, Token};
use super::upwards::units;
use crate::parse::clause::roman;

/// How a bullet of a clause is counted in words.
const ORDINALS: [&str; 5] = ["thứ nhất", "thứ hai", "thứ ba", "đầu tiên", "cuối cùng"];

/// Words that span from one unit to another.
const SPANS: [&str; 4] = ["đến", "tới", "-", "–"];

/// A reference whose `phần` has no number that could be read: "mục 1, phần 4", "phần thứ tư", "phần IV.5.1". It points nowhere.
pub(super) fn part(
    text: &str,
    run: &[&Token],
    word: &Token,
    next: Option<&Token>,
) -> Option<Reference> {
    let own = &text[word.range.clone()];
    let is_part = own.len() == "phần".len() && own.to_lowercase() == "phần";
    let following = next.map_or("", |next| &text[next.range.clone()]);
    // "Điểm a khoản này", "điểm a khoản 1 mục này".
    let (run, this) = match run {
        [units @ .., last] if own == "này" && matches!(last.kind, Kind::Level(_)) => (units, true),
        _ => (run, false),
    };
    let first = units(run).first().map(|unit| unit.range.start);
    // "Khoản 1.1 Kế hoạch này", "mục 1 phần này", "mục 1 nêu trên". Few words stand behind a unit, so few are looked at.
    let points = || {
        let here = text[word.range.start..].to_lowercase();
        let points = ["kế hoạch này", "phần này", "trên", "phần trên"];
        points.iter().any(|words| {
            let rest = here.strip_prefix(words);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    };
    let named = run.last().is_some_and(|last| {
        let nearest = run.iter().rfind(|token| token.kind != Kind::Comma);
        matches!(last.kind, Kind::Label(_) | Kind::Comma)
            && nearest.is_some_and(|token| matches!(token.kind, Kind::Label(_)))
    });
    let (start, end) = if named && (this || points()) {
        (first?, word.range.end)
    } else if is_joined(own) {
        (word.range.start, word.range.end)
    } else if is_part && is_joined(following) {
        (word.range.start, next?.range.end)
    } else if is_part && is_like_number(following) {
        (first?, next?.range.end)
    } else {
        return None;
    };
    Some(Reference {
        range: first.unwrap_or(start)..end,
        targets: Vec::new(),
        half: true,
        whose: false,
        table: None,
    })
}

/// Units of several levels behind which no `phần` stands: "điểm a, b mục 2". They can only be meant as a reference, and do not say where.
pub(super) fn without_part(text: &str, run: &[&Token]) -> Option<Reference> {
    let levels = run
        .iter()
        .filter(|token| matches!(token.kind, Kind::Level(_)));
    let units = units(run);
    let (first, last) = (units.first()?, units.last()?);
    let several = levels.count() > 1 && units.iter().any(|unit| unit.level != first.level);
    let range = first.range.start..last.range.end;
    (several && !is_of_law(text, range.end)).then(|| Reference {
        range,
        targets: Vec::new(),
        half: true,
        whose: false,
        table: None,
    })
}

/// Whether an article follows: "khoản 2 Điều 5" is of a law.
fn is_of_law(text: &str, at: usize) -> bool {
    let after = text[at..].trim_start_matches([' ', ',', '\n']);
    after.to_lowercase().starts_with("điều ")
}

/// Whether a Roman and an Arabic number stand in one: `IV.5.1`.
fn is_joined(word: &str) -> bool {
    let parts = word.split_once('.');
    parts.is_some_and(|(part, rest)| {
        roman(part).is_some() && rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a word after `phần` and units can only be meant as its number.
fn is_like_number(word: &str) -> bool {
    let lower = word.to_lowercase();
    let like = |c: char| c.is_numeric() || "ivxl".contains(c);
    let letters = lower.trim_end_matches(|c: char| c.is_ascii_lowercase() && !like(c));
    let suffix = lower.len() - letters.len();
    !lower.is_empty()
        && (lower == "thứ"
            || lower == "số"
            || lower.chars().count() == 1 && word.chars().all(char::is_alphabetic)
            || suffix <= 1 && !letters.is_empty() && letters.chars().all(like))
}

/// Whether a word that is no unit cuts a reference in two: "khoản 1.1 đến 1.2", "khoản 5.1a", "mục 999", or code between its words.
pub(super) fn cuts(text: &str, run: &[&Token], word: &Token) -> bool {
    let own = &text[word.range.clone()];
    let is_number = own.starts_with(char::is_numeric);
    match run.last().map(|last| &last.kind) {
        Some(Kind::Label(_)) => SPANS.contains(&own),
        Some(Kind::Level(_)) => {
            own.contains(char::is_numeric)
                || own.contains('.')
                || !own.starts_with(char::is_alphanumeric)
        }
        None | Some(Kind::Comma | Kind::And) if is_row_of_table(own) => true,
        _ => is_number && own.contains('.') && own.ends_with(char::is_alphabetic),
    }
}

/// Whether a word is a number with a letter, as some number the rows of a table: "3a".
fn is_row_of_table(word: &str) -> bool {
    let number = word.strip_suffix(|c: char| c.is_ascii_lowercase());
    number.is_some_and(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether labels of the run are no units.
pub(super) fn left(run: &[&Token]) -> bool {
    let labels = run
        .iter()
        .filter(|token| matches!(token.kind, Kind::Label(_)));
    labels.count() > units(run).len()
}

/// Whether two counted items stand side by side, "ý thứ 1, ý thứ 2": they may be two, or one in the other as in a citation.
pub(super) fn counts_twice(run: &[&Token]) -> bool {
    let counted = |token: &&&Token| matches!(&token.kind, Kind::Label(Label::Letter(place)) if place.starts_with('-'));
    run.iter().filter(counted).count() > 1
}

/// Whether the first unit has no level word and stands behind a word that does not open a reference: "loại a, khoản 1.1, phần IV",
/// "ngày 2.3; mục 1, phần IV". `before` are the tokens up to the part, the last of which are the run.
pub(super) fn is_bare(text: &str, before: &[Token], run: &[&Token]) -> bool {
    const OPENINGS: [&str; 12] = [
        ":", "pháp", "vụ", "dung", "việc", "gồm", "theo", "các", "số", "là", "thực", "hiện",
    ];
    let units = units(run);
    let Some(first) = units.first() else {
        return false;
    };
    // "Gạch đầu dòng thứ nhất khoản 1.1" is less than the khoản.
    let behind = text[..first.range.start].trim_end().to_lowercase();
    if ORDINALS.iter().any(|ordinal| behind.ends_with(ordinal)) {
        return true;
    }
    let word_before = before
        .iter()
        .rev()
        .find(|token| token.range.end <= first.range.start);
    let label = before
        .iter()
        .find(|token| token.range.start == first.range.start);
    let is_bare = label.is_some_and(|token| matches!(token.kind, Kind::Label(_)));
    let opens = word_before.is_none_or(|token| {
        token.kind != Kind::Other
            || OPENINGS.contains(&text[token.range.clone()].to_lowercase().as_str())
    });
    is_bare && !opens
}

/// Whether another Roman number follows: "phần I, II và IV", "phần III-V", "phần III đến phần V".
pub(super) fn goes_on(text: &str, after: &[Token]) -> bool {
    let [joint, next, ..] = after else {
        return false;
    };
    let joins = matches!(joint.kind, Kind::Comma | Kind::And);
    let spans = SPANS.contains(&&text[joint.range.clone()]);
    let is_number = next.kind == Kind::Other && roman(&text[next.range.clone()]).is_some();
    let is_part = matches!(next.kind, Kind::Part(_));
    // "Phần II, mục 1, 1.1.a"
    let is_label = matches!(next.kind, Kind::Label(_));
    let is_glued = joint.kind == Kind::Stop && is_label && joint.range.end == next.range.start;
    is_glued || (joins || spans) && is_number || spans && is_part
}

/// Whether a Roman `mục` says that it stands in a part: "mục II, phần IV" can be neither.
pub(super) fn stands_in(text: &str, part: &Token, after: &[Token]) -> bool {
    let is_item = |token: &Token| text[token.range.clone()].to_lowercase().starts_with("mục");
    let next = after.iter().find(|token| token.kind != Kind::Comma);
    next.is_some_and(|next| matches!(next.kind, Kind::Part(_)) && is_item(part) && !is_item(next))
}

/// Marks the references beside which a unit stands that none of them took in.
pub(super) fn tell(text: &str, tokens: &[Token], found: &mut [Reference]) {
    let ranges: Vec<Range<usize>> = found
        .iter()
        .map(|reference| reference.range.clone())
        .collect();
    let pairs = tokens.windows(2).filter(|pair| {
        matches!(
            (&pair[0].kind, &pair[1].kind),
            (Kind::Level(_), Kind::Label(_))
        )
    });
    for pair in pairs {
        let unit = pair[0].range.start..pair[1].range.end;
        let of_law = is_of_law(text, unit.end);
        let is_read = ranges
            .iter()
            .any(|range| range.start <= unit.start && unit.end <= range.end);
        if is_read || of_law {
            continue;
        }
        let gap = |range: &Range<usize>| {
            range.start.saturating_sub(unit.end) + unit.start.saturating_sub(range.end)
        };
        let nearest = found
            .iter_mut()
            .min_by_key(|reference| gap(&reference.range));
        if let Some(reference) = nearest.filter(|reference| gap(&reference.range) <= NEAR) {
            reference.half = true;
        }
    }
}
