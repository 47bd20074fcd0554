//! An event or a session of which only the end is told: without a beginning it stands in no list and no calendar.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "end-without-start", Error,
    "có kết thúc ({end}) mà không có bắt đầu" => "there is an end ({end}) and no start",
    help "thêm start: ngày, hoặc ngày và giờ bắt đầu" => "add start: the day, or the day and the hour",
    what "Sự kiện hoặc phiên chỉ ghi lúc kết thúc." => "Only the end of an event or a session is given.",
    why "Không có lúc bắt đầu thì sự kiện không nằm trong danh sách và lịch nào." => "Without a start it stands in no list and no calendar.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "end: 2026-12-10T11:00",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10T08:00",
        "end: 2026-12-10T11:00",
        "---",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let sessions = event.sessions.iter();
        let spans = sessions.map(|session| (&session.start, &session.end));
        let ends = spans.chain([(&event.start, &event.end)]);
        let ends = ends.filter(|(start, _)| start.is_none());
        faults.extend(ends.filter_map(|(_, end)| end.as_ref()).map(|end| {
            Diagnostic::new(&RULE, end.span)
                .with("end", end.short())
                .about("end")
        }));
    }
}
