//! What the words before a reference say of the part that somebody has in what it points at.
//!
//! Read is the piece of the sentence in which the reference stands; a piece without a verb goes on with the one before it: "chủ trì 1.1,
//! phần I; 1.2, phần I". The first verb decides: "phối hợp với cơ quan chủ trì" joins, "báo cáo kết quả thực hiện" is neither.

use crate::site::RoleKind;

/// What words make of those who are bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// They lead it or join.
    Role(RoleKind),
    /// Reporting, watching, resting on it: neither leading nor joining.
    Neither,
    /// They lead or do something else about it, such as a meeting; which part that gives them in it is not said.
    Elsewhere,
}

const VERBS: &[(&str, Said)] = &[
    ("chủ trì", Said::Role(RoleKind::Lead)),
    ("lãnh đạo", Said::Role(RoleKind::Lead)),
    ("chỉ đạo", Said::Role(RoleKind::Lead)),
    ("phối hợp", Said::Role(RoleKind::Coordinate)),
    ("cùng", Said::Role(RoleKind::Coordinate)),
    ("hỗ trợ", Said::Role(RoleKind::Coordinate)),
    ("báo cáo", Said::Neither),
    ("tổng hợp", Said::Neither),
    ("theo dõi", Said::Neither),
    ("đôn đốc", Said::Neither),
    ("kiểm tra", Said::Neither),
    ("giám sát", Said::Neither),
    ("tham mưu", Said::Neither),
    ("bố trí", Said::Neither),
    ("trên đây", Said::Neither),
];

/// Verbs of doing the work, which may also be nouns: they count only when no other verb stands in the piece.
const DOING: &[&str] = &[
    "thực hiện",
    "triển khai",
    "tổ chức",
    "làm",
    "chịu trách nhiệm",
];

/// Words that take what follows out.
const EXCEPT: &[&str] = &["trừ", "không", "ngoài"];

/// Words by which a piece without a verb of its own rests on what follows.
const RESTING: &[&str] = &["theo", "căn cứ", "dựa vào", "trên cơ sở"];

/// Names and joining phrases in which a verb is none.
const NAMES: &[&str] = &[
    "ban chỉ đạo",
    "cơ quan chủ trì",
    "đơn vị chủ trì",
    "nơi chủ trì",
];

/// Phrases of leading or doing something else than what the reference points at.
const ELSEWHERE: &[(&str, Said)] = &[
    ("chủ trì hội nghị", Said::Elsewhere),
    ("chủ trì họp", Said::Elsewhere),
    ("chủ trì cuộc họp", Said::Elsewhere),
    ("chủ trì phiên", Said::Elsewhere),
    ("chủ trì buổi", Said::Elsewhere),
    ("kết quả", Said::Elsewhere),
    ("hướng dẫn", Said::Elsewhere),
];

/// What is said of those who are bound to what the reference at byte `at` of `text` points at; nothing when no verb says it.
pub(super) fn said_at(text: &str, at: usize) -> Option<Said> {
    let before = text[..at].to_lowercase();
    let own = before.rsplit([';', '.']).next().unwrap_or("");
    if EXCEPT.iter().any(|word| word_at(own, word).is_some()) {
        return Some(Said::Neither);
    }
    let rests = RESTING.iter().any(|word| word_at(own, word).is_some());
    let mut pieces = before.rsplit([';', '.']);
    match said_in(own) {
        None if rests => Some(Said::Neither),
        None => pieces.find_map(said_in),
        said => said,
    }
}

/// What the first verb of a piece, or of a title such as "Nhiệm vụ chủ trì", says. The text is in small letters.
pub(super) fn said_in(piece: &str) -> Option<Said> {
    let mut piece = piece.to_owned();
    for name in NAMES {
        piece = piece.replace(name, &" ".repeat(name.len()));
    }
    let first = |words: &[(&str, Said)]| {
        let places = words.iter();
        let places = places.filter_map(|(word, said)| Some((word_at(&piece, word)?, *said)));
        places.min_by_key(|(at, _)| *at)
    };
    let elsewhere = first(ELSEWHERE);
    let verb = first(VERBS);
    match (elsewhere, verb) {
        (Some((at, said)), Some((verb, _))) if at <= verb => Some(said),
        (_, Some((_, said))) | (Some((_, said)), None) => Some(said),
        (None, None) => {
            let does = DOING.iter().any(|verb| word_at(&piece, verb).is_some());
            does.then_some(Said::Role(RoleKind::Lead))
        }
    }
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
        let lead = Some(Said::Role(RoleKind::Lead));
        let joins = Some(Said::Role(RoleKind::Coordinate));
        let neither = Some(Said::Neither);
        let elsewhere = Some(Said::Elsewhere);
        for (text, said) in [
            ("Chủ trì, phối hợp với Sở B làm khoản 1.1", lead),
            ("Chủ trì thực hiện nhiệm vụ nêu tại khoản 1.1", lead),
            ("Phối hợp với Sở B làm khoản 1.1", joins),
            ("Phối hợp với cơ quan chủ trì thực hiện khoản 1.1", joins),
            ("Lãnh đạo, chỉ đạo thực hiện khoản 1.1", lead),
            ("Triển khai nhiệm vụ tại khoản 1.1", lead),
            ("Chịu trách nhiệm về khoản 1.1", lead),
            ("Báo cáo kết quả thực hiện khoản 1.1", neither),
            ("Theo dõi, giám sát việc thực hiện khoản 1.1", neither),
            ("Thực hiện các nhiệm vụ, trừ khoản 1.1", neither),
            ("Xây dựng tài liệu theo khoản 1.1", neither),
            ("Chủ trì việc này; soạn tài liệu theo khoản 1.1", neither),
            ("Chủ trì hội nghị sơ kết khoản 1.1", elsewhere),
            ("Tuyên truyền kết quả làm khoản 1.1", elsewhere),
            ("Hướng dẫn Sở B thực hiện khoản 1.1", elsewhere),
            ("Chủ trì, hướng dẫn thực hiện khoản 1.1", lead),
            ("Chủ trì khoản 2.1; phối hợp với Sở B làm khoản 1.1", joins),
            ("Chủ trì khoản 2.1, phần I; khoản 1.1", lead),
            ("Gửi Ban Chỉ đạo khoản 1.1", None),
            ("Khoản 1.1", None),
        ] {
            let at = text.rfind("khoản 1.1").unwrap_or(0);
            assert_eq!(said_at(text, at), said, "{text}");
        }
    }
}
