//! What others need to know of a tree: its words, headings and links.

use std::borrow::Cow;

use super::{Block, BlockKind, Body, Definition, Inline, InlineKind};
use crate::document::Link;
use crate::kind::clause_at::ClauseAt;
use crate::parse::anchors::Anchors;
use crate::text::slug::slug;

/// The words of running text, without marks.
pub fn plain_text(content: &[Inline]) -> String {
    let mut out = String::new();
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
            InlineKind::Styled(_, content) | InlineKind::Link { content, .. } => {
                out.push_str(&plain_text(content));
            }
            InlineKind::Image { alt, .. } => out.push_str(alt),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::FootnoteRef(_) | InlineKind::Tag(_) => {}
        }
    }
    out
}

/// The same, borrowed where it is one text, as most are.
pub fn words_of<'b>(content: &'b [Inline<'_>]) -> Cow<'b, str> {
    match content {
        [only] => match &only.kind {
            InlineKind::Text(text) => Cow::Borrowed(text),
            _ => plain_text(content).into(),
        },
        _ => plain_text(content).into(),
    }
}

/// A heading with its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading<'b> {
    /// The id: the author's, or the slug of the text, numbered when it would stand twice.
    pub id: String,
    /// 1 to 6.
    pub level: u8,
    /// The text.
    pub content: &'b [Inline<'b>],
}

/// The top-level headings of a body with the ids they get: every id stands once.
pub fn headings<'b>(body: &'b Body<'_>) -> Vec<Heading<'b>> {
    let mut anchors = Anchors::new();
    let mut headings = Vec::new();
    for block in &body.blocks {
        if let BlockKind::Heading { level, id, content } = &block.kind {
            let wanted = id.clone().unwrap_or_else(|| slug(&words_of(content)));
            headings.push(Heading {
                id: anchors.give(wanted, '-'),
                level: *level,
                content,
            });
        }
    }
    headings
}

/// Every link and picture of a body.
pub fn links(body: &Body) -> Vec<Link> {
    let mut links = Vec::new();
    walk(body, &mut |inline| {
        if let InlineKind::Link { target, .. } | InlineKind::Image { target, .. } = &inline.kind {
            links.push(Link {
                target: target.written.to_string(),
                span: target.span,
            });
        }
    });
    links
}

/// Every link of a body to an anchor, as written, with that anchor and the words that guard it.
pub fn pointed(body: &Body) -> Vec<(String, ClauseAt)> {
    let mut pointed = Vec::new();
    walk(body, &mut |inline| {
        if let InlineKind::Link { target, .. } = &inline.kind
            && let Some((_, anchor)) = target.written.split_once('#')
        {
            let title = target.title.as_deref().unwrap_or_default();
            let at = ClauseAt::parse(&format!("{anchor} {title}"), target.span);
            pointed.push((target.written.to_string(), at));
        }
    });
    pointed
}

/// Every picture of a body.
pub fn pictures(body: &Body) -> Vec<Link> {
    let mut pictures = Vec::new();
    walk(body, &mut |inline| {
        if let InlineKind::Image { target, .. } = &inline.kind {
            pictures.push(Link {
                target: target.written.to_string(),
                span: target.span,
            });
        }
    });
    pictures
}

/// Calls `visit` for every piece of running text, in order, nested ones included.
fn walk<'b>(body: &'b Body<'b>, visit: &mut impl FnMut(&'b Inline<'b>)) {
    let notes = body.footnotes.iter().map(|footnote| &footnote.blocks);
    for blocks in [&body.blocks].into_iter().chain(notes) {
        walk_contents(blocks, &mut |content| walk_inlines(content, visit));
    }
}

/// Calls `visit` for the running text of every paragraph, heading, cell and term in `blocks`, in order.
pub fn walk_contents<'b>(blocks: &'b [Block<'b>], visit: &mut impl FnMut(&'b [Inline<'b>])) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                visit(content);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    walk_contents(&item.blocks, visit);
                }
            }
            BlockKind::Quote { blocks, .. } => walk_contents(blocks, visit),
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flat_map(|row| &row.cells)) {
                    visit(cell);
                }
            }
            BlockKind::Definitions(entries) => {
                for entry in entries {
                    match entry {
                        Definition::Term(content) => visit(content),
                        Definition::Explanation(blocks) => walk_contents(blocks, visit),
                    }
                }
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

/// Calls `visit` for every block, nested ones after those that hold them.
pub fn walk_blocks<'b>(blocks: &'b [Block<'b>], visit: &mut impl FnMut(&'b Block<'b>)) {
    for block in blocks {
        visit(block);
        match &block.kind {
            BlockKind::List { items, .. } => {
                for item in items {
                    walk_blocks(&item.blocks, visit);
                }
            }
            BlockKind::Quote { blocks, .. } => walk_blocks(blocks, visit),
            BlockKind::Definitions(entries) => {
                for entry in entries {
                    if let Definition::Explanation(blocks) = entry {
                        walk_blocks(blocks, visit);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Calls `visit` for every piece of `content`, in order, nested ones included.
pub fn walk_inlines<'b>(content: &'b [Inline<'b>], visit: &mut impl FnMut(&'b Inline<'b>)) {
    for inline in content {
        visit(inline);
        if let InlineKind::Styled(_, content) | InlineKind::Link { content, .. } = &inline.kind {
            walk_inlines(content, visit);
        }
    }
}
