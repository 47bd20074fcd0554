//! `doubts`: what may have been misread, in the words of plans, in their targets, legal bases and signatures, and in the documents they
//! cite.

use super::{Definition, Key, clause_link, page_link, plans, text};
use crate::document::Document;
use crate::kind::plan::Plan;
use crate::route::Route;
use crate::site::{DocId, Site};

pub(super) static TABLE: Definition = Definition {
    name: "doubts",
    title: "Những chỗ chưa chắc",
    columns: &[
        text("plan", "Mã kế hoạch; trống khi nói về một văn bản được dẫn"),
        text(
            "clause",
            "Địa chỉ của điểm, khoản; trống khi ở ngoài các điểm, khoản",
        ),
        text("text", "Chữ chưa chắc"),
        text("note", "Vì sao"),
        text("link", "Địa chỉ trang"),
        text(
            "of",
            "words: lời; target: chỉ tiêu; basis: căn cứ; signature: chữ ký; document: văn bản được dẫn",
        ),
        text("id", "Mã"),
    ],
    key: Key::Made(&["plan", "clause", "of", "text"]),
    refers: &[],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (doc, document, plan) in plans(site) {
        of_clauses(site, doc, document, plan, &mut rows);
        outside_clauses(site, doc, document, plan, &mut rows);
    }
    let base_url = site.config.base_url();
    for document in &site.data.documents {
        if let Some(doubt) = &document.doubt {
            let name = document.number.as_ref().unwrap_or(&document.title);
            let link = format!(
                "{}#{}",
                Route::documents().under(&base_url),
                document.id.value
            );
            rows.push(row(["", "", name, doubt, &link, "document"]));
        }
    }
    rows
}

fn of_clauses(
    site: &Site,
    doc: DocId,
    document: &Document,
    plan: &Plan,
    rows: &mut Vec<Vec<String>>,
) {
    for doubt in &plan.doubts {
        let note = doubt.note.as_deref().unwrap_or("");
        let link = clause_link(site, doc, &doubt.clause);
        rows.push(row([
            document.id(),
            &doubt.clause,
            &doubt.text,
            note,
            &link,
            "words",
        ]));
    }
    for target in &plan.targets {
        if let Some(doubt) = &target.doubt {
            let link = clause_link(site, doc, &target.clause);
            rows.push(row([
                document.id(),
                &target.clause,
                &target.value,
                doubt,
                &link,
                "target",
            ]));
        }
    }
}

fn outside_clauses(
    site: &Site,
    doc: DocId,
    document: &Document,
    plan: &Plan,
    rows: &mut Vec<Vec<String>>,
) {
    let link = page_link(site, doc);
    for cited in &plan.legal_basis {
        if let Some(doubt) = &cited.doubt {
            let name = cited.number.as_ref().or(cited.title.as_ref());
            let name = name.map_or("", String::as_str);
            rows.push(row([document.id(), "", name, doubt, &link, "basis"]));
        }
    }
    if let Some(signature) = &plan.signature
        && let Some(doubt) = &signature.doubt
    {
        let name = signature.name.as_deref().unwrap_or("");
        rows.push(row([document.id(), "", name, doubt, &link, "signature"]));
    }
}

fn row(cells: [&str; 6]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}
