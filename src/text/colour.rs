//! Things on a screen that a text names by their colour and by nothing else.

use std::ops::Range;

use super::fold::fold;

/// Things on a screen, without marks.
const THINGS: [&str; 24] = [
    "nut",
    "o",
    "bieu tuong",
    "dong chu",
    "dong",
    "chu",
    "muc",
    "the",
    "thanh",
    "phan",
    "dau cong",
    "dau",
    "khung",
    "vung",
    "mui ten",
    "icon",
    "phim",
    "cham",
    "vach",
    "hop",
    "vong tron",
    "cho",
    "tab",
    "lien ket",
];
const COLOURS: [&str; 12] = [
    "xanh", "do", "vang", "cam", "tim", "hong", "den", "trang", "xam", "nau", "da cam", "bac",
];
/// What stands between a thing and its colour.
const SAYS_COLOUR: [&str; 6] = ["co mau", "mau", "to mau", "boi mau", "to", "boi"];
/// Words that say where a thing stands or what is on it.
const PLACES: [&str; 14] = [
    "goc",
    "cuoi",
    "tren cung",
    "duoi cung",
    "ben phai",
    "ben trai",
    "giua",
    "dau trang",
    "co chu",
    "ghi chu",
    "hinh",
    "phia",
    "so ",
    "ten",
];

/// The words that name a thing by its colour, when the text says nothing else of it.
pub fn alone(text: &str) -> Option<Range<usize>> {
    if text.contains(['“', '"', '«', '\'']) {
        return None;
    }
    let folded = fold(text);
    if PLACES.iter().any(|place| folded.contains(place)) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain: Vec<String> = words
        .iter()
        .map(|word| {
            fold(word)
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned()
        })
        .collect();
    (0..plain.len()).find_map(|at| {
        let end = of_thing(&plain, at)?;
        let start = words[at].as_ptr() as usize - text.as_ptr() as usize;
        let last = words[end].trim_end_matches(|c: char| !c.is_alphanumeric());
        let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
        Some(start..end)
    })
}

/// The word of the colour, when a thing that has one is named at the word `at`.
fn of_thing(plain: &[String], at: usize) -> Option<usize> {
    let begins = |at: usize, list: &[&str]| {
        [2, 1].into_iter().find(|length| {
            let words = plain.get(at..at + length);
            words.is_some_and(|words| list.contains(&words.join(" ").as_str()))
        })
    };
    let next = at + begins(at, &THINGS)?;
    let says = begins(next, &SAYS_COLOUR);
    let end = next + says.unwrap_or(0);
    let is_colour = begins(end, &COLOURS).is_some();
    // "Sổ đỏ" and "nền trắng" are names; a red button is a button that is red.
    (is_colour && (says.is_some() || plain[at] == "nut")).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::alone;

    #[test]
    fn colours_alone_are_found() {
        for (text, words) in [
            ("Bấm nút màu xanh.", "nút màu xanh"),
            ("Chạm vào nút đỏ để gọi", "nút đỏ"),
            ("Điền các ô bôi đỏ", "ô bôi đỏ"),
            ("Chạm nút có màu đỏ", "nút có màu đỏ"),
        ] {
            assert_eq!(alone(text).map(|range| &text[range]), Some(words));
        }
    }

    #[test]
    fn colours_with_a_name_or_a_place_are_let_alone() {
        for text in [
            "Bấm nút “Tiếp tục” màu xanh.",
            "Bấm nút màu xanh ở cuối màn hình.",
            "Mang sổ đỏ bản gốc.",
            "Chụp ảnh trên nền trắng.",
            "Ô đọ phù hợp, dòng trên cùng",
            "Bấm nút Đồng ý màu xanh",
        ] {
            assert_eq!(alone(text), None, "{text}");
        }
    }
}
