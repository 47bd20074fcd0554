//! Folding: the letters of a Vietnamese word without tone and quality marks, for addresses, search and near matches.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// `text` in lower case without marks; `đ`, `Đ` and the look-alike eth of old files become `d`, because none of them decomposes.
pub fn fold(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(text)
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| match c {
            'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Combining diacritical marks, the block that Vietnamese decomposes into.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn marks_and_d_fall_away() {
        for (text, folded) in [
            ("Đồng Tháp", "dong thap"),
            ("Đắk Lắk", "dak lak"),
            ("Ðường", "duong"),
            ("hòa hoà", "hoa hoa"),
            ("U\u{31b}\u{301}ng", "ung"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
