//! An event or a session that is not as announced, with no change recorded; see [`rules::change_untold`].

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::EventRow;
use crate::record::Record as _;
use crate::rules;
use crate::site::Site;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        if !event.changes.is_empty() {
            continue;
        }
        let sessions = event
            .sessions
            .iter()
            .filter_map(|session| session.status.as_ref());
        let row = || site.data.first_row(document.file);
        let is_mistyped = || row().is_some_and(|row| row.mistypes("changed_at", EventRow::FIELDS));
        let mut told = Vec::new();
        for status in event.status.iter().chain(sessions) {
            if status.is_change() && !told.contains(&status.span) && !is_mistyped() {
                told.push(status.span);
                faults.push(rules::change_untold(status.span, status.word()));
            }
        }
    }
}
