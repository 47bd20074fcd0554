//! Lessons that nobody could follow in one sitting, that name things by colour alone, or whose steps were tried long ago.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules;
use crate::site::Site;
use crate::text::dates::Date;
use crate::text::fold::fold;

/// Words of one step.
const WORDS: usize = 25;
/// Steps of one lesson.
const STEPS: usize = 7;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Lesson(lesson) = &document.kind else {
            continue;
        };
        if let Some(step) = lesson.steps.get(STEPS) {
            let (count, limit) = (lesson.steps.len().to_string(), STEPS.to_string());
            faults.push(rules::many_steps(step.r#do.span, &count, &limit));
        }
        for (at, step) in lesson.steps.iter().enumerate() {
            let number = (at + 1).to_string();
            let words = step.r#do.split_whitespace().count();
            if words > WORDS {
                let (words, limit) = (words.to_string(), WORDS.to_string());
                faults.push(rules::long_step(step.r#do.span, &number, &words, &limit));
            }
            if let Some(words) = by_colour(&step.r#do) {
                faults.push(rules::colour_only(step.r#do.span, &words, &number));
            }
        }
        if let Some(checked) = &lesson.checked_on
            && year_before(site.view.now) > Some(checked.value)
        {
            faults.push(rules::stale_check(checked.span, &checked.short()));
        }
    }
}

fn year_before(day: Date) -> Option<Date> {
    let iso = day.iso();
    let month_day = iso.get(4..)?;
    Date::parse(&format!("{:04}{month_day}", day.year() - 1)).ok()
}

/// Things on a screen, without marks.
const THINGS: [&str; 6] = ["nut", "o", "bieu tuong", "dong chu", "dong", "chu"];
const COLOURS: [&str; 11] = [
    "xanh", "do", "vang", "cam", "tim", "hong", "den", "trang", "xam", "nau", "da cam",
];
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

/// The words that name a thing by its colour, when the step says nothing else of it.
fn by_colour(text: &str) -> Option<String> {
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
    let is_colour = |at: usize| {
        plain
            .get(at)
            .is_some_and(|word| COLOURS.contains(&word.as_str()))
    };
    for at in 0..plain.len() {
        let two = plain[at..plain.len().min(at + 2)].join(" ");
        let length = if THINGS.contains(&two.as_str()) {
            2
        } else if THINGS.contains(&plain[at].as_str()) {
            1
        } else {
            continue;
        };
        let next = at + length;
        let says_colour = plain.get(next).is_some_and(|word| word == "mau");
        let end = if says_colour { next + 1 } else { next };
        if is_colour(end) && (says_colour || plain[at] == "nut") {
            let said = words[at..=end].join(" ");
            return Some(
                said.trim_end_matches(|c: char| !c.is_alphanumeric())
                    .to_owned(),
            );
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::by_colour;

    #[test]
    fn colours_alone_are_found() {
        assert_eq!(
            by_colour("Bấm nút màu xanh.").as_deref(),
            Some("nút màu xanh")
        );
        assert_eq!(
            by_colour("Chạm vào nút đỏ để gọi").as_deref(),
            Some("nút đỏ")
        );
    }

    #[test]
    fn colours_with_a_name_or_a_place_are_let_alone() {
        for text in [
            "Bấm nút “Tiếp tục” màu xanh.",
            "Bấm nút màu xanh ở cuối màn hình.",
            "Mang sổ đỏ bản gốc.",
            "Chụp ảnh trên nền trắng.",
            "Ô đọ phù hợp, dòng trên cùng",
        ] {
            assert_eq!(by_colour(text), None, "{text}");
        }
    }
}
