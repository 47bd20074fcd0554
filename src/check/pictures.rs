//! Pictures that a phone cannot show, or only slowly, told where they are shown first.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::picture::photo::{Fault, MAX_BYTES, MAX_PIXELS, Photo};
use crate::resolve::link::{self, Target};
use crate::rules;
use crate::site::{Asset, Site};
use crate::source::Span;

/// Bytes that a picture may have.
const LIMIT: u64 = 300 * 1024;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let pictures = site.assets.values();
    let pictures = pictures.filter(|asset| asset.photo.is_some() || asset.fault.is_some());
    let mut untold: BTreeSet<&str> = pictures.map(|asset| &*asset.path).collect();
    if untold.is_empty() {
        return;
    }
    for (doc, document) in site.documents.iter().enumerate() {
        for shown in &document.facts.pictures {
            let Ok(Target::Output(route)) = link::resolve(site, doc, &shown.target) else {
                continue;
            };
            let path = route.as_str().trim_start_matches('/');
            if untold.remove(path) {
                faults.extend(fault(&site.assets[path], shown.span, &shown.target));
            }
        }
    }
}

/// What is wrong with the picture that `target` at `span` names.
fn fault(asset: &Asset, span: Span, target: &str) -> Option<Diagnostic> {
    match (&asset.photo, asset.fault) {
        (Some(photo), _) if photo.is_too_large() => Some(too_large(span, target)),
        (Some(photo), _) => mislabelled(asset, photo, span, target)
            .or_else(|| too_heavy(photo.heaviest(), span, target)),
        (None, Some(Fault::TooLarge)) => Some(too_large(span, target)),
        (None, Some(Fault::NoPicture)) => Some(rules::image_unreadable(span, target)),
        (None, Some(Fault::CutOff)) => Some(rules::image_cut_off(span, target)),
        (None, None) => None,
    }
}

fn too_large(span: Span, target: &str) -> Diagnostic {
    let pixels = (MAX_PIXELS / 1_000_000).to_string();
    let bytes = (MAX_BYTES >> 20).to_string();
    rules::image_too_large(span, target, &pixels, &bytes)
}

/// A server says what a file is by its ending.
fn mislabelled(asset: &Asset, photo: &Photo, span: Span, target: &str) -> Option<Diagnostic> {
    let (_, ending) = asset.path.rsplit_once('.')?;
    let right = photo.format.endings();
    let fits = right.contains(&ending.to_lowercase().as_str());
    (!fits).then(|| rules::image_mislabelled(span, target, right[0]))
}

fn too_heavy(bytes: u64, span: Span, target: &str) -> Option<Diagnostic> {
    let (size, limit) = (bytes.div_ceil(1024).to_string(), (LIMIT / 1024).to_string());
    (bytes > LIMIT).then(|| rules::image_too_heavy(span, target, &size, &limit))
}
