//! The site as one immutable value: documents, their addresses and their relations. Made by [`crate::resolve`], only read afterwards.

mod edit;
mod falls;
mod held;
mod work;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::data::Data;
use crate::document::{Document, Topics};
use crate::kind::Kind;
use crate::list::List;
use crate::picture::photo::{self, Photo};
use crate::route::Route;
use crate::source::FileId;
use crate::text::dates::Date;

use falls::Falls;

pub use edit::Edit;
pub use held::Part;
pub use work::{Actor, Deadline, Duty, Role, RoleKind, RoleSource, Task, Unsaid};

/// Names a document of one [`Site`]: its index.
pub type DocId = usize;

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path below `content/`.
    pub path: String,
    /// Where it stands on the disk.
    pub file: PathBuf,
    /// Width and height, for pictures.
    pub size: Option<(u32, u32)>,
    /// Its bytes.
    pub bytes: u64,
    /// The text of a drawing, cleaned; it is published in place of the file.
    pub drawing: Option<Arc<str>>,
    /// What is known of a photograph.
    pub photo: Option<Photo>,
    /// Why a file that should be a picture is none.
    pub fault: Option<photo::Fault>,
    /// The file among the sources in which something of it is told.
    pub told: Option<FileId>,
}

impl Asset {
    /// The address of the copy.
    pub fn route(&self) -> Route {
        Route::file(&self.path)
    }

    /// The widths of the smaller pictures that are made of it, with their addresses.
    pub fn smaller(&self) -> Vec<(u32, Route)> {
        let Some(photo) = &self.photo else {
            return Vec::new();
        };
        let name = self
            .path
            .rsplit_once('.')
            .map_or(&*self.path, |(name, _)| name);
        let widths = photo.widths().into_iter();
        let routes = widths.map(|width| {
            (
                width,
                Route::file(&format!("{name}.{width}w.{}", photo.ending())),
            )
        });
        routes.collect()
    }
}

/// A folder of one language with its documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The folder's own page.
    pub index: Option<DocId>,
    /// Its documents in the order of the listing.
    pub pages: Vec<DocId>,
    /// The folders directly below it that have a page or documents.
    pub subsections: Vec<String>,
}

/// The documents of one term of a taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term as first written.
    pub name: String,
    /// Its part of the address.
    pub slug: String,
    /// Its documents, newest first.
    pub pages: Vec<DocId>,
}

/// Why a document is not published now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// It is a draft.
    Draft,
    /// Its `publish_date` lies ahead.
    Embargoed(Date),
    /// Its `expiry_date` has come.
    Expired(Date),
}

/// What decides which documents are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The day of the build, in +07:00.
    pub now: Date,
    /// Publish drafts too.
    pub drafts: bool,
    /// Publish what lies ahead too.
    pub future: bool,
}

/// Languages by their folder: the section `ke-hoach` in `vi`.
pub type SectionKey = (String, String);

/// The files that are copied, by their path below `content/`.
pub type Assets = BTreeMap<String, Asset>;

/// Everything that is known of a site. Copies are cheap: nothing is copied but references.
///
/// What an [`Edit`] of a few documents may change stands here, each for itself; what it leaves as it is stands in [`Relations`], which
/// is shared as a whole and read as if it stood here.
#[derive(Debug, Clone)]
pub struct Site {
    /// The published documents in the order of their paths.
    pub documents: List<Arc<Document>>,
    /// Folders by language and path.
    pub sections: Arc<BTreeMap<SectionKey, Section>>,
    /// The terms of each taxonomy of the configuration, in alphabetical order.
    pub terms: Arc<Vec<Vec<Term>>>,
    /// Which documents link to each document.
    pub backlinks: Arc<Vec<BTreeSet<DocId>>>,
    /// The documents in which something is acknowledged.
    pub acknowledging: Arc<Vec<DocId>>,
    relations: Arc<Relations>,
    /// What falls to each actor, once it is asked for.
    falls: Arc<OnceLock<Falls>>,
}

/// What follows from the documents of a site.
#[derive(Debug)]
pub struct Relations {
    /// The configuration.
    pub config: Arc<Config>,
    /// The file of the configuration.
    pub config_file: FileId,
    /// The tables.
    pub data: Arc<Data>,
    /// What decides which documents are published.
    pub view: View,
    /// The address of each document.
    pub routes: Vec<Route>,
    /// The language of each document.
    pub langs: Vec<String>,
    /// Documents that are not published now.
    pub skipped: BTreeMap<String, Skip>,
    /// Documents whose metadata cannot be used; links to them are not told as broken.
    pub unusable: BTreeSet<String>,
    /// Documents by their path below `content/`.
    pub by_path: BTreeMap<String, DocId>,
    /// Documents by the name of their kind, in the order of their paths.
    pub by_kind: BTreeMap<&'static str, Vec<DocId>>,
    /// Documents of the main language by the name of their kind and the one by which others call them; of several the first.
    pub by_name: BTreeMap<&'static str, HashMap<String, DocId>>,
    /// The work that the plans set.
    pub tasks: Vec<Task>,
    /// References of plans to tasks that say of nobody what they do.
    pub unsaid: Vec<Unsaid>,
    /// What the plans put on actors under their own headings.
    pub duties: Vec<Duty>,
    /// What is due, in the order of the plans.
    pub deadlines: Vec<Deadline>,
    /// The rows of the table of documents by number.
    pub cited_numbers: BTreeMap<String, Vec<usize>>,
    /// Addresses of the theme's files; nothing when the theme cannot be used, so that nobody knows them.
    pub statics: Option<Arc<BTreeSet<Route>>>,
    /// Documents by their address.
    pub by_route: HashMap<Route, DocId>,
    /// Files that are copied.
    pub assets: Arc<Assets>,
}

impl Deref for Site {
    type Target = Relations;

    fn deref(&self) -> &Relations {
        &self.relations
    }
}

impl Site {
    /// The documents of a section, given by its own page, that have a day, with it: the latest first. Those of the home page are all of its
    /// language.
    pub fn dated(&self, section: DocId) -> Vec<(Date, DocId)> {
        let key = (
            self.langs[section].clone(),
            self.documents[section].path.folder.clone(),
        );
        let pages: Vec<DocId> = if key.1.is_empty() {
            (0..self.documents.len())
                .filter(|&doc| self.langs[doc] == key.0)
                .filter(|&doc| !self.documents[doc].path.is_section())
                .collect()
        } else {
            let known = self.sections.get(&key);
            known.map_or_else(Vec::new, |known| known.pages.clone())
        };
        let dated = pages.into_iter().filter_map(|doc| {
            let meta = &self.documents[doc].meta;
            Some((meta.updated.or(meta.date)?, doc)).filter(|_| !meta.draft)
        });
        let mut dated: Vec<(Date, DocId)> = dated.collect();
        dated.sort_by(|a, b| {
            b.0.cmp(&a.0)
                .then_with(|| self.routes[a.1].cmp(&self.routes[b.1]))
        });
        dated
    }

    /// The site of `documents`, of which no more is known than follows from each for itself.
    pub fn new(documents: List<Arc<Document>>, relations: Relations) -> Self {
        let backlinks = vec![BTreeSet::new(); documents.len()];
        Self {
            acknowledging: Arc::new(acknowledging(&documents)),
            documents,
            sections: Arc::default(),
            terms: Arc::default(),
            backlinks: Arc::new(backlinks),
            relations: Arc::new(relations),
            falls: Arc::default(),
        }
    }

    /// The site with the documents of an edit in the place of those that stood at their paths. What may follow from that otherwise
    /// than before is still as it was, but for what is acknowledged.
    #[must_use]
    pub fn with(&self, edit: &Edit) -> Self {
        let mut site = self.clone();
        for (doc, new) in &edit.documents {
            site.documents.set(*doc, new.clone());
        }
        if edit.acknowledged {
            site.acknowledging = Arc::new(acknowledging(&site.documents));
        }
        site
    }

    /// The document of kind `kind` that other documents call `id`, in the main language.
    pub fn named(&self, kind: &str, id: &str) -> Option<DocId> {
        self.by_name.get(kind)?.get(id).copied()
    }

    /// The documents of kind `kind` in every language.
    pub fn all_of_kind(&self, kind: &str) -> &[DocId] {
        self.by_kind.get(kind).map_or(&[], Vec::as_slice)
    }

    /// The documents of kind `kind` in the main language.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = DocId> + '_ {
        let main = self.config.lang();
        let all = self.all_of_kind(kind).iter().copied();
        all.filter(move |&doc| self.langs[doc] == main)
    }

    /// Whether an event has a day, of its own or by a yearly rule.
    pub fn has_day(&self, event: DocId) -> bool {
        match &self.documents[event].kind {
            Kind::Event(event) => {
                let yearly = event.rule.as_ref().and_then(|rule| rule.yearly);
                event.start.is_some() || yearly.is_some()
            }
            _ => false,
        }
    }

    /// The last year for which the plans behind an event speak; nothing when it rests on none, or one of them names no end.
    pub fn rule_ends(&self, event: DocId) -> Option<i16> {
        let Kind::Event(event) = &self.documents[event].kind else {
            return None;
        };
        let plans = event
            .plan_refs
            .iter()
            .filter_map(|point| self.named("plan", &point.plan));
        let ends: Option<Vec<i16>> = plans.map(|plan| Some(self.period(plan)?.1)).collect();
        ends?.into_iter().max()
    }

    /// The series with the years in which they have dated events.
    pub fn series_years(&self) -> BTreeSet<(String, i16)> {
        let events = self.of_kind("event");
        events.filter_map(|doc| self.series_of(doc)).collect()
    }

    /// The dated events of one year of a series.
    pub fn events_of(&self, series: &str, year: i16) -> Vec<DocId> {
        let here = |doc: &DocId| {
            self.series_of(*doc)
                .is_some_and(|of| of.0 == series && of.1 == year)
        };
        self.of_kind("event").filter(here).collect()
    }

    /// The series of a dated event, with its year.
    fn series_of(&self, doc: DocId) -> Option<(String, i16)> {
        let Kind::Event(event) = &self.documents[doc].kind else {
            return None;
        };
        let series = event.series.as_ref()?;
        let start = event.start.as_ref()?;
        Some((
            series.id.value.clone(),
            series.year.unwrap_or(start.date.year()),
        ))
    }

    /// Whether an event or one of its sessions is meant for a group.
    pub fn is_for(&self, event: DocId, group: usize) -> bool {
        let id = &self.data.groups[group].id;
        let document = &self.documents[event];
        let sessions = match &document.kind {
            Kind::Event(event) => event.sessions.as_slice(),
            _ => &[],
        };
        let of_sessions = sessions.iter().flat_map(|session| &session.audience);
        let mut groups = document.meta.audience.iter().chain(of_sessions);
        groups.any(|known| known.value == id.value)
    }

    /// The other languages of a document, in the order of their paths.
    pub fn translations(&self, doc: DocId) -> impl Iterator<Item = DocId> + '_ {
        let original = self.documents[doc].path.original();
        let stem = original.trim_end_matches(".md");
        let languages = self.config.languages.iter();
        let translated = languages.map(|lang| format!("{stem}.{}.md", lang.value));
        let others = translated.chain([original.clone()]);
        let others = others.filter_map(|path| self.by_path.get(&path).copied());
        let others: BTreeSet<DocId> = others.filter(|other| *other != doc).collect();
        others.into_iter()
    }

    /// The section a document is listed in.
    pub fn section_of(&self, doc: DocId) -> SectionKey {
        let path = &self.documents[doc].path;
        let folder = if path.is_section() {
            path.folder.rsplit_once('/').map_or("", |(above, _)| above)
        } else {
            &path.folder
        };
        (self.langs[doc].clone(), folder.to_owned())
    }

    /// The topics that a clause or a document has, by their place in the table.
    pub fn topics_in_use(&self) -> Vec<usize> {
        let metas = self.documents.iter().map(|document| &document.meta.topics);
        let used: BTreeSet<&str> = metas
            .flat_map(Topics::ids)
            .map(|topic| topic.as_str())
            .collect();
        let topics = self.data.topics.iter().enumerate();
        topics
            .filter(|(_, topic)| used.contains(topic.id.as_str()))
            .map(|(at, _)| at)
            .collect()
    }

    /// The number of entries on one page of a listing; nothing when it is not cut.
    pub fn page_size(&self, section: Option<usize>) -> Option<usize> {
        section.or(self.config.paginate_by).filter(|size| *size > 0)
    }
}

fn acknowledging(documents: &List<Arc<Document>>) -> Vec<DocId> {
    let all = documents.iter().enumerate();
    let some = all.filter(|(_, document)| !document.meta.acknowledge.is_empty());
    some.map(|(doc, _)| doc).collect()
}
