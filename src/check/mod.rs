//! Rules that need the whole site: a table of functions, one file per rule. A rule's file holds its words in both languages, so
//! adding a rule is adding a file and one line here.
//!
//! The line says how the rule looks at a site, so that after an edit only what may be told otherwise is looked at again: at `each`
//! document for itself or at many `together`, and what else of the documents it rests on, as far as an [`Edit`] can change it.

mod abbreviations;
mod agency_elsewhere;
mod ambiguous_reference;
mod assignment_as_task;
mod assignment_behind_list;
mod bad_email;
mod bad_phone;
mod broken_link;
mod broken_reference;
mod change_unrecorded;
mod changed_ahead;
mod checked_ahead;
mod clause_moved;
mod clause_unguarded;
mod closing_joined;
mod config_value;
mod confirmed_incomplete;
mod deadline_mismatch;
mod doubt_not_found;
mod duty_unowned;
mod end_without_start;
mod event_order;
mod far_from_series;
mod figures;
mod half_read_reference;
mod hours_of_whole_day;
mod lead_also_coordinates;
mod lead_in_words;
mod lesson_steps;
mod month_first;
mod name_taken;
mod names_of_places;
mod number_untaken;
mod orphans;
mod other_body_leads;
mod outside_series;
mod past_without_outcome;
mod pictures;
mod place_gone;
mod placeholder_left;
mod receiver_unnamed;
mod reference_to_no_task;
mod reference_without_role;
mod related_nothing;
mod report_of_others;
mod report_receiver;
mod report_to_itself;
mod report_unowed;
mod report_untaken;
mod results;
mod room_taken;
mod row_almost_task;
mod series_ids;
mod series_unnamed;
mod session_outside;
mod session_twice;
mod summary_number;
mod target_comparator;
mod target_exchanged;
mod target_mismatch;
mod target_order;
mod target_outside_period;
mod target_whom;
mod target_year;
mod text_beside_list;
mod time_after_plan;
mod time_untaken;
mod two_leads;
mod two_times;
mod unknown_agency;
mod unknown_document;
mod unknown_name;
mod unspoken;
mod unused_acknowledge;
mod venue_twice;
mod whose_reference;

use std::sync::Arc;

use crate::diag::{Diagnostic, Rule};
use crate::site::{DocId, Edit, Site};

/// From how many faults on a rule may tell less of each.
const MANY: usize = 100;

/// A row of the table.
struct Check {
    look: Look,
    reads: &'static [Aspect],
}

/// How a rule looks at a site. It adds what it finds.
enum Look {
    /// At each of these documents for itself; what it finds lies in the document's own file.
    Each(fn(&Site, &[DocId], &mut Vec<Diagnostic>)),
    /// At many together.
    Together(fn(&Site, &mut Vec<Diagnostic>)),
}

/// What a rule rests on beside the document that it looks at, the configuration, the tables and the files.
enum Aspect {
    /// Documents of this kind.
    Kind(&'static str),
    /// Where other documents can be linked to.
    Anchors,
    /// Where they lead.
    Links,
    /// How many faults were told before, from [`MANY`] on.
    Count,
}

const EVENT: Aspect = Aspect::Kind("event");
const LESSON: Aspect = Aspect::Kind("lesson");
const MODEL: Aspect = Aspect::Kind("model");
const PATH: Aspect = Aspect::Kind("path");
const PLACE: Aspect = Aspect::Kind("place");
const PLAN: Aspect = Aspect::Kind("plan");
const ANCHORS: Aspect = Aspect::Anchors;
const LINKS: Aspect = Aspect::Links;
const COUNT: Aspect = Aspect::Count;

/// Writes the table of functions and that of the rules from the names of the files.
macro_rules! table {
    ($($file:ident $look:ident [$($aspect:ident),*];)*) => {
        static CHECKS: &[Check] = &[
            $(Check { look: Look::$look($file::check), reads: &[$($aspect),*] },)*
            // Second functions of rules above.
            Check { look: Look::Together(broken_link::of_config), reads: &[ANCHORS] },
            Check { look: Look::Each(clause_moved::of_links), reads: &[ANCHORS, PLAN] },
            Check { look: Look::Each(clause_unguarded::of_links), reads: &[ANCHORS, PLAN] },
            Check { look: Look::Each(checked_ahead::of_reviews), reads: &[] },
            Check { look: Look::Each(event_order::of_periods), reads: &[] },
            Check { look: Look::Together(unknown_name::of_tables), reads: &[PLAN, PLACE] },
            // These tell faults of several rules, which stand in [`crate::rules`].
            Check { look: Look::Each(abbreviations::check), reads: &[] },
            Check { look: Look::Together(change_unrecorded::check), reads: &[EVENT] },
            Check { look: Look::Together(pictures::check), reads: &[LINKS] },
            Check { look: Look::Together(lesson_steps::check), reads: &[LESSON] },
            Check { look: Look::Together(names_of_places::check), reads: &[PLACE, PLAN] },
            Check { look: Look::Each(names_of_places::of_pages), reads: &[PLACE] },
            Check { look: Look::Each(orphans::check), reads: &[ANCHORS, LINKS, MODEL, PATH] },
            Check { look: Look::Together(series_ids::check), reads: &[EVENT] },
            Check { look: Look::Together(results::check), reads: &[PLAN] },
        ];

        /// Every rule of this module.
        pub static RULES: &[&Rule] = &[$(&$file::RULE),*, &unused_acknowledge::RULE];
    };
}

table!(
    agency_elsewhere Together [PLAN];
    ambiguous_reference Together [PLAN];
    assignment_as_task Together [PLAN];
    assignment_behind_list Together [PLAN];
    bad_email Together [EVENT];
    bad_phone Together [EVENT, PLACE];
    broken_link Each [ANCHORS, COUNT];
    broken_reference Together [PLAN];
    changed_ahead Together [EVENT];
    checked_ahead Together [PLACE];
    clause_moved Together [EVENT, LESSON, MODEL, PATH, PLACE, PLAN];
    clause_unguarded Together [EVENT, LESSON, MODEL, PATH, PLACE, PLAN];
    closing_joined Together [PLAN];
    config_value Together [];
    confirmed_incomplete Together [EVENT];
    deadline_mismatch Together [PLAN];
    doubt_not_found Together [PLAN];
    duty_unowned Together [PLAN];
    end_without_start Together [EVENT];
    event_order Together [EVENT];
    far_from_series Together [EVENT];
    half_read_reference Together [PLAN];
    hours_of_whole_day Together [EVENT];
    lead_also_coordinates Together [PLAN];
    lead_in_words Together [PLAN];
    month_first Together [EVENT];
    name_taken Together [];
    number_untaken Together [PLAN];
    other_body_leads Together [PLAN];
    outside_series Together [EVENT];
    past_without_outcome Together [EVENT];
    place_gone Together [EVENT, PLACE];
    placeholder_left Together [EVENT];
    receiver_unnamed Together [PLAN];
    reference_to_no_task Together [PLAN];
    reference_without_role Together [PLAN];
    related_nothing Together [PLAN];
    report_of_others Together [PLAN];
    report_receiver Together [PLAN];
    report_to_itself Together [PLAN];
    report_unowed Together [PLAN];
    report_untaken Together [PLAN];
    room_taken Together [EVENT];
    row_almost_task Together [PLAN];
    series_unnamed Together [EVENT];
    session_outside Together [EVENT];
    session_twice Together [EVENT];
    summary_number Together [PLAN];
    target_comparator Together [PLAN];
    target_exchanged Together [PLAN];
    target_mismatch Together [PLAN];
    target_order Together [PLAN];
    target_outside_period Together [PLAN];
    target_whom Together [PLAN];
    target_year Together [PLAN];
    text_beside_list Together [PLAN];
    time_after_plan Together [PLAN];
    time_untaken Together [PLAN];
    two_leads Together [PLAN];
    two_times Together [PLAN];
    unknown_agency Together [PLAN];
    unknown_document Together [PLAN];
    unknown_name Each [];
    unspoken Together [EVENT];
    venue_twice Together [EVENT];
    whose_reference Together [PLAN];
);

/// What is wrong with a site as a whole, by the rules of the table.
#[derive(Debug, Clone, Default)]
pub struct Faults(Vec<OfRule>);

type OfRule = Arc<Vec<Arc<Diagnostic>>>;

impl Faults {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Diagnostic>> {
        self.0.iter().flat_map(|of_rule| &**of_rule)
    }
}

/// What is wrong with `site` as a whole.
pub fn site(site: &Site) -> Faults {
    Faults(CHECKS.iter().map(|check| check.whole(site)).collect())
}

/// What is wrong with `site` after an edit, before which it was `before`.
pub fn edited(site: &Site, before: &Faults, edit: &Edit) -> Faults {
    let both = CHECKS.iter().zip(&before.0);
    Faults(
        both.map(|(check, before)| check.again(site, before, edit))
            .collect(),
    )
}

impl Check {
    fn whole(&self, site: &Site) -> OfRule {
        let mut faults = Vec::new();
        match self.look {
            Look::Each(look) => {
                let all: Vec<DocId> = (0..site.documents.len()).collect();
                look(site, &all, &mut faults);
            }
            Look::Together(look) => look(site, &mut faults),
        }
        Arc::new(faults.into_iter().map(Arc::new).collect())
    }

    fn again(&self, site: &Site, before: &OfRule, edit: &Edit) -> OfRule {
        let mut reads = self.reads.iter();
        if reads.any(|aspect| aspect.is_in(edit, before.len())) {
            return self.whole(site);
        }
        // Whatever lies in an edited file may lie elsewhere in it now.
        let is_touched = before.iter().any(|fault| edit.touches(fault));
        match self.look {
            Look::Together(_) if is_touched => self.whole(site),
            Look::Together(_) => before.clone(),
            Look::Each(look) => {
                let docs: Vec<DocId> = edit.documents.iter().map(|(doc, _)| *doc).collect();
                let mut found = Vec::new();
                look(site, &docs, &mut found);
                let count = before.len() + found.len();
                if self.reads.iter().any(|aspect| aspect.is_in(edit, count)) {
                    return self.whole(site);
                }
                if !is_touched && found.is_empty() {
                    return before.clone();
                }
                let kept = before.iter().filter(|fault| !edit.touches(fault)).cloned();
                Arc::new(kept.chain(found.into_iter().map(Arc::new)).collect())
            }
        }
    }
}

impl Aspect {
    /// Whether it is another after an edit; `count` are the faults of the rule.
    fn is_in(&self, edit: &Edit, count: usize) -> bool {
        match self {
            Self::Kind(kind) => edit.kinds.contains(kind),
            Self::Anchors => edit.anchors,
            Self::Links => edit.links,
            Self::Count => count >= MANY,
        }
    }
}

/// Takes out what an editor has acknowledged, and tells of acknowledgements that fit nothing.
pub fn acknowledged(site: &Site, faults: Vec<Arc<Diagnostic>>) -> Vec<Arc<Diagnostic>> {
    unused_acknowledge::filter(site, faults)
}
