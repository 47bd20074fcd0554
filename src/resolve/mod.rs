//! Joins parsed documents into a [`Site`]: addresses, sections, order, terms, links.

mod actor;
mod adverbial;
mod assignment;
mod behind_name;
mod bound;
mod bracket;
mod duty;
pub mod link;
mod order;
mod said;
mod subject;
pub mod tree;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::Config;
use crate::data::Data;
use crate::document::Document;
use crate::kind::section::SortBy;
use crate::parse::Parsed;
use crate::parse::citation::plain_number;
use crate::route::Route;
use crate::site::{Assets, DocId, Edit, Relations, Site, Skip, Term, View};
use crate::source::FileId;
use crate::text::collate::Order;
use crate::text::slug::slug;

use link::Target;

pub use bound::begins_like_body;

/// Builds the site that is published under `view`.
pub fn site<'p>(
    config_file: FileId,
    config: Arc<Config>,
    data: Arc<Data>,
    parsed: impl Iterator<Item = &'p Arc<Parsed>>,
    assets: Arc<Assets>,
    statics: Option<Arc<BTreeSet<Route>>>,
    view: View,
) -> Site {
    let mut documents = Vec::new();
    let mut skipped = BTreeMap::new();
    let mut unusable = BTreeSet::new();
    for parsed in parsed {
        let path = &parsed.path.path;
        match &parsed.document {
            None => drop(unusable.insert(path.clone())),
            Some(document) => match skip(document, view) {
                Some(reason) => drop(skipped.insert(path.clone(), reason)),
                None => documents.push(document.clone()),
            },
        }
    }
    documents.sort_by(|a, b| a.path.path.cmp(&b.path.path));
    let langs: Vec<String> = documents
        .iter()
        .map(|document| {
            document
                .path
                .lang
                .clone()
                .unwrap_or_else(|| config.lang().to_owned())
        })
        .collect();
    let routes: Vec<Route> = documents
        .iter()
        .zip(&langs)
        .map(|(document, lang)| tree::route(document, lang, config.lang()))
        .collect();
    // Of several documents at one address the first is meant.
    let by_route = routes.iter().enumerate().rev();
    let by_route = by_route.map(|(doc, route)| (route.clone(), doc)).collect();
    let by_path = documents
        .iter()
        .enumerate()
        .map(|(doc, document)| (document.path.path.clone(), doc))
        .collect();
    let order = Order::vietnamese();
    let (mut tasks, unsaid) = assignment::tasks(&documents, &data.agencies);
    let (duties, deadlines) = duty::duties(&documents, &data.agencies, &tasks);
    duty::times(&mut tasks, &deadlines);
    let sections = tree::sections(&documents, &langs, &order);
    let terms = terms(&config, &documents, &order);
    let relations = Relations {
        by_kind: by_kind(&documents),
        by_name: by_name(&documents, &langs, config.lang()),
        cited_numbers: cited_numbers(&data),
        tasks,
        unsaid,
        duties,
        deadlines,
        assets,
        statics,
        by_route,
        config,
        data,
        view,
        routes,
        langs,
        skipped,
        unusable,
        by_path,
        config_file,
    };
    let mut site = Site::new(documents.into_iter().collect(), relations);
    site.sections = Arc::new(sections);
    site.terms = Arc::new(terms);
    site.backlinks = Arc::new(backlinks(&site));
    site
}

/// The site after an edit: what follows from it is made anew, the rest is that of `before`.
pub fn edited(before: &Site, edit: &Edit) -> Site {
    let mut site = before.with(edit);
    if edit.order {
        let order = Order::vietnamese();
        site.sections = Arc::new(tree::in_order(&site, edit, &order));
        site.terms = Arc::new(terms_in_order(&site, edit, &order));
    }
    if edit.anchors {
        site.backlinks = Arc::new(backlinks(&site));
    } else if edit.links {
        site.backlinks = Arc::new(relinked(before, &site, edit));
    }
    site
}

fn by_kind(documents: &[Arc<Document>]) -> BTreeMap<&'static str, Vec<DocId>> {
    let mut by_kind: BTreeMap<_, Vec<DocId>> = BTreeMap::new();
    for (doc, document) in documents.iter().enumerate() {
        by_kind.entry(document.kind.name()).or_default().push(doc);
    }
    by_kind
}

fn by_name(
    documents: &[Arc<Document>],
    langs: &[String],
    main: &str,
) -> BTreeMap<&'static str, HashMap<String, DocId>> {
    let mut by_name: BTreeMap<_, HashMap<String, DocId>> = BTreeMap::new();
    for (doc, document) in documents.iter().enumerate() {
        if langs[doc] == main {
            let named = by_name.entry(document.kind.name()).or_default();
            named.entry(document.id().to_owned()).or_insert(doc);
        }
    }
    by_name
}

fn skip(document: &Document, view: View) -> Option<Skip> {
    let meta = &document.meta;
    if meta.draft && !view.drafts {
        return Some(Skip::Draft);
    }
    let embargoed = meta
        .publish_date
        .filter(|date| *date > view.now && !view.future);
    let expired = meta.expiry_date.filter(|date| *date <= view.now);
    embargoed
        .map(Skip::Embargoed)
        .or(expired.map(Skip::Expired))
}

/// The rows of the table of documents by each number that they bear.
fn cited_numbers(data: &Data) -> BTreeMap<String, Vec<usize>> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, document) in data.documents.iter().enumerate() {
        for number in document.number.iter().chain(&document.other_numbers) {
            rows.entry(plain_number(number)).or_default().push(row);
        }
    }
    rows
}

fn terms(config: &Config, documents: &[Arc<Document>], order: &Order) -> Vec<Vec<Term>> {
    let taxonomies = config.taxonomies.iter();
    taxonomies
        .map(|taxonomy| {
            let mut terms: BTreeMap<String, Term> = BTreeMap::new();
            // The same few names stand on thousands of pages.
            let mut slugs: HashMap<&str, String> = HashMap::new();
            for (doc, document) in documents.iter().enumerate() {
                let written = document.meta.taxonomies.get(&taxonomy.name);
                for name in written.into_iter().flatten() {
                    let slug = slugs.entry(name).or_insert_with(|| slug(name));
                    if !terms.contains_key(slug) {
                        let term = Term {
                            name: name.value.clone(),
                            slug: slug.clone(),
                            pages: Vec::new(),
                        };
                        terms.insert(slug.clone(), term);
                    }
                    let Some(term) = terms.get_mut(slug) else {
                        continue;
                    };
                    if term.pages.last() != Some(&doc) {
                        term.pages.push(doc);
                    }
                }
            }
            let mut terms: Vec<Term> = terms.into_values().collect();
            for term in &mut terms {
                order::sort(&mut term.pages, SortBy::Date, documents, order);
            }
            terms.sort_by(|a, b| order.compare(&a.name, &b.name));
            terms
        })
        .collect()
}

/// The terms after an edit that may have moved documents in their lists.
fn terms_in_order(site: &Site, edit: &Edit, order: &Order) -> Vec<Vec<Term>> {
    let mut terms = Vec::clone(&site.terms);
    for (taxonomy, terms) in site.config.taxonomies.iter().zip(&mut terms) {
        let edited = edit.documents.iter();
        let names = edited.flat_map(|(_, new)| new.meta.taxonomies.get(&taxonomy.name));
        let slugs: BTreeSet<String> = names.flatten().map(|name| slug(name)).collect();
        for term in terms.iter_mut().filter(|term| slugs.contains(&term.slug)) {
            order::place(&mut term.pages, edit, SortBy::Date, &site.documents, order);
        }
    }
    terms
}

fn backlinks(site: &Site) -> Vec<BTreeSet<DocId>> {
    let mut backlinks = vec![BTreeSet::new(); site.documents.len()];
    for doc in 0..site.documents.len() {
        for target in led_to(site, doc) {
            backlinks[target].insert(doc);
        }
    }
    backlinks
}

/// The links to each document after an edit of documents that can be linked to as before.
fn relinked(before: &Site, site: &Site, edit: &Edit) -> Vec<BTreeSet<DocId>> {
    let mut backlinks = Vec::clone(&site.backlinks);
    for (doc, _) in &edit.documents {
        for target in led_to(before, *doc) {
            backlinks[target].remove(doc);
        }
        for target in led_to(site, *doc) {
            backlinks[target].insert(*doc);
        }
    }
    backlinks
}

/// The other documents to which the body of a document leads.
fn led_to(site: &Site, doc: DocId) -> impl Iterator<Item = DocId> + '_ {
    let links = site.documents[doc].facts.links.iter();
    links.filter_map(move |link| match link::resolve(site, doc, &link.target) {
        Ok(Target::Page { doc: target, .. }) if target != doc => Some(target),
        _ => None,
    })
}
