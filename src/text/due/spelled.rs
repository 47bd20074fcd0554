//! The words of a printed time, without those that only look like one: the dates of documents and meetings, and lengths of time.

use super::printed::{date, is_next, number};
use crate::text::fold::lower;

/// The words that may name a time.
pub(super) fn time_words(text: &str) -> Vec<String> {
    let words = without_lengths(&without_occasions(marked_words(text)));
    without_documents(words.into_iter().filter(|word| !is_mark(word)).collect())
}

/// Lower-case words; a number with its slashes or hyphens falls into its parts, the marks kept.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = marked_words(text).into_iter();
    words.filter(|word| !is_mark(word)).collect()
}

/// An opening bracket, and what stands for any other mark that parts words.
const BRACKET: &str = "(";
const MARK: &str = ",";

fn is_mark(word: &str) -> bool {
    word == MARK || word == BRACKET
}

/// The same with the marks that part them.
fn marked_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let small = lower(text);
    let mut chars = small.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        // A dot inside a figure: "20.5.2025".
        let inner = c == '.' && digit(word.chars().next_back()) && digit(chars.peek().copied());
        let joins = inner || matches!(c, '/' | '-' | '–');
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if joins {
            words.push(if c == '–' { '-' } else { c }.to_string());
        } else if !c.is_whitespace() {
            let mark = if c == '(' { BRACKET } else { MARK };
            words.push(mark.to_owned());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Marked words without lengths of time, "quý, 6 tháng, 9 tháng, năm": a number before "tháng" is a day only where a month follows.
fn without_lengths(words: &[String]) -> Vec<String> {
    let is_length = |at: usize| {
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        let next = word(at + 2);
        let is_month = number(next).is_some() && word(at + 3) != "lần"
            || matches!(next, "đầu" | "giữa" | "cuối" | "thứ")
            || is_next(next);
        // The number of a month may stand before the next: "15 các tháng 6 tháng 12".
        number(word(at)).is_some() && word(at + 1) == "tháng" && !is_month
    };
    let lengths: Vec<usize> = (0..words.len()).filter(|at| is_length(*at)).collect();
    let is_left = |at: &usize| !lengths.iter().any(|start| (*start..start + 2).contains(at));
    let left = words.iter().enumerate().filter(|(at, _)| is_left(at));
    left.map(|(_, word)| word.clone()).collect()
}

/// Marked words without the date of what something follows: "ngay sau Hội nghị tập huấn ngày 17/5/2026", "theo Kế hoạch ngày 05/5/2026".
fn without_occasions(mut words: Vec<String>) -> Vec<String> {
    const TIMES: [&str; 6] = ["ngày", "tháng", "quý", "năm", "tuần", "giờ"];
    let mut from = 0;
    while let Some(at) = words[from..]
        .iter()
        .position(|word| word == "sau" || word == "theo")
    {
        let at = from + at;
        from = at + 1;
        let is_time = |word: &String| TIMES.contains(&word.as_str()) || number(word).is_some();
        // "Quý sau", "sau ngày 15/12", "theo quý" are times themselves.
        let before = at.checked_sub(1).map(|before| &words[before]);
        let of_time = before.is_some_and(is_time) || words.get(at + 1).is_none_or(is_time);
        let ends = |pair: &[String]| pair[0] == MARK || pair[0] == BRACKET && pair[1] != "ngày";
        let piece = words[at..].windows(2).position(ends);
        let piece = &words[at..piece.map_or(words.len(), |end| at + end)];
        if let Some(end) = date_behind(piece, piece.len()).filter(|_| !of_time) {
            words.drain(at..at + end);
            from = at;
        }
    }
    words
}

/// Words without the numbers and dates of documents: "theo Kế hoạch số 12/KH-BCĐ ngày 01/3/2024".
fn without_documents(mut words: Vec<String>) -> Vec<String> {
    while let Some(at) = (0..words.len()).find_map(|at| number_of_document(&words, at)) {
        let rest = &words[at..];
        let issuer = rest.iter().take(NUMBER_WORDS).any(|word| word == "của");
        let reach = if issuer { ISSUER_WORDS } else { NUMBER_WORDS };
        let end = date_behind(rest, reach).unwrap_or(2);
        words.drain(at..(at + end).min(words.len()));
    }
    words
}

/// Where the number of a document begins, when it stands at `at`: "số 12/KH-BCĐ", "1234/BKHCN-CĐS", "24-NQ/TU".
fn number_of_document(words: &[String], at: usize) -> Option<usize> {
    const TIMES: [&str; 6] = ["ngày", "tháng", "quý", "năm", "tuần", "lần"];
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let is_joined = |at: usize| number(word(at)).is_some() && matches!(word(at + 1), "/" | "-");
    if word(at) == "số" && is_joined(at + 1) {
        return Some(at + 1);
    }
    let letters = word(at + 2);
    let is_letters = letters.starts_with(char::is_alphabetic) && !TIMES.contains(&letters);
    let is_number = word(at + 1) == "/" || word(at + 3) == "/";
    (is_joined(at) && is_letters && is_number).then_some(at)
}

/// Where the date ends that stands behind the words of a reference, at most so many from its start; nothing where it is a time of its own:
/// "theo Kế hoạch số 12/KH-BCĐ, trước ngày 15/12/2026".
fn date_behind(words: &[String], reach: usize) -> Option<usize> {
    const OWN: [&str; 7] = ["trước", "nhất", "vào", "là", "thành", "xong", "đến"];
    let at = words.iter().position(|word| word == "ngày")?;
    let is_own = at > 0 && OWN.contains(&words[at - 1].as_str());
    let dated: Vec<String> = words[at + 1..].iter().take(5).cloned().collect();
    (at <= reach && !is_own && date(&dated).is_some()).then_some(at + 6)
}

/// The most words and marks of a document's number, and of the number with the name of those who issued it.
const NUMBER_WORDS: usize = 10;
const ISSUER_WORDS: usize = 24;
