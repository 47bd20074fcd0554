//! What the words before a reference say of the part that somebody has in what it points at.
//!
//! Read is the piece of the sentence in which the reference stands; a piece without a verb goes on with the one before it: "chủ trì 1.1,
//! phần I; 1.2, phần I". The first verb decides: "phối hợp với cơ quan chủ trì" joins, "báo cáo kết quả thực hiện" is neither.

use crate::site::RoleKind;

/// What a verb makes of those who are bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Role(RoleKind),
    /// Reporting, watching, helping with words: neither leading nor joining.
    Neither,
}

const VERBS: &[(&str, Part)] = &[
    ("chủ trì", Part::Role(RoleKind::Lead)),
    ("lãnh đạo", Part::Role(RoleKind::Lead)),
    ("chỉ đạo", Part::Role(RoleKind::Lead)),
    ("phối hợp", Part::Role(RoleKind::Coordinate)),
    ("cùng", Part::Role(RoleKind::Coordinate)),
    ("hỗ trợ", Part::Role(RoleKind::Coordinate)),
    ("báo cáo", Part::Neither),
    ("tổng hợp", Part::Neither),
    ("theo dõi", Part::Neither),
    ("đôn đốc", Part::Neither),
    ("kiểm tra", Part::Neither),
    ("giám sát", Part::Neither),
    ("tham mưu", Part::Neither),
    ("bố trí", Part::Neither),
    ("trên đây", Part::Neither),
];

/// Verbs of doing the work, which may also be nouns: they count only when no other verb stands in the piece.
const DOING: &[&str] = &["thực hiện", "triển khai", "tổ chức", "làm"];

/// Words that take what follows out.
const EXCEPT: &[&str] = &["trừ", "không", "ngoài"];

/// Names and joining phrases in which a verb is none.
const NAMES: &[&str] = &[
    "ban chỉ đạo",
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "nơi chủ trì",
];

/// The part of those who are bound in what the reference at byte `at` of `text` points at.
pub(super) fn role_at(text: &str, at: usize) -> Option<RoleKind> {
    let before = text[..at].to_lowercase();
    let own = before.rsplit([';', '.']).next().unwrap_or("");
    if EXCEPT.iter().any(|word| word_at(own, word).is_some()) {
        return None;
    }
    let parts = before.rsplit([';', '.']).find_map(part_in);
    match parts? {
        Part::Role(kind) => Some(kind),
        Part::Neither => None,
    }
}

/// What the first verb of a piece says.
fn part_in(piece: &str) -> Option<Part> {
    let mut piece = piece.to_owned();
    for name in NAMES {
        piece = piece.replace(name, &" ".repeat(name.len()));
    }
    let verbs = VERBS.iter();
    let verbs = verbs.filter_map(|(verb, part)| Some((word_at(&piece, verb)?, *part)));
    let first = verbs.min_by_key(|(at, _)| *at).map(|(_, part)| part);
    let does = DOING.iter().any(|verb| word_at(&piece, verb).is_some());
    first.or(does.then_some(Part::Role(RoleKind::Lead)))
}

/// Where a word stands whole.
fn word_at(text: &str, word: &str) -> Option<usize> {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(word).map(|(at, _)| at);
    places.find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !inside(before) && !inside(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_verb_decides() {
        let lead = Some(RoleKind::Lead);
        let joins = Some(RoleKind::Coordinate);
        for (text, role) in [
            ("Chủ trì, phối hợp với Sở B làm khoản 1.1", lead),
            ("Phối hợp với Sở B làm khoản 1.1", joins),
            ("Phối hợp với cơ quan chủ trì thực hiện khoản 1.1", joins),
            ("Lãnh đạo, chỉ đạo thực hiện khoản 1.1", lead),
            ("Triển khai nhiệm vụ tại khoản 1.1", lead),
            ("Báo cáo kết quả thực hiện khoản 1.1", None),
            ("Theo dõi, giám sát việc thực hiện khoản 1.1", None),
            ("Thực hiện các nhiệm vụ, trừ khoản 1.1", None),
            ("Chủ trì khoản 2.1; phối hợp với Sở B làm khoản 1.1", joins),
            ("Chủ trì khoản 2.1, phần I; khoản 1.1", lead),
            ("Gửi Ban Chỉ đạo khoản 1.1", None),
            ("Khoản 1.1", None),
        ] {
            let at = text.rfind("khoản 1.1").unwrap_or(0);
            assert_eq!(role_at(text, at), role, "{text}");
        }
    }
}
