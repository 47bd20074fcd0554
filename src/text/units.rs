//! Administrative units named in a text. There have been no districts since 1 July 2025 (Luật Tổ chức chính quyền địa phương số
//! 72/2025/QH15), and of the other names many went on that day or before.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::dates::Date;

/// The first day without districts.
pub fn abolished() -> Date {
    Date::new(2025, 7, 1).expect("the calendar has this day")
}

/// The kinds of unit that are no more, each small, with a capital letter and in capitals.
const DISTRICTS: [&str; 9] = [
    "huyện",
    "Huyện",
    "HUYỆN",
    "quận",
    "Quận",
    "QUẬN",
    "thị xã",
    "Thị xã",
    "THỊ XÃ",
];
/// The kinds of unit that there are, or that had their own name.
const OTHERS: [&str; 15] = [
    "tỉnh",
    "Tỉnh",
    "TỈNH",
    "thành phố",
    "Thành phố",
    "THÀNH PHỐ",
    "xã",
    "Xã",
    "XÃ",
    "phường",
    "Phường",
    "PHƯỜNG",
    "thị trấn",
    "Thị trấn",
    "THỊ TRẤN",
];
/// What all of them end with: rarer letters than those they begin with, and a "thị xã" ends where its "xã" does.
const ENDS: [&str; 15] = [
    "uyện", "UYỆN", "uận", "UẬN", "xã", "Xã", "XÃ", "ỉnh", "ỈNH", "phố", "PHỐ", "ường", "ƯỜNG",
    "trấn", "TRẤN",
];

/// Words of a sentence about what once was.
const PAST: [&str; 11] = [
    "cũ",
    "trước đây",
    "trước ngày",
    "trước khi",
    "trước kia",
    "sáp nhập",
    "hợp nhất",
    "giải thể",
    "nguyên ",
    "không còn",
    "kết thúc",
];

/// Syllables of the longest name: "Bà Rịa - Vũng Tàu" has five words.
const SYLLABLES: usize = 5;

/// A unit that is named as if it existed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Where its kind and its name stand.
    pub range: Range<usize>,
    /// Whether it is of a kind that is no more.
    pub is_district: bool,
}

/// The units that `text` names as if they existed, those of either sort in their order.
pub fn all(text: &str) -> Vec<Unit> {
    // All texts are read for these, and one that is asked for the leftmost only is looked through many bytes at a time.
    static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostFirst);
        builder.build(ENDS).expect("the kinds are few")
    });
    let kinds = DISTRICTS.iter().map(|kind| (*kind, true));
    let kinds = kinds.chain(OTHERS.iter().map(|kind| (*kind, false)));
    let units = FINDER.find_iter(text).flat_map(|end| {
        let said = &text[..end.end()];
        let kinds = kinds.clone().filter(|(kind, _)| said.ends_with(kind));
        kinds.filter_map(|(kind, is_district)| {
            let range = unit(text, said.len() - kind.len(), kind)?;
            Some(Unit { range, is_district })
        })
    });
    units.collect()
}

/// Where `text` names a district as if it existed: its kind and its name.
pub fn districts(text: &str) -> Vec<Range<usize>> {
    let units = all(text).into_iter().filter(|unit| unit.is_district);
    units.map(|unit| unit.range).collect()
}

/// Where `text` names a province, city, commune or ward as if it existed: its kind and its name.
pub fn others(text: &str) -> Vec<Range<usize>> {
    let units = all(text).into_iter().filter(|unit| !unit.is_district);
    units.map(|unit| unit.range).collect()
}

/// The unit whose kind stands at `at`, unless its sentence is about what once was.
fn unit(text: &str, at: usize, kind: &str) -> Option<Range<usize>> {
    let after = &text[at + kind.len()..];
    let rest = after.trim_start_matches([' ', '\n']);
    let space = after.len() - rest.len();
    // Numbered ones were in cities only.
    let is_city = kind.ends_with("uận") || kind.ends_with("hường");
    let is_name = rest.starts_with(char::is_uppercase)
        || is_city && rest.starts_with(|c: char| c.is_ascii_digit());
    let before = text[..at].chars().next_back();
    if !is_name || space == 0 || before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let ends = |c: char| matches!(c, '.' | ';');
    let start = text[..at].rfind(ends).map_or(0, |end| end + 1);
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
    let sentence = text[start..end].to_lowercase();
    let is_past = PAST.iter().any(|word| sentence.contains(word));
    (!is_past).then(|| at..at + kind.len() + space + name(rest))
}

/// How many bytes of `rest` are a name: words that begin with a capital, or one number.
fn name(rest: &str) -> usize {
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
    }
    let mut end = 0;
    for word in rest.split_inclusive([' ', '\n']).take(SYLLABLES) {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let stops = bare.len() < word.trim_end().len();
        end += if stops { bare.len() } else { word.len() };
        if stops {
            break;
        }
    }
    rest[..end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::{DISTRICTS, OTHERS, districts, others};

    #[test]
    fn districts_of_today_are_found() {
        let text = "Tại UBND huyện Càng Long, và thị xã Duyên Hải. Quận Ninh Kiều; HUYỆN CÀNG LONG; quận 1 và huyện\nCầu Kè";
        let found: Vec<&str> = districts(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(
            found,
            [
                "huyện Càng Long",
                "thị xã Duyên Hải",
                "Quận Ninh Kiều",
                "HUYỆN CÀNG LONG",
                "quận 1",
                "huyện\nCầu Kè"
            ]
        );
    }

    #[test]
    fn districts_of_the_past_are_let_alone() {
        for text in [
            "xã Càng Long (huyện Càng Long cũ)",
            "Từ ngày 1/7/2025 huyện Càng Long không còn",
            "Trước đây huyện Càng Long có lớp",
            "cấp huyện, quận nội thành, Huyện ủy, 3 huyện 10 xã",
        ] {
            assert!(districts(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn units_of_all_kinds_are_found() {
        for kind in DISTRICTS {
            let text = format!("tại {kind} Càng Long");
            assert_eq!(districts(&text).len(), 1, "{text}");
        }
        for kind in OTHERS {
            let text = format!("tại {kind} Càng Long");
            assert_eq!(others(&text).len(), 1, "{text}");
        }
    }

    #[test]
    fn other_units_are_found() {
        let text = "Phường 1, tỉnh Trà Vinh";
        let found: Vec<&str> = others(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Phường 1", "tỉnh Trà Vinh"]);
    }
}
