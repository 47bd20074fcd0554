//! Forms of references as plans print them.

use proptest::prelude::*;

use crate::text::dates::Date;

use super::{Own, Reference};

fn find(text: &str) -> Vec<Reference> {
    let own = Own {
        number: Some("15/KH-UBND".to_owned()),
        date: Date::parse("2025-06-13").ok(),
    };
    super::find(text, &own)
}

/// `printed => addresses` for every reference.
fn found(text: &str) -> Vec<String> {
    find(text)
        .into_iter()
        .map(|reference| {
            let targets = reference.targets.iter();
            let addresses: Vec<String> = targets
                .map(|target| format!("{}{}", target.address, if target.scope { "*" } else { "" }))
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
            "tiết a điểm 3 mục II; tiết a, b, điểm 3, mục II; tiết a, tiết b, điểm 3, phần II; điểm 1.2 mục II; tiết học 3",
            &[
                "tiết a điểm 3 mục II => ii.3.a",
                "tiết a, b, điểm 3, mục II => ii.3.a ii.3.b",
                "tiết a, tiết b, điểm 3, phần II => ii.3.a ii.3.b",
                "điểm 1.2 mục II => ii.1.2",
            ],
        ),
        (
            "khoản 3 (điểm a, c) phần II; khoản 2, 3 (điểm a), mục 1, phần II",
            &[
                "khoản 3 (điểm a, c) phần II => ii.3.a ii.3.c",
                "khoản 2, 3 (điểm a), mục 1, phần II => ii.1.2 ii.1.3.a",
            ],
        ),
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
fn the_plans_own_number_is_no_other_document() {
    for (text, expected) in [
        (
            "khoản 1 mục II Kế hoạch số 15/KH-UBND",
            &["khoản 1 mục II => ii.1"][..],
        ),
        (
            "khoản 1 mục II Kế hoạch số 15/KH-UBND ngày 13/6/2025 của UBND tỉnh",
            &["khoản 1 mục II => ii.1"],
        ),
        (
            "Kế hoạch số 15/KH-UBND, khoản 1 mục II",
            &["khoản 1 mục II => ii.1"],
        ),
        ("khoản 1 mục II Kế hoạch số 15/KH-UBND ngày 13/6/2024", &[]),
        (
            "khoản 1 mục II Kế hoạch số 15/KH-UBND của UBND xã",
            &["khoản 1 mục II => "],
        ),
        ("khoản 1 mục II Kế hoạch số 150/KH-UBND", &[]),
        ("khoản 1 mục II Quyết định số 15/KH-UBND", &[]),
        ("theo PL II; PL 01", &["PL II => pl2*", "PL 01 => pl1*"]),
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
            "khoản 1, khoản 2.1, phần II",
            &["khoản 1, khoản 2.1, phần II => ii.1 ii.2.1"],
        ),
        (
            "điểm 1.1 khoản 1 Mục II",
            &["điểm 1.1 khoản 1 Mục II => ii.1.1"],
        ),
        (
            "điểm 1.1, điểm 1.2 khoản 1 phần II",
            &["điểm 1.1, điểm 1.2 khoản 1 phần II => ii.1.1 ii.1.2"],
        ),
        (
            "khoản 1.1, 2.1, mục 1, mục 2 phần II",
            &["khoản 1.1, 2.1, mục 1, mục 2 phần II => ii.1.1 ii.2.1"],
        ),
        (
            "điểm (1), (2) khoản 1 phần II",
            &["điểm (1), (2) khoản 1 phần II => ii.1.1 ii.1.2"],
        ),
        (
            "mục (2) khoản 2.1 phần II",
            &["mục (2) khoản 2.1 phần II => ii.2.1.2"],
        ),
        (
            "(1) mục 1, phần II; (2) mục 2, phần II",
            &["mục 1, phần II => ii.1*", "mục 2, phần II => ii.2*"],
        ),
        (
            "ý thứ hai, khoản 2.2, phần II",
            &["ý thứ hai, khoản 2.2, phần II => ii.2.2-2"],
        ),
        (
            "khoản 1.1, mục 9, phần II",
            &["khoản 1.1, mục 9, phần II => ii.9.1.1"],
        ),
        (
            "điểm a, khoản 1.1, mục 3, phần II",
            &["điểm a, khoản 1.1, mục 3, phần II => ii.3.1.1.a"],
        ),
        (
            "khoản 1.1 và mục 3, phần II",
            &["khoản 1.1 và mục 3, phần II => ii.1.1 ii.3*"],
        ),
        ("mục 1 Phần thứ II", &["mục 1 Phần thứ II => ii.1*"]),
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
            "lấy ý kiến, ý thứ cuối; mục 1, phần I",
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
        "khoản 1 và mục 3, phần II",
        "Phần II, Mục 1, 1.1.a",
        "điểm a1, mục 3, phần II",
        "ý thứ 1, ý thứ 2, điểm a, phần IV",
        "từ phần III đến phần V",
        "phần III-V",
        "khoản 5.1a, phần IV",
        "nhiệm vụ 3a, 3b phần II",
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
        "các mục: 1.1, 1.3, 2.1 phần II",
        "tiểu mục 1.1, mục 1, phần IV",
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
fn what_stands_at_a_place_is_no_other_document() {
    for text in [
        "Báo cáo theo mẫu tại Phụ lục II",
        "Tổng hợp theo biểu mẫu ở Phụ lục 02 kèm theo",
        "Báo cáo theo mẫu báo cáo tại Phụ lục II",
        "Thực hiện theo hướng dẫn nêu tại khoản 1.2, mục 1, phần II",
        "Lập dự toán theo quy định tại mục 2, phần II",
    ] {
        let found = find(text);
        let is_link = |found: &Reference| !found.whose && !found.targets.is_empty();
        assert!(
            found.len() == 1 && found.iter().all(is_link),
            "{text}: {found:?}"
        );
    }
    for text in [
        "Theo Sổ tay hướng dẫn tại phần II",
        "Theo hướng dẫn của Bộ Nội vụ tại mục 1, phần II",
        "Theo quy định của Luật Ngân sách tại mục 1, phần II",
        "theo mẫu số 5 Thông tư số 12/2024/TT-BTC tại Phụ lục II",
    ] {
        let found = find(text);
        assert!(
            found.iter().all(|found| found.targets.is_empty()),
            "{text}: {found:?}"
        );
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
        "Triển khai Kế hoạch của Bộ Công an (mục 1, phần II)",
        "Triển khai Đề án của Thủ tướng Chính phủ tại khoản 1.1, phần II",
        "Theo hướng dẫn của Bộ Nội vụ (mục 1, phần II)",
        "Theo Quy chế phối hợp (khoản 1.1, phần II)",
        "Theo phần II, Sổ tay hướng dẫn",
        "Theo tài liệu tập huấn, phần II",
        "Văn kiện Đại hội, phần II",
        "Bài thi có Phần I 20 câu",
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
        "khoản 1.1, phần II trong Quý I/2026",
        "khoản 1.1, phần II tại Trung tâm Hành chính công",
        "khoản 1.1, phần II của Kế hoạch",
        "khoản 1.1, phần II Kế hoạch nêu trên",
        "khoản 1.1, phần II của Bản Kế hoạch này",
        "khoản 1.1, phần II của cơ quan mình",
        "Triển khai kế hoạch này, mục 1, phần II",
        "Thực hiện chương trình tập huấn tại khoản 1.1, phần II",
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

/// Words and marks of which references are made.
const WORDS: [&str; 34] = [
    "điểm",
    "khoản",
    "mục",
    "phần",
    "Phụ lục",
    "ý",
    "thứ",
    "nhiệm vụ số",
    "Kế hoạch này",
    "Nghị quyết 57",
    "và",
    "hoặc",
    ",",
    ";",
    ".",
    "(",
    ")",
    "(1)",
    "(2)",
    "1",
    "2",
    "9",
    "1.1",
    "2.1",
    "1.1.a",
    "a",
    "b",
    "đ",
    "I",
    "II",
    "của",
    "tại",
    "nêu trên",
    "hai",
];

proptest! {
    /// Whatever stands together, what is found lies in the text, in order, and no words belong to two places.
    #[test]
    fn places_are_in_order(words in proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..24)) {
        let text = words.join(" ");
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.range.start >= end && text.get(found.range.clone()).is_some(), "{text}: {found:?}");
            end = found.range.end;
            let mut at = found.range.start;
            for target in &found.targets {
                let range = &target.range;
                prop_assert!(range.start >= at && range.end >= range.start, "{text}: {found:?}");
                prop_assert!(range.end <= found.range.end && text.get(range.clone()).is_some(), "{text}: {found:?}");
                at = range.end;
            }
        }
    }
}
