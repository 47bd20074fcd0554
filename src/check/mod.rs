//! Rules that need the whole site: a table of functions, one file per rule. A rule's file holds its words in both languages, so
//! adding a rule is adding a file and one line here.

mod agency_elsewhere;
mod assignment_as_task;
mod broken_link;
mod broken_reference;
mod config_value;
mod confirmed_incomplete;
mod deadline_mismatch;
mod doubt_not_found;
mod event_order;
mod half_read_reference;
mod lead_also_coordinates;
mod name_taken;
mod other_body_leads;
mod outside_series;
mod past_without_outcome;
mod place_gone;
mod placeholder_left;
mod reference_without_role;
mod related_nothing;
mod report_unowed;
mod results;
mod room_taken;
mod row_almost_task;
mod summary_number;
mod target_comparator;
mod target_mismatch;
mod target_order;
mod target_outside_period;
mod time_after_plan;
mod two_leads;
mod two_times;
mod unknown_agency;
mod unknown_document;
mod unknown_name;
mod unspoken;
mod unused_acknowledge;

use crate::diag::Diagnostic;
use crate::site::Site;

/// Every rule, in the order of their names.
static CHECKS: &[fn(&Site, &mut Vec<Diagnostic>)] = &[
    agency_elsewhere::check,
    assignment_as_task::check,
    broken_link::check,
    broken_reference::check,
    config_value::check,
    confirmed_incomplete::check,
    deadline_mismatch::check,
    doubt_not_found::check,
    event_order::check,
    half_read_reference::check,
    lead_also_coordinates::check,
    name_taken::check,
    other_body_leads::check,
    outside_series::check,
    past_without_outcome::check,
    place_gone::check,
    placeholder_left::check,
    related_nothing::check,
    reference_without_role::check,
    report_unowed::check,
    results::check,
    room_taken::check,
    row_almost_task::check,
    summary_number::check,
    target_comparator::check,
    target_mismatch::check,
    target_order::check,
    target_outside_period::check,
    time_after_plan::check,
    two_leads::check,
    two_times::check,
    unknown_agency::check,
    unknown_document::check,
    unknown_name::check,
    unspoken::check,
];

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
