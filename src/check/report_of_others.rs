//! A report by the words of a clause of others, whom the body of its heading only guides, urges or watches. It would be taken for that body's.

use super::report_unowed::written;
use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::plan::DeadlineKind;
use crate::rules::rule;
use crate::site::{Deadline, Site};
use crate::text::fold::{after_word, lower};

rule!(
    "report-of-others", Warning,
    "báo cáo ở {clause} có vẻ là của nơi khác (“{words}”) nhưng đang tính là của “{name}”" => "the report in {clause} seems to be that of others (“{words}”), but it is taken for that of “{name}”",
    help "ghi by: [mã của những nơi phải báo cáo] vào dòng này của deadlines; nếu đúng là của “{name}”, ghi by: [{id}]" => "write by: [ids of those who owe the report] into this row of deadlines; if “{name}” does owe it, write by: [{id}]",
    what "Điểm, khoản giao việc hướng dẫn, đôn đốc, theo dõi báo cáo của nơi khác, và deadlines không ghi by." => "A clause asks a body to guide, urge or watch the reports of others, and deadlines has no by.",
    why "Báo cáo sẽ hiện ở trang và lịch của nơi đôn đốc, còn nơi phải gửi thì không thấy." => "It would stand on the page and in the calendar of those who urge, and those who owe it would not see it.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: cac-xa, name: Các xã, kind: class}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Đôn đốc các xã gửi báo cáo trước ngày 15/12.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: cac-xa, name: Các xã, kind: class}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report, by: [cac-xa]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Đôn đốc các xã gửi báo cáo trước ngày 15/12.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let reports = site.deadlines.iter();
    for deadline in reports.filter(|deadline| deadline.kind == DeadlineKind::Report) {
        let clause = site.clause(deadline.plan, deadline.clause);
        let mut actors = deadline.actors.iter().filter_map(|actor| actor.agency);
        // A report to the body itself is told as such.
        let is_told = |agency: &usize| deadline.to.contains(agency) || names_by(site, deadline);
        let Some(agency) = actors.next().filter(|agency| !is_told(agency)) else {
            continue;
        };
        let small = lower(&clause.text);
        let Some(said) = watched(&small, &lower(&deadline.printed)) else {
            continue;
        };
        let start = said.as_ptr() as usize - small.as_ptr() as usize;
        // As printed, where no letter is longer than its small one.
        let words = clause.text.get(start..start + said.len()).unwrap_or(said);
        let words: Vec<&str> = words.split_whitespace().take(SHOWN).collect();
        let words = words.join(" ");
        let agency = &site.data.agencies[agency];
        faults.push(
            Diagnostic::new(&RULE, written(site, deadline))
                .with("clause", clause.address.clone())
                .with("words", words.trim_end_matches([',', '.', ';']))
                .with("name", agency.name.clone())
                .with("id", agency.id.value.clone())
                .about(clause.address.clone()),
        );
    }
}

/// How many words are shown.
const SHOWN: usize = 8;

/// Whether an editor has said who owes it.
fn names_by(site: &Site, deadline: &Deadline) -> bool {
    let clause = &site.clause(deadline.plan, deadline.clause).address;
    let Kind::Plan(plan) = &site.documents[deadline.plan].kind else {
        return false;
    };
    let mut rows = plan.deadlines.iter();
    rows.any(|row| *row.clause == *clause && *row.printed == deadline.printed && !row.by.is_empty())
}

/// What is done to the reports of others.
const WATCHING: [&str; 14] = [
    "hướng dẫn",
    "đôn đốc",
    "theo dõi",
    "giám sát",
    "kiểm tra",
    "tiếp nhận",
    "thu nhận",
    "nhận",
    "nhắc",
    "nhắc nhở",
    "chỉ đạo",
    "thẩm định",
    "trên cơ sở",
    "căn cứ",
];

/// Words behind which "báo cáo" is what the body itself does or makes.
const OWN: [&str; 9] = [
    "và", "để", "hợp", "mưu", "rồi", "dựng", "lập", "thảo", "hiện",
];

/// The words that make a report that of others, of a text in small letters, where that with the printed time is one.
fn watched<'t>(text: &'t str, printed: &str) -> Option<&'t str> {
    let time = text.find(printed)?;
    let start = text[..time].rfind([';', '\n']).map_or(0, |end| end + 1);
    let start = text[start..time]
        .rfind(". ")
        .map_or(start, |end| start + end + 2);
    let sentence = text[start..time + printed.len()].trim_start();
    let report = sentence.rfind("báo cáo")?;
    let before = sentence[..report].trim_end();
    // "Đôn đốc các xã gửi báo cáo".
    let before = before.strip_suffix("gửi").unwrap_or(before).trim_end();
    let last = before.rsplit(' ').next().unwrap_or("");
    let is_own = before.is_empty() || before.ends_with(',') || OWN.contains(&last);
    let watches = WATCHING
        .iter()
        .any(|verb| after_word(sentence, verb).is_some());
    (watches && !is_own).then_some(sentence)
}

#[cfg(test)]
mod tests {
    use super::watched;

    #[test]
    fn reports_of_others_are_told_from_own_ones() {
        for text in [
            "hướng dẫn các sở, ban, ngành, xã báo cáo định kỳ trước ngày 10/12",
            "đôn đốc các xã gửi báo cáo trước ngày 10/12.",
            "tiếp nhận báo cáo của các sở trước ngày 10/12.",
            "theo dõi việc báo cáo của các xã (trước ngày 10/12).",
            "trên cơ sở báo cáo của các sở (gửi trước ngày 10/12), tổng hợp, báo cáo tỉnh.",
        ] {
            assert!(watched(text, "trước ngày 10/12").is_some(), "{text}");
        }
        for text in [
            "báo cáo tỉnh trước ngày 10/12.",
            "theo dõi, đôn đốc, tổng hợp, báo cáo tỉnh trước ngày 10/12.",
            "theo dõi các xã; báo cáo tỉnh trước ngày 10/12.",
            "hướng dẫn các xã thực hiện và báo cáo tỉnh trước ngày 10/12.",
            "kiểm tra các xã, tổng hợp báo cáo tỉnh trước ngày 10/12.",
            "yêu cầu các sở báo cáo trước ngày 10/12.",
        ] {
            assert_eq!(watched(text, "trước ngày 10/12"), None, "{text}");
        }
    }
}
