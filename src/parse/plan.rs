//! The facts of a plan: its clauses, who does them, what they refer to and cite.

use super::citation;
use super::clause::{ClauseTree, Piece, assignment, each_announced, is_ditto, said_to_all};
use super::markdown::{
    self, Block, BlockKind, Footnote, Inline, InlineKind, Row, Running, Style, plain_text,
};
use super::reference::{Own, References};
use crate::document::{AssignmentFact, CitationFact, ClauseFact, FormFact, ReferenceFact};
use crate::source::Span;

/// The clauses, in order.
pub(super) fn clauses(tree: &ClauseTree) -> Vec<ClauseFact> {
    let mut clauses: Vec<ClauseFact> = Vec::new();
    for (index, clause) in tree.clauses.iter().enumerate() {
        if let Some(parent) = clause.parent {
            clauses[parent].has_children = true;
        }
        clauses.push(ClauseFact {
            address: clause.address.clone(),
            label: clause.label.clone(),
            parent: clause.parent,
            has_children: false,
            citation: tree.citation(index),
            name: clause.title.clone(),
            is_title: clause.heading.is_some(),
            is_detail: tree.is_detail(index),
            cell: clause.cell.clone(),
            text: clause.text.trim().to_owned(),
            head: clause.head.clone(),
            span: clause.span,
        });
    }
    for piece in &tree.pieces {
        if let Piece::Clause { index, content } = piece {
            clauses[*index].name = name(content, &clauses[*index].name);
        }
    }
    clauses
}

/// What a clause is called, where its first line is `title`.
fn name(content: &[Inline], title: &str) -> String {
    let bold = content.first().and_then(|first| match &first.kind {
        InlineKind::Styled(Style::Strong, words) => Some(plain_text(words)),
        _ => None,
    });
    let name = bold.as_deref().unwrap_or(title);
    name.split(':').next().unwrap_or(name).trim().to_owned()
}

/// Tables in which no cell but those of labels is filled.
pub(super) fn forms(tree: &ClauseTree) -> Vec<FormFact> {
    let forms = tree.pieces.iter().filter_map(|piece| {
        let Piece::Table { block, owner, .. } = piece else {
            return None;
        };
        let BlockKind::Table { head, rows, .. } = &block.kind else {
            return None;
        };
        let mut cells = rows.iter().flat_map(|row| row.cells.iter().skip(1));
        cells.all(Vec::is_empty).then_some(())?;
        Some(FormFact {
            clause: tree.clauses[(*owner)?].address.clone(),
            head: head.iter().map(|cell| plain_text(cell)).collect(),
            labels: rows
                .iter()
                .filter_map(|row| row.cells.first())
                .map(|cell| plain_text(cell))
                .collect(),
        })
    });
    forms.collect()
}

/// The clauses inside whose text words are said to all, and where.
pub(super) fn closings(tree: &ClauseTree) -> Vec<(usize, Span)> {
    let pieces = tree.pieces.iter();
    let found = pieces.filter_map(|piece| match piece {
        Piece::Clause { index, content } => Some((*index, said_to_all(content)?)),
        _ => None,
    });
    found.collect()
}

/// Everything that a link can lead to: clauses, and headings without a label.
pub(super) fn anchors(tree: &ClauseTree) -> Vec<String> {
    let clauses = tree.clauses.iter().map(|clause| clause.address.clone());
    let headings = tree.pieces.iter().filter_map(|piece| match piece {
        Piece::Block(Block {
            kind: BlockKind::Heading { id, .. },
            ..
        }) => id.clone(),
        _ => None,
    });
    clauses.chain(headings).collect()
}

/// What printed lines and the columns of task tables say about the clauses they belong to.
pub(super) fn assignments(tree: &ClauseTree) -> Vec<AssignmentFact> {
    let mut facts = Vec::new();
    let mut current: Option<usize> = None;
    for piece in &tree.pieces {
        match piece {
            Piece::Clause { index, content } if tree.clauses[*index].says_who => {
                let said = assignment(content);
                let line = said
                    .iter()
                    .map(|said| (said.label.as_str(), &said.content[..]));
                facts.extend(said_of(tree, tree.clauses[*index].parent, line));
            }
            // What is said behind a note on a task is said of the task.
            Piece::Clause { index, .. } if tree.is_detail(*index) => {}
            Piece::Clause { index, .. } => current = Some(*index),
            Piece::Assignments(lines) => {
                let lines = lines
                    .iter()
                    .map(|line| (line.label.as_str(), line.content.as_slice()));
                facts.extend(said_of(tree, current, lines));
            }
            Piece::Table { block, rows, .. } => {
                if let BlockKind::Table {
                    head, rows: cells, ..
                } = &block.kind
                {
                    let head: Vec<String> = head.iter().map(|cell| plain_text(cell)).collect();
                    for (row, clause) in cells.iter().zip(rows) {
                        facts.extend(said_of(tree, *clause, cells_of(&head, row)));
                    }
                }
            }
            Piece::Block(_) => {}
        }
    }
    facts
}

fn cells_of<'a>(
    head: &'a [String],
    row: &'a Row<'a>,
) -> impl Iterator<Item = (&'a str, &'a [Inline<'a>])> {
    head.iter()
        .map(String::as_str)
        .zip(row.cells.iter().map(Vec::as_slice))
}

fn said_of<'a>(
    tree: &ClauseTree,
    clause: Option<usize>,
    lines: impl Iterator<Item = (&'a str, &'a [Inline<'a>])>,
) -> Vec<AssignmentFact> {
    let Some(clause) = clause else {
        return Vec::new();
    };
    let facts = lines.flat_map(|(label, content)| {
        let first = content.first().map(|first| first.span);
        let end = content.last().map_or(0, |last| last.span.end);
        let said = each_announced(label, &by_breaks(content)).into_iter();
        said.filter_map(move |(kind, printed)| {
            let span = Span { end, ..first? };
            let clause = tree.clauses[clause].address.clone();
            Some(AssignmentFact {
                clause,
                kind,
                span,
                printed,
            })
        })
    });
    facts
        .filter(|fact| fact.printed.contains(char::is_alphanumeric) && !is_ditto(&fact.printed))
        .collect()
}

/// Running text without marks, one line for each that a break ends.
fn by_breaks(content: &[Inline]) -> String {
    let lines = content.split(|inline| inline.kind == InlineKind::HardBreak);
    let lines: Vec<String> = lines
        .map(|line| {
            let line = plain_text(line).replace('\n', " ");
            // A list in a cell of Word's: "- Sở A", "- Sở B".
            let bare = line.trim().trim_start_matches(['-', '–', '•', '+']);
            if bare.starts_with(char::is_whitespace) {
                bare.trim().to_owned()
            } else {
                line.trim().to_owned()
            }
        })
        .collect();
    lines.join("\n").trim().to_owned()
}

/// The references in clauses, in the preamble and in footnotes, and the documents cited there.
pub(super) fn references(
    tree: &ClauseTree,
    footnotes: &[Footnote],
    own: Own,
) -> (Vec<ReferenceFact>, Vec<CitationFact>) {
    let (mut references, mut citations) = (Vec::new(), Vec::new());
    let finder = References::of(tree, own);
    each_text(tree, footnotes, &mut |clause, running| {
        references.extend(references_in(&finder, clause, running));
        citations.extend(citations_in(clause, running));
    });
    (references, citations)
}

fn references_in<'r>(
    finder: &References,
    clause: Option<&'r str>,
    running: &'r Running,
) -> impl Iterator<Item = ReferenceFact> + 'r {
    let found = finder.find(&running.text).into_iter();
    found.filter_map(move |found| {
        Some(ReferenceFact {
            span: running.span(found.range.clone())?,
            clause: clause.map(str::to_owned),
            before: running.text[..found.range.start].to_owned(),
            printed: running.text[found.range].to_owned(),
            scope: found.targets.iter().any(|target| target.scope),
            half: found.half,
            whose: found.whose,
            targets: found
                .targets
                .into_iter()
                .map(|target| target.address)
                .filter(|address| !address.is_empty())
                .collect(),
        })
    })
}

fn citations_in<'r>(
    clause: Option<&'r str>,
    running: &'r Running,
) -> impl Iterator<Item = CitationFact> + 'r {
    let found = citation::find(&running.text).into_iter();
    found.filter_map(move |found| {
        Some(CitationFact {
            span: running.span(found.range.clone())?,
            clause: clause.map(str::to_owned),
            number: running.text[found.range].to_owned(),
            with: found.with,
        })
    })
}

/// Visits every text of a plan with the address of the clause in which it stands; the preamble and footnotes stand in none.
fn each_text(
    tree: &ClauseTree,
    footnotes: &[Footnote],
    visit: &mut impl FnMut(Option<&str>, &Running),
) {
    let mut current: Option<usize> = None;
    let mut text = |clause: Option<usize>, content: &[Inline]| {
        let address = clause.map(|clause| tree.clauses[clause].address.as_str());
        visit(address, &Running::new(content));
    };
    for piece in &tree.pieces {
        match piece {
            Piece::Clause { index, content } => {
                current = Some(*index);
                text(current, content);
            }
            Piece::Assignments(lines) => {
                for line in lines {
                    text(current, &line.content);
                }
            }
            Piece::Table { block, rows, .. } => {
                if let BlockKind::Table {
                    head, rows: cells, ..
                } = &block.kind
                {
                    for cell in head {
                        text(current, cell);
                    }
                    for (row, clause) in cells.iter().zip(rows) {
                        for cell in &row.cells {
                            text(clause.or(current), cell);
                        }
                    }
                }
            }
            // A paragraph, what is quoted or set apart belongs to the clause in which it stands.
            Piece::Block(block) => {
                markdown::walk_contents(std::slice::from_ref(block), &mut |content| {
                    text(current, content);
                });
            }
        }
    }
    for footnote in footnotes {
        markdown::walk_contents(&footnote.blocks, &mut |content| text(None, content));
    }
}
