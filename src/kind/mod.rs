//! The kinds of document: one file each, with the metadata that the kind adds to the common keys.

pub mod article;
pub mod clause_at;
pub mod event;
pub mod lesson;
pub mod model;
pub mod path;
pub mod place;
pub mod plan;
pub mod section;
pub mod session_id;

use crate::record::{Field, Mapping, Reader, Record, Spanned, record};
use crate::text::dates::Date;

use article::Article;
use clause_at::ClauseAt;
use event::Event;
use lesson::Lesson;
use model::Model;
use path::Path;
use place::Place;
use plan::Plan;
use section::Section;

/// What a document is, with what its kind knows about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// An official plan.
    Plan(Box<Plan>),
    /// A province, city or commune.
    Place(Box<Place>),
    /// A model of the campaign.
    Model(Box<Model>),
    /// A lesson.
    Lesson(Box<Lesson>),
    /// Lessons in their order.
    Path(Box<Path>),
    /// An event, a day, a deadline.
    Event(Box<Event>),
    /// News and plain pages.
    Article(Box<Article>),
    /// The own page of a folder.
    Section(Box<Section>),
}

record! {
    /// A drawing beside the document.
    pub struct Drawing {
        /// Tên tệp nằm cạnh bài.
        pub file: Spanned<String>,
        /// Lời mô tả đầy đủ cho người không nhìn thấy hình.
        pub alt: Spanned<String>,
        /// Chú thích.
        pub caption: Option<String>,
    }
}

/// One row of the table of kinds.
struct Row {
    name: &'static str,
    folder: &'static str,
    record: &'static str,
    fields: &'static [Field],
    read: fn(&Mapping, &mut Reader) -> Option<Kind>,
}

macro_rules! row {
    ($name:literal, $folder:literal, $type:ident) => {
        Row {
            name: $name,
            folder: $folder,
            record: stringify!($type),
            fields: $type::FIELDS,
            read: |map, reader| {
                $type::read_fields(map, reader).map(|kind| Kind::$type(Box::new(kind)))
            },
        }
    };
}

/// Every kind with the folder whose documents are of it unless they say otherwise.
static KINDS: &[Row] = &[
    row!("plan", "ke-hoach", Plan),
    row!("place", "dia-phuong", Place),
    row!("model", "mo-hinh", Model),
    row!("lesson", "bai-hoc", Lesson),
    row!("path", "hoc", Path),
    row!("event", "su-kien", Event),
    row!("article", "", Article),
    row!("section", "", Section),
];

/// A kind by name, before its metadata is read.
#[derive(Clone, Copy)]
pub struct KindName(&'static Row);

impl KindName {
    /// The kind called `name`.
    pub fn named(name: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.name == name).map(Self)
    }

    /// The kind of documents in the top folder `folder` when nothing else is said.
    pub fn of_folder(folder: &str) -> Self {
        let row = KINDS
            .iter()
            .find(|row| !row.folder.is_empty() && row.folder == folder);
        row.map_or(Self::article(), Self)
    }

    /// The plainest kind.
    pub fn article() -> Self {
        Self(&KINDS[6])
    }

    /// The kind of a folder's own page.
    pub fn section() -> Self {
        Self(&KINDS[7])
    }

    /// Whether documents of the kind have clauses.
    pub fn is_plan(self) -> bool {
        self.0.name == "plan"
    }

    /// Whether documents of the kind tell what a unit was and is.
    pub fn is_place(self) -> bool {
        self.0.name == "place"
    }

    /// Whether documents of the kind tell what to do step by step.
    pub fn is_lesson(self) -> bool {
        self.0.name == "lesson"
    }

    /// Whether documents of the kind tell of a day and a place.
    pub fn is_event(self) -> bool {
        self.0.name == "event"
    }

    /// The names of all kinds that an author may write.
    pub fn all() -> Vec<&'static str> {
        KINDS.iter().map(|row| row.name).collect()
    }

    /// The folder whose documents are of the kind; empty for kinds that may stand anywhere.
    pub fn folder(self) -> &'static str {
        self.0.folder
    }

    /// The name of the record that holds the kind's own keys.
    pub fn record(self) -> &'static str {
        self.0.record
    }

    /// The keys that the kind adds to the common ones.
    pub fn fields(self) -> &'static [Field] {
        self.0.fields
    }

    /// Reads the kind's own keys.
    pub fn read(self, map: &Mapping, reader: &mut Reader) -> Option<Kind> {
        (self.0.read)(map, reader)
    }
}

impl Kind {
    /// The kind's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Plan(_) => "plan",
            Self::Place(_) => "place",
            Self::Model(_) => "model",
            Self::Lesson(_) => "lesson",
            Self::Path(_) => "path",
            Self::Event(_) => "event",
            Self::Article(_) => "article",
            Self::Section(_) => "section",
        }
    }

    /// The drawing beside it.
    pub fn drawing(&self) -> Option<&Drawing> {
        match self {
            Self::Model(model) => model.drawing.as_ref(),
            Self::Lesson(lesson) => lesson.drawing.as_ref(),
            _ => None,
        }
    }

    /// The day of which it tells, beside that on which it was written.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Event(event) => event.start.as_ref().map(|start| start.date),
            Self::Plan(plan) => plan.issued,
            _ => None,
        }
    }

    /// All days on which it is held.
    pub fn days(&self) -> Vec<Date> {
        let Self::Event(event) = self else {
            return Vec::new();
        };
        let sessions = event.sessions.iter();
        let sessions = sessions.flat_map(|session| [&session.start, &session.end]);
        let moments = [&event.start, &event.end].into_iter().chain(sessions);
        moments.flatten().map(|moment| moment.date).collect()
    }

    /// The links in the metadata.
    pub fn links(&self) -> Vec<&Spanned<String>> {
        match self {
            Self::Plan(plan) => plan
                .original
                .iter()
                .filter_map(|original| original.url.as_ref())
                .collect(),
            Self::Event(event) => {
                let registration = event
                    .registration
                    .iter()
                    .filter_map(|registration| registration.link.as_ref());
                let documents = event
                    .documents
                    .iter()
                    .filter_map(|document| document.link.as_ref());
                event
                    .online_link
                    .iter()
                    .chain(registration)
                    .chain(documents)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Clauses of plans that the metadata points at.
    pub fn clause_refs(&self) -> Vec<&ClauseRef> {
        match self {
            Self::Lesson(lesson) => lesson.plan_refs.iter().collect(),
            Self::Path(path) => path.plan_refs.iter().collect(),
            Self::Event(event) => event.plan_refs.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Every clause of a plan that the metadata points at, with the name of the plan.
    pub fn pointed_clauses(&self) -> Vec<(&Spanned<String>, &ClauseAt)> {
        let refs = self.clause_refs().into_iter();
        let mut pointed: Vec<_> = refs.map(|point| (&point.plan, &point.clause)).collect();
        match self {
            Self::Place(place) => {
                let duties = place.help_duties.iter();
                pointed.extend(duties.map(|duty| (&duty.plan, &duty.clause)));
            }
            Self::Model(model) => {
                let numbers = model.numbers.iter();
                pointed.extend(numbers.map(|number| (&number.plan, &number.clause)));
                let wordings = model.wordings.iter();
                pointed.extend(wordings.map(|wording| (&wording.plan, &wording.clause)));
            }
            _ => {}
        }
        pointed
    }
}

record! {
    /// Points at a clause of a plan.
    pub struct ClauseRef {
        /// Tên tệp của kế hoạch, ví dụ tra-vinh.
        pub plan: Spanned<String>,
        /// Địa chỉ của điểm, khoản, mục, ví dụ iii.4.a; của gạch đầu dòng thì ghi kèm chữ: iii.4.a-2 “…”.
        pub clause: ClauseAt,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_order() {
        assert_eq!(KindName::article().0.name, "article");
        assert_eq!(KindName::section().0.name, "section");
        assert_eq!(KindName::of_folder("ke-hoach").0.name, "plan");
        assert_eq!(KindName::of_folder("").0.name, "article");
    }
}
