//! Events of pulldown-cmark folded into the tree, refusing what could harm.

use std::borrow::Cow;
use std::collections::HashMap;
use std::iter::Peekable;
use std::ops::Range;

use memchr::memchr2;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, CowStr, Event, LinkType, Options, Parser, Tag, TextMergeWithOffset,
};

use super::unread;
use super::{
    Alert, Block, BlockKind, Body, Definition, Footnote, Inline, InlineKind, Item, PLAIN_TAGS, Row,
    Style, Target, language, plain_text,
};
use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::languages;

/// Levels of nesting that content may have; the tree is walked by recursion.
const MAX_DEPTH: usize = 100;

/// Schemes that a link may have.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

/// Parses the part of `text` that begins at `start`; what is wrong goes to `faults`.
pub fn parse<'t>(
    text: &'t str,
    start: usize,
    file: FileId,
    faults: &mut Vec<Diagnostic>,
) -> Body<'t> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_ext(&text[start..], options);
    let definitions = parser.reference_definitions().iter();
    let definitions = definitions
        .map(|(name, definition)| (name.to_lowercase(), definition.span.clone()))
        .collect();
    let events = TextMergeWithOffset::new(parser.into_offset_iter()).peekable();
    let mut builder = Builder {
        events,
        text,
        base: start,
        file,
        faults,
        definitions,
        footnotes: Vec::new(),
        depth: 0,
        refused: Vec::new(),
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
    /// Where the targets of links by reference are defined, by their names without case.
    definitions: HashMap<String, Range<usize>>,
    footnotes: Vec<Footnote<'t>>,
    /// How deep the element being read is nested.
    depth: usize,
    /// Names of tags that were refused and whose closing tags are still to come.
    refused: Vec<String>,
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Builder<'t, '_, I> {
    /// Blocks up to the end of the enclosing one, which is consumed.
    fn blocks(&mut self) -> Vec<Block<'t>> {
        if self.is_too_deep() {
            return Vec::new();
        }
        self.depth += 1;
        let blocks = self.blocks_inside();
        self.depth -= 1;
        blocks
    }

    /// Whether the limit of nesting is passed; what stands inside is then left out.
    fn is_too_deep(&mut self) -> bool {
        if self.depth < MAX_DEPTH {
            return false;
        }
        let mut open = 1;
        let mut place = None;
        while open > 0
            && let Some((event, range)) = self.events.next()
        {
            place.get_or_insert(range);
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        let span = self.span(&place.unwrap_or(0..0));
        self.faults.push(rules::too_deep(span, MAX_DEPTH));
        true
    }

    fn blocks_inside(&mut self) -> Vec<Block<'t>> {
        let mut blocks: Vec<Block<'t>> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let span = self.block_span(&range);
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
                    self.refuse_unbalanced(&content);
                    BlockKind::Paragraph(self.marked(content))
                }
            };
            blocks.push(Block { span, kind });
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, span: Span) -> Option<BlockKind<'t>> {
        Some(match tag {
            Tag::Paragraph => BlockKind::Paragraph(self.inlines()),
            Tag::Heading {
                level, id, attrs, ..
            } => {
                let content = self.inlines();
                BlockKind::Heading {
                    level: level as u8,
                    id: id.and_then(|id| self.anchor(&id, span)),
                    content: self.in_language(attrs, content, span),
                }
            }
            Tag::BlockQuote(kind) => BlockKind::Quote {
                alert: kind.map(alert),
                blocks: self.blocks(),
            },
            Tag::CodeBlock(_) => self.code(),
            Tag::List(start) => self.list(start),
            Tag::Table(columns) => self.table(columns),
            Tag::DefinitionList => self.definitions(),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.footnotes.push(Footnote {
                    label: label.into(),
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

    /// The id that an author gave a heading, if an address can hold it.
    fn anchor(&mut self, id: &str, span: Span) -> Option<String> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if !id.is_empty() && id.chars().all(fits) {
            return Some(id.to_owned());
        }
        self.faults.push(rules::bad_anchor(span, id));
        None
    }

    /// The words of a heading whose attributes may name their language.
    fn in_language(
        &mut self,
        attributes: Vec<(CowStr<'t>, Option<CowStr<'t>>)>,
        content: Vec<Inline<'t>>,
        span: Span,
    ) -> Vec<Inline<'t>> {
        let named = attributes.into_iter().find(|(name, _)| &**name == "lang");
        let Some(code) = named.and_then(|(_, code)| code) else {
            return content;
        };
        let code = code.trim_matches(['"', '\'', '“', '”']).to_owned();
        if let Some(language) = languages::coded(&code) {
            return language::heading(language, content, span);
        }
        let at = self.text[span.range()].rfind(&code).unwrap_or(0);
        let start = span.range().start + at;
        let place = Span::new(span.file, start, start + code.len());
        self.faults.push(rules::unknown_language(place, &code));
        content
    }

    /// Running text with the passages in other languages that are marked in it.
    fn marked(&mut self, content: Vec<Inline<'t>>) -> Vec<Inline<'t>> {
        let mut unknown = Vec::new();
        let content = language::marked(content, &mut unknown);
        let faults = unknown.iter();
        self.faults
            .extend(faults.map(|(span, code)| rules::unknown_language(*span, code)));
        content
    }

    fn blocks_of_html(&mut self) {
        for (event, _) in self.events.by_ref() {
            if matches!(event, Event::End(_)) {
                break;
            }
        }
    }

    fn code(&mut self) -> BlockKind<'t> {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                _ => break,
            }
        }
        BlockKind::Code(text)
    }

    fn list(&mut self, start: Option<u64>) -> BlockKind<'t> {
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

    fn table(&mut self, columns: Vec<Alignment>) -> BlockKind<'t> {
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

    fn cells(&mut self) -> Vec<Vec<Inline<'t>>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(Tag::TableCell), _)) = self.events.next() {
            cells.push(self.inlines());
        }
        cells
    }

    fn definitions(&mut self) -> BlockKind<'t> {
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
    fn inlines(&mut self) -> Vec<Inline<'t>> {
        if self.is_too_deep() {
            return Vec::new();
        }
        self.depth += 1;
        let refused = self.refused.len();
        let content = self.inlines_inside();
        self.refused.truncate(refused);
        self.depth -= 1;
        self.refuse_unbalanced(&content);
        self.marked(content)
    }

    /// Tells of plain tags that are opened and not closed in the same element, or the other way round.
    fn refuse_unbalanced(&mut self, content: &[Inline]) {
        let mut open: Vec<(&str, Span)> = Vec::new();
        let tags = content.iter().filter_map(|inline| match &inline.kind {
            InlineKind::Tag(tag) => Some((tag.as_str(), inline.span)),
            _ => None,
        });
        let mut wrong = Vec::new();
        for (tag, span) in tags {
            match tag.strip_prefix('/') {
                None => open.push((tag, span)),
                Some(name) if open.last().is_some_and(|(last, _)| *last == name) => {
                    open.pop();
                }
                Some(_) => wrong.push((tag, span)),
            }
        }
        for (tag, span) in wrong.into_iter().chain(open) {
            self.faults
                .push(rules::unclosed_tag(span, tag.trim_start_matches('/')));
        }
    }

    fn inlines_inside(&mut self) -> Vec<Inline<'t>> {
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

    fn inline(&mut self, event: Event<'t>, span: Span, content: &mut Vec<Inline<'t>>) {
        let kind = match event {
            Event::Text(text) => {
                if memchr2(b'[', b']', text.as_bytes()).is_some() {
                    unread::links(&text, span, self.text, self.faults);
                }
                InlineKind::Text(text.into())
            }
            Event::Code(code) => InlineKind::Code(code.into()),
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::FootnoteReference(label) => InlineKind::FootnoteRef(label.into()),
            Event::InlineHtml(html) => match plain_tag(&html) {
                // A break written as a tag, as cells need it, is a break.
                Some(tag) if tag == "br" => InlineKind::HardBreak,
                Some(tag) if tag.strip_prefix('/').is_some_and(|name| self.closes(name)) => return,
                Some(tag) => InlineKind::Tag(tag),
                // Belongs to an opening tag that is told.
                None if html.starts_with("</") => return,
                None => return self.refuse_html(span, &html),
            },
            Event::Start(Tag::Emphasis) => InlineKind::Styled(Style::Emphasis, self.inlines()),
            Event::Start(Tag::Strong) => InlineKind::Styled(Style::Strong, self.inlines()),
            Event::Start(Tag::Strikethrough) => {
                InlineKind::Styled(Style::Strikethrough, self.inlines())
            }
            Event::Start(Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            }) => {
                let written = format!("mailto:{dest_url}").into();
                let target = Target {
                    written,
                    ..self.target(dest_url, span)
                };
                self.link(target)
            }
            Event::Start(Tag::Link {
                dest_url,
                id,
                title,
                ..
            }) => {
                let title = Some(title).filter(|title| !title.is_empty());
                let target = Target {
                    title: title.map(Cow::from),
                    ..self.defined(dest_url, &id, span)
                };
                self.link(target)
            }
            Event::Start(Tag::Image { dest_url, id, .. }) => {
                let target = self.defined(dest_url, &id, span);
                self.image(target, span)
            }
            Event::Start(_) => {
                content.extend(self.inlines());
                return;
            }
            _ => return,
        };
        content.push(Inline { span, kind });
    }

    fn link(&mut self, target: Target<'t>) -> InlineKind<'t> {
        let content = self.inlines();
        self.refuse_scheme(&target);
        InlineKind::Link { target, content }
    }

    fn refuse_scheme(&mut self, target: &Target) {
        if scheme(&target.written).is_some_and(|scheme| !SCHEMES.contains(&scheme.as_str())) {
            let fault = rules::unsafe_link(target.span, &target.written);
            self.faults.push(fault);
        }
    }

    fn image(&mut self, target: Target<'t>, span: Span) -> InlineKind<'t> {
        self.refuse_scheme(&target);
        let alt = plain_text(&self.inlines());
        if alt.trim().is_empty() {
            self.faults.push(rules::missing_alt(span, &target.written));
        }
        InlineKind::Image { target, alt }
    }

    /// The target of the link at `span`, which stands in the definition called `name` when the link itself does not hold it.
    fn defined(&self, written: CowStr<'t>, name: &str, span: Span) -> Target<'t> {
        let own = self.target(written, span);
        match self.definitions.get(&name.to_lowercase()) {
            Some(place) if own.span == span => Target {
                span: self.written_at(&own.written, self.span(place)),
                ..own
            },
            _ => own,
        }
    }

    /// The target that is written at `span`.
    fn target(&self, written: CowStr<'t>, span: Span) -> Target<'t> {
        Target {
            span: self.written_at(&written, span),
            written: written.into(),
            title: None,
        }
    }

    /// Where an address is written in `span`; the whole of it when it is written in another way there, such as with escapes.
    fn written_at(&self, written: &str, span: Span) -> Span {
        let place = self.text[span.range()].rfind(written).map(|at| {
            let start = span.range().start + at;
            Span::new(span.file, start, start + written.len())
        });
        place.unwrap_or(span)
    }

    /// Whether the next closing tag called `name` belongs to an opening tag that was refused.
    fn closes(&mut self, name: &str) -> bool {
        let mut refused = self.refused.iter();
        let at = refused.rposition(|refused| refused == name);
        at.map(|at| self.refused.remove(at)).is_some()
    }

    fn refuse_html(&mut self, span: Span, html: &str) {
        let opened = html.strip_prefix('<').map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
            rest[..end.unwrap_or(rest.len())].to_ascii_lowercase()
        });
        self.refused
            .extend(opened.filter(|name| PLAIN_TAGS.contains(&name.as_str())));
        // What says something to authors only is dropped.
        if !is_comment(html) {
            self.faults.push(rules::raw_html(span, html, PLAIN_TAGS));
        }
    }

    /// A block without the line end that closes it.
    fn block_span(&self, range: &Range<usize>) -> Span {
        let text = &self.text[self.base..][range.clone()];
        self.span(&(range.start..range.start + text.trim_end().len()))
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
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

/// Whether `html` is nothing but comments.
fn is_comment(html: &str) -> bool {
    let mut rest = html.trim();
    while let Some(inner) = rest.strip_prefix("<!--") {
        match inner.split_once("-->") {
            Some((_, after)) => rest = after.trim_start(),
            None => return false,
        }
    }
    rest.is_empty()
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
