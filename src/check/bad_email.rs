//! A mail address that is none. It becomes a link, and a question mark or a comma in it could add receivers and words to the mail.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "bad-email", Error,
    "“{text}” không phải là một địa chỉ thư điện tử" => "“{text}” is not a mail address",
    help "chỉ ghi một địa chỉ, như ten@tinh.gov.vn" => "write one address, such as name@province.gov.vn",
    what "Một địa chỉ thư không phải là địa chỉ thư." => "A mail address is none.",
    why "Người dân bấm vào thì không gửi được; dấu hỏi hay dấu phẩy trong đó còn thêm được người nhận khác." => "Nobody could write there, and a question mark or a comma in it could add other receivers.",
    wrong [
        "-- content/data/events.csv --",
        "event,title,description,contact,email",
        "lop,Lớp,Lớp học,Chị Lan,lan@xa.vn?bcc=a@b.vn",
    ],
    right [
        "-- content/data/events.csv --",
        "event,title,description,contact,email",
        "lop,Lớp,Lớp học,Chị Lan,lan@xa.vn",
    ],
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    let events = site
        .documents
        .iter()
        .filter_map(|document| match &document.kind {
            Kind::Event(event) => event.contact.as_ref()?.email.as_ref(),
            _ => None,
        });
    let owner = site.config.owner.as_ref();
    let owner = owner.and_then(|owner| owner.email.as_ref());
    let wrong = events.chain(owner).filter(|email| !is_address(email));
    faults.extend(wrong.map(|email: &Spanned<String>| {
        Diagnostic::new(&RULE, email.span)
            .with("text", email.value.clone())
            .about("email")
    }));
}

/// A part of RFC 5321, section 4.1.2, that every link can hold as it is.
fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let of_name = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    let of_host = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let labels: Vec<&str> = host.split('.').collect();
    !name.is_empty()
        && name.chars().all(of_name)
        && labels.len() > 1
        && labels
            .iter()
            .all(|label| !label.is_empty() && label.chars().all(of_host))
}
