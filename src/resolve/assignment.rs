//! Who does what: the tasks of every plan with those who lead and join, from printed lines, task tables, and references under an
//! agency's own heading.
//!
//! 1. A task is a clause of the tasks part without clauses below it, or any clause with a printed lead, coordinator or time. A row of a
//!    task table that repeats the words of such a clause is the same task. Lines above a list are said of every point of it that has none.
//! 2. A reference under a heading of the duties part assigns the tasks it points at to the actors of that heading. A reference to a whole
//!    part or item says too little to assign anything, and so do closing words and words of reporting.
//!
//! Nothing is filled by guess or from another plan: a task that nobody is named for stays so.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::iter::successors;
use std::sync::Arc;

use crate::data::Agency;
use crate::document::{AssignmentFact, AssignmentKind, ClauseFact, Document, ReferenceFact};
use crate::kind::Kind;
use crate::kind::plan::Plan;
use crate::parse::clause::ends_plan;
use crate::site::{Actor, DocId, Role, RoleKind, RoleSource, Task, Unsaid};
use crate::source::Span;
use crate::text::due::finishing;

use super::actor::Names;
use super::bound::{begins_like_body, is_below};
use super::said::{Said, said_before, said_in};

/// The tasks of all plans, in the order of the plans and their clauses, and the references of the duties part that say of nobody what
/// they do.
pub(super) fn tasks(documents: &[Arc<Document>], agencies: &[Agency]) -> (Vec<Task>, Vec<Unsaid>) {
    let mut tasks = Vec::new();
    let mut unsaid = Vec::new();
    // A translation sets nothing of its own.
    let originals = documents.iter().enumerate();
    for (doc, document) in originals.filter(|(_, document)| document.path.lang.is_none()) {
        if let Kind::Plan(plan) = &document.kind {
            let names = Names::of(document, agencies);
            let (mut own, by_address) = printed(doc, document, plan, &names);
            let reader = References {
                document,
                plan,
                names: &names,
                by_address: &by_address,
            };
            let left = reader.assign(&mut own);
            unsaid.extend(left.into_iter().map(|(reference, is_no_task)| Unsaid {
                plan: doc,
                reference,
                is_no_task,
            }));
            tasks.extend(own);
        }
    }
    (tasks, unsaid)
}

/// The tasks of a plan with what printed lines and tables say of them, and each task by the addresses of its clauses.
fn printed<'d>(
    doc: DocId,
    document: &'d Document,
    plan: &Plan,
    names: &Names,
) -> (Vec<Task>, BTreeMap<&'d str, usize>) {
    let clauses = &document.facts.clauses;
    let mut tasks: Vec<Task> = Vec::new();
    let mut by_address: BTreeMap<&str, usize> = BTreeMap::new();
    // Tasks that a row stands for: of two with the same words each has its own.
    let mut rowed: BTreeSet<usize> = BTreeSet::new();
    let mut by_words: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, clause) in clauses.iter().enumerate() {
        let said: Vec<&AssignmentFact> = said_of(document, &clause.address).collect();
        let is_leaf = is_last(clauses, index) && is_task_part(plan, &clause.address);
        if !is_leaf && said.is_empty() {
            continue;
        }
        let is_row = clause.address.starts_with("pl");
        // A row of a task table that repeats a clause: its cell of the task says the same, word for word.
        let is_told = is_row && !clause.cell.is_empty();
        let same = is_told.then(|| by_words.get(&plain(&clause.cell)));
        let same = same.flatten();
        let same = same.and_then(|same| same.iter().find(|at| !rowed.contains(at)).copied());
        let at = same.unwrap_or_else(|| {
            tasks.push(Task {
                plan: doc,
                clause: index,
                time: None,
                due: None,
                times: Vec::new(),
                roles: Vec::new(),
                leading: Vec::new(),
                leading_above: None,
            });
            let alike = by_words.entry(plain(&clause.text)).or_default();
            alike.push(tasks.len() - 1);
            tasks.len() - 1
        });
        if is_row {
            rowed.insert(at);
        }
        by_address.insert(&clause.address, at);
        for fact in said {
            match role_kind(fact.kind) {
                None => {
                    let printed = fact.printed.replace('\n', " ");
                    let printed = printed.trim_end_matches('.').to_owned();
                    tasks[at].times.push((printed, fact.span));
                }
                Some(kind) => {
                    for role in printed_roles(names, fact, kind) {
                        // A name printed twice in one line says it once.
                        if !tasks[at].roles.contains(&role) {
                            tasks[at].roles.push(role);
                        }
                    }
                }
            }
        }
    }
    for task in &mut tasks {
        task.time = task.times.first().map(|(printed, _)| printed.clone());
        // Where a line says it, words are not read for it.
        if !is_led(task) {
            task.leading = leading_in_words(names, &clauses[task.clause]);
        }
    }
    inherit(clauses, &mut tasks, &by_address);
    // Those below one clause have the same words above them.
    let mut above: HashMap<Option<usize>, Option<(usize, usize)>> = HashMap::new();
    for task in &mut tasks {
        if !is_led(task) && task.leading.is_empty() {
            let clause = &clauses[task.clause];
            let above = above.entry(clause.parent);
            task.leading_above =
                *above.or_insert_with(|| leading_above(names, plan, clauses, clause));
        }
    }
    (tasks, by_address)
}

/// Whether somebody is said to lead a task.
fn is_led(task: &Task) -> bool {
    task.roles.iter().any(|role| role.kind == RoleKind::Lead)
}

/// The known bodies of which the words of a clause say that they lead it: "Sở A chủ trì", "Yêu cầu Sở A mở lớp", or a title that is nothing
/// but their names.
fn leading_in_words(names: &Names, clause: &ClauseFact) -> Vec<usize> {
    let leading = names.leading(&clause.text);
    if !leading.is_empty() {
        return leading;
    }
    let title = clause.is_title.then(|| names.heading(&clause.name));
    let is_known = |named: &Vec<Actor>| named.iter().all(|actor| actor.agency.is_some());
    let title = title.filter(is_known).unwrap_or_default();
    let first = names.at_start(clause.own_text());
    let named = first.map_or_else(Vec::new, |(actors, _)| actors);
    let named = named.into_iter().chain(title);
    let leads = named.filter(|actor| actor.kind == RoleKind::Lead);
    leads.filter_map(|actor| actor.agency).collect()
}

/// The nearest clause of the tasks part above another of which the words say who leads, by its place, and who that is.
fn leading_above(
    names: &Names,
    plan: &Plan,
    clauses: &[ClauseFact],
    clause: &ClauseFact,
) -> Option<(usize, usize)> {
    let above = successors(clause.parent, |&above| clauses[above].parent);
    let mut above = above.filter(|&above| is_task_part(plan, &clauses[above].address));
    above.find_map(|above| {
        let leading = leading_in_words(names, &clauses[above]);
        Some((above, *leading.first()?))
    })
}

/// Gives the points of a list what the lines above the list say: "1. Đào tạo", "Cơ quan chủ trì: Sở A", "a) Mở lớp". A point that has a line
/// for it keeps its own; those who join the one who leads above join no other.
fn inherit(clauses: &[ClauseFact], tasks: &mut [Task], by_address: &BTreeMap<&str, usize>) {
    let given: Vec<(usize, Given)> = (0..tasks.len())
        .map(|heir| (heir, Given::to(heir, clauses, tasks, by_address)))
        .collect();
    for (heir, given) in given {
        let task = &mut tasks[heir];
        task.roles.extend(given.roles);
        task.time = task.time.take().or(given.time);
    }
}

/// What the lines above a point say of it.
struct Given {
    roles: Vec<Role>,
    time: Option<String>,
}

impl Given {
    fn to(
        heir: usize,
        clauses: &[ClauseFact],
        tasks: &[Task],
        by_address: &BTreeMap<&str, usize>,
    ) -> Self {
        let above = |clause: &usize| clauses[*clause].parent;
        let above = successors(above(&tasks[heir].clause), above);
        let above: Vec<&Task> = above
            .filter_map(|clause| by_address.get(clauses[clause].address.as_str()))
            .map(|&task| &tasks[task])
            .collect();
        let own = &tasks[heir];
        let nearest = above.iter().find(|task| !task.roles.is_empty());
        let roles = nearest.map_or(&[][..], |task| &task.roles);
        let leads = |roles: &[Role]| roles.iter().any(|role| role.kind == RoleKind::Lead);
        let joins = |roles: &[Role]| roles.iter().any(|role| role.kind == RoleKind::Coordinate);
        // A point whose own words name somebody is told, not guessed at.
        let is_bare = own.roles.is_empty() && own.leading.is_empty();
        let is_joined = !own.roles.is_empty() && !joins(&own.roles) && !leads(roles);
        let roles = if is_bare || is_joined { roles } else { &[] };
        // So is the time of its own words, which comes first.
        let time = above.iter().find_map(|task| task.time.clone());
        Self {
            roles: roles.to_vec(),
            time: time.filter(|_| finishing(clauses[own.clause].work()).is_none()),
        }
    }
}

/// Whether a clause says what is to be done and no clause below it says it closer: notes on it, such as what it costs, do not.
fn is_last(clauses: &[ClauseFact], index: usize) -> bool {
    let mut below = clauses[index + 1..]
        .iter()
        .filter(|below| below.parent == Some(index));
    // The last words of a plan are no work, and divide none.
    let closes = |clause: &ClauseFact| clause.label.is_empty() && ends_plan(&clause.text);
    let divided =
        clauses[index].has_children && below.any(|below| !below.is_detail && !closes(below));
    !clauses[index].is_detail && !closes(&clauses[index]) && !divided
}

fn said_of<'d>(
    document: &'d Document,
    address: &'d str,
) -> impl Iterator<Item = &'d AssignmentFact> {
    let facts = document.facts.assignments.iter();
    facts.filter(move |fact| fact.clause == address)
}

fn role_kind(kind: AssignmentKind) -> Option<RoleKind> {
    match kind {
        AssignmentKind::Lead => Some(RoleKind::Lead),
        AssignmentKind::Coordinate => Some(RoleKind::Coordinate),
        AssignmentKind::Time => None,
    }
}

fn is_task_part(plan: &Plan, address: &str) -> bool {
    let tasks = plan.parts.get("tasks");
    tasks.is_some_and(|part| is_below(address, part))
}

/// The words of a text by which it is known again.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';']).to_owned()
}

/// Reads the references of one plan's duties part.
struct References<'d> {
    document: &'d Document,
    plan: &'d Plan,
    names: &'d Names,
    by_address: &'d BTreeMap<&'d str, usize>,
}

impl References<'_> {
    /// Gives the tasks that references point at the roles which their words say, and returns the places of the references which point
    /// at tasks and say nothing of anybody, or say it of what is no task.
    fn assign(&self, tasks: &mut [Task]) -> Vec<(usize, bool)> {
        let mut unsaid = Vec::new();
        let Some(duties) = self.plan.parts.get("duties") else {
            return unsaid;
        };
        for (place, reference) in self.document.facts.references.iter().enumerate() {
            let clause = reference.clause.as_deref();
            let citing = clause.and_then(|clause| self.document.clause(clause));
            let is_here = |citing: &&ClauseFact| {
                let is_own = citing.address == **duties;
                is_own && self.names.at_start(citing.own_text()).is_some()
                    || is_below(&citing.address, duties)
            };
            let Some(citing) = citing.filter(is_here) else {
                continue;
            };
            let pointed = self.pointed(reference);
            let binds = self.names.binds(self.document, citing);
            let actors = self.names.bound_by(self.document, citing, duties);
            let actors = actors.filter(|actors| binds && !actors.is_empty());
            let previous = place
                .checked_sub(1)
                .map(|previous| &self.document.facts.references[previous]);
            match (self.said(reference, previous, citing, duties), actors) {
                (Some(Said::Role(_)), Some(_)) if pointed.is_empty() => {
                    let exists = |target: &String| self.document.clause(target).is_some();
                    if !reference.scope && reference.targets.iter().any(exists) {
                        unsaid.push((place, true));
                    }
                }
                // "Riêng khoản 1.3 do Sở B chủ trì": it is somebody else's.
                (Some(Said::Role(_)), Some(_)) if self.is_of_another(reference, citing) => {
                    unsaid.push((place, false));
                }
                (Some(Said::Role(kind)), Some(actors)) => {
                    let joining = self.joining_behind(place, citing);
                    let actors = actors.iter().map(|actor| (actor, kind));
                    let joining = joining.iter().map(|actor| (actor, RoleKind::Coordinate));
                    let roles = actors.chain(joining);
                    let roles: Vec<Role> = roles
                        .map(|(actor, kind)| by_reference(reference, citing, actor, kind))
                        .collect();
                    for task in pointed {
                        let known = &mut tasks[task].roles;
                        for role in &roles {
                            // "điểm a, khoản 1.1; khoản 1.1" gives it once.
                            if !known.iter().any(|known| known.says_as(role)) {
                                known.push(role.clone());
                            }
                        }
                    }
                }
                (Some(Said::Neither), _) => {}
                _ if pointed.is_empty() => {}
                _ => unsaid.push((place, false)),
            }
        }
        unsaid
    }

    /// Whether the words behind a reference give it to somebody named there.
    fn is_of_another(&self, reference: &ReferenceFact, citing: &ClauseFact) -> bool {
        let read = format!("{}{}", reference.before, reference.printed);
        let behind = citing
            .text
            .find(&read)
            .map(|at| &citing.text[at + read.len()..]);
        let named = behind.and_then(|behind| behind.trim_start().strip_prefix("do "));
        named.is_some_and(|named| {
            let piece = named.split([';', '.', ',']).next().unwrap_or(named);
            ["chủ trì", "thực hiện", "phụ trách"]
                .iter()
                .any(|verb| piece.contains(verb))
        })
    }

    /// Those whom the words behind a reference, and behind what is listed with it, say to join: "…, phần I; Sở Nội vụ phối hợp."
    fn joining_behind(&self, place: usize, citing: &ClauseFact) -> Vec<Actor> {
        let references = &self.document.facts.references;
        let upto = |reference: &ReferenceFact| format!("{}{}", reference.before, reference.printed);
        let mut read = upto(&references[place]);
        let mut rest = references[place + 1..].iter();
        // The next reference that is not listed with it.
        let next = loop {
            let next = rest.next().filter(|next| {
                next.clause == references[place].clause && next.before.starts_with(&read)
            });
            match next {
                Some(next) if is_list_joint(&next.before[read.len()..]) => read = upto(next),
                next => break next,
            }
        };
        let Some(at) = citing.text.find(&read) else {
            return Vec::new();
        };
        let behind = &citing.text[at + read.len()..];
        let upto_next = next.map_or(behind.len(), |next| next.before.len() - read.len());
        let names = joining_in(behind.get(..upto_next).unwrap_or(behind), next.is_some());
        let names = names.unwrap_or_default();
        let joining = self.names.joining(names);
        let is_named = joining.iter().any(|actor| actor.agency.is_some());
        if is_named || begins_like_body(names) {
            joining
        } else {
            Vec::new()
        }
    }

    /// The tasks that a reference points at. A whole part or item says too little of who does what in it, unless it is a task itself.
    fn pointed(&self, reference: &ReferenceFact) -> Vec<usize> {
        let targets = reference.targets.iter();
        let targets: Vec<&String> = targets
            .filter(|target| {
                let is_task = self.by_address.contains_key(target.as_str());
                !reference.scope || is_task || target.matches('.').count() > 1
            })
            .collect();
        let tasks = targets.into_iter().flat_map(|target| {
            let all = self.by_address.iter();
            let below =
                all.filter(move |(address, _)| *address == target || is_below(address, target));
            below.map(|(_, &task)| task)
        });
        tasks.collect()
    }

    /// What the words before a reference say, or else the titles above them: "a) Chủ trì".
    fn said(
        &self,
        reference: &ReferenceFact,
        previous: Option<&ReferenceFact>,
        citing: &ClauseFact,
        duties: &str,
    ) -> Option<Said> {
        let before = reference.before.as_str();
        let names = self.names.at_start(before);
        let from = names.map_or(0, |(_, end)| end);
        // Where the reference before it in the same paragraph ends.
        let ended = previous
            .filter(|previous| previous.clause == reference.clause)
            .and_then(|previous| {
                let rest = before.strip_prefix(previous.before.as_str())?;
                let rest = rest.strip_prefix(previous.printed.as_str())?;
                (before.len() - rest.len()).checked_sub(from)
            });
        let mut said = said_before(&before[from..], ended.unwrap_or(0));
        let clauses = &self.document.facts.clauses;
        said = said.or_else(|| said_in(lead_in(clauses, citing)?));
        let mut above = Some(citing);
        while let Some(title) = above.filter(|title| said.is_none() && title.address != duties) {
            let is_own_text = title.address == citing.address && !title.is_title;
            // The heading of those who are bound may name one who joins; that is the part they have under it.
            let is_heading = self
                .names
                .heading(&title.name)
                .iter()
                .any(|actor| actor.agency.is_some());
            if !is_own_text && !is_heading {
                said = said_in(&title.name);
            }
            above = title.parent.map(|parent| &clauses[parent]);
        }
        said
    }
}

/// The line that leads up to the list in which a clause without a number stands: "Chủ trì thực hiện:", "- khoản 1.1, phần II".
fn lead_in<'d>(clauses: &'d [ClauseFact], clause: &ClauseFact) -> Option<&'d str> {
    let leads = |text: &&str| text.ends_with(':');
    let is_bullet = |label: &str| !label.is_empty() && !label.contains(char::is_alphanumeric);
    if !is_bullet(&clause.label) {
        return None;
    }
    let before = clauses.iter().rev();
    let mut before = before
        .filter(|other| other.parent == clause.parent && other.span.start < clause.span.start);
    let ends = |other: &&ClauseFact| !is_bullet(&other.label) || leads(&other.text.trim());
    match before.find(ends) {
        Some(other) => Some(other.text.trim()).filter(leads),
        None => Some(clauses[clause.parent?].own_text().trim()).filter(leads),
    }
}

/// Whether words between two references only list them.
fn is_list_joint(between: &str) -> bool {
    let words = between.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words
        .into_iter()
        .all(|word| matches!(word, "và" | "hoặc" | "tại" | "các"))
}

/// The names in the words behind a reference that say who joins: "; Sở A phối hợp.", "(phối hợp với Sở A; Sở B)", ". Đề nghị Sở A tham
/// gia". Where another reference is `next`, what it ends is said of that.
fn joining_in(behind: &str, next: bool) -> Option<&str> {
    const OPENINGS: [&str; 5] = ["trong đó ", "đề nghị ", "Đề nghị ", "giao ", "Giao "];
    const BEFORE: [&str; 7] = [
        "phối hợp với ",
        "phối hợp cùng ",
        "với sự phối hợp của ",
        "với sự tham gia của ",
        "có sự phối hợp của ",
        "có sự tham gia của ",
        "cùng với ",
    ];
    const BEHIND: [&str; 4] = [
        " cùng phối hợp",
        " phối hợp",
        " tham gia",
        " cùng thực hiện",
    ];
    let mut text = behind.trim_start_matches(|c: char| " ,;.()\n".contains(c));
    while let Some(shorter) = OPENINGS.iter().find_map(|words| text.strip_prefix(words)) {
        text = shorter;
    }
    let ends = |text: &str, marks: &[char]| text.find(marks);
    if let Some(names) = BEFORE.iter().find_map(|words| text.strip_prefix(words)) {
        let end = ends(names, &['.', ')', '\n']);
        return end
            .or((!next).then_some(names.len()))
            .map(|end| &names[..end]);
    }
    let sentence = &text[..ends(text, &['.', '\n']).unwrap_or(text.len())];
    BEHIND.iter().find_map(|words| {
        let (names, rest) = sentence.split_once(words)?;
        let rest = rest.strip_prefix(" thực hiện").unwrap_or(rest);
        let is_end = rest.starts_with([';', ')', ','])
            || rest.is_empty() && !(next && text.len() == sentence.len());
        is_end.then_some(names)
    })
}

/// The part that a reference gives to one who is bound by the clause in which it stands.
fn by_reference(
    reference: &ReferenceFact,
    citing: &ClauseFact,
    actor: &Actor,
    said: RoleKind,
) -> Role {
    Role {
        // Whoever only joins under the heading leads nothing that stands there.
        kind: said.max(actor.kind),
        source: RoleSource::Reference,
        from: citing.address.clone(),
        printed: actor.printed.clone(),
        agency: actor.agency,
        span: reference.span,
        name: reference.span,
    }
}

/// The roles that a printed line or cell gives.
fn printed_roles(names: &Names, fact: &AssignmentFact, kind: RoleKind) -> Vec<Role> {
    let actors = names.doing(&fact.printed, kind).into_iter();
    actors
        .map(|actor| Role {
            kind: actor.kind,
            source: RoleSource::Printed,
            from: fact.clause.clone(),
            agency: actor.agency,
            span: fact.span,
            name: place_of(&actor.printed, fact),
            printed: actor.printed,
        })
        .collect()
}

/// Where a name stands among those that are printed together; all of them when marks or breaks part it from its place.
fn place_of(name: &str, fact: &AssignmentFact) -> Span {
    let whole = fact.span.range();
    let at = fact.printed.find(name);
    match at.filter(|_| whole.len() == fact.printed.len()) {
        Some(at) => {
            let start = whole.start + at;
            Span::new(fact.span.file, start, start + name.len())
        }
        None => fact.span,
    }
}
