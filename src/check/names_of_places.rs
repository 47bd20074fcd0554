//! Names of places in words: of a unit that was no more on the day of an event, and of two places of today at once.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::document::Document;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::kind::place::Place;
use crate::rules;
use crate::site::Site;
use crate::text::districts;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let places = site
        .documents
        .iter()
        .filter_map(|document| match &document.kind {
            Kind::Place(place) if document.path.lang.is_none() => {
                Some((document.as_ref(), place.as_ref()))
            }
            _ => None,
        });
    let places: Vec<(&Document, &Place)> = places.collect();
    alike(&places, faults);
    for document in &site.documents {
        if let Kind::Event(event) = &document.kind {
            of_event(document, event, &places, faults);
        }
    }
}

/// Two places of today with one full name.
fn alike(places: &[(&Document, &Place)], faults: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &Document> = BTreeMap::new();
    for (document, place) in places.iter().filter(|(_, place)| place.valid_to.is_none()) {
        let key = place.full_name.to_lowercase();
        match first.get(&key) {
            Some(other) => faults.push(rules::ambiguous_place(
                document.meta.title.span,
                &place.full_name,
                other.meta.title.span,
            )),
            None => {
                first.insert(key, document);
            }
        }
    }
}

fn of_event(
    document: &Document,
    event: &Event,
    places: &[(&Document, &Place)],
    faults: &mut Vec<Diagnostic>,
) {
    let Some(start) = &event.start else { return };
    let span = document.meta.title.span;
    let venues = event.venues.iter();
    let venues = venues.flat_map(|venue| [Some(&venue.name), venue.address.as_ref()]);
    let contact = event.contact.iter().map(|contact| contact.name.as_ref());
    let texts = venues.chain(contact).flatten().chain(&event.organiser);
    let texts: Vec<&String> = texts.collect();
    for (_, place) in places {
        let Some(end) = place.valid_to.filter(|end| *end < start.date) else {
            continue;
        };
        let name = place.full_name.as_str();
        let says = |text: &&&String| {
            text.to_lowercase().contains(&name.to_lowercase()) && !text.contains("cũ")
        };
        if texts.iter().any(|text| says(&text)) {
            let successor = place
                .successor
                .as_ref()
                .map_or("", |next| next.place.as_str());
            faults.push(rules::old_place_name(span, name, &end.short(), successor));
        }
    }
    if start.date >= districts::abolished() {
        for text in texts {
            let found = districts::named(text).into_iter();
            faults.extend(found.map(|range| rules::district_gone(span, &text[range])));
        }
    }
}
