//! What others need to know of a tree: its words, headings and links.

use std::collections::HashMap;

use super::{Block, BlockKind, Body, Definition, Inline, InlineKind};
use crate::document::Link;
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

/// A heading with its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading<'b> {
    /// The id: the author's, or the slug of the text, numbered when it would stand twice.
    pub id: String,
    /// 1 to 6.
    pub level: u8,
    /// The text.
    pub content: &'b [Inline],
}

/// Ids that the pages themselves use.
const RESERVED: &[&str] = &["about", "arcs", "chu-thich", "main", "q"];

/// The top-level headings of a body with the ids they get: every id stands once.
pub fn headings(body: &Body) -> Vec<Heading<'_>> {
    let mut taken: HashMap<String, usize> =
        RESERVED.iter().map(|id| ((*id).to_owned(), 1)).collect();
    let mut headings = Vec::new();
    for block in &body.blocks {
        if let BlockKind::Heading { level, id, content } = &block.kind {
            let wanted = id.clone().unwrap_or_else(|| slug(&plain_text(content)));
            headings.push(Heading {
                id: free_id(wanted, &mut taken),
                level: *level,
                content,
            });
        }
    }
    headings
}

/// `wanted`, or the first of `wanted-2`, `wanted-3`, … that is free; `taken` counts how often each was asked for.
fn free_id(wanted: String, taken: &mut HashMap<String, usize>) -> String {
    let wanted = if wanted.is_empty() {
        "muc".to_owned()
    } else {
        wanted
    };
    loop {
        let count = taken.entry(wanted.clone()).or_insert(0);
        *count += 1;
        let id = match *count {
            1 => return wanted,
            count => format!("{wanted}-{count}"),
        };
        if !taken.contains_key(&id) {
            taken.insert(id.clone(), 1);
            return id;
        }
    }
}

/// Every link and picture of a body.
pub fn links(body: &Body) -> Vec<Link> {
    let mut links = Vec::new();
    walk(body, &mut |inline| {
        if let InlineKind::Link { target, .. } | InlineKind::Image { target, .. } = &inline.kind {
            links.push(Link {
                target: target.written.clone(),
                span: target.span,
            });
        }
    });
    links
}

/// Calls `visit` for every piece of running text, in order, nested ones included.
fn walk<'b>(body: &'b Body, visit: &mut impl FnMut(&'b Inline)) {
    walk_blocks(&body.blocks, visit);
    for footnote in &body.footnotes {
        walk_blocks(&footnote.blocks, visit);
    }
}

/// Calls `visit` for every piece of running text in `blocks`, in order, nested ones included.
pub fn walk_blocks<'b>(blocks: &'b [Block], visit: &mut impl FnMut(&'b Inline)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                walk_inlines(content, visit);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    walk_blocks(&item.blocks, visit);
                }
            }
            BlockKind::Quote { blocks, .. } => walk_blocks(blocks, visit),
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flat_map(|row| &row.cells)) {
                    walk_inlines(cell, visit);
                }
            }
            BlockKind::Definitions(entries) => {
                for entry in entries {
                    match entry {
                        Definition::Term(content) => walk_inlines(content, visit),
                        Definition::Explanation(blocks) => walk_blocks(blocks, visit),
                    }
                }
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

/// Calls `visit` for every piece of `content`, in order, nested ones included.
pub fn walk_inlines<'b>(content: &'b [Inline], visit: &mut impl FnMut(&'b Inline)) {
    for inline in content {
        visit(inline);
        if let InlineKind::Styled(_, content) | InlineKind::Link { content, .. } = &inline.kind {
            walk_inlines(content, visit);
        }
    }
}
