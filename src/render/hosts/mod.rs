//! What web servers are told: which headers they send with the files of the site, and for how long a browser may keep a file.
//!
//! One file for each kind of server that public portals have. They say the same; a server reads its own and passes over the others.

mod apache;
mod headers;
mod iis;
mod nginx;

use std::collections::BTreeMap;

use super::media;
use super::policy::Inline;
use crate::plan::{HostFile, Job, JobKind};
use crate::route::Route;
use crate::site::Site;

/// What every such file says.
#[derive(Debug)]
struct Told {
    /// The path at which the site stands, with slashes at both ends.
    base: String,
    /// The headers of every answer.
    headers: Vec<(&'static str, String)>,
    /// Endings of the site's files with their media types.
    types: BTreeMap<String, &'static str>,
    /// Files whose address changes whenever their bytes do.
    versioned: Vec<String>,
    /// Files with an ending of [`LASTING`].
    lasting: Vec<String>,
    /// The folder of what programs of others may read.
    open: String,
    /// Old addresses and the new ones.
    moved: Vec<Moved>,
}

/// An address that was given up for another. The page that stands there leads on, too, where a server reads none of these files.
#[derive(Debug)]
struct Moved {
    /// Below the root of the site, without the slash at its end.
    from: String,
    /// As it stands in a link.
    to: String,
    /// Whether something else stands below the old address.
    shared: bool,
}

/// Endings of files that seldom change, which a browser keeps for [`A_DAY`] without asking.
const LASTING: &[&str] = &[
    "avif", "docx", "gif", "ico", "jpeg", "jpg", "m4a", "mp3", "mp4", "ogg", "opus", "pdf", "png",
    "svg", "wav", "webm", "webp",
];
/// Endings that programs of others may read wherever they stand: calendars and feeds.
const OPEN: &[&str] = &["ics", "xml"];

/// How long lasting files are kept, in the words of `Cache-Control` (RFC 9111).
const A_DAY: &str = "public, max-age=86400";
/// Versioned files never need to be asked for again.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Everything else is asked for each time, and answered with "not modified" when it is the same.
const ASK: &str = "no-cache";

/// The bytes of `file` for the site that `jobs` make, whose pages hold `inline`.
pub(super) fn file(file: HostFile, site: &Site, jobs: &[Job], inline: &Inline) -> Vec<u8> {
    let told = Told::new(site, jobs, inline);
    let text = match file {
        HostFile::Headers => headers::text(&told),
        HostFile::Redirects => headers::redirects(&told),
        HostFile::Nginx => nginx::text(&told),
        HostFile::Apache => apache::text(&told),
        HostFile::Iis => iis::text(&told),
    };
    text.into_bytes()
}

impl Told {
    fn new(site: &Site, jobs: &[Job], inline: &Inline) -> Self {
        let mut types = BTreeMap::new();
        for job in jobs {
            let ending = media::ending(&job.route.output_path());
            if let Some((ending, kind)) =
                ending.and_then(|ending| media::of_ending(&ending).map(|kind| (ending, kind)))
            {
                types.insert(ending, kind);
            }
        }
        let versioned = jobs.iter().filter_map(|job| match &job.kind {
            JobKind::Part(name) => Some(name.clone()),
            _ => None,
        });
        let paths: Vec<String> = jobs.iter().map(|job| job.route.output_path()).collect();
        let lasts = |path: &&String| {
            media::ending(path).is_some_and(|ending| LASTING.contains(&ending.as_str()))
        };
        let moved = jobs.iter().filter_map(|job| match &job.kind {
            JobKind::Redirect(doc) => Some(Moved::new(&job.route, &site.routes[*doc], &paths)),
            _ => None,
        });
        Self {
            base: site.config.base_path(),
            headers: headers(inline),
            types,
            versioned: versioned.collect(),
            lasting: paths.iter().filter(lasts).cloned().collect(),
            moved: moved.collect(),
            open: Route::data().as_str().trim_matches('/').to_owned(),
        }
    }

    fn not_found(&self) -> String {
        format!("{}{}", self.base, Route::not_found().output_path())
    }
}

impl Moved {
    fn new(from: &Route, to: &Route, paths: &[String]) -> Self {
        let from = from.as_str().trim_matches('/').to_owned();
        let below = format!("{from}/");
        let shared = |path: &String| path.strip_prefix(&below).is_some_and(|p| p != "index.html");
        Self {
            shared: paths.iter().any(shared),
            from,
            to: to.href().trim_start_matches('/').to_owned(),
        }
    }
}

/// The headers of every answer. Those about other origins keep other sites from looking in; the feeds and tables that are meant for
/// others say so themselves.
fn headers(inline: &Inline) -> Vec<(&'static str, String)> {
    let fixed = [
        ("Strict-Transport-Security", "max-age=31536000"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "same-origin"),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
    let policy = ("Content-Security-Policy", inline.of_site());
    let fixed = fixed.map(|(name, value)| (name, value.to_owned()));
    std::iter::once(policy).chain(fixed).collect()
}

/// A text in which a regular expression finds only itself.
fn literal(text: &str) -> String {
    let special = |c: char| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '_');
    let escaped = |c: char| special(c).then_some('\\').into_iter().chain([c]);
    text.chars().flat_map(escaped).collect()
}
