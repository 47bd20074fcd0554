//! What should not stand in a page that everybody can read: numbers of identity cards, bank accounts, private telephones. And text that came
//! out of an old encoding, which nobody can read.

pub(super) mod attached;
mod legacy;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::Diagnostic;
use crate::record::{Node, NodeValue};
use crate::rules;
use crate::source::{FileId, Span};
use crate::text::banks::BANKS;
use crate::text::digits::runs;
use crate::text::fold::fold;

/// Tells of everything in `text`, of which the body begins at `body_start` and the digits stand in `runs`. A number is told once.
pub(super) fn faults(
    file: FileId,
    text: &str,
    body_start: usize,
    runs: &[Range<usize>],
    faults: &mut Vec<Diagnostic>,
) {
    let is_contact = |at: usize| in_contact(text, at, body_start);
    let before = |at: usize| words_before(text, at);
    let numbers = numbers(text, runs.iter().cloned());
    told(
        file,
        text,
        body_start,
        numbers,
        &is_contact,
        &before,
        faults,
    );
}

/// Tells of everything in the table `node`, which is all that `text` holds. A column may be there for such numbers, and its head says what
/// they are.
pub(super) fn in_table(file: FileId, text: &str, node: &Node, faults: &mut Vec<Diagnostic>) {
    let cells = Cells::of(node);
    let is_contact = |at: usize| {
        let key = fold(cells.head(at));
        CONTACT.iter().any(|word| key.contains(word))
    };
    let before = |at: usize| cells.words_before(text, at);
    let numbers = numbers(text, runs(text));
    told(file, text, 0, numbers, &is_contact, &before, faults);
}

/// The cells of a table with their keys, in the order of the text.
struct Cells<'n>(Vec<(&'n str, Span)>);

impl<'n> Cells<'n> {
    fn of(node: &'n Node) -> Self {
        let mut cells = Vec::new();
        cells_of(node, "", &mut cells);
        Self(cells)
    }

    /// The key of what stands at a byte.
    fn head(&self, at: usize) -> &'n str {
        let next = self.0.partition_point(|(_, span)| span.range().start <= at);
        let cell = next.checked_sub(1).map(|last| self.0[last]);
        cell.map_or("", |(key, _)| key)
    }

    /// The words before a number, of which its key is the first.
    fn words_before(&self, text: &str, at: usize) -> String {
        let head = fold(self.head(at)).replace('_', " ");
        format!("{head} {}", words_before(text, at))
    }
}

fn cells_of<'n>(node: &'n Node, key: &'n str, cells: &mut Vec<(&'n str, Span)>) {
    match &node.value {
        NodeValue::Mapping(map) => {
            for entry in &map.entries {
                cells_of(&entry.value, &entry.key, cells);
            }
        }
        NodeValue::Sequence(items) => {
            for item in items {
                cells_of(item, key, cells);
            }
        }
        _ => cells.push((key, node.span)),
    }
}

fn told(
    file: FileId,
    text: &str,
    body_start: usize,
    numbers: Vec<Range<usize>>,
    is_contact: &dyn Fn(usize) -> bool,
    before: &dyn Fn(usize) -> String,
    faults: &mut Vec<Diagnostic>,
) {
    let mut told = BTreeSet::new();
    // The body comes first: an acknowledgement in the metadata repeats what it is about.
    let mut numbers = personal(text, numbers, is_contact, before);
    numbers.sort_by_key(|(_, range)| (range.start < body_start, range.start));
    for (of, range) in numbers {
        let written = &text[range.clone()];
        if told.insert(digits(written)) {
            let span = Span::new(file, range.start, range.end);
            faults.push(match of {
                Of::Account => rules::bank_account(span, written),
                Of::Identity => rules::identity_number(span, written),
                Of::Mobile => rules::private_phone(span, written),
            });
        }
    }
    legacy::faults(file, text, body_start, faults);
}

/// What a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Account,
    Identity,
    Mobile,
}

/// Those of the long `numbers` of `text` that are of people.
fn personal(
    text: &str,
    numbers: Vec<Range<usize>>,
    is_contact: &dyn Fn(usize) -> bool,
    before: &dyn Fn(usize) -> String,
) -> Vec<(Of, Range<usize>)> {
    let found = numbers.into_iter().filter_map(|range| {
        let written = &text[range.clone()];
        let digits = digits(written);
        let before = before(range.start);
        let after = words_after(text, range.end);
        let of = if is_account(&digits, &before, &after) {
            Of::Account
        } else if is_identity(&digits, written, &before) {
            Of::Identity
        } else if (is_mobile(&digits) || is_without_nought(&digits, &before))
            && !is_contact(range.start)
            && !is_other(&before)
        {
            Of::Mobile
        } else {
            return None;
        };
        Some((of, range))
    });
    found.collect()
}

fn digits(written: &str) -> String {
    written.chars().filter(char::is_ascii_digit).collect()
}

/// Long numbers as people write them: digits, perhaps in groups with one space, dot or hyphen between.
fn numbers(text: &str, runs: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut passed = 0;
    for Range { start: at, .. } in runs {
        if at < passed {
            continue;
        }
        let signed = at > 0 && bytes[at - 1] == b'+';
        let start = at - usize::from(signed);
        let mut end = at;
        while is_digit(end) || is_digit(end + gap(&bytes[end..])) {
            end += 1.max(gap(&bytes[end..]));
        }
        // "(091) 234 5678", of which both brackets are.
        let bracketed = start > 0 && bytes[start - 1] == b'(' && bytes[start..end].contains(&b')');
        let start = start - usize::from(bracketed);
        let before = text[..start].chars().next_back();
        let in_zalo = text[..start].ends_with(ZALO);
        let after = text[end..].chars().next();
        let joined =
            |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '=' | '#' | '%' | '&');
        if end - at >= 8 && (in_zalo || !before.is_some_and(joined)) && !after.is_some_and(joined) {
            found.push(start..end);
        }
        passed = end;
    }
    found
}

/// Where a telephone is an address.
const ZALO: &str = "zalo.me/";

/// How many bytes stand between two groups of one number: "0912 345", "(091) 234", "0912 **345".
fn gap(bytes: &[u8]) -> usize {
    let count =
        |bytes: &[u8], fits: fn(&u8) -> bool| bytes.iter().take_while(|byte| fits(byte)).count();
    let is_bold = |byte: &u8| *byte == b'*';
    let opened = count(bytes, is_bold);
    let mark = match &bytes[opened..] {
        [b')', b' ', ..] => 2,
        [b' ' | b'.' | b'-' | b')', ..] => 1,
        _ => 0,
    };
    let closed = count(&bytes[opened + mark..], is_bold);
    opened + mark + closed
}

/// How many bytes before a number may say what it is.
const NEAR: usize = 60;

/// The words before a number, in the same line or at the head of its column, without marks.
fn words_before(text: &str, at: usize) -> String {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    if text[line..].starts_with('|') {
        let column = text[line..at].matches('|').count();
        let above = text[..line].lines().rev();
        let head = above.take_while(|above| above.starts_with('|')).last();
        let head = head.and_then(|head| head.split('|').nth(column));
        return fold(&format!("{} {}", head.unwrap_or(""), &text[line..at]));
    }
    let mut start = line.max(at.saturating_sub(NEAR));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    fold(&text[start..at])
}

fn says(before: &str, words: &[&str]) -> bool {
    words.iter().any(|word| before.contains(word))
}

/// The words after a number, in the same line, without marks.
fn words_after(text: &str, at: usize) -> String {
    let rest = text[at..].lines().next().unwrap_or("");
    let end = rest
        .char_indices()
        .nth(NEAR)
        .map_or(rest.len(), |(end, _)| end);
    fold(&rest[..end])
}

fn is_account(digits: &str, before: &str, after: &str) -> bool {
    let bank = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut names = ["ngan hang"].iter().chain(&BANKS);
    let at_bank =
        names.any(|name| bank.starts_with(name)) && !says(before, &["hotline", "tong dai", "goi"]);
    let words = [
        "so tai khoan",
        "stk",
        "tai khoan so",
        "tai khoan ngan hang",
        "so tk",
    ];
    (8..=19).contains(&digits.len()) && (at_bank || says(before, &words))
}

/// Twelve digits: the code of a province (001 to 096), sex and century, year of birth, six more (Thông tư 59/2021/TT-BCA, Điều 4 of Nghị định
/// 137/2015/NĐ-CP). Nine digits are an older card when the words before say so.
fn is_identity(digits: &str, written: &str, before: &str) -> bool {
    let words = ["cccd", "can cuoc", "cmnd", "chung minh", "so dinh danh"];
    let named = says(before, &words);
    let province: u16 = digits
        .get(..3)
        .and_then(|code| code.parse().ok())
        .unwrap_or(0);
    let has_form = digits.len() == 12 && (1..=96).contains(&province) && !written.starts_with('+');
    // A spreadsheet drops the nought in front.
    has_form && (named || written.len() == 12) || named && matches!(digits.len(), 9 | 11)
}

/// A number of a mobile network of Viet Nam: ten digits from 03, 05, 07, 08 or 09, or with the code of the country for the nought.
fn is_mobile(digits: &str) -> bool {
    let abroad = digits.strip_prefix("84").filter(|own| own.len() == 9);
    let at_home = digits.strip_prefix('0').filter(|own| own.len() == 9);
    let own = abroad.or(at_home);
    own.is_some_and(|own| own.starts_with(['3', '5', '7', '8', '9']))
}

/// Whether a number is one of a mobile network of which a spreadsheet dropped the nought, as its column says.
fn is_without_nought(digits: &str, before: &str) -> bool {
    says(before, &["sdt", "dien thoai", "di dong", "phone"]) && is_mobile(&format!("0{digits}"))
}

/// Whether the words before a number say that it is of a thing.
fn is_other(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    [
        "seri",
        "serial",
        "imei",
        "so hieu",
        "ma don",
        "ma don hang",
        "ma van don",
        "ma so thue",
    ]
    .iter()
    .any(|words| before.ends_with(words))
}

/// Words of the keys and columns that are there for telephones, without marks.
const CONTACT: [&str; 9] = [
    "phone",
    "contact",
    "regist",
    "hotline",
    "dien thoai",
    "dien_thoai",
    "lien he",
    "lien_he",
    "sdt",
];

/// Whether the place is a value of metadata that is there for such numbers.
fn in_contact(text: &str, at: usize, body_start: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let words = ["phone", "contact", "registration", "hotline"];
    at < body_start && words.iter().any(|word| text[line..at].contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn codes(text: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        let runs: Vec<_> = runs(text).collect();
        let file = Sources::default().add("a.md", text);
        faults(file, text, 0, &runs, &mut found);
        found.iter().map(|fault| fault.rule.code).collect()
    }

    #[test]
    fn numbers_of_people_are_found() {
        for (text, code) in [
            ("căn cước 079099012345.", "identity-number"),
            ("CCCD: 079 099 012 345", "identity-number"),
            ("CMND số 331234567", "identity-number"),
            ("gọi 0912.345.678", "private-phone"),
            ("Zalo +84 912 345 678", "private-phone"),
            ("https://zalo.me/0912345678", "private-phone"),
            ("gọi 84912345678", "private-phone"),
            ("| SĐT |\n|---|\n| 912345678 |", "private-phone"),
            ("| Số CCCD |\n|---|\n| 79099012345 |", "identity-number"),
            ("gọi (091) 234 5678", "private-phone"),
            ("gọi 0912 **345** 678", "private-phone"),
            ("CCCD 0790**9901**2345", "identity-number"),
            ("STK 19034567890123 (Agribank)", "bank-account"),
            ("Ủng hộ: 0071000123456 - Vietcombank", "bank-account"),
            (
                "| Tên | Số tài khoản |\n|---|---|\n| A | 0071000123456 |",
                "bank-account",
            ),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }

    #[test]
    fn numbers_of_offices_and_others_are_let_alone() {
        for text in [
            "Tổng đài 1900 1234, 18001096, (0270) 3823 456",
            "từ 10/10/2026 đến 31/12/2026; 10-10-2026; 2025 2026 2027",
            "https://a.gov.vn/0912345678/079099012345.pdf",
            "mã hồ sơ 000.00.00.H61-250101-0001",
            "12.345.678.901 đồng; 1.000.000 người",
            "mã hàng 8934567890123",
            "số seri 0312 3456 78, IMEI: 0912345678",
            "(0270) 3823 456 - (0270) 3823 457",
            "số 0123456789",
            "Dự án 912345678 đồng",
        ] {
            assert!(codes(text).is_empty(), "{text}: {:?}", codes(text));
        }
    }
}
