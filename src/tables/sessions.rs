//! `sessions`: what is held when and where; an event without sessions, but with a day, is one.

use super::{CellKind, Definition, Key, column, joined, page_link, text};
use crate::kind::event::{Event, Session, Venue};
use crate::kind::{Kind, session_id};
use crate::record::Spanned;
use crate::site::{DocId, Site};
use crate::text::dates::Moment;

pub(super) static TABLE: Definition = Definition {
    name: "sessions",
    title: "Phiên của sự kiện",
    columns: &[
        text("id", "Mã phiên: mã sự kiện, thêm # và mã riêng của phiên"),
        text("event", "Mã sự kiện"),
        text("title", "Tên phiên; không có tên riêng thì là tên sự kiện"),
        text("places", "Mã các địa phương"),
        text(
            "venue",
            "Tên địa điểm; nhiều nơi thì cách nhau bằng dấu chấm phẩy",
        ),
        text(
            "commune",
            "Mã xã, phường của địa điểm, theo thứ tự của cột venue",
        ),
        text("address", "Địa chỉ, theo thứ tự của cột venue"),
        text(
            "accessible",
            "Lối vào cho xe lăn: yes, no hoặc unknown, theo thứ tự của cột venue",
        ),
        text("start", "Bắt đầu: ngày, hoặc ngày và giờ (+07:00)"),
        text("end", "Kết thúc"),
        text("format", "onsite, online hoặc hybrid"),
        text("audience", "Mã các nhóm đối tượng"),
        column("seats", CellKind::Integer, "Số chỗ"),
        text(
            "status",
            "planned, confirmed, postponed, cancelled, moved hoặc online",
        ),
        text("before", "Giờ hoặc nơi trước khi đổi"),
        text("link", "Địa chỉ trang"),
    ],
    key: Key::Columns(&["id"]),
    refers: &[(&["event"], "events", &["id"])],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let events = site
        .of_kind("event")
        .filter_map(|doc| match &site.documents[doc].kind {
            Kind::Event(event) => Some((doc, &**event)),
            _ => None,
        });
    let rows = events.flat_map(|(doc, event)| {
        let title = &site.documents[doc].meta.title;
        let parts = session_id::parts(event, title).into_iter();
        let sessions = event.sessions.iter().map(Some).zip(parts);
        let whole =
            (event.sessions.is_empty() && event.start.is_some()).then(|| (None, String::new()));
        sessions
            .chain(whole)
            .map(|(session, part)| row(site, doc, event, session, &part))
            .collect::<Vec<_>>()
    });
    rows.collect()
}

fn row(
    site: &Site,
    doc: DocId,
    event: &Event,
    session: Option<&Session>,
    part: &str,
) -> Vec<String> {
    let meta = &site.documents[doc].meta;
    let id = site.routes[doc].as_str().trim_matches('/');
    let places = site.places_of(doc, event, session);
    let venues: Vec<&Venue> = match session {
        Some(session) => event.venue_of(session).into_iter().collect(),
        None => event.venues.iter().collect(),
    };
    let (start, end) = match session {
        Some(session) => (&session.start, &session.end),
        None => (&event.start, &event.end),
    };
    let own = session.map_or(&[][..], |session| &session.audience);
    let audience = if own.is_empty() { &meta.audience } else { own };
    let seats = session.and_then(|session| session.seats);
    let seats = seats.or(event.seats.filter(|_| session.is_none()));
    let format = session.and_then(|session| session.format).or(event.format);
    let status = event.status_of(session);
    let each =
        |of: &dyn Fn(&Venue) -> String| venues.iter().map(|venue| of(venue)).collect::<Vec<_>>();
    let listed = |cells: Vec<String>| {
        let said = cells.iter().any(|cell| !cell.is_empty());
        if said {
            cells.join("; ")
        } else {
            String::new()
        }
    };
    vec![
        format!("{id}{part}"),
        id.to_owned(),
        session
            .map_or(&meta.title.value, |session| &session.title)
            .clone(),
        joined(places.iter().map(|place| place.as_str())),
        listed(each(&|venue| venue.name.clone())),
        listed(each(&|venue| venue.commune.clone().unwrap_or_default())),
        listed(each(&|venue| venue.address.clone().unwrap_or_default())),
        listed(each(&|venue| {
            venue.accessible.map_or("", |known| known.word()).to_owned()
        })),
        moment(start),
        moment(end),
        format.map_or("", |format| format.word()).to_owned(),
        joined(audience.iter().map(|group| group.as_str())),
        seats.map(|seats| seats.to_string()).unwrap_or_default(),
        status.map_or("", |status| status.word()).to_owned(),
        session
            .and_then(|session| session.before.clone())
            .unwrap_or_default(),
        page_link(site, doc),
    ]
}

fn moment(moment: &Option<Spanned<Moment>>) -> String {
    moment
        .as_ref()
        .map(|moment| moment.iso())
        .unwrap_or_default()
}
