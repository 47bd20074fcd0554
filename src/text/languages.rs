//! The languages that a passage may be marked with: their codes (ISO 639, as BCP 47 takes them) and their names.

use crate::diag::Words;

/// A language with its code.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// As `lang` of HTML takes it.
    pub code: &'static str,
    /// What people call it.
    pub name: Words,
}

/// What is spoken in Viet Nam and by its guests.
pub static LANGUAGES: &[Language] = &[
    language("en", "tiếng Anh", "English"),
    language("km", "tiếng Khmer", "Khmer"),
    language("cjm", "tiếng Chăm", "Cham"),
    language("hmn", "tiếng Mông", "Hmong"),
    language("tyz", "tiếng Tày", "Tày"),
    language("nut", "tiếng Nùng", "Nùng"),
    language("blt", "tiếng Thái (Việt Nam)", "Tai Dam"),
    language("mtq", "tiếng Mường", "Muong"),
    language("ium", "tiếng Dao", "Iu Mien"),
    language("rad", "tiếng Ê Đê", "Rade"),
    language("jra", "tiếng Gia Rai", "Jarai"),
    language("bdq", "tiếng Ba Na", "Bahnar"),
    language("sed", "tiếng Xơ Đăng", "Sedang"),
    language("hre", "tiếng Hrê", "Hre"),
    language("kpm", "tiếng Cơ Ho", "Koho"),
    language("cmo", "tiếng Mnông", "Mnong"),
    language("zh", "tiếng Trung", "Chinese"),
    language("lo", "tiếng Lào", "Lao"),
    language("th", "tiếng Thái Lan", "Thai"),
    language("fr", "tiếng Pháp", "French"),
    language("ru", "tiếng Nga", "Russian"),
    language("ja", "tiếng Nhật", "Japanese"),
    language("ko", "tiếng Hàn", "Korean"),
    language("vi", "tiếng Việt", "Vietnamese"),
];

const fn language(code: &'static str, vi: &'static str, en: &'static str) -> Language {
    Language {
        code,
        name: Words { vi, en },
    }
}

/// The language with this code.
pub fn coded(code: &str) -> Option<&'static Language> {
    let mut languages = LANGUAGES.iter();
    languages.find(|language| language.code == code)
}

/// The language that is written in the letters of `c` and in no other of the list; nothing for Latin letters and signs.
pub fn of_letter(c: char) -> Option<&'static Language> {
    coded(match c {
        '\u{1780}'..='\u{17ff}' => "km",
        '\u{aa00}'..='\u{aa5f}' => "cjm",
        '\u{aa80}'..='\u{aadf}' => "blt",
        '\u{3400}'..='\u{9fff}' => "zh",
        '\u{e80}'..='\u{eff}' => "lo",
        '\u{e00}'..='\u{e7f}' => "th",
        '\u{400}'..='\u{4ff}' => "ru",
        '\u{3040}'..='\u{30ff}' => "ja",
        '\u{ac00}'..='\u{d7af}' => "ko",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_their_language() {
        let code = |c| of_letter(c).map(|language| language.code);
        assert_eq!(code('វ'), Some("km"));
        assert_eq!(code('ệ'), None);
        assert!(
            LANGUAGES
                .iter()
                .all(|language| coded(language.code) == Some(language))
        );
    }
}
