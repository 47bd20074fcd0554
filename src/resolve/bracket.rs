//! The part that brackets behind a name give to it: "Sở A (chủ trì)", "Sở B (phối hợp)".

use std::borrow::Cow;

use crate::site::RoleKind;
use crate::text::fold::lower;

/// What stands in such brackets, and the part that it gives.
const PARTS: [(&str, RoleKind); 8] = [
    ("(chủ trì)", RoleKind::Lead),
    ("(đồng chủ trì)", RoleKind::Lead),
    ("(cơ quan chủ trì)", RoleKind::Lead),
    ("(đơn vị chủ trì)", RoleKind::Lead),
    ("(phối hợp)", RoleKind::Coordinate),
    ("(cùng phối hợp)", RoleKind::Coordinate),
    ("(cơ quan phối hợp)", RoleKind::Coordinate),
    ("(đơn vị phối hợp)", RoleKind::Coordinate),
];

/// A name without the part that brackets behind it give to it.
pub(super) fn without_part(piece: &str) -> (&str, Option<RoleKind>) {
    let small = lower(piece);
    let mut parts = PARTS.into_iter();
    let found = parts.find_map(|(words, kind)| {
        let end = small.strip_suffix(words)?.len();
        Some((piece.get(..end)?, kind))
    });
    found.map_or((piece, None), |(name, kind)| (name.trim_end(), Some(kind)))
}

/// A list with a semicolon behind every such bracket: what joins the next name to it joins no names of one part.
pub(super) fn by_parts(printed: &str) -> Cow<'_, str> {
    let mut list = Cow::Borrowed(printed);
    let small = lower(printed);
    // The places of the one are those of the other.
    if !printed.contains('(') || small.len() != printed.len() {
        return list;
    }
    let ends = PARTS.iter().flat_map(|(words, _)| {
        let found = small.match_indices(words);
        found.map(|(at, words)| at + words.len())
    });
    let mut ends: Vec<usize> = ends.collect();
    ends.sort_unstable();
    for end in ends.into_iter().rev() {
        let joint = [", ", ",", " và ", " & ", "/"];
        let joint = joint.iter().find(|joint| small[end..].starts_with(**joint));
        if let Some(joint) = joint {
            list.to_mut().replace_range(end..end + joint.len(), "; ");
        }
    }
    list
}

/// Whether a text begins with such a bracket.
pub(super) fn begins_with_part(text: &str) -> bool {
    let small = lower(text);
    PARTS.iter().any(|(words, _)| small.starts_with(words))
}
