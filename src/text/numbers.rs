//! Numbers as Vietnamese documents print them: decimal comma, thousands dot, words of magnitude ("996 ngàn", "1,5 triệu"), shares of a whole
//! ("2/3").

/// The value of a printed number, or nothing when it is not one.
pub fn parse_number(printed: &str) -> Option<f64> {
    let printed = printed.trim();
    if let Some((part, whole)) = printed.split_once('/') {
        return share(part, whole);
    }
    let digits_end = printed
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .unwrap_or(printed.len());
    let factor = match printed[digits_end..].trim() {
        "" => 1.0,
        "nghìn" | "ngàn" => 1e3,
        "triệu" => 1e6,
        "tỷ" | "tỉ" => 1e9,
        _ => return None,
    };
    let (whole, fraction) = printed[..digits_end]
        .split_once(',')
        .unwrap_or((&printed[..digits_end], ""));
    let plain = format!("{}.{fraction}0", ungroup(whole)?);
    plain.parse::<f64>().ok().map(|value| value * factor)
}

/// A part of a whole: more of it than there is, or of nothing, is none.
fn share(part: &str, whole: &str) -> Option<f64> {
    let number = |text: &str| {
        let fits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| fits)
    };
    let (part, whole) = (number(part)?, number(whole)?);
    (whole > 0 && part <= whole).then(|| f64::from(part) / f64::from(whole))
}

/// Digits with their thousands dots taken out; dots must stand before groups of three.
fn ungroup(whole: &str) -> Option<String> {
    let mut groups = whole.split('.');
    let first = groups.next().filter(|group| !group.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.is_empty() || first.len() <= 3;
    (grouped && rest.iter().all(|group| group.len() == 3))
        .then(|| first.to_owned() + &rest.concat())
}

#[cfg(test)]
mod tests {
    use super::parse_number;

    #[test]
    fn printed_numbers() {
        for (printed, value) in [
            ("80", Some(80.0)),
            ("996 ngàn", Some(996_000.0)),
            ("1.018", Some(1018.0)),
            ("38,69", Some(38.69)),
            ("1,5 triệu", Some(1_500_000.0)),
            ("1.01", None),
            ("3/4", Some(0.75)),
            ("4/3", None),
            ("0/0", None),
            ("tám mươi", None),
            ("", None),
        ] {
            assert_eq!(parse_number(printed), value, "{printed}");
        }
    }
}
