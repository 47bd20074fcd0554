//! The references in the texts of one plan, with the addresses of its own clauses.

use std::collections::HashSet;

use super::{Own, Reference, find};
use crate::parse::clause::{Class, ClauseTree, Piece};

/// Reads references as the clauses of a plan and the rows of its tables let them be meant.
#[derive(Debug)]
pub struct References<'t> {
    tree: &'t ClauseTree<'t>,
    own: Own,
    addresses: HashSet<&'t str>,
    /// The clauses that are rows of tables.
    rows: Vec<usize>,
    /// Whether two clauses have one printed address: "(1)" and "1.1." below "1.".
    has_twins: bool,
}

impl<'t> References<'t> {
    /// For the texts of the plan `own`, which has these clauses.
    pub fn of(tree: &'t ClauseTree<'t>, own: Own) -> Self {
        let tables = tree.pieces.iter().filter_map(|piece| match piece {
            Piece::Table { rows, .. } => Some(rows),
            _ => None,
        });
        let addresses = tree.clauses.iter().map(|clause| clause.address.as_str());
        Self {
            tree,
            own,
            rows: tables.flatten().copied().flatten().collect(),
            has_twins: addresses.clone().any(|address| address.contains('_')),
            addresses: addresses.collect(),
        }
    }

    /// Whether the plan has a clause at `address`.
    pub fn leads_to(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Finds the references in `text`.
    pub fn find(&self, text: &str) -> Vec<Reference> {
        let mut found = find(text, &self.own);
        found.retain(|reference| self.is_own(reference));
        for reference in &mut found {
            self.place(reference);
            if self.has_twins {
                let words = &text[reference.range.clone()];
                for target in &mut reference.targets {
                    target.address = self.of_twins(&target.address, words);
                }
            }
        }
        found
    }

    /// The address of the clause that is meant where two have the same one: the words of a reference have the number as its label has it.
    fn of_twins(&self, address: &str, words: &str) -> String {
        let mut path = String::new();
        for segment in address.split('.') {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(segment);
            let twins = self.tree.clauses.iter().filter(|clause| {
                let rest = clause.address.strip_prefix(path.as_str());
                rest.is_some_and(|rest| {
                    let number = rest.strip_prefix('_').unwrap_or("0");
                    rest.is_empty() || rest.starts_with('_') && number.parse::<usize>().is_ok()
                })
            });
            let dotted = is_printed_dotted(&path, words);
            let mut alike =
                twins.filter(|clause| matches!(clause.class, Class::Dotted(_)) == dotted);
            if let Some(meant) = alike.next() {
                path.clone_from(&meant.address);
            }
        }
        path
    }

    /// Whether a reference to an appendix without a number can be meant: no plan with numbered ones has it.
    fn is_own(&self, reference: &Reference) -> bool {
        let bare = |address: &str| address == "pl" || address.starts_with("pl.");
        let mut clauses = self.tree.clauses.iter();
        let table = reference.table.as_deref().into_iter();
        let mut targets = reference
            .targets
            .iter()
            .map(|target| target.address.as_str());
        !table.chain(targets.by_ref()).any(bare) || clauses.any(|clause| clause.address == "pl")
    }

    /// Gives the rows that a reference names their addresses. A number that no row has, or several, gets an empty one and is told.
    fn place(&self, reference: &mut Reference) {
        match reference.table.clone() {
            Some(_) if reference.half => reference.targets.clear(),
            Some(table) => {
                for target in &mut reference.targets {
                    let row = self.row(&target.address, &table);
                    reference.half |= row.is_none();
                    target.address = row.unwrap_or_default().to_owned();
                }
            }
            // "Khoản 1.1, Phụ lục I" is the row of that number.
            None => {
                for target in &mut reference.targets {
                    let row = self.in_appendix(&target.address);
                    target.address = row.map_or_else(|| target.address.clone(), str::to_owned);
                }
            }
        }
    }

    /// The address of the only row numbered `number` below `table`: a part, an appendix or a group of rows.
    fn row(&self, number: &str, table: &str) -> Option<&'t str> {
        let mut found = self.rows.iter().filter_map(|&row| {
            let clause = &self.tree.clauses[row];
            let own = clause.label.trim_end_matches('.').replace(',', ".");
            let group = clause.parent.filter(|parent| self.rows.contains(parent));
            let group = group.map_or("", |group| self.tree.clauses[group].address.as_str());
            let below = |above: &str| {
                let rest = clause.address.strip_prefix(above);
                rest.is_some_and(|rest| rest.starts_with('.'))
            };
            let here = table.is_empty() || below(table) || group.rsplit('.').next() == Some(table);
            (own == number && here).then_some(clause.address.as_str())
        });
        found.next().filter(|_| found.next().is_none())
    }

    fn in_appendix(&self, address: &str) -> Option<&'t str> {
        let mut clauses = self.tree.clauses.iter();
        let (appendix, number) = address.split_once('.')?;
        if !appendix.starts_with("pl") || clauses.any(|clause| clause.address == address) {
            return None;
        }
        self.row(number, appendix)
    }
}

/// Whether words name the last numbers of an address as one: "1.1" of `i.1.1`.
fn is_printed_dotted(address: &str, words: &str) -> bool {
    let printed = words.split(|c: char| !(c.is_alphanumeric() || c == '.'));
    let printed = printed.map(|word| word.trim_matches('.'));
    let mut dotted = printed.filter(|word| word.contains('.'));
    dotted.any(|word| {
        let above = address.strip_suffix(word);
        above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
    })
}
