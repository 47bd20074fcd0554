//! A report whose clause names who receives it, while its row in `deadlines` does not. Pages would say that the plan names nobody.

use super::report_unowed::written;
use crate::diag::Diagnostic;
use crate::kind::plan::DeadlineKind;
use crate::resolve::begins_like_body;
use crate::rules::rule;
use crate::site::{DocId, Site};
use crate::text::fold::{after_word, lower};

rule!(
    "report-receiver", Warning,
    "{clause} ghi nơi nhận báo cáo là “{name}” nhưng deadlines không có to" => "{clause} says that the report goes to “{name}”, but deadlines has no to",
    help "thêm to: [{id}] vào dòng này của deadlines; nếu báo cáo gửi nơi khác, ghi vào acknowledge: code: report-receiver, at: {clause}" => "add to: [{id}] to this row of deadlines; if the report goes elsewhere, acknowledge it: code: report-receiver, at: {clause}",
    help "thêm to: [mã của “{name}” trong data/agencies] vào dòng này của deadlines; nếu báo cáo gửi nơi khác, ghi vào acknowledge: code: report-receiver, at: {clause}" => "add to: [id of “{name}” in data/agencies] to this row of deadlines; if the report goes elsewhere, acknowledge it: code: report-receiver, at: {clause}",
    what "Điểm, khoản nêu nơi nhận báo cáo nhưng dòng trong deadlines bỏ trống to." => "A clause names who receives the report, and its row in deadlines leaves to empty.",
    why "Trang hạn và lịch sẽ nói kế hoạch không nêu nơi nhận." => "The page of what is due and the calendar would say that the plan names no receiver.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh, kind: body, aliases: [UBND tỉnh]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Báo cáo UBND tỉnh trước ngày 15/12.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body}",
        "- {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh, kind: body, aliases: [UBND tỉnh]}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "deadlines: [{clause: i.1-1, printed: trước ngày 15/12, kind: report, to: [ubnd-tinh]}]",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Nội vụ",
        "",
        "- Báo cáo UBND tỉnh trước ngày 15/12.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let reports = site.deadlines.iter();
    let reports = reports.filter(|deadline| deadline.kind == DeadlineKind::Report);
    for deadline in reports.filter(|deadline| deadline.to.is_empty()) {
        let clause = site.clause(deadline.plan, deadline.clause);
        let sentences = clause.text.split([';', '\n']);
        let sentences = sentences.flat_map(|line| line.split(". "));
        let mut own = sentences.filter(|sentence| sentence.contains(&deadline.printed));
        let named = own.find_map(|sentence| receiver(site, deadline.plan, sentence));
        let Some(receiver) = named else {
            continue;
        };
        faults.push(
            Diagnostic::new(&RULE, written(site, deadline))
                .with("clause", clause.address.clone())
                .with("name", receiver.printed)
                .with_some("id", receiver.id)
                .about(clause.address.clone()),
        );
    }
}

/// Who receives a report by the words of a sentence.
pub(super) struct Receiver {
    /// The name as printed.
    pub(super) printed: String,
    /// The body's, where the table has the name.
    pub(super) id: Option<String>,
}

/// Who is named behind the last "báo cáo" of a sentence behind which somebody is: directly, "báo cáo UBND tỉnh", or behind a word of sending,
/// "báo cáo kết quả về Sở A".
pub(super) fn receiver(site: &Site, plan: DocId, sentence: &str) -> Option<Receiver> {
    const SENDING: [&str; 6] = [" về ", " cho ", " gửi ", " lên ", " tới ", " gửi về "];
    let small = lower(sentence);
    if small.len() != sentence.len() {
        return None;
    }
    let reports = small.rmatch_indices("báo cáo");
    let reports = reports.map(|(at, word)| at + word.len());
    let mut starts = reports.flat_map(|from| {
        let behind = &small[from..];
        let end = behind.find([',', '(']).unwrap_or(behind.len());
        let sent = SENDING.iter().filter_map(move |word| {
            let at = behind[..end].find(word)?;
            Some(from + at + word.len())
        });
        [from + 1].into_iter().chain(sent)
    });
    starts.find_map(|start| named_at(site, plan, sentence.get(start..)?))
}

/// The body with whose name a text begins: one of the table, else words that begin as names of bodies do.
fn named_at(site: &Site, plan: DocId, text: &str) -> Option<Receiver> {
    let small = lower(text);
    let names = site.agencies_of(plan).flat_map(|agency| {
        let names = agency.aliases.iter().chain([&agency.name]);
        names.map(|name| (name, &agency.id.value))
    });
    let known = names.filter(|(name, _)| after_word(&small, &lower(name)).is_some());
    if let Some((name, id)) = known.max_by_key(|(name, _)| name.len()) {
        return Some(Receiver {
            printed: text.get(..name.len()).unwrap_or(name).to_owned(),
            id: Some(id.clone()),
        });
    }
    const ENDS: [&str; 8] = [
        " trước",
        " chậm",
        " định",
        " hằng",
        " hàng",
        " để",
        " theo",
        " trong",
    ];
    let begins = text.starts_with(char::is_uppercase) && begins_like_body(text);
    let ends = ENDS.iter().filter_map(|word| text.find(word));
    let end = ends.chain(text.find([',', '.', ';', '(', ')'])).min();
    begins.then(|| Receiver {
        printed: text[..end.unwrap_or(text.len())].trim().to_owned(),
        id: None,
    })
}
