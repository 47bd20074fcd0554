//! Vietnamese as it is read aloud: numbers, days, hours and telephone numbers in words, abbreviations in full, no brackets, no addresses
//! of pages.

mod aloud;
mod figure;
mod words;

use super::dates::{Date, Moment};

pub use aloud::{spoken, spoken_place, telephone};
pub use words::{uncommon, unspoken};

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
    format!("{} năm {year}", day(date))
}

/// The same without its year.
pub fn day(date: Date) -> String {
    day_month(date.day(), date.month())
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

#[cfg(test)]
mod tests {
    use super::{number, spoken, spoken_place, telephone, unspoken};

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
    fn what_a_speaker_would_stumble_on_is_read() {
        for (written, said) in [
            (
                "gọi 1900 1234, 0912.345.678",
                "gọi một chín không không một hai ba bốn, không chín một hai ba bốn năm sáu bảy tám",
            ),
            (
                "+84 912 345 678",
                "không chín một hai ba bốn năm sáu bảy tám",
            ),
            (
                "0912 345 678 – 0903 111 222",
                "không chín một hai ba bốn năm sáu bảy tám, không chín không ba một một một hai hai hai",
            ),
            (
                "7g30 đến 13G30; 8-10h",
                "bảy giờ ba mươi phút đến mười ba giờ ba mươi phút; tám đến mười giờ",
            ),
            (
                "50.000đ/người, 100k, 20 000 đ, 1 000 000",
                "năm mươi nghìn đồng mỗi người, một trăm nghìn đồng, hai mươi nghìn đồng, một triệu",
            ),
            (
                "2.5 triệu đồng; 50.000 VNĐ",
                "hai phẩy năm triệu đồng; năm mươi nghìn đồng",
            ),
            (
                "T7, 10/10 và CN 11/10; T2-T6; thứ 4, tháng 4",
                "thứ Bảy, ngày mười tháng mười và Chủ nhật ngày mười một tháng mười; thứ Hai đến thứ Sáu; thứ tư, tháng tư",
            ),
            (
                "tháng 10/2026, ngày 10.10, quý IV",
                "tháng mười năm hai nghìn không trăm hai mươi sáu, ngày mười tháng mười, quý tư",
            ),
            (
                "số nhà 12/5, tổ 1/4, ngày 1/4",
                "số nhà mười hai trên năm, tổ một trên bốn, ngày mùng một tháng tư",
            ),
            (
                "Ngày hội số 10/10, Ngày Chuyển đổi số 10/10; ở số 3/4",
                "Ngày hội số ngày mười tháng mười, Ngày Chuyển đổi số ngày mười tháng mười; ở số ba trên bốn",
            ),
            (
                "Kế hoạch số 12/2026, sóng 4G, 30/4 - 1/5",
                "Kế hoạch số mười hai trên hai nghìn không trăm hai mươi sáu, sóng bốn gờ, ngày ba mươi tháng tư đến ngày mùng một tháng năm",
            ),
            (
                "Công văn 12/CV-UBND",
                "Công văn mười hai, CV Ủy ban nhân dân",
            ),
            (
                "Nhà văn hóa – Sân xã, khu A12",
                "Nhà văn hóa, Sân xã, khu A mười hai",
            ),
            (
                "học 1/2 ngày, 10 m2, v.v.",
                "học một phần hai ngày, mười mét vuông, vân vân.",
            ),
            (
                "P.5, Q.3, TP.HCM; P.201",
                "phường năm, quận ba, thành phố Hồ Chí Minh; phòng hai trăm linh một",
            ),
            (
                "P. Phước Thới, Q. Ô Môn; TP. Bến Tre cũ, QL.1A, QL2, ĐT.911",
                "phường Phước Thới, quận Ô Môn; thành phố Bến Tre cũ, quốc lộ một A, quốc lộ hai, đường tỉnh chín trăm mười một",
            ),
            (
                "20.000đ/người/buổi, 1,2 triệu đồng/lớp",
                "hai mươi nghìn đồng mỗi người mỗi buổi, một phẩy hai triệu đồng mỗi lớp",
            ),
            (
                "mạng 4G/5G, khu A1-A5, HĐND-UBND, căn cước/CCCD",
                "mạng bốn gờ, năm gờ, khu A một đến A năm, Hội đồng nhân dân Ủy ban nhân dân, căn cước, căn cước công dân",
            ),
            (
                "lần thứ II, quý III/2026, Đề án 06, 01 quyển vở, 1,5l, 50mm",
                "lần thứ hai, quý ba năm hai nghìn không trăm hai mươi sáu, Đề án không sáu, một quyển vở, một phẩy năm lít, năm mươi mi li mét",
            ),
            (
                "hỏi ten@tinh.gov.vn hoặc tinh.gov.vn/hoi nhé",
                "hỏi hoặc nhé",
            ),
        ] {
            assert_eq!(spoken(written, &[]), said, "{written}");
        }
    }

    #[test]
    fn houses_are_no_days() {
        for (written, said) in [
            ("12/5 Trần Hưng Đạo", "mười hai trên năm Trần Hưng Đạo"),
            (
                "Số 12A/5/3, hẻm 7",
                "Số mười hai A trên năm trên ba, hẻm bảy",
            ),
            ("Sân xã (ngày 10/10)", "Sân xã, ngày mười tháng mười"),
        ] {
            assert_eq!(spoken_place(written, &[]), said, "{written}");
        }
    }

    #[test]
    fn telephone_numbers_are_never_amounts() {
        assert_eq!(telephone("113"), "một một ba");
        assert_eq!(
            telephone("113 hoặc 0912345678 (máy lẻ 12)"),
            "một một ba hoặc không chín một hai ba bốn năm sáu bảy tám (máy lẻ 12)"
        );
        assert_eq!(telephone("3823.456"), "ba tám hai ba bốn năm sáu");
    }

    #[test]
    fn what_is_read_is_read_the_same_again() {
        let once = spoken("7g30, ngày 10/10, số 12/5, 0912 345 678, 50.000đ", &[]);
        assert_eq!(spoken(&once, &[]), once);
    }

    #[test]
    fn abbreviations_that_nobody_knows_are_found() {
        assert_eq!(unspoken("Lớp của TTHTCĐ và UBND, phần IV", &[]), ["TTHTCĐ"]);
        assert_eq!(
            unspoken("Thi PCTT KHCN, LỚP TTHTCĐ", &[]),
            ["PCTT", "KHCN", "TTHTCĐ"]
        );
        assert!(unspoken("LỄ PHÁT ĐỘNG, TP.HCM, KP3, P.5", &[]).is_empty());
        assert_eq!(
            unspoken("Hội trường P1 và 12/CV-UBND", &[]),
            ["P1", "12/CV-UBND"]
        );
        assert!(unspoken("Lớp TTHTCĐ", &[("TTHTCĐ", "trung tâm học tập cộng đồng")]).is_empty());
    }
}
