//! An event that is over and of which nothing is told. It depends on the clock, so it is a note and never refuses a build.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::EventStatus;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "past-without-outcome", Note,
    "sự kiện đã qua ({end}) mà chưa ghi kết quả" => "the event is over ({end}) and has no outcome",
    help "thêm outcome: text, evidence" => "add outcome: text, evidence",
    what "Sự kiện đã qua mà chưa ghi kết quả." => "An event is over and nothing is told of it.",
    why "Người dân không biết việc đã làm ra sao. Đây chỉ là lưu ý, vì nó tùy thuộc hôm nay là ngày nào." => "People do not learn what came of it. Only a note, because it depends on the day.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-10-10",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-10-10",
        "outcome: {text: 120 người tới học}",
        "---",
    ],
    at "chữ “outcome”" => "the word “outcome”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        // What is put off has not been held either.
        let off = event.status_of(None).is_some_and(EventStatus::is_off);
        let held = !off && event.outcome.is_none();
        if let Some(end) = event.end.as_ref().or(event.start.as_ref())
            && held
            && end.date < site.view.now
        {
            faults.push(
                Diagnostic::new(&RULE, end.span)
                    .with("end", end.date.short())
                    .about("outcome"),
            );
        }
    }
}
