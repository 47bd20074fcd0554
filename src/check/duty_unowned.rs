//! A duty of which nobody is known to have it: it would stand on no body's page and in no table.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "duty-unowned", Warning,
    "{clause} nằm ở phần giao việc nhưng chưa đọc ra cơ quan nào phải làm" => "{clause} stands among the duties, but no body could be read that has to do it",
    help "đặt dưới tên cơ quan, hoặc mở đầu bằng tên có trong data/agencies; nếu bản in không giao cho ai, ghi vào acknowledge: code: duty-unowned, at: {clause}" => "put it under the name of a body, or begin it with a name of data/agencies; if the document gives it to nobody, acknowledge it: code: duty-unowned, at: {clause}",
    what "Một điểm ở phần giao việc không rõ là của cơ quan nào." => "A clause of the duties part names nobody who has to do it.",
    why "Việc ấy không hiện trên trang của cơ quan nào và không có trong bảng." => "It would stand on no body's page and in no table.",
    wrong [
        "-- content/data/agencies.yaml --",
        "- {id: so-a, name: Sở A, kind: body}",
        "-- content/ke-hoach/ke-hoach.md --",
        "---",
        "parts: {duties: i}",
        "---",
        "## I. Tổ chức thực hiện",
        "",
        "1. Kiểm tra việc mở lớp.",
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
        "1. Sở A kiểm tra việc mở lớp.",
    ],
    at "địa chỉ của điểm, khoản" => "the address of the clause",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let nobody = site.duties.iter().filter(|duty| duty.actors.is_empty());
    for duty in nobody {
        let clause = site.clause(duty.plan, duty.clause);
        faults.push(
            Diagnostic::new(&RULE, clause.span)
                .with("clause", clause.address.clone())
                .about(clause.address.clone()),
        );
    }
}
