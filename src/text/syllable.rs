//! Which words may be Vietnamese when their marks are left out: each is one syllable of an initial, a nucleus and a final, and of all three
//! there are few (Đoàn Thiện Thuật, Ngữ âm tiếng Việt).

/// Initials, the longer before those they begin with.
const INITIALS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];
const NUCLEI: [&str; 40] = [
    "a", "ai", "ao", "au", "ay", "e", "eo", "eu", "i", "ia", "ie", "ieu", "iu", "o", "oa", "oai",
    "oao", "oay", "oe", "oeo", "oi", "oo", "u", "ua", "uay", "ue", "ui", "uo", "uoi", "uou", "uu",
    "uy", "uya", "uye", "uyu", "y", "ya", "ye", "yeu", "yu",
];
const FINALS: [&str; 9] = ["ch", "nh", "ng", "c", "m", "n", "p", "t", ""];

/// Whether `word`, in small letters without marks, may be a syllable of Vietnamese.
pub fn may_be(word: &str) -> bool {
    let rests = INITIALS
        .iter()
        .filter_map(|initial| word.strip_prefix(initial));
    let mut rimes = rests.flat_map(|rest| FINALS.iter().filter_map(|last| rest.strip_suffix(last)));
    // "gì" has its vowel in the initial.
    rimes.any(|nucleus| NUCLEI.contains(&nucleus)) || word == "gi"
}

#[cfg(test)]
mod tests {
    use super::may_be;
    use crate::text::fold::fold;

    #[test]
    fn words_of_vietnamese_are_syllables() {
        let text = "Mời bà con đến lớp học tối nay tại nhà văn hóa xã, nghỉ khuya, quyển xoong, giếng, gì, quốc ngữ, \
            khuỷu tay, ngoằn ngoèo, thuở xưa, chuyện yêu đương, tuần huy hoàng, hươu, rượu, quý khách, ưu tiên, ý kiến";
        for word in text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
        {
            assert!(may_be(&fold(word)), "{word}");
        }
    }

    #[test]
    fn most_words_of_english_are_none() {
        for word in
            "good morning everyone welcome class today opening register bring your skills for our"
                .split(' ')
        {
            assert!(!may_be(word), "{word}");
        }
    }
}
