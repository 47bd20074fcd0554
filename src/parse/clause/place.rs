//! Where a clause stands: what it closes, its address, and whether its label follows the one before it.

use super::label::{Class, Label, bare, ordinal, stem};
use super::{Builder, Clause};
use crate::rules;
use crate::source::Span;

impl Builder<'_> {
    /// Puts a clause in its place below the open ones and checks its label.
    pub(super) fn open_clause(
        &mut self,
        label: Label,
        text: String,
        span: Span,
        heading: Option<u8>,
    ) -> usize {
        self.close_for(&label);
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
            head: String::new(),
            text,
            says_who: false,
            span,
        };
        let index = self.add(clause);
        self.open.push(index);
        index
    }

    /// Closes what a label ends: everything from the open clause of the same class on; bullets below a number. A dotted label says itself
    /// below which number it stands.
    fn close_for(&mut self, label: &Label) {
        let class = label.class;
        let above = stem(&label.printed).and_then(|stem| {
            let is_above = |&index: &usize| {
                let clause = &self.tree.clauses[index];
                let counts = matches!(clause.class, Class::Arabic | Class::Dotted(_));
                counts && bare(&clause.label) == stem
            };
            self.open.iter().rposition(is_above)
        });
        if let Some(above) = above.filter(|_| matches!(class, Class::Dotted(_))) {
            self.open.truncate(above + 1);
            return;
        }
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
    pub(super) fn add(&mut self, mut clause: Clause) -> usize {
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

    /// Whether a dotted label stands below a number that it does not repeat: "2.1." below "1.".
    fn is_astray(&self, clause: &Clause) -> bool {
        let parent = clause.parent.map(|parent| &self.tree.clauses[parent]);
        let parent =
            parent.filter(|parent| matches!(parent.class, Class::Arabic | Class::Dotted(_)));
        let is_dotted = matches!(clause.class, Class::Dotted(_));
        parent.is_some_and(|parent| is_dotted && stem(&clause.label) != Some(bare(&parent.label)))
    }

    /// The last row of the groups before that of a row, where rows are numbered through all groups of a table: "I", "1", "2", "II", "3".
    fn last_in_groups(&self, row: &Clause) -> Option<&Clause> {
        let clauses = &self.tree.clauses;
        let is_first = ordinal(row.class, &row.label) == Some(first(row.class));
        let group = &clauses[row.parent.filter(|_| !row.cell.is_empty() && !is_first)?];
        let in_group = |other: &&Clause| {
            let of = other.parent.map(|parent| &clauses[parent]);
            let is_beside = |of: &Clause| !of.cell.is_empty() && of.parent == group.parent;
            other.class == row.class && of.is_some_and(is_beside)
        };
        clauses.iter().rev().find(in_group)
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
        let previous = previous.or_else(|| self.last_in_groups(clause));
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
            None => (now > first(clause.class) || self.is_astray(clause))
                .then(|| rules::clause_start(clause.span, &clause.label, &clause.address)),
        };
        self.tree.diagnostics.extend(fault);
    }
}

/// The place of the first label of a class: letters are counted from 0.
fn first(class: Class) -> usize {
    usize::from(class != Class::Letter)
}

/// The end of the open clauses up to and including the last numbered one.
pub(super) fn numbered_end(classes: &[Class]) -> usize {
    classes
        .iter()
        .rposition(|class| class.is_numbered())
        .map_or(0, |last| last + 1)
}
