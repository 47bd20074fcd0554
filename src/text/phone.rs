//! Telephone numbers as people write them in Viet Nam: 0912 345 678, 0912.345.678, (0270) 3823 456, +84 912 345 678, 1900 1234.

use std::ops::Range;

/// Where telephone numbers stand in `text`.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        let inside = found.last().is_some_and(|last| at < last.end);
        let before = text[..at].chars().next_back();
        let begins = c.is_ascii_digit() || matches!(c, '+' | '(');
        let fresh =
            before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '+' | '/' | '.' | '-'));
        if begins && fresh && !inside {
            found.extend(number(text, at));
        }
    }
    found
}

/// What is dialled: the digits, with the plus of a country's code.
pub fn dialled(number: &str) -> String {
    let fits = |c: &char| c.is_ascii_digit() || *c == '+';
    number.chars().filter(fits).collect()
}

/// Whether a cell holds a number that somebody can dial. Within a town numbers have seven or eight digits, services and emergencies fewer;
/// what is longer has the code of a region, a network or a country.
pub fn can_be_dialled(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let whole = digits <= 8 || text.trim().starts_with('0') && (10..=11).contains(&digits);
    !numbers(text).is_empty() || is_short(text) && whole
}

/// A number with the nought that a spreadsheet has left out at its front: nine digits of a mobile network, ten of a region.
pub fn with_its_nought(text: &str) -> Option<String> {
    let bare = text.trim();
    let whole = format!("0{bare}");
    let first = bare.chars().next()?;
    (matches!(first, '2' | '3' | '5' | '7' | '8' | '9') && is_short(bare) && can_be_dialled(&whole))
        .then_some(whole)
}

/// Whether a whole text is a number that has no form of its own: of an emergency, within a town.
pub fn is_short(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 3
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " .-()".contains(c))
}

/// What may stand before the first group of digits, and between two.
const BEFORE: [&str; 4] = ["", "+", "(", "(+"];
const BETWEEN: [&str; 6] = [" ", "\u{a0}", ".", "-", ")", ") "];

/// The longest telephone number that begins at `start`.
fn number(text: &str, start: usize) -> Option<Range<usize>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (mut at, mut first_group, mut best) = (start, None, None);
    while let Some(digit) = text[at..].find(is_digit) {
        let mark = &text[at..at + digit];
        let fits = if at == start {
            BEFORE.contains(&mark)
        } else {
            BETWEEN.contains(&mark)
        };
        if !fits {
            break;
        }
        let group = &text[at + digit..];
        let length = group.find(|c| !is_digit(c)).unwrap_or(group.len());
        at += digit + length;
        let first_group = *first_group.get_or_insert(length);
        let mut next = text[at..].chars();
        let closed = next
            .next()
            .is_none_or(|next| !next.is_alphanumeric() && !matches!(next, ':' | '/'));
        if closed && is_whole(&dialled(&text[start..at]), first_group) {
            best = Some(start..at);
        }
    }
    best
}

/// Whether so many digits are a number: with the code of the country, of a service, or of a region or a network after a nought.
fn is_whole(dialled: &str, first_group: usize) -> bool {
    match dialled.strip_prefix('+') {
        Some(abroad) => (10..=15).contains(&abroad.len()),
        None if dialled.starts_with("1900") || dialled.starts_with("1800") => {
            matches!(dialled.len(), 8 | 10)
        }
        // A day such as 01-10-2026 begins with two digits.
        None => dialled.starts_with('0') && first_group > 2 && matches!(dialled.len(), 10 | 11),
    }
}

#[cfg(test)]
mod tests {
    use super::{can_be_dialled, numbers, with_its_nought};

    #[test]
    fn what_spreadsheets_break_cannot_be_dialled() {
        for text in [
            "113",
            "1022",
            "3823 456",
            "0912 345 678 (chị Lan)",
            "09 1234 5678",
            "(0270) 3823 456",
            "1900 1234",
        ] {
            assert!(can_be_dialled(text), "{text}");
        }
        for (text, whole) in [
            ("912345678", Some("0912345678")),
            ("270 382 3456", Some("0270 382 3456")),
            ("8.49E+10", None),
            ("9,12E+08", None),
            ("chị Lan", None),
            ("12", None),
        ] {
            assert!(!can_be_dialled(text), "{text}");
            assert_eq!(with_its_nought(text).as_deref(), whole, "{text}");
        }
    }

    #[test]
    fn numbers_of_every_form_are_found() {
        for (text, found) in [
            ("gọi 0912 345 678.", vec!["0912 345 678"]),
            (
                "0912.345.678 hoặc 0912-345-678",
                vec!["0912.345.678", "0912-345-678"],
            ),
            (
                "+84 912 345 678, (+84) 912345678",
                vec!["+84 912 345 678", "(+84) 912345678"],
            ),
            (
                "(0270) 3823 456; 02703823456",
                vec!["(0270) 3823 456", "02703823456"],
            ),
            (
                "tổng đài 1900 1234, 18001091",
                vec!["1900 1234", "18001091"],
            ),
            (
                "0912 345 678 – 0903 111 222",
                vec!["0912 345 678", "0903 111 222"],
            ),
            (
                "0912 345 678 0903 111 222",
                vec!["0912 345 678", "0903 111 222"],
            ),
            ("ngày 01-10-2026 07:30, năm 1900", vec![]),
            ("số 12/0912345678, 1.018.000.000 đồng", vec![]),
        ] {
            let here: Vec<&str> = numbers(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(here, found, "{text}");
        }
    }
}
