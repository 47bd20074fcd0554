//! The programme of one year of a series: by place and hour, whole or for one place or group.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Map, Value};

use super::poster::{self, Row, Side};
use super::value::{object, value};
use super::{View, agenda};
use crate::kind::Kind;
use crate::kind::event::{Contact, Event, EventStatus, Format, Known, Session, Venue};
use crate::plan::{Facet, Job, Programme};
use crate::record::Spanned;
use crate::render::qr;
use crate::route::Route;
use crate::site::DocId;
use crate::text::dates::{Date, Moment};

/// What all lines of a place have in common.
struct Shared<'s> {
    event: Option<DocId>,
    venues: Option<Vec<&'s Venue>>,
    status: Option<EventStatus>,
}

/// What stands on one line.
#[derive(Clone)]
struct Line<'s> {
    doc: DocId,
    event: &'s Event,
    session: Option<&'s Session>,
    /// The name of the place under which it stands.
    place: Option<&'s str>,
    /// The day under which it stands, when it began on an earlier one.
    later: Option<Date>,
}

/// For how many days at most what goes on stands under each; what lasts longer stands only under days on which something begins.
const EACH_DAY: i32 = 7;

impl<'s> Line<'s> {
    /// The day and hour of a session; of one without a time, the day of its event and never its hour.
    fn start(&self) -> Option<Moment> {
        let whole = self.event.start.as_ref().map(|start| start.value);
        let Some(session) = self.session else {
            return whole;
        };
        let own = session.start.as_ref().map(|start| start.value);
        let end = self.event.end.as_ref();
        let one_day = whole.filter(|start| end.is_none_or(|end| end.date == start.date));
        own.or_else(|| one_day.map(|start| Moment::on(start.date, None)))
    }

    /// Whether it is said to last all day. A day without an hour may only lack it.
    fn is_all_day(&self) -> bool {
        self.session
            .map_or(self.event.all_day, |session| session.all_day)
    }

    fn format(&self) -> Option<Format> {
        let own = self.session.and_then(|session| session.format);
        own.or(self.event.format)
    }

    fn end(&self) -> Option<Moment> {
        let end = match self.session {
            Some(session) => session.end.as_ref(),
            None => self.event.end.as_ref(),
        };
        end.map(|end| end.value)
    }

    /// The room of a session; of an event, those that it has at this place.
    fn venues(&self) -> Option<Vec<&'s Venue>> {
        let venues: Vec<&Venue> = match self.session {
            Some(session) => self.event.venue_of(session).into_iter().collect(),
            None => {
                let here = |venue: &&Venue| {
                    let place = venue.place.as_deref();
                    self.place.is_none()
                        || place.is_none_or(|place| Some(place.as_str()) == self.place)
                };
                self.event.venues.iter().filter(here).collect()
            }
        };
        (!venues.is_empty()).then_some(venues)
    }

    /// The last day of what lasts longer than one.
    fn until(&self) -> Option<Date> {
        let end = self.end()?.date;
        self.start()
            .is_some_and(|start| start.date < end)
            .then_some(end)
    }

    /// The day under which it stands.
    fn day(&self) -> Option<Date> {
        self.later.or_else(|| Some(self.start()?.date))
    }

    /// Whether it stands under each day of the several that it lasts.
    fn is_each_day(&self) -> bool {
        let days = self.start().zip(self.until());
        days.is_some_and(|(start, until)| start.date.days_until(until) < EACH_DAY)
    }

    /// The later days under which it stands, too; on days of `begun` something else begins.
    fn later_days(&self, begun: &BTreeSet<Date>) -> Vec<Date> {
        let Some((start, until)) = self.start().zip(self.until()) else {
            return Vec::new();
        };
        let days = std::iter::successors(start.date.tomorrow(), |day| day.tomorrow());
        days.take_while(|day| *day <= until)
            .filter(|day| self.is_each_day() || begun.contains(day))
            .collect()
    }

    /// What tells one room from another for readers.
    fn room(&self) -> Option<Vec<String>> {
        let room = |venue: &Venue| {
            let way_in = venue.accessible.map(Known::word);
            format!("{}|{:?}|{way_in:?}", venue.name, venue.address)
        };
        self.venues()
            .map(|venues| venues.into_iter().map(room).collect())
    }

    fn status(&self) -> Option<EventStatus> {
        self.event.status_of(self.session)
    }

    /// The hour or the room before it was changed.
    fn before(&self) -> Option<&'s str> {
        match self.session {
            Some(session) => session.before.as_deref(),
            None => {
                let mut changes = self.event.changes.iter().rev();
                changes.find_map(|change| change.from.as_deref())
            }
        }
    }
}

impl View<'_> {
    /// The programme with the ways to the others of its year.
    pub(super) fn programme(&self, programme: &Programme, job: &Job) -> Map {
        let lang = self.site.config.lang();
        let events = self.site.events_of(&programme.series, programme.year);
        let whole = self.whole_title(programme);
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
        page.insert("by_place".into(), self.by_place(programme, &events));
        page.insert("theme".into(), self.theme_of_year(&events).into());
        page.insert("title_whole".into(), whole.into());
        page.insert("moves".into(), self.moves(&events).into());
        page.insert("over".into(), self.over(&events));
        let calendar = match programme.facet {
            Facet::Place(place) => self.calendar_path(&self.site.routes[place]),
            _ => self.calendar_path(&Route::events()),
        };
        page.insert("ics".into(), calendar.into());
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

    /// The theme of the year, when the events that name one name the same.
    fn theme_of_year(&self, events: &[DocId]) -> Option<&str> {
        let mut themes = events
            .iter()
            .filter_map(|&doc| match &self.site.documents[doc].kind {
                Kind::Event(event) => event.series.as_ref()?.theme.as_deref(),
                _ => None,
            });
        let first = themes.next()?;
        themes.all(|theme| theme == first).then_some(first)
    }

    /// The last day of a programme and the next of the yearly rule, for what a page says afterwards.
    fn over(&self, events: &[DocId]) -> Value {
        let days = events
            .iter()
            .filter_map(|&doc| match &self.site.documents[doc].kind {
                Kind::Event(event) => event.end.as_ref().or(event.start.as_ref()),
                _ => None,
            });
        let last = days.map(|day| day.date).max();
        let series = events.first().and_then(|&doc| self.series_id(doc));
        let rules = self.site.of_kind("event");
        let rules = rules.filter(|&doc| series.is_some() && self.series_id(doc) == series);
        let nexts = rules
            .map(|doc| agenda::nexts(self.site, doc, &[], None))
            .find(|nexts| !nexts.is_empty());
        object([
            ("last", value(&last)),
            (
                "gone",
                last.is_some_and(|last| last < self.site.view.now).into(),
            ),
            ("nexts", nexts.unwrap_or_default().into()),
        ])
    }

    fn series_id(&self, doc: DocId) -> Option<&str> {
        match &self.site.documents[doc].kind {
            Kind::Event(event) => event.series.as_ref().map(|series| series.id.as_str()),
            _ => None,
        }
    }

    /// The name of the series with its year.
    fn whole_title(&self, programme: &Programme) -> String {
        let events = self.site.events_of(&programme.series, programme.year);
        let name = events.iter().find_map(|&doc| self.series_name(doc));
        let name = name.unwrap_or(&programme.series);
        format!("{name} {}", programme.year)
    }

    fn series_name(&self, doc: DocId) -> Option<&str> {
        match &self.site.documents[doc].kind {
            Kind::Event(event) => {
                let series = event.series.as_ref();
                series.map(|series| self.site.series_name(series))
            }
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

    /// Home, the events, the series, and for a part of a programme the whole.
    fn programme_crumbs(&self, programme: &Programme, whole: &str) -> Value {
        let lang = self.site.config.lang();
        let mut crumbs = vec![self.home_crumb()];
        for folder in ["su-kien".to_owned(), Programme::folder(&programme.series)] {
            let section = self.site.sections.get(&(lang.to_owned(), folder));
            if let Some(index) = section.and_then(|section| section.index) {
                let title = super::shared::nav_title(&self.site.documents[index]);
                let path = self.site.routes[index].as_str();
                crumbs.push(object([("title", title.into()), ("path", path.into())]));
            }
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

    /// What is held, under the place where it is held, day by day.
    fn by_place(&self, programme: &Programme, events: &[DocId]) -> Value {
        let mut places: BTreeMap<Option<DocId>, Vec<Line>> = BTreeMap::new();
        for &doc in events {
            for place in self.places_of(doc) {
                let lines = self.lines(doc, place).into_iter();
                let lines = lines.filter(|line| self.is_kept(line, programme.facet));
                places.entry(place).or_default().extend(lines);
            }
        }
        if let Facet::Place(place) = programme.facet {
            places.retain(|here, _| *here == Some(place));
        }
        places.retain(|_, lines| !lines.is_empty());
        let places = places
            .into_iter()
            .map(|(place, lines)| self.sheet(programme, place, lines));
        places.collect::<Vec<_>>().into()
    }

    /// What is held at one place: one printed side. What all lines share is said once.
    fn sheet(&self, programme: &Programme, place: Option<DocId>, mut lines: Vec<Line>) -> Value {
        by_day(&mut lines);
        let shared = Shared {
            event: common(&lines, |line| Some(line.doc)),
            venues: common(&lines, Line::room).and_then(|_| lines.first()?.venues()),
            status: common(&lines, Line::status),
        };
        let page = Programme {
            facet: place.map_or(Facet::All, Facet::Place),
            ..programme.clone()
        };
        let contacts = contacts(&lines);
        let side = self.side(programme, place, &lines, &shared, &contacts);
        let mut days: BTreeMap<Option<Date>, Vec<Value>> = BTreeMap::new();
        for line in &lines {
            days.entry(line.day()).or_default().push(self.line(line));
        }
        let days = days
            .into_iter()
            .map(|(date, lines)| object([("date", value(&date)), ("lines", lines.into())]));
        let url = page.route(self.site).under(&self.site.config.base_url());
        object([
            ("place", self.one(place)),
            ("event", self.one(shared.event)),
            ("venues", value(&shared.venues)),
            ("status", shared.status.map(EventStatus::word).into()),
            ("days", days.collect::<Vec<_>>().into()),
            ("contacts", value(&contacts)),
            (
                "code",
                side.code
                    .then(|| qr::svg(&url))
                    .flatten()
                    .map(|svg| Value::safe_string(&svg))
                    .into(),
            ),
            ("url", self.is_published().then_some(url).into()),
            ("size", side.size().into()),
        ])
    }

    fn is_published(&self) -> bool {
        self.site.config.published_path().is_some()
    }

    /// How long everything on a printed side is.
    fn side(
        &self,
        programme: &Programme,
        place: Option<DocId>,
        lines: &[Line],
        shared: &Shared,
        contacts: &[&Contact],
    ) -> Side {
        let title = |doc: DocId| length(&self.site.documents[doc].meta.title.value);
        let full_name = |place: DocId| match &self.site.documents[place].kind {
            Kind::Place(place) => length(&place.full_name),
            _ => title(place),
        };
        let name = self.whole_title(programme);
        let mut heads = vec![
            (length(&name), poster::TITLE),
            (place.map_or(20, full_name), poster::PLACE),
        ];
        let events = self.site.events_of(&programme.series, programme.year);
        let theme = self.theme_of_year(&events);
        heads.extend(theme.map(|theme| (length(theme) + 10, 1.0)));
        heads.extend(shared.event.map(|event| (title(event), 1.0)));
        heads.extend(
            shared
                .venues
                .as_ref()
                .map(|venues| (venues_length(venues) + 10, 1.0)),
        );
        heads.extend(shared.status.map(|_| (20, 1.0)));
        let mut day = None;
        let rows = lines.iter().map(|line| {
            if day != Some(line.day()) {
                heads.push((22, poster::DAY));
                day = Some(line.day());
            }
            let note = line.session.and_then(|session| session.note.as_deref());
            let note = note.map_or(0, |note| length(note) + 3);
            let session = self.own_title(line).map_or(0, length);
            let event = if shared.event.is_some() && session > 0 {
                0
            } else {
                title(line.doc)
            };
            let audience = self.audience_of(line);
            let audience = audience.iter().map(|name| length(name) + 2).sum::<usize>();
            let status = if shared.status.is_some() { 0 } else { 12 };
            let venues = line.venues().filter(|_| shared.venues.is_none());
            Row {
                hours: 2
                    + usize::from(line.later.is_some())
                    + usize::from(line.until().is_some())
                    + line.before().map_or(0, |before| length(before).div_ceil(9)),
                what: status + session + event + note,
                more: audience + 10 + venues.map_or(0, |venues| venues_length(&venues)),
            }
        });
        let rows = rows.collect();
        let foot = contacts.iter().map(|contact| {
            let parts = contact.parts().map(|part| length(part) + 2);
            (20 + parts.sum::<usize>(), 1.0)
        });
        Side {
            rows,
            foot: foot.chain([(100, poster::SMALL)]).collect(),
            // Thirty-four of them would weigh more than the programme.
            code: self.is_published() && programme.facet != Facet::All,
            heads,
        }
    }

    /// The name of a session, when it is not that of its event.
    fn own_title<'s>(&self, line: &Line<'s>) -> Option<&'s str> {
        let own = line.session.map(|session| session.title.as_str());
        own.filter(|own| *own != self.site.documents[line.doc].meta.title.value)
    }

    /// The names of those for whom a line is meant.
    fn audience_of<'v>(&'v self, line: &Line<'v>) -> Vec<&'v str> {
        let audience = self.audience_ids(line).iter();
        let known = audience.filter_map(|id| self.site.data.group(id));
        known.map(|group| group.name.as_str()).collect()
    }

    fn audience_ids<'v>(&'v self, line: &Line<'v>) -> &'v [Spanned<String>] {
        let own = line.session.map_or(&[][..], |session| &session.audience);
        if own.is_empty() {
            &self.site.documents[line.doc].meta.audience
        } else {
            own
        }
    }

    /// Where anything of an event is held; nowhere that is known, when nothing says where.
    fn places_of(&self, doc: DocId) -> Vec<Option<DocId>> {
        let places = self.site.of_kind("place");
        let places: Vec<Option<DocId>> = places
            .filter(|&place| self.site.is_at(doc, place))
            .map(Some)
            .collect();
        if places.is_empty() {
            vec![None]
        } else {
            places
        }
    }

    fn lines(&self, doc: DocId, place: Option<DocId>) -> Vec<Line<'_>> {
        let Kind::Event(event) = &self.site.documents[doc].kind else {
            return Vec::new();
        };
        let held = match place {
            Some(place) => self.site.held_at(doc, place),
            None if event.sessions.is_empty() => vec![None],
            None => event.sessions.iter().map(Some).collect(),
        };
        let lines = held.into_iter().map(|session| Line {
            doc,
            event,
            session,
            place: place.map(|place| self.site.documents[place].id()),
            later: None,
        });
        lines.collect()
    }

    fn is_kept(&self, line: &Line, facet: Facet) -> bool {
        let Facet::Group(group) = facet else {
            return true;
        };
        let audience = self.audience_ids(line);
        // What is for everybody is shown to those for whom something else of the event is.
        if audience.is_empty() {
            return self.site.is_for(line.doc, group);
        }
        let id = &self.site.data.groups[group].id;
        audience.iter().any(|known| known.value == id.value)
    }

    fn line(&self, line: &Line) -> Value {
        let session = line.session;
        let (start, end) = (line.start(), line.end());
        let status = line.status();
        let clock = |moment: Option<Moment>| {
            moment
                .filter(|moment| moment.time.is_some())
                .map(Moment::clock)
        };
        let fields = [
            ("event", self.summaries[line.doc].clone()),
            ("title", self.own_title(line).into()),
            ("from", clock(start).into()),
            ("to", clock(end).into()),
            ("until", value(&line.until())),
            (
                "since",
                value(&line.later.and(start).map(|start| start.date)),
            ),
            ("last", (line.later == line.until()).into()),
            ("venues", value(&line.venues())),
            ("all_day", line.is_all_day().into()),
            ("online", (line.format() == Some(Format::Online)).into()),
            ("audience", self.audience_of(line).into()),
            ("status", status.map(|status| status.word()).into()),
            ("off", agenda::is_off(status).into()),
            ("before", line.before().into()),
            (
                "note",
                session.and_then(|session| session.note.clone()).into(),
            ),
        ];
        // What stands under each of its days is now under one of them only.
        let own = line
            .day()
            .filter(|_| line.later.is_some() || line.is_each_day());
        let own = own.map(|day| Moment::on(day, None));
        let times = agenda::times(
            own.or(start),
            end.filter(|_| own.is_none()),
            self.site.view.now,
        );
        let fields = fields.into_iter().chain(times);
        let fields = fields.map(|(key, value)| (key.into(), value));
        fields.collect::<Map>().into()
    }
}

/// Puts the lines in the order of their days and hours, and what lasts longer than a day under the later ones, too.
fn by_day(lines: &mut Vec<Line>) {
    let begun: BTreeSet<Date> = lines.iter().filter_map(Line::day).collect();
    let later = lines.iter().flat_map(|line| {
        let days = line.later_days(&begun).into_iter();
        days.map(|day| Line {
            later: Some(day),
            ..line.clone()
        })
    });
    let later: Vec<Line> = later.collect();
    lines.extend(later);
    lines.sort_by_key(|line| (line.day(), line.start(), line.doc));
}

/// What every line has alike.
fn common<'s, T: PartialEq>(lines: &[Line<'s>], of: impl Fn(&Line<'s>) -> Option<T>) -> Option<T> {
    let first = of(lines.first()?)?;
    let mut others = lines.iter().map(of);
    others
        .all(|other| other.as_ref() == Some(&first))
        .then_some(first)
}

/// Whom to ask, each once.
fn contacts<'s>(lines: &[Line<'s>]) -> Vec<&'s Contact> {
    let mut contacts: Vec<&Contact> = Vec::new();
    for contact in lines.iter().filter_map(|line| line.event.contact.as_ref()) {
        let mut known = contacts.iter();
        if !known.any(|known| known.parts().eq(contact.parts())) {
            contacts.push(contact);
        }
    }
    contacts
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn venues_length(venues: &[&Venue]) -> usize {
    venues.iter().map(|venue| venue_length(venue) + 2).sum()
}

fn venue_length(venue: &Venue) -> usize {
    let way_in = match venue.accessible {
        Some(Known::Yes) => 24,
        Some(Known::No) => 30,
        Some(Known::Unknown) => 44,
        None => 0,
    };
    length(&venue.name) + venue.address.as_deref().map_or(0, length) + way_in + 2
}
