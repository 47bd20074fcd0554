//! A reference of the duties part to a task, of which the words do not say who does what. The task stands on nobody's page.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "reference-without-role", Warning,
    "{clause} dẫn tới “{printed}” nhưng chưa đọc ra ai làm gì ở đó" => "{clause} refers to “{printed}” but does not say who does what there",
    help "viết động từ trước lời dẫn và đặt dưới tên cơ quan: “Chủ trì thực hiện {printed}”; nếu bản in không giao việc, ghi vào acknowledge: code: reference-without-role, at: {clause}" => "put a verb before it, under the name of the body: “Chủ trì thực hiện {printed}”; if the document assigns nothing, acknowledge it: code: reference-without-role, at: {clause}",
    what "Phần giao việc dẫn tới một nhiệm vụ mà không rõ ai làm gì ở đó." => "The duties of a plan point at a task without saying who does what.",
    why "Nhiệm vụ ấy không hiện trên trang của cơ quan nào." => "The task stands on nobody's page.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
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
        "- Việc mở lớp xem khoản 1, phần I.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
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
        "- Chủ trì thực hiện khoản 1, phần I.",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for unsaid in site.unsaid.iter().filter(|unsaid| !unsaid.is_no_task) {
        let reference = &site.documents[unsaid.plan].facts.references[unsaid.reference];
        let clause = reference.subject();
        faults.push(
            Diagnostic::new(&RULE, reference.span)
                .with("clause", clause.clone())
                .with("printed", reference.words())
                .about(clause),
        );
    }
}
