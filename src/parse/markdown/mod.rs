//! Markdown (CommonMark with tables, footnotes, strikethrough, task lists, heading ids, alerts and definition lists) to a tree.
//!
//! 1. pulldown-cmark gives events with byte ranges.
//! 2. [`parse`] folds them into [`Body`], refusing raw HTML and unsafe links at their place.
//! 3. Other modules walk the tree: clauses, links, headings, HTML.

mod build;
mod language;
mod running;
mod unread;
mod walk;

use std::borrow::Cow;

use pulldown_cmark::Alignment;

use crate::source::Span;

pub use build::{SCHEMES, parse, scheme};
pub use running::{Running, width};
pub use walk::{
    Heading, headings, links, pictures, plain_text, pointed, walk_blocks, walk_contents,
    walk_inlines, words_of,
};

/// A body as a tree. Its words are those of the source text wherever they are written in one piece there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body<'t> {
    /// The blocks in order, without footnotes.
    pub blocks: Vec<Block<'t>>,
    /// The footnotes in the order of their definitions.
    pub footnotes: Vec<Footnote<'t>>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote<'t> {
    /// Its name in the source.
    pub label: Cow<'t, str>,
    /// Its text.
    pub blocks: Vec<Block<'t>>,
}

/// A block with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Block<'t> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind<'t>,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind<'t> {
    /// A heading; `id` when the author gave one.
    Heading {
        /// 1 to 6.
        level: u8,
        /// `{#id}` as written.
        id: Option<String>,
        /// Its text.
        content: Vec<Inline<'t>>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline<'t>>),
    /// A list; `start` when it is numbered.
    List {
        /// The first number.
        start: Option<u64>,
        /// Whether items stand without space between them.
        tight: bool,
        /// The items.
        items: Vec<Item<'t>>,
    },
    /// A quotation or an alert.
    Quote {
        /// The kind of alert.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block<'t>>,
    },
    /// Preformatted text.
    Code(String),
    /// A table.
    Table {
        /// How the columns are aligned.
        columns: Vec<Alignment>,
        /// The head row.
        head: Vec<Vec<Inline<'t>>>,
        /// The other rows.
        rows: Vec<Row<'t>>,
    },
    /// Terms, each with its explanations.
    Definitions(Vec<Definition<'t>>),
    /// A thematic break.
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'t> {
    /// Where it stands, its marker included.
    pub span: Span,
    /// Whether it is ticked, for items of a task list.
    pub task: Option<bool>,
    /// Its blocks.
    pub blocks: Vec<Block<'t>>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'t> {
    /// Where it stands.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Vec<Inline<'t>>>,
}

/// A term or one of its explanations.
#[derive(Debug, Clone, PartialEq)]
pub enum Definition<'t> {
    /// The term.
    Term(Vec<Inline<'t>>),
    /// An explanation of the term before it.
    Explanation(Vec<Block<'t>>),
}

/// What an alert tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// Something to know.
    Note,
    /// Something to beware of.
    Warning,
    /// Something that helps.
    Tip,
}

/// A piece of running text with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline<'t> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind<'t>,
}

/// The kinds of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind<'t> {
    /// Plain text.
    Text(Cow<'t, str>),
    /// Code.
    Code(Cow<'t, str>),
    /// Text with a meaning of its own.
    Styled(Style, Vec<Inline<'t>>),
    /// A link.
    Link {
        /// Where it leads, as written.
        target: Target<'t>,
        /// Its text.
        content: Vec<Inline<'t>>,
    },
    /// A picture.
    Image {
        /// Its file, as written.
        target: Target<'t>,
        /// Its text alternative.
        alt: String,
    },
    /// The mark of a footnote.
    FootnoteRef(Cow<'t, str>),
    /// A line end in the source.
    SoftBreak,
    /// A line end in the text.
    HardBreak,
    /// One of [`PLAIN_TAGS`], opening or closing.
    Tag(String),
}

/// Where a link or picture leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target<'t> {
    /// As written.
    pub written: Cow<'t, str>,
    /// Where it is written.
    pub span: Span,
    /// The title behind it, `[…](file.md#iv.1-3 "title")`, which pages do not show.
    pub title: Option<Cow<'t, str>>,
}

/// Kinds of emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// No longer right.
    Strikethrough,
    /// In the language with this code.
    Language(&'static str),
}

/// HTML tags that an author may write, without attributes.
pub const PLAIN_TAGS: &[&str] = &["br", "kbd", "mark", "sub", "sup"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn body(text: &str) -> (Body<'_>, Vec<&'static str>) {
        let mut faults = Vec::new();
        let file = Sources::default().add("a.md", text);
        let body = parse(text, 0, file, &mut faults);
        (body, faults.iter().map(|fault| fault.rule.code).collect())
    }

    #[test]
    fn heading_ids_are_stable_slugs() {
        let (body, _) = body("## Mục đích\n\n## Mục đích\n\n## Đích {#dich-rieng}\n");
        let ids: Vec<_> = headings(&body).into_iter().map(|h| h.id).collect();
        assert_eq!(ids, ["muc-dich", "muc-dich-2", "dich-rieng"]);
    }

    #[test]
    fn what_could_harm_is_refused() {
        assert_eq!(body("<script>x</script>\n").1, ["raw-html"]);
        assert_eq!(body("a <b onclick=x>b</b>\n").1, ["raw-html"]);
        assert_eq!(body("[x](javascript:alert(1))\n").1, ["unsafe-link"]);
        assert_eq!(body("![](a.png)\n").1, ["missing-alt"]);
        assert!(body("a<br>b <!-- ghi chú --> <kbd>OK</kbd>\n").1.is_empty());
    }

    #[test]
    fn links_are_gathered_from_everywhere() {
        let (body, _) =
            body("- [a](b.md)\n\n| x |\n|---|\n| [c](d.md) |\n\nf[^1]\n\n[^1]: ![e](g.svg)\n");
        let targets: Vec<_> = links(&body).into_iter().map(|l| l.target).collect();
        assert_eq!(targets, ["b.md", "d.md", "g.svg"]);
    }
}
