//! Things on a screen that a text names by their colour and by nothing else.

use std::ops::Range;

use super::fold::fold;

/// Things on a screen that are red when they are said to be.
const COLOURED: [&str; 13] = [
    "nút",
    "ô",
    "chấm",
    "dấu chấm",
    "dấu cộng",
    "khung",
    "vùng",
    "vạch",
    "vòng tròn",
    "mũi tên",
    "biểu tượng",
    "icon",
    "phím",
];
/// Others, of which a red one may be the name of something, as "thẻ đỏ" is, unless the text says that it has the colour.
const THINGS: [&str; 13] = [
    "dòng chữ",
    "dòng",
    "chữ",
    "mục",
    "thẻ",
    "thanh",
    "phần",
    "dấu",
    "hộp",
    "chỗ",
    "đường",
    "tab",
    "liên kết",
];
/// What may be pressed without being named: "bấm vào màu đỏ".
const TOWARDS: &str = "vào";
const COLOURS: [&str; 11] = [
    "xanh", "đỏ", "vàng", "cam", "tím", "hồng", "đen", "trắng", "xám", "nâu", "bạc",
];
/// What stands between a thing and its colour.
const SAYS_COLOUR: [&str; 6] = ["có màu", "màu", "tô màu", "bôi màu", "tô", "bôi"];
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
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.to_lowercase()
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
    let coloured = begins(at, &COLOURED);
    let thing = coloured.or_else(|| begins(at, &THINGS));
    let thing = thing.or_else(|| begins(at, &[TOWARDS]))?;
    let says = begins(at + thing, &SAYS_COLOUR);
    let end = at + thing + says.unwrap_or(0);
    let is_colour = begins(end, &COLOURS).is_some();
    (is_colour && (says.is_some() || coloured.is_some())).then_some(end)
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
            ("Chạm ô vàng", "ô vàng"),
            ("Mở tin có dấu chấm đỏ", "dấu chấm đỏ"),
            ("Nhập vào khung tím", "khung tím"),
            ("Bấm vào màu cam", "vào màu cam"),
            ("Đi theo đường màu đỏ", "đường màu đỏ"),
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
            "Bấm vào ô rồi nhìn ở đó",
            "Đưa thẻ xanh cho cô ở đó",
            "Bấm nút Đồng ý màu xanh",
        ] {
            assert_eq!(alone(text), None, "{text}");
        }
    }
}
