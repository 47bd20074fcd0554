//! A reference of the duties part that gives somebody what is no task: it would stand on nobody's page.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "reference-to-no-task", Warning,
    "{clause} giao “{printed}”, nhưng chỗ ấy không nằm trong phần nhiệm vụ" => "{clause} assigns “{printed}”, which is no task",
    help "sửa parts.tasks cho đúng phần ghi nhiệm vụ; nếu bản in giao việc ở chỗ khác thật, ghi vào acknowledge: code: reference-to-no-task, at: {clause}" => "correct parts.tasks if tasks stand there; if the document really assigns something else, acknowledge it: code: reference-to-no-task, at: {clause}",
    what "Phần giao việc giao một điểm, khoản không phải là nhiệm vụ." => "The duties of a plan assign a clause that is no task.",
    why "Việc ấy không hiện trên trang của cơ quan nào." => "It stands on nobody's page.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: ii, duties: iii}",
        "---",
        "## I. Mục tiêu",
        "",
        "1. Mọi người biết dùng dịch vụ công",
        "",
        "## II. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## III. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Chủ trì thực hiện khoản 1, phần I.",
    ],
    right [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {tasks: ii, duties: iii}",
        "---",
        "## I. Mục tiêu",
        "",
        "1. Mọi người biết dùng dịch vụ công",
        "",
        "## II. Nhiệm vụ",
        "",
        "1. Mở lớp",
        "",
        "## III. Tổ chức thực hiện",
        "",
        "### 1. Sở A",
        "",
        "- Chủ trì thực hiện khoản 1, phần II.",
    ],
    at "địa chỉ của điểm, khoản có lời dẫn" => "the address of the clause that holds the reference",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for unsaid in site.unsaid.iter().filter(|unsaid| unsaid.is_no_task) {
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
