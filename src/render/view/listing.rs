//! Listings: the documents of a section or term, page by page.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::kind::Kind;
use crate::plan::{Job, JobKind, Programme};
use crate::route::Route;
use crate::site::{DocId, Site};

impl View<'_> {
    pub(super) fn listing(&self, doc: DocId, number: usize, page: &mut Map) {
        let document = &self.site.documents[doc];
        let Kind::Section(config) = &document.kind else {
            return;
        };
        let key = (self.site.langs[doc].clone(), document.path.folder.clone());
        let section = &self.site.sections[&key];
        let listed = document.meta.template.is_none();
        let size = self.site.page_size(config.paginate_by).filter(|_| listed);
        self.entries(&section.pages, size, number, &self.site.routes[doc], page);
        let subsections = section.subsections.iter().filter_map(|folder| {
            let key = (key.0.clone(), folder.clone());
            let index = self.site.sections.get(&key)?.index?;
            let meta = &self.site.documents[index].meta;
            Some(object([
                ("title", meta.title.as_str().into()),
                ("path", self.site.routes[index].as_str().into()),
                ("description", meta.description.as_str().into()),
            ]))
        });
        page.insert("subsections".into(), subsections.collect::<Vec<_>>().into());
        let events = self.events_below(&key.1);
        let moves = if listed { &section.pages } else { &events };
        page.insert("moves".into(), self.moves(moves).into());
        page.insert("schedule".into(), self.agenda(&events));
    }

    /// The events in a folder and in those below it, and those of the series whose folder it is.
    fn events_below(&self, folder: &str) -> Vec<DocId> {
        let events = self.site.of_kind("event").filter(|&doc| {
            let document = &self.site.documents[doc];
            let rest = document.path.folder.strip_prefix(folder);
            let below = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let Kind::Event(event) = &document.kind else {
                return false;
            };
            let series = event.series.as_ref();
            below || series.is_some_and(|series| folder == Programme::folder(&series.id))
        });
        events.collect()
    }

    /// One page of a listing and the way to the others.
    pub(super) fn entries(
        &self,
        all: &[DocId],
        size: Option<usize>,
        number: usize,
        first: &Route,
        page: &mut Map,
    ) {
        let shown = match size {
            Some(size) => all.chunks(size).nth(number - 1).unwrap_or(&[]),
            None => all,
        };
        page.insert("pages".into(), self.list(shown));
        let count = self.pagers.get(first).copied().unwrap_or(1);
        if count > 1 {
            page.insert("pager".into(), pager(first, number, count));
        }
    }
}

/// Counts the pages of every listing.
pub(super) fn pagers(site: &Site, jobs: &[Job]) -> BTreeMap<Route, usize> {
    let mut pagers: BTreeMap<Route, usize> = BTreeMap::new();
    for job in jobs {
        let (first, page) = match &job.kind {
            JobKind::Document { doc, page } => (site.routes[*doc].clone(), *page),
            JobKind::Term {
                taxonomy,
                term,
                page,
            } => {
                let config = &site.config.taxonomies[*taxonomy];
                let term = &site.terms[*taxonomy][*term];
                (
                    Route::page([config.name.as_str(), term.slug.as_str()]),
                    *page,
                )
            }
            _ => continue,
        };
        let count = pagers.entry(first).or_insert(page);
        *count = page.max(*count);
    }
    pagers
}

fn pager(first: &Route, number: usize, count: usize) -> Value {
    let path = |number: usize| Value::from(first.pager(number).as_str());
    let pages = (1..=count).map(|n| object([("number", n.into()), ("path", path(n))]));
    object([
        ("number", number.into()),
        ("count", count.into()),
        ("previous", (number > 1).then(|| path(number - 1)).into()),
        ("next", (number < count).then(|| path(number + 1)).into()),
        ("pages", pages.collect::<Vec<_>>().into()),
    ])
}
