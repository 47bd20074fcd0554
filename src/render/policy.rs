//! The content security policy (Content Security Policy Level 3): nothing runs and nothing styles but what the site itself brings.
//!
//! What stands inside a page is known to the browser by its digest, so no page needs `unsafe-inline`. Every page carries its own policy,
//! for hosts that send no headers; a header, where one is sent, holds the digests of all pages and what a page cannot say of itself.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::tokens::{self, Piece, Tag};

/// The digests of what stands inside pages, as sources of a policy: `'sha256-…'`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Inline {
    styles: BTreeSet<String>,
    scripts: BTreeSet<String>,
    /// Of data in `script` elements. Browsers ask for no digest of what does not run, but the HTML checker does.
    data: BTreeSet<String>,
}

/// A finished page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its text.
    pub html: String,
    /// What of it runs or styles.
    pub(super) inline: Inline,
}

/// What holds a text of its own inside a page.
#[derive(Debug, Clone, Copy)]
enum Block {
    Style,
    Script,
    Data,
}

/// Cloudflare passes over lines of more than 2,000 signs in `_headers`; the name of the header takes some of them.
const LONGEST: usize = 1950;

impl Inline {
    /// What stands inside a page.
    pub(super) fn of(html: &str) -> Self {
        let mut inline = Self::default();
        if !may_hold_blocks(html.as_bytes()) {
            return inline;
        }
        // The block that is open, with its text.
        let mut open: Option<(Block, String)> = None;
        tokens::read(html, |piece| match piece {
            Piece::Open(tag, _) => open = block(tag).map(|block| (block, String::new())),
            Piece::Text(text, _) => {
                if let Some((_, known)) = &mut open {
                    known.push_str(text);
                }
            }
            Piece::Close(..) => {
                if let Some((block, text)) = open.take().filter(|(_, text)| !text.is_empty()) {
                    inline.add(block, text.as_bytes());
                }
            }
        });
        inline
    }

    fn add(&mut self, block: Block, text: &[u8]) {
        let source = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let known = match block {
            Block::Style => &mut self.styles,
            Block::Script => &mut self.scripts,
            Block::Data => &mut self.data,
        };
        known.insert(source);
    }

    /// Takes in what runs and styles inside another page.
    pub(super) fn join(&mut self, other: Self) {
        self.styles.extend(other.styles);
        self.scripts.extend(other.scripts);
    }

    /// The policy that a page says of itself, short because every page carries it: what may run, and what may style. `file:` is for a
    /// folder opened from the disk, where not every browser takes that for the page's own place; on the web it allows nothing.
    fn of_page(&self) -> String {
        let [scripts, data, styles] = [&self.scripts, &self.data, &self.styles].map(listed);
        format!(
            "script-src 'self' file:{scripts}{data}; style-src 'self' file:{styles}; object-src 'none'; base-uri 'none'"
        )
    }

    /// The policy of every page as a header. A theme whose scripts differ from page to page has more digests than a header can hold:
    /// then each page's own policy says which may run.
    pub(super) fn of_site(&self) -> String {
        const OTHERS: &str = "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
        let [scripts, styles] = [&self.scripts, &self.styles].map(listed);
        let policy = format!(
            "default-src 'none'; script-src 'self'{scripts}; style-src 'self'{styles}; img-src 'self' data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; {OTHERS}"
        );
        if policy.len() > LONGEST {
            return format!("object-src 'none'; {OTHERS}");
        }
        policy
    }
}

fn listed(digests: &BTreeSet<String>) -> String {
    digests.iter().map(|digest| format!(" {digest}")).collect()
}

/// Whether a style or a script may begin anywhere.
fn may_hold_blocks(html: &[u8]) -> bool {
    let begins = |at: usize, name: &[u8]| {
        let tag = html.get(at + 1..=at + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    memchr::memchr_iter(b'<', html).any(|at| begins(at, b"style") || begins(at, b"script"))
}

/// What a tag opens: a style, a script that stands in the page, or data, which is no script (HTML, section 4.12.1).
fn block(tag: &Tag) -> Option<Block> {
    match tag.name.as_str() {
        "style" => Some(Block::Style),
        "script" if tag.attribute("src").is_some() => None,
        "script" => {
            let kind = tag.attribute("type").unwrap_or_default();
            let is_data = kind.contains("json") && !kind.contains("map");
            Some(if is_data { Block::Data } else { Block::Script })
        }
        _ => None,
    }
}

/// The page with its policy as the first thing after the declaration of its signs, so that it holds for all that follows.
pub(super) fn seal(html: &str) -> Page {
    const SIGNS: &str = "<meta charset=\"utf-8\">";
    const HEAD: &str = "<head>";
    let inline = Inline::of(html);
    let after = |mark: &str| html.find(mark).map(|at| at + mark.len());
    let Some(at) = after(SIGNS).or_else(|| after(HEAD)) else {
        return Page {
            html: html.to_owned(),
            inline,
        };
    };
    let policy = inline.of_page();
    let html = format!(
        "{}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{}",
        &html[..at],
        &html[at..]
    );
    Page { html, inline }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_is_known_by_its_digest() {
        // The digest of "alert(1)" as `openssl dgst -sha256 -binary | base64` gives it.
        let digest = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        let page = "<head><meta charset=\"utf-8\"></head><script data-a=\"<style>\">alert(1)</script><script src=\"x.js\"></script><script type=\"application/ld+json\">{\"a\":1}</script>";
        let inline = Inline::of(page);
        assert_eq!(inline.scripts, BTreeSet::from([digest.to_owned()]));
        assert!(inline.styles.is_empty());
        let sealed = seal(page).html;
        assert!(sealed.starts_with("<head><meta charset=\"utf-8\">\n<meta http-equiv="));
        assert!(sealed.contains(&format!("script-src 'self' file: {digest} 'sha256-")));
        // A header names what runs; what pages say of themselves differs from page to page.
        assert_eq!(inline.of_site().matches("sha256").count(), 1);
    }

    #[test]
    fn signs_of_tags_in_scripts_open_nothing() {
        let page = "<style>a>b{c:d}</style><script>if(a<b)c=\"<style>x\"</script><p>e</p>";
        let inline = Inline::of(page);
        assert_eq!((inline.styles.len(), inline.scripts.len()), (1, 1));
    }

    #[test]
    fn a_header_never_grows_too_long() {
        let mut many = Inline::default();
        for page in 0..60 {
            many.add(Block::Script, page.to_string().as_bytes());
        }
        let policy = many.of_site();
        assert!(policy.len() < 200 && policy.contains("frame-ancestors 'self'"));
        assert!(!policy.contains("default-src"));
    }
}
