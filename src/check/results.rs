//! Results that are no numbers or cannot be meant, or that are told twice for one target and day.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::plan::{Target, Unit};
use crate::rules;
use crate::site::Site;
use crate::text::numbers::parse_number;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let percent = percent_targets(site);
    let known = site.target_ids();
    let mut first = BTreeMap::new();
    for result in &site.data.results {
        let (span, value) = (result.value.span, result.value.as_str());
        match parse_number(value) {
            None => faults.push(rules::bad_number(span, value)),
            Some(number) if number > 100.0 && percent.contains(result.target.as_str()) => {
                faults.push(rules::out_of_range(span, value));
            }
            Some(_) => {}
        }
        if *result.as_of > site.view.now {
            let day = result.as_of.short();
            faults.push(rules::measured_ahead(result.as_of.span, &day));
        }
        // A target that there is not is told as such.
        if !known.contains(&result.target.value) {
            continue;
        }
        let key = (result.target.as_str(), *result.as_of);
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

/// The identifiers of the targets that are set in percent.
fn percent_targets(site: &Site) -> BTreeSet<String> {
    let plans = site.documents.iter().filter_map(|document| {
        let Kind::Plan(plan) = &document.kind else {
            return None;
        };
        let ids = plan.target_ids(document.id()).into_iter();
        let percent = |(_, target): &(String, &Target)| target.unit == Unit::Percent;
        Some(ids.zip(&plan.targets).filter(percent).map(|(id, _)| id))
    });
    plans.flatten().collect()
}
