//! A telephone number that nobody can dial: a spreadsheet took its first nought for nothing, or wrote it as a power of ten.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::kind::event::Event;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;
use crate::text::phone;

rule!(
    "bad-phone", Warning,
    "“{text}” không phải là một số điện thoại gọi được" => "“{text}” is no telephone number that can be dialled",
    help "bảng tính đã bỏ số 0 ở đầu: viết {whole}, và đặt kiểu của cột là chữ" => "the spreadsheet has left out the first nought: write {whole}, and make it a column of text",
    help "ghi đủ số với mã vùng, như 0270 382 3456 hoặc 0912 345 678; chưa có thì để trống" => "write the whole number with its code, such as 0270 382 3456; leave it empty when there is none",
    what "Ô điện thoại không có số nào gọi được." => "A telephone cell holds no number that can be dialled.",
    why "Bà con gọi sẽ không được, hoặc gặp người khác. Bảng tính hay bỏ số 0 ở đầu." => "Whoever calls reaches nobody, or somebody else. Spreadsheets leave out the first nought.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,contact,phone",
        "lop,Lớp,Lớp học,Chị Lan,912345678",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,contact,phone",
        "lop,Lớp,Lớp học,Chị Lan,0912345678",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let of_documents = site
        .documents
        .iter()
        .flat_map(|document| match &document.kind {
            Kind::Event(event) => of_event(event),
            Kind::Place(place) => place
                .help
                .iter()
                .filter_map(|point| point.phone.as_ref())
                .collect(),
            _ => Vec::new(),
        });
    let of_rows = site
        .data
        .points
        .iter()
        .filter_map(|point| point.phone.as_ref());
    // What a sample leaves to be filled in is told as such.
    let wrong = of_documents
        .chain(of_rows)
        .filter(|phone| !phone::can_be_dialled(phone) && !phone.contains('['));
    faults.extend(wrong.map(|number: &Spanned<String>| {
        Diagnostic::new(&RULE, number.span)
            .with("text", number.value.clone())
            .with_some("whole", phone::with_its_nought(number))
            .about("phone")
    }));
}

fn of_event(event: &Event) -> Vec<&Spanned<String>> {
    let contact = event
        .contact
        .as_ref()
        .and_then(|contact| contact.phone.as_ref());
    let registration = event.registration.as_ref();
    let registration = registration.and_then(|registration| registration.phone.as_ref());
    contact.into_iter().chain(registration).collect()
}
