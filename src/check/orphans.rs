//! Pages that nothing leads to.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::document::Topics;
use crate::kind::Kind;
use crate::resolve::link::{self, Target};
use crate::rules;
use crate::site::{DocId, Site};

pub(super) fn check(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    // A site without a home page is a part of one, and its ways in are elsewhere.
    if !site.by_path.contains_key("_index.md") {
        return;
    }
    let led = led_by_config(site);
    let teaching = ["path", "model"].map(|kind| site.all_of_kind(kind));
    let learned: BTreeSet<&str> = teaching
        .into_iter()
        .flatten()
        .flat_map(|&doc| match &site.documents[doc].kind {
            Kind::Path(path) => path.lessons.as_slice(),
            Kind::Model(model) => model.lessons.as_slice(),
            _ => &[],
        })
        .map(|lesson| lesson.as_str())
        .collect();
    for &doc in docs {
        let document = &site.documents[doc];
        let may_be = match &document.kind {
            Kind::Article(_) | Kind::Model(_) | Kind::Path(_) => true,
            Kind::Lesson(_) => !learned.contains(document.id()),
            // Plans, places and events are listed by what is understood of them; a folder by the one above.
            _ => false,
        };
        let meta = &document.meta;
        let is_sorted = !meta.taxonomies.is_empty() || !matches!(meta.topics, Topics::None);
        let is_linked = site.backlinks[doc].iter().any(|from| *from != doc) || led.contains(&doc);
        // Readers come to a translation from its original.
        let is_translation = document.path.lang.is_some();
        if may_be && !is_sorted && !is_linked && !is_translation && !is_listed(site, doc) {
            faults.push(rules::orphan_page(meta.title.span));
        }
    }
}

/// Whether the folder of a document has a page that lists it. The home page is a front door and lists nothing by itself.
fn is_listed(site: &Site, doc: DocId) -> bool {
    let folder = &site.documents[doc].path.folder;
    let section = site.sections.get(&site.section_of(doc));
    !folder.is_empty() && section.is_some_and(|section| section.index.is_some())
}

/// The pages that menus, doors and the footer lead to.
fn led_by_config(site: &Site) -> BTreeSet<DocId> {
    let config = &site.config;
    let doors = config.doors.iter().chain(&config.lesson_notice);
    let doors = doors.map(|door| &door.link);
    let links = config.menu.iter().chain(&config.footer).chain(doors);
    let led = links.filter_map(|written| match link::resolve(site, 0, written) {
        Ok(Target::Page { doc, .. }) => Some(doc),
        _ => None,
    });
    led.collect()
}
