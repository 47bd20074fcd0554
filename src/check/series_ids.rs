//! Ids of series that cannot stand in an address: the pages of the years have them in theirs; see [`rules::bad_id`].

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules;
use crate::site::Site;
use crate::text::slug::slug;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let Some(series) = &event.series else {
            continue;
        };
        let could_be = slug(&series.id);
        if could_be != series.id.value {
            faults.push(rules::bad_id(series.id.span, &series.id, &could_be));
        }
    }
}
