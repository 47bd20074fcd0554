//! The kinds of output that come in several forms.

use crate::route::Route;
use crate::site::{DocId, Site};
use crate::text::slug::slug;

/// What tells a web server which headers it sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostFile {
    /// Of Cloudflare Pages and Netlify.
    Headers,
    /// Of the same two: old addresses. Only of a site that has any.
    Redirects,
    /// Of nginx, to be included by its operator.
    Nginx,
    /// Of Apache.
    Apache,
    /// Of Microsoft's IIS.
    Iis,
}

impl HostFile {
    /// Every such file with its name, which the servers look for.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Headers, "_headers"),
        (Self::Redirects, "_redirects"),
        (Self::Nginx, "nginx.conf"),
        (Self::Apache, ".htaccess"),
        (Self::Iis, "web.config"),
    ];
}

/// A feed of what is new in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// The section's own page.
    pub section: DocId,
    /// In which form.
    pub form: FeedForm,
}

/// The forms of feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedForm {
    /// RFC 4287.
    Atom,
    /// RSS 2.0.
    Rss,
}

impl FeedForm {
    /// Every form with the name of its file, which is that of its template too.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Atom, "atom.xml"), (Self::Rss, "rss.xml")];
}

/// What tells programs which pages there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapFile {
    /// With the days of change (sitemaps.org).
    Xml,
    /// One address a line.
    Text,
    /// Where the map is (RFC 9309).
    Robots,
}

impl MapFile {
    /// Every such file with its name.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Xml, "sitemap.xml"),
        (Self::Text, "sitemap.txt"),
        (Self::Robots, "robots.txt"),
    ];
}

/// The programme of one year of a series, whole or for one place or group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// The series.
    pub series: String,
    /// The year.
    pub year: i16,
    /// What is shown of it.
    pub facet: Facet,
}

/// What a filtered page keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Everything.
    All,
    /// What is held at one place.
    Place(DocId),
    /// What is meant for one group, by its place in the table of groups.
    Group(usize),
}

impl Programme {
    /// The folder whose page is that of a whole series.
    pub fn folder(series: &str) -> String {
        let page = Route::events().join(&slug(series));
        page.as_str().trim_matches('/').to_owned()
    }

    /// Its address: `/su-kien/10-10/2026/`, with `noi/<place>/` or `nhom/<group>/` below.
    pub fn route(&self, site: &Site) -> Route {
        let year = self.year.to_string();
        let page = Route::events().join(&slug(&self.series)).join(&year);
        match self.facet {
            Facet::All => page,
            Facet::Place(place) => page.join("noi").join(site.documents[place].id()),
            Facet::Group(group) => page.join("nhom").join(&site.data.groups[group].id),
        }
    }
}

/// The calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Every event.
    All,
    /// One event.
    Event(DocId),
    /// The events of one place.
    Place(DocId),
    /// The reports that one actor owes, by its place in the table of agencies.
    Reports(usize),
}

impl Calendar {
    /// The file of a calendar, below the page it belongs to.
    pub const FILE: &str = "lich.ics";
}

/// The files of open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// One table.
    Table {
        /// The table's name.
        name: &'static str,
        /// In which form.
        form: TableForm,
    },
    /// The description of all tables for programs.
    Package,
    /// All tables as one workbook.
    Workbook,
    /// The report form as a sheet, blank or filled for one actor.
    Form(Option<usize>),
}

/// A file of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFile {
    /// What every search needs.
    Core,
    /// Every term, for those that were mistyped.
    Words,
    /// A part of the terms.
    Terms(usize),
    /// A part of what is found.
    Entries(usize),
}

/// Into how many files the search is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchShape {
    /// Files of terms.
    pub terms: usize,
    /// Files of what is found.
    pub entries: usize,
}

impl SearchShape {
    /// Files of some two kilobytes each, as the site has pages and clauses.
    pub fn of(site: &Site) -> Self {
        let clauses = site
            .documents
            .iter()
            .map(|document| document.facts.clauses.len());
        let size = site.documents.len() * 4 + clauses.sum::<usize>();
        Self {
            terms: (size / 12).clamp(4, 400),
            entries: (size / 5).clamp(4, 4000),
        }
    }
}

impl DataFile {
    /// The file that describes all tables.
    pub const PACKAGE: &str = "datapackage.json";
    /// The workbook of all tables.
    pub const WORKBOOK: &str = "du-lieu.xlsx";
}

/// The forms of open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// Comma-separated values, for spreadsheets.
    Csv,
    /// A list of objects, for programs.
    Json,
}

impl TableForm {
    /// Every form with the ending of its files.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Csv, "csv"), (Self::Json, "json")];
}

/// What a theme brings beside its pages, by the paths and names.
#[derive(Debug, Clone, Default)]
pub struct OfTheme<'t> {
    /// Files that are copied.
    pub files: Vec<&'t String>,
    /// Styles and scripts of pages.
    pub parts: Vec<&'t String>,
    /// Whether it says how cards look.
    pub draws_cards: bool,
    /// Whether it has a mark of which icons can be drawn.
    pub draws_icons: bool,
}
