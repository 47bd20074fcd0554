//! The clause tree of a plan, from its printed labels.
//!
//! 1. The body is read as one linear run of lines: headings, paragraphs, list items. Markdown nesting does not count.
//! 2. A line that begins with a printed label opens a clause; a line without one after the first paragraph of a clause is an
//!    unnumbered sibling. Lines such as "Cơ quan thực hiện: …" belong to the clause above them and are no clauses.
//! 3. The depth of a label is that of its class at first appearance under the open parent.
//! 4. A thematic break closes everything below the part: the closing words of a plan are not the last agency's.
//! 5. "Nơi nhận" ends the clauses, and is told; an appendix begins them again.
//! 6. Labels are kept as printed. Gaps and repetitions are told, never mended.

mod closing;
mod label;
mod line;
mod lines;
mod place;
mod table;

use std::collections::HashMap;

use super::anchors::Anchors;
use super::markdown::{Block, Body, Inline};
use crate::diag::Diagnostic;
use crate::source::{FileId, Span};

pub use closing::{closes_plan, ends_plan, said_to_all};
use label::bare;
pub use label::{Class, is_letter, roman, to_roman};
pub use line::{almost, announced, assignment, each_announced};
pub use table::is_ditto;

/// A plan's body with its clauses.
#[derive(Debug, Clone, Default)]
pub struct ClauseTree<'t> {
    /// The body in order.
    pub pieces: Vec<Piece<'t>>,
    /// Every clause, in order; pieces refer to them by index.
    pub clauses: Vec<Clause>,
    /// What is wrong with the labels.
    pub diagnostics: Vec<Diagnostic>,
}

/// One piece of a plan's body.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'t> {
    /// A clause that is shown as a line of text or a heading.
    Clause {
        /// Which clause.
        index: usize,
        /// Its text without the label.
        content: Vec<Inline<'t>>,
    },
    /// Who does the clause above, with whom, by when: the label and the text of each line.
    Assignments(Vec<Assignment<'t>>),
    /// A table; a row whose first cell is a label is a clause.
    Table {
        /// The table.
        block: Block<'t>,
        /// The clause in which it stands.
        owner: Option<usize>,
        /// The clause of each row.
        rows: Vec<Option<usize>>,
    },
    /// Anything else.
    Block(Block<'t>),
}

/// One printed line of an assignment.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment<'t> {
    /// The label as printed, without its colon.
    pub label: String,
    /// What follows it.
    pub content: Vec<Inline<'t>>,
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
    /// What stands in the heads of its tables.
    pub head: String,
    /// Whether its text is a line of the assignment of the clause above it: "b) Đơn vị chủ trì: …".
    pub says_who: bool,
    /// Where its label stands, or its text begins.
    pub span: Span,
}

impl ClauseTree<'_> {
    /// Whether a clause only says something of the one above it: "- Sản phẩm: …", "Kinh phí thực hiện: …", and what is listed below such a
    /// line. What has a number stands for itself, unless it or one beside it says who does the clause above.
    pub fn is_detail(&self, index: usize) -> bool {
        let clause = &self.clauses[index];
        let Some(parent) = clause.parent else {
            return false;
        };
        if clause.class.is_numbered() {
            let mut beside = self.clauses.iter().filter(|it| it.parent == clause.parent);
            return clause.says_who
                || line::is_detail(&clause.text) && beside.any(|it| it.says_who);
        }
        line::is_detail(&clause.text) || self.is_detail(parent)
    }

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
                Class::Star | Class::Dash | Class::Plus => {
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

/// The start of a text that looks like a label and is none, `1.Mở`, `a.`: it is told where it is read.
pub fn almost_label(text: &str) -> Option<&str> {
    label::Label::almost(text.trim())
}

/// Reads the clauses of `body`, whose source is `text`.
pub fn parse<'t>(body: &Body<'t>, text: &'t str, file: FileId) -> ClauseTree<'t> {
    let mut builder = Builder {
        text,
        file,
        open: Vec::new(),
        by_address: HashMap::new(),
        anchors: Anchors::new(),
        ended: false,
        unnumbered: HashMap::new(),
        last: HashMap::new(),
        leading_up: None,
        tree: ClauseTree::default(),
    };
    builder.blocks(&body.blocks, &mut None);
    builder.tree.diagnostics.extend(builder.leading_up);
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
    /// Whether the list of recipients has begun: nothing is a clause any more, up to an appendix.
    ended: bool,
    /// How many clauses without a number stand below each.
    unnumbered: HashMap<Option<usize>, usize>,
    /// The last clause of each class below each.
    last: HashMap<(Option<usize>, Class), usize>,
    /// What is told of the line just read, which ends with a colon, unless the next one says that it is right.
    leading_up: Option<Diagnostic>,
    tree: ClauseTree<'t>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::markdown;
    use crate::source::Sources;

    fn tree(text: &str) -> ClauseTree<'_> {
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
    fn unseen_characters_part_no_label() {
        let text = "## I. A\n\n\u{200b}1. Một\n\u{feff}1.1.\u{200b} Hai\na)\u{ad} Ba,\n\u{200b}b) Bốn\n\n\u{200b}Phụ lục II của\n\u{200b}Phụ lục I\n";
        assert_eq!(
            addresses(text),
            ["i", "i.1", "i.1.1", "i.1.1.a", "i.1.1.b", "pl2", "pl1"]
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
