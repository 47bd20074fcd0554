//! One printed line: its label, and whether it says who does the clause above it.

use super::Assignment;
use super::label::Label;
use crate::parse::markdown::{Inline, InlineKind};
use crate::source::Span;

/// How the lines of an assignment begin, in lower case.
const ASSIGNMENT_LABELS: &[&str] = &[
    "cơ quan thực hiện",
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "đơn vị thực hiện",
    "cơ quan phối hợp",
    "đơn vị phối hợp",
    "cơ quan, đơn vị phối hợp",
    "cơ quan, đơn vị thực hiện",
    "cơ quan, đơn vị chủ trì",
    "thời gian",
    "thời gian thực hiện",
];

/// Text over line ends as one piece, so that what is printed in one breath is read as such.
pub(super) fn joined(line: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in line {
        let piece = match &inline.kind {
            InlineKind::Text(text) => text.as_str(),
            InlineKind::SoftBreak => "\n",
            _ => {
                out.push(inline);
                continue;
            }
        };
        match out.last_mut() {
            Some(Inline {
                span,
                kind: InlineKind::Text(text),
            }) => {
                text.push_str(piece);
                span.end = inline.span.end;
            }
            _ => out.push(Inline {
                span: inline.span,
                kind: InlineKind::Text(piece.to_owned()),
            }),
        }
    }
    out
}

/// Takes the label off the front of a line.
pub(super) fn cut_label(content: &[Inline], span: Span) -> (Option<Label>, Vec<Inline>, Span) {
    let Some(Inline {
        span: place,
        kind: InlineKind::Text(text),
    }) = content.first()
    else {
        return (None, content.to_vec(), span);
    };
    let Some(label) = Label::at_start(text) else {
        return (None, content.to_vec(), span);
    };
    let rest =
        text[label.printed.len().min(text.len())..].trim_start_matches(['.', ':', ' ', '\t']);
    let content = from(content, text.len() - rest.len());
    let start = place.range().start;
    let span = Span::new(place.file, start, start + label.printed.len());
    (Some(label), content, span)
}

/// Reads a line such as "Cơ quan thực hiện: …".
pub(super) fn assignment(content: &[Inline]) -> Option<Assignment> {
    let InlineKind::Text(text) = &content.first()?.kind else {
        return None;
    };
    let (label, rest) = text.split_once(':')?;
    if !ASSIGNMENT_LABELS.contains(&label.trim().to_lowercase().as_str()) {
        return None;
    }
    Some(Assignment {
        label: label.trim().to_owned(),
        content: from(content, text.len() - rest.trim_start().len()),
    })
}

/// Running text without the first `cut` bytes of the text it begins with.
fn from(content: &[Inline], cut: usize) -> Vec<Inline> {
    let mut content = content.to_vec();
    if let Some(Inline {
        span,
        kind: InlineKind::Text(text),
    }) = content.first_mut()
    {
        span.start += u32::try_from(cut).unwrap_or(0);
        text.drain(..cut);
        if text.is_empty() {
            content.remove(0);
        }
    }
    content
}
