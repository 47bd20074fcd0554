//! A duty under one body's heading whose words say that another body leads. The duty, and the tasks it points at, would stand on the wrong
//! page.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "other-body-leads", Warning,
    "{clause} nói “{name}” làm việc này nhưng không được tính là việc của nơi ấy" => "{clause} says that “{name}” does it but does not count as a duty of that body",
    help "đưa tên lên đầu câu (“**{name}** chủ trì …”) hoặc tách thành một gạch đầu dòng; nếu tính vậy là đúng, ghi vào acknowledge: code: other-body-leads, at: {clause}" => "put the name first (“**{name}** chủ trì …”) or make it a bullet of its own; if it is right so, acknowledge it: code: other-body-leads, at: {clause}",
    what "Việc viết dưới tên một cơ quan nhưng lời lại nói cơ quan khác chủ trì." => "A duty stands under one body's heading, but its words say that another leads.",
    why "Việc sẽ hiện trên trang của cơ quan không làm việc đó." => "The duty would stand on the page of a body that does not do it.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "- {id: so-b, name: Sở B, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Theo dõi chung; việc mở lớp thì Sở B chủ trì.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "- {id: so-b, name: Sở B, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: i, duties: ii}",
        "---",
        "## I. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## II. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Theo dõi chung.",
        "",
        "- Sở B chủ trì việc mở lớp.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for duty in &site.duties {
        let clause = site.clause(duty.plan, duty.clause);
        let mut told = Vec::new();
        for &leading in &duty.leading {
            let is_actor = duty
                .actors
                .iter()
                .any(|actor| actor.agency == Some(leading));
            if is_actor || told.contains(&leading) {
                continue;
            }
            told.push(leading);
            faults.push(
                Diagnostic::new(&RULE, clause.span)
                    .with("clause", clause.address.clone())
                    .with("name", site.data.agencies[leading].name.clone())
                    .about(clause.address.clone()),
            );
        }
    }
}
