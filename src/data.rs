//! The tables of `content/data/`. Those that the compiler itself understands are typed; every table reaches templates as `data.<name>`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Lang;
use crate::document::Link;
use crate::kind::ClauseRef;
use crate::kind::event::{EventRow, Known};
use crate::kind::plan::{Comparator, Indicator, Unit};
use crate::record::{
    Field, Mapping, Node, NodeValue, Reader, Record as _, Spanned, Value, choice, csv, record, yaml,
};
use crate::rules;
use crate::source::{FileId, SourceFile, Span};
use crate::text::dates::Date;
use crate::text::slug::slug;

record! {
    /// A row of `groups` and `topics`: something with a name that documents refer to.
    pub struct Named {
        /// Mã, chữ thường không dấu, nối bằng gạch.
        pub id: Spanned<String>,
        /// Tên cho người đọc.
        pub name: String,
        /// Một câu giải thích.
        pub description: Option<String>,
    }
}

choice! {
    /// What an actor is.
    pub enum ActorKind {
        /// Một cơ quan.
        Body = "body",
        /// Một nhóm cơ quan, ví dụ “các sở, ban, ngành tỉnh”.
        Class = "class",
        /// Để ngỏ, ví dụ “các cơ quan, đơn vị có liên quan”.
        Open = "open",
    }
}

record! {
    /// A row of `agencies`: whoever leads, joins, is given a duty or receives a report.
    pub struct Agency {
        /// Mã, chữ thường không dấu, nối bằng gạch, kèm địa phương.
        pub id: Spanned<String>,
        /// Tên như in.
        pub name: String,
        /// Loại: body, class hoặc open.
        pub kind: ActorKind,
        /// Thuộc bên nào: state, party, union, business, school, press hoặc other.
        pub side: Option<String>,
        /// Địa phương; bỏ trống là không riêng nơi nào.
        pub place: Option<Spanned<String>>,
        /// Các cách viết khác trong kế hoạch.
        pub aliases: Vec<String>,
        /// Những nhóm cơ quan có cơ quan này, do người biên soạn ghi.
        pub member_of: Vec<Spanned<String>>,
    }
}

record! {
    /// A row of `documents`: a document that plans cite. Number, issuer and date together tell it from others; any may be unknown.
    pub struct CitedDocument {
        /// Mã, chữ thường không dấu, nối bằng gạch.
        pub id: Spanned<String>,
        /// Số, ký hiệu như in.
        pub number: Option<String>,
        /// Các cách in khác của số, ký hiệu.
        pub other_numbers: Vec<String>,
        /// Cơ quan ban hành.
        pub issuer: Option<String>,
        /// Ngày ban hành.
        pub date: Option<Date>,
        /// Tên loại và trích yếu.
        pub title: String,
        /// Điểm, khoản nhắc tới văn bản bằng tên, không bằng số.
        pub cited_in: Vec<ClauseRef>,
        /// Nơi đọc văn bản, https://….
        pub link: Option<Spanned<String>>,
        /// Ghi chú.
        pub note: Option<String>,
        /// Điều chưa chắc chắn.
        pub doubt: Option<String>,
    }
}

choice! {
    /// What a help point is.
    pub enum PointKind {
        /// Người hướng dẫn ở bộ phận một cửa.
        Desk = "desk",
        /// Tổ công nghệ số cộng đồng.
        Team = "team",
        /// Lớp học, buổi học định kỳ.
        Class = "class",
        /// Điểm phát wifi công cộng.
        Wifi = "wifi",
        /// Nơi khác.
        Other = "other",
    }
}

record! {
    /// A row of `points`: where help, a class or public wifi is to be had. Only what a source states.
    pub struct Point {
        /// Loại: desk, team, class, wifi hoặc other.
        pub kind: PointKind,
        /// Tên.
        pub name: Spanned<String>,
        /// Mã địa phương.
        pub place: Spanned<String>,
        /// Mã xã, phường.
        pub commune: Option<String>,
        /// Địa chỉ.
        pub address: Option<String>,
        /// Ngày giờ, như nguồn ghi.
        pub hours: Option<String>,
        /// Điện thoại.
        pub phone: Option<Spanned<String>>,
        /// Ngôn ngữ.
        pub languages: Vec<Spanned<String>>,
        /// Lối đi cho xe lăn: yes, no hoặc unknown.
        pub step_free: Option<Known>,
        /// Ngày kiểm tra.
        pub checked_on: Option<Spanned<Date>>,
        /// Nguồn.
        pub source: Option<String>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// A row of `terms`: a word that pages explain where each uses it first.
    pub struct Term {
        /// Mã, chữ thường không dấu, nối bằng gạch.
        pub id: Spanned<String>,
        /// Từ hay chữ viết tắt, như trong bài; nhiều chữ cùng nghĩa thì ngăn bằng dấu phẩy.
        pub term: Spanned<String>,
        /// Lời đầy đủ của chữ viết tắt.
        pub full: Option<String>,
        /// Lời tiếng Anh mà chữ viết tắt lấy từ đó.
        pub english: Option<String>,
        /// Giải thích bằng lời thường.
        pub plain: String,
        /// Để false là không giải thích ngay trong bài, chỉ ở trang từ ngữ.
        pub in_place: Option<bool>,
    }
}

record! {
    /// A row of `speech`: how an abbreviation is read aloud.
    pub struct SpokenWord {
        /// Chữ viết tắt, như trong bài.
        pub written: Spanned<String>,
        /// Cách đọc.
        pub spoken: String,
    }
}

record! {
    /// A row of `results`: what was reached of a target.
    pub struct TargetResult {
        /// Mã chỉ tiêu: kế hoạch:địa chỉ:năm:nhóm, như trong bảng targets.
        pub target: Spanned<String>,
        /// Tính đến ngày.
        pub as_of: Spanned<Date>,
        /// Con số đạt được, không kèm đơn vị.
        pub value: Spanned<String>,
        /// Căn cứ: tên báo cáo hoặc địa chỉ.
        pub evidence: String,
        /// Ai báo cáo (mã cơ quan).
        pub reporter: Spanned<String>,
    }
}

record! {
    /// A row of `baseline`: a target set above the plans, to compare with.
    pub struct BaselineTarget {
        /// Mã, chữ thường không dấu, nối bằng gạch.
        pub id: Spanned<String>,
        /// Năm.
        pub year: i16,
        /// Nhóm đối tượng.
        pub group: Spanned<String>,
        /// Đo điều gì: skills, confirmed hoặc mastery.
        pub indicator: Indicator,
        /// Mức: exactly, over, at_least hoặc strive.
        pub comparator: Comparator,
        /// Con số như in, không kèm đơn vị.
        pub value: Spanned<String>,
        /// Đơn vị: percent (phần trăm), people (người), turns (lượt người), classes (lớp) hoặc share (phân số: 2/3).
        pub unit: Unit,
        /// Văn bản nêu con số này.
        pub source: String,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// A row of `synonyms`: words that mean the same to somebody who searches.
    pub struct Synonyms {
        /// Các cách nói cùng một điều: tên đầy đủ, chữ tắt, lời nói hằng ngày.
        pub words: Vec<String>,
    }
}

record! {
    /// A row of `acknowledge`: a diagnostic of a table, or of `site.yaml`, that an editor has seen and accepts.
    pub struct Accepted {
        /// Tên tệp có cảnh báo, ví dụ events.csv, site.yaml hoặc tin/danh-sach.csv.
        pub file: Spanned<String>,
        /// Dòng nào: chữ ở cột đầu của dòng, ví dụ mã sự kiện; bỏ trống là dòng đầu tiên có cảnh báo ấy.
        pub row: Option<String>,
        /// Tên loại cảnh báo.
        pub code: Spanned<String>,
        /// Điều mà cảnh báo nói tới, như lời giải thích của nó ghi (loa explain).
        pub at: Spanned<String>,
        /// Lý do.
        pub reason: String,
    }
}

/// The tables that the compiler understands, with their columns.
pub static TYPED: &[(&str, &[Field])] = &[
    ("acknowledge", Accepted::FIELDS),
    ("agencies", Agency::FIELDS),
    ("baseline", BaselineTarget::FIELDS),
    ("documents", CitedDocument::FIELDS),
    ("events", EventRow::FIELDS),
    ("groups", Named::FIELDS),
    ("points", Point::FIELDS),
    ("results", TargetResult::FIELDS),
    ("speech", SpokenWord::FIELDS),
    ("synonyms", Synonyms::FIELDS),
    ("terms", Term::FIELDS),
    ("topics", Named::FIELDS),
];

/// A unit that stands in the name of an agency.
#[derive(Debug, Clone)]
pub struct AgencyUnit {
    /// Its name and where that stands.
    pub unit: Link,
    /// Whether it is of a kind that is no more.
    pub is_district: bool,
}

/// All tables of a site.
#[derive(Debug, Clone, Default)]
pub struct Data {
    /// Audience groups by id, in the order of the table.
    pub groups: Vec<Named>,
    /// Topics by id, in the order of the table.
    pub topics: Vec<Named>,
    /// Actors, in the order of the table.
    pub agencies: Vec<Agency>,
    /// Documents that plans cite, in the order of the table.
    pub documents: Vec<CitedDocument>,
    /// What was reached of targets.
    pub results: Vec<TargetResult>,
    /// Targets set above the plans.
    pub baseline: Vec<BaselineTarget>,
    /// Words that find each other.
    pub synonyms: Vec<Synonyms>,
    /// Where help is to be had.
    pub points: Vec<Point>,
    /// How abbreviations are read aloud.
    pub speech: Vec<SpokenWord>,
    /// Words that are explained.
    pub terms: Vec<Term>,
    /// Sessions of events, by the file of their table. Any table whose name begins with `events` is one.
    pub events: Vec<(FileId, Vec<EventRow>)>,
    /// What is accepted of tables.
    pub accepted: Vec<Accepted>,
    /// The files of the tables by their names with their endings.
    pub files: BTreeMap<String, FileId>,
    /// The provinces, communes and wards that rows name as if they existed, with the days of the rows.
    pub units: Vec<(Date, Link)>,
    /// The units in the names of agencies, by the ids of these.
    pub units_of_agencies: Vec<(String, AgencyUnit)>,
    /// Every table by its file's name.
    pub tables: BTreeMap<String, Node>,
}

impl Data {
    /// Reads the table in `source`; its name is that of the file.
    pub fn add(&mut self, file: FileId, source: &SourceFile, reader: &mut Reader) {
        let name = source.path.rsplit('/').next().unwrap_or("");
        self.files.insert(name.to_owned(), file);
        let (name, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let node = if extension == "csv" {
            let node = csv::parse(&source.text, file, &mut reader.diagnostics);
            if is_typed(name) {
                small_heads(node)
            } else {
                node
            }
        } else {
            match yaml::parse(&source.text, file, 0, &mut reader.diagnostics) {
                Ok(node) => node,
                Err(diagnostic) => return reader.diagnostics.push(*diagnostic),
            }
        };
        match name {
            "acknowledge" => self.accepted = rows(&node, reader, |_: &Accepted| None),
            "groups" => self.groups = named(&node, reader),
            "topics" => self.topics = named(&node, reader),
            "agencies" => self.agencies = rows(&node, reader, |row: &Agency| Some(&row.id)),
            "documents" => {
                self.documents = rows(&node, reader, |row: &CitedDocument| Some(&row.id));
            }
            "results" => self.results = rows(&node, reader, |_: &TargetResult| None),
            "synonyms" => self.synonyms = rows(&node, reader, |_: &Synonyms| None),
            "speech" => self.speech = rows(&node, reader, |_: &SpokenWord| None),
            "terms" => self.terms = rows(&node, reader, |row: &Term| Some(&row.id)),
            "points" => self.points = rows(&node, reader, |_: &Point| None),
            "baseline" => {
                self.baseline = rows(&node, reader, |row: &BaselineTarget| Some(&row.id));
            }
            _ if is_events(name) => {
                let rows = rows(&node, reader, |_: &EventRow| None);
                self.events.push((file, rows));
            }
            _ => {}
        }
        if let Some(first) = self.tables.get(name) {
            let fault = rules::duplicate_key(Span::whole(file), name, first.span);
            reader.diagnostics.push(fault);
        }
        self.tables.insert(name.to_owned(), node);
    }

    /// Abbreviations with how they are read aloud.
    pub fn spoken_words(&self) -> impl Iterator<Item = (&str, &str)> {
        let words = self.speech.iter();
        words.map(|word| (word.written.as_str(), word.spoken.as_str()))
    }

    /// The table that stands in `file`.
    pub fn table_of(&self, file: FileId) -> Option<&Node> {
        self.tables.values().find(|node| node.span.file == file)
    }

    /// The first row of the table in `file`, when its columns are those of all rows.
    pub fn first_row(&self, file: FileId) -> Option<&Mapping> {
        let NodeValue::Sequence(rows) = &self.table_of(file)?.value else {
            return None;
        };
        match &rows.first()?.value {
            NodeValue::Mapping(row) if row.head.is_some() => Some(row),
            _ => None,
        }
    }

    /// The group called `id`.
    pub fn group(&self, id: &str) -> Option<&Named> {
        self.groups.iter().find(|group| *group.id == id)
    }
}

/// Any table whose name begins so holds events.
fn is_events(name: &str) -> bool {
    name == "events" || name.starts_with("events-")
}

fn is_typed(name: &str) -> bool {
    is_events(name) || TYPED.iter().any(|(typed, _)| *typed == name)
}

/// Columns that somebody wrote in capitals, as spreadsheets tend to begin a cell.
fn small_heads(mut node: Node) -> Node {
    if let NodeValue::Sequence(rows) = &mut node.value {
        for row in rows {
            if let NodeValue::Mapping(row) = &mut row.value {
                for entry in &mut row.entries {
                    entry.key = entry.key.to_ascii_lowercase();
                }
            }
        }
    }
    node
}

fn named(node: &Node, reader: &mut Reader) -> Vec<Named> {
    rows(node, reader, |row: &Named| Some(&row.id))
}

/// The most letters of an identifier; file systems allow 255 bytes a name, of which languages and endings take some.
const LONGEST_ID: usize = 100;

/// The rows of a table, one by one, so that a faulty one does not hide the others; an id that stands twice is a fault.
fn rows<R: Value>(
    node: &Node,
    reader: &mut Reader,
    id: impl Fn(&R) -> Option<&Spanned<String>>,
) -> Vec<R> {
    if node.value == NodeValue::Null {
        return Vec::new();
    }
    let nodes = reader.sequence(node).unwrap_or_default();
    let before = reader.diagnostics.len();
    let rows: Vec<R> = nodes
        .iter()
        .filter_map(|row| Value::read(row, reader))
        .collect();
    // A column that is not known, or not there, is so in every row.
    let mut told = BTreeSet::new();
    let mut at = 0;
    reader.diagnostics.retain(|fault| {
        at += 1;
        at <= before || told.insert((fault.span, fault.message(Lang::Vi)))
    });
    let mut first_at: BTreeMap<&str, Span> = BTreeMap::new();
    for id in rows.iter().filter_map(&id) {
        // Identifiers become addresses and anchors, some of them names of files.
        let mut fitting = slug(id);
        fitting.truncate(LONGEST_ID);
        if fitting != id.value || fitting.is_empty() {
            let fault = rules::bad_id(id.span, id, &fitting);
            reader.diagnostics.push(fault);
        }
        if let Some(first) = first_at.get(id.as_str()) {
            let fault = rules::duplicate_id(id.span, id, *first);
            reader.diagnostics.push(fault);
        } else {
            first_at.insert(id, id.span);
        }
    }
    rows
}
