//! The weight of pages, as a phone with a weak network meets it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::diag::Diagnostic;
use crate::plan::{Job, JobKind};
use crate::render::{Content, Output};
use crate::rules;
use crate::site::Site;

/// Bytes of a page as a server sends them, compressed at gzip's usual level.
const LIMIT: usize = 28 * 1024;

/// The fault of a document's page that is over the budget.
pub(super) fn over(site: &Site, job: &Job, output: &Output) -> Option<Diagnostic> {
    let (JobKind::Document { doc, .. }, Content::Page(page)) = (&job.kind, &output.content) else {
        return None;
    };
    let bytes = page.html.as_bytes();
    // What is small as it stands, or pressed lightly, need not be pressed hard to be known.
    let is_small = bytes.len() <= LIMIT || compressed(bytes, Compression::fast())? <= LIMIT;
    if is_small {
        return None;
    }
    let size = compressed(bytes, Compression::new(6))?;
    (size > LIMIT).then(|| {
        let title = site.documents[*doc].meta.title.span;
        let (size, limit) = (size.div_ceil(1024).to_string(), (LIMIT / 1024).to_string());
        rules::page_too_heavy(title, job.route.as_str(), &size, &limit)
    })
}

fn compressed(bytes: &[u8], level: Compression) -> Option<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(|packed| packed.len())
}
