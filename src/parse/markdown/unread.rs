//! Words that look like a link and are read as none.

use crate::diag::Diagnostic;
use crate::rules;
use crate::source::Span;

/// Tells of what looks like a link in `text`, which is read as mere words and stands at `span` of `source`.
pub(super) fn links(text: &str, span: Span, source: &str, faults: &mut Vec<Diagnostic>) {
    if text.contains("](") {
        return faults.push(rules::unread_link(span));
    }
    // Escapes and entities part the words from the source.
    let is_plain = source.get(span.range()) == Some(text);
    let place = |start: usize, end: usize| match is_plain {
        true => Span::new(
            span.file,
            span.range().start + start,
            span.range().start + end,
        ),
        false => span,
    };
    for (at, _) in text.match_indices("] (") {
        if let Some((start, end)) = around(text, at, '[', at + 3, ')')
            && is_target(&text[at + 3..end])
        {
            faults.push(rules::parted_link(place(start, end + 1)));
        }
    }
    for (at, _) in text.match_indices(")[") {
        if let Some((start, end)) = around(text, at, '(', at + 2, ']')
            && is_target(&text[at + 2..end])
        {
            faults.push(rules::turned_link(place(start, end + 1)));
        }
    }
    for (at, _) in text.match_indices("][") {
        // "[1][2]" are two marks.
        if let Some((start, end)) = around(text, at, '[', at + 2, ']')
            && text[at + 2..end].contains(char::is_alphabetic)
        {
            let name = &text[at + 2..end];
            faults.push(rules::undefined_link(place(start, end + 1), name));
        }
    }
}

/// Where the bracket `open` stands before the byte `at`, and where `close` follows from the byte `from` on.
fn around(text: &str, at: usize, open: char, from: usize, close: char) -> Option<(usize, usize)> {
    let start = text[..at].rfind(open)?;
    let length = text[from..].find(close)?;
    Some((start, from + length))
}

/// Whether words are an address.
fn is_target(words: &str) -> bool {
    let begins = [
        "@/", "/", "#", "http://", "https://", "www.", "mailto:", "tel:",
    ];
    let ends = [".md", ".pdf", ".docx", ".xlsx"];
    let is_one = !words.contains(char::is_whitespace);
    is_one
        && (begins.iter().any(|begin| words.starts_with(begin))
            || ends.iter().any(|end| words.ends_with(end)))
}
