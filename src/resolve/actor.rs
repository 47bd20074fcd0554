//! Who is named: the actors of printed lines, of cells, and of the headings of the duties part.
//!
//! Names are split at semicolons; where a piece is not known, at commas and "và", if every part is then known. Names of other places
//! are not looked at: four plans have a Sở Khoa học và Công nghệ.

use std::collections::BTreeMap;

use crate::data::Agency;
use crate::document::{ClauseFact, Document};
use crate::site::{Actor, RoleKind};
use crate::text::fold::fold;

/// The names by which the actors of one plan are known.
#[derive(Default)]
pub(super) struct Names {
    /// Names as written, but for case and space.
    exact: BTreeMap<String, usize>,
    /// Names without marks; nothing where two actors would have one.
    folded: BTreeMap<String, Option<usize>>,
}

impl Names {
    /// Actors of the plan's places, and those of no place.
    pub(super) fn of(document: &Document, agencies: &[Agency]) -> Self {
        let places = &document.meta.places;
        let here = |agency: &Agency| match &agency.place {
            Some(place) => places.iter().any(|known| known.value == place.value),
            None => true,
        };
        let mut names = Self::default();
        let agencies = agencies.iter().enumerate();
        for (index, agency) in agencies.filter(|(_, agency)| here(agency)) {
            for name in agency.aliases.iter().chain([&agency.name]) {
                names.add(name, index);
            }
        }
        names
    }

    fn add(&mut self, name: &str, index: usize) {
        self.exact.entry(spaced(name)).or_insert(index);
        let folded = self
            .folded
            .entry(fold(&spaced(name)))
            .or_insert(Some(index));
        if *folded != Some(index) {
            *folded = None;
        }
    }

    /// The actor called `name`: as written, else without marks when only one can be meant.
    fn known(&self, name: &str) -> Option<usize> {
        let name = spaced(name);
        let exact = self.exact.get(&name).copied();
        exact.or_else(|| self.folded.get(&fold(&name)).copied().flatten())
    }

    /// The actors in a printed list, all of one kind.
    pub(super) fn split(&self, printed: &str, kind: RoleKind) -> Vec<Actor> {
        printed
            .split(';')
            .map(|piece| piece.trim().trim_end_matches('.').trim())
            .filter(|piece| !piece.is_empty())
            .flat_map(|piece| match self.known(piece) {
                Some(agency) => vec![(piece.to_owned(), Some(agency))],
                None => self
                    .by_commas(piece)
                    .unwrap_or_else(|| vec![(piece.to_owned(), None)]),
            })
            .map(|(printed, agency)| Actor {
                kind,
                printed,
                agency,
            })
            .collect()
    }

    /// The actors that a heading names: "Đề nghị A", "A chủ trì, B phối hợp", or names alone, which lead.
    pub(super) fn heading(&self, name: &str) -> Vec<Actor> {
        let mut rest = name.trim().trim_start_matches("Đề nghị ");
        let mut actors = Vec::new();
        let words = [
            (" chủ trì", RoleKind::Lead),
            (" phối hợp", RoleKind::Coordinate),
        ];
        // A known name may hold such a word itself.
        while self.known(rest).is_none() {
            let marks = words.into_iter();
            let mark = marks.filter_map(|(word, kind)| Some((rest.find(word)?, word, kind)));
            let Some((at, word, kind)) = mark.min_by_key(|(at, ..)| *at) else {
                break;
            };
            actors.extend(self.split(&rest[..at], kind));
            rest = rest[at + word.len()..].trim_start_matches([',', ';', ' ']);
        }
        actors.extend(self.split(rest, RoleKind::Lead));
        actors
    }

    /// Those whom a clause of the duties part binds: those whom its own words begin with ("Tỉnh Đoàn chủ trì …"), else those of the
    /// heading under which it stands.
    pub(super) fn bound_by(
        &self,
        document: &Document,
        clause: &ClauseFact,
        duties: &str,
    ) -> Option<Vec<Actor>> {
        let own = self.at_start(&clause.text);
        own.filter(|_| is_below(&clause.address, duties))
            .or_else(|| self.above(document, clause, duties))
    }

    /// The known actors before the first "chủ trì" or "phối hợp" of a text, when nothing else stands there.
    fn at_start(&self, text: &str) -> Option<Vec<Actor>> {
        let words = [
            (" chủ trì", RoleKind::Lead),
            (" phối hợp", RoleKind::Coordinate),
        ];
        let marks = words.into_iter();
        let marks = marks.filter_map(|(word, kind)| Some((text.find(word)?, kind)));
        let (at, kind) = marks.min_by_key(|(at, _)| *at)?;
        let named = self.split(&text[..at], kind);
        let known = !named.is_empty() && named.iter().all(|actor| actor.agency.is_some());
        known.then_some(named)
    }

    /// The actors under whose heading a clause of the duties part stands: those of the nearest heading whose names are all known,
    /// else of the outermost one, as printed.
    fn above(&self, document: &Document, clause: &ClauseFact, duties: &str) -> Option<Vec<Actor>> {
        if !is_below(&clause.address, duties) {
            return None;
        }
        let mut actors = None;
        let mut at = Some(clause);
        while let Some(heading) = at.filter(|clause| clause.address != duties) {
            let named = self.heading(&heading.name);
            if !named.is_empty() && named.iter().all(|actor| actor.agency.is_some()) {
                return Some(named);
            }
            actors = Some(named);
            at = heading.parent.map(|parent| &document.facts.clauses[parent]);
        }
        actors
    }

    /// A piece as known names joined by commas or "và", the longest first.
    fn by_commas(&self, piece: &str) -> Option<Vec<(String, Option<usize>)>> {
        let mut names = Vec::new();
        let mut rest = piece;
        while !rest.is_empty() {
            let ends = separators(rest).chain([(rest.len(), rest.len())]);
            let (end, next, agency) = ends
                .filter_map(|(end, next)| Some((end, next, self.known(&rest[..end])?)))
                .last()?;
            names.push((rest[..end].trim().to_owned(), Some(agency)));
            rest = rest[next..].trim_start();
        }
        Some(names)
    }
}

/// Whether a clause of the duties part binds those of its heading: it has a label, or is the text of a title that lists nothing. After a
/// list, a paragraph without a label closes the plan.
pub(super) fn binds(document: &Document, clause: &ClauseFact) -> bool {
    let above = clause.parent.map(|parent| &document.facts.clauses[parent]);
    !clause.label.is_empty() || above.is_some_and(|above| above.is_title && !lists(document, above))
}

/// Whether labelled clauses stand directly below a clause.
pub(super) fn lists(document: &Document, clause: &ClauseFact) -> bool {
    let clauses = &document.facts.clauses;
    let mut below = clauses.iter().filter(|below| !below.label.is_empty());
    below.any(|below| {
        let above = below.parent.map(|parent| &clauses[parent]);
        above.is_some_and(|above| above.address == clause.address)
    })
}

/// Whether `address` stands below `above`, which it is not itself.
pub(super) fn is_below(address: &str, above: &str) -> bool {
    address
        .strip_prefix(above)
        .is_some_and(|rest| rest.starts_with(['.', '-']))
}

/// Where a list may be cut: the end of what stands before, and the start of what follows.
fn separators(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let commas = text.match_indices(',').map(|(at, _)| (at, at + 1));
    let ands = text
        .match_indices(" và ")
        .map(|(at, and)| (at, at + and.len()));
    let mut all: Vec<(usize, usize)> = commas.chain(ands).collect();
    all.sort_unstable();
    all.into_iter()
}

/// A name in small letters with one space between its words.
fn spaced(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(known: &[&str]) -> Names {
        let mut names = Names::default();
        for (index, name) in known.iter().enumerate() {
            names.add(name, index);
        }
        names
    }

    #[test]
    fn names_may_hold_commas() {
        let names = names(&[
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở Giáo dục và Đào tạo",
            "các sở, ban, ngành tỉnh",
        ]);
        let split = |text: &str| -> Vec<Option<usize>> {
            let actors = names.split(text, RoleKind::Lead).into_iter();
            actors.map(|actor| actor.agency).collect()
        };
        assert_eq!(
            split("Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo; Sở lạ."),
            [Some(0), Some(1), None]
        );
        assert_eq!(split("các sở, ban, ngành tỉnh."), [Some(2)]);
    }

    #[test]
    fn marks_tell_names_apart() {
        let names = names(&["Hội Đông y tỉnh", "Hội đồng Y tỉnh", "Sở Nội vụ"]);
        assert_eq!(names.known("hội đồng y tỉnh"), Some(1));
        assert_eq!(names.known("Hội Đông  Y tỉnh"), Some(0));
        assert_eq!(names.known("hoi dong y tinh"), None);
        assert_eq!(names.known("Sở Nội vu"), Some(2));
    }

    #[test]
    fn headings_may_say_who_joins() {
        let names = names(&["Trung tâm Tin học", "Phòng Hành chính", "Ban phối hợp xã"]);
        let heading = |text: &str| -> Vec<(RoleKind, Option<usize>)> {
            let actors = names.heading(text).into_iter();
            actors.map(|actor| (actor.kind, actor.agency)).collect()
        };
        assert_eq!(
            heading("Trung tâm Tin học chủ trì, Phòng Hành chính phối hợp"),
            [(RoleKind::Lead, Some(0)), (RoleKind::Coordinate, Some(1))]
        );
        assert_eq!(
            heading("Đề nghị Ban phối hợp xã"),
            [(RoleKind::Lead, Some(2))]
        );
    }
}
