//! Abbreviations and how they are spoken.

use super::aloud::core;
use crate::text::fold::fold;
use crate::text::scan::capitals;

/// Abbreviations that everybody knows, as they are spoken.
const EVERYBODY: &[(&str, &str)] = &[
    ("3G", "ba gờ"),
    ("4G", "bốn gờ"),
    ("5G", "năm gờ"),
    ("AI", "trí tuệ nhân tạo"),
    ("ATM", "a tê mờ"),
    ("CCCD", "căn cước công dân"),
    ("CLB", "câu lạc bộ"),
    ("CMND", "chứng minh nhân dân"),
    ("ĐT", "điện thoại"),
    ("HTX", "hợp tác xã"),
    ("KP", "khu phố"),
    ("OTP", "ô tê pê"),
    ("PIN", "pin"),
    ("PL", "phụ lục"),
    ("QL", "quốc lộ"),
    ("QR", "quy a"),
    ("SĐT", "số điện thoại"),
    ("SMS", "tin nhắn"),
    ("STK", "số tài khoản"),
    ("STT", "số thứ tự"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("TP", "thành phố"),
    ("TT", "thị trấn"),
    ("TX", "thị xã"),
    ("UBND", "Ủy ban nhân dân"),
    ("USB", "u ét bê"),
    ("VND", "đồng"),
    ("VNĐ", "đồng"),
    ("VNeID", "vi en e i đi"),
    ("v.v", "vân vân"),
];

/// Abbreviations of offices and their work, as they are spoken. A site may know more.
const OFFICES: &[(&str, &str)] = &[
    ("BCĐ", "Ban Chỉ đạo"),
    ("BHXH", "bảo hiểm xã hội"),
    ("BHYT", "bảo hiểm y tế"),
    ("BTC", "Ban Tổ chức"),
    ("CCB", "cựu chiến binh"),
    ("CĐS", "chuyển đổi số"),
    ("CNSCĐ", "công nghệ số cộng đồng"),
    ("CNTT", "công nghệ thông tin"),
    ("ĐTDĐ", "điện thoại di động"),
    ("ĐVTN", "đoàn viên thanh niên"),
    ("HĐND", "Hội đồng nhân dân"),
    ("KH&CN", "khoa học và công nghệ"),
    ("KDC", "khu dân cư"),
    ("KV", "khu vực"),
    ("LHPN", "Liên hiệp Phụ nữ"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("NVH", "nhà văn hóa"),
    ("PCT", "phó chủ tịch"),
    ("SHCĐ", "sinh hoạt cộng đồng"),
    ("TDP", "tổ dân phố"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("TTVH", "trung tâm văn hóa"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("VP", "văn phòng"),
];

/// Short words before a full stop or a number, as they stand in addresses.
const BEFORE_NAMES: &[(&str, &str)] = &[
    ("TP", "thành phố"),
    ("Tp", "thành phố"),
    ("TX", "thị xã"),
    ("TT", "thị trấn"),
    ("KP", "khu phố"),
    ("QL", "quốc lộ"),
    ("TL", "tỉnh lộ"),
    ("ĐT", "đường tỉnh"),
    ("Q", "quận"),
    ("P", "phường"),
    ("H", "huyện"),
    ("X", "xã"),
    ("Đ", "đường"),
];

/// Short names of places after such a word.
const NAMES: &[(&str, &str)] = &[("HCM", "Hồ Chí Minh"), ("HN", "Hà Nội"), ("ĐN", "Đà Nẵng")];

/// What stands behind a number.
const UNITS: &[(&str, &str)] = &[
    ("đ", "đồng"),
    ("vnđ", "đồng"),
    ("vnd", "đồng"),
    ("k", "nghìn đồng"),
    ("tr", "triệu"),
    ("p", "phút"),
    ("ph", "phút"),
    ("m2", "mét vuông"),
    ("m²", "mét vuông"),
    ("m", "mét"),
    ("mm", "mi li mét"),
    ("cm", "xen ti mét"),
    ("ha", "héc ta"),
    ("l", "lít"),
    ("gb", "gi ga bai"),
    ("mb", "mê ga bai"),
    ("km", "ki lô mét"),
    ("kg", "ki lô gam"),
];

/// How an abbreviation is spoken; `words` are those of the site.
pub(super) fn known<'w>(word: &str, words: &[(&'w str, &'w str)]) -> Option<&'w str> {
    let tables = [words, EVERYBODY, OFFICES].into_iter();
    tables.filter_map(|table| named(word, table)).next()
}

/// Whether a word is put together of abbreviations that are all known: "4G/5G", "HĐND-UBND".
pub(super) fn is_all_known(word: &str, words: &[(&str, &str)]) -> bool {
    let mut parts = word.split(['/', '-', '–', '&']);
    word.contains(['/', '-', '–']) && parts.all(|part| known(part, words).is_some())
}

/// What kind of place a short word with a stop stands for: "P.", "TP.".
pub(super) fn kind_of_place(short: &str) -> Option<&'static str> {
    named(short, BEFORE_NAMES)
}

/// How the unit behind a number is spoken.
pub(super) fn unit(written: &str) -> Option<&'static str> {
    named(&written.to_lowercase(), UNITS)
}

/// "TP.HCM", "P.5", "KP3" in full: what kind of place it is, and its name.
pub(super) fn place_name(word: &str) -> Option<(&'static str, &str)> {
    let (kind, name) = match word.split_once('.') {
        Some((kind, name)) => (kind, name),
        None => word.split_at(word.find(|c: char| c.is_ascii_digit())?),
    };
    let is_number = !name.is_empty() && name.chars().all(|c| c.is_ascii_digit());
    // "P1" may be a ward or a room, "P.201" is a room.
    if !word.contains('.') && kind.chars().count() < 2
        || !is_number && name.len() < 2 && !name.is_empty()
    {
        return None;
    }
    let said = match kind {
        "P" if is_number && name.len() > 2 => "phòng",
        _ => named(kind, BEFORE_NAMES)?,
    };
    Some((said, named(name, NAMES).unwrap_or(name)))
}

fn named<'w>(word: &str, table: &[(&'w str, &'w str)]) -> Option<&'w str> {
    let mut table = table.iter();
    table
        .find(|(written, _)| *written == word)
        .map(|(_, spoken)| *spoken)
}

/// Abbreviations in `text` that nobody has said how to speak.
pub fn unspoken<'t>(text: &'t str, words: &[(&str, &str)]) -> Vec<&'t str> {
    abbreviations(text, &|token| {
        known(token, words).is_some() || is_all_known(token, words)
    })
}

/// Abbreviations in `text` that not everybody knows.
pub fn uncommon(text: &str) -> Vec<&str> {
    abbreviations(text, &|token| named(token, EVERYBODY).is_some())
}

/// Abbreviations in `text` but for those that are `known`, and numbers of years, rooms and places.
fn abbreviations<'t>(text: &'t str, known: &dyn Fn(&str) -> bool) -> Vec<&'t str> {
    // Whole texts are read for this, and hardly a word has no small letter: the rest is asked of those few.
    if !may_hold_capitals(text.as_bytes()) {
        return Vec::new();
    }
    let bare = |token: &str| !token.bytes().any(|byte| byte.is_ascii_lowercase());
    let capitals = |token: &str| token.chars().filter(|c| c.is_uppercase()).count();
    let may_be = |token: &str| capitals(token) > 1 || token.contains(['P', 'Q']);
    let mut tokens = text.split_ascii_whitespace();
    if !tokens.any(|token| bare(token) && may_be(token)) {
        return Vec::new();
    }
    let tokens: Vec<&str> = text.split_ascii_whitespace().collect();
    let short = |at: usize| tokens.get(at).is_some_and(|token| is_short(core(token)));
    let few = tokens.iter().enumerate().filter(|(_, token)| bare(token));
    let found = few.filter_map(|(at, token)| {
        let token = core(token);
        // Whole lines in capitals are words all the same.
        let beside = || short(at + 1) || at > 0 && short(at - 1);
        let is_said = || {
            known(token)
                || is_counted_year(token)
                || is_range_of_rooms(token)
                || place_name(token).is_some()
                || super::aloud::is_address(token)
        };
        let asked = is_short(token) && (!beside() || !has_vowel(token)) || is_room(token);
        (asked && !is_said()).then_some(token)
    });
    found.collect()
}

/// Whether a capital stands in the text and behind it what is no small letter, as in everything that is asked for.
fn may_hold_capitals(text: &[u8]) -> bool {
    capitals(text).any(|at| match text[at + 1..] {
        // Letters with marks are capitals where their last byte says so.
        [0xc3, last, ..] => last < 0x9f,
        [0xe1, _, last, ..] => last % 2 == 0,
        [next, ..] => !(next.is_ascii_lowercase() || next.is_ascii_whitespace()),
        [] => false,
    })
}

/// Two capitals or more and no small letter.
fn is_short(token: &str) -> bool {
    let capitals = token.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !token.chars().any(char::is_lowercase) && !is_roman(token) && !is_day(token)
}

/// Whether a token may be a syllable, which no word is without a vowel.
fn has_vowel(token: &str) -> bool {
    fold(token).contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// "III/2026", behind "quý".
fn is_counted_year(token: &str) -> bool {
    let parts = token.split_once('/');
    parts.is_some_and(|(count, year)| {
        is_roman(count) && year.len() == 4 && year.chars().all(|c| c.is_ascii_digit())
    })
}

/// "A1-A5".
fn is_range_of_rooms(token: &str) -> bool {
    let is_one = |room: &str| super::aloud::letters_and_number(room).is_some();
    let parts = token.split_once(['-', '–']);
    parts.is_some_and(|(from, to)| is_one(from) && is_one(to))
}

/// "P1", "Q3": a ward, a room or a district.
fn is_room(token: &str) -> bool {
    let number = token.strip_prefix(['P', 'Q']);
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

pub(super) fn is_roman(token: &str) -> bool {
    !token.is_empty() && token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// "CN" is a Sunday beside a day and is read so.
fn is_day(token: &str) -> bool {
    token == "CN"
}
