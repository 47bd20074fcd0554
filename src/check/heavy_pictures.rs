//! Pictures that are too heavy for a phone, told where they are shown first.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::resolve::link::{self, Target};
use crate::rules;
use crate::site::Site;

/// Bytes that a picture may have.
const LIMIT: u64 = 300 * 1024;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let heavy = site
        .assets
        .values()
        .filter(|asset| asset.size.is_some() && asset.bytes > LIMIT);
    let heavy: Vec<_> = heavy.map(|asset| (asset.route(), asset.bytes)).collect();
    if heavy.is_empty() {
        return;
    }
    let mut told = BTreeSet::new();
    for (doc, document) in site.documents.iter().enumerate() {
        for shown in &document.facts.pictures {
            let Ok(Target::Output(route)) = link::resolve(site, doc, &shown.target) else {
                continue;
            };
            if let Some((route, bytes)) = heavy.iter().find(|(known, _)| *known == route)
                && told.insert(route.clone())
            {
                let (size, limit) = (bytes.div_ceil(1024).to_string(), (LIMIT / 1024).to_string());
                faults.push(rules::image_too_heavy(
                    shown.span,
                    &shown.target,
                    &size,
                    &limit,
                ));
            }
        }
    }
}
