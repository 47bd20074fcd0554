//! Reading without a network: a service worker (Service Workers, W3C) that keeps what was read and the essentials of the site.
//!
//! The network comes first, so that nobody who has one reads an old page; what is kept is shown without one, or when it is too slow, and
//! says so. The worker knows the digest of every page: after an update it fetches those of the kept pages that differ, and no other.

use serde_json::{Map, json};

use crate::plan::{Job, JobKind};
use crate::route::Route;

/// The worker of a site, but for what is the site's own.
const WORKER: &str = include_str!("worker.js");

/// Takes the place of a worker where there shall be none any more: where the site says so, and in a preview.
pub const REMOVER: &str = include_str!("remover.js");

/// A page as the worker knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// Its address below the site, as a browser writes it.
    address: String,
    /// The first eight digits of the digest of its bytes.
    digest: String,
}

impl Known {
    /// The page that `job` made; nothing for the one that stands at addresses where there is none.
    pub(super) fn of(job: &Job, html: &str) -> Option<Self> {
        if job.kind == JobKind::NotFound {
            return None;
        }
        let mut digest = crate::tables::package::sha256(html.as_bytes());
        digest.truncate(8);
        Some(Self {
            address: below(&job.route),
            digest,
        })
    }
}

/// The worker. `parts` is the version of styles and scripts that stand in files of their own. `notice` is put into a page that is shown from what is kept, in the language `lang`.
pub(super) fn worker(
    jobs: &[Job],
    parts: &str,
    pages: &[Known],
    notice: &str,
    lang: &str,
) -> String {
    let known: Map<String, serde_json::Value> = pages
        .iter()
        .map(|page| (page.address.clone(), json!(page.digest)))
        .collect();
    let notice = format!("<p class=\"box note\" lang=\"{lang}\">{notice}</p>");
    format!(
        "const PAGES = {};\nconst ESSENTIALS = {};\nconst OFFLINE = {};\nconst NOTICE = {};\n{WORKER}",
        json!(known),
        json!(essentials(jobs, parts)),
        json!(below(&Route::offline())),
        json!(notice),
    )
}

/// What is kept from the first visit on: the home page, the events, the page that stands in, and what all pages look like.
fn essentials(jobs: &[Job], parts: &str) -> Vec<String> {
    let wanted = [Route::home(), Route::events(), Route::offline()];
    let essential = jobs.iter().filter_map(|job| match job.kind {
        JobKind::Part(_) => Some(format!("{}?v={parts}", below(&job.route))),
        _ => wanted.contains(&job.route).then(|| below(&job.route)),
    });
    essential.collect()
}

fn below(route: &Route) -> String {
    route.href().trim_start_matches('/').to_owned()
}
