//! Who is named: the actors of printed lines, of cells, and of the headings of the duties part.
//!
//! Names are split at semicolons and line ends; where a piece is not known, at commas, "và", "/", "+" and "&", if a part is then known. Names of other places
//! are not looked at: four plans have a Sở Khoa học và Công nghệ.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bracket;
use crate::data::{ActorKind, Agency};
use crate::document::Document;
use crate::site::{Actor, RoleKind};
use crate::text::fold::{fold, lower};

/// The names by which the actors of one plan are known.
#[derive(Default)]
pub(super) struct Names {
    /// Names as written, but for case and space.
    exact: BTreeMap<String, usize>,
    /// Names without marks; nothing where two actors would have one.
    folded: BTreeMap<String, Option<usize>>,
    /// How many words the longest has.
    longest: usize,
    /// Those who are no single body.
    classes: BTreeSet<usize>,
    /// Headings that were read: each stands above many clauses.
    headings: RefCell<HashMap<String, Vec<Actor>>>,
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
            if agency.kind != ActorKind::Body {
                names.classes.insert(index);
            }
        }
        names
    }

    /// Whether an actor is a class of bodies or open-ended.
    pub(super) fn is_class(&self, agency: usize) -> bool {
        self.classes.contains(&agency)
    }

    fn add(&mut self, name: &str, index: usize) {
        let name = spaced(name);
        self.longest = self.longest.max(name.split(' ').count());
        let folded = self.folded.entry(fold(&name)).or_insert(Some(index));
        if *folded != Some(index) {
            *folded = None;
        }
        self.exact.entry(name).or_insert(index);
    }

    /// The actor called `name`: as written, else without marks when only one can be meant, else the body whose head it names.
    pub(super) fn known(&self, name: &str) -> Option<usize> {
        // Whole sentences are asked for.
        if words_from_end(name, self.longest + HEAD_WORDS) > 0 {
            return None;
        }
        let name = spaced(name);
        let called = |name: &str| {
            let exact = self.exact.get(name).copied();
            exact.or_else(|| self.folded.get(&fold(name)).copied().flatten())
        };
        called(&name).or_else(|| headed(&name).and_then(called))
    }

    /// The actors in a printed list, of one kind; those after "phối hợp với" join.
    pub(super) fn split(&self, printed: &str, kind: RoleKind) -> Vec<Actor> {
        // A name may go on in the next line, or the next name may stand there.
        let one = self.split_lines(&printed.replace('\n', " "), kind);
        if one.iter().all(|actor| actor.agency.is_some()) {
            return one;
        }
        let unknown =
            |actors: &[Actor]| actors.iter().filter(|actor| actor.agency.is_none()).count();
        let lines = self.split_lines(printed, kind);
        if unknown(&lines) <= unknown(&one) {
            lines
        } else {
            one
        }
    }

    fn split_lines(&self, printed: &str, mut kind: RoleKind) -> Vec<Actor> {
        let mut actors = Vec::new();
        let printed = bracket::by_parts(printed);
        let pieces = printed
            .split([';', '\n'])
            .map(|piece| piece.trim().trim_end_matches('.').trim())
            .filter(|piece| !piece.is_empty());
        for piece in pieces {
            let (piece, own) = bracket::without_part(piece);
            let kind_here = own.unwrap_or(kind);
            let mut add = |piece: &str, kind: RoleKind| {
                let named = self.named(piece).into_iter();
                actors.extend(named.map(|(printed, agency)| Actor {
                    kind,
                    printed,
                    agency,
                }));
            };
            match joining(piece).filter(|_| self.known(piece).is_none()) {
                Some((before, joined)) => {
                    if !before.is_empty() {
                        add(before, kind);
                    }
                    kind = RoleKind::Coordinate;
                    add(joined, kind);
                }
                None => add(piece, kind_here),
            }
        }
        actors
    }

    /// The names in a piece of a list.
    fn named(&self, piece: &str) -> Vec<(String, Option<usize>)> {
        let whole = self
            .known(piece)
            .map(|agency| vec![(piece.to_owned(), Some(agency))]);
        whole
            .or_else(|| self.by_separators(piece))
            .unwrap_or_else(|| vec![(piece.to_owned(), None)])
    }

    /// The actors that a heading names: "Đề nghị A", "A chủ trì, B phối hợp", "A phối hợp với B", or names alone, which lead.
    pub(super) fn heading(&self, name: &str) -> Vec<Actor> {
        if let Some(known) = self.headings.borrow().get(name) {
            return known.clone();
        }
        let actors = self.read_heading(name);
        let mut headings = self.headings.borrow_mut();
        headings.insert(name.to_owned(), actors.clone());
        actors
    }

    fn read_heading(&self, name: &str) -> Vec<Actor> {
        let mut rest = unasked(name.trim());
        let mut actors = Vec::new();
        // Those with whom something is done are not those who do it.
        if begins_with_joining(rest) {
            return actors;
        }
        // A known name may hold such a word itself.
        while self.known(rest).is_none() {
            if let Some(others) = rest.strip_prefix("phối hợp ") {
                let others = others.strip_prefix("với ").unwrap_or(others);
                actors.extend(self.split(others, RoleKind::Coordinate));
                return actors;
            }
            let Some((at, word, kind)) = first_mark(rest) else {
                break;
            };
            let after = rest[at + word.len()..].trim_start_matches([',', ';', ' ']);
            match after.strip_prefix("với ") {
                // Whoever does it with others is the one who does it.
                Some(others) if kind == RoleKind::Coordinate => {
                    actors.extend(self.split(&rest[..at], RoleKind::Lead));
                    actors.extend(self.split(others, RoleKind::Coordinate));
                    return actors;
                }
                _ => actors.extend(self.split(&rest[..at], kind)),
            }
            rest = after;
        }
        actors.extend(self.split(self.without_doing(rest), RoleKind::Lead));
        actors
    }

    /// Known names without the words that only say that something follows: "Sở Nội vụ có trách nhiệm", "Sở A là cơ quan thường trực, có nhiệm
    /// vụ".
    fn without_doing<'t>(&self, names: &'t str) -> &'t str {
        const DOING: [&str; 7] = [
            " có trách nhiệm",
            " có nhiệm vụ",
            " chịu trách nhiệm",
            " là cơ quan ",
            " là đơn vị ",
            " là đầu mối",
            " thực hiện",
        ];
        let ends = DOING.iter().filter_map(|words| names.find(words));
        let before = ends
            .min()
            .map(|end| names[..end].trim_end_matches([',', ' ']));
        let is_known = |names: &&str| {
            let named = self.split(names, RoleKind::Lead);
            !named.is_empty() && named.iter().all(|actor| actor.agency.is_some())
        };
        before.filter(is_known).unwrap_or(names)
    }

    /// The known bodies that a text says lead, wherever in it: the longest name that ends before a verb of leading or
    /// doing.
    pub(super) fn leading(&self, text: &str) -> Vec<usize> {
        let verbs = [" chủ trì", " thực hiện", " triển khai", " làm đầu mối"];
        let marks = verbs.iter().flat_map(|verb| text.match_indices(verb));
        let named = marks.filter_map(|(at, _)| {
            let (start, agency) = self.at_end(&text[..at])?;
            (!self.is_with(&text[..start])).then_some(agency)
        });
        named.collect()
    }

    /// The longest known name with which a text ends, and where it begins.
    fn at_end(&self, text: &str) -> Option<(usize, usize)> {
        let from = words_from_end(text, self.longest);
        let starts = text[from..].char_indices().map(|(at, _)| from + at);
        let mut starts = starts.filter(|start| {
            let previous = text[..*start].chars().next_back();
            previous.is_none_or(|c| !c.is_alphanumeric())
        });
        starts.find_map(|start| {
            let agency = self.exact.get(&spaced(&text[start..])).copied()?;
            Some((start, agency))
        })
    }

    /// Whether the name behind a text is one of those with whom something is done, and so not of those who do it: "phối hợp với Sở A, Sở B và".
    fn is_with(&self, before: &str) -> bool {
        let mut before = before.trim_end();
        loop {
            let lower = before.to_lowercase();
            if ["cùng", "với", "phối hợp"]
                .iter()
                .any(|word| lower.ends_with(word))
            {
                return true;
            }
            let list = before.strip_suffix(',').or(before.strip_suffix(" và"));
            let Some((start, _)) = list.and_then(|list| self.at_end(list.trim_end())) else {
                return false;
            };
            before = before[..start].trim_end();
        }
    }

    /// A piece as names joined by commas, "và" and the like, the longest first; what is not known between them stands together. Nothing when
    /// no name is known.
    fn by_separators(&self, piece: &str) -> Option<Vec<(String, Option<usize>)>> {
        let mut names = Vec::new();
        let mut unknown: Option<usize> = None;
        let mut at = 0;
        while at < piece.len() {
            let rest = &piece[at..];
            let ends = separators(rest).chain([(rest.len(), rest.len())]);
            let known = ends
                .filter_map(|(end, next)| Some((end, next, self.known(&rest[..end])?)))
                .last();
            let next = match known {
                Some((end, next, agency)) => {
                    names.extend(
                        unknown
                            .take()
                            .map(|start| (trimmed(&piece[start..at]), None)),
                    );
                    names.push((trimmed(&rest[..end]), Some(agency)));
                    next
                }
                None => {
                    unknown.get_or_insert(at);
                    separators(rest).next().map_or(rest.len(), |(_, next)| next)
                }
            };
            let left = &rest[next..];
            at += next + (left.len() - left.trim_start().len());
        }
        names.extend(unknown.map(|start| (trimmed(&piece[start..]), None)));
        names
            .iter()
            .any(|(_, agency)| agency.is_some())
            .then_some(names)
    }
}

/// Whether a text begins with those with whom something is done: "Phối hợp với Sở B …" binds those above it.
pub(super) fn begins_with_joining(text: &str) -> bool {
    // As much as the longest of these.
    let start = text.trim_start();
    let end = start
        .char_indices()
        .nth(9)
        .map_or(start.len(), |(at, _)| at);
    let small = lower(&start[..end]);
    ["phối hợp", "cùng ", "hỗ trợ ", "tham gia "]
        .iter()
        .any(|verb| small.starts_with(verb))
}

/// A text without the words that only address somebody, be they in a sentence or at its start.
pub(super) fn unasked(text: &str) -> &str {
    let asked = OPENINGS.iter().find_map(|opening| {
        let (start, rest) = text.split_at_checked(opening.len())?;
        (lower(start) == *opening).then_some(rest)
    });
    asked.unwrap_or(text).trim_start()
}

/// Words with which a plan addresses those who have a duty.
const OPENINGS: [&str; 7] = [
    "đề nghị ",
    "giao ",
    "yêu cầu ",
    "đối với ",
    "trách nhiệm của ",
    "trách nhiệm ",
    "nhiệm vụ của ",
];

/// How many words the name of a head has at most.
const HEAD_WORDS: usize = 3;

/// The name of the body whose head a name is: "Giám đốc Sở Nội vụ", "Thủ trưởng các sở, ban, ngành", "Chánh Văn phòng …". Deputies are
/// no heads.
fn headed(name: &str) -> Option<&str> {
    const HEADS: [&str; 20] = [
        "tổng giám đốc ",
        "giám đốc ",
        "thủ trưởng ",
        "người đứng đầu ",
        "lãnh đạo ",
        "chủ tịch ",
        "chủ nhiệm ",
        "tổng biên tập ",
        "bí thư ",
        "hiệu trưởng ",
        "viện trưởng ",
        "cục trưởng ",
        "chi cục trưởng ",
        "vụ trưởng ",
        "bộ trưởng ",
        "chỉ huy trưởng ",
        "tư lệnh ",
        "chánh án ",
        "chánh ",
        "trưởng ",
    ];
    HEADS.iter().find_map(|head| name.strip_prefix(head))
}

/// What stands before and after the words that name those who join: "Sở A, phối hợp với Sở B", "phối hợp: Sở B".
fn joining(piece: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 3] = ["phối hợp với ", "phối hợp: ", "phối hợp cùng "];
    let small = lower(piece);
    let (at, word) = WORDS
        .iter()
        .find_map(|word| Some((small.find(word)?, word)))?;
    let before = piece.get(..at)?.trim_end_matches([' ', ',', '(']);
    let before = before
        .strip_suffix("cơ quan")
        .or_else(|| before.strip_suffix("đơn vị"))
        .unwrap_or(before);
    let joined = piece.get(at + word.len()..)?;
    // "Sở A (phối hợp với Sở B)"
    let joined = match joined.contains('(') {
        true => joined,
        false => joined.trim_end_matches(')'),
    };
    let before = before.trim_end_matches([' ', ',', '.']);
    (!joined.is_empty()).then_some((before, joined))
}

/// The first "chủ trì" or "phối hợp" after other words: where it stands, the word, and the part of those before it.
pub(super) fn first_mark(text: &str) -> Option<(usize, &'static str, RoleKind)> {
    let words = [
        (" chủ trì", RoleKind::Lead),
        (" phối hợp", RoleKind::Coordinate),
    ];
    // "(đồng chủ trì)" is the part of one name.
    let is_part = |at: usize| {
        let open = text[..at].rfind('(');
        open.is_some_and(|open| bracket::begins_with_part(&text[open..]))
    };
    let marks = words.into_iter().filter_map(|(word, kind)| {
        let mut places = text.match_indices(word).map(|(at, _)| at);
        Some((places.find(|at| !is_part(*at))?, word, kind))
    });
    marks.min_by_key(|(at, ..)| *at)
}

/// A name without the marks that join it to its neighbours.
fn trimmed(name: &str) -> String {
    let name = name.trim().trim_end_matches(',').trim_end();
    name.strip_suffix(" và").unwrap_or(name).to_owned()
}

/// Where a list may be cut: the end of what stands before, and the start of what follows.
fn separators(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let commas = text.match_indices(',').map(|(at, _)| (at, at + 1));
    let words = [" và ", "/", " + ", " & ", " - ", " – "];
    let words = words.iter().flat_map(|word| {
        let found = text.match_indices(word);
        found.map(|(at, word)| (at, at + word.len()))
    });
    let mut all: Vec<(usize, usize)> = commas.chain(words).collect();
    all.sort_unstable();
    all.into_iter()
}

/// Where the last `count` words of a text begin.
fn words_from_end(text: &str, count: usize) -> usize {
    let starts = text.split_whitespace().rev().take(count);
    // All of it when it has no more, whatever stands before its first.
    match text.split_whitespace().rev().nth(count) {
        Some(_) => starts.last().map_or(text.len(), |first| {
            first.as_ptr() as usize - text.as_ptr() as usize
        }),
        None => 0,
    }
}

/// A name in small letters with one space between its words, and every dash as a hyphen with spaces.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 2);
    let mut parted = false;
    for c in lower(name).chars() {
        let is_dash = matches!(c, '-' | '–' | '—' | '\u{2010}' | '\u{2011}' | '\u{2212}');
        if c.is_whitespace() {
            parted = true;
            continue;
        }
        if (parted || is_dash) && !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push(if is_dash { '-' } else { c });
        parted = is_dash;
    }
    spaced
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
        assert_eq!(
            split(
                "Sở Giáo dục và Đào tạo/Sở Văn hóa, Thể thao và Du lịch + các sở, ban, ngành tỉnh"
            ),
            [Some(1), Some(0), Some(2)]
        );
        for (list, kinds) in [
            ("Sở Giáo dục và Đào tạo; phối hợp: Sở lạ", "LC"),
            (
                "Sở lạ, phối hợp với các sở, ban, ngành tỉnh; Sở Giáo dục và Đào tạo",
                "LCC",
            ),
            ("Sở lạ (phối hợp với Sở Giáo dục và Đào tạo)", "LC"),
            ("Sở lạ. Cơ quan phối hợp: Sở Giáo dục và Đào tạo", "LC"),
        ] {
            let actors = names.split(list, RoleKind::Lead).into_iter();
            let found: String = actors
                .map(|actor| {
                    if actor.kind == RoleKind::Lead {
                        'L'
                    } else {
                        'C'
                    }
                })
                .collect();
            assert_eq!(found, kinds, "{list}");
        }
        // An unknown name does not take the known ones with it.
        let actors = names.split("Sở Lạ, Sở Nhà và Sở Giáo dục và Đào tạo", RoleKind::Lead);
        let printed: Vec<&str> = actors.iter().map(|actor| actor.printed.as_str()).collect();
        assert_eq!(printed, ["Sở Lạ, Sở Nhà", "Sở Giáo dục và Đào tạo"]);
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
        for parts in [
            "Trung tâm Tin học (chủ trì), Phòng Hành chính (phối hợp)",
            "Trung tâm Tin học (Chủ trì) và Phòng Hành chính (cơ quan phối hợp)",
        ] {
            assert_eq!(
                heading(parts),
                [(RoleKind::Lead, Some(0)), (RoleKind::Coordinate, Some(1))]
            );
        }
        assert_eq!(
            heading("Trung tâm Tin học (đồng chủ trì), Phòng Hành chính (đồng chủ trì)"),
            [(RoleKind::Lead, Some(0)), (RoleKind::Lead, Some(1))]
        );
        for with in [
            "Trung tâm Tin học phối hợp với Phòng Hành chính",
            "Giao Trung tâm Tin học chủ trì, phối hợp với Phòng Hành chính",
        ] {
            assert_eq!(
                heading(with),
                [(RoleKind::Lead, Some(0)), (RoleKind::Coordinate, Some(1))]
            );
        }
        assert_eq!(
            names.leading("Làm việc ở khoản 1; Phòng Hành chính chủ trì"),
            [1]
        );
        for with in [
            "Phối hợp với Trung tâm Tin học, Phòng Hành chính thực hiện khoản 1",
            "Chủ trì, cùng Trung tâm Tin học và Phòng Hành chính triển khai",
        ] {
            assert!(names.leading(with).is_empty(), "{with}");
        }
        assert_eq!(
            names.leading("Trung tâm Tin học, Phòng Hành chính thực hiện"),
            [1]
        );
    }
}
