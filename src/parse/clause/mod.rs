//! The clause tree of a plan, from its printed labels.
//!
//! 1. The body is read as one linear run of lines: headings, paragraphs, list items. Markdown nesting does not count.
//! 2. A line that begins with a printed label opens a clause; a line without one after the first paragraph of a clause is an
//!    unnumbered sibling. Lines such as "Cơ quan thực hiện: …" belong to the clause above them and are no clauses.
//! 3. The depth of a label is that of its class at first appearance under the open parent.
//! 4. A thematic break closes everything below the part: the closing words of a plan are not the last agency's.
//! 5. Labels are kept as printed. Gaps and repetitions are told, never mended.

mod label;
mod line;
mod table;

use std::collections::HashMap;

use super::anchors::Anchors;
use super::markdown::{Block, BlockKind, Body, Inline, InlineKind, plain_text};
use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::slug::slug;

pub use label::{Class, roman, to_roman};
use label::{Label, bare, ordinal, stem};
use line::{Line, cut_label, is_assignment, joined, labelled};
pub use line::{almost, announced};
pub use table::is_ditto;

/// A plan's body with its clauses.
#[derive(Debug, Clone, Default)]
pub struct ClauseTree {
    /// The body in order.
    pub pieces: Vec<Piece>,
    /// Every clause, in order; pieces refer to them by index.
    pub clauses: Vec<Clause>,
    /// What is wrong with the labels.
    pub diagnostics: Vec<Diagnostic>,
}

/// One piece of a plan's body.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A clause that is shown as a line of text or a heading.
    Clause {
        /// Which clause.
        index: usize,
        /// Its text without the label.
        content: Vec<Inline>,
    },
    /// Who does the clause above, with whom, by when: the label and the text of each line.
    Assignments(Vec<Assignment>),
    /// A table; a row whose first cell is a label is a clause.
    Table {
        /// The table.
        block: Block,
        /// The clause in which it stands.
        owner: Option<usize>,
        /// The clause of each row.
        rows: Vec<Option<usize>>,
    },
    /// Anything else.
    Block(Block),
}

/// One printed line of an assignment.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The label as printed, without its colon.
    pub label: String,
    /// What follows it.
    pub content: Vec<Inline>,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its stable ASCII address: `iii.4.dd`, `iv.5.1.a-2`, `pl1.ii.2`.
    pub address: String,
    /// The label as printed; empty for a paragraph without one.
    pub label: String,
    /// The class of its label.
    pub class: Class,
    /// The clause above it.
    pub parent: Option<usize>,
    /// Levels below its part: 0 for the part itself.
    pub depth: usize,
    /// The heading level when it is printed as a title.
    pub heading: Option<u8>,
    /// The words on its first line.
    pub title: String,
    /// Of a row of a table, the cell that says what is to be done: that of the column "nhiệm vụ" or the like, else the second.
    pub cell: String,
    /// Its own text.
    pub text: String,
    /// Where its label stands, or its text begins.
    pub span: Span,
}

impl ClauseTree {
    /// The place of a clause without a number among those of its parent, from 1.
    fn place_of(&self, clause: &Clause) -> usize {
        let number = clause.address.rsplit('-').next();
        number.and_then(|number| number.parse().ok()).unwrap_or(1)
    }

    /// How the clause is cited: "điểm a, khoản 5.1, mục 5, phần IV".
    pub fn citation(&self, index: usize) -> String {
        let mut parts = Vec::new();
        let mut at = Some(index);
        while let Some(index) = at {
            let clause = &self.clauses[index];
            let bare = bare(&clause.label);
            match clause.class {
                Class::Appendix => parts.push(clause.label.clone()),
                Class::Roman => parts.push(format!("phần {bare}")),
                Class::Arabic => parts.push(format!("mục {bare}")),
                Class::Dotted(_) => parts.push(format!("khoản {bare}")),
                Class::Letter => parts.push(format!("điểm {bare}")),
                Class::Bracket => parts.push(format!("ý ({bare})")),
                Class::Dash | Class::Plus => {
                    parts.push(format!("ý thứ {}", self.place_of(clause)));
                }
                Class::Paragraph => {
                    // Below a title the first paragraph is the title's own text.
                    let own = clause.parent.is_some_and(|parent| {
                        let above = &self.clauses[parent];
                        above.heading.is_some() && above.text != above.title
                    });
                    let place = self.place_of(clause) + usize::from(own);
                    parts.push(format!("đoạn thứ {place}"));
                }
            }
            at = clause.parent;
        }
        parts.join(", ")
    }
}

/// Reads the clauses of `body`, whose source is `text`.
pub fn parse(body: &Body, text: &str, file: FileId) -> ClauseTree {
    let mut builder = Builder {
        text,
        file,
        open: Vec::new(),
        by_address: HashMap::new(),
        anchors: Anchors::new(),
        unnumbered: HashMap::new(),
        last: HashMap::new(),
        tree: ClauseTree::default(),
    };
    builder.blocks(&body.blocks, &mut None);
    builder.tree
}

struct Builder<'t> {
    text: &'t str,
    file: FileId,
    /// The open clauses, outermost first.
    open: Vec<usize>,
    /// Every clause by its address.
    by_address: HashMap<String, usize>,
    anchors: Anchors,
    /// How many clauses without a number stand below each.
    unnumbered: HashMap<Option<usize>, usize>,
    /// The last clause of each class below each.
    last: HashMap<(Option<usize>, Class), usize>,
    tree: ClauseTree,
}

impl Builder<'_> {
    /// `marker` is the list marker that waits for the first paragraph of its item.
    fn blocks(&mut self, blocks: &[Block], marker: &mut Option<(String, Span)>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, content, .. } => {
                    self.line(content, block.span, None, Some(*level));
                }
                BlockKind::Paragraph(content) => {
                    for (at, line) in self.printed_lines(content).into_iter().enumerate() {
                        let marker = if at == 0 { marker.take() } else { None };
                        let span = line.first().map_or(block.span, |inline| inline.span);
                        self.line(&line, span, marker, None);
                    }
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        let mut marker = Some(self.marker(item.span));
                        self.blocks(&item.blocks, &mut marker);
                    }
                }
                BlockKind::Table { head, rows, .. } => self.table(block, head, rows),
                kind => {
                    if *kind == BlockKind::Rule {
                        // What follows belongs to the part again.
                        self.open.truncate(1);
                    }
                    self.tree.pieces.push(Piece::Block(block.clone()));
                }
            }
        }
    }

    /// The marker of a list item as it stands in the source.
    fn marker(&self, span: Span) -> (String, Span) {
        let source = &self.text[span.range()];
        let end = source.find(char::is_whitespace).unwrap_or(source.len());
        let start = span.range().start;
        (
            source[..end].to_owned(),
            Span::new(self.file, start, start + end),
        )
    }

    /// A paragraph cut where a printed label begins a line.
    fn printed_lines(&self, content: &[Inline]) -> Vec<Vec<Inline>> {
        let mut lines = vec![Vec::new()];
        let mut rest = content.iter().peekable();
        while let Some(inline) = rest.next() {
            let is_break = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
            let breaks = is_break && rest.peek().is_some_and(|next| opens_line(next));
            if breaks {
                lines.push(Vec::new());
            } else if let Some(line) = lines.last_mut() {
                line.push(inline.clone());
            }
        }
        lines.into_iter().map(joined).collect()
    }

    fn line(
        &mut self,
        content: &[Inline],
        span: Span,
        marker: Option<(String, Span)>,
        heading: Option<u8>,
    ) {
        match labelled(content).filter(|_| !self.open.is_empty()) {
            Some(Line::Assignment(assignment)) => return self.assignment(assignment),
            Some(Line::Almost(label, place, known)) => {
                let fault = rules::unread_assignment(place, &label, known);
                self.tree.diagnostics.push(fault);
            }
            None => {}
        }
        let (label, content, span) = match marker {
            Some((marker, place)) => match Label::of_marker(&marker) {
                Some(label) => (Some(label), content.to_vec(), place),
                // A figure at the start of a sentence, "2025. …", is text.
                None => (None, with_marker(&marker, place, content), span),
            },
            None => cut_label(content, span),
        };
        match label {
            Some(label) => self.clause(label, content, span, heading),
            None if heading.is_some() => {
                if !self.almost_label(&content, span) {
                    self.unlabelled_heading(&content, span);
                }
                self.other(content, span, heading);
            }
            None if self.open.is_empty() => {
                self.almost_label(&content, span);
                self.other(content, span, None);
            }
            None if self.is_first_paragraph() => {
                self.almost_label(&content, span);
                self.first_paragraph(content, span);
            }
            None => {
                self.almost_label(&content, span);
                self.clause(Label::paragraph(), content, span, None);
            }
        }
    }

    /// Tells of what looks like a label and is read as text; whether there is such a thing.
    fn almost_label(&mut self, content: &[Inline], span: Span) -> bool {
        let text = plain_text(content);
        let label = Label::almost(text.trim());
        let fault = label.map(|label| rules::unread_label(span, label));
        self.tree.diagnostics.extend(fault);
        label.is_some()
    }

    /// What stands below a heading without a label still belongs to the clause above it, which a reader would not guess.
    fn unlabelled_heading(&mut self, content: &[Inline], span: Span) {
        let numbered = self
            .open
            .iter()
            .rev()
            .map(|&index| &self.tree.clauses[index]);
        let mut numbered = numbered.filter(|clause| clause.class.is_numbered());
        if let Some(above) = numbered.next() {
            let above = above.address.clone();
            let fault = rules::unlabelled_heading(span, plain_text(content).trim(), &above);
            self.tree.diagnostics.push(fault);
        }
    }

    fn other(&mut self, content: Vec<Inline>, span: Span, heading: Option<u8>) {
        let kind = match heading {
            Some(level) => {
                let id = self.anchors.give(slug(&plain_text(&content)), '-');
                BlockKind::Heading {
                    level,
                    id: Some(id),
                    content,
                }
            }
            None => BlockKind::Paragraph(content),
        };
        self.tree.pieces.push(Piece::Block(Block { span, kind }));
    }

    /// Whether the last piece is the title of the open clause, so that the paragraph now read is its own text.
    fn is_first_paragraph(&self) -> bool {
        match self.tree.pieces.last() {
            Some(Piece::Clause { index, .. }) => self.tree.clauses[*index].heading.is_some(),
            _ => false,
        }
    }

    fn first_paragraph(&mut self, content: Vec<Inline>, span: Span) {
        if let Some(&index) = self.open.last() {
            let clause = &mut self.tree.clauses[index];
            clause.text.push(' ');
            clause.text.push_str(&plain_text(&content));
        }
        self.other(content, span, None);
    }

    fn assignment(&mut self, assignment: Assignment) {
        match self.tree.pieces.last_mut() {
            Some(Piece::Assignments(lines)) => lines.push(assignment),
            _ => self.tree.pieces.push(Piece::Assignments(vec![assignment])),
        }
    }

    fn clause(&mut self, label: Label, content: Vec<Inline>, span: Span, heading: Option<u8>) {
        let text = plain_text(&content);
        let index = self.open_clause(label, text, span, heading);
        self.tree.pieces.push(Piece::Clause { index, content });
    }

    /// Puts a clause in its place below the open ones and checks its label.
    fn open_clause(
        &mut self,
        label: Label,
        text: String,
        span: Span,
        heading: Option<u8>,
    ) -> usize {
        self.close_for(label.class);
        let parent = self.open.last().copied();
        let address = self.address(&label, parent);
        let clause = Clause {
            address,
            label: label.printed,
            class: label.class,
            parent,
            depth: parent.map_or(0, |parent| self.tree.clauses[parent].depth + 1),
            heading,
            title: text.clone(),
            cell: String::new(),
            text,
            span,
        };
        let index = self.add(clause);
        self.open.push(index);
        index
    }

    /// Closes what the class ends: everything from the open clause of the same class on; bullets below a number.
    fn close_for(&mut self, class: Class) {
        let classes: Vec<Class> = self
            .open
            .iter()
            .map(|&i| self.tree.clauses[i].class)
            .collect();
        let keep = match class {
            Class::Appendix => 0,
            Class::Roman => usize::from(classes.first() == Some(&Class::Appendix)),
            // A paragraph stands below the last numbered clause, whatever bullets came between.
            Class::Paragraph => numbered_end(&classes),
            _ => match classes.iter().position(|open| *open == class) {
                Some(same) => same,
                None if class.closes_bullets() => numbered_end(&classes),
                None => classes
                    .iter()
                    .position(|open| *open == Class::Paragraph)
                    .unwrap_or(classes.len()),
            },
        };
        self.open.truncate(keep);
    }

    fn address(&self, label: &Label, parent: Option<usize>) -> String {
        let parent_address = parent.map_or("", |parent| &self.tree.clauses[parent].address);
        if !label.class.is_numbered() {
            let number = self.unnumbered.get(&parent).copied().unwrap_or(0) + 1;
            return format!("{parent_address}-{number}");
        }
        let segment = label.segment();
        // A dotted label repeats the numbers above it, so it hangs on the part.
        let stem = match label.class {
            Class::Dotted(_) => self
                .open
                .iter()
                .rev()
                .map(|&index| &self.tree.clauses[index])
                .find(|clause| matches!(clause.class, Class::Roman | Class::Appendix))
                .map_or("", |clause| &clause.address),
            _ => parent_address,
        };
        if stem.is_empty() {
            segment
        } else {
            format!("{stem}.{segment}")
        }
    }

    /// Takes a clause into the tree after checking its label.
    fn add(&mut self, mut clause: Clause) -> usize {
        self.check(&clause);
        let index = self.tree.clauses.len();
        self.by_address
            .entry(clause.address.clone())
            .or_insert(index);
        // A label that is printed twice is told; readers still find both.
        clause.address = self.anchors.give(clause.address, '_');
        if !clause.class.is_numbered() {
            *self.unnumbered.entry(clause.parent).or_insert(0) += 1;
        }
        self.last.insert((clause.parent, clause.class), index);
        self.tree.clauses.push(clause);
        index
    }

    fn check(&mut self, clause: &Clause) {
        // "(1)" and "3.1." below "3." have one address and are two labels.
        let twin = self.by_address.get(&clause.address);
        let twin = twin.map(|&twin| &self.tree.clauses[twin]);
        if let Some(twin) = twin.filter(|twin| twin.class == clause.class) {
            self.tree.diagnostics.push(rules::clause_duplicate(
                clause.span,
                &clause.label,
                &clause.address,
                twin.span,
            ));
            return;
        }
        if clause.class == Class::Letter && ordinal(clause.class, &clause.label).is_none() {
            self.tree.diagnostics.push(rules::clause_foreign_letter(
                clause.span,
                &clause.label,
                &clause.address,
            ));
            return;
        }
        let previous = self.last.get(&(clause.parent, clause.class));
        let previous = previous.map(|&index| &self.tree.clauses[index]);
        let previous = previous.filter(|previous| stem(&previous.label) == stem(&clause.label));
        let Some(now) = ordinal(clause.class, &clause.label) else {
            return;
        };
        let fault = match previous {
            Some(previous) => {
                let before = ordinal(previous.class, &previous.label);
                before.filter(|before| now != before + 1).map(|_| {
                    let (span, label, address) = (clause.span, &clause.label, &clause.address);
                    rules::clause_gap(span, &previous.label, label, address)
                })
            }
            None => (now > first(clause.class))
                .then(|| rules::clause_start(clause.span, &clause.label, &clause.address)),
        };
        self.tree.diagnostics.extend(fault);
    }
}

/// Whether a line that begins so stands for itself: with a printed label, or with that of an assignment.
fn opens_line(first: &Inline) -> bool {
    match &first.kind {
        InlineKind::Text(text) => Label::at_start(text).is_some() || is_assignment(text),
        InlineKind::Styled(_, words) => is_assignment(&plain_text(words)),
        _ => false,
    }
}

/// The text of a list item with the marker that Markdown took from it.
fn with_marker(marker: &str, place: Span, content: &[Inline]) -> Vec<Inline> {
    let marker = Inline {
        span: place,
        kind: InlineKind::Text(format!("{marker} ")),
    };
    let mut content = content.to_vec();
    content.insert(0, marker);
    content
}

/// The place of the first label of a class: letters are counted from 0.
fn first(class: Class) -> usize {
    usize::from(class != Class::Letter)
}

/// The end of the open clauses up to and including the last numbered one.
fn numbered_end(classes: &[Class]) -> usize {
    classes
        .iter()
        .rposition(|class| class.is_numbered())
        .map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown;
    use crate::source::Sources;

    fn tree(text: &str) -> ClauseTree {
        let file = Sources::default().add("a.md", text);
        parse(&markdown::parse(text, 0, file, &mut Vec::new()), text, file)
    }

    fn addresses(text: &str) -> Vec<String> {
        tree(text).clauses.into_iter().map(|c| c.address).collect()
    }

    #[test]
    fn labels_make_addresses() {
        let text = "Căn cứ.\n\n## III. Nhiệm vụ\n\n### 4. Phổ cập\n\na) Một\n\nđ) Năm\n\n- gạch\n\n+ cộng\n\n+ cộng\n\n- gạch\n\n### 5. Khác\n\nLời dẫn.\n\n- gạch\n";
        assert_eq!(
            addresses(text),
            [
                "iii",
                "iii.4",
                "iii.4.a",
                "iii.4.dd",
                "iii.4.dd-1",
                "iii.4.dd-1-1",
                "iii.4.dd-1-2",
                "iii.4.dd-2",
                "iii.5",
                "iii.5-1"
            ]
        );
    }

    #[test]
    fn dotted_labels_replace_their_prefix() {
        let text = "## IV- Nhiệm vụ\n\n### 5. Phổ cập\n\n#### 5.1. Cán bộ\n\na) Một\n\n#### 5.2. Học sinh\n\n5.3. Người dân\n";
        assert_eq!(
            addresses(text),
            ["iv", "iv.5", "iv.5.1", "iv.5.1.a", "iv.5.2", "iv.5.3"]
        );
    }

    #[test]
    fn a_label_after_a_line_end_opens_a_clause() {
        assert_eq!(
            addresses("## I. A\n\na) Một\nb) Hai\nvà tiếp\n\n1. **Sở:** làm\n"),
            ["i", "i.a", "i.b", "i.b.1"]
        );
    }

    #[test]
    fn assignment_lines_are_no_clauses() {
        let tree = tree(
            "## I. A\n\na) Một\n\n- Cơ quan thực hiện: Sở A; Sở B.\n\n- Thời gian thực hiện: 2025.\n\nb) Hai\n",
        );
        assert_eq!(tree.clauses.len(), 3);
        let lines = tree.pieces.iter().find_map(|piece| match piece {
            Piece::Assignments(lines) => Some(lines.len()),
            _ => None,
        });
        assert_eq!(lines, Some(2));
    }

    #[test]
    fn rows_of_appendices_have_addresses() {
        let text = "## Phụ lục I. Bảng\n\n| TT | Việc |\n|---|---|\n| I | Nhóm |\n| 1 | Một |\n| 1,1 | Con |\n| II | Nhóm |\n| 1 | Hai |\n";
        assert_eq!(
            addresses(text),
            ["pl1", "pl1.i", "pl1.i.1", "pl1.i.1-1", "pl1.ii", "pl1.ii.1"]
        );
    }

    #[test]
    fn faults_of_labels_are_told() {
        let codes =
            |text: &str| -> Vec<_> { tree(text).diagnostics.iter().map(|d| d.rule.code).collect() };
        assert_eq!(codes("## I. A\n\na) Một\n\nc) Hai\n"), ["clause-gap"]);
        assert_eq!(codes("## I. A\n\nd) Một\n\nđ) Hai\n"), ["clause-start"]);
        assert_eq!(codes("## I. A\n\na) Một\n\na) Hai\n"), ["clause-duplicate"]);
        assert_eq!(codes("## I. A\n\nf) Một\n"), ["clause-foreign-letter"]);
        let letters = "## I. A\n\na) 1\n\nb) 2\n\nc) 3\n\nd) 4\n\nđ) 5\n\ne) 6\n";
        assert!(codes(letters).is_empty());
    }

    #[test]
    fn citations_go_from_small_to_large() {
        let tree = tree("## IV. A\n\n### 5. B\n\n5.1. C\n\na) D\n\n- E\n");
        assert_eq!(tree.citation(3), "điểm a, khoản 5.1, mục 5, phần IV");
        assert_eq!(
            tree.citation(4),
            "ý thứ 1, điểm a, khoản 5.1, mục 5, phần IV"
        );
    }
}
