//! Joins parsed documents into a [`Site`]: addresses, sections, order, terms, links.

mod actor;
mod assignment;
mod duty;
pub mod link;
mod order;
mod said;
pub mod tree;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::Config;
use crate::data::Data;
use crate::document::Document;
use crate::parse::Parsed;
use crate::parse::citation::plain_number;
use crate::route::Route;
use crate::site::{Assets, DocId, Relations, Site, Skip, Term, View};
use crate::source::FileId;
use crate::text::collate::Order;
use crate::text::slug::slug;

use link::Target;

/// Builds the site that is published under `view`.
pub fn site(
    config_file: FileId,
    config: Config,
    data: Arc<Data>,
    parsed: &[Arc<Parsed>],
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
    let relations = Relations {
        sections: tree::sections(&documents, &langs, &order),
        terms: terms(&config, &documents, &order),
        cited_numbers: cited_numbers(&data),
        tasks,
        unsaid,
        duties,
        deadlines,
        backlinks: vec![BTreeSet::new(); documents.len()],
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
    let mut site = Site::new(documents, relations);
    let backlinks = backlinks(&site);
    site.set_backlinks(backlinks);
    site
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
                order::newest_first(&mut term.pages, documents, order);
            }
            terms.sort_by(|a, b| order.compare(&a.name, &b.name));
            terms
        })
        .collect()
}

fn backlinks(site: &Site) -> Vec<BTreeSet<DocId>> {
    let mut backlinks = vec![BTreeSet::new(); site.documents.len()];
    for (doc, document) in site.documents.iter().enumerate() {
        for link in &document.facts.links {
            if let Ok(Target::Page { doc: target, .. }) = link::resolve(site, doc, &link.target)
                && target != doc
            {
                backlinks[target].insert(doc);
            }
        }
    }
    backlinks
}
