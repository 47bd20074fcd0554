//! The references in the texts of one plan, with the addresses of its own clauses.

use std::collections::HashSet;

use super::{Own, Reference, find};
use crate::parse::clause::{Class, Clause, ClauseTree, Piece};

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
            self.place(reference, text);
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
    fn place(&self, reference: &mut Reference, text: &str) {
        match reference.table.clone() {
            Some(_) if reference.half => reference.targets.clear(),
            Some(table) => {
                for target in &mut reference.targets {
                    let row = self.row(&target.address, &table);
                    reference.half |= row.is_none();
                    target.address = row.unwrap_or_default().to_owned();
                }
            }
            // "Khoản 1.1, Phụ lục I" and "mục 1.1, phần II" are the row of that number where no clause has it.
            None => {
                let words = &text[reference.range.clone()];
                for target in &mut reference.targets {
                    let row = self.as_row(&target.address, words);
                    target.address = row.map_or_else(|| target.address.clone(), str::to_owned);
                }
            }
        }
    }

    /// The address of the only row numbered `number` below `table`: a part, an appendix or a group of rows.
    fn row(&self, number: &str, table: &str) -> Option<&'t str> {
        self.only_row(number, |row| {
            let group = row.parent.filter(|parent| self.rows.contains(parent));
            let group = group.map_or("", |group| self.tree.clauses[group].address.as_str());
            let is_in_group = group.rsplit('.').next() == Some(table);
            table.is_empty() || is_below(row, table) || is_in_group
        })
    }

    /// The address of the row numbered `number`, if only one is `here`.
    fn only_row(&self, number: &str, here: impl Fn(&Clause) -> bool) -> Option<&'t str> {
        let rows = self.rows.iter().map(|&row| &self.tree.clauses[row]);
        let mut found = rows.filter(|row| {
            let own = row.label.trim_end_matches('.').replace(',', ".");
            own == number && here(row)
        });
        let first = found.next()?;
        found.next().is_none().then_some(first.address.as_str())
    }

    /// The row that is meant at an address where no clause stands: its number stands below a table, an appendix, a part or a group. Row "1"
    /// of the table in mục 2 has the address that "2.1" would have, and is not meant by that.
    fn as_row(&self, address: &str, words: &str) -> Option<&'t str> {
        let own = self.rows.iter().map(|&row| &self.tree.clauses[row]);
        let is_plain_row = |row: &Clause| row.address == address && row.class == Class::Arabic;
        let is_other = own.clone().any(is_plain_row) && is_printed_dotted(address, words);
        if self.rows.is_empty() || self.leads_to(address) && !is_other {
            return None;
        }
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let places = address.match_indices('.').map(|(at, _)| at);
        let mut cuts = places.map(|at| (&address[..at], &address[at + 1..]));
        cuts.find_map(|(table, number)| {
            let row = self.only_row(number, |row| is_below(row, table));
            row.filter(|_| is_number(number))
        })
    }
}

fn is_below(clause: &Clause, above: &str) -> bool {
    let rest = clause.address.strip_prefix(above);
    rest.is_some_and(|rest| rest.starts_with('.'))
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
