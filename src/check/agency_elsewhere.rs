//! A deadline of one place owed by, or told to, a body of another. Four plans have a Sở Khoa học và Công nghệ.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "agency-elsewhere", Warning,
    "“{agency}” là cơ quan của {there}, không phải của nơi có kế hoạch này" => "“{agency}” is a body of {there}, not of the place of this plan",
    help "chọn cơ quan của đúng địa phương; nếu bản in ghi vậy thật, ghi vào acknowledge: code: agency-elsewhere, at: {agency}" => "choose the body of the right place; if the document really says so, acknowledge it: code: agency-elsewhere, at: {agency}",
    what "Hạn báo cáo của một nơi lại giao cho, hoặc gửi tới, cơ quan của nơi khác." => "A deadline of one place is owed by, or told to, a body of another.",
    why "Nhiều nơi có sở cùng tên; việc sẽ hiện trên trang của sở khác." => "Several places have a body of that name; the duty would stand on the wrong page.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body, place: vinh-long}",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body, place: vinh-long}",
        "- {id: so-noi-vu-can-tho, name: Sở Nội vụ, kind: body, place: can-tho}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "places: [vinh-long]",
        "parts: {duties: i}",
        "deadlines:",
        "  - {clause: i.1-1, printed: hằng quý, kind: report, to: [so-noi-vu-can-tho]}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Tài chính",
        "",
        "- Báo cáo hằng quý.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-tai-chinh, name: Sở Tài chính, kind: body, place: vinh-long}",
        "- {id: so-noi-vu, name: Sở Nội vụ, kind: body, place: vinh-long}",
        "- {id: so-noi-vu-can-tho, name: Sở Nội vụ, kind: body, place: can-tho}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "places: [vinh-long]",
        "parts: {duties: i}",
        "deadlines:",
        "  - {clause: i.1-1, printed: hằng quý, kind: report, to: [so-noi-vu]}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "### 1. Sở Tài chính",
        "",
        "- Báo cáo hằng quý.",
    ],
    at "mã cơ quan" => "the id of the body",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Plan(plan) = &document.kind else {
            continue;
        };
        let here = |place: &str| {
            document
                .meta
                .places
                .iter()
                .any(|known| known.as_str() == place)
        };
        let named = plan
            .deadlines
            .iter()
            .flat_map(|deadline| deadline.by.iter().chain(&deadline.to));
        for id in named {
            // A name that is not in the table is told by `unknown-name`.
            let agency = site
                .data
                .agencies
                .iter()
                .find(|agency| agency.id.value == id.value);
            let place = agency.and_then(|agency| agency.place.as_ref());
            if let Some(place) = place.filter(|place| !here(place)) {
                faults.push(
                    Diagnostic::new(&RULE, id.span)
                        .with("agency", id.value.clone())
                        .with("there", place.value.clone())
                        .about(id.value.clone()),
                );
            }
        }
    }
}
