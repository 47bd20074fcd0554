//! A change that is said to have been announced on a day that has not come yet. It depends on the clock, so it is a note.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "changed-ahead", Note,
    "thay đổi ghi là đã báo ngày {date}, là ngày chưa tới" => "the change is said to have been announced on {date}, which has not come yet",
    help "ghi ngày đã báo; kiểm tra lại năm" => "write the day on which it was announced; look at the year again",
    what "Một thay đổi được ghi là đã báo vào một ngày chưa tới." => "A change is said to have been announced on a day that has not come yet.",
    why "Lịch trên điện thoại coi bản này là mới nhất tới ngày đó, nên thay đổi sau có thể không ai thấy." => "Calendars take this copy for the newest until that day, so that nobody may see a later change.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date,status,changed_at,changed",
        "hoi,Ngày hội,Một ngày học,10/10/2099,moved,01/10/2099,đổi giờ",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date,status,changed_at,changed",
        "hoi,Ngày hội,Một ngày học,10/10/2099,moved,01/10/2025,đổi giờ",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let ahead = event
            .changes
            .iter()
            .filter(|change| change.at.date > site.view.now);
        faults.extend(ahead.map(|change| {
            Diagnostic::new(&RULE, change.at.span)
                .with("date", change.at.date.short())
                .about("changed_at")
        }));
    }
}
