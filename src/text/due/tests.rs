//! Times as plans print them.

use super::*;

#[test]
fn times_as_plans_print_them() {
    let day = |text: &&str| DayMonth::parse(text).unwrap();
    let days = |texts: &[&str]| texts.iter().map(day).collect();
    let quarter_day = |month, day| Some(QuarterDay { month, day });
    let date = |iso| Date::parse(iso).unwrap();
    let span = |from, to| Due::Span {
        from: date(from),
        to: date(to),
    };
    for (printed, due) in [
        (
            "năm 2025 - 2026",
            Some(Due::Years {
                from: 2025,
                to: 2026,
            }),
        ),
        (
            "2025-2026",
            Some(Due::Years {
                from: 2025,
                to: 2026,
            }),
        ),
        (
            "Trong năm 2025",
            Some(Due::Years {
                from: 2025,
                to: 2025,
            }),
        ),
        (
            "11/2025",
            Some(Due::Month {
                year: 2025,
                month: 11,
            }),
        ),
        (
            "hoàn thành trong tháng 4/2025 và theo hướng dẫn",
            Some(Due::Month {
                year: 2025,
                month: 4,
            }),
        ),
        (
            "tháng 4 năm 2025",
            Some(Due::Month {
                year: 2025,
                month: 4,
            }),
        ),
        (
            "Quý II/2025",
            Some(Due::Quarter {
                year: 2025,
                quarter: 2,
            }),
        ),
        (
            "trước ngày 15/10/2025",
            Some(Due::Day(Date::parse("2025-10-14").unwrap())),
        ),
        (
            "ngày 05 tháng 12 năm 2025",
            Some(Due::Day(Date::parse("2025-12-05").unwrap())),
        ),
        (
            "trước ngày 15 tháng cuối mỗi quý",
            Some(Due::Quarterly(quarter_day(3, 14))),
        ),
        (
            "hằng quý, trước ngày 05 của tháng đầu quý tiếp theo",
            Some(Due::Quarterly(quarter_day(1, 4))),
        ),
        (
            "trước ngày 05 tháng đầu quý sau",
            Some(Due::Quarterly(quarter_day(1, 4))),
        ),
        (
            "ngày 20 của tháng thứ hai mỗi quý",
            Some(Due::Quarterly(quarter_day(2, 20))),
        ),
        ("trước ngày 15 hằng quý", Some(Due::Quarterly(None))),
        (
            "trước ngày 15/6 và ngày 15/12 hằng năm",
            Some(Due::Yearly(days(&["14/06", "14/12"]))),
        ),
        (
            "hằng năm, ngày 15 các tháng 6, 12",
            Some(Due::Yearly(days(&["15/06", "15/12"]))),
        ),
        (
            "ngày 15 tháng 6 và tháng 12 hằng năm",
            Some(Due::Yearly(days(&["15/06", "15/12"]))),
        ),
        (
            "hằng quý: 20/3, 20/6, 20/9, 20/12",
            Some(Due::Yearly(days(&["20/03", "20/06", "20/09", "20/12"]))),
        ),
        ("hằng năm", Some(Due::Yearly(YearDays::default()))),
        (
            "trước ngày 10 tháng 6 và ngày 10 tháng 12",
            Some(Due::Yearly(days(&["09/06", "09/12"]))),
        ),
        (
            "6 tháng đầu năm trước ngày 10/6, cả năm trước ngày 10/12",
            Some(Due::Yearly(days(&["09/06", "09/12"]))),
        ),
        (
            "định kỳ trước ngày 15/12",
            Some(Due::Yearly(days(&["14/12"]))),
        ),
        ("trước ngày 15/12", None),
        ("ngày 25 hằng tháng", Some(Due::Monthly(Some(25)))),
        ("trước ngày 05 hàng tháng", Some(Due::Monthly(Some(4)))),
        ("trước ngày 01 mỗi tháng", Some(Due::Monthly(None))),
        ("ngày 10 và ngày 25 hằng tháng", Some(Due::Monthly(None))),
        ("định kỳ hằng tháng", Some(Due::Monthly(None))),
        ("ngày 05, 20 hằng tháng", Some(Due::Monthly(None))),
        ("ngày 5 và 20 hằng tháng", Some(Due::Monthly(None))),
        (
            "chậm nhất ngày 31/11/2026",
            Some(Due::Years {
                from: 2026,
                to: 2026,
            }),
        ),
        ("Từ năm 2025", Some(Due::From(date("2025-01-01")))),
        (
            "Năm 2025 và các năm tiếp theo",
            Some(Due::From(date("2025-01-01"))),
        ),
        (
            "Quý III/2025, duy trì thường xuyên",
            Some(Due::From(date("2025-07-01"))),
        ),
        ("sau ngày 15/12/2026", Some(Due::From(date("2026-12-15")))),
        ("Quý 1,2/2026", Some(span("2026-01-01", "2026-06-30"))),
        ("Quý I - III/2026", Some(span("2026-01-01", "2026-09-30"))),
        (
            "chậm nhất 30 ngày trước ngày 10/10/2026",
            Some(Due::Day(date("2026-09-10"))),
        ),
        (
            "trước 17 giờ 00 ngày 15/12/2026",
            Some(Due::Day(date("2026-12-15"))),
        ),
        (
            "trước ngày 15/7/2025; sơ kết trước 30/6/2026",
            Some(span("2025-07-15", "2026-06-29")),
        ),
        (
            "trước Tết Nguyên đán 2026",
            Some(Due::Loosely {
                from: 2026,
                to: 2026,
            }),
        ),
        (
            "năm học 2025 - 2026",
            Some(Due::Loosely {
                from: 2025,
                to: 2026,
            }),
        ),
        (
            "tuần đầu tháng 12/2026",
            Some(Due::Loosely {
                from: 2026,
                to: 2026,
            }),
        ),
        ("Theo Kế hoạch số 12/KH-BCĐ ngày 01/3/2024", None),
        (
            "trước ngày 20 tháng cuối quý",
            Some(Due::Quarterly(quarter_day(3, 19))),
        ),
        (
            "định kỳ hằng quý (trước ngày 20 tháng cuối quý), 6 tháng (trước ngày 20/6)",
            Some(Due::Quarterly(quarter_day(3, 19))),
        ),
        (
            "kế hoạch 5 năm 2026 - 2030",
            Some(Due::Years {
                from: 2026,
                to: 2030,
            }),
        ),
        ("định kỳ theo quý, đột xuất", Some(Due::Quarterly(None))),
        (
            "trước ngày 05 tháng 12 hằng năm",
            Some(Due::Yearly(days(&["04/12"]))),
        ),
        (
            "định kỳ hằng năm là trước ngày 15/10",
            Some(Due::Yearly(days(&["14/10"]))),
        ),
        (
            "từ tháng 3/2025 đến tháng 9/2026",
            Some(Due::Span {
                from: Date::parse("2025-03-01").unwrap(),
                to: Date::parse("2026-09-30").unwrap(),
            }),
        ),
        (
            "Quý II/2025 - Quý III/2026",
            Some(Due::Span {
                from: Date::parse("2025-04-01").unwrap(),
                to: Date::parse("2026-09-30").unwrap(),
            }),
        ),
        (
            "trước tháng 12/2025",
            Some(Due::Day(Date::parse("2025-11-30").unwrap())),
        ),
        (
            "chậm nhất ngày 15/10/2025",
            Some(Due::Day(Date::parse("2025-10-15").unwrap())),
        ),
        ("theo Kế hoạch số 6675/KH-VPUBND", None),
        ("Thường xuyên", Some(Due::Open)),
        ("định kỳ hoặc đột xuất", Some(Due::Open)),
        ("Theo kế hoạch phân công", None),
        ("", None),
    ] {
        assert_eq!(Due::parse(printed), due, "{printed}");
    }
}

#[test]
fn rules_give_their_next_day() {
    let date = |iso| Date::parse(iso).unwrap();
    let next = |printed, now| Due::parse(printed).unwrap().next(date(now));
    let monthly = "ngày 30 hằng tháng";
    assert_eq!(next(monthly, "2026-11-30"), Some(date("2026-11-30")));
    assert_eq!(next(monthly, "2027-01-31"), Some(date("2027-03-30")));
    let quarterly = "trước ngày 15 tháng cuối mỗi quý";
    assert_eq!(next(quarterly, "2026-11-22"), Some(date("2026-12-14")));
    assert_eq!(next(quarterly, "2026-12-15"), Some(date("2027-03-14")));
    assert_eq!(next("theo quý", "2026-12-16"), None);
    let after = "trước ngày 05 của tháng đầu quý tiếp theo";
    assert_eq!(next(after, "2026-11-22"), Some(date("2027-01-04")));
    let twice = "trước ngày 15/6 và ngày 15/12 hằng năm";
    assert_eq!(next(twice, "2026-11-22"), Some(date("2026-12-14")));
    assert_eq!(next(twice, "2026-12-15"), Some(date("2027-06-14")));
    let yearly = "trước ngày 15/10 hằng năm";
    assert_eq!(next(yearly, "2026-11-22"), Some(date("2027-10-14")));
}

#[test]
fn no_time_is_read_that_is_not_printed() {
    let none = YearDays::default();
    let date = |iso| Date::parse(iso).unwrap();
    let span = |from, to| Due::Span {
        from: date(from),
        to: date(to),
    };
    let days = |texts: &[&str]| {
        let days = texts.iter().map(|text| DayMonth::parse(text).unwrap());
        Due::Yearly(days.collect())
    };
    for (printed, due) in [
        // Lengths of time are no days.
        (
            "định kỳ hằng quý, 6 tháng, 9 tháng, năm",
            Some(Due::Quarterly(None)),
        ),
        ("định kỳ quý, 6 tháng, 9 tháng, năm", Some(Due::Open)),
        ("định kỳ 03 tháng, 06 tháng, 01 năm", Some(Due::Open)),
        ("06 tháng, 12 tháng", None),
        ("định kỳ 6 tháng/lần", Some(Due::Open)),
        (
            "trước ngày 10 tháng 6, 10 tháng 12 hằng năm",
            Some(days(&["09/06", "09/12"])),
        ),
        ("định kỳ 6 tháng 1 lần", Some(Due::Open)),
        (
            "Trước ngày 15 tháng 3, tháng 6, tháng 9, tháng 12",
            Some(days(&["14/03", "14/06", "14/09", "14/12"])),
        ),
        ("ngày 15/6 và tháng 12 hằng năm", Some(days(&["15/06"]))),
        // The last day of a range.
        (
            "từ ngày 01/10 đến ngày 10/10 hằng năm",
            Some(days(&["10/10"])),
        ),
        ("01/10 - 10/10 hằng năm", Some(days(&["10/10"]))),
        (
            "từ ngày 10 đến ngày 15 tháng cuối mỗi quý",
            Some(Due::Quarterly(Some(QuarterDay { month: 3, day: 15 }))),
        ),
        // Several rhythms: the days of each, or none where a day has no rule.
        (
            "định kỳ hằng quý (trước ngày 20 của tháng cuối quý), 6 tháng (trước ngày 10/6), hằng năm (trước ngày 10/12)",
            Some(days(&[
                "19/03", "19/06", "19/09", "19/12", "09/06", "09/12",
            ])),
        ),
        (
            "Định kỳ quý (trước ngày 15 tháng cuối quý), năm (trước ngày 10/12)",
            Some(days(&["14/03", "14/06", "14/09", "14/12", "09/12"])),
        ),
        (
            "hằng tháng (trước ngày 25), quý (trước ngày 20 của tháng cuối quý), hằng năm (trước ngày 10/12)",
            Some(Due::Yearly(none)),
        ),
        (
            "hằng tháng (trước ngày 25), 6 tháng (trước ngày 15/6)",
            Some(Due::Monthly(None)),
        ),
        (
            "hằng tháng (trước ngày 25), hằng năm (trước ngày 10/12)",
            Some(Due::Yearly(none)),
        ),
        // Two rules have no day in common.
        (
            "hằng tháng (trước ngày 25), quý (trước ngày 20 của tháng cuối quý)",
            Some(Due::Monthly(None)),
        ),
        (
            "báo cáo quý I, II, III trước ngày 20 tháng cuối quý; báo cáo năm trước ngày 15/12",
            Some(Due::Quarterly(None)),
        ),
        // A rule with an exception, or with a beginning.
        (
            "trước ngày 15/10 hằng năm (năm 2026: trước ngày 30/11)",
            Some(Due::Yearly(none)),
        ),
        (
            "trước ngày 15/10 hằng năm, riêng năm 2025 trước ngày 30/11",
            Some(Due::Yearly(none)),
        ),
        (
            "trước ngày 20/11 hằng năm, bắt đầu từ năm 2027",
            Some(Due::Yearly(none)),
        ),
        (
            "ngày 25 hằng tháng, bắt đầu từ tháng 01/2027",
            Some(Due::Monthly(None)),
        ),
        (
            "trước ngày 15/10 hằng năm, riêng năm đầu trước ngày 30/11",
            Some(Due::Yearly(none)),
        ),
        (
            "trước ngày 30 hằng tháng, bắt đầu từ tháng 6",
            Some(Due::Monthly(None)),
        ),
        ("Ngày 10/10/2025 và hằng năm", Some(Due::Yearly(none))),
        // The start of a range takes the year of its end.
        (
            "Từ 01/6 đến 31/8/2025",
            Some(span("2025-06-01", "2025-08-31")),
        ),
        (
            "từ ngày 15 tháng 6 đến hết ngày 30 tháng 8 năm 2025",
            Some(span("2025-06-15", "2025-08-30")),
        ),
        ("ngày 04-06/10/2025", Some(span("2025-10-04", "2025-10-06"))),
        (
            "Từ tháng 6 đến tháng 12/2025",
            Some(span("2025-06-01", "2025-12-31")),
        ),
        (
            "từ tháng 9 đến tháng 5/2026",
            Some(span("2025-09-01", "2026-05-31")),
        ),
        // What goes on is not past.
        (
            "Quý III/2025 và năm 2026",
            Some(span("2025-07-01", "2026-12-31")),
        ),
        (
            "Tháng 4-6/2025, duy trì đến hết năm 2026",
            Some(span("2025-04-01", "2026-12-31")),
        ),
        (
            "Từ tháng 6/2025 đến hết năm 2025",
            Some(span("2025-06-01", "2025-12-31")),
        ),
        (
            "Quý IV/2025 (kế hoạch năm 2026)",
            Some(Due::Loosely {
                from: 2025,
                to: 2026,
            }),
        ),
        (
            "Quý IV/2025 và các năm sau",
            Some(Due::From(date("2025-10-01"))),
        ),
        (
            "Từ ngày ký đến 31/12/2026",
            Some(Due::Day(date("2026-12-31"))),
        ),
        (
            "từ tháng 6 đến hết năm 2025",
            Some(Due::Years {
                from: 2025,
                to: 2025,
            }),
        ),
        (
            "từ tháng 6/2025 đến khi xong",
            Some(Due::From(date("2025-06-01"))),
        ),
        (
            "Trước 31/12/2025, các năm tiếp theo duy trì",
            Some(Due::From(date("2025-12-30"))),
        ),
        (
            "Hoàn thành trước 30/6/2025, những năm sau duy trì",
            Some(Due::From(date("2025-06-29"))),
        ),
        (
            "Hoàn thành trước ngày 30/9/2025 và tiếp tục duy trì",
            Some(Due::From(date("2025-09-29"))),
        ),
        (
            "Trong quý III/2025, định kỳ cập nhật",
            Some(Due::From(date("2025-07-01"))),
        ),
        (
            "Quý III, IV/2025, các năm tiếp theo",
            Some(Due::From(date("2025-07-01"))),
        ),
        (
            "Năm 2025 - 2026 và những năm tiếp theo",
            Some(Due::From(date("2025-01-01"))),
        ),
        (
            "Giai đoạn 1: trước 31/12/2025; giai đoạn 2: năm 2026",
            Some(Due::Loosely {
                from: 2025,
                to: 2026,
            }),
        ),
        (
            "Trước năm học mới 2025 - 2026",
            Some(Due::Loosely {
                from: 2025,
                to: 2026,
            }),
        ),
        // What goes on up to a time, or for years that are named, ends.
        (
            "Tiếp tục duy trì đến 31/12/2025",
            Some(Due::Day(date("2025-12-31"))),
        ),
        (
            "Thường xuyên trong năm 2025",
            Some(Due::Years {
                from: 2025,
                to: 2025,
            }),
        ),
        (
            "Năm 2025 - 2026, thường xuyên",
            Some(Due::Years {
                from: 2025,
                to: 2026,
            }),
        ),
        // Documents and meetings.
        (
            "Theo hướng dẫn tại Công văn 1234/BKHCN-CĐS ngày 05/5/2026",
            None,
        ),
        (
            "Theo Công văn 1234/BKHCN-CĐS của Bộ Khoa học và Công nghệ ngày 05/5/2026",
            None,
        ),
        ("Thực hiện theo Quyết định 12/QĐ-UBND ngày 13/5/2026", None),
        ("Quyết định 12/QĐ-UBND ngày 13 tháng 5 năm 2026", None),
        ("Ngay sau Hội nghị triển khai ngày 17/5/2026", None),
        ("Ngay sau Hội nghị triển khai (ngày 17/5/2026)", None),
        (
            "Theo Kế hoạch số 12/KH-BCĐ, trước ngày 15/12/2026",
            Some(Due::Day(date("2026-12-14"))),
        ),
        (
            "Sau hội nghị, trước ngày 15/12/2026",
            Some(Due::Day(date("2026-12-14"))),
        ),
    ] {
        assert_eq!(Due::parse(printed), due, "{printed}");
    }
}
