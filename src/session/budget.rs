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
    // What is small as it stands, or by how often each byte comes, or pressed lightly, need not be pressed hard to be known.
    let is_small = bytes.len() <= LIMIT
        || coded(bytes) <= LIMIT
        || compressed(bytes, Compression::fast())? <= LIMIT;
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

/// About how many bytes are left when each is written as shortly as its frequency allows (its entropy, after Shannon), and what a block
/// says about its codes. DEFLATE (RFC 1951) does so at the least, and finds what repeats besides.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "an estimate of a page's size"
)]
fn coded(bytes: &[u8]) -> usize {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let all = bytes.len() as f64;
    let counts = counts.iter().filter(|count| **count > 0);
    let bits: f64 = counts
        .map(|&count| f64::from(count) * (all / f64::from(count)).log2())
        .sum();
    // Whole bits for each byte, and the lengths of the codes.
    (bits / 8.0 * 1.05) as usize + 1024
}

fn compressed(bytes: &[u8], level: Compression) -> Option<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(|packed| packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_small_by_its_bytes_is_small_when_pressed() {
        let words = include_str!("../text/speech/words.rs");
        let mixed: String = (0..40_000_u32)
            .map(|at| char::from(b'!' + (at.wrapping_mul(2_654_435_761) >> 24) as u8 % 90))
            .collect();
        for text in [words, &words.to_uppercase(), &mixed, &"a".repeat(50_000)] {
            let pressed = compressed(text.as_bytes(), Compression::new(6)).unwrap();
            assert!(pressed <= coded(text.as_bytes()), "{pressed}");
        }
    }
}
