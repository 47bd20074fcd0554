//! Results that are no numbers, or that are told twice for one target and day.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::rules;
use crate::site::Site;
use crate::text::numbers::parse_number;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for result in &site.data.results {
        if parse_number(&result.value).is_none() {
            faults.push(rules::bad_number(result.value.span, &result.value));
        }
        let key = (result.target.as_str(), result.as_of);
        let span = *first.entry(key).or_insert(result.target.span);
        if span != result.target.span {
            faults.push(rules::duplicate_key(
                result.target.span,
                &result.target,
                span,
            ));
        }
    }
    for row in &site.data.baseline {
        if parse_number(&row.value).is_none() {
            faults.push(rules::bad_number(row.value.span, &row.value));
        }
    }
}
