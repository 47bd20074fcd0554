//! Slugs: the ASCII form of a name in an address.

use super::fold::fold;

/// Letters and digits of the folded text, anything between them one hyphen. Empty when nothing is left.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn addresses_are_ascii() {
        for (text, expected) in [
            ("Đối với người dân", "doi-voi-nguoi-dan"),
            ("Ngày 10/10", "ngay-10-10"),
            ("  “Gia đình số”… ", "gia-dinh-so"),
            ("ខ្មែរ", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
