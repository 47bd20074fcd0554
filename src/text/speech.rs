//! Vietnamese as it is read aloud: numbers, days, hours and telephone numbers in words, abbreviations in full, no brackets, no addresses
//! of pages.

use super::dates::{Clock, Date, DayMonth, Moment};
use super::numbers::parse_number;

/// Abbreviations that everybody writes, as they are spoken. A site may know more.
const WORDS: &[(&str, &str)] = &[
    ("AI", "trí tuệ nhân tạo"),
    ("ATM", "a tê mờ"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("BTC", "Ban Tổ chức"),
    ("CLB", "câu lạc bộ"),
    ("CNTT", "công nghệ thông tin"),
    ("HĐND", "Hội đồng nhân dân"),
    ("KH&CN", "khoa học và công nghệ"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("OTP", "ô tê pê"),
    ("PIN", "pin"),
    ("QR", "quy a"),
    ("SĐT", "số điện thoại"),
    ("SMS", "tin nhắn"),
    ("TDP", "tổ dân phố"),
    ("THCS", "trung học cơ sở"),
    ("THPT", "trung học phổ thông"),
    ("TP", "thành phố"),
    ("TX", "thị xã"),
    ("UBMTTQ", "Ủy ban Mặt trận Tổ quốc"),
    ("UBND", "Ủy ban nhân dân"),
    ("VNeID", "vi en e i đi"),
];

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];
/// What a group of three digits counts, from the last.
const GROUPS: [&str; 4] = ["", " nghìn", " triệu", " tỷ"];

/// A whole number in words: 2026 is "hai nghìn không trăm hai mươi sáu". From a thousand billions on, digit by digit.
pub fn number(n: u64) -> String {
    if n == 0 {
        return DIGITS[0].to_owned();
    }
    let groups: Vec<u64> = std::iter::successors(Some(n), |n| Some(n / 1000))
        .take_while(|n| *n > 0)
        .map(|n| n % 1000)
        .collect();
    if groups.len() > GROUPS.len() {
        return digits(&n.to_string());
    }
    let first = groups.len() - 1;
    let said = groups
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, group)| **group > 0);
    let said = said.map(|(at, group)| group_of_three(*group, at < first) + GROUPS[at]);
    said.collect::<Vec<_>>().join(" ")
}

/// A number below a thousand; `inside` a larger one its hundreds are always said.
fn group_of_three(n: u64, inside: bool) -> String {
    let digit = |n: u64| DIGITS[usize::try_from(n % 10).unwrap_or_default()];
    let (hundreds, tens, ones) = (n / 100, n / 10 % 10, n % 10);
    let mut said = Vec::new();
    if hundreds > 0 || inside {
        said.extend([digit(hundreds), "trăm"]);
    }
    match (tens, ones) {
        (0, 0) => {}
        (0, _) if said.is_empty() => said.push(digit(ones)),
        (0, _) => said.extend(["linh", digit(ones)]),
        (1, _) => said.push("mười"),
        _ => said.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (0, _) | (_, 0) => {}
        (2.., 1) => said.push("mốt"),
        (2.., 4) => said.push("tư"),
        (_, 5) => said.push("lăm"),
        _ => said.push(digit(ones)),
    }
    said.join(" ")
}

/// Digit by digit, as telephone numbers are read.
pub fn digits(text: &str) -> String {
    let said = text.chars().filter_map(|c| c.to_digit(10));
    let said: Vec<&str> = said.map(|digit| DIGITS[digit as usize]).collect();
    said.join(" ")
}

/// "ngày mười tháng mười năm hai nghìn không trăm hai mươi sáu".
pub fn date(date: Date) -> String {
    let year = number(date.year().unsigned_abs().into());
    format!("{} năm {year}", day_month(date.day(), date.month()))
}

fn day_month(day: i16, month: i16) -> String {
    let first_days = if day < 10 { "mùng " } else { "" };
    let month = match month {
        4 => "tư".to_owned(),
        month => number(month.unsigned_abs().into()),
    };
    format!(
        "ngày {first_days}{} tháng {month}",
        number(day.unsigned_abs().into())
    )
}

/// "bảy giờ ba mươi phút"; nothing for a day without an hour.
pub fn clock(moment: Moment) -> Option<String> {
    let time = moment.time?;
    let said = |n: i8| number(n.unsigned_abs().into());
    let minutes = match time.minute() {
        0 => String::new(),
        minutes => format!(" {} phút", said(minutes)),
    };
    Some(format!("{} giờ{minutes}", said(time.hour())))
}

/// Any text as it is read aloud; `words` are the abbreviations of the site, each with how it is spoken.
pub fn spoken(text: &str, words: &[(&str, &str)]) -> String {
    let mut said: Vec<String> = Vec::new();
    // Groups of a telephone number go on until something else comes.
    let mut in_phone = false;
    for token in text.split_whitespace() {
        let core = core(token);
        let is_digits = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit());
        in_phone = is_digits && (in_phone || core.len() > 2 && core.starts_with('0'));
        if core.contains("://") || core.starts_with("www.") {
            continue;
        }
        let word = if in_phone {
            digits(core)
        } else {
            let word = word(core, words);
            let again = word.starts_with("ngày ")
                && said
                    .last()
                    .is_some_and(|last| last.eq_ignore_ascii_case("ngày"));
            if again {
                word["ngày ".len()..].to_owned()
            } else {
                word
            }
        };
        if word.is_empty() {
            continue;
        }
        if token.starts_with('(')
            && let Some(before) = said.last_mut()
            && !before.ends_with([',', '.', ';', ':'])
        {
            before.push(',');
        }
        let after = &token[token.find(core).map_or(token.len(), |at| at + core.len())..];
        let mark = match after.trim_end_matches(['"', '”', '’', '»']) {
            ")" => ",",
            mark => mark.trim_matches([')', '(', '"', '”']),
        };
        // Of several marks the last is heard; what is no mark of speech is not.
        let mark = mark
            .chars()
            .rev()
            .find(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?'));
        said.push(word + &mark.map(String::from).unwrap_or_default());
    }
    said.join(" ").trim_end_matches(',').to_owned()
}

/// A token without the marks around it.
fn core(token: &str) -> &str {
    token.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '&' | '–' | '-'))
}

fn word(core: &str, words: &[(&str, &str)]) -> String {
    if let Some(spoken) = known(core, words) {
        return spoken.to_owned();
    }
    match core {
        "&" => return "và".to_owned(),
        "–" | "-" => return "đến".to_owned(),
        "24/7" => return "suốt ngày đêm".to_owned(),
        _ => {}
    }
    if let Some(said) = figure(core) {
        return said;
    }
    if let Some((from, to)) = core.split_once(['–', '-'])
        && let (Some(from), Some(to)) = (figure(from), figure(to))
    {
        return format!("{from} đến {to}");
    }
    core.replace('/', ", ").replace('&', " và ")
}

/// A day, an hour, a share or a number in words.
fn figure(core: &str) -> Option<String> {
    if !core.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Ok(day) = Date::parse(core) {
        return Some(date(day));
    }
    if let Ok(day) = DayMonth::parse(core) {
        let (day, month) = day.parts();
        return Some(day_month(day, month));
    }
    if core.contains([':', 'h'])
        && let Some(hour) = Clock::parse(core)
    {
        let any_day = Date::new(2000, 1, 1)?;
        return clock(Moment::on(any_day, Some(hour)));
    }
    if let Some(share) = core.strip_suffix('%') {
        return Some(format!("{} phần trăm", decimal(share)?));
    }
    decimal(core)
}

/// A number with or without a decimal comma.
fn decimal(printed: &str) -> Option<String> {
    parse_number(printed)?;
    let (whole, rest) = printed.split_once(',').unwrap_or((printed, ""));
    let whole = number(whole.replace('.', "").parse().ok()?);
    if rest.is_empty() {
        return Some(whole);
    }
    Some(format!("{whole} phẩy {}", digits(rest)))
}

fn known<'w>(word: &str, words: &[(&'w str, &'w str)]) -> Option<&'w str> {
    let mut all = words.iter().chain(WORDS);
    all.find(|(written, _)| *written == word)
        .map(|(_, spoken)| *spoken)
}

/// Abbreviations in `text` that nobody has said how to speak.
pub fn unspoken<'t>(text: &'t str, words: &[(&str, &str)]) -> Vec<&'t str> {
    let tokens: Vec<&str> = text.split_whitespace().map(core).collect();
    let short = |at: usize| tokens.get(at).is_some_and(|token| is_short(token));
    let found = tokens.iter().enumerate().filter(|(at, token)| {
        // Whole lines in capitals are words all the same.
        let beside = short(at + 1) || *at > 0 && short(at - 1);
        is_short(token) && !beside && known(token, words).is_none()
    });
    found.map(|(_, token)| *token).collect()
}

/// Two capitals or more and no small letter.
fn is_short(token: &str) -> bool {
    let capitals = token.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && !token.chars().any(char::is_lowercase) && !is_roman(token)
}

fn is_roman(token: &str) -> bool {
    token.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

#[cfg(test)]
mod tests {
    use super::{number, spoken, unspoken};

    #[test]
    fn numbers_are_read() {
        for (n, said) in [
            (0, "không"),
            (4, "bốn"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (105, "một trăm linh năm"),
            (1000, "một nghìn"),
            (2026, "hai nghìn không trăm hai mươi sáu"),
            (52_000, "năm mươi hai nghìn"),
            (1_000_005, "một triệu không trăm linh năm"),
        ] {
            assert_eq!(number(n), said);
        }
    }

    #[test]
    fn texts_are_read() {
        for (written, said) in [
            (
                "Từ 07:30 – 11:00, ngày 10/10/2026 tại UBND xã A (ấp 3)",
                "Từ bảy giờ ba mươi phút đến mười một giờ, ngày mười tháng mười năm hai nghìn không trăm hai mươi sáu tại Ủy ban nhân dân xã A, ấp ba",
            ),
            (
                "gọi 0123 456 789.",
                "gọi không một hai ba bốn năm sáu bảy tám chín.",
            ),
            (
                "7h30-9h, 05/4",
                "bảy giờ ba mươi phút đến chín giờ, ngày mùng năm tháng tư",
            ),
            (
                "80%; 1,5 triệu; 1.018 nơi",
                "tám mươi phần trăm; một phẩy năm triệu; một nghìn không trăm mười tám nơi",
            ),
            ("xem https://a.example/ và học", "xem và học"),
            ("Cài “VNeID”.", "Cài vi en e i đi."),
            (
                "Và nhiều việc khác… (xem sau)!",
                "Và nhiều việc khác, xem sau!",
            ),
        ] {
            assert_eq!(spoken(written, &[]), said);
        }
    }

    #[test]
    fn abbreviations_that_nobody_knows_are_found() {
        assert_eq!(unspoken("Lớp của TTHTCĐ và UBND, phần IV", &[]), ["TTHTCĐ"]);
        assert!(unspoken("LỄ PHÁT ĐỘNG", &[]).is_empty());
        assert!(unspoken("Lớp TTHTCĐ", &[("TTHTCĐ", "trung tâm học tập cộng đồng")]).is_empty());
    }
}
