//! The facts of a plan: its clauses, who does them, what they refer to.

use super::clause::{ClauseTree, Piece};
use super::markdown::{self, Block, BlockKind, Inline, InlineKind, Row, plain_text};
use super::reference;
use crate::document::{AssignmentFact, AssignmentKind, ClauseFact, ReferenceFact};
use crate::source::Span;
use crate::text::slug::slug;

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
            title: clause.title.clone(),
            text: clause.text.trim().to_owned(),
            span: clause.span,
        });
    }
    clauses
}

/// Everything that a link can lead to: clauses, and headings without a label.
pub(super) fn anchors(tree: &ClauseTree) -> Vec<String> {
    let clauses = tree.clauses.iter().map(|clause| clause.address.clone());
    let headings = tree.pieces.iter().filter_map(|piece| match piece {
        Piece::Block(Block {
            kind: BlockKind::Heading { content, .. },
            ..
        }) => Some(slug(&plain_text(content))),
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

fn cells_of<'a>(head: &'a [String], row: &'a Row) -> impl Iterator<Item = (&'a str, &'a [Inline])> {
    head.iter()
        .map(String::as_str)
        .zip(row.cells.iter().map(Vec::as_slice))
}

fn said_of<'a>(
    tree: &ClauseTree,
    clause: Option<usize>,
    lines: impl Iterator<Item = (&'a str, &'a [Inline])>,
) -> Vec<AssignmentFact> {
    let Some(clause) = clause else {
        return Vec::new();
    };
    lines
        .filter_map(|(label, content)| {
            let printed = plain_text(content).trim().to_owned();
            let (first, last) = (content.first()?, content.last()?);
            Some(AssignmentFact {
                clause: tree.clauses[clause].address.clone(),
                kind: kind(label)?,
                span: Span {
                    end: last.span.end,
                    ..first.span
                },
                printed,
            })
        })
        .filter(|fact| !fact.printed.is_empty())
        .collect()
}

/// What a label or a column head announces.
fn kind(label: &str) -> Option<AssignmentKind> {
    let label = label.to_lowercase();
    if label.contains("phối hợp") {
        Some(AssignmentKind::Coordinate)
    } else if label.contains("thời gian") {
        Some(AssignmentKind::Time)
    } else if label.contains("chủ trì")
        || label.contains("cơ quan thực hiện")
        || label.contains("đơn vị thực hiện")
    {
        Some(AssignmentKind::Lead)
    } else {
        None
    }
}

/// The references in the text of clauses. Those before the first clause have no clause to stand in and are links only.
pub(super) fn references(tree: &ClauseTree) -> Vec<ReferenceFact> {
    let mut references = Vec::new();
    let mut current: Option<usize> = None;
    for piece in &tree.pieces {
        match piece {
            Piece::Clause { index, content } => {
                current = Some(*index);
                in_content(tree, current, content, &mut references);
            }
            Piece::Block(Block {
                kind: BlockKind::Paragraph(content),
                ..
            }) => in_content(tree, current, content, &mut references),
            Piece::Assignments(lines) => {
                for line in lines {
                    in_content(tree, current, &line.content, &mut references);
                }
            }
            Piece::Table { block, rows, .. } => {
                if let BlockKind::Table { rows: cells, .. } = &block.kind {
                    for (row, clause) in cells.iter().zip(rows) {
                        for cell in &row.cells {
                            in_content(tree, clause.or(current), cell, &mut references);
                        }
                    }
                }
            }
            Piece::Block(_) => {}
        }
    }
    references
}

fn in_content(
    tree: &ClauseTree,
    clause: Option<usize>,
    content: &[Inline],
    references: &mut Vec<ReferenceFact>,
) {
    let Some(clause) = clause else { return };
    markdown::walk_inlines(content, &mut |inline| {
        let InlineKind::Text(text) = &inline.kind else {
            return;
        };
        for found in reference::find(text) {
            references.push(ReferenceFact {
                clause: tree.clauses[clause].address.clone(),
                printed: text[found.range.clone()].to_owned(),
                span: within(inline, text, found.range),
                scope: found.targets.iter().any(|target| target.scope),
                targets: found
                    .targets
                    .into_iter()
                    .map(|target| target.address)
                    .collect(),
            });
        }
    });
}

/// The place of a range of an inline's text; the whole of it when entities or escapes make the two differ.
fn within(inline: &Inline, text: &str, range: std::ops::Range<usize>) -> Span {
    let source = inline.span.range();
    if source.len() != text.len() {
        return inline.span;
    }
    Span::new(
        inline.span.file,
        source.start + range.start,
        source.start + range.end,
    )
}
