//! Words in brackets of a sample that nobody has filled in: they must not reach readers as if they were a programme.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "placeholder-left", Warning,
    "“{text}” còn là chữ mẫu trong ngoặc vuông, chưa được điền" => "“{text}” is still a placeholder in brackets",
    help "điền chữ thật, hoặc xóa ô đó; chưa có thông tin thì để trống" => "fill it in or take it out; leave empty what is not known",
    what "Còn chữ mẫu trong ngoặc vuông chưa được điền." => "Words of a sample in brackets are not filled in.",
    why "Người dân sẽ đọc “[tên xã]” như một thông báo thật." => "People would read “[tên xã]” as a true announcement.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,date",
        "ngay-hoi,Ngày hội ở [tên xã],Một ngày học,10/12/2026",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,date",
        "ngay-hoi,Ngày hội ở xã Thanh Thủy,Một ngày học,10/12/2026",
    ],
    at "chữ “title”" => "the word “title”",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let meta = &document.meta;
        let texts = [meta.title.as_str(), meta.description.as_str()];
        let left = texts.into_iter().chain(said(event)).find_map(placeholder);
        if let Some(text) = left {
            let fault = Diagnostic::new(&RULE, meta.title.span);
            faults.push(fault.with("text", text).about("title"));
        }
    }
}

/// The texts of a sample that are filled in for each place.
fn said(event: &Event) -> impl Iterator<Item = &str> {
    let sessions = event.sessions.iter().map(|session| session.title.as_str());
    let venues = event.venues.iter().map(|venue| venue.name.as_str());
    let contact = event.contact.iter();
    let contact = contact.flat_map(|contact| {
        let phone = contact.phone.as_ref().map(|phone| phone.as_str());
        [contact.name.as_deref(), phone]
    });
    sessions.chain(venues).chain(contact.flatten())
}

/// The first words in brackets.
fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('[')?;
    let end = start + text[start..].find(']')?;
    Some(&text[start..=end])
}
