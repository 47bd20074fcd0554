//! The words that stand before the subject of a sentence: "Định kỳ trước ngày 15/12 hằng năm, các sở …", "Ngoài ra, Sở B …",
//! "Riêng UBND cấp xã …".

use super::actor::unasked;
use crate::text::fold::lower;

/// The places at which the subject may begin behind such words, the last first; none where a text begins with nothing of the kind.
pub(super) fn subjects(text: &str) -> Vec<usize> {
    let rest = behind_joint(text);
    let mut starts = Vec::new();
    if rest.len() < text.len() {
        starts.push(text.len() - rest.len());
    }
    let mut at = text.len() - rest.len();
    while let Some(end) = word_of_time(&text[at..]) {
        let word = lower(&text[at..at + end]);
        let behind = text[at + end..].trim_start_matches(APART);
        at = text.len() - behind.len();
        // "Trong Công an tỉnh, …" is no time.
        if !NO_END.contains(&&*word) {
            starts.push(at);
        }
    }
    // "Hằng năm, giao Sở B …"
    let named = starts
        .iter()
        .map(|&start| text.len() - unasked(&text[start..]).len());
    named.rev().collect()
}

/// What stands between the words of a time, and between it and the subject.
const APART: [char; 8] = [' ', ',', ':', ';', '(', ')', '/', '-'];

/// Words of a time behind which its end stands yet.
const NO_END: [&str; 18] = [
    "trước", "nhất", "là", "vào", "trong", "đến", "từ", "hết", "của", "thứ", "và", "hoặc", "tới",
    "hằng", "hàng", "mỗi", "từng", "chậm",
];

/// A text without the word that joins it to what stands before it.
fn behind_joint(text: &str) -> &str {
    const JOINTS: [&str; 6] = [
        "ngoài ra,",
        "đồng thời,",
        "bên cạnh đó,",
        "cùng với đó,",
        "song song đó,",
        "riêng ",
    ];
    let ends = text.match_indices([',', ' ']).map(|(at, _)| at + 1).take(4);
    let joint = ends
        .map(|end| text.split_at(end))
        .find(|(joint, _)| JOINTS.contains(&&*lower(joint)));
    joint.map_or(text, |(_, rest)| rest.trim_start())
}

/// Where the first word of a text ends, if it belongs to a time.
fn word_of_time(text: &str) -> Option<usize> {
    const WORDS: [&str; 37] = [
        "định",
        "kỳ",
        "hằng",
        "hàng",
        "mỗi",
        "từng",
        "trước",
        "chậm",
        "nhất",
        "là",
        "vào",
        "trong",
        "đến",
        "từ",
        "hết",
        "ngày",
        "tuần",
        "tháng",
        "quý",
        "năm",
        "đầu",
        "giữa",
        "cuối",
        "của",
        "thứ",
        "và",
        "hoặc",
        "đột",
        "xuất",
        "thường",
        "xuyên",
        "i",
        "ii",
        "iii",
        "iv",
        "tới",
        "lần",
    ];
    let end = text.find(|c: char| !c.is_alphanumeric());
    let word = &text[..end?];
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || WORDS.contains(&&*lower(word))).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::subjects;

    #[test]
    fn the_subject_stands_behind_a_time_or_a_joint() {
        for (text, subject) in [
            (
                "Định kỳ trước ngày 15/12 hằng năm, các sở, ban, ngành tỉnh báo cáo",
                "các sở, ban, ngành tỉnh báo cáo",
            ),
            ("Hằng năm Sở B bố trí kinh phí", "Sở B bố trí kinh phí"),
            (
                "Định kỳ hằng quý (trước ngày 20 tháng cuối quý), 6 tháng, năm, UBND cấp xã báo cáo",
                "UBND cấp xã báo cáo",
            ),
            ("Ngoài ra, hằng năm, giao Sở B theo dõi", "Sở B theo dõi"),
            ("Riêng UBND cấp xã mở lớp", "UBND cấp xã mở lớp"),
        ] {
            let found = subjects(text).first().map(|&at| &text[at..]);
            assert_eq!(found, Some(subject), "{text}");
        }
        for text in [
            "Sở B mở lớp",
            "Trong Công an tỉnh, mọi người học",
            "Từ Sở B chuyển xuống",
            "Ngoài ra mở lớp",
            "Theo dõi",
            "",
        ] {
            assert!(subjects(text).is_empty(), "{text}");
        }
    }
}
