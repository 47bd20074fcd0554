//! Running text as it is read aloud: what a word means depends on the one before it.

use super::figure::{Stroke, figure};
use super::words::{is_all_known, is_roman, kind_of_place, known, place_name, unit};
use super::{digits, number};
use crate::text::phone;

/// Words after which two numbers with a stroke are no day but a house, a group, a lane.
const HOUSES: [&str; 20] = [
    "số",
    "nhà",
    "tổ",
    "hẻm",
    "ngõ",
    "ngách",
    "kiệt",
    "đường",
    "ấp",
    "khu",
    "khóm",
    "thôn",
    "lô",
    "tầng",
    "phòng",
    "lộ",
    "bàn",
    "xóm",
    "cụm",
    "ki-ốt",
];
/// Words after which they are a day, also in an address.
const DAYS: [&str; 14] = [
    "ngày", "từ", "đến", "tới", "trước", "sau", "sáng", "trưa", "chiều", "tối", "hôm", "bảy",
    "nhật", "lễ",
];
/// Words before which they are a share: "1/2 ngày".
const SHARED: [&str; 5] = ["ngày", "buổi", "giá", "số", "tổng"];
/// Words after which Roman numbers are spoken.
const COUNTED: [&str; 15] = [
    "thứ", "quý", "khóa", "khoá", "lần", "phần", "mục", "lớp", "cấp", "kỳ", "đợt", "vòng", "loại",
    "lục", "chương",
];
/// The days of the week as people shorten them.
const WEEK: [(&str, &str); 6] = [
    ("T2", "thứ Hai"),
    ("T3", "thứ Ba"),
    ("T4", "thứ Tư"),
    ("T5", "thứ Năm"),
    ("T6", "thứ Sáu"),
    ("T7", "thứ Bảy"),
];

/// The ends of addresses of pages.
const DOMAINS: [&str; 7] = ["vn", "com", "net", "org", "info", "edu", "io"];

/// Any text as it is read aloud; `words` are the abbreviations of the site, each with how it is spoken.
pub fn spoken(text: &str, words: &[(&str, &str)]) -> String {
    read(text, words, Stroke::Day)
}

/// The name or the address of a place as it is read aloud: 12/5 is a house there and no day.
pub fn spoken_place(text: &str, words: &[(&str, &str)]) -> String {
    read(text, words, Stroke::Over)
}

/// A cell with telephone numbers, digit by digit, also those that have no usual form.
pub fn telephone(text: &str) -> String {
    if phone::is_short(text) {
        return digits(text);
    }
    let said = without_numbers(text);
    let each = said.split(' ').map(|token| match core(token) {
        number if number.len() > 2 && number.chars().all(|c| c.is_ascii_digit()) => {
            token.replace(number, &digits(number))
        }
        _ => token.to_owned(),
    });
    each.collect::<Vec<_>>().join(" ")
}

/// The text with its telephone numbers in words.
fn without_numbers(text: &str) -> String {
    let mut said = String::new();
    let mut at = 0;
    for found in phone::numbers(text) {
        let between = &text[at..found.start];
        // From one number to the next is no distance.
        let is_dash = at > 0 && matches!(between.trim(), "–" | "-" | "/" | "");
        said.push_str(if is_dash { ", " } else { between });
        let dialled = phone::dialled(&text[found.clone()]);
        said.push_str(&match dialled.strip_prefix("+84") {
            // Whoever hears it is in the country.
            Some(rest) => digits(&format!("0{rest}")),
            None if dialled.starts_with('+') => format!("cộng {}", digits(&dialled)),
            None => digits(&dialled),
        });
        at = found.end;
    }
    said + &text[at..]
}

/// Amounts with a space before their thousands, "20 000", in one piece.
fn without_gaps(text: &str) -> String {
    let mut joined = String::new();
    let mut last = "";
    for token in text.split_whitespace() {
        let begins = (1..=3).contains(&last.len()) && !last.starts_with('0');
        let number = last.chars().all(|c| c.is_ascii_digit());
        let glue = if core(token) == "000" && (begins && number || last == "000") {
            "."
        } else {
            " "
        };
        joined.push_str(if joined.is_empty() { "" } else { glue });
        joined.push_str(token);
        last = token;
    }
    joined
}

fn read(text: &str, words: &[(&str, &str)], stroke: Stroke) -> String {
    let text = without_numbers(text);
    let text = without_gaps(&text);
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let mut said: Vec<String> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let core = core(token);
        if is_address(core) {
            continue;
        }
        let last = said.last().map(|last| last.to_lowercase());
        let around = Around {
            before: last.as_deref().unwrap_or_default(),
            earlier: at.checked_sub(2).map_or("", |at| tokens[at]),
            after: tokens
                .get(at + 1)
                .filter(|_| token.ends_with(core))
                .map_or("", |next| self::core(next)),
            from_figure: at > 0 && ends_in_figure(tokens[at - 1]),
            stroke,
        };
        let next = tokens.get(at + 1).map_or("", |next| self::core(next));
        let short = before_name(token, next);
        let word = short.map_or_else(|| around.word(core, words), str::to_owned);
        if matches!(core, "–" | "-") && word.is_empty() {
            pause(&mut said);
        }
        if word.is_empty() {
            continue;
        }
        if token.starts_with('(') {
            pause(&mut said);
        }
        let after = if short.is_some() { "" } else { token };
        let after = &after[after.find(core).map_or(after.len(), |at| at + core.len())..];
        said.push(word + &mark(after));
    }
    said.join(" ").trim_end_matches(',').to_owned()
}

/// A short stop after what was said last.
fn pause(said: &mut [String]) {
    if let Some(before) = said.last_mut()
        && !before.ends_with([',', '.', ';', ':'])
    {
        before.push(',');
    }
}

/// Of several marks behind a word the last is heard; what is no mark of speech is not.
fn mark(after: &str) -> String {
    let mark = match after.trim_end_matches(['"', '”', '’', '»']) {
        ")" => ",",
        mark => mark.trim_matches([')', '(', '"', '”']),
    };
    let mut heard = mark.chars().rev();
    let heard = heard.find(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?'));
    heard.map(String::from).unwrap_or_default()
}

/// A token without the marks around it.
pub(super) fn core(token: &str) -> &str {
    let core = token
        .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '&' | '–' | '-' | '²'));
    match core.trim_matches(['–', '-']) {
        "" => core,
        inner => inner,
    }
}

/// Addresses of pages and of mail say nothing to ears.
pub(super) fn is_address(core: &str) -> bool {
    let host = core.split('/').next().unwrap_or_default();
    let last = host.rsplit_once('.').map(|(_, last)| last);
    let is_host = host.is_ascii() && last.is_some_and(|last| DOMAINS.contains(&last));
    core.contains("://") || core.contains('@') || core.starts_with("www.") || is_host
}

fn ends_in_figure(token: &str) -> bool {
    let core = core(token);
    core.starts_with(|c: char| c.is_ascii_digit()) || matches!(core, "giờ" | "phút")
}

/// What stands beside a word.
struct Around<'t> {
    /// What was said before, in small letters.
    before: &'t str,
    /// What is written before that.
    earlier: &'t str,
    /// What is written behind.
    after: &'t str,
    /// Whether a figure is written before.
    from_figure: bool,
    /// What two numbers with a stroke are when nothing beside them says.
    stroke: Stroke,
}

impl Around<'_> {
    fn word(&self, core: &str, words: &[(&str, &str)]) -> String {
        if let Some(spoken) = known(core, words) {
            return spoken.to_owned();
        }
        match core {
            "&" => return "và".to_owned(),
            "–" | "-"
                if self.from_figure && self.after.starts_with(|c: char| c.is_ascii_digit()) =>
            {
                return "đến".to_owned();
            }
            "–" | "-" => return String::new(),
            "24/7" | "24/24" => return "suốt ngày đêm".to_owned(),
            "CN" if self.is_beside_a_day() => return "Chủ nhật".to_owned(),
            _ => {}
        }
        if let Some(said) = self.weekday(core).or_else(|| self.counted(core)) {
            return said;
        }
        if is_all_known(core, words) {
            return self.pieces(core, words);
        }
        if let Some((amount, each)) = core.split_once('/')
            && self.is_amount(amount)
            && each.starts_with(char::is_alphabetic)
        {
            let unit = unit(amount).unwrap_or(amount);
            return format!("{unit} {}", for_each(each));
        }
        if self.from_figure
            && let Some(unit) = unit(core)
        {
            return unit.to_owned();
        }
        if let Some(said) = self.figure(core) {
            return said;
        }
        if let Some((kind, name)) = place_name(core) {
            let name = if name.is_empty() {
                String::new()
            } else {
                format!(" {}", self.word(name, words))
            };
            return format!("{kind}{name}");
        }
        if let Some(said) = letters_and_number(core) {
            return said;
        }
        self.pieces(core, words)
    }

    /// What is put together of several words: "và/hoặc", "12/CV-UBND".
    fn pieces(&self, core: &str, words: &[(&str, &str)]) -> String {
        if core.contains('/') {
            let parts = core.split('/').filter(|part| !part.is_empty());
            return parts
                .map(|part| self.word(part, words))
                .collect::<Vec<_>>()
                .join(", ");
        }
        if let Some((from, to)) = core.split_once(['–', '-'])
            && let (Some(from), Some(to)) = (letters_and_number(from), letters_and_number(to))
        {
            return format!("{from} đến {to}");
        }
        let parts: Vec<&str> = core.split('-').collect();
        if parts.len() > 1 && parts.iter().any(|part| known(part, words).is_some()) {
            return parts
                .iter()
                .map(|part| self.word(part, words))
                .collect::<Vec<_>>()
                .join(" ");
        }
        core.replace('&', " và ")
    }

    fn figure(&self, core: &str) -> Option<String> {
        if core.len() > 2 && core.starts_with('0') && core.chars().all(|c| c.is_ascii_digit()) {
            return Some(digits(core));
        }
        // "Đề án 06" is called by its digits.
        if core.len() == 2 && core.starts_with('0') && self.before == "án" {
            return Some(digits(core));
        }
        if let Some((1, whole @ 2..=9)) = fraction(core)
            && SHARED.contains(&self.after)
        {
            return Some(format!("một phần {}", number(whole)));
        }
        if self.before == "ngày" && stroke_of_press(core).is_some() {
            return stroke_of_press(core);
        }
        // "thứ 4" and "tháng 4" have a word of their own.
        if core == "4" && matches!(self.before, "thứ" | "tháng") {
            return Some("tư".to_owned());
        }
        let said = figure(core, self.stroke(core))?;
        // The word stands there already.
        let again = ["ngày", "tháng"]
            .into_iter()
            .find(|word| self.before == *word && said.starts_with(&format!("{word} ")));
        Some(again.map_or(said.clone(), |word| said[word.len() + 1..].to_owned()))
    }

    fn stroke(&self, written: &str) -> Stroke {
        let before = self.before.trim_end_matches([',', ':', ';']);
        let before = before.rsplit(' ').next().unwrap_or_default();
        // "chuyển đổi số 10/10": what is digital is no house.
        let earlier = core(self.earlier).to_lowercase();
        let digital = before == "số"
            && !earlier.is_empty()
            && !self.earlier.ends_with([',', ':', ';', '(', '–'])
            && !matches!(earlier.as_str(), "nhà" | "ở" | "tại" | "chỉ" | "căn");
        // "Kế hoạch số 12/2026" is no month.
        let numbered = before == "số"
            && written
                .split('/')
                .nth(1)
                .is_some_and(|year| year.len() == 4);
        if digital && !numbered {
            self.stroke
        } else if HOUSES.contains(&before) {
            Stroke::Over
        } else if DAYS.contains(&before) {
            Stroke::Day
        } else {
            self.stroke
        }
    }

    /// "triệu đồng/lớp", "10 đ/tờ": what stands before the stroke counts money behind a figure.
    fn is_amount(&self, written: &str) -> bool {
        let counted =
            self.from_figure || matches!(self.before, "nghìn" | "ngàn" | "triệu" | "trăm");
        written == "đồng" || counted && unit(written).is_some()
    }

    fn is_beside_a_day(&self) -> bool {
        self.after == "ngày"
            || self.after.starts_with(|c: char| c.is_ascii_digit())
            || matches!(self.before, "sáng" | "chiều" | "tối" | "và" | "đến")
    }

    /// "T7", "T2-T6".
    fn weekday(&self, core: &str) -> Option<String> {
        let day = |short: &str| {
            let mut days = WEEK.iter().chain([&("CN", "Chủ nhật")]);
            days.find(|(written, _)| *written == short)
                .map(|(_, said)| *said)
        };
        if let Some((from, to)) = core.split_once(['–', '-']) {
            return Some(format!("{} đến {}", day(from)?, day(to)?));
        }
        day(core).filter(|_| core != "CN").map(str::to_owned)
    }

    /// "quý IV", "lần thứ II", "quý III/2026".
    fn counted(&self, core: &str) -> Option<String> {
        let (core, year) = core
            .split_once('/')
            .map_or((core, None), |(core, year)| (core, Some(year)));
        if !is_roman(core) || !COUNTED.contains(&self.before) {
            return None;
        }
        let said = match number(roman(core)?).as_str() {
            "bốn" if matches!(self.before, "quý" | "thứ") => "tư".to_owned(),
            said => said.to_owned(),
        };
        match year {
            None => Some(said),
            Some(year) => Some(format!("{said} năm {}", number(year.parse().ok()?))),
        }
    }
}

/// "P. Phước Thới", "TP. Bến Tre": a short word with its stop before a name; the stop is no end of a sentence.
fn before_name(token: &str, after: &str) -> Option<&'static str> {
    let kind = token
        .trim_start_matches(['(', '"', '“'])
        .strip_suffix('.')?;
    let named =
        after.starts_with(char::is_uppercase) || after.starts_with(|c: char| c.is_ascii_digit());
    kind_of_place(kind).filter(|_| named)
}

/// "buổi", "người/buổi": for each of them.
pub(super) fn for_each(of: &str) -> String {
    let each = of.split('/').map(|each| format!("mỗi {each}"));
    each.collect::<Vec<_>>().join(" ")
}

/// A number of the letters I, V and X.
fn roman(text: &str) -> Option<u64> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values: Option<Vec<i64>> = text.chars().map(value).collect();
    let values = values?;
    let is_less = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
    let parts = values.iter().enumerate();
    let sum: i64 = parts
        .map(|(at, value)| if is_less(at) { -value } else { *value })
        .sum();
    u64::try_from(sum).ok()
}

/// "10.10", "10-10" after "ngày": a day without its year, as the press writes it.
fn stroke_of_press(core: &str) -> Option<String> {
    let day = core.replace(['.', '-'], "/");
    let said = figure(&day, Stroke::Day).filter(|_| day != core)?;
    said.strip_prefix("ngày ").map(str::to_owned)
}

/// Two numbers with a stroke.
fn fraction(core: &str) -> Option<(u64, u64)> {
    let (part, whole) = core.split_once('/')?;
    Some((part.parse().ok()?, whole.parse().ok()?))
}

/// "A12": a letter and its number.
pub(super) fn letters_and_number(core: &str) -> Option<String> {
    let at = core.find(|c: char| c.is_ascii_digit())?;
    let (letters, rest) = core.split_at(at);
    let is_letter = letters.chars().count() == 1 && letters.chars().all(char::is_uppercase);
    let number = figure(rest, Stroke::Over).filter(|_| is_letter)?;
    Some(format!("{letters} {number}"))
}
