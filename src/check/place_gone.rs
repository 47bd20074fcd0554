//! An event told for a place that no longer exists on its day.

use crate::diag::Diagnostic;
use crate::kind::Kind;
use crate::record::Spanned;
use crate::rules::rule;
use crate::site::Site;

rule!(
    "place-gone", Warning,
    "{place} không còn là đơn vị hành chính từ sau {end}" => "{place} is no unit any more after {end}",
    help "ghi địa phương kế tục: {successor}" => "name the place that took over: {successor}",
    help "ghi địa phương nơi sự kiện diễn ra" => "name the place where the event is held",
    what "Sự kiện ghi một địa phương không còn là đơn vị hành chính vào ngày đó." => "An event is told for a place that is no unit any more on its day.",
    why "Người dân tìm theo tên mới sẽ không thấy sự kiện." => "Whoever looks for the new name does not find it.",
    wrong [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "places: [tra-vinh]",
        "start: 2026-12-10",
        "---",
    ],
    right [
        "-- content/su-kien/ngay-hoi.md --",
        "---",
        "places: [vinh-long]",
        "start: 2026-12-10",
        "---",
    ],
    at "mã địa phương" => "the id of the place",
);

pub(super) fn check(site: &Site, faults: &mut Vec<Diagnostic>) {
    for document in &site.documents {
        let Kind::Event(event) = &document.kind else {
            continue;
        };
        let Some(start) = &event.start else { continue };
        for id in &document.meta.places {
            faults.extend(gone(site, id, start.date));
        }
    }
}

fn gone(site: &Site, id: &Spanned<String>, day: crate::text::dates::Date) -> Option<Diagnostic> {
    let doc = site.named("place", id)?;
    let Kind::Place(place) = &site.documents[doc].kind else {
        return None;
    };
    let end = place.valid_to.filter(|end| *end < day)?;
    let successor = place.successor.as_ref();
    Some(
        Diagnostic::new(&RULE, id.span)
            .with("place", place.full_name.clone())
            .with("end", end.short())
            .with_some("successor", successor.map(|next| next.place.value.clone()))
            .about(id.value.clone()),
    )
}
