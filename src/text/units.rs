//! Districts in a text. There have been none since 1 July 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15).

use std::ops::Range;

use super::dates::Date;

/// The first day without districts.
pub fn abolished() -> Date {
    Date::new(2025, 7, 1).expect("the calendar has this day")
}

const KINDS: [&str; 6] = ["huyện ", "quận ", "thị xã ", "Huyện ", "Quận ", "Thị xã "];
/// Words of a sentence about what once was.
const PAST: [&str; 10] = [
    "cũ",
    "trước đây",
    "trước ngày",
    "trước khi",
    "sáp nhập",
    "hợp nhất",
    "giải thể",
    "nguyên ",
    "không còn",
    "kết thúc",
];

/// Where `text` names a district as if it existed: its kind and its name.
pub fn named(text: &str) -> Vec<Range<usize>> {
    let kinds = KINDS.iter().flat_map(|kind| {
        let places = memchr::memmem::find_iter(text.as_bytes(), kind.as_bytes());
        places.filter_map(|at| district(text, at, kind.len()))
    });
    let mut found: Vec<Range<usize>> = kinds.collect();
    found.sort_by_key(|range| range.start);
    found
}

/// The district whose kind, of `width` bytes, stands at `at`, unless its sentence is about what once was.
fn district(text: &str, at: usize, width: usize) -> Option<Range<usize>> {
    let before = text[..at].chars().next_back();
    let is_name = text[at + width..].starts_with(char::is_uppercase);
    if !is_name || before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let ends = |c: char| matches!(c, '.' | ';' | '\n');
    let start = text[..at].rfind(ends).map_or(0, |end| end + 1);
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end + 1);
    let sentence = &text[start..end];
    let is_past = PAST.iter().any(|word| sentence.contains(word));
    (!is_past).then(|| at..at + width + name(&text[at + width..end]))
}

/// How many bytes of `rest` are a name: words that begin with a capital.
fn name(rest: &str) -> usize {
    let mut end = 0;
    for word in rest.split_inclusive(' ') {
        if !word.chars().next().is_some_and(char::is_uppercase) {
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
    use super::named;

    #[test]
    fn districts_of_today_are_found() {
        let text = "Tại UBND huyện Càng Long, và thị xã Duyên Hải. Quận Ninh Kiều";
        let found: Vec<&str> = named(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["huyện Càng Long", "thị xã Duyên Hải", "Quận Ninh Kiều"]
        );
    }

    #[test]
    fn districts_of_the_past_are_let_alone() {
        for text in [
            "xã Càng Long (huyện Càng Long cũ)",
            "Từ ngày 1/7/2025 huyện Càng Long không còn",
            "cấp huyện, quận nội thành, Huyện ủy",
        ] {
            assert!(named(text).is_empty(), "{text}");
        }
    }
}
