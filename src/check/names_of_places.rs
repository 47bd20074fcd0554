//! Names of places in words: of a unit that was no more on the day of a page, and of two places of today at once.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::document::Link;
use crate::kind::Kind;
use crate::kind::place::Place;
use crate::rules;
use crate::site::{DocId, Site};
use crate::source::Span;
use crate::text::dates::Date;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let places = places(site);
    alike(&places, faults);
    let gone = Gone::of(&places);
    for (day, unit) in &site.data.units {
        faults.extend(gone.fault(unit, *day));
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
        Self {
            units: gone.collect(),
            names: names
                .map(|(id, place)| (*id, place.full_name.as_str()))
                .collect(),
        }
    }

    /// What is wrong with naming `unit` on `day`.
    fn fault(&self, unit: &Link, day: Date) -> Option<Diagnostic> {
        let (place, end) = self.units.get(&unit.target.to_lowercase())?;
        (*end < day).then(|| {
            let successor = place.successor.as_ref();
            let successor = successor.map(|next| next.place.value.as_str());
            let successor = successor.map(|id| self.names.get(id).copied().unwrap_or(id));
            rules::old_place_name(unit.span, &unit.target, &end.short(), successor)
        })
    }
}
