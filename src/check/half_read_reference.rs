//! A reference of which only a part could be read. What was read is linked; the rest waits for an editor.

use crate::diag::Diagnostic;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "half-read-reference", Warning,
    "chỉ đọc được một phần lời dẫn “{printed}”: cạnh đó còn số chưa hiểu" => "only a part of the reference “{printed}” could be read: numbers stand beside it",
    help "nếu bản in cho phép, viết đủ từng điểm, khoản; nếu không, ghi vào acknowledge: code: half-read-reference, at: {clause}" => "name every point and clause if the document does; else acknowledge it: code: half-read-reference, at: {clause}",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        for reference in document
            .facts
            .references
            .iter()
            .filter(|reference| reference.half)
        {
            faults.push(
                Diagnostic::new(&RULE, reference.span)
                    .with("printed", reference.words())
                    .with("clause", reference.subject())
                    .about(reference.subject()),
            );
        }
    }
}
