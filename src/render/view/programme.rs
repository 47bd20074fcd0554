//! The programme of one year of a series: by place and hour, whole or for one place or group.

use std::collections::BTreeMap;

use tera::{Map, Value};

use super::View;
use super::value::{object, value};
use crate::kind::Kind;
use crate::kind::event::{Event, Session};
use crate::plan::{Facet, Job, Programme};
use crate::site::DocId;
use crate::text::dates::Moment;

/// What stands on one line.
struct Line<'s> {
    doc: DocId,
    event: &'s Event,
    session: Option<&'s Session>,
}

impl Line<'_> {
    fn start(&self) -> Option<Moment> {
        let own = self.session.and_then(|session| session.start.as_ref());
        own.or(self.event.start.as_ref()).map(|start| start.value)
    }
}

impl View<'_> {
    /// The programme with the ways to the others of its year.
    pub(super) fn programme(&self, programme: &Programme, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let events = self.site.events_of(&programme.series, programme.year);
        let name = events.iter().find_map(|&doc| self.series_name(doc));
        let name = name.unwrap_or(&programme.series);
        let year = programme.year.to_string();
        let whole = format!("{name} {year}");
        let title = match programme.facet {
            Facet::All => whole.clone(),
            facet => format!("{whole}: {}", self.facet_name(facet)),
        };
        let description = self.text(lang, "programme_description");
        let description = description.replace("{programme}", &title);
        let mut page = self.frame(&title, Some(&description), "programme", &job.route);
        page.insert(
            "breadcrumb".into(),
            self.programme_crumbs(programme, &whole),
        );
        page.insert(
            "by_place".into(),
            self.lines_by_place(&events, programme.facet),
        );
        page.insert(
            "places".into(),
            self.facets(programme, |facet| matches!(facet, Facet::Place(_))),
        );
        page.insert(
            "groups".into(),
            self.facets(programme, |facet| matches!(facet, Facet::Group(_))),
        );
        page
    }

    fn series_name(&self, doc: DocId) -> Option<&str> {
        match &self.site.documents[doc].kind {
            Kind::Event(event) => event.series.as_ref().map(|series| series.name.as_str()),
            _ => None,
        }
    }

    fn facet_name(&self, facet: Facet) -> &str {
        match facet {
            Facet::All => "",
            Facet::Place(place) => &self.site.documents[place].meta.title,
            Facet::Group(group) => &self.site.data.groups[group].name,
        }
    }

    /// Home, the events, and for a part of a programme the whole.
    fn programme_crumbs(&self, programme: &Programme, whole: &str) -> Value {
        let lang = self.site.config.lang();
        let events = crate::route::Route::events();
        let section = (lang.to_owned(), "su-kien".to_owned());
        let index = self
            .site
            .sections
            .get(&section)
            .and_then(|section| section.index);
        let mut crumbs = vec![self.home_crumb()];
        if let Some(index) = index {
            let title = super::shared::nav_title(&self.site.documents[index]);
            crumbs.push(object([
                ("title", title.into()),
                ("path", events.as_str().into()),
            ]));
        }
        if programme.facet != Facet::All {
            let above = Programme {
                facet: Facet::All,
                ..programme.clone()
            };
            let path = above.route(self.site);
            crumbs.push(object([
                ("title", whole.into()),
                ("path", path.as_str().into()),
            ]));
        }
        crumbs.into()
    }

    /// Links to the pages of one kind of facet.
    fn facets(&self, programme: &Programme, keep: impl Fn(Facet) -> bool) -> Value {
        let facets = self.programmes.iter().filter(|other| {
            other.series == programme.series && other.year == programme.year && keep(other.facet)
        });
        let facets = facets.map(|other| {
            object([
                ("title", self.facet_name(other.facet).into()),
                ("path", other.route(self.site).as_str().into()),
                ("current", (other == programme).into()),
            ])
        });
        facets.collect::<Vec<_>>().into()
    }

    /// What is held, under the place where it is held, by time.
    fn lines_by_place(&self, events: &[DocId], facet: Facet) -> Value {
        let mut places: BTreeMap<Option<DocId>, Vec<Line>> = BTreeMap::new();
        for line in events.iter().flat_map(|&doc| self.lines(doc)) {
            if !self.is_kept(&line, facet) {
                continue;
            }
            let here = self.places_of(&line);
            for place in here {
                let line = Line { ..line };
                places.entry(place).or_default().push(line);
            }
        }
        if let Facet::Place(place) = facet {
            places.retain(|here, _| *here == Some(place));
        }
        let places = places.into_iter().map(|(place, mut lines)| {
            lines.sort_by_key(|line| (line.start(), line.doc));
            let lines: Vec<Value> = lines.iter().map(|line| self.line(line)).collect();
            object([("place", self.one(place)), ("lines", lines.into())])
        });
        places.collect::<Vec<_>>().into()
    }

    fn lines(&self, doc: DocId) -> Vec<Line<'_>> {
        let Kind::Event(event) = &self.site.documents[doc].kind else {
            return Vec::new();
        };
        if event.sessions.is_empty() {
            return vec![Line {
                doc,
                event,
                session: None,
            }];
        }
        let sessions = event.sessions.iter().map(|session| Line {
            doc,
            event,
            session: Some(session),
        });
        sessions.collect()
    }

    fn is_kept(&self, line: &Line, facet: Facet) -> bool {
        let Facet::Group(group) = facet else {
            return true;
        };
        let id = &self.site.data.groups[group].id;
        let own = line.session.map_or(&[][..], |session| &session.audience);
        let audience = if own.is_empty() {
            &self.site.documents[line.doc].meta.audience
        } else {
            own
        };
        audience.iter().any(|known| known.value == id.value)
    }

    /// Where a line is held: at the place of its venue, else at those of its event.
    fn places_of(&self, line: &Line) -> Vec<Option<DocId>> {
        let venue = line.session.and_then(|session| session.venue.as_ref());
        let mut venues = line.event.venues.iter();
        let venue = venues.find(|known| venue.is_some() && known.id.as_ref() == venue);
        let own = venue.and_then(|venue| venue.place.as_ref());
        if let Some(own) = own {
            return vec![self.site.named("place", own)];
        }
        let places = &self.site.documents[line.doc].meta.places;
        let places: Vec<Option<DocId>> = places
            .iter()
            .map(|place| self.site.named("place", place))
            .collect();
        if places.is_empty() {
            vec![None]
        } else {
            places
        }
    }

    fn line(&self, line: &Line) -> Value {
        let summary = &self.summaries[line.doc];
        let session = line.session;
        let end = match session {
            Some(session) => session.end.as_ref(),
            None => line.event.end.as_ref(),
        };
        let venue = match session {
            Some(session) => line
                .event
                .venues
                .iter()
                .find(|venue| venue.id.is_some() && venue.id == session.venue),
            None => line.event.venues.first(),
        };
        let status = session
            .and_then(|session| session.status)
            .or(line.event.status);
        let before = match session {
            Some(session) => session.before.as_deref(),
            None => {
                let mut changes = line.event.changes.iter();
                changes
                    .rfind(|change| change.from.is_some())
                    .and_then(|change| change.from.as_deref())
            }
        };
        object([
            ("event", summary.clone()),
            ("title", session.map(|session| session.title.clone()).into()),
            ("start", value(&line.start())),
            ("end", value(&end.map(|end| end.value))),
            ("venue", value(&venue)),
            ("status", status.map(|status| status.word()).into()),
            ("before", before.into()),
            (
                "note",
                session.and_then(|session| session.note.clone()).into(),
            ),
        ])
    }
}
