//! A reference of the duties part to a task, of which the words do not say who does what. The task stands on nobody's page.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "reference-without-role", Warning,
    "{clause} dẫn tới “{printed}” nhưng chưa đọc ra ai làm gì ở đó" => "{clause} refers to “{printed}” but does not say who does what there",
    help "viết động từ trước lời dẫn và đặt dưới tên cơ quan: “Chủ trì thực hiện {printed}”; nếu bản in không giao việc, ghi vào acknowledge: code: reference-without-role, at: {clause}" => "put a verb before it, under the name of the body: “Chủ trì thực hiện {printed}”; if the document assigns nothing, acknowledge it: code: reference-without-role, at: {clause}",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for unsaid in &site.unsaid {
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
