//! Unicode Normalization Form C (UAX #15), the one form in which the compiler holds text.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::scan::leads;

/// `text` in NFC; borrowed when it already is.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_plainly_composed(text.as_bytes()) {
        return text.into();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Whether all letters of a text are of those that no normalisation changes, as in nearly every Vietnamese text: what stands before U+0300,
/// Latin Extended Additional (U+1E00 to U+1EFF), and of the general punctuation what stands behind its spaces of two names (U+2002 to U+203F).
fn is_plainly_composed(bytes: &[u8]) -> bool {
    leads(bytes).all(|at| {
        matches!(
            bytes[at..],
            [..0xcc, ..] | [0xe1, 0xb8..=0xbb, ..] | [0xe2, 0x80, 0x82..=0xbf, ..]
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_as_it_is_is_composed() {
        let normalizer = ComposingNormalizerBorrowed::new_nfc();
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            // A letter may be composed with the one before it, too.
            for text in [format!("{c}"), format!("a{c}"), format!("{c}{c}")] {
                assert_eq!(
                    nfc(&text),
                    normalizer.normalize(&text),
                    "{:x}",
                    u32::from(c)
                );
            }
        }
    }

    #[test]
    fn what_is_written_in_parts_is_put_together() {
        assert_eq!(
            nfc("Bi\u{300}nh d\u{e2}n ho\u{323}c – vụ"),
            "Bình dân học – vụ"
        );
    }
}
