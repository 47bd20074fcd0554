//! Who is bound by a clause of the duties part: those whom its words begin with, else those of the heading above it.

use crate::document::{ClauseFact, Document};
use crate::parse::clause::{closes_plan, ends_plan};
use crate::site::{Actor, RoleKind};
use crate::text::fold::{after_word, lower};

use super::actor::{Names, begins_with_joining, first_mark, unasked};
use super::adverbial::subjects;

impl Names {
    /// Those whom a clause of the duties part binds: those whom its own words begin with ("Tỉnh Đoàn chủ trì …"), else those of the
    /// heading under which it stands.
    pub(super) fn bound_by(
        &self,
        document: &Document,
        clause: &ClauseFact,
        duties: &str,
    ) -> Option<Vec<Actor>> {
        let above = self.above(document, clause, duties);
        let is_known = |actors: &Vec<Actor>| actors.iter().all(|actor| actor.agency.is_some());
        let own_text = clause.own_text();
        let is_here = clause.address == duties || is_below(&clause.address, duties);
        // Below the name of a body its title's text is its duty, and "Lãnh đạo Hội đồng nhân dân …" is what it does.
        let is_verb = clause.is_title || own_text.starts_with("Lãnh đạo ");
        let is_of_heading = is_verb && above.as_ref().is_some_and(is_known);
        let own = (!is_of_heading && is_here).then(|| self.at_start(own_text));
        if let Some((own, _)) = own.flatten() {
            return Some(own);
        }
        let unknown =
            is_here.then(|| self.unknown_subject(own_text, above.as_deref().unwrap_or_default()));
        unknown.flatten().or(above)
    }

    /// Whether a clause of the duties part binds anybody: it has a label, is the text of a title that lists nothing, or begins with
    /// those who have to do it. Closing words bind nobody, and after a list any other paragraph without a label closes the plan.
    pub(super) fn binds(&self, document: &Document, clause: &ClauseFact) -> bool {
        let above = clause.parent.map(|parent| &document.facts.clauses[parent]);
        let is_titles_text = above.is_some_and(|above| {
            self.is_heading(above) && !lists(document, above) && !is_closed(document, clause)
        });
        !clause.label.is_empty() || is_titles_text || self.at_start(clause.own_text()).is_some()
    }

    /// Whether a clause is the heading of what stands below it: printed as a title, or nothing but a name, as Word prints it in bold.
    pub(super) fn is_heading(&self, clause: &ClauseFact) -> bool {
        let is_name = clause.text.trim_end_matches([':', '.', ' ']) == clause.name;
        let named = self.heading(&clause.name);
        let is_known = !named.is_empty() && named.iter().all(|actor| actor.agency.is_some());
        let is_body = is_known || looks_like_body(&named);
        clause.is_title || clause.has_children && is_name && is_body
    }

    /// The known actors whom a text begins with, when nothing else stands before its first verb: "Sở A chủ trì, phối hợp với Sở B làm …",
    /// "Giao Sở A thực hiện …"; and where the names that lead end.
    ///
    /// A time or a word such as "Ngoài ra" may stand before them: "Hằng năm, Sở A bố trí kinh phí".
    pub(super) fn at_start(&self, text: &str) -> Option<(Vec<Actor>, usize)> {
        let behind = || {
            let mut found = subjects(text).into_iter().filter_map(|at| {
                let (actors, end) = self.subject(&text[at..])?;
                Some((actors, at + end))
            });
            found.next()
        };
        self.subject(text).or_else(behind)
    }

    /// The same of a text that begins with the names themselves.
    fn subject(&self, text: &str) -> Option<(Vec<Actor>, usize)> {
        if begins_with_joining(unasked(text)) {
            return None;
        }
        let verbs = DOING.iter().filter_map(|verb| text.find(verb));
        let end = verbs.chain(text.find(':')).min();
        let whole = end.map(|end| self.heading(&text[..end]));
        let all_known = |named: &Vec<Actor>| {
            !named.is_empty() && named.iter().all(|actor| actor.agency.is_some())
        };
        let mark = first_mark(text).map(|(at, ..)| at);
        let names_end = mark.into_iter().chain(end).min();
        let before_verb = whole.filter(all_known).or_else(|| self.before_mark(text));
        let before_verb = before_verb.and_then(|actors| Some((actors, names_end?)));
        before_verb.or_else(|| self.first_names(text))
    }

    /// The known actors whom a text begins with, whatever they do: "Sở A bố trí kinh phí …", "Sở A, Sở B căn cứ chức năng …"; and where
    /// their names end. Nothing where a name goes on ("Công an" in "Công an xã"), or another follows that is not known.
    fn first_names(&self, text: &str) -> Option<(Vec<Actor>, usize)> {
        let mut at = text.len() - unasked(text).len();
        let mut actors = Vec::new();
        loop {
            let (end, agency) = self.longest(&text[at..])?;
            actors.push(Actor {
                kind: RoleKind::Lead,
                printed: text[at..at + end].to_owned(),
                agency: Some(agency),
            });
            at += end;
            let rest = &text[at..];
            let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint));
            let Some(joint) = joint else {
                // "UBND tỉnh giao Sở A …": the duty is that of the one who is charged.
                if let Some(charged) = CHARGING.iter().find_map(|verb| rest.strip_prefix(*verb)) {
                    let (actors, end) = self.first_names(charged)?;
                    return Some((actors, text.len() - charged.len() + end));
                }
                let goes_on = rest.starts_with(' ') && !goes_on_as_name(rest.trim_start());
                return goes_on.then_some((actors, at));
            };
            let next = rest[joint.len()..].trim_start();
            // "Sở A, căn cứ chức năng, …": the names are over.
            if *joint == "," && self.longest(next).is_none() && !goes_on_as_name(next) {
                return Some((actors, at));
            }
            at = text.len() - next.len();
        }
    }

    /// The longest known name at the start of a text: where it ends, and whose it is.
    pub(super) fn longest(&self, text: &str) -> Option<(usize, usize)> {
        let ends = text
            .match_indices([' ', ',', ';', '\n', '.', '/'])
            .map(|(at, _)| at)
            .take(LONGEST_NAME);
        let known = ends.filter_map(|end| Some((end, self.known(&text[..end])?)));
        known.last()
    }

    /// The known actors before the first "chủ trì" or "phối hợp" of a text, when nothing else stands there.
    fn before_mark(&self, text: &str) -> Option<Vec<Actor>> {
        let (at, _, kind) = first_mark(text)?;
        let named = self.split(unasked(&text[..at]), kind);
        let known = !named.is_empty() && named.iter().all(|actor| actor.agency.is_some());
        known.then_some(named)
    }

    /// The actors under whose heading a clause of the duties part stands: those of the nearest heading whose names are all known,
    /// else of the outermost one, as printed.
    fn above(&self, document: &Document, clause: &ClauseFact, duties: &str) -> Option<Vec<Actor>> {
        if !is_below(&clause.address, duties) {
            return None;
        }
        let mut actors: Option<Vec<Actor>> = None;
        let mut at = Some(clause);
        while let Some(heading) = at.filter(|clause| clause.address != duties) {
            let named = self.heading(&heading.name);
            let is_known = named.iter().all(|actor| actor.agency.is_some());
            if !named.is_empty() && is_known {
                // A body that is not known, one level below a wider heading, is none of those.
                let inner = actors.filter(|inner| self.are_others(inner, &named));
                return Some(inner.unwrap_or(named));
            }
            // A clause that is one sentence is no heading.
            let is_heading =
                heading.is_title || heading.has_children || heading.name != heading.text;
            // The nearest that looks like a body; a subject, such as "Kinh phí", is none.
            if is_heading && actors.is_none() && looks_like_body(&named) {
                actors = Some(named);
            }
            at = heading.parent.map(|parent| &document.facts.clauses[parent]);
        }
        actors
    }
}

/// The most words of a name, marks between them included.
const LONGEST_NAME: usize = 32;

/// Verbs by which one body charges another.
const CHARGING: [&str; 7] = [
    " giao cho ",
    " giao ",
    " phân công ",
    " ủy quyền cho ",
    " uỷ quyền cho ",
    " yêu cầu ",
    " đề nghị ",
];

/// What joins one name to the next.
const JOINTS: [&str; 5] = [",", ";", " và ", "/", " & "];

/// Whether the words behind a name belong to it or name somebody else: a capital, or what tells one body of a kind from another.
fn goes_on_as_name(text: &str) -> bool {
    const WORDS: [&str; 27] = [
        "các",
        "cấp",
        "tỉnh",
        "thành",
        "huyện",
        "quận",
        "thị",
        "xã",
        "phường",
        "ấp",
        "khóm",
        "trung",
        "địa",
        "cơ",
        "đơn",
        "khu",
        "của",
        "thuộc",
        "trực",
        "ở",
        "tại",
        "nơi",
        "và",
        "những",
        "mọi",
        "liên",
        "chuyên",
    ];
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    word.is_empty() || word.starts_with(char::is_uppercase) || WORDS.contains(&word)
}

/// Verbs of doing, which end the names of those who do.
const DOING: [&str; 7] = [
    " thực hiện",
    " triển khai",
    " tổ chức thực hiện",
    " làm ",
    " có trách nhiệm",
    " chịu trách nhiệm",
    " là đầu mối",
];

/// Whether one of the names begins as those of bodies and of their heads do.
fn looks_like_body(named: &[Actor]) -> bool {
    named.iter().any(|actor| {
        let printed = lower(&actor.printed);
        // "Các sở, ban, ngành", "các doanh nghiệp"
        begins_like_body(&actor.printed) || printed.starts_with("các ")
    })
}

/// Whether a text begins as the names of bodies and of their heads do.
pub fn begins_like_body(text: &str) -> bool {
    const OTHERS: [&str; 8] = [
        "tổ chức",
        "ban hành",
        "hội nghị",
        "hội thảo",
        "hội thi",
        "liên hệ",
        "liên kết",
        "đoàn kết",
    ];
    const BEGINNINGS: [&str; 33] = [
        "bưu điện",
        "viễn thông",
        "ngân hàng",
        "kho bạc",
        "bảo hiểm",
        "tòa án",
        "viện",
        "tỉnh đoàn",
        "thành đoàn",
        "doanh nghiệp",
        "tổ",
        "sở",
        "ban",
        "ủy",
        "uỷ",
        "ubnd",
        "hđnd",
        "phòng",
        "công an",
        "hội",
        "đoàn",
        "văn phòng",
        "trung tâm",
        "đảng",
        "giám đốc",
        "chủ tịch",
        "trường",
        "liên",
        "mặt trận",
        "đài",
        "cục",
        "chi cục",
        "bộ",
    ];
    let name = lower(text);
    let begins = |word: &&str| after_word(&name, word).is_some();
    BEGINNINGS.iter().any(begins) && !OTHERS.iter().any(begins)
}

/// Whether a paragraph without a label is one of the words that close the plan, or stands behind its last ones.
fn is_closed(document: &Document, clause: &ClauseFact) -> bool {
    let mut before = document.facts.clauses.iter().filter(|other| {
        let is_beside = other.parent == clause.parent && other.label.is_empty();
        is_beside && other.span.start < clause.span.start
    });
    closes_plan(clause.own_text()) || before.any(|other| ends_plan(other.own_text()))
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
