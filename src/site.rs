//! The site as one immutable value: documents, their addresses and their relations. Made by [`crate::resolve`], only read afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::config::Config;
use crate::data::Data;
use crate::document::Document;
use crate::route::Route;
use crate::source::{FileId, Span};
use crate::text::dates::Date;

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
}

impl Asset {
    /// The address of the copy.
    pub fn route(&self) -> Route {
        Route::file(&self.path)
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

/// A piece of work that a plan sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The plan.
    pub plan: DocId,
    /// Its clause, by its place in the plan's facts.
    pub clause: usize,
    /// By when, as printed.
    pub time: Option<String>,
    /// Who leads and joins.
    pub roles: Vec<Role>,
}

/// The part that one actor has in a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Whether it leads or joins.
    pub kind: RoleKind,
    /// How it is known.
    pub source: RoleSource,
    /// The address of the clause that says so.
    pub from: String,
    /// The actor's name as printed.
    pub printed: String,
    /// The actor, by its place in the table of agencies.
    pub agency: Option<usize>,
    /// Where it is said.
    pub span: Span,
}

/// Leads or joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleKind {
    /// Leads.
    Lead,
    /// Joins.
    Coordinate,
}

/// How a role is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleSource {
    /// Printed at the task.
    Printed,
    /// By a reference under the actor's own heading.
    Reference,
}

impl Task {
    /// How the lead is known; nothing when nobody is named.
    pub fn assigned(&self) -> Option<RoleSource> {
        let leads = self.roles.iter().filter(|role| role.kind == RoleKind::Lead);
        leads.map(|role| role.source).min()
    }
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

/// Everything that is known of a site.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub config: Config,
    /// The file of the configuration.
    pub config_file: FileId,
    /// The tables.
    pub data: Data,
    /// What decides which documents are published.
    pub view: View,
    /// The published documents in the order of their paths.
    pub documents: Vec<Document>,
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
    /// Folders by language and path.
    pub sections: BTreeMap<SectionKey, Section>,
    /// The terms of each taxonomy of the configuration, in alphabetical order.
    pub terms: Vec<Vec<Term>>,
    /// The work that the plans set.
    pub tasks: Vec<Task>,
    /// Files that are copied.
    pub assets: BTreeMap<String, Asset>,
    /// Which documents link to each document.
    pub backlinks: Vec<BTreeSet<DocId>>,
}

impl Site {
    /// The document of kind `kind` that other documents call `id`, in the main language.
    pub fn named(&self, kind: &str, id: &str) -> Option<DocId> {
        let main = self.config.lang();
        (0..self.documents.len()).find(|&doc| {
            let document = &self.documents[doc];
            document.kind.name() == kind && document.id() == id && self.langs[doc] == main
        })
    }

    /// The documents of kind `kind` in the main language.
    pub fn of_kind<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = DocId> + 's {
        let main = self.config.lang();
        (0..self.documents.len())
            .filter(move |&doc| self.documents[doc].kind.name() == kind && self.langs[doc] == main)
    }

    /// The other languages of a document.
    pub fn translations(&self, doc: DocId) -> impl Iterator<Item = DocId> + '_ {
        let original = self.documents[doc].path.original();
        (0..self.documents.len())
            .filter(move |&other| other != doc && self.documents[other].path.original() == original)
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

    /// The actors that have a part in a task, by their place in the table of agencies.
    pub fn acting(&self) -> BTreeSet<usize> {
        let roles = self.tasks.iter().flat_map(|task| &task.roles);
        roles.filter_map(|role| role.agency).collect()
    }

    /// The number of entries on one page of a listing; nothing when it is not cut.
    pub fn page_size(&self, section: Option<usize>) -> Option<usize> {
        section.or(self.config.paginate_by).filter(|size| *size > 0)
    }
}
