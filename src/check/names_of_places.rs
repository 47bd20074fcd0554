//! Names of places in words: of a unit that was no more on the day of a page, and of two places of today at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::AgencyUnit;
use crate::diag::Diagnostic;
use crate::document::Link;
use crate::kind::Kind;
use crate::kind::place::Place;
use crate::rules;
use crate::site::{DocId, Site};
use crate::source::Span;
use crate::text::dates::Date;
use crate::text::{provinces, units};

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let places = places(site);
    alike(&places, faults);
    let gone = Gone::of(&places);
    for (day, unit) in &site.data.units {
        faults.extend(gone.fault(unit, *day));
    }
    agencies(site, &gone, faults);
}

/// Units in the names of agencies that no plan of the time of these units can have printed.
fn agencies(site: &Site, gone: &Gone, faults: &mut Vec<Diagnostic>) {
    if site.data.units_of_agencies.is_empty() {
        return;
    }
    let plans = site.of_kind("plan").map(|doc| &site.documents[doc]);
    let old: Vec<_> = plans
        .filter(|plan| plan.kind.day().is_none_or(|day| day < units::abolished()))
        .collect();
    for (id, AgencyUnit { unit, is_district }) in &site.data.units_of_agencies {
        let mut agencies = site.data.agencies.iter();
        let agency = agencies.find(|agency| agency.id.value == *id);
        let place = agency.and_then(|agency| agency.place.as_ref());
        let is_old = old.iter().any(|plan| {
            let mut places = plan.meta.places.iter();
            place.is_none_or(|own| places.any(|place| place.value == own.value))
        });
        let is_gone = place.is_some_and(|place| gone.ids.contains(place.as_str()));
        if is_old || is_gone {
            continue;
        }
        if *is_district {
            faults.push(rules::district_gone(unit.span, &unit.target));
        } else {
            faults.extend(gone.fault(unit, site.view.now));
        }
    }
}

/// Units that pages name.
pub(super) fn of_pages(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    let gone = Gone::of(&places(site));
    for &doc in docs {
        let document = &site.documents[doc];
        let day = document.kind.day().or(document.meta.date);
        let day = day.unwrap_or(site.view.now);
        for unit in &document.facts.units {
            faults.extend(gone.fault(unit, day));
        }
    }
}

/// The places of a site by their ids.
fn places(site: &Site) -> Vec<(&str, &Place)> {
    let places = site.documents.iter();
    let places = places.filter_map(|document| match &document.kind {
        Kind::Place(place) if document.path.lang.is_none() => Some((document.id(), place.as_ref())),
        _ => None,
    });
    places.collect()
}

/// Two places of today with one full name.
fn alike(places: &[(&str, &Place)], faults: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for (_, place) in places.iter().filter(|(_, place)| place.valid_to.is_none()) {
        let span = place.full_name.span;
        match first.get(&place.full_name.to_lowercase()) {
            Some(other) => faults.push(rules::ambiguous_place(span, &place.full_name, *other)),
            None => {
                first.insert(place.full_name.to_lowercase(), span);
            }
        }
    }
}

/// The units that are no more, by their full names in small letters.
struct Gone<'s> {
    units: BTreeMap<String, (&'s Place, Date)>,
    /// The ids of their places.
    ids: BTreeSet<&'s str>,
    /// Full names of today by the ids of their places.
    names: BTreeMap<&'s str, &'s str>,
}

impl<'s> Gone<'s> {
    fn of(places: &[(&'s str, &'s Place)]) -> Self {
        let gone = places.iter().filter_map(|(_, place)| {
            let name = place.full_name.to_lowercase();
            Some((name, (*place, place.valid_to?)))
        });
        let names = places.iter();
        let ended = places.iter().filter(|(_, place)| place.valid_to.is_some());
        Self {
            ids: ended.map(|(id, _)| *id).collect(),
            units: gone.collect(),
            names: names
                .map(|(id, place)| (*id, place.full_name.as_str()))
                .collect(),
        }
    }

    /// What is wrong with naming `unit` on `day`: what the site's own places say comes first.
    fn fault(&self, unit: &Link, day: Date) -> Option<Diagnostic> {
        let (end, successor) = match self.units.get(&unit.target.to_lowercase()) {
            Some((place, end)) => {
                let successor = place.successor.as_ref();
                let successor = successor.map(|next| next.place.value.as_str());
                let named = successor.map(|id| self.names.get(id).copied().unwrap_or(id));
                (*end, named)
            }
            None => {
                let successor = provinces::successor(&unit.target)?;
                (units::abolished().yesterday()?, Some(successor))
            }
        };
        let tell = || rules::old_place_name(unit.span, &unit.target, &end.short(), successor);
        (end < day).then(tell)
    }
}
