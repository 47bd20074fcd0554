//! Listings: the documents of a section or term, page by page, and the schedule of a section of events.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::View;
use super::summary::state;
use super::value::{object, value};
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::plan::{Facet, Job, JobKind, Programme};
use crate::route::Route;
use crate::site::{DocId, Site};
use crate::text::dates::DayMonth;

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
        page.insert("schedule".into(), self.schedule(&self.events_below(&key.1)));
    }

    /// The events in a folder and in those below it.
    fn events_below(&self, folder: &str) -> Vec<DocId> {
        let events = self.site.of_kind("event").filter(|&doc| {
            let rest = self.site.documents[doc].path.folder.strip_prefix(folder);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
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

    /// The events of a section by their time, and the yearly day they belong to.
    pub(super) fn schedule(&self, pages: &[DocId]) -> Value {
        let now = self.site.view.now;
        let events: Vec<(DocId, &Event)> = pages
            .iter()
            .filter_map(|&doc| match &self.site.documents[doc].kind {
                Kind::Event(event) => Some((doc, &**event)),
                _ => None,
            })
            .collect();
        if events.is_empty() {
            return Value::none();
        }
        let rule: Option<DayMonth> = events.iter().find_map(|(_, e)| e.rule.as_ref()?.yearly);
        let of = |wanted: &str| {
            let mut docs: Vec<(DocId, &Event)> = events
                .iter()
                .copied()
                .filter(|(_, e)| state(e, now) == wanted)
                .collect();
            docs.sort_by_key(|(doc, event)| (event.start.as_ref().map(|start| start.value), *doc));
            self.list(&docs.into_iter().map(|(doc, _)| doc).collect::<Vec<_>>())
        };
        object([
            ("next", value(&rule.and_then(|rule| rule.next(now)))),
            ("previous", value(&rule.and_then(|rule| rule.previous(now)))),
            ("coming", of("coming")),
            ("now", of("now")),
            ("past", of("past")),
            ("recurring", of("undated")),
            ("programmes", self.programmes_of(&events)),
            ("as_of", now.iso().into()),
        ])
    }
}

impl View<'_> {
    /// The whole programmes of the series to which events belong, the latest first.
    fn programmes_of(&self, events: &[(DocId, &Event)]) -> Value {
        let is_of = |programme: &&Programme| {
            let mut series = events.iter().filter_map(|(_, event)| event.series.as_ref());
            programme.facet == Facet::All && series.any(|series| series.id == programme.series)
        };
        let programmes = self.programmes.iter().filter(is_of).rev();
        let programmes = programmes.map(|programme| {
            object([
                ("year", programme.year.into()),
                ("path", programme.route(self.site).as_str().into()),
            ])
        });
        programmes.collect::<Vec<_>>().into()
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
