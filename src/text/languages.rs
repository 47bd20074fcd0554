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
    language("de", "tiếng Đức", "German"),
    language("es", "tiếng Tây Ban Nha", "Spanish"),
    language("vi", "tiếng Việt", "Vietnamese"),
];

/// Words that every text has in a language with Latin letters, by its code, the likeliest first. Vietnamese does not have them, even without
/// its marks, but for a few of English. Those of Mông are in the letters of 1953.
pub const COMMON: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "of", "and", "is", "are", "for", "with", "you", "your", "this", "that", "from",
            "was", "were", "will", "have", "has", "people", "our", "please", "can", "their",
            "they", "how",
        ],
    ),
    (
        "fr",
        &[
            "les", "des", "et", "est", "dans", "pour", "une", "vous", "nous", "sur", "avec", "par",
            "sont", "cette", "ces", "aux", "votre", "vos", "notre", "pas", "plus", "ou", "leur",
            "il", "elle",
        ],
    ),
    (
        "de",
        &[
            "der", "das", "und", "ist", "nicht", "für", "eine", "einen", "auf", "wird", "werden",
            "sind", "zum", "zur", "oder", "ihr", "jeden", "ein",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "para", "por", "una", "del", "es", "al", "como", "está", "pero",
            "sus", "esta", "este", "todos", "todas",
        ],
    ),
    (
        "hmn",
        &[
            "peb", "yog", "thiab", "hauv", "nyob", "lub", "cov", "kawm", "ntawv", "koj", "nws",
            "hais", "tsis", "ntawm", "tus", "neeg", "txhua", "yuav",
        ],
    ),
];

const fn language(code: &'static str, vi: &'static str, en: &'static str) -> Language {
    Language {
        code,
        name: Words { vi, en },
    }
}

/// All codes.
pub fn codes() -> Vec<&'static str> {
    LANGUAGES.iter().map(|language| language.code).collect()
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
