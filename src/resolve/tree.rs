//! The tree of folders: the address of each document and the documents of each folder.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::order;
use crate::document::Document;
use crate::kind::{Kind, section::SortBy};
use crate::route::Route;
use crate::site::{Edit, Section, SectionKey, Site};
use crate::text::collate::Order;
use crate::text::slug::slug;

/// The address of a document: language (unless it is the main one), folders, name.
pub(super) fn route(document: &Document, lang: &str, main: &str) -> Route {
    let path = &document.path;
    let mut segments = Vec::new();
    if lang != main {
        segments.push(lang.to_owned());
    }
    segments.extend(path.folder_slugs());
    match &document.meta.slug {
        Some(given) => segments.push(slug(given)),
        // `index.md` and `_index.md` speak for their folder.
        None if matches!(path.stem.as_str(), "_index" | "index") => {}
        None => segments.push(slug(&path.stem)),
    }
    Route::page(segments.iter().map(String::as_str))
}

/// The name of a document that leaves nothing for an address, such as one in another script without a slug.
pub fn without_address(document: &Document) -> Option<&str> {
    let path = &document.path;
    let name = match &document.meta.slug {
        Some(given) => given.as_str(),
        None if matches!(path.stem.as_str(), "_index" | "index") => "",
        None => &path.stem,
    };
    let folders = path.folder.split('/').filter(|folder| !folder.is_empty());
    folders
        .chain((!name.is_empty() || document.meta.slug.is_some()).then_some(name))
        .find(|part| slug(part).is_empty())
}

/// Every folder of every language with its documents in order.
pub(super) fn sections(
    documents: &[Arc<Document>],
    langs: &[String],
    collation: &Order,
) -> BTreeMap<SectionKey, Section> {
    let mut sections: BTreeMap<SectionKey, Section> = BTreeMap::new();
    for (doc, document) in documents.iter().enumerate() {
        let folder = &document.path.folder;
        let key = (langs[doc].clone(), folder.clone());
        let section = sections.entry(key).or_default();
        if document.path.is_section() {
            section.index = Some(doc);
        } else {
            section.pages.push(doc);
        }
        join_above(&mut sections, &langs[doc], folder);
    }
    for section in sections.values_mut() {
        let by = sort_by(section.index.map(|index| &*documents[index]));
        order::sort(&mut section.pages, by, documents, collation);
        section.subsections.sort();
    }
    sections
}

/// The folders after an edit that may have moved documents in their lists.
pub(super) fn in_order(
    site: &Site,
    edit: &Edit,
    collation: &Order,
) -> BTreeMap<SectionKey, Section> {
    let mut sections = BTreeMap::clone(&site.sections);
    let listed = edit.documents.iter();
    let listed = listed.filter(|(_, document)| !document.path.is_section());
    let keys: BTreeSet<SectionKey> = listed.map(|(doc, _)| site.section_of(*doc)).collect();
    for key in keys {
        if let Some(section) = sections.get_mut(&key) {
            let by = sort_by(section.index.map(|index| &*site.documents[index]));
            order::place(&mut section.pages, edit, by, &site.documents, collation);
        }
    }
    sections
}

/// By what a folder with this page is ordered.
fn sort_by(index: Option<&Document>) -> SortBy {
    let by = index.and_then(|index| match &index.kind {
        Kind::Section(section) => section.sort_by,
        _ => None,
    });
    by.unwrap_or(SortBy::Weight)
}

/// Makes `folder` known to every folder above it.
fn join_above(sections: &mut BTreeMap<SectionKey, Section>, lang: &str, folder: &str) {
    let mut folder = folder;
    while !folder.is_empty() {
        let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
        let section = sections
            .entry((lang.to_owned(), above.to_owned()))
            .or_default();
        if section.subsections.iter().any(|known| known == folder) {
            return;
        }
        section.subsections.push(folder.to_owned());
        folder = above;
    }
}
