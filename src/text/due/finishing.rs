//! By when a sentence says that work is to be done: "Lắp wifi, hoàn thành trước ngày 30/6/2026."
//!
//! Only the plain sentence is read. Its verb is "hoàn thành", "xong" or "trình", at the start of the piece, behind a comma or a word such as
//! "phải"; a whole time with its year follows, or begins the sentence; and nothing but the time stands from there to the end of the piece.
//! What is only spoken of ("những nơi hoàn thành trước …", "đã hoàn thành trước …"), and a text that names two such times, is left alone.

use super::Due;
use crate::text::fold::after_word;

/// The printed words of the time by which a text says that its work is to be done, with what they say.
pub fn finishing(text: &str) -> Option<(String, Due)> {
    let mut found = pieces(text).filter_map(in_piece);
    let first = found.next()?;
    found.all(|other| other.1 == first.1).then_some(first)
}

/// The pieces of a text that a full stop, a semicolon, a bracket or the end of a line ends.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split([';', '\n', '(', ')']);
    lines.flat_map(|line| line.split(". "))
}

/// Words before the verb that only speak of the work, or set a condition.
pub(super) const SPOKEN_OF: [&str; 15] = [
    "đã", "chưa", "không", "nếu", "khi", "sau", "những", "ai", "nào", "đối", "kể", "vẫn", "bị",
    "từng", "hễ",
];

/// Words that make "trình" a part of another: "chương trình", "trình độ".
const TRINH_BEHIND: [&str; 10] = [
    "chương", "quy", "tiến", "công", "giáo", "hành", "lộ", "quá", "lập", "tường",
];
const TRINH_BEFORE: [&str; 4] = ["độ", "diễn", "bày", "chiếu"];

/// The most words between "trình" and the time: those to whom it goes.
const RECEIVER: usize = 14;

fn in_piece(piece: &str) -> Option<(String, Due)> {
    let lower = piece.to_lowercase();
    // Places in the one are places in the other. Who gets a report is not read here, so it is none of these.
    if lower.len() != piece.len() || lower.contains("báo cáo") {
        return None;
    }
    let words: Vec<(usize, &str)> = words(&lower).collect();
    let read = |start: usize, time: usize| time_at(piece, words[start].0, words[time].0);
    if is_time(&words, 0) {
        // "Trước ngày 30/6/2026, hoàn thành lắp đặt."
        let behind = lower.split_once(", ").map_or("", |(_, behind)| behind);
        let verbs = ["hoàn thành", "xong"];
        let is_done = verbs.iter().any(|verb| after_word(behind, verb).is_some());
        return read(0, 0).filter(|_| is_done);
    }
    (0..words.len()).find_map(|at| {
        let (verb, next) = (words[at].1, words.get(at + 1).map_or("", |(_, word)| word));
        let before = at.checked_sub(1).map_or("", |before| words[before].1);
        let (start, time) = match verb {
            "hoàn" if next == "thành" && opens(&lower, &words, at) => (at, at + 2),
            "xong" if !words[..at].iter().any(|(_, word)| *word == "các") => (at, at + 1),
            "trình"
                if !TRINH_BEHIND.contains(&before)
                    && !TRINH_BEFORE.contains(&next)
                    && opens(&lower, &words, at) =>
            {
                let receiver = at + 1..words.len().min(at + 1 + RECEIVER);
                let time = receiver.into_iter().find(|&at| is_time(&words, at))?;
                (time, time)
            }
            _ => return None,
        };
        // "Phấn đấu hoàn thành" is no more than that.
        let strives = before == "đấu" && at > 1 && words[at - 2].1 == "phấn";
        let start = if strives { at - 2 } else { start };
        let is_spoken_of = words[..at].iter().any(|(_, word)| SPOKEN_OF.contains(word));
        if is_spoken_of || !is_time(&words, time) {
            return None;
        }
        read(start, time)
    })
}

/// Whether the verb at `at` says what is to be done: it begins the piece, stands behind a comma, a word such as "phải" or a verb that it goes on from. Elsewhere it may
/// tell which are meant, "các lớp hoàn thành trước …".
fn opens(text: &str, words: &[(usize, &str)], at: usize) -> bool {
    const BEFORE: [&str; 11] = [
        "phải", "cần", "đấu", "đảm", "bảo", "và", "để", "mưu", "dựng", "thảo", "soát",
    ];
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    text[..words[at].0].trim_end().ends_with(',') || BEFORE.contains(&words[before].1)
}

/// The words from `start` to the end of the time that begins at `time`, where that is a whole one and nothing else stands behind it.
fn time_at(piece: &str, start: usize, time: usize) -> Option<(String, Due)> {
    let end = piece[time..].find(',');
    let end = end.map_or(piece.len(), |end| time + end);
    let words = super::words(&piece[time..end]);
    let due = Due::parse(&piece[time..end])?;
    let is_whole = matches!(due, Due::Day(_) | Due::Month { .. } | Due::Quarter { .. });
    (is_whole && words.iter().all(|word| is_of_time(word))).then(|| {
        let printed = piece[start..end].trim().trim_end_matches('.');
        (printed.to_owned(), due)
    })
}

/// Whether a time begins at the word at `at`.
pub(super) fn is_time(words: &[(usize, &str)], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    let period = |at: usize| matches!(word(at), "ngày" | "tháng" | "quý");
    match word(at) {
        "trước" => period(at + 1) || word(at + 1).starts_with(|c: char| c.is_ascii_digit()),
        "trong" => matches!(word(at + 1), "tháng" | "quý"),
        "chậm" => word(at + 1) == "nhất",
        _ => false,
    }
}

/// Whether a word, as a time is read word by word, belongs to a time.
pub(super) fn is_of_time(word: &str) -> bool {
    const WORDS: [&str; 14] = [
        "trước", "trong", "chậm", "nhất", "vào", "là", "ngày", "tháng", "quý", "năm", "i", "ii",
        "iii", "iv",
    ];
    WORDS.contains(&word)
        || matches!(word, "/" | "-" | ".")
        || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words of a text with their places: numbers and dates are whole.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-'));
    let words = text.split(apart).filter(|word| !word.is_empty());
    words.map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::finishing;

    #[test]
    fn plain_sentences_are_read() {
        for (text, printed) in [
            (
                "Lắp wifi, hoàn thành trước ngày 30/6/2026.",
                "hoàn thành trước ngày 30/6/2026",
            ),
            (
                "Phấn đấu hoàn thành trước 30/4/2026 (sớm hai tháng).",
                "Phấn đấu hoàn thành trước 30/4/2026",
            ),
            (
                "Trước ngày 30/6/2026, hoàn thành lắp đặt.",
                "Trước ngày 30/6/2026",
            ),
            (
                "Lắp wifi (xong trong tháng 6/2026)",
                "xong trong tháng 6/2026",
            ),
            (
                "Hoàn thành chậm nhất vào ngày 30 tháng 6 năm 2026; mở lớp",
                "Hoàn thành chậm nhất vào ngày 30 tháng 6 năm 2026",
            ),
            (
                "Xây dựng đề án, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.",
                "trước ngày 30/6/2026",
            ),
            (
                "Hoàn thành trong quý II/2026, gửi kết quả.",
                "Hoàn thành trong quý II/2026",
            ),
        ] {
            let found = finishing(text).map(|(printed, _)| printed);
            assert_eq!(found.as_deref(), Some(printed), "{text}");
        }
    }

    #[test]
    fn what_is_only_spoken_of_is_left_alone() {
        for text in [
            "Khen những nơi hoàn thành trước ngày 30/6/2026.",
            "Tổng hợp các việc đã hoàn thành trước ngày 30/6/2025.",
            "Nếu chưa xong trước ngày 30/6/2026 thì báo cáo.",
            "Người hoàn thành trước ngày 30/6/2026 được khen.",
            "Hoàn thành trước ngày 30/6/2026 và 30/9/2026.",
            "Lắp wifi, hoàn thành trước ngày 30/6/2026; mua máy, hoàn thành trước ngày 30/9/2026.",
            "Hoàn thành trước ngày 30/6.",
            "Hoàn thành chương trình trước ngày khai giảng.",
            "Ban hành chương trình trước ngày 30/6/2026.",
            "Hoàn thành trong năm 2026.",
            "Tiếp nhận các hồ sơ trình trước ngày 30/6/2026.",
            "Rà soát các lớp hoàn thành trước ngày 30/6/2026.",
            "Hoàn thành chậm nhất ngày 31/11/2026.",
            "Trước ngày 30/6/2026, các xã đã hoàn thành.",
            "Hoàn thành báo cáo trước ngày 30/6/2026; trình báo cáo trước ngày 30/6/2026.",
        ] {
            assert_eq!(finishing(text), None, "{text}");
        }
    }
}
