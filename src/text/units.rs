//! Administrative units named in a text. There have been no districts since 1 July 2025 (Luật Tổ chức chính quyền địa phương số
//! 72/2025/QH15), and of the other names many went on that day or before.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem::Finder;

use super::dates::Date;
use super::due::date_in;

/// The first day without districts.
pub fn abolished() -> Date {
    Date::new(2025, 7, 1).expect("the calendar has this day")
}

/// The kinds of unit that are no more, each small, with a capital letter and in capitals, and how addresses shorten them.
const DISTRICTS: [&str; 16] = [
    "huyện",
    "Huyện",
    "HUYỆN",
    "quận",
    "Quận",
    "QUẬN",
    "thị xã",
    "Thị xã",
    "THỊ XÃ",
    "thị trấn",
    "Thị trấn",
    "THỊ TRẤN",
    "H.",
    "Q.",
    "TX.",
    "Tx.",
];
/// The kinds of unit that there are, or that had their own name.
const OTHERS: [&str; 12] = [
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
];

/// The offices that units have, to which people are sent.
const OFFICES: [&str; 6] = [
    "ủy ban nhân dân",
    "uỷ ban nhân dân",
    "ubnd",
    "hội đồng nhân dân",
    "hđnd",
    "công an",
];

/// What all kinds end with: rarer letters than those they begin with, and a "thị xã" ends where its "xã" does. None is shorter than three
/// bytes: what is looked for is known by so many.
const ENDS: [&str; 17] = [
    "uyện", "UYỆN", "uận", "UẬN", "xã", "Xã", "XÃ", "ỉnh", "ỈNH", "phố", "PHỐ", "ường", "ƯỜNG",
    "trấn", "TRẤN", "TX.", "Tx.",
];
/// And the two shortest.
const INITIALS: [&str; 2] = ["H.", "Q."];

/// Words of a sentence about what once was.
const PAST: [&str; 14] = [
    "cũ",
    "trước đây",
    "trước đó",
    "trước khi",
    "trước kia",
    "ngày trước",
    "nay là",
    "lập từ",
    "sáp nhập",
    "hợp nhất",
    "giải thể",
    "nguyên",
    "không còn",
    "kết thúc",
];

/// Words of the longest name.
const SYLLABLES: usize = 5;

/// A unit that is named as if it existed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Where its kind and its name stand.
    pub range: Range<usize>,
    /// Whether it is of a kind that is no more.
    pub is_district: bool,
}

/// A kind of unit, and whether it is no more.
type Kind = (&'static str, bool);

fn kinds_with(end: &str) -> Vec<Kind> {
    let districts = DISTRICTS.iter().map(|kind| (*kind, true));
    let kinds = districts.chain(OTHERS.iter().map(|kind| (*kind, false)));
    kinds.filter(|(kind, _)| kind.ends_with(end)).collect()
}

/// The units that `text` names as if they existed, those of either sort in their order.
pub fn all(text: &str) -> Vec<Unit> {
    // All texts are read for these, and one that is asked for the leftmost only is looked through many bytes at a time.
    static FINDER: LazyLock<(AhoCorasick, Vec<Vec<Kind>>)> = LazyLock::new(|| {
        let mut builder = AhoCorasick::builder();
        let builder = builder.match_kind(MatchKind::LeftmostFirst);
        let finder = builder.build(ENDS).expect("the kinds are few");
        (finder, ENDS.iter().map(|end| kinds_with(end)).collect())
    });
    let (finder, kinds) = &*FINDER;
    let units = finder.find_iter(text).flat_map(|end| {
        let said = &text[..end.end()];
        let kinds = kinds[end.pattern()].iter();
        kinds.filter_map(|&(kind, is_district)| {
            let start = said.strip_suffix(kind)?.len();
            let range = unit(text, start, kind)?;
            Some(Unit { range, is_district })
        })
    });
    let mut units: Vec<Unit> = units.collect();
    static FINDERS: LazyLock<[Finder; 2]> = LazyLock::new(|| INITIALS.map(Finder::new));
    let initials = INITIALS.iter().zip(&*FINDERS).flat_map(|(kind, finder)| {
        let found = finder.find_iter(text.as_bytes());
        found.filter_map(|start| unit(text, start, kind))
    });
    units.extend(initials.map(|range| Unit {
        range,
        is_district: true,
    }));
    units.sort_by_key(|unit| unit.range.start);
    units
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

/// What stands before the office with which `before` ends: "Ủy ban nhân dân" of "tỉnh Trà Vinh".
pub fn before_office(before: &str) -> Option<&str> {
    let before = before.trim_end();
    OFFICES.iter().find_map(|office| {
        let start = before.len().checked_sub(office.len())?;
        let named = before.get(start..)?.to_lowercase() == **office;
        let rest = &before[..start];
        (named && !rest.ends_with(char::is_alphanumeric)).then_some(rest)
    })
}

/// The unit whose kind stands at `at`, unless its sentence is about what once was.
fn unit(text: &str, at: usize, kind: &str) -> Option<Range<usize>> {
    let (before, after) = (&text[..at], &text[at + kind.len()..]);
    let rest = after.trim_start_matches([' ', '\n']);
    let space = after.len() - rest.len();
    let is_short = kind.ends_with('.');
    // Numbered ones were in cities only.
    let is_city = kind.ends_with("uận") || kind.ends_with("hường") || kind == "Q.";
    let is_name = rest.starts_with(char::is_uppercase)
        || is_city && rest.starts_with(|c: char| c.is_ascii_digit());
    let apart = if is_short {
        // In an address; elsewhere it is the initial of a name.
        let before = before.trim_end_matches(' ');
        before.is_empty() || before.ends_with([',', '-', '–', '(', ':', '\n'])
    } else {
        !before.ends_with(char::is_alphanumeric)
    };
    let range = if is_name && (space > 0 || is_short) {
        at..at + kind.len() + space + name(rest)
    } else if DISTRICTS.contains(&kind) && !is_short && !after.starts_with(char::is_alphanumeric) {
        // "Công an huyện", of whatever name.
        before_office(before)?.len()..at + kind.len()
    } else {
        return None;
    };
    (apart && !is_of_the_past(text, at)).then_some(range)
}

/// Whether what is named at the byte `at` is a thing of the past: its sentence is about what once was, or it stands in the quoted title of a
/// document, which keeps its words.
pub fn is_of_the_past(text: &str, at: usize) -> bool {
    is_past(sentence(text, at)) || is_in_title(text, at)
}

/// What a document is called before its title.
const DOCUMENTS: [&str; 12] = [
    "kế hoạch",
    "nghị quyết",
    "quyết định",
    "đề án",
    "chương trình",
    "công văn",
    "báo cáo",
    "thông báo",
    "hướng dẫn",
    "chỉ thị",
    "phong trào",
    "cuộc thi",
];

/// Whether the byte `at` stands between quotation marks behind the name of a document: 'Kế hoạch "Chuyển đổi số tại huyện …"'.
fn is_in_title(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let Some(open) = before.rfind('“').or_else(|| before.rfind('"')) else {
        return false;
    };
    let is_open = !before[open..].contains('”') && after.contains(['”', '"']);
    let named = before[..open].trim_end().to_lowercase();
    let tail = named.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let is_document = DOCUMENTS.iter().any(|word| named[tail..].contains(word));
    let is_single = before[open..].starts_with('“') || before.matches('"').count() % 2 == 1;
    is_open && is_document && is_single
}

/// The sentence in which the byte `at` stands.
fn sentence(text: &str, at: usize) -> &str {
    let is_end = |(end, mark): &(usize, char)| {
        matches!(mark, '.' | ';') && !text[end + 1..].starts_with(|c: char| !c.is_whitespace())
    };
    let start = text[..at].char_indices().rev().find(is_end);
    let mut after = text[at..].char_indices().map(|(end, c)| (at + end, c));
    let end = after.find(is_end);
    &text[start.map_or(0, |(end, _)| end + 1)..end.map_or(text.len(), |(end, _)| end)]
}

/// Whether a sentence is about what once was: it says so, or names a day or a year before [`abolished`].
fn is_past(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let is_said = |words: &str| {
        lower.match_indices(words).any(|(at, words)| {
            !lower[..at].ends_with(char::is_alphanumeric)
                && !lower[at + words.len()..].starts_with(char::is_alphanumeric)
        })
    };
    if PAST.iter().any(|words| is_said(words)) {
        return true;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let numbers = lower.match_indices(is_digit).map(|(at, _)| at);
    let mut numbers = numbers.filter(|&at| !lower[..at].ends_with(|c| is_digit(c) || c == '/'));
    numbers.any(|at| {
        let (before, number) = (lower[..at].trim_end(), &lower[at..]);
        // "31 tháng 12 năm 2024".
        let upto = number.char_indices().nth(24);
        let day = date_in(&number[..upto.map_or(number.len(), |(end, _)| end)]);
        let year = number.get(..4).and_then(|year| year.parse().ok());
        let is_year =
            before.ends_with("năm") && !number[4.min(number.len())..].starts_with(is_digit);
        let is_before = before.ends_with("trước ngày") || before.ends_with("trước");
        day.is_some_and(|day| day < abolished() || is_before && day == abolished())
            || is_year && year.is_some_and(|year: i16| year < abolished().year())
    })
}

/// How many bytes of `rest` are a name: words that begin with a capital, or one number.
pub fn name(rest: &str) -> usize {
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
    let end = rest[..end].trim_end().len();
    let behind = rest[end..].trim_start_matches([' ', '-', '–']);
    // The only one with a dash in it.
    let goes_on = rest[..end].ends_with("Bà Rịa") && behind.starts_with("Vũng Tàu");
    if goes_on {
        rest.len() - behind.len() + "Vũng Tàu".len()
    } else {
        end
    }
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
    fn districts_are_found_however_they_are_written() {
        for (text, found) in [
            (
                "Địa chỉ: ấp 1, H. Càng Long, tỉnh Vĩnh Long",
                "H. Càng Long",
            ),
            ("phường 1, TX.Duyên Hải", "TX.Duyên Hải"),
            ("123 đường A, Q.1", "Q.1"),
            ("Mang thẻ tới Công an huyện để làm", "Công an huyện"),
            ("Lớp ở thị trấn Càng Long", "thị trấn Càng Long"),
            ("Huyện Càng Long cũng có lớp", "Huyện Càng Long"),
            (
                "Nộp trước ngày 10/12/2026 tại huyện Càng Long",
                "huyện Càng Long",
            ),
        ] {
            let ranges = districts(text);
            assert_eq!(
                ranges.first().map(|range| &text[range.clone()]),
                Some(found),
                "{text}"
            );
        }
    }

    #[test]
    fn districts_of_the_past_are_let_alone() {
        for text in [
            "xã Càng Long (huyện Càng Long cũ)",
            "Từ ngày 1/7/2025 huyện Càng Long không còn",
            "Trước đây huyện Càng Long có lớp",
            "cấp huyện, quận nội thành, Huyện ủy, 3 huyện 10 xã",
            "Năm 1945, cả huyện Càng Long có 12 lớp",
            "Trước ngày 1/7/2025 huyện Càng Long có lớp",
            "huyện Càng Long (nay là xã Càng Long) mở lớp ngày 10/10/2026",
            "Xã lập từ thị trấn Càng Long",
            "Ông Nguyễn H. Anh dạy",
            "Kế hoạch “Chuyển đổi số tại huyện Càng Long” đã đăng",
            "Quyết định số 5/QĐ-UBND \"Mở lớp ở huyện Càng Long\" đã đăng",
        ] {
            assert!(districts(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn units_of_all_kinds_are_found() {
        for kind in DISTRICTS {
            let text = format!("{kind} Càng Long");
            assert_eq!(districts(&text).len(), 1, "{text}");
        }
        for kind in OTHERS {
            let text = format!("{kind} Càng Long");
            assert_eq!(others(&text).len(), 1, "{text}");
        }
    }

    #[test]
    fn other_units_are_found() {
        let text = "Phường 1, tỉnh Trà Vinh, tỉnh Bà Rịa – Vũng Tàu";
        let found: Vec<&str> = others(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["Phường 1", "tỉnh Trà Vinh", "tỉnh Bà Rịa – Vũng Tàu"]
        );
    }
}
