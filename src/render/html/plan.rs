//! The body of a plan as HTML, clause by clause.
//!
//! A clause's one focus stop is its printed label, a link to itself. Behind it, shown when the clause is the target of the address, wait
//! the citation and the clauses that cite it; hidden, they are no stops of their own.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::marks::Places;
use super::{Html, Page, TableShape, TocEntry, Writer, escape};
use crate::document::{Facts, ReferenceFact};
use crate::parse::clause::{Assignment, Class, Clause, ClauseTree, Piece};
use crate::parse::markdown::{Block, BlockKind, Body, Inline, InlineKind, Row, Style, plain_text};
use crate::parse::reference::{Own, References};

/// After so many clauses a reader on a phone is far from the contents: some three screens.
const FAR: usize = 10;

/// Writes the body of the plan `own` of which these are the facts.
pub fn plan(body: &Body, tree: &ClauseTree, facts: &Facts, own: Own, page: &dyn Page) -> Html {
    let mut writer = Writer::new(page, body);
    writer.references = Some((References::of(tree, own), Places::of(facts)));
    let cited_by = cited_by(tree, &facts.references);
    let parts = tree.clauses.iter().filter(|clause| clause.parent.is_none());
    let is_long = parts.count() > 1;
    // How many clauses stand since the last way back to the contents.
    let mut since = 0;
    for piece in &tree.pieces {
        match piece {
            Piece::Clause { index, content } => {
                let clause = &tree.clauses[*index];
                let starts = match clause.depth {
                    0 => *index > 0,
                    1 => clause.heading.is_some() && since >= FAR,
                    _ => false,
                };
                since += 1;
                if is_long && starts {
                    writer.up();
                    since = 0;
                }
                writer.clause(tree, *index, content);
                writer.behind(tree, *index, &cited_by);
            }
            Piece::Assignments(lines) => writer.assignments(lines),
            Piece::Table { block, owner, rows } => writer.task_table(tree, block, *owner, rows),
            Piece::Block(Block {
                kind: BlockKind::Heading { level, id, content },
                ..
            }) => {
                let above = writer.toc.last().map_or(1, |last| last.level);
                let level = (*level).min(above + 1);
                writer.heading(level, id.as_deref().unwrap_or_default(), "", content);
            }
            Piece::Block(block) => writer.block(block),
        }
    }
    if is_long {
        writer.up();
    }
    writer.finish()
}

/// The level of a clause's heading: one below that of the nearest above it, however deep its source says; none is passed over.
fn level_of(tree: &ClauseTree, clause: &Clause) -> u8 {
    let parent = clause.parent.map(|parent| &tree.clauses[parent]);
    parent.map_or(2, |parent| {
        level_of(tree, parent) + u8::from(parent.heading.is_some())
    })
}

/// For each cited clause the clauses in which it is cited, in order, each once.
fn cited_by<'r>(
    tree: &ClauseTree,
    references: &'r [ReferenceFact],
) -> BTreeMap<&'r str, Vec<usize>> {
    let places: HashMap<&str, usize> = tree
        .clauses
        .iter()
        .enumerate()
        .map(|(at, clause)| (clause.address.as_str(), at))
        .collect();
    let mut cited: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for reference in references {
        let clause = reference.clause.as_deref();
        let Some(&from) = clause.and_then(|clause| places.get(clause)) else {
            continue;
        };
        for target in &reference.targets {
            let list = cited.entry(target).or_default();
            if !list.contains(&from) {
                list.push(from);
            }
        }
    }
    cited
}

impl Writer<'_> {
    fn clause(&mut self, tree: &ClauseTree, index: usize, content: &[Inline]) {
        let clause = &tree.clauses[index];
        self.doubts = self.page.doubts(&clause.address);
        let address = &clause.address;
        let label = clause_label(tree, index);
        match clause.heading {
            Some(_) => self.heading(level_of(tree, clause), address, &label, content),
            None => {
                let bullet = if clause.class.is_bullet() { " b" } else { "" };
                let depth = clause.depth.clamp(1, 4);
                let space = if label.is_empty() { "" } else { " " };
                let _ = write!(
                    self.out,
                    "<p class=\"c d{depth}{bullet}\" id=\"{address}\">{label}{space}"
                );
                self.inlines(content);
                self.push("</p>\n");
                self.run_in_title(tree, index, content);
            }
        }
        self.doubts.clear();
    }

    /// The way back to the contents, which a template sets.
    fn up(&mut self) {
        let text = self.page.text("back_to_contents");
        let _ = writeln!(
            self.out,
            "<p class=\"up\"><a href=\"#muc-luc\">{text}</a></p>"
        );
    }

    /// A clause whose title is the bold words at its start stands in the contents like one that is printed as a heading.
    fn run_in_title(&mut self, tree: &ClauseTree, index: usize, content: &[Inline]) {
        let clause = &tree.clauses[index];
        let below_part = clause
            .parent
            .is_some_and(|parent| tree.clauses[parent].parent.is_none());
        if let Some(InlineKind::Styled(Style::Strong, words)) = content.first().map(|c| &c.kind)
            && clause.class == Class::Arabic
            && below_part
        {
            let mut title_html = String::new();
            let name = plain_text(words);
            let words = format!("{} {}", clause.label, name.trim_end_matches(':'));
            escape(&words, &mut title_html);
            self.toc.push(TocEntry {
                id: clause.address.clone(),
                level: 3,
                title_html,
            });
        }
    }

    /// What waits behind a label.
    fn behind(&mut self, tree: &ClauseTree, index: usize, cited_by: &BTreeMap<&str, Vec<usize>>) {
        let citation = self.page.text("citation");
        let name = self.page.citation_name();
        let _ = write!(self.out, "<p class=\"cite\">{citation}: ");
        self.escaped(&format!("{}, {name}.", tree.citation(index)));
        if let Some(citing) = cited_by.get(tree.clauses[index].address.as_str()) {
            let _ = write!(self.out, " {}: ", self.page.text("cited_by"));
            for (at, from) in citing.iter().enumerate() {
                let separator = if at == 0 { "" } else { "; " };
                let address = &tree.clauses[*from].address;
                let _ = write!(self.out, "{separator}<a href=\"#{address}\">");
                self.escaped(&tree.citation(*from));
                self.push("</a>");
            }
            self.push(".");
        }
        self.push("</p>\n");
    }

    fn assignments(&mut self, lines: &[Assignment]) {
        self.push("<dl class=\"as\">");
        for line in lines {
            self.push("<div><dt>");
            self.escaped(&line.label);
            self.push("</dt><dd>");
            self.inlines(&line.content);
            self.push("</dd></div>");
        }
        self.push("</dl>\n");
    }

    /// A table whose rows may be clauses.
    fn task_table(
        &mut self,
        tree: &ClauseTree,
        block: &Block,
        owner: Option<usize>,
        rows: &[Option<usize>],
    ) {
        // Of the head; each row has its own.
        let address = owner.map(|index| &tree.clauses[index].address);
        self.doubts = address.map_or_else(Vec::new, |address| self.page.doubts(address));
        if let BlockKind::Table {
            columns,
            head,
            rows: cells,
        } = &block.kind
        {
            let address = |at: usize| {
                let index = rows.get(at).copied().flatten()?;
                Some(tree.clauses[index].address.as_str())
            };
            let shape = TableShape {
                name: owner.map(|index| tree.citation(index)),
                // A form to fill in keeps its columns.
                stacked: rows.iter().any(Option::is_some) && !is_form(cells),
            };
            self.table(columns, head, cells, shape, address);
        }
        self.doubts.clear();
    }
}

/// Whether no cell but the first of each row is filled.
fn is_form(rows: &[Row]) -> bool {
    let mut cells = rows.iter().flat_map(|row| row.cells.iter().skip(1));
    cells.all(Vec::is_empty)
}

/// The link that a clause's label is. Its name says where it stands, because "a)" stands on a page many times.
fn clause_label(tree: &ClauseTree, index: usize) -> String {
    let clause = &tree.clauses[index];
    if clause.class == Class::Paragraph {
        return String::new();
    }
    let mut label = String::new();
    escape(&clause.label, &mut label);
    let mut place = String::new();
    let citation = match (clause.class.is_numbered(), clause.parent) {
        (true, Some(parent)) => tree.citation(parent),
        (true, None) => String::new(),
        (false, _) => tree.citation(index),
    };
    escape(&citation, &mut place);
    let name = if place.is_empty() {
        String::new()
    } else {
        format!(" aria-label=\"{label} {place}\"")
    };
    format!(
        "<a class=\"n\" href=\"#{}\"{name}>{label}</a>",
        clause.address
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Plain, parsed};
    use super::*;
    use crate::parse::{self, clause};
    use crate::source::Sources;

    #[test]
    fn clauses_carry_anchor_label_name_and_citation() {
        let text = "## I. Mục\n\na) Ông Nguyễn ký\n\n- Thời gian: 2025\n";
        let body = parsed(text);
        let file = Sources::default().add("a.md", text);
        let tree = clause::parse(&body, text, file);
        let html = plan(&body, &tree, &Facts::default(), Own::default(), &Plain);
        assert_eq!(
            html.body,
            "<h2 id=\"i\"><a class=\"n\" href=\"#i\">I.</a> Mục</h2>\n\
             <p class=\"cite\">citation: phần I, Kế hoạch 1.</p>\n\
             <p class=\"c d1\" id=\"i.a\"><a class=\"n\" href=\"#i.a\" aria-label=\"a) phần I\">a)</a> Ông <span class=\"doubt\">Nguyễn</span> <a href=\"#chua-chac\">(doubtful)</a> ký</p>\n\
             <p class=\"cite\">citation: điểm a, phần I, Kế hoạch 1.</p>\n\
             <dl class=\"as\"><div><dt>Thời gian</dt><dd>2025</dd></div></dl>\n"
        );
        assert_eq!(html.toc[0].title_html, "I. Mục");
    }

    #[test]
    fn rows_that_references_name_are_linked() {
        let text = "## I. Giao việc\n\n- Làm nhiệm vụ số 1.1 và nhiệm vụ số 9.\n\n\
                    ## Phụ lục I. Bảng\n\n| TT | Việc |\n|---|---|\n| 1.1 | Một |\n";
        let body = parsed(text);
        let mut sources = Sources::default();
        let file = sources.add("a.md", text);
        let tree = clause::parse(&body, text, file);
        let facts = parse::facts(
            &body,
            Some(Own::default()),
            file,
            sources.get(file),
            &mut Vec::new(),
        );
        let html = plan(&body, &tree, &facts, Own::default(), &Plain).body;
        assert!(
            html.contains("<a href=\"#pl1.1-1\">nhiệm vụ số 1.1</a>"),
            "{html}"
        );
        assert!(
            html.contains("<span class=\"lost\">nhiệm vụ số 9"),
            "{html}"
        );
    }
}
