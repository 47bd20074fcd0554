//! Where a link leads. The one place that reads the forms in which authors write links.

use percent_encoding::percent_decode_str;

use crate::document::Document;
use crate::parse::markdown::{SCHEMES, scheme};
use crate::route::Route;
use crate::site::{DocId, Site};
use crate::text::slug::slug;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A document, perhaps at one of its anchors.
    Page {
        /// The document.
        doc: DocId,
        /// The anchor.
        anchor: Option<String>,
    },
    /// Another output of the site, such as a picture or the search page.
    Output(Route),
    /// An address outside the site.
    External(String),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No such document or file.
    NoTarget,
    /// The document exists and is not published now.
    NotPublished,
    /// The document exists and has no such anchor.
    NoAnchor(DocId, String),
    /// Its scheme could run code or open something unexpected.
    Unsafe,
    /// The document exists but its metadata cannot be used, or the file cannot be read; told elsewhere.
    Unusable,
}

/// Finds what `written` in the document `from` leads to.
///
/// # Errors
/// Why it leads nowhere.
pub fn resolve(site: &Site, from: DocId, written: &str) -> Result<Target, Fault> {
    if let Some(anchor) = written.strip_prefix('#') {
        return page(site, from, Some(anchor));
    }
    if written.starts_with("//") {
        return Ok(Target::External(written.to_owned()));
    }
    if let Some(scheme) = scheme(written) {
        return if SCHEMES.contains(&scheme.as_str()) {
            Ok(Target::External(written.to_owned()))
        } else {
            Err(Fault::Unsafe)
        };
    }
    let (path, anchor) = match written.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (written, None),
    };
    if let Some(path) = path.strip_prefix("@/") {
        return document(site, from, path, anchor);
    }
    if path.starts_with('/') {
        return address(site, path, anchor);
    }
    let path = beside(&site.documents[from], path);
    if path.ends_with(".md") {
        return document(site, from, &path, anchor);
    }
    // The name itself first: a file may really be called "50%25.pdf".
    let decoded = percent_decode_str(&path).decode_utf8_lossy();
    let asset = site
        .assets
        .get(&path)
        .or_else(|| site.assets.get(&*decoded));
    match asset {
        Some(asset) => Ok(Target::Output(asset.route())),
        None if site.unusable.contains(&path) => Err(Fault::Unusable),
        None => Err(Fault::NoTarget),
    }
}

/// The document at `path`, in the language of the linking one when there is such a translation.
fn document(site: &Site, from: DocId, path: &str, anchor: Option<&str>) -> Result<Target, Fault> {
    if site.skipped.contains_key(path) {
        return Err(Fault::NotPublished);
    }
    if site.unusable.contains(path) {
        return Err(Fault::Unusable);
    }
    let Some(&doc) = site.by_path.get(path) else {
        let asset = site.assets.get(path);
        return asset
            .map(|asset| Target::Output(asset.route()))
            .ok_or(Fault::NoTarget);
    };
    let lang = &site.langs[from];
    let same = |other: &DocId| site.langs[*other] == *lang;
    let doc = if same(&doc) {
        doc
    } else {
        site.translations(doc).find(same).unwrap_or(doc)
    };
    page(site, doc, anchor)
}

fn address(site: &Site, path: &str, anchor: Option<&str>) -> Result<Target, Fault> {
    let route = Route::written(path);
    if let Some(&doc) = site.by_route.get(&route) {
        return page(site, doc, anchor);
    }
    let is_asset = site
        .assets
        .contains_key(route.as_str().trim_start_matches('/'));
    let is_static = match &site.statics {
        Some(statics) => statics.contains(&route),
        // What may be one is not held against the author.
        None => !route.as_str().ends_with('/'),
    };
    if is_asset || is_static || built_in(site, &route) {
        return Ok(Target::Output(route));
    }
    Err(Fault::NoTarget)
}

/// Whether a page that no document stands for answers at `route`.
fn built_in(site: &Site, route: &Route) -> bool {
    let pages = [
        Route::search(),
        Route::site_map(),
        Route::tasks(),
        Route::targets(),
        Route::due(),
        Route::documents(),
        Route::topics(),
        Route::agencies(),
        Route::data(),
        Route::form(),
    ];
    if pages.contains(route) {
        return true;
    }
    let agencies = site.acting();
    let agencies = agencies.iter().map(|&at| &site.data.agencies[at].id);
    let topics = site.topics_in_use();
    let topics = topics.iter().map(|&at| &site.data.topics[at].id);
    let plans = site.of_kind("plan").map(|doc| site.documents[doc].id());
    let mut below = agencies
        .map(|id| Route::agencies().join(id))
        .chain(topics.map(|id| Route::topics().join(id)))
        .chain(plans.map(|id| Route::tasks().join(id)));
    below.any(|known| known == *route)
}

/// An anchor may be written as its id or as the words of the heading.
fn page(site: &Site, doc: DocId, anchor: Option<&str>) -> Result<Target, Fault> {
    let Some(written) = anchor.filter(|anchor| !anchor.is_empty()) else {
        return Ok(Target::Page { doc, anchor: None });
    };
    let anchors = &site.documents[doc].facts.anchors;
    let known = |id: &str| anchors.iter().any(|anchor| anchor == id);
    let anchor = [written.to_owned(), slug(written)]
        .into_iter()
        .find(|id| known(id));
    match anchor {
        Some(anchor) => Ok(Target::Page {
            doc,
            anchor: Some(anchor),
        }),
        None => Err(Fault::NoAnchor(doc, written.to_owned())),
    }
}

/// The path below `content/` of `path` as written in `document`.
pub fn beside(document: &Document, path: &str) -> String {
    let mut parts: Vec<&str> = document
        .path
        .folder
        .split('/')
        .filter(|part| !part.is_empty())
        .collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The address to write into a page whose prefix to the root is `to_root`.
pub fn href(site: &Site, target: &Target, to_root: &str) -> String {
    match target {
        Target::Page { doc, anchor: None } => format!("{to_root}{}", site.routes[*doc].href()),
        Target::Page {
            doc,
            anchor: Some(anchor),
        } => format!("{to_root}{}#{anchor}", site.routes[*doc].href()),
        Target::Output(route) => format!("{to_root}{}", route.href()),
        Target::External(address) => address.clone(),
    }
}
