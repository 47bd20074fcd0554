//! Words that close a plan on the line right below its last duty: Markdown reads them as the end of that duty.

use crate::diag::Diagnostic;
use crate::parse::clause::{closes_plan, ends_plan};
use crate::rules::rule;
use crate::site::Site;

rule!(
    "closing-joined", Warning,
    "lời kết “{start}…” dính vào {clause}, là việc ngay trên nó" => "the closing words “{start}…” are joined to {clause}, the duty right above",
    help "để một dòng trống trước lời kết" => "leave an empty line before the closing words",
    what "Lời kết của kế hoạch nằm ngay dưới việc cuối cùng, không có dòng trống ở giữa." => "The closing words of a plan stand right below its last duty, without an empty line between them.",
    why "Lời kết nói với mọi nơi, nhưng hiện thành việc của một nơi." => "They are said to all, and would show as the duty of one body.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Báo cáo kết quả.",
        "Đề nghị các cơ quan phối hợp.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Báo cáo kết quả.",
        "",
        "Đề nghị các cơ quan phối hợp.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

/// How many words are shown.
const SHOWN: usize = 4;

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for duty in &site.duties {
        let clause = site.clause(duty.plan, duty.clause);
        let is_closing = |line: &&str| closes_plan(line) && !ends_plan(line);
        let Some(closing) = clause.text.lines().skip(1).find(is_closing) else {
            continue;
        };
        let words: Vec<&str> = closing.split_whitespace().take(SHOWN).collect();
        let places = &site.documents[duty.plan].facts.closings;
        let place = places.iter().find(|(at, _)| *at == duty.clause);
        let span = place.map_or(clause.span, |(_, span)| *span);
        faults.push(
            Diagnostic::new(&RULE, span)
                .with("start", words.join(" "))
                .with("clause", clause.address.clone())
                .about(clause.address.clone()),
        );
    }
}
