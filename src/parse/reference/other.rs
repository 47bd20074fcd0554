//! References that belong to another document, which are none of ours, and those of which the words beside them leave that open.

use std::ops::Range;

use crate::parse::citation;

/// How many letters may stand between a reference and what it may belong to.
pub(super) const NEAR: usize = 48;

/// To which document a reference belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    /// To the plan in which it is printed.
    Own,
    /// To another: "của Nghị quyết số 57-NQ/TW".
    Other,
    /// The words do not tell: "theo Kế hoạch số 5/KH-UBND", "của Đảng ủy". No link is made, and an editor is told.
    Open,
}

/// What the words around a reference say of the document that it belongs to.
pub(super) fn belongs(text: &str, range: &Range<usize>) -> Belongs {
    match is_of_next(&text[range.end..]) {
        Belongs::Own => is_of_last(&text[..range.start]),
        other => other,
    }
}

/// Names of documents. Those of the second list are verbs as well, and count only with a number behind them.
const KINDS: [&str; 17] = [
    "luật",
    "bộ luật",
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông tư",
    "chỉ thị",
    "kế hoạch",
    "chương trình",
    "đề án",
    "văn bản",
    "công văn",
    "tờ trình",
    "pháp lệnh",
    "quy chế",
    "quy định",
    "điều lệ",
];
const VERBS: [&str; 4] = ["hướng dẫn", "báo cáo", "kết luận", "thông báo"];

/// What joins a reference to the document that it stands in.
const LINKS: [&str; 9] = [
    "của ", "tại ", "trong ", "kèm ", "theo ", "đính ", "ban ", "hành ", "(",
];

fn is_of_next(rest: &str) -> Belongs {
    let lower = rest.to_lowercase();
    let spaced = lower.replace('\n', " ");
    let trimmed = spaced.trim_start_matches([' ', ')']);
    let comma = trimmed.starts_with(',');
    let mut named = trimmed.trim_start_matches([' ', ',']);
    let mut links = Vec::new();
    while let Some(link) = LINKS.iter().find(|link| named.starts_with(**link)) {
        links.push(*link);
        named = named[link.len()..].trim_start();
    }
    // "kèm theo" belongs, "theo" alone may say by what the work is done.
    let rests = links.contains(&"theo ") && !links.contains(&"kèm ");
    let linked = !links.is_empty() && !rests;
    let kind = KINDS.iter().find(|kind| named.starts_with(**kind));
    let verb = VERBS.iter().find(|kind| named.starts_with(**kind));
    let Some(kind) = kind.or(verb) else {
        let owned = links.is_empty() || links.iter().any(|link| is_owner(link));
        return if comma || rests || !owned {
            Belongs::Own
        } else {
            of_a_name(rest, !links.is_empty())
        };
    };
    let after = named[kind.len()..].trim_start();
    if is_this(after) {
        return Belongs::Own;
    }
    let numbered = is_numbered(after, verb.is_some());
    match (numbered, verb.is_some()) {
        (false, true) => Belongs::Own,
        (true, _) if rests => Belongs::Open,
        (true, _) => Belongs::Other,
        (false, false) if comma || rests => Belongs::Own,
        // "phần IV Kế hoạch của tỉnh", "phần I của Luật Ngân sách".
        (false, false) if after.starts_with("của ") => Belongs::Other,
        (false, false) if linked || !after.is_empty() => Belongs::Open,
        (false, false) => Belongs::Own,
    }
}

/// Links that name an owner or a place in something.
fn is_owner(link: &str) -> bool {
    matches!(link, "của " | "tại " | "trong ")
}

/// What is named with a capital directly behind a reference may be the document that it belongs to: "phần I Khung kỹ năng số".
fn of_a_name(rest: &str, linked: bool) -> Belongs {
    let mut words = rest.split_whitespace();
    let Some(first) = words.next().filter(|_| rest.starts_with(' ')) else {
        return Belongs::Own;
    };
    let named = if linked { words.next() } else { Some(first) };
    let capital = named.is_some_and(|word| word.starts_with(char::is_uppercase));
    if capital { Belongs::Open } else { Belongs::Own }
}

/// Whether a document is the one in which the reference stands: "Kế hoạch này", "Kế hoạch hành động này".
fn is_this(after: &str) -> bool {
    let words = after.split_whitespace().take(4);
    let mut words = words.map(|word| word.trim_end_matches([',', '.', ';', ')']));
    words.any(|word| word == "này")
}

/// Whether a number of a document stands behind the name of its kind, perhaps after a few words; "Nghị quyết 57" has only a figure,
/// which behind a verb could count anything: "hướng dẫn 100 hộ dân".
fn is_numbered(after: &str, verb: bool) -> bool {
    let figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let said = after.strip_prefix("số ").is_some_and(figure);
    let near = cut(after, NEAR / 2).to_uppercase();
    said || !verb && figure(after) || !citation::find(&near).is_empty()
}

/// Whether a document's number stands before, with only a joining word or mark between.
fn is_of_last(before: &str) -> Belongs {
    const WITHIN: [&str; 6] = ["tại", "ở", "trong", "kèm", "kèm theo", "("];
    const BESIDE: [&str; 4] = [":", ",", "-", "–"];
    let Some(last) = citation::find(before).pop() else {
        return Belongs::Own;
    };
    let between = before[last.range.end..].trim();
    let between = between.trim_end_matches("các").trim();
    if WITHIN.contains(&between) {
        Belongs::Other
    } else if BESIDE.contains(&between) {
        Belongs::Open
    } else {
        Belongs::Own
    }
}

/// The first `chars` letters of a text.
fn cut(text: &str, chars: usize) -> &str {
    let end = text
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
