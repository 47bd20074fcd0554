//! Provinces that went into others on 1 July 2025 (Nghị quyết số 202/2025/QH15), with those that have their land now.

use std::ops::Range;

use super::fold::lower;

/// Small letters, as laws write them, and the name of today.
const GONE: [(&str, &str); 29] = [
    ("bà rịa - vũng tàu", "Thành phố Hồ Chí Minh"),
    ("bạc liêu", "Cà Mau"),
    ("bắc giang", "Bắc Ninh"),
    ("bắc kạn", "Thái Nguyên"),
    ("bến tre", "Vĩnh Long"),
    ("bình dương", "Thành phố Hồ Chí Minh"),
    ("bình định", "Gia Lai"),
    ("bình phước", "Đồng Nai"),
    ("bình thuận", "Lâm Đồng"),
    ("đắk nông", "Lâm Đồng"),
    ("hà giang", "Tuyên Quang"),
    ("hà nam", "Ninh Bình"),
    ("hải dương", "Hải Phòng"),
    ("hậu giang", "Cần Thơ"),
    ("hòa bình", "Phú Thọ"),
    ("kiên giang", "An Giang"),
    ("kon tum", "Quảng Ngãi"),
    ("long an", "Tây Ninh"),
    ("nam định", "Ninh Bình"),
    ("ninh thuận", "Khánh Hòa"),
    ("phú yên", "Đắk Lắk"),
    ("quảng bình", "Quảng Trị"),
    ("quảng nam", "Đà Nẵng"),
    ("sóc trăng", "Cần Thơ"),
    ("thái bình", "Hưng Yên"),
    ("tiền giang", "Đồng Tháp"),
    ("trà vinh", "Vĩnh Long"),
    ("vĩnh phúc", "Phú Thọ"),
    ("yên bái", "Lào Cai"),
];

/// What has the land of the province called `name`, which is no more; with or without "tỉnh" before its name.
pub fn successor(name: &str) -> Option<&'static str> {
    let name = lower(name).replace('–', "-").replace("hoà", "hòa");
    let bare = name.strip_prefix("tỉnh ").unwrap_or(&name);
    let mut gone = GONE.iter();
    let found = gone.find(|(known, _)| *known == bare);
    found.map(|(_, successor)| *successor)
}

/// Words of the part of an address before its province.
const PARTS: [&str; 11] = [
    "xã",
    "phường",
    "thị trấn",
    "thị xã",
    "huyện",
    "quận",
    "thành phố",
    "tp.",
    "đường",
    "ấp",
    "khóm",
];

/// Where `text` ends an address with the bare name of such a province: "xã Càng Long, Trà Vinh". Whether all of it is one is said by
/// `is_address`; in prose only what stands behind a street or a unit is, and no list of places: "xã Thanh Thủy, Long An và Cần Thơ".
pub fn in_addresses(text: &str, is_address: bool) -> Vec<Range<usize>> {
    let commas = text.match_indices([',', '-', '–']).map(|(at, _)| at);
    let found = commas.filter_map(|at| {
        let rest = text[at..].trim_start_matches([',', '-', '–', ' ', '\n']);
        let start = text.len() - rest.len();
        let name = &rest[..super::units::name(rest)];
        let behind = &rest[name.len()..];
        let is_end = behind.is_empty() || behind.starts_with(['.', ';', ')', '\n', '"', '|']);
        let end = is_end || is_address && behind.starts_with(',');
        let part = text[..at].rsplit([',', ';', '(', '\n']).next()?.trim();
        let is_part = is_address || PARTS.iter().any(|word| says(part, word));
        (end && is_part && successor(name).is_some()).then(|| start..start + name.len())
    });
    found.collect()
}

/// Whether a part of an address begins with `word` or has it before a name.
fn says(part: &str, word: &str) -> bool {
    let part = lower(part);
    part.match_indices(word).any(|(at, _)| {
        let apart = !part[..at].ends_with(char::is_alphanumeric);
        apart && part[at + word.len()..].starts_with([' ', '.'])
    })
}

#[cfg(test)]
mod tests {
    use super::{in_addresses, successor};

    #[test]
    fn provinces_that_are_no_more_have_successors() {
        assert_eq!(successor("tỉnh Trà Vinh"), Some("Vĩnh Long"));
        assert_eq!(
            successor("Bà Rịa – Vũng Tàu"),
            Some("Thành phố Hồ Chí Minh")
        );
        assert_eq!(successor("Tỉnh Hoà Bình"), Some("Phú Thọ"));
        assert_eq!(successor("tỉnh Vĩnh Long"), None);
        assert_eq!(successor("phường Trà Vinh"), None);
    }

    #[test]
    fn only_ends_of_addresses_are_found_in_prose() {
        for text in [
            "Lớp ở xã Càng Long, Trà Vinh.",
            "(đường Lê Lợi, phường 1, Bến Tre)",
            "ấp 2, xã A - Long An",
        ] {
            assert_eq!(in_addresses(text, false).len(), 1, "{text}");
        }
        for text in [
            "Kế hoạch của xã Thanh Thủy, Long An và Cần Thơ",
            "Trà Vinh, Long An, xã Thanh Thủy",
            "Theo Cần Thơ, Long An.",
            "xã Càng Long, tỉnh Vĩnh Long.",
        ] {
            assert!(in_addresses(text, false).is_empty(), "{text}");
        }
        assert_eq!(in_addresses("Số 1 Lê Lợi, Trà Vinh", true).len(), 1);
    }
}
