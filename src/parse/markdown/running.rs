//! Running text as one string: what is printed in one breath is read as such, whatever of it is bold or stands in a link.

use std::borrow::Cow;
use std::ops::Range;

use super::{Inline, InlineKind};
use crate::source::Span;

/// Stands for what is no word of the author's: a picture, code, a tag.
const OBJECT: char = '\u{fffc}';

/// The words of a piece of running text, each with its place in the source.
#[derive(Debug, Clone)]
pub struct Running<'c> {
    /// The words; line ends are kept.
    pub text: Cow<'c, str>,
    /// The texts in it and where each begins.
    pieces: Vec<(usize, &'c Inline<'c>)>,
}

impl<'c> Running<'c> {
    /// Joins the texts of `content`.
    pub fn new(content: &'c [Inline<'c>]) -> Self {
        // Most are one piece.
        if let [inline] = content
            && let InlineKind::Text(text) = &inline.kind
        {
            return Self {
                text: Cow::Borrowed(text),
                pieces: vec![(0, inline)],
            };
        }
        let mut running = Self {
            text: Cow::default(),
            pieces: Vec::new(),
        };
        running.add(content);
        running
    }

    fn add(&mut self, content: &'c [Inline<'c>]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => {
                    self.pieces.push((self.text.len(), inline));
                    self.text.to_mut().push_str(text);
                }
                InlineKind::Styled(_, content) | InlineKind::Link { content, .. } => {
                    self.add(content);
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => self.text.to_mut().push('\n'),
                InlineKind::FootnoteRef(_) => {}
                InlineKind::Code(_) | InlineKind::Image { .. } | InlineKind::Tag(_) => {
                    self.text.to_mut().push(OBJECT);
                }
            }
        }
    }

    /// The place of a range of the text, which is not empty, in the source.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let (start, first) = self.piece(range.start)?;
        let (last_start, last) = self.piece(range.end.checked_sub(1)?)?;
        Some(Span {
            end: within(last, range.end - last_start).end,
            ..within(first, range.start - start)
        })
    }

    /// The text in which a byte stands, and where it begins.
    fn piece(&self, at: usize) -> Option<(usize, &'c Inline<'c>)> {
        let next = self.pieces.partition_point(|(start, _)| *start <= at);
        self.pieces.get(next.checked_sub(1)?).copied()
    }
}

/// How many bytes an inline takes of the running text, apart from what stands inside it.
pub fn width(kind: &InlineKind) -> usize {
    match kind {
        InlineKind::Text(text) => text.len(),
        InlineKind::SoftBreak | InlineKind::HardBreak => 1,
        InlineKind::Code(_) | InlineKind::Image { .. } | InlineKind::Tag(_) => OBJECT.len_utf8(),
        InlineKind::Styled(..) | InlineKind::Link { .. } | InlineKind::FootnoteRef(_) => 0,
    }
}

/// The empty place at a byte of a text; the whole of the text when entities or escapes make it differ from its source.
fn within(inline: &Inline, at: usize) -> Span {
    let source = inline.span.range();
    match &inline.kind {
        InlineKind::Text(text) if source.len() == text.len() => {
            Span::new(inline.span.file, source.start + at, source.start + at)
        }
        _ => inline.span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown::{BlockKind, parse};
    use crate::source::Sources;

    #[test]
    fn bold_words_are_read_with_their_neighbours() {
        let text = "mục 5, **phần IV** và `mã`\n";
        let file = Sources::default().add("a.md", text);
        let body = parse(text, 0, file, &mut Vec::new());
        let BlockKind::Paragraph(content) = &body.blocks[0].kind else {
            panic!("a paragraph");
        };
        let running = Running::new(content);
        assert_eq!(running.text, "mục 5, phần IV và \u{fffc}");
        let end = running.text.find(" và").unwrap();
        let span = running.span(0..end).unwrap();
        assert_eq!(&text[span.range()], "mục 5, **phần IV");
    }
}
