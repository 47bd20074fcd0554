//! The times by which a text asks for something, whoever is asked and whatever for.
//!
//! Wider than [`finishing`](super::finishing()): of such a time it is not known what is to be done by it, so it is told and taken for nothing.

use super::Due;
use super::finishing::{SPOKEN_OF, is_of_time, is_time, pieces, words};

/// The printed words of each day, month or quarter by which a text asks for something, and of each rule that gives days; nothing of what is
/// only spoken of ("đã hoàn thành trước …").
pub fn times_said(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).flat_map(in_piece)
}

fn in_piece(piece: &str) -> Vec<&str> {
    if !piece.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let lower = piece.to_lowercase();
    // Places in the one are places in the other.
    if lower.len() != piece.len() {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = words(&lower).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let count = words[at..].iter().take_while(|(_, word)| belongs(word));
        let run = &words[at..at + count.count()];
        let said = is_asked(&words, at) || run.len() == words.len();
        match run.last().filter(|_| said) {
            Some((last, word)) => {
                let time = &piece[words[at].0..last + word.len()];
                let spoken = words[..at].iter().any(|(_, word)| SPOKEN_OF.contains(word));
                if !spoken && gives_days(time, run.len() == words.len()) {
                    found.push(time);
                }
                at += run.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Whether words at `at` ask for something by a time: "trước ngày …", "vào tháng …", "Đến tháng …" at the head.
fn is_asked(words: &[(usize, &str)], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    let is_period = matches!(word(at + 1), "ngày" | "tháng" | "quý");
    match word(at) {
        "vào" => is_period,
        "đến" => at == 0 && is_period,
        _ => is_time(words, at),
    }
}

/// Whether a word belongs to a time, or to the rule by which it comes again.
fn belongs(word: &str) -> bool {
    const OF_RULES: [&str; 10] = [
        "hằng", "hàng", "mỗi", "cuối", "đầu", "của", "đến", "hết", "giờ", "từng",
    ];
    let is_date = || {
        let mut parts = word.split(['/', '-']);
        parts.all(is_of_time)
    };
    is_date() || OF_RULES.contains(&word)
}

/// Whether words say a day, month or quarter with its year, or a rule with a day. What stands alone in brackets may be the day of a document
/// or of a meeting; a day on which something comes again may be a feast: "vào ngày 10/10 hằng năm".
fn gives_days(time: &str, is_alone: bool) -> bool {
    let is_on_it = time.to_lowercase().starts_with("vào");
    match Due::parse(time) {
        Some(Due::Day(_)) => !is_alone || time.to_lowercase().contains("trước"),
        Some(Due::Month { .. } | Due::Quarter { .. }) => true,
        Some(Due::Yearly(days)) => !is_on_it && !days.is_empty(),
        Some(Due::Quarterly(day)) => !is_on_it && day.is_some(),
        Some(Due::Monthly(day)) => !is_on_it && day.is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::times_said;

    #[test]
    fn times_are_found_whatever_is_to_be_done() {
        for (text, times) in [
            (
                "Xây dựng kế hoạch, gửi Sở A trước ngày 15/6/2027 để tổng hợp.",
                &["trước ngày 15/6/2027"][..],
            ),
            ("Mở lớp (Quý III/2027).", &["Quý III/2027"]),
            (
                "Đến tháng 9/2027, hoàn thành việc mở lớp.",
                &["Đến tháng 9/2027"],
            ),
            ("Tổng kết vào tháng 12/2027", &["vào tháng 12/2027"]),
            (
                "Ban hành kế hoạch trong Quý II năm 2027; gửi chậm nhất ngày 30 tháng 6 năm 2027.",
                &[
                    "trong Quý II năm 2027",
                    "chậm nhất ngày 30 tháng 6 năm 2027",
                ],
            ),
            (
                "Lập dự toán gửi Sở B trước ngày 15/7 hằng năm.",
                &["trước ngày 15/7 hằng năm"],
            ),
            (
                "Cập nhật trước ngày 20 của tháng cuối quý",
                &["trước ngày 20 của tháng cuối quý"],
            ),
            ("Tổng hợp các việc đã làm trước ngày 30/6/2025.", &[]),
            ("Ngày hội vào ngày 10/10 hằng năm", &[]),
            ("Theo Kế hoạch số 12/KH-UBND (ngày 05/01/2025)", &[]),
            (
                "Trong năm 2027, mở lớp; học từ tháng 3/2027 đến tháng 9/2027",
                &[],
            ),
            ("Gửi danh sách trước ngày 20/5.", &[]),
        ] {
            assert_eq!(times_said(text).collect::<Vec<_>>(), times, "{text}");
        }
    }
}
