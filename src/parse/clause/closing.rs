//! The words that close a plan, which no label tells apart from the last duty above them.

use crate::parse::markdown::{Inline, InlineKind};
use crate::source::Span;

/// How the last words of a plan begin, and its signature: nothing behind them is anybody's duty.
const LAST: [&str; 6] = ["trên đây là", "nơi nhận", "tm.", "kt.", "tl.", "tuq."];

/// How words begin that are said to all.
const TO_ALL: [&str; 8] = [
    "trong quá trình thực hiện",
    "trong quá trình triển khai",
    "trong quá trình tổ chức",
    "yêu cầu các",
    "yêu cầu thủ trưởng",
    "đề nghị các",
    "đề nghị thủ trưởng",
    "kế hoạch này",
];

/// Whether a text begins with words that close a plan, or with its signature: "Trên đây là …", "TM. …".
pub fn closes_plan(text: &str) -> bool {
    ends_plan(text) || begins_with_any(text, &TO_ALL)
}

/// Whether a text begins with the last words of a plan, or its signature.
pub fn ends_plan(text: &str) -> bool {
    begins_with_any(text, &LAST)
}

/// Whether a line, below which another stands in one paragraph, begins the last words of a plan: a sentence that only goes on there begins
/// small, and "Nơi nhận hồ sơ" says something else.
pub(super) fn opens_last_words(line: &str) -> bool {
    let small = line.trim_start().to_lowercase();
    let is_list = small.strip_prefix("nơi nhận").is_none_or(|behind| {
        let behind = behind.trim_start();
        behind.is_empty() || behind.starts_with([':', '\n'])
    });
    line.trim_start().starts_with(char::is_uppercase) && ends_plan(line) && is_list
}

/// Where a line inside running text begins with words that are said to all; nothing where marks part it from its place in the source.
pub fn said_to_all(content: &[Inline]) -> Option<Span> {
    content.iter().find_map(|inline| {
        let InlineKind::Text(text) = &inline.kind else {
            return None;
        };
        let lines = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut closing = lines.filter(|at| begins_with_any(&text[*at..], &TO_ALL));
        let at = closing
            .next()
            .filter(|_| inline.span.range().len() == text.len())?;
        let line = text[at..].lines().next().unwrap_or_default();
        let start = inline.span.range().start + at;
        Some(Span::new(inline.span.file, start, start + line.len()))
    })
}

/// Whether a text begins with one of these words, in any case.
fn begins_with_any(text: &str, words: &[&str]) -> bool {
    let start = text.trim_start().chars().take(32);
    let start: String = start.flat_map(char::to_lowercase).collect();
    words.iter().any(|words| start.starts_with(words))
}
