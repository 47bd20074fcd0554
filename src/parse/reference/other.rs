//! References that belong to another document, which are none of ours.

use std::ops::Range;

use crate::parse::citation;

/// How many letters may stand between a reference and the document that it belongs to.
pub(super) const NEAR: usize = 48;

/// Whether the words around a reference say that it is one of another document: "của Nghị quyết số 57-NQ/TW" behind it, or
/// "Kế hoạch số 5/KH-UBND tại" before it.
pub(super) fn is_of_another(text: &str, range: &Range<usize>) -> bool {
    is_of_next(&text[range.end..]) || is_of_last(&text[..range.start])
}

fn is_of_next(rest: &str) -> bool {
    const KINDS: [&str; 17] = [
        "luật",
        "nghị quyết",
        "nghị định",
        "quyết định",
        "thông tư",
        "chỉ thị",
        "hướng dẫn",
        "kế hoạch",
        "chương trình",
        "đề án",
        "văn bản",
        "công văn",
        "báo cáo",
        "tờ trình",
        "kết luận",
        "thông báo",
        "pháp lệnh",
    ];
    const LINKS: [&str; 9] = [
        "của ", "tại ", "trong ", "theo ", "kèm ", "đính ", "ban ", "hành ", "(",
    ];
    let lower = rest.to_lowercase();
    let mut named = lower.trim_start_matches([' ', ',']);
    let mut linked = false;
    while let Some(link) = LINKS.iter().find(|link| named.starts_with(**link)) {
        linked = true;
        named = named[link.len()..].trim_start();
    }
    let Some(kind) = KINDS.iter().find(|kind| named.starts_with(**kind)) else {
        return false;
    };
    let after = named[kind.len()..].trim_start();
    let near = cut(after, NEAR);
    let numbered = after.starts_with("số") || near.chars().any(|c| c.is_ascii_digit());
    let owned = after.starts_with("của ");
    !after.starts_with("này") && (linked || numbered || owned)
}

/// Whether a document's number stands before, with only a joining word or mark between.
fn is_of_last(before: &str) -> bool {
    const JOINS: [&str; 10] = [
        "tại",
        "ở",
        "trong",
        "kèm",
        "kèm theo",
        ":",
        "(",
        ",",
        "-",
        "–",
    ];
    let Some(last) = citation::find(before).pop() else {
        return false;
    };
    let between = before[last.range.end..].trim();
    JOINS.contains(&between.trim_end_matches("các").trim())
}

/// The first `chars` letters of a text.
fn cut(text: &str, chars: usize) -> &str {
    let end = text
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
