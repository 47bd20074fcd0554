//! Separates the metadata of a document from its body: YAML between two lines `---` at the very beginning.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};

/// Where metadata and body stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The bytes of the YAML text, without the fences.
    pub yaml: Range<usize>,
    /// The first byte of the body.
    pub body_start: usize,
}

/// Finds the fences of `text`.
///
/// # Errors
/// When the text does not begin with a fence, or the fence is never closed.
pub fn split(text: &str, file: FileId) -> Result<Split, Diagnostic> {
    let mut lines = Lines { text, at: 0 };
    match lines.next() {
        Some((_, first)) if is_fence(first) => {}
        _ => return Err(missing(text, file)),
    }
    let yaml_start = lines.at;
    while let Some((start, line)) = lines.next() {
        if is_fence(line) {
            return Ok(Split {
                yaml: yaml_start..start,
                body_start: lines.at,
            });
        }
    }
    Err(rules::front_matter_unclosed(Span::new(file, 0, 3)))
}

/// The fault of a file without a fence at its beginning: something like one may stand there, or below empty lines.
fn missing(text: &str, file: FileId) -> Diagnostic {
    let blank = text.len() - text.trim_start().len();
    let first = text[blank..].lines().next().unwrap_or("");
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '―' | '−' | '=' | '+' | '*' | '_');
    let bare = first.trim_end();
    if bare.chars().count() > 1 && bare.chars().all(is_dash) || bare == "—" || bare == "---yaml" {
        let start = blank - text[..blank].rsplit('\n').next().map_or(0, str::len);
        return rules::front_matter_like(Span::new(file, start, blank + bare.len()), bare);
    }
    let end = text.lines().next().map_or(0, str::len);
    rules::front_matter_missing(Span::new(file, 0, end))
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Lines with the byte at which each begins.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
        self.at += length;
        Some((start, rest[..length].trim_end_matches('\n')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn code(text: &str) -> Result<Split, &'static str> {
        let file = Sources::default().add("a.md", text);
        split(text, file).map_err(|diagnostic| diagnostic.rule.code)
    }

    #[test]
    fn fences_are_found() {
        let text = "---\ntitle: a\n--- \nThân bài\n";
        let found = code(text).unwrap();
        assert_eq!(&text[found.yaml], "title: a\n");
        assert_eq!(&text[found.body_start..], "Thân bài\n");
    }

    #[test]
    fn what_is_missing_is_told() {
        assert_eq!(code("Thân bài"), Err("front-matter-missing"));
        assert_eq!(code(""), Err("front-matter-missing"));
        assert_eq!(code("---\ntitle: a\n"), Err("front-matter-unclosed"));
    }
}
