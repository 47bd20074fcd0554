//! An abbreviation in what is read over the loudspeaker that nobody has said how to speak.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::rules::rule;
use crate::site::Site;
use crate::text::speech;

rule!(
    "unspoken-abbreviation", Warning,
    "lời đọc trên loa có chữ viết tắt “{word}” mà chưa biết đọc thế nào" => "the text for the loudspeaker has the abbreviation “{word}”, and nobody has said how to speak it",
    help "viết đủ chữ, hoặc thêm một dòng vào data/speech: written, spoken" => "write it in full, or add a row to data/speech: written, spoken",
    what "Lời đọc trên loa có chữ viết tắt chưa biết đọc thế nào." => "The text for the loudspeaker has an abbreviation that nobody has said how to speak.",
    why "Người đọc loa sẽ đọc từng chữ cái, người nghe không hiểu." => "It would be spelled out, and listeners would not understand.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "title: Lớp học ở TTVHTT",
        "description: Lớp học",
        "start: 2026-12-10",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "title: Lớp học ở Trung tâm Văn hóa",
        "description: Lớp học",
        "start: 2026-12-10",
        "---",
    ],
    at "chữ “title”" => "the word “title”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let words: Vec<(&str, &str)> = site.data.spoken_words().collect();
    for doc in site.of_kind("event").filter(|&doc| site.langs[doc] == "vi") {
        let document = &site.documents[doc];
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        if event.start.is_none() {
            continue;
        }
        let title = &document.meta.title;
        let texts = said(event).chain([title.as_str()]);
        let found: BTreeSet<&str> = texts
            .flat_map(|text| speech::unspoken(text, &words))
            .collect();
        for word in found {
            faults.push(
                Diagnostic::new(&RULE, title.span)
                    .with("word", word)
                    .about("title"),
            );
        }
    }
}

/// What is read aloud beside the title.
fn said(event: &Event) -> impl Iterator<Item = &str> {
    let change = event.changes.last();
    let change = change
        .into_iter()
        .flat_map(|change| [Some(&change.what), change.from.as_ref()]);
    let venues = event
        .venues
        .iter()
        .flat_map(|venue| [Some(&venue.name), venue.address.as_ref()]);
    let contact = event.contact.iter().map(|contact| contact.name.as_ref());
    let sessions = event.sessions.iter().filter(|session| {
        let status = event.status_of(Some(session));
        status.is_some_and(|status| status.is_change())
    });
    let sessions = sessions.map(|session| session.title.as_str());
    let own = [event.status_note.as_ref(), event.cost.as_ref()];
    let all = change.chain(venues).chain(contact).chain(own).flatten();
    all.chain(&event.organiser)
        .chain(&event.bring)
        .map(String::as_str)
        .chain(sessions)
}
