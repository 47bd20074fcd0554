//! Markdown (CommonMark with tables, footnotes, strikethrough, task lists, heading ids, alerts and definition lists) to a tree.
//!
//! 1. pulldown-cmark gives events with byte ranges.
//! 2. [`parse`] folds them into [`Body`], refusing raw HTML and unsafe links at their place.
//! 3. Other modules walk the tree: clauses, links, headings, HTML.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TextMergeWithOffset,
};

use crate::diag::Diagnostic;
use crate::document::Link;
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::slug::slug;

/// A body as a tree.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Body {
    /// The blocks in order, without footnotes.
    pub blocks: Vec<Block>,
    /// The footnotes in the order of their definitions.
    pub footnotes: Vec<Footnote>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    /// Its name in the source.
    pub label: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A block with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading; `id` when the author gave one.
    Heading {
        /// 1 to 6.
        level: u8,
        /// `{#id}` as written.
        id: Option<String>,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list; `start` when it is numbered.
    List {
        /// The first number.
        start: Option<u64>,
        /// Whether items stand without space between them.
        tight: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// A quotation or an alert.
    Quote {
        /// The kind of alert.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Preformatted text.
    Code(String),
    /// A table.
    Table {
        /// How the columns are aligned.
        columns: Vec<Alignment>,
        /// The head row.
        head: Vec<Vec<Inline>>,
        /// The other rows.
        rows: Vec<Row>,
    },
    /// Terms, each with its explanations.
    Definitions(Vec<Definition>),
    /// A thematic break.
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it stands, its marker included.
    pub span: Span,
    /// Whether it is ticked, for items of a task list.
    pub task: Option<bool>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where it stands.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Vec<Inline>>,
}

/// A term or one of its explanations.
#[derive(Debug, Clone, PartialEq)]
pub enum Definition {
    /// The term.
    Term(Vec<Inline>),
    /// An explanation of the term before it.
    Explanation(Vec<Block>),
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
pub struct Inline {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    /// Plain text.
    Text(String),
    /// Code.
    Code(String),
    /// Text with a meaning of its own.
    Styled(Style, Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads, as written.
        target: String,
        /// Its text.
        content: Vec<Inline>,
    },
    /// A picture.
    Image {
        /// Its file, as written.
        target: String,
        /// Its text alternative.
        alt: String,
    },
    /// The mark of a footnote.
    FootnoteRef(String),
    /// A line end in the source.
    SoftBreak,
    /// A line end in the text.
    HardBreak,
    /// One of [`PLAIN_TAGS`], opening or closing.
    Tag(String),
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
}

/// HTML tags that an author may write, without attributes.
pub const PLAIN_TAGS: &[&str] = &["br", "kbd", "mark", "sub", "sup"];

/// Schemes that a link may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// Parses the part of `text` that begins at `start`; what is wrong goes to `faults`.
pub fn parse(text: &str, start: usize, file: FileId, faults: &mut Vec<Diagnostic>) -> Body {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_ext(&text[start..], options);
    let events = TextMergeWithOffset::new(parser.into_offset_iter()).peekable();
    let mut builder = Builder {
        events,
        text,
        base: start,
        file,
        faults,
        footnotes: Vec::new(),
    };
    let blocks = builder.blocks();
    Body {
        blocks,
        footnotes: builder.footnotes,
    }
}

struct Builder<'t, 'f, I: Iterator<Item = (Event<'t>, Range<usize>)>> {
    events: Peekable<I>,
    text: &'t str,
    base: usize,
    file: FileId,
    faults: &'f mut Vec<Diagnostic>,
    footnotes: Vec<Footnote>,
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Builder<'t, '_, I> {
    /// Blocks up to the end of the enclosing one, which is consumed.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let span = self.span(&range);
            let kind = match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => match self.block(tag, span) {
                    Some(kind) => kind,
                    None => continue,
                },
                Event::Rule => BlockKind::Rule,
                Event::Html(html) => {
                    self.refuse_html(span, &html);
                    continue;
                }
                // The text of a tight list item stands without a paragraph around it.
                other => {
                    let mut content = Vec::new();
                    self.inline(other, span, &mut content);
                    while self
                        .events
                        .peek()
                        .is_some_and(|(event, _)| is_inline(event))
                    {
                        let (event, range) = self.events.next().expect("just peeked");
                        let span = self.span(&range);
                        self.inline(event, span, &mut content);
                    }
                    BlockKind::Paragraph(content)
                }
            };
            blocks.push(Block { span, kind });
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, span: Span) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines()),
            Tag::Heading { level, id, .. } => BlockKind::Heading {
                level: level as u8,
                id: id.map(|id| id.to_string()),
                content: self.inlines(),
            },
            Tag::BlockQuote(kind) => BlockKind::Quote {
                alert: kind.map(alert),
                blocks: self.blocks(),
            },
            Tag::CodeBlock(kind) => self.code(&kind),
            Tag::List(start) => self.list(start),
            Tag::Table(columns) => self.table(columns),
            Tag::DefinitionList => self.definitions(),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.footnotes.push(Footnote {
                    label: label.to_string(),
                    blocks,
                });
                return None;
            }
            Tag::HtmlBlock => {
                let html = self.text[span.range()].to_owned();
                self.blocks_of_html();
                self.refuse_html(span, &html);
                return None;
            }
            _ => {
                self.blocks();
                return None;
            }
        })
    }

    fn blocks_of_html(&mut self) {
        for (event, _) in self.events.by_ref() {
            if matches!(event, Event::End(_)) {
                break;
            }
        }
    }

    fn code(&mut self, _: &CodeBlockKind<'t>) -> BlockKind {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                _ => break,
            }
        }
        BlockKind::Code(text)
    }

    fn list(&mut self, start: Option<u64>) -> BlockKind {
        let mut items = Vec::new();
        let mut tight = true;
        while let Some((Event::Start(Tag::Item), range)) = self.events.next() {
            let span = self.span(&range);
            let task = match self.events.peek() {
                Some((Event::TaskListMarker(done), _)) => Some(*done),
                _ => None,
            };
            if task.is_some() {
                self.events.next();
            }
            tight &= !matches!(self.events.peek(), Some((Event::Start(Tag::Paragraph), _)));
            items.push(Item {
                span,
                task,
                blocks: self.blocks(),
            });
        }
        BlockKind::List {
            start,
            tight,
            items,
        }
    }

    fn table(&mut self, columns: Vec<Alignment>) -> BlockKind {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(),
                Event::Start(Tag::TableRow) => rows.push(Row {
                    span: self.span(&range),
                    cells: self.cells(),
                }),
                _ => break,
            }
        }
        BlockKind::Table {
            columns,
            head,
            rows,
        }
    }

    fn cells(&mut self) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.events.next() {
            cells.push(self.inlines());
        }
        cells
    }

    fn definitions(&mut self) -> BlockKind {
        let mut entries = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    entries.push(Definition::Term(self.inlines()));
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    entries.push(Definition::Explanation(self.blocks()));
                }
                _ => break,
            }
        }
        BlockKind::Definitions(entries)
    }

    /// Running text up to the end of the enclosing element, which is consumed.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            let span = self.span(&range);
            self.inline(event, span, &mut content);
        }
        content
    }

    fn inline(&mut self, event: Event<'t>, span: Span, content: &mut Vec<Inline>) {
        let kind = match event {
            Event::Text(text) => InlineKind::Text(text.to_string()),
            Event::Code(code) => InlineKind::Code(code.to_string()),
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::FootnoteReference(label) => InlineKind::FootnoteRef(label.to_string()),
            Event::InlineHtml(html) => match plain_tag(&html) {
                Some(tag) => InlineKind::Tag(tag),
                None => return self.refuse_html(span, &html),
            },
            Event::Start(Tag::Emphasis) => InlineKind::Styled(Style::Emphasis, self.inlines()),
            Event::Start(Tag::Strong) => InlineKind::Styled(Style::Strong, self.inlines()),
            Event::Start(Tag::Strikethrough) => {
                InlineKind::Styled(Style::Strikethrough, self.inlines())
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.link(dest_url.to_string(), span),
            Event::Start(Tag::Image { dest_url, .. }) => self.image(dest_url.to_string(), span),
            Event::Start(_) => {
                content.extend(self.inlines());
                return;
            }
            _ => return,
        };
        content.push(Inline { span, kind });
    }

    fn link(&mut self, target: String, span: Span) -> InlineKind {
        let content = self.inlines();
        if scheme(&target).is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str())) {
            let place = self.target_span(span, &target);
            self.faults.push(rules::unsafe_link(place, &target));
        }
        InlineKind::Link { target, content }
    }

    fn image(&mut self, target: String, span: Span) -> InlineKind {
        let alt = plain_text(&self.inlines());
        if alt.trim().is_empty() {
            self.faults.push(rules::missing_alt(span, &target));
        }
        InlineKind::Image { target, alt }
    }

    fn refuse_html(&mut self, span: Span, html: &str) {
        // A comment says something to authors only and is dropped.
        if !html.trim_start().starts_with("<!--") {
            self.faults.push(rules::raw_html(span, html, PLAIN_TAGS));
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    /// The place of the target inside a link, or the whole link when it was written in another way.
    fn target_span(&self, span: Span, target: &str) -> Span {
        target_span(self.text, span, target)
    }
}

fn target_span(text: &str, span: Span, target: &str) -> Span {
    match text[span.range()].rfind(target) {
        Some(at) => {
            let start = span.range().start + at;
            Span::new(span.file, start, start + target.len())
        }
        None => span,
    }
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::DefinitionList
            | Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock
            | Tag::MetadataBlock(_)
    )
}

fn is_inline(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !is_block(tag) && !matches!(tag, Tag::Item),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note | BlockQuoteKind::Important => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => Alert::Warning,
    }
}

/// `br`, `kbd`, `/kbd` … when `html` is one of the plain tags without attributes.
fn plain_tag(html: &str) -> Option<String> {
    let inner = html.strip_prefix('<')?.strip_suffix('>')?;
    let inner = inner.trim_end_matches('/').trim().to_ascii_lowercase();
    let name = inner.strip_prefix('/').unwrap_or(&inner);
    PLAIN_TAGS.contains(&name).then_some(inner)
}

/// The scheme of an address (RFC 3986, section 3.1), in lower case.
pub fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let mut chars = scheme.chars();
    let valid = chars.next()?.is_ascii_alphabetic()
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then(|| scheme.to_ascii_lowercase())
}

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

/// The top-level headings of a body with the ids they get.
pub fn headings(body: &Body) -> Vec<Heading<'_>> {
    let mut taken: Vec<String> = Vec::new();
    let mut headings = Vec::new();
    for block in &body.blocks {
        if let BlockKind::Heading { level, id, content } = &block.kind {
            let wanted = id.clone().unwrap_or_else(|| slug(&plain_text(content)));
            let wanted = if wanted.is_empty() {
                "muc".to_owned()
            } else {
                wanted
            };
            let copies = taken.iter().filter(|given| **given == wanted).count();
            taken.push(wanted.clone());
            headings.push(Heading {
                id: if copies == 0 {
                    wanted
                } else {
                    format!("{wanted}-{}", copies + 1)
                },
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
    walk(body, &mut |inline| match &inline.kind {
        InlineKind::Link { target, .. } => links.push(Link {
            target: target.clone(),
            span: inline.span,
            image: false,
        }),
        InlineKind::Image { target, .. } => links.push(Link {
            target: target.clone(),
            span: inline.span,
            image: true,
        }),
        _ => {}
    });
    links
}

/// Calls `visit` for every piece of running text, in order, nested ones included.
pub fn walk<'b>(body: &'b Body, visit: &mut impl FnMut(&'b Inline)) {
    walk_blocks(&body.blocks, visit);
    for footnote in &body.footnotes {
        walk_blocks(&footnote.blocks, visit);
    }
}

fn walk_blocks<'b>(blocks: &'b [Block], visit: &mut impl FnMut(&'b Inline)) {
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

fn walk_inlines<'b>(content: &'b [Inline], visit: &mut impl FnMut(&'b Inline)) {
    for inline in content {
        visit(inline);
        if let InlineKind::Styled(_, content) | InlineKind::Link { content, .. } = &inline.kind {
            walk_inlines(content, visit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn body(text: &str) -> (Body, Vec<&'static str>) {
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
        assert_eq!(body("a <b onclick=x>b</b>\n").1, ["raw-html", "raw-html"]);
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
