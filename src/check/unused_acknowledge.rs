//! An acknowledgement that fits no diagnostic. What it once accepted is mended, so it would hide the next fault of the same name.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::record::{Node, NodeValue, Spanned};
use crate::rules::rule;
use crate::site::Site;
use crate::source::{FileId, Span};

rule!(
    "unused-acknowledge", Warning,
    "không còn cảnh báo “{code}” nào ở “{at}”" => "there is no “{code}” at “{at}” any more",
    help "xóa mục này khỏi acknowledge" => "remove this entry from acknowledge",
    what "Một mục acknowledge không còn khớp với cảnh báo nào." => "An acknowledgement fits no diagnostic any more.",
    why "Lỗi cũ đã sửa; mục này sẽ che mất lỗi mới cùng tên." => "The old fault is mended, and the entry would hide the next one of its name.",
    wrong [
        "---",
        "acknowledge: [{code: impossible-date, at: 31/4/2025, reason: bản in ghi vậy}]",
        "---",
        "Lễ phát động diễn ra ngày 30/4/2025.",
    ],
    right [
        "---",
        "acknowledge: [{code: impossible-date, at: 31/4/2025, reason: bản in ghi vậy}]",
        "---",
        "Lễ phát động diễn ra ngày 31/4/2025.",
    ],
);

/// What an editor accepts, and of which file.
struct Entry<'s> {
    /// Nothing when there is no such file, and so no fault of it.
    file: Option<FileId>,
    /// Of a table, what the rows are and the first cell of the one that is meant.
    row: Option<(&'s Node, &'s str)>,
    code: &'s Spanned<String>,
    at: &'s Spanned<String>,
}

/// The acknowledgements of documents, each for its own file, and those of the table for the files that it names.
fn entries(site: &Site) -> Vec<Entry<'_>> {
    let documents = site.acknowledging.iter().flat_map(|&doc| {
        let document = &site.documents[doc];
        let own = document.meta.acknowledge.iter();
        own.map(|entry| Entry {
            file: Some(document.file),
            row: None,
            code: &entry.code,
            at: &entry.at,
        })
    });
    let tables = site.data.accepted.iter().map(|row| {
        let name = row.file.rsplit('/').next().unwrap_or("");
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let table = site.data.tables.get(stem);
        let config = (name == "site.yaml").then_some(site.config_file);
        Entry {
            file: config
                .or_else(|| site.data.files.get(name).copied())
                .or_else(|| attached(site, &row.file)),
            row: table.zip(row.row.as_deref()),
            code: &row.code,
            at: &row.at,
        }
    });
    documents.chain(tables).collect()
}

/// The list beside a document that is copied, by its path below `content/` or as much of its end as an editor names.
fn attached(site: &Site, path: &str) -> Option<FileId> {
    let path = path.trim_start_matches("content/");
    let is_named = |own: &str| {
        let rest = own.strip_suffix(path);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    let mut assets = site.assets.values();
    assets
        .find(|asset| asset.told.is_some() && is_named(&asset.path))?
        .told
}

/// Leaves out what each acknowledgement accepts and adds one for each acknowledgement that was not needed.
pub(super) fn filter(site: &Site, faults: Vec<Arc<Diagnostic>>) -> Vec<Arc<Diagnostic>> {
    let mut left = faults;
    let entries = entries(site);
    // An entry repeats the words it is about; they are no second fault.
    let repeated = |fault: &Diagnostic| {
        let mut entries = entries.iter();
        entries.any(|entry| fault.rule.code == **entry.code && entry.at.span.covers(fault.span))
    };
    if entries.is_empty() {
        return left;
    }
    left.retain(|fault| !repeated(fault.as_ref()));
    for entry in &entries {
        // One entry accepts one fault, however often its words stand in the file; a second fault of the same clause is told.
        match left.iter().position(|fault| fits(entry, fault)) {
            Some(at) => {
                let accepted = left.remove(at);
                left.retain(|fault| !(fits(entry, fault) && fault.says_the_same(&accepted)));
            }
            None => left.push(Arc::new(
                Diagnostic::new(&RULE, entry.code.span)
                    .with("code", entry.code.value.clone())
                    .with("at", entry.at.value.clone()),
            )),
        }
    }
    left
}

fn fits(entry: &Entry, fault: &Diagnostic) -> bool {
    let rule = fault.rule;
    rule.at.is_some()
        && entry.file == Some(fault.span.file)
        && rule.code == **entry.code
        && fault.subject.as_deref() == Some(entry.at.as_str())
        && entry
            .row
            .is_none_or(|(table, first)| is_of_row(table, first, fault.span))
}

/// Whether a place is in a row of `table` whose first cell is `first`.
fn is_of_row(table: &Node, first: &str, place: Span) -> bool {
    let NodeValue::Sequence(rows) = &table.value else {
        return false;
    };
    rows.iter().any(|row| {
        let NodeValue::Mapping(cells) = &row.value else {
            return false;
        };
        let named = cells
            .entries
            .first()
            .is_some_and(|cell| match &cell.value.value {
                NodeValue::Cell(text) | NodeValue::Scalar { text, .. } => text.trim() == first,
                _ => false,
            });
        let mut cells = cells.entries.iter();
        named && (row.span.covers(place) || cells.any(|cell| cell.value.span.covers(place)))
    })
}
