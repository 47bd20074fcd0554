//! A document cited by number that the table of documents does not tell apart: it has no such number, none of that date, or several.

use crate::diag::Diagnostic;
use crate::document::CitationFact;
use crate::parse::citation::plain_number;
use crate::rules::rule;
use crate::site::Site;
use crate::text::nearest::nearest;

rule!(
    "unknown-document", Warning,
    "bảng documents không cho biết “{number}” là văn bản nào" => "the table of documents does not tell which document “{number}” is",
    help "bảng có {same}: sửa ngày hoặc nơi ban hành cho đúng bản in, hoặc thêm một dòng nếu là văn bản khác; nếu bản in không nêu ngày, ghi vào acknowledge: code: unknown-document, at: {at}" => "it has {same}: correct the date or the issuer as printed, or add a row if it is another document; if no date is printed, acknowledge it: code: unknown-document, at: {at}",
    help "có phải là “{nearest}”? Nếu là văn bản khác, thêm một dòng vào content/data/documents.yaml: id, number, issuer, date, title" => "is it “{nearest}”? If it is another document, add a row to content/data/documents.yaml: id, number, issuer, date, title",
    help "thêm một dòng vào content/data/documents.yaml: id, number, issuer, date, title" => "add a row to content/data/documents.yaml: id, number, issuer, date, title",
    what "Văn bản được dẫn bằng số, ký hiệu không có trong bảng documents." => "A document cited by its number is not in the table of documents.",
    why "Người đọc không mở được văn bản, và có thể số, ngày bị chép sai." => "Readers cannot open it, and the number or date may be a slip.",
    wrong [
        "-- content/data/documents.yaml --",
        "- {id: kh-tw, number: 01-KH/BCĐTW, date: 2025-03-21, title: Kế hoạch trung ương}",
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Theo Kế hoạch số 01-KH/BCĐTV ngày 21/3/2025",
    ],
    right [
        "-- content/data/documents.yaml --",
        "- {id: kh-tw, number: 01-KH/BCĐTW, date: 2025-03-21, title: Kế hoạch trung ương}",
        "-- content/ke-hoach/ke-hoach.md --",
        "## I. Nhiệm vụ",
        "",
        "a) Theo Kế hoạch số 01-KH/BCĐTW ngày 21/3/2025",
    ],
    at "địa chỉ của điểm, khoản; ngoài kế hoạch là số, ký hiệu" => "the address of the clause, or the number of the document",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    // A site without the table does not use it.
    if site.data.documents.is_empty() {
        return;
    }
    for document in &site.documents {
        for citation in &document.facts.citations {
            if site.cited_by(citation).is_none() {
                faults.push(unknown(site, citation));
            }
        }
    }
}

fn unknown(site: &Site, citation: &CitationFact) -> Diagnostic {
    let number = plain_number(&citation.number);
    let same = site.cited_numbers.get(&number).map(|rows| {
        let dates = rows.iter().map(|&row| {
            let row = &site.data.documents[row];
            let date = row
                .date
                .map_or_else(String::new, |date| format!(" ngày {}", date.short()));
            let of_place = citation.with.owner.as_ref().and(row.issuer.as_ref());
            let issuer = of_place.map_or_else(String::new, |issuer| format!(" ({issuer})"));
            format!("{}{date}{issuer}", citation.number)
        });
        dates.collect::<Vec<_>>().join("; ")
    });
    let rows = site.data.documents.iter();
    let known = rows.flat_map(|row| row.number.iter().chain(&row.other_numbers));
    let known = known.map(String::as_str);
    let at = citation.clause.as_ref().unwrap_or(&citation.number);
    Diagnostic::new(&RULE, citation.span)
        .with("number", citation.number.clone())
        .with_some(
            "nearest",
            nearest(&citation.number, known).filter(|_| same.is_none()),
        )
        .with_some("same", same)
        .with("at", at.clone())
        .about(at.clone())
}
