//! The feed of what has changed (Atom, RFC 4287): one entry for each change that was announced of an event, the latest first.
//!
//! An entry's identity is made like that of a calendar's, see [`super::identity`]: of the event's place in the site and the time of the
//! change, so that it outlives a move of the site.

use tera::{Map, Value};

use super::value::object;
use super::{View, identity};
use crate::kind::Kind;
use crate::kind::event::{Change, Event};
use crate::route::Route;
use crate::site::DocId;
use crate::text::dates::{Date, Moment};

impl View<'_> {
    /// What the template of the feed shows.
    pub(super) fn changes(&self, mut page: Map) -> Map {
        let mut entries: Vec<(Moment, DocId, usize)> = Vec::new();
        for doc in self.site.of_kind("event") {
            let changes = &self.event_of(doc).changes;
            entries.extend(
                changes
                    .iter()
                    .enumerate()
                    .map(|(at, change)| (change.at.value, doc, at)),
            );
        }
        entries.sort_by(|a, b| b.cmp(a));
        let updated = entries.first().map(|(at, ..)| *at);
        let updated = updated.unwrap_or_else(|| self.events_updated());
        page.insert("updated".into(), rfc3339(updated).into());
        page.insert("id".into(), self.tag(&Route::changes(), "").into());
        let base = self.site.config.base_url();
        page.insert("home".into(), Route::events().under(&base).into());
        let entries = entries
            .into_iter()
            .map(|(_, doc, at)| self.change_entry(doc, at));
        page.insert("entries".into(), entries.collect::<Vec<_>>().into());
        page
    }

    fn change_entry(&self, doc: DocId, at: usize) -> Value {
        let event = self.event_of(doc);
        let change = &event.changes[at];
        let title = &self.site.documents[doc].meta.title.value;
        let before = event.changes[..at]
            .iter()
            .filter(|other| other.at == change.at)
            .count();
        let again = if before == 0 {
            String::new()
        } else {
            format!(".{}", before + 1)
        };
        let document = Route::file(&self.site.documents[doc].path.path);
        let mark = format!("?thay-doi={}{again}", change.at.iso());
        object([
            ("id", self.tag(&document, &mark).into()),
            ("title", plain(&format!("{title}: {}", change.what)).into()),
            ("updated", rfc3339(change.at.value).into()),
            (
                "link",
                self.site.routes[doc]
                    .under(&self.site.config.base_url())
                    .into(),
            ),
            ("text", self.change_text(doc, event, change).into()),
        ])
    }

    /// What has changed, what was before, and the event as it stands.
    fn change_text(&self, doc: DocId, event: &Event, change: &Change) -> String {
        let before = change.from.as_ref().map(|from| {
            let lang = &self.site.langs[doc];
            format!("\n{}: {from}", self.text(lang, "changed_from"))
        });
        let now = self.share_text(doc, event);
        plain(&format!(
            "{}{}\n\n{now}",
            change.what,
            before.unwrap_or_default()
        ))
    }

    /// The last day on which an event's file was said to be brought up to date; else a day before all changes, for a feed must have one.
    fn events_updated(&self) -> Moment {
        let days = self.site.of_kind("event").filter_map(|doc| {
            let meta = &self.site.documents[doc].meta;
            meta.updated.or(meta.date)
        });
        let last = days.max().or_else(|| Date::new(identity::SINCE, 1, 1));
        Moment::on(last.unwrap_or(self.site.view.now), None)
    }

    fn event_of(&self, doc: DocId) -> &Event {
        match &self.site.documents[doc].kind {
            Kind::Event(event) => event,
            _ => unreachable!("only events are asked for"),
        }
    }
}

/// A moment as feeds write it (RFC 3339); a day without an hour is its beginning.
fn rfc3339(moment: Moment) -> String {
    match moment.time {
        Some(_) => moment.offset(),
        None => format!("{}T00:00:00+07:00", moment.date.iso()),
    }
}

/// Without the signs that XML cannot hold (XML 1.0, section 2.2).
fn plain(text: &str) -> String {
    let fits = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    text.chars()
        .filter(fits)
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
