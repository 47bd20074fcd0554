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
    let (JobKind::Document { doc, .. }, Content::Bytes(bytes)) = (&job.kind, &output.content)
    else {
        return None;
    };
    // What is small as it stands need not be compressed to be known.
    let size = if bytes.len() > LIMIT {
        compressed(bytes)?
    } else {
        bytes.len()
    };
    (size > LIMIT).then(|| {
        let title = site.documents[*doc].meta.title.span;
        let (size, limit) = (size.div_ceil(1024).to_string(), (LIMIT / 1024).to_string());
        rules::page_too_heavy(title, job.route.as_str(), &size, &limit)
    })
}

fn compressed(bytes: &[u8]) -> Option<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(|packed| packed.len())
}
