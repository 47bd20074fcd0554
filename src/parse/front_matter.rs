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

/// Finds the fences of `text`. When the closing one is missing, that is told, and the body begins where the keys end, so that both are
/// read all the same.
pub fn split(text: &str, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Split> {
    let mut lines = Lines { text, at: 0 };
    match lines.next() {
        Some((_, first)) if is_fence(first) => {}
        _ => {
            faults.push(missing(text, file));
            return None;
        }
    }
    let yaml_start = lines.at;
    while let Some((start, line)) = lines.next() {
        if is_fence(line) {
            return Some(Split {
                yaml: yaml_start..start,
                body_start: lines.at,
            });
        }
    }
    faults.push(rules::front_matter_unclosed(Span::new(file, 0, 3)));
    keys_end(text, yaml_start)
}

/// Another end of the front matter, when its closing fence comes only after the body has begun: below an empty line stands something
/// that is no key.
pub fn earlier(text: &str, split: &Split) -> Option<Split> {
    let earlier = keys_end(text, split.yaml.start)?;
    let above = &text[split.yaml.start..earlier.yaml.end];
    (earlier.yaml.end < split.yaml.end && above.ends_with("\n\n")).then_some(earlier)
}

/// The front matter up to the first line that can be none of it.
fn keys_end(text: &str, start: usize) -> Option<Split> {
    let mut lines = Lines { text, at: start };
    let (end, line) = lines.find(|(_, line)| !may_be_yaml(line))?;
    let is_fence = line.trim_end().chars().all(is_dash) || line.trim_end() == "...";
    let body_start = if is_fence { lines.at } else { end };
    Some(Split {
        yaml: start..end,
        body_start,
    })
}

/// Whether a line can belong to metadata: a key, something indented, an item, a comment, nothing.
fn may_be_yaml(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let has_key = !key.is_empty() && key.chars().all(is_name);
    let is_inside = line.starts_with([' ', '\t', '#', '}', ']']) || line.starts_with("- ");
    has_key || is_inside || line.trim().is_empty()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−' | '=' | '+' | '*' | '_')
}

/// The fault of a file without a fence at its beginning: something like one may stand there, or below empty lines.
fn missing(text: &str, file: FileId) -> Diagnostic {
    let blank = text.len() - text.trim_start().len();
    let first = text[blank..].lines().next().unwrap_or("");
    let bare = first.trim_end();
    let is_code = bare.starts_with("```") && text[blank..].lines().nth(1).is_some_and(names_page);
    let is_line = bare.chars().count() > 1 && bare.chars().all(is_dash);
    if is_line || is_code || bare == "—" || bare == "---yaml" {
        let start = blank - text[..blank].rsplit('\n').next().map_or(0, str::len);
        return rules::front_matter_like(Span::new(file, start, blank + bare.len()), bare);
    }
    if names_page(bare) {
        return rules::front_matter_unopened(Span::new(file, blank, blank + bare.len()), bare);
    }
    let end = text.lines().next().map_or(0, str::len);
    rules::front_matter_missing(Span::new(file, 0, end))
}

/// Whether a line gives a page its title or another of the commonest keys.
fn names_page(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key.trim());
    matches!(
        key,
        "title" | "description" | "date" | "kind" | "draft" | "slug"
    )
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

    fn read(text: &str) -> (Option<Split>, Vec<&'static str>) {
        let file = Sources::default().add("a.md", text);
        let mut faults = Vec::new();
        let split = split(text, file, &mut faults);
        (split, faults.iter().map(|fault| fault.rule.code).collect())
    }

    #[test]
    fn fences_are_found() {
        let text = "---\ntitle: a\n--- \nThân bài\n";
        let (found, faults) = read(text);
        let found = found.unwrap();
        assert_eq!(&text[found.yaml], "title: a\n");
        assert_eq!(&text[found.body_start..], "Thân bài\n");
        assert!(faults.is_empty());
    }

    #[test]
    fn what_is_missing_is_told() {
        for (text, code) in [
            ("Thân bài", "front-matter-missing"),
            ("", "front-matter-missing"),
            ("title: a\n---\n", "front-matter-like"),
            ("```yaml\ntitle: a\n```\n", "front-matter-like"),
            ("---\ntitle: a\n", "front-matter-unclosed"),
        ] {
            assert_eq!(read(text).1, [code], "{text}");
        }
    }

    #[test]
    fn the_body_begins_where_the_keys_end() {
        let text = "---\ntitle: a\n\nThân bài\n";
        let found = read(text).0.unwrap();
        assert_eq!(&text[found.body_start..], "Thân bài\n");
        let late = "---\ntitle: a\n\nThân bài\n\n---\nHết\n";
        let found = earlier(late, &read(late).0.unwrap()).unwrap();
        assert_eq!(&late[found.yaml], "title: a\n\n");
    }
}
