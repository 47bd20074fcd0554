//! Where in the site something was edited.

use crate::parse::markdown::{self, BlockKind, headings};
use crate::session::Ready;
use crate::site::DocId;
use crate::source::SourceFile;

/// The address of the clause or heading in which the text `after` begins to differ from `before`; the document's own when it is new, or
/// differs in its metadata.
pub(super) fn edited(
    ready: &Ready,
    before: Option<&SourceFile>,
    after: &SourceFile,
) -> Option<String> {
    let path = after.path.strip_prefix("content/")?;
    let &doc = ready.site.by_path.get(path)?;
    let page = ready.site.routes[doc].href().into_owned();
    let at = before.and_then(|before| difference(&before.text, &after.text));
    let anchor = at.and_then(|at| anchor(ready, doc, after, at));
    Some(anchor.map_or(page.clone(), |anchor| format!("{page}#{anchor}")))
}

/// The first byte that differs; nothing when the texts are the same.
fn difference(before: &str, after: &str) -> Option<usize> {
    let same = before
        .bytes()
        .zip(after.bytes())
        .take_while(|(a, b)| a == b);
    let at = same.count();
    (at < before.len() || at < after.len()).then_some(at)
}

/// The last clause or heading that begins at or before the byte `at`.
fn anchor(ready: &Ready, doc: DocId, source: &SourceFile, at: usize) -> Option<String> {
    let document = &ready.site.documents[doc];
    let clauses = &document.facts.clauses;
    if !clauses.is_empty() {
        let mut before = clauses
            .iter()
            .filter(|clause| clause.span.range().start <= at);
        return before.next_back().map(|clause| clause.address.clone());
    }
    let body = markdown::parse(
        &source.text,
        document.body_start,
        document.file,
        &mut Vec::new(),
    );
    let starts = body.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading { .. } => Some(block.span.range().start),
        _ => None,
    });
    let headings = headings(&body);
    let before = starts.zip(&headings).filter(|(start, _)| *start <= at);
    before.last().map(|(_, heading)| heading.id.clone())
}
