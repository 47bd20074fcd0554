//! A body as HTML. The tree of [`crate::parse::markdown`] is written by [`Writer`]; nothing here parses or decides.

mod marks;
mod notes;
mod plan;

use std::collections::HashMap;
use std::fmt::Write as _;

use memchr::{memchr, memchr3};
use pulldown_cmark::Alignment;

use crate::parse::citation::Citation;
use crate::parse::markdown::{
    Alert, Block, BlockKind, Body, Definition, Footnote, Inline, InlineKind, Item, Row, Style,
    plain_text, width,
};
use crate::parse::reference::References;

use marks::{Marks, Places};
pub use plan::plan;

/// How wide pictures stand: a column of text, or a narrow screen without its edges.
const SIZES: &str = "(min-width: 40rem) 38rem, calc(100vw - 2rem)";

/// A picture of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// Width and height.
    pub size: Option<(u32, u32)>,
    /// The same picture in other widths, with their addresses.
    pub smaller: Vec<(u32, String)>,
}

/// What the writer must ask about the page it writes.
pub trait Page {
    /// The address to write for a link.
    fn href(&self, target: &str) -> String;
    /// The picture that a target names.
    fn picture(&self, target: &str) -> Picture;
    /// A text of the interface.
    fn text(&self, key: &str) -> String;
    /// Words of the clause at `address` that are doubtful.
    fn doubts(&self, address: &str) -> Vec<String>;
    /// How the document is named in a citation.
    fn citation_name(&self) -> String;
    /// The address to write for a document that is cited by number, when it is known which is meant.
    fn cited(&self, number: &str, citation: &Citation) -> Option<String>;
}

/// An entry of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TocEntry {
    /// The anchor.
    pub id: String,
    /// The heading level.
    pub level: u8,
    /// The heading's words as HTML.
    pub title_html: String,
}

/// The HTML of a body and its contents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html {
    /// The body.
    pub body: String,
    /// Its headings in order.
    pub toc: Vec<TocEntry>,
}

/// Writes the body of a document; `ids` are those of its headings, in their order.
pub fn body(body: &Body, ids: &[String], page: &dyn Page) -> Html {
    let mut writer = Writer::new(page, body);
    let mut ids = ids.iter();
    for block in &body.blocks {
        if let BlockKind::Heading { level, content, .. } = &block.kind {
            let id = ids.next().map_or("", String::as_str);
            writer.heading(*level, id, "", content);
        } else {
            writer.block(block);
        }
    }
    writer.finish()
}

/// How a table is shown.
#[derive(Default)]
struct TableShape {
    /// Where it stands, for its name.
    name: Option<String>,
    /// Whether its rows become blocks of lines on a narrow screen.
    stacked: bool,
}

struct Writer<'p> {
    page: &'p dyn Page,
    out: String,
    toc: Vec<TocEntry>,
    footnotes: &'p [Footnote<'p>],
    notes_by_label: HashMap<&'p str, usize>,
    /// The place of each footnote in `mentioned`, once it is.
    numbers: Vec<Option<usize>>,
    /// Footnotes in the order in which they are first mentioned.
    mentioned: Vec<usize>,
    /// How often each footnote was mentioned, beside `mentioned`.
    mentions: Vec<usize>,
    /// Doubtful words of the clause being written.
    doubts: Vec<String>,
    /// Finds references, with where there are any; nothing outside plans, where none are looked for.
    references: Option<(References<'p>, Places)>,
    /// What the running text being written refers to.
    marks: Marks,
    tables: usize,
    /// Whether a picture was written.
    has_picture: bool,
}

impl<'p> Writer<'p> {
    fn new(page: &'p dyn Page, body: &'p Body<'p>) -> Self {
        let footnotes = &body.footnotes[..];
        let start = body.blocks.first().map_or(0, |block| block.span.start);
        let end = body.blocks.last().map_or(0, |block| block.span.end);
        // Tags take about as much as the marks of Markdown and a quarter.
        let length = (end - start) as usize * 5 / 4;
        Self {
            page,
            out: String::with_capacity(length),
            toc: Vec::new(),
            footnotes,
            notes_by_label: footnotes
                .iter()
                .enumerate()
                .map(|(at, note)| (&*note.label, at))
                .collect(),
            numbers: vec![None; footnotes.len()],
            mentioned: Vec::new(),
            mentions: Vec::new(),
            doubts: Vec::new(),
            references: None,
            marks: Marks::default(),
            tables: 0,
            has_picture: false,
        }
    }

    fn finish(mut self) -> Html {
        self.notes();
        Html {
            body: self.out,
            toc: self.toc,
        }
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn escaped(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// `label` is HTML that stands before the heading's words, such as the link of a clause.
    fn heading(&mut self, level: u8, id: &str, label: &str, content: &[Inline]) {
        // The page's title is the one h1.
        let level = level.clamp(2, 6);
        let space = if label.is_empty() { "" } else { " " };
        let _ = write!(self.out, "<h{level} id=\"{id}\">{label}{space}");
        let start = self.out.len();
        self.inlines(content);
        let mut title_html = strip_tags(label);
        title_html.push_str(space);
        title_html.push_str(&strip_links(&self.out[start..]));
        let _ = writeln!(self.out, "</h{level}>");
        self.toc.push(TocEntry {
            id: id.to_owned(),
            level,
            title_html,
        });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            // A heading inside a quotation or a list is no place to lead to.
            BlockKind::Heading { level, content, .. } => {
                let level = (*level).clamp(2, 6);
                let _ = write!(self.out, "<h{level}>");
                self.inlines(content);
                let _ = writeln!(self.out, "</h{level}>");
            }
            BlockKind::Paragraph(content) => {
                self.push("<p>");
                self.inlines(content);
                self.push("</p>\n");
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => self.list(*start, *tight, items),
            BlockKind::Quote { alert, blocks } => self.quote(*alert, blocks),
            BlockKind::Code(text) => {
                self.push("<pre><code>");
                self.escaped(text);
                self.push("</code></pre>\n");
            }
            BlockKind::Table {
                columns,
                head,
                rows,
            } => self.table(columns, head, rows, TableShape::default(), |_| None),
            BlockKind::Definitions(entries) => self.definitions(entries),
            BlockKind::Rule => self.push("<hr>\n"),
        }
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item]) {
        match start {
            None => self.push("<ul>\n"),
            Some(1) => self.push("<ol>\n"),
            Some(start) => {
                let _ = writeln!(self.out, "<ol start=\"{start}\">");
            }
        }
        for item in items {
            self.push("<li>");
            if let Some(done) = item.task {
                let key = if done { "task_done" } else { "task_open" };
                let text = self.page.text(key);
                self.push(if done { "☑ " } else { "☐ " });
                let _ = write!(self.out, "<span class=\"vh\">{text}: </span>");
            }
            for block in &item.blocks {
                match &block.kind {
                    BlockKind::Paragraph(content) if tight => self.inlines(content),
                    _ => self.block(block),
                }
            }
            self.push("</li>\n");
        }
        self.push(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Block]) {
        let Some(alert) = alert else {
            self.push("<blockquote>\n");
            self.blocks(blocks);
            return self.push("</blockquote>\n");
        };
        let (class, key) = match alert {
            Alert::Note => ("note", "alert_note"),
            Alert::Tip => ("good", "alert_tip"),
            Alert::Warning => ("warn", "alert_warning"),
        };
        let title = self.page.text(key);
        let _ = writeln!(
            self.out,
            "<div class=\"box {class}\"><p><strong>{title}</strong></p>"
        );
        self.blocks(blocks);
        self.push("</div>\n");
    }

    fn definitions(&mut self, entries: &[Definition]) {
        self.push("<dl>\n");
        for entry in entries {
            match entry {
                Definition::Term(content) => {
                    self.push("<dt>");
                    self.inlines(content);
                    self.push("</dt>\n");
                }
                Definition::Explanation(blocks) => {
                    self.push("<dd>");
                    self.blocks(blocks);
                    self.push("</dd>\n");
                }
            }
        }
        self.push("</dl>\n");
    }

    /// `id` gives the anchor of a row.
    fn table<'a>(
        &mut self,
        columns: &[Alignment],
        head: &[Vec<Inline>],
        rows: &[Row],
        shape: TableShape,
        id: impl Fn(usize) -> Option<&'a str>,
    ) {
        self.tables += 1;
        let of = shape.name.map(|of| format!(", {of}")).unwrap_or_default();
        let mut name = String::new();
        let number = self.tables;
        escape(
            &format!("{} {number}{of}", self.page.text("table")),
            &mut name,
        );
        let class = if shape.stacked { " class=\"rows\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<div class=\"tw\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\"><table{class}>\n<thead><tr>"
        );
        for cell in head {
            // An empty head cell heads nothing.
            let tag = if plain_text(cell).trim().is_empty() {
                "td"
            } else {
                "th scope=\"col\""
            };
            let _ = write!(self.out, "<{tag}>");
            self.inlines(cell);
            let _ = writeln!(self.out, "</{}>", &tag[..2]);
        }
        self.push("</tr></thead>\n<tbody>\n");
        // On a narrow screen each cell of a stacked row stands alone and needs the head of its column.
        let labels: Vec<String> = head.iter().map(|cell| plain_text(cell)).collect();
        for (at, row) in rows.iter().enumerate() {
            // What is doubtful in one row may be certain in another.
            self.doubts = id(at).map_or_else(Vec::new, |id| self.page.doubts(id));
            match id(at) {
                Some(id) => {
                    let _ = write!(self.out, "<tr id=\"{id}\">");
                }
                None => self.push("<tr>"),
            }
            for (at, cell) in row.cells.iter().enumerate() {
                let right = columns.get(at) == Some(&Alignment::Right);
                self.push(if right { "<td class=\"num\">" } else { "<td>" });
                let label = labels.get(at).map(|label| label.trim());
                let label = label.filter(|label| shape.stacked && !label.is_empty());
                if let Some(label) = label.filter(|_| !cell.is_empty()) {
                    self.push("<b class=\"l\">");
                    self.escaped(label);
                    self.push(": </b>");
                }
                self.inlines(cell);
                self.push("</td>");
            }
            self.push("</tr>\n");
        }
        self.push("</tbody>\n</table></div>\n");
    }

    /// A piece of running text. What it refers to is found in its words as a whole, whatever of them is bold.
    fn inlines(&mut self, content: &[Inline]) {
        self.marks = self.marks_of(content);
        self.nested(content);
    }

    fn nested(&mut self, content: &[Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        if !matches!(inline.kind, InlineKind::Text(_)) {
            self.marks.skip(width(&inline.kind));
        }
        match &inline.kind {
            InlineKind::Text(text) => self.text(text),
            InlineKind::Code(code) => {
                self.push("<code>");
                self.escaped(code);
                self.push("</code>");
            }
            InlineKind::Styled(style, content) => {
                let (tag, lang) = match style {
                    Style::Emphasis => ("em", None),
                    Style::Strong => ("strong", None),
                    Style::Strikethrough => ("del", None),
                    Style::Language(code) => ("span", Some(code)),
                };
                let lang = lang.map_or_else(String::new, |code| format!(" lang=\"{code}\""));
                let _ = write!(self.out, "<{tag}{lang}>");
                self.nested(content);
                let _ = write!(self.out, "</{tag}>");
            }
            InlineKind::Link { target, content } => {
                let href = self.page.href(&target.written);
                self.push("<a href=\"");
                self.escaped(&href);
                self.push("\">");
                self.marks.in_link = true;
                self.nested(content);
                self.marks.in_link = false;
                self.push("</a>");
            }
            InlineKind::Image { target, alt } => self.image(&target.written, alt),
            InlineKind::FootnoteRef(label) => self.mention(label),
            InlineKind::SoftBreak => self.push("\n"),
            InlineKind::HardBreak => self.push("<br>\n"),
            InlineKind::Tag(tag) => {
                let _ = write!(self.out, "<{tag}>");
            }
        }
    }

    fn image(&mut self, target: &str, alt: &str) {
        let Picture { src, size, smaller } = self.page.picture(target);
        self.push("<img src=\"");
        self.escaped(&src);
        self.push("\"");
        if !smaller.is_empty() {
            let listed = smaller.iter().map(|(width, src)| format!("{src} {width}w"));
            let listed = listed.collect::<Vec<_>>().join(", ");
            self.push(" srcset=\"");
            self.escaped(&listed);
            let _ = write!(self.out, "\" sizes=\"{SIZES}\"");
        }
        self.push(" alt=\"");
        self.escaped(alt);
        self.push("\"");
        if let Some((width, height)) = size {
            let _ = write!(self.out, " width=\"{width}\" height=\"{height}\"");
        }
        // The first is likely seen at once: it must not wait until a browser knows where it stands.
        let is_first = !std::mem::replace(&mut self.has_picture, true);
        self.push(if is_first { ">" } else { " loading=\"lazy\">" });
    }
}

/// Writes `text` so that it stands as text in HTML, in quotes too.
pub fn escape(text: &str, out: &mut String) {
    // Hardly a text has such a sign, so what lies between is taken whole.
    let mut rest = text;
    while let Some((at, sign)) = first_sign(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        out.push_str(sign);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// Where the first sign stands that has a meaning in HTML, and how it is written.
fn first_sign(text: &[u8]) -> Option<(usize, &'static str)> {
    let mark = memchr3(b'&', b'<', b'>', text);
    let quote = memchr(b'"', &text[..mark.unwrap_or(text.len())]);
    let at = quote.or(mark)?;
    let sign = match text[at] {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        _ => "&quot;",
    };
    Some((at, sign))
}

/// The words of `html`, which this module wrote, without any tag.
fn strip_tags(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// `html` without links and footnote marks, because it becomes a link itself.
fn strip_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, mark)) = rest.split_once("<sup><a ") {
        out.push_str(before);
        rest = mark.split_once("</sup>").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    if out.contains("<a ") || out.contains("<img ") {
        strip_tags(&out)
    } else {
        out
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::parse::markdown;
    use crate::source::Sources;

    pub(super) struct Plain;

    impl Page for Plain {
        fn href(&self, target: &str) -> String {
            target.to_owned()
        }
        fn picture(&self, target: &str) -> Picture {
            Picture {
                src: target.to_owned(),
                size: Some((3, 2)),
                smaller: Vec::new(),
            }
        }
        fn text(&self, key: &str) -> String {
            key.to_owned()
        }
        fn citation_name(&self) -> String {
            "Kế hoạch 1".to_owned()
        }
        fn cited(&self, number: &str, _: &Citation) -> Option<String> {
            (number == "1/KH-UBND").then(|| "van-ban#1".to_owned())
        }
        fn doubts(&self, address: &str) -> Vec<String> {
            if address == "i.a" {
                vec!["Nguyễn".to_owned()]
            } else {
                Vec::new()
            }
        }
    }

    pub(super) fn parsed(text: &str) -> Body<'_> {
        let file = Sources::default().add("a.md", text);
        markdown::parse(text, 0, file, &mut Vec::new())
    }

    #[test]
    fn text_is_escaped() {
        let html = body(&parsed("a < b & \"c\"\n"), &[], &Plain).body;
        assert_eq!(html, "<p>a &lt; b &amp; &quot;c&quot;</p>\n");
    }
}
