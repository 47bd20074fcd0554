//! Rules that need the whole site: a table of functions, one file per rule. A rule's file holds its words in both languages, so
//! adding a rule is adding a file and one line here.

mod abbreviations;
mod agency_elsewhere;
mod assignment_as_task;
mod bad_email;
mod broken_link;
mod broken_reference;
mod change_unrecorded;
mod checked_ahead;
mod clause_moved;
mod clause_unguarded;
mod config_value;
mod confirmed_incomplete;
mod deadline_mismatch;
mod doubt_not_found;
mod event_order;
mod far_from_series;
mod half_read_reference;
mod heavy_pictures;
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
mod place_gone;
mod placeholder_left;
mod reference_without_role;
mod related_nothing;
mod report_unowed;
mod report_untaken;
mod results;
mod room_taken;
mod row_almost_task;
mod series_unnamed;
mod session_twice;
mod summary_number;
mod target_comparator;
mod target_mismatch;
mod target_order;
mod target_outside_period;
mod target_whom;
mod target_year;
mod time_after_plan;
mod two_leads;
mod two_times;
mod unknown_agency;
mod unknown_document;
mod unknown_name;
mod unspoken;
mod unused_acknowledge;

use crate::diag::{Diagnostic, Rule};
use crate::site::Site;

/// Writes the table of functions and that of the rules from the names of the files.
macro_rules! table {
    ($($file:ident),* $(,)?) => {
        static CHECKS: &[fn(&Site, &mut Vec<Diagnostic>)] = &[
            $($file::check),*,
            // These tell faults of several rules, which stand in [`crate::rules`].
            abbreviations::check, change_unrecorded::check, heavy_pictures::check, lesson_steps::check, names_of_places::check, orphans::check, results::check,
        ];

        /// Every rule of this module.
        pub static RULES: &[&Rule] = &[$(&$file::RULE),*, &unused_acknowledge::RULE];
    };
}

table!(
    agency_elsewhere,
    assignment_as_task,
    bad_email,
    broken_link,
    broken_reference,
    checked_ahead,
    clause_moved,
    clause_unguarded,
    config_value,
    confirmed_incomplete,
    deadline_mismatch,
    doubt_not_found,
    event_order,
    far_from_series,
    half_read_reference,
    lead_also_coordinates,
    lead_in_words,
    month_first,
    name_taken,
    number_untaken,
    other_body_leads,
    outside_series,
    past_without_outcome,
    place_gone,
    placeholder_left,
    reference_without_role,
    related_nothing,
    report_unowed,
    report_untaken,
    room_taken,
    row_almost_task,
    series_unnamed,
    session_twice,
    summary_number,
    target_comparator,
    target_mismatch,
    target_order,
    target_outside_period,
    target_whom,
    target_year,
    time_after_plan,
    two_leads,
    two_times,
    unknown_agency,
    unknown_document,
    unknown_name,
    unspoken,
);

/// What is wrong with `site` as a whole.
pub fn site(site: &Site) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for check in CHECKS {
        check(site, &mut faults);
    }
    faults
}

/// Takes out what an editor has acknowledged, and tells of acknowledgements that fit nothing.
pub fn acknowledged(site: &Site, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    unused_acknowledge::filter(site, faults)
}
