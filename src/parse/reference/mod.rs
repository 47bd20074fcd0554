//! References inside a plan: "điểm a, khoản 5.1, mục 5, phần IV", "1.4, mục 1, phần IV; a, 5.1, mục 5, phần IV", "theo Phụ lục II".
//!
//! The grammar of real plans, from the smallest unit to the largest or the other way round:
//! 1. A reference holds `phần` and a Roman number (capital, or small after other units), or is `Phụ lục` and a number. `mục` with a
//!    capital Roman number is the same as `phần`.
//! 2. Beside it stand units, joined by commas, semicolons, "và", "hoặc", "của", "trong" and the like, each a level word with a label or a bare label of an
//!    unmistakable form (`a`, `5.1`). A number without a level word takes the level before it.
//! 3. A letter binds to the number that follows it: in "c, 5.1, 5.3, mục 5" the letter belongs to 5.1 and 5.3 stands whole. Directly
//!    behind a number it belongs to that: "khoản 5.1 điểm a".
//! 4. A dotted number says itself where it stands; a plain `khoản 2` stands in the `mục` that follows it. A `mục` with nothing before
//!    it is meant whole.
//! 5. After `phần` units may go down: "phần IV, mục 4, khoản 4.1". They belong to it unless another `phần` takes them
//!    that has none behind itself.
//! 6. A part beside an appendix stands in it: "mục II, Phụ lục I".
//! 7. What the words before or behind give to another document, by its number or kind, is none of ours; where they leave it open, no link is
//!    made and an editor is told.
//! 8. Units that stand beside a reference and fit none of this make it half read, which is told.
//! 9. "Ý (2)" and "ý thứ 2" are what citations call a number in brackets and an item without one.
//! 10. "Nhiệm vụ số 1.1" is a row of a task table, in an appendix or a part that stands behind it, or in the only table that has the row.
//!
//! Text without a `phần` or `Phụ lục` is never linked: no link is better than a false one. Where it can only be meant as a reference, an
//! editor is told.

mod downwards;
mod in_plan;
mod other;
mod row;
mod token;
mod unread;
mod upwards;

use std::ops::Range;

pub use in_plan::References;

use downwards::{descending, downwards};
use other::{Belongs, belongs};
use token::{Kind, Token, tokens};
use upwards::{Reader, units};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What it points at, in order.
    pub targets: Vec<Target>,
    /// Of rows of a table, whose targets are their numbers: the address below which the table stands; empty when that is not said.
    pub table: Option<String>,
    /// Whether words beside it look like more of it that could not be read: "khoản 1.1 đến 1.2, mục 1, phần IV", "phần I, II".
    pub half: bool,
    /// Whether the words beside it leave open to which document it belongs; it points nowhere.
    pub whose: bool,
}

impl Reference {
    /// Whether it is a part alone: "phần I".
    fn is_part(&self) -> bool {
        let mut targets = self.targets.iter();
        let whole = |target: &Target| {
            let address = target.address.as_str();
            target.scope && !address.contains('.') && !address.starts_with("pl")
        };
        self.table.is_none() && targets.len() == 1 && targets.all(whole)
    }
}

/// One clause that a reference points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The words that name it; the last target of a reference has the rest of it.
    pub range: Range<usize>,
    /// Its address.
    pub address: String,
    /// Whether a whole `mục` or `phần` is meant.
    pub scope: bool,
}

/// Finds the references in `text`, whatever clauses there are.
fn find(text: &str) -> Vec<Reference> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    let mut at = 0;
    // Whether units stood before a word that spans from one to another, or a number that is no label.
    let mut cut = false;
    while let Some(token) = tokens.get(at) {
        at += 1;
        if let Some((taken, place)) = within_appendix(text, token, &tokens[at..]) {
            at += taken;
            let mut reference = reference(&run, &place, place.kind.address());
            reference.half = cut || unread::left(&run) || unread::goes_on(text, &tokens[at..]);
            found.push(reference);
            run.clear();
            cut = false;
            continue;
        }
        match &token.kind {
            Kind::Rows(rows) => {
                let (mut reference, taken) =
                    row::reference(text, &token.range, rows, &tokens[at..]);
                at += taken;
                reference.half |= cut || !units(&run).is_empty();
                found.push(reference);
                run.clear();
                cut = false;
            }
            Kind::Stop => {
                found.extend(unread::without_part(text, &run));
                run.clear();
                cut = false;
            }
            Kind::Other => {
                let part = unread::part(text, &run, token, tokens.get(at));
                found.extend(part.or_else(|| unread::without_part(text, &run)));
                cut = unread::cuts(text, &run, token);
                run.clear();
            }
            Kind::Appendix(address) => {
                let mut reference = if units(&run).is_empty() {
                    appendix(token, address)
                } else {
                    reference(&run, token, address)
                };
                reference.half = unread::left(&run) || unread::goes_on(text, &tokens[at..]);
                found.push(reference);
                run.clear();
                cut = false;
            }
            Kind::Part(address) => {
                let below = if units(&run).is_empty() {
                    descending(&tokens[at..])
                } else {
                    0
                };
                let mut reference = match below {
                    0 => reference(&run, token, address),
                    below => downwards(&tokens[at..at + below], token, address),
                };
                if unread::counts_twice(&run) {
                    reference.targets.clear();
                }
                let before = &tokens[..at - 1];
                at += below;
                reference.half = cut
                    || reference.targets.is_empty()
                    || unread::left(&run)
                    || unread::is_bare(text, before, &run)
                    || unread::stands_in(text, token, &tokens[at..])
                    || unread::goes_on(text, &tokens[at..]);
                found.push(reference);
                cut = false;
                run.clear();
            }
            Kind::Level(_) | Kind::Label(_) | Kind::Comma | Kind::And => run.push(token),
        }
    }
    found.extend(unread::without_part(text, &run));
    unread::tell(text, &tokens, &mut found);
    found.retain_mut(|reference| {
        let without_units = reference.is_part();
        match belongs(text, &reference.range, without_units) {
            Belongs::Own => true,
            Belongs::Other => false,
            Belongs::Open => {
                reference.targets.clear();
                reference.half = false;
                reference.whose = true;
                true
            }
        }
    });
    found
}

/// Takes the tokens of an appendix in which a part stands, or of the part that is meant in an appendix: "mục II, Phụ lục I" and "Phụ lục I,
/// mục II" are one place. Returns how many tokens they are, and that place.
fn within_appendix(text: &str, first: &Token, after: &[Token]) -> Option<(usize, Token)> {
    let commas = after.iter().take_while(|token| token.kind == Kind::Comma);
    let commas = commas.count();
    let second = after.get(commas)?;
    let apart = text[first.range.end..second.range.start].contains(';');
    let address = match (&first.kind, &second.kind) {
        (Kind::Part(part), Kind::Appendix(appendix))
        | (Kind::Appendix(appendix), Kind::Part(part)) => format!("{appendix}.{part}"),
        _ => return None,
    };
    let token = Token {
        range: first.range.start..second.range.end,
        kind: Kind::Part(address),
    };
    (!apart).then_some((commas + 1, token))
}

fn appendix(token: &Token, address: &str) -> Reference {
    Reference {
        range: token.range.clone(),
        targets: vec![Target {
            range: token.range.clone(),
            address: address.to_owned(),
            scope: true,
        }],
        half: false,
        whose: false,
        table: None,
    }
}

/// The units before `phần`, read as one reference.
fn reference(run: &[&Token], part: &Token, part_address: &str) -> Reference {
    let mut reader = Reader::new(part_address);
    let units = units(run);
    let first = units
        .first()
        .map_or(part.range.start, |unit| unit.range.start);
    for unit in units {
        reader.unit(unit);
    }
    let mut targets = reader.finish();
    if targets.is_empty() {
        targets.push(Target {
            range: part.range.clone(),
            address: part_address.to_owned(),
            scope: true,
        });
    }
    if let Some(last) = targets.last_mut() {
        last.range.end = part.range.end;
    }
    Reference {
        range: first..part.range.end,
        targets,
        half: false,
        whose: false,
        table: None,
    }
}

/// The address of what stands below another; a counted item brings its hyphen.
fn below(above: &str, segment: &str) -> String {
    let dot = if segment.starts_with('-') { "" } else { "." };
    format!("{above}{dot}{segment}")
}

#[cfg(test)]
mod tests {
    use super::find;

    /// `printed => addresses` for every reference.
    fn found(text: &str) -> Vec<String> {
        find(text)
            .into_iter()
            .map(|reference| {
                let targets = reference.targets.iter();
                let addresses: Vec<String> = targets
                    .map(|target| {
                        format!("{}{}", target.address, if target.scope { "*" } else { "" })
                    })
                    .collect();
                format!("{} => {}", &text[reference.range], addresses.join(" "))
            })
            .collect()
    }

    #[test]
    fn forms_of_real_plans() {
        for (text, expected) in [
            (
                "tại điểm a, khoản 5.1, mục 5, phần IV).",
                &["điểm a, khoản 5.1, mục 5, phần IV => iv.5.1.a"][..],
            ),
            (
                "(tại khoản 4.1, 4.2, mục 4, phần IV; tại khoản 6.4, mục 6, phần IV)",
                &[
                    "khoản 4.1, 4.2, mục 4, phần IV => iv.4.1 iv.4.2",
                    "khoản 6.4, mục 6, phần IV => iv.6.4",
                ],
            ),
            (
                "1.4, mục 1, phần IV; a, 5.1, mục 5, phần IV",
                &[
                    "1.4, mục 1, phần IV => iv.1.4",
                    "a, 5.1, mục 5, phần IV => iv.5.1.a",
                ],
            ),
            (
                "c, 5.1, 5.3, mục 5, phần IV",
                &["c, 5.1, 5.3, mục 5, phần IV => iv.5.1.c iv.5.3"],
            ),
            ("4.4 mục 4, phần IV", &["4.4 mục 4, phần IV => iv.4.4"]),
            (
                "3.1, 3.2 mục 3, phần IV; mục 5.2, phần IV",
                &[
                    "3.1, 3.2 mục 3, phần IV => iv.3.1 iv.3.2",
                    "mục 5.2, phần IV => iv.5.2",
                ],
            ),
            (
                "(tại mục 1, mục 5 phần IV)",
                &["mục 1, mục 5 phần IV => iv.1* iv.5*"],
            ),
            (
                "giải pháp: Mục 1, mục 5, phần IV và các nhiệm vụ",
                &["Mục 1, mục 5, phần IV => iv.1* iv.5*"],
            ),
            ("có liên quan trong phần IV", &["phần IV => iv*"]),
            ("Biểu mẫu theo Phụ lục II đính kèm", &["Phụ lục II => pl2*"]),
            ("theo Phụ lục số 1", &["Phụ lục số 1 => pl1*"]),
            ("theo phụ lục kèm theo", &["phụ lục => pl*"]),
            ("mục 1, Phụ lục đính kèm", &["mục 1, Phụ lục => pl.1*"]),
            (
                "khoản 1.3, mục 1 phần V",
                &["khoản 1.3, mục 1 phần V => v.1.3"],
            ),
            (
                "các điểm a, b và đ, mục 2, phần III",
                &["điểm a, b và đ, mục 2, phần III => iii.2.a iii.2.b iii.2.dd"],
            ),
            (
                "khoản 5.1,\nmục 5,\tphần IV",
                &["khoản 5.1,\nmục 5,\tphần IV => iv.5.1"],
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn any_order_and_case_and_several() {
        for (text, expected) in [
            (
                "các điểm a, b khoản 2 mục 1 phần IV",
                &["điểm a, b khoản 2 mục 1 phần IV => iv.1.2.a iv.1.2.b"][..],
            ),
            (
                "khoản 1 và khoản 2, mục 3, phần II",
                &["khoản 1 và khoản 2, mục 3, phần II => ii.3.1 ii.3.2"],
            ),
            (
                "khoản (1), mục 3, phần V",
                &["khoản (1), mục 3, phần V => v.3.1"],
            ),
            (
                "phần IV, mục 4, khoản 4.1, 4.2.",
                &["phần IV, mục 4, khoản 4.1, 4.2 => iv.4.1 iv.4.2"],
            ),
            (
                "phần IV mục 5 khoản 5.1 và phần I mục 1",
                &["phần IV mục 5 khoản 5.1 => iv.5.1", "phần I mục 1 => i.1*"],
            ),
            (
                "phần IV, mục 1, điểm a, b",
                &["phần IV, mục 1, điểm a, b => iv.1.a iv.1.b"],
            ),
            (
                "1.1; 1.2; 2.1 phần IV",
                &["1.1; 1.2; 2.1 phần IV => iv.1.1 iv.1.2 iv.2.1"],
            ),
            (
                "các mục 1; 2; 5 phần IV",
                &["mục 1; 2; 5 phần IV => iv.1* iv.2* iv.5*"],
            ),
            (
                "khoản 1.1, mục 1; điểm a, khoản 5.1, mục 5 phần IV",
                &["khoản 1.1, mục 1; điểm a, khoản 5.1, mục 5 phần IV => iv.1.1 iv.5.1.a"],
            ),
            (
                "Điểm A, Khoản 5.1, PHẦN IV",
                &["Điểm A, Khoản 5.1, PHẦN IV => iv.5.1.a"],
            ),
            ("mục 5 phần iv", &["mục 5 phần iv => iv.5*"]),
            (
                "ý (2), khoản 3.1, mục 3, phần I",
                &["ý (2), khoản 3.1, mục 3, phần I => i.3.1.2"],
            ),
            (
                "ý thứ 2, điểm a, khoản 5.1, mục 5, phần IV",
                &["ý thứ 2, điểm a, khoản 5.1, mục 5, phần IV => iv.5.1.a-2"],
            ),
            (
                "ý thứ 1, ý (2), khoản 3.1, mục 3, phần I",
                &["ý thứ 1, ý (2), khoản 3.1, mục 3, phần I => i.3.1.2-1"],
            ),
            (
                "phần I, mục 3, khoản 3.1, ý (1), (2).",
                &["phần I, mục 3, khoản 3.1, ý (1), (2 => i.3.1.1 i.3.1.2"],
            ),
            (
                "phần IV, mục 5, khoản 5.1, điểm a, ý thứ 2",
                &["phần IV, mục 5, khoản 5.1, điểm a, ý thứ 2 => iv.5.1.a-2"],
            ),
            (
                "lấy ý kiến, ý thứ nhất; mục 1, phần I",
                &["mục 1, phần I => i.1*"],
            ),
            ("nhiệm vụ số 1.1.", &["nhiệm vụ số 1.1 => 1.1"]),
            (
                "nhiệm vụ số 1, 2.1 và 3 Phụ lục 01; khoản 1.1, phần I",
                &[
                    "nhiệm vụ số 1, 2.1 và 3 Phụ lục 01 => 1 2.1 3",
                    "khoản 1.1, phần I => i.1.1",
                ],
            ),
            (
                "số thứ tự 2, mục I Phụ lục I",
                &["số thứ tự 2, mục I Phụ lục I => 2"],
            ),
            ("nhiệm vụ 1.1 Phụ lục I", &["nhiệm vụ 1.1 Phụ lục I => 1.1"]),
            (
                "nhiệm vụ 1.1, mục 1, phần IV",
                &["1.1, mục 1, phần IV => iv.1.1"],
            ),
            ("nhiệm vụ số 1 và 2 lớp học", &["nhiệm vụ số 1 => 1"]),
            ("mục 5 của phần IV", &["mục 5 của phần IV => iv.5*"]),
            ("khoản 2 mục III", &["khoản 2 mục III => iii.2"]),
            (
                "mục II, Phụ lục I đính kèm",
                &["mục II, Phụ lục I => pl1.ii*"],
            ),
            (
                "mục 1, phần III, Phụ lục I",
                &["mục 1, phần III, Phụ lục I => pl1.iii.1*"],
            ),
            (
                "Phụ lục I (mục III) và mục 1, Phụ lục II",
                &[
                    "Phụ lục I (mục III => pl1.iii*",
                    "mục 1, Phụ lục II => pl2.1*",
                ],
            ),
            (
                "khoản\u{200b} 5.1, phần\u{feff} IV",
                &["khoản\u{200b} 5.1, phần\u{feff} IV => iv.5.1"],
            ),
            (
                "phần III, khoản 2.1; phần IV, khoản 3.1",
                &[
                    "phần III, khoản 2.1 => iii.2.1",
                    "phần IV, khoản 3.1 => iv.3.1",
                ],
            ),
            (
                "mục 5, khoản 5.1, phần IV",
                &["mục 5, khoản 5.1, phần IV => iv.5.1"],
            ),
            (
                "khoản 5.1 (điểm a, b), khoản 5.2, phần IV",
                &["khoản 5.1 (điểm a, b), khoản 5.2, phần IV => iv.5.1.a iv.5.1.b iv.5.2"],
            ),
            (
                "khoản 5.1 điểm a và khoản 5.2 điểm b, phần IV",
                &["khoản 5.1 điểm a và khoản 5.2 điểm b, phần IV => iv.5.1.a iv.5.2.b"],
            ),
            (
                "khoản 1.1 hoặc 1.2, mục 1 trong phần IV",
                &["khoản 1.1 hoặc 1.2, mục 1 trong phần IV => iv.1.1 iv.1.2"],
            ),
            (
                "điểm “a” khoản 5.1 phần IV",
                &["điểm “a” khoản 5.1 phần IV => iv.5.1.a"],
            ),
            (
                "phần IV, mục 1, phần V",
                &["phần IV => iv*", "mục 1, phần V => v.1*"],
            ),
            (
                "mục 5, phần IV của Kế hoạch này",
                &["mục 5, phần IV => iv.5*"],
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
        for text in [
            "khoản 2, phần I của Nghị quyết số 57-NQ/TW",
            "Phụ lục II của Nghị định 30/2020/NĐ-CP",
            "mục 5 Phần IV Kế hoạch số 12/KH-UBND",
            "mục 1, phần IV ban hành kèm theo Quyết định số 12/QĐ-TTg",
            "mục 1, phần IV (Công văn số 5/UBND-VX)",
            "theo Kế hoạch số 5/KH-UBND tại mục 1, phần IV",
            "mục 1, phần IV, Báo cáo số 12/BC-UBND",
            "học phần I, học phần II",
            "Phụ lục II kèm theo Thông tư 5/2024/TT-BTC",
            "Kế hoạch số 5/KH-UBND kèm Phụ lục II",
            "mục 1, phần IV Kế hoạch của tỉnh",
            "điểm a, khoản 2 Điều 5",
            "khoản 2, mục 3 Thông tư số 5/2024/TT-BTC",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn what_is_half_read_is_known() {
        for text in [
            "khoản 1.1 đến 1.2, mục 1, phần IV",
            "các phần I, II và IV",
            "Phụ lục I và II",
            "mục 5 phần IV, mục 6",
            "khoản 5.1; năm 2025; mục 5. phần IV",
            "mục 1, phần 4",
            "khoản 1.1, mục 1, phần thứ tư",
            "phần IV.5.1",
            "theo IV.5.1.a",
            "ý thứ 1, ý thứ 2, điểm a, phần IV",
            "từ phần III đến phần V",
            "phần III-V",
            "khoản 5.1a, phần IV",
            "điểm a.5.1 phần IV",
            "mục 999, phần IV",
            "khoản \u{fffc}, mục 1, phần IV",
            "mục 1 phần A",
            "mục 1 phần IVa",
            "mục 1 phần Ⅳ",
            "danh mục 1, phần IV",
            "tiểu mục 1, mục 1, phần IV",
            "loại a, khoản 1.1, phần IV",
            "ngày 2.3; mục 1, phần IV",
            "mục II, phần IV",
            "điểm a, b mục 2",
            "khoản 1.1, mục 1",
            "gạch đầu dòng thứ nhất khoản 1.1, phần I",
            "khoản 1.1, mục 1 phần này",
            "khoản 1.1 Kế hoạch này",
            "mục 5 nêu trên",
            "điểm a khoản này",
            "điểm a, khoản 1, Mục này",
        ] {
            assert!(find(text).iter().any(|reference| reference.half), "{text}");
        }
        for text in [
            "khoản 1.1, 1.2, mục 1, phần IV",
            "phần IV, mục 4, khoản 4.1",
            "giải pháp 1.3, mục 1, phần IV",
            "giải pháp: a, 5.1, mục 5, phần IV",
            "năm 2025, phần IV",
            "khoản 2.2, mục 2, phần IV, báo cáo trước ngày 15/6/2025",
            "1.3, mục 1, phần IV theo hướng dẫn của Văn phòng Trung ương Đảng",
            "khoản 1.1, phần I, hướng dẫn 100 hộ dân",
            "khoản 1.1, phần I (báo cáo quý trước ngày 15)",
            "khoản 1.1, phần I theo kế hoạch năm 2025",
            "khoản 1.1, phần I của Kế hoạch hành động này",
            "(tại khoản 1.1, phần I) Sở A chủ trì",
            "Phụ lục II và kế hoạch",
        ] {
            let found = find(text);
            assert!(found.iter().all(|reference| !reference.half), "{text}");
            assert!(text.starts_with("năm") || found.len() == 1, "{text}");
        }
    }

    #[test]
    fn what_may_be_of_another_document_is_no_link() {
        for text in [
            "mục 1, phần IV theo Kế hoạch số 5/KH-UBND",
            "triển khai Nghị quyết số 57-NQ/TW, khoản 1.1, phần IV",
            "Nghị quyết số 57-NQ/TW: mục 1, phần IV",
            "Theo Kế hoạch số 01-KH/BCĐTW ngày 12/3/2025 của Ban Chỉ đạo (khoản 1.1, mục 1, phần I)",
            "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, mục 1, phần II",
            "Nghị quyết số 57-NQ/TW của TP. Cần Thơ, mục 1, phần II",
            "Theo Nghị quyết 57, mục 1, phần II",
            "Theo Đề án 06, mục 1, phần II",
            "Thực hiện Chiến lược quốc gia về kinh tế số, mục 1, phần II",
            "mục 1, phần II, Chiến lược quốc gia phát triển kinh tế số",
            "theo mục II mẫu báo cáo",
            "trả lời mục II phiếu khảo sát",
            "xem phần II sách giáo khoa",
            "mục 1, phần II của giáo trình",
            "Hội thi gồm phần I (lý thuyết) và thực hành",
            "khoản 1.1, phần I Khung kỹ năng số",
            "khoản 1.1, phần I của Bộ tiêu chí 2025",
            "mục 1, phần IV của Đảng ủy",
            "mục 1, phần IV trong chương trình công tác năm 2025",
        ] {
            let found = find(text);
            let all = !found.is_empty() && found.iter().all(|found| found.whose);
            assert!(all, "{text}: {found:?}");
            assert!(found.iter().all(|found| found.targets.is_empty()), "{text}");
        }
        for text in [
            "Thông tri số 03-TT/TU tại mục 1, phần II",
            "mục 1, phần II Công điện số 05/CĐ-TTg",
            "mục 1, phần II Thông tri của Tỉnh ủy",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
        for text in [
            "Theo Nghị quyết 57, mục 1, phần II của Kế hoạch này",
            "Căn cứ Nghị quyết số 57-NQ/TW, chủ trì thực hiện khoản 1.1, phần IV",
            "Theo Nghị quyết 57 và Kế hoạch này, mục 1, phần II",
            "Triển khai Nghị quyết số 57-NQ/TW; thực hiện mục 1, phần II",
            "Thực hiện Nghị quyết số 57-NQ/TW. Chủ trì mục 1, phần II",
            "các nhiệm vụ gồm khoản 1.1, phần IV",
            "báo cáo theo Phụ lục II đính kèm",
            "khoản 1.1, phần I trong năm 2025",
        ] {
            let found = find(text);
            assert!(found.len() == 1 && !found[0].whose, "{text}: {found:?}");
        }
    }

    #[test]
    fn prose_is_left_alone() {
        for text in [
            "một phần tư người dân",
            "góp phần lan tỏa",
            "năm 2025, 80% người dân",
            "khoản vay 5 triệu, phần còn lại",
            "phần mềm, ứng dụng",
            "ở mục a",
            "tài khoản 5, 6 của phần mềm",
            "nhiệm vụ số 57-NQ/TW, nhiệm vụ số hóa, 3 nhiệm vụ số",
            "các nhiệm vụ tại mục này",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
        assert_eq!(
            found("trong 2 năm, mục 1, phần IV"),
            ["mục 1, phần IV => iv.1*"]
        );
    }
}
