//! Passages in another language, marked as Pandoc does: `[Good morning]{lang=en}`, in a heading, too. CommonMark knows no such
//! mark; the one that some editors know is taken, and only its language.

use super::{Inline, InlineKind, Style};
use crate::source::Span;
use crate::text::languages::{self, Language};

/// Between the words and the code.
const MARK: &str = "]{lang=";

/// A code that no language has, and where it stands.
pub(super) type Unknown = (Span, String);

/// Puts what is marked in `content` into a piece of its own.
pub(super) fn marked<'t>(content: Vec<Inline<'t>>, unknown: &mut Vec<Unknown>) -> Vec<Inline<'t>> {
    let is_marked =
        |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains(MARK));
    if !content.iter().any(is_marked) {
        return content;
    }
    let mut done: Vec<Inline<'t>> = Vec::new();
    for inline in content {
        let mut rest = inline;
        while let Some((before, code, after)) = at_mark(&rest) {
            let span = code.1;
            done.extend(before);
            match (languages::coded(&code.0), opening(&mut done)) {
                (Some(language), Some(words)) => done.push(styled(language, words, span)),
                (None, Some(words)) => {
                    unknown.push((span, code.0));
                    done.extend(words);
                }
                // A mark without its beginning is words.
                (_, None) => done.push(text(format!("{MARK}{}}}", code.0), span)),
            }
            rest = after;
        }
        if !matches!(&rest.kind, InlineKind::Text(text) if text.is_empty()) {
            done.push(rest);
        }
    }
    done
}

/// What a heading holds whose attributes name its language: `## [Words]{lang=en}` and `## Words {lang=en}`.
pub(super) fn heading<'t>(
    language: &'static Language,
    mut content: Vec<Inline<'t>>,
    span: Span,
) -> Vec<Inline<'t>> {
    if let Some(InlineKind::Text(text)) = content.first_mut().map(|first| &mut first.kind)
        && text.starts_with('[')
    {
        text.to_mut().remove(0);
    }
    if let Some(InlineKind::Text(text)) = content.last_mut().map(|last| &mut last.kind)
        && text.ends_with(']')
    {
        text.to_mut().pop();
    }
    vec![styled(language, content, span)]
}

fn styled<'t>(language: &'static Language, words: Vec<Inline<'t>>, end: Span) -> Inline<'t> {
    let start = words.first().map_or(end, |first| first.span);
    Inline {
        span: Span {
            end: end.end,
            ..start
        },
        kind: InlineKind::Styled(Style::Language(language.code), words),
    }
}

/// What stands before a mark in a text, its code with its place, and what stands behind it.
fn at_mark<'t>(inline: &Inline<'t>) -> Option<(Option<Inline<'t>>, (String, Span), Inline<'t>)> {
    let InlineKind::Text(words) = &inline.kind else {
        return None;
    };
    let at = words.find(MARK)?;
    let code = at + MARK.len();
    let end = code + words[code..].find('}')?;
    let name = words[code..end].trim_matches(['"', '“', '”', '\'']);
    let before = (at > 0).then(|| piece(inline, words, 0..at));
    let after = piece(inline, words, end + 1..words.len());
    let place = piece(inline, words, code..end).span;
    Some((before, (name.to_owned(), place), after))
}

/// Takes the words since the last opening bracket out of `done`, without the bracket.
fn opening<'t>(done: &mut Vec<Inline<'t>>) -> Option<Vec<Inline<'t>>> {
    let (index, at) = done.iter().enumerate().rev().find_map(|(index, inline)| {
        let InlineKind::Text(words) = &inline.kind else {
            return None;
        };
        Some((index, words.rfind('[')?))
    })?;
    let mut words = done.split_off(index);
    let first = words.remove(0);
    let InlineKind::Text(text) = &first.kind else {
        return None;
    };
    if at > 0 {
        done.push(piece(&first, text, 0..at));
    }
    if at + 1 < text.len() {
        words.insert(0, piece(&first, text, at + 1..text.len()));
    }
    Some(words)
}

/// A part of a text; where escapes make the text differ from its source, its place is that of the whole.
fn piece<'t>(whole: &Inline, words: &str, range: std::ops::Range<usize>) -> Inline<'t> {
    let source = whole.span.range();
    let span = if source.len() == words.len() {
        Span::new(
            whole.span.file,
            source.start + range.start,
            source.start + range.end,
        )
    } else {
        whole.span
    };
    text(words[range].to_owned(), span)
}

fn text<'t>(words: String, span: Span) -> Inline<'t> {
    Inline {
        span,
        kind: InlineKind::Text(words.into()),
    }
}
