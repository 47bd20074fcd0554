//! A confirmed event that does not say when, where, or whom to ask.

use crate::diag::{Diagnostic, Words};
use crate::kind::Kind;
use crate::kind::event::{Event, EventStatus, Format};
use crate::rules::rule;
use crate::site::Site;

rule!(
    "confirmed-incomplete", Warning,
    "sự kiện đã xác nhận nhưng chưa có {what}" => "the event is confirmed but has no {what}",
    help "bổ sung, hoặc để tình trạng là planned" => "add it, or set the status to planned",
    what "Sự kiện ghi là đã xác nhận nhưng thiếu ngày, địa điểm hoặc đầu mối liên hệ." => "A confirmed event lacks its day, its venue or its contact.",
    why "Người muốn tới không biết tới đâu, lúc nào, hỏi ai." => "Whoever wants to come does not know where, when, or whom to ask.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "status: confirmed",
        "venues: [{name: Nhà văn hóa ấp 1}]",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "start: 2026-12-10",
        "status: confirmed",
        "venues: [{name: Nhà văn hóa ấp 1}]",
        "contact: {name: Phòng Văn hóa - Xã hội}",
        "---",
    ],
    at "chữ “status”" => "the word “status”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        if event.status == Some(EventStatus::Confirmed) {
            let missing = missing(event).into_iter().flatten();
            faults.extend(missing.map(|what| {
                Diagnostic::new(&RULE, document.meta.title.span)
                    .with_words("what", what)
                    .about("status")
            }));
        }
    }
}

fn missing(event: &Event) -> [Option<Words>; 3] {
    let when = Words {
        vi: "ngày",
        en: "date",
    };
    let place = Words {
        vi: "địa điểm",
        en: "venue",
    };
    let contact = Words {
        vi: "đầu mối liên hệ",
        en: "contact",
    };
    let nowhere = event.venues.is_empty() && event.format != Some(Format::Online);
    [
        event.start.is_none().then_some(when),
        nowhere.then_some(place),
        event.contact.is_none().then_some(contact),
    ]
}
