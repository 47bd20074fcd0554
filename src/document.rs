//! What one file says: its place in the site, its metadata, and the facts of its body that other pages and checks need.

use std::collections::BTreeMap;

use crate::kind::Kind;
use crate::kind::clause_at::ClauseAt;
use crate::record::{Node, NodeValue, Reader, Shape, Spanned, Value, record};
use crate::source::{FileId, Span};
use crate::text::dates::Date;
use crate::text::slug::slug;

record! {
    /// The keys that every document may have.
    pub struct Meta {
        /// Tiêu đề trang.
        pub title: Spanned<String>,
        /// Một câu: trang này là gì, dành cho ai.
        pub description: Spanned<String>,
        /// Ngày của bài.
        pub date: Option<Date>,
        /// Ngày cập nhật gần nhất.
        pub updated: Option<Date>,
        /// Bản nháp, chưa công bố.
        pub draft: bool,
        /// Tên trong địa chỉ, thay cho tên tệp.
        pub slug: Option<Spanned<String>>,
        /// Các địa chỉ cũ dẫn về trang này.
        pub aliases: Vec<Spanned<String>>,
        /// Thứ tự trong danh sách, số nhỏ đứng trước.
        pub weight: Option<i32>,
        /// Mẫu trang, thay cho mẫu của loại.
        pub template: Option<Spanned<String>>,
        /// Xếp loại.
        pub taxonomies: BTreeMap<String, Vec<Spanned<String>>>,
        /// Khóa tự đặt, chỉ mẫu trang dùng.
        pub extra: Option<Node>,
        /// Loại nội dung, thay cho loại của thư mục.
        pub kind: Option<Spanned<String>>,
        /// Chỉ công bố từ ngày này.
        pub publish_date: Option<Date>,
        /// Không hiện nữa từ ngày này.
        pub expiry_date: Option<Date>,
        /// Đúng cho những địa phương nào; bỏ trống là mọi nơi.
        pub places: Vec<Spanned<String>>,
        /// Dành cho những nhóm nào.
        pub audience: Vec<Spanned<String>>,
        /// Chủ đề: một danh sách; trong kế hoạch là địa chỉ của điểm, khoản kèm các chủ đề.
        pub topics: Topics,
        /// Nguồn của nội dung.
        pub sources: Vec<SourceRef>,
        /// Những cảnh báo đã xem và chấp nhận, kèm lý do.
        pub acknowledge: Vec<Acknowledgement>,
        /// Cơ quan, người đã rà soát.
        pub reviewed_by: Option<String>,
        /// Ngày rà soát.
        pub reviewed_on: Option<Spanned<Date>>,
        /// Nội dung có sử dụng trí tuệ nhân tạo; bỏ trống thì theo cả trang.
        pub made_with_ai: Option<bool>,
    }
}

impl Meta {
    /// The metadata of a document that has only these two.
    pub fn new(title: Spanned<String>, description: Spanned<String>) -> Self {
        Self {
            title,
            description,
            date: None,
            updated: None,
            draft: false,
            slug: None,
            aliases: Vec::new(),
            weight: None,
            template: None,
            taxonomies: BTreeMap::new(),
            extra: None,
            kind: None,
            publish_date: None,
            expiry_date: None,
            places: Vec::new(),
            audience: Vec::new(),
            topics: Topics::None,
            sources: Vec::new(),
            acknowledge: Vec::new(),
            reviewed_by: None,
            reviewed_on: None,
            made_with_ai: None,
        }
    }
}

/// The topics of a document: a list for the whole, or lists by clause in a plan.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
#[serde(untagged)]
pub enum Topics {
    /// None given.
    #[default]
    None,
    /// Of the whole document.
    Whole(Vec<Spanned<String>>),
    /// By clause.
    ByClause(BTreeMap<ClauseAt, Vec<Spanned<String>>>),
}

impl Topics {
    /// Every topic named, with its place.
    pub fn ids(&self) -> Vec<&Spanned<String>> {
        match self {
            Self::None => Vec::new(),
            Self::Whole(ids) => ids.iter().collect(),
            Self::ByClause(map) => map.values().flatten().collect(),
        }
    }
}

impl Value for Topics {
    fn read(node: &Node, reader: &mut Reader) -> Option<Self> {
        match &node.value {
            NodeValue::Mapping(map) => {
                let topics = map.entries.iter().map(|entry| {
                    let at = ClauseAt::parse(&entry.key, entry.key_span);
                    Some((at, Value::read(&entry.value, reader)?))
                });
                // All are read before any is given up.
                let topics: Vec<Option<_>> = topics.collect();
                topics
                    .into_iter()
                    .collect::<Option<_>>()
                    .map(Self::ByClause)
            }
            _ => Value::read(node, reader).map(Self::Whole),
        }
    }

    fn shape() -> Shape {
        let ids = <Vec<Spanned<String>> as Value>::shape();
        Shape::Either(vec![ids.clone(), Shape::Map(Box::new(ids))])
    }

    fn absent() -> Option<Self> {
        Some(Self::None)
    }
}

record! {
    /// Where a page has its content from.
    pub struct SourceRef {
        /// Tên nguồn.
        pub title: String,
        /// Địa chỉ, https://… hoặc @/….
        pub link: Option<Spanned<String>>,
        /// Ghi chú.
        pub note: Option<String>,
    }
}

record! {
    /// A diagnostic that an editor has seen and accepts.
    pub struct Acknowledgement {
        /// Tên loại cảnh báo.
        pub code: Spanned<String>,
        /// Khóa hoặc địa chỉ mà cảnh báo nói tới.
        pub at: Spanned<String>,
        /// Lý do.
        pub reason: String,
    }
}

/// What the place of a file below `content/` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocPath {
    /// The path below `content/`: `ke-hoach/tra-vinh.en.md`.
    pub path: String,
    /// Its folder: `ke-hoach`; empty at the top.
    pub folder: String,
    /// Its name without extension and language: `tra-vinh`.
    pub stem: String,
    /// Its language when the name carries one.
    pub lang: Option<String>,
}

impl DocPath {
    /// Reads `path`; a suffix is a language only if it is one of `languages`.
    pub fn new(path: &str, languages: &[&str]) -> Self {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let (stem, lang) = match stem.rsplit_once('.') {
            Some((stem, lang)) if languages.contains(&lang) => (stem, Some(lang)),
            _ => (stem, None),
        };
        Self {
            path: path.to_owned(),
            folder: folder.to_owned(),
            stem: stem.to_owned(),
            lang: lang.map(str::to_owned),
        }
    }

    /// Whether the file is its folder's own page.
    pub fn is_section(&self) -> bool {
        self.stem == "_index"
    }

    /// The first folder, which decides the kind.
    pub fn top_folder(&self) -> &str {
        self.folder.split('/').next().unwrap_or("")
    }

    /// The folders of the address, each as a slug.
    pub fn folder_slugs(&self) -> Vec<String> {
        let folders = self.folder.split('/').filter(|folder| !folder.is_empty());
        folders.map(slug).collect()
    }

    /// The path of the document of which this is a translation, or its own.
    pub fn original(&self) -> String {
        if self.folder.is_empty() {
            format!("{}.md", self.stem)
        } else {
            format!("{}/{}.md", self.folder, self.stem)
        }
    }
}

/// One document, parsed.
#[derive(Debug, Clone)]
pub struct Document {
    /// The file it was read from.
    pub file: FileId,
    /// What its path says.
    pub path: DocPath,
    /// The name by which others refer to it.
    pub id: String,
    /// The common metadata.
    pub meta: Meta,
    /// The kind with its own metadata.
    pub kind: Kind,
    /// The byte at which the body begins.
    pub body_start: usize,
    /// What other pages and checks need of the body.
    pub facts: Facts,
}

/// Facts of a body.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Everything a link can lead to.
    pub anchors: Vec<String>,
    /// The clauses of a plan, in order.
    pub clauses: Vec<ClauseFact>,
    /// The assignments of a plan, in order.
    pub assignments: Vec<AssignmentFact>,
    /// The references of a plan to its own clauses, in order.
    pub references: Vec<ReferenceFact>,
    /// The documents that a plan cites by number, in order.
    pub citations: Vec<CitationFact>,
    /// The clauses inside whose text a line begins with words that are said to all, by their place, and where that line stands.
    pub closings: Vec<(usize, Span)>,
    /// The tables without content: forms to fill in.
    pub forms: Vec<FormFact>,
    /// The links of the body, its pictures among them.
    pub links: Vec<Link>,
    /// The links of the body to an anchor, as written, each with its anchor and the words that guard it.
    pub pointed: Vec<(String, ClauseAt)>,
    /// The pictures of the body.
    pub pictures: Vec<Link>,
    /// The abbreviations that the page never writes out and that not everybody knows, each once.
    pub abbreviations: Vec<Link>,
    /// The provinces, communes and wards that are named as if they existed on the day of the page.
    pub units: Vec<Link>,
}

/// A reference from one clause of a plan to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceFact {
    /// The clause in which it is printed; nothing in the preamble and in footnotes.
    pub clause: Option<String>,
    /// Its words as printed.
    pub printed: String,
    /// The words of its paragraph or cell that stand before it.
    pub before: String,
    /// Where it stands.
    pub span: Span,
    /// The addresses it points at.
    pub targets: Vec<String>,
    /// Whether a whole `mục` or `phần` is meant.
    pub scope: bool,
    /// Whether words beside it look like more of it that could not be read.
    pub half: bool,
    /// Whether the words beside it leave open to which document it belongs; it points nowhere.
    pub whose: bool,
}

impl ReferenceFact {
    /// Its words on one line.
    pub fn words(&self) -> String {
        self.printed.replace('\n', " ")
    }

    /// What an acknowledgement names it by: the clause in which it is printed, or else its words.
    pub fn subject(&self) -> String {
        self.clause.clone().unwrap_or_else(|| self.words())
    }
}

/// A document that a plan cites by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationFact {
    /// The clause in which it is cited; nothing in the preamble and in footnotes.
    pub clause: Option<String>,
    /// Its number as printed: `146/QĐ-TTg`.
    pub number: String,
    /// What is printed with it.
    pub with: PrintedWith,
    /// Where the number stands.
    pub span: Span,
}

/// What is printed with the number of a document, and tells it from others of that number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PrintedWith {
    /// Its date.
    pub date: Option<Date>,
    /// Its year, where no day is printed: "số 12/KH-UBND năm 2024".
    pub year: Option<i16>,
    /// Whose it is, directly behind it: "của UBND tỉnh Vĩnh Long".
    pub owner: Option<String>,
}

/// A table that is printed without content, to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFact {
    /// The clause in which it stands.
    pub clause: String,
    /// Its columns.
    pub head: Vec<String>,
    /// The labels of its rows.
    pub labels: Vec<String>,
}

/// A clause as other pages and checks know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseFact {
    /// Its address: `iii.4.a`.
    pub address: String,
    /// Its printed label; empty for a paragraph without one.
    pub label: String,
    /// The clause above it, by its place in the list.
    pub parent: Option<usize>,
    /// Whether clauses stand below it.
    pub has_children: bool,
    /// How it is cited: "điểm a, mục 4, phần III".
    pub citation: String,
    /// The words that name it: those of a heading, or the bold ones or those before a colon at its start.
    pub name: String,
    /// Whether it is printed as a title.
    pub is_title: bool,
    /// Whether it only says something of the clause above it: "Sản phẩm: …", "Kinh phí thực hiện: …".
    pub is_detail: bool,
    /// Of a row of a table, the cell that says what is to be done; empty elsewhere.
    pub cell: String,
    /// Its own text, without the clauses below it.
    pub text: String,
    /// What stands in the heads of its tables: it names columns and is no text of the clause.
    pub head: String,
    /// Where its label stands.
    pub span: Span,
}

/// What an assignment line says about a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssignmentKind {
    /// Who leads.
    Lead,
    /// Who joins.
    Coordinate,
    /// By when.
    Time,
}

/// A printed line, or a cell of a task table, that says who does a clause or by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignmentFact {
    /// The address of the clause.
    pub clause: String,
    /// What it says.
    pub kind: AssignmentKind,
    /// The words after the label, as printed.
    pub printed: String,
    /// Where they stand.
    pub span: Span,
}

/// A link or picture in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as written.
    pub target: String,
    /// Where it stands.
    pub span: Span,
}

impl ClauseFact {
    /// What it says itself: of a title the text behind it, if there is one.
    pub fn own_text(&self) -> &str {
        let behind = self.text.strip_prefix(self.name.as_str());
        let behind = behind.filter(|_| self.is_title && self.text != self.name);
        behind.map_or(&self.text, |behind| {
            behind.trim_start_matches([':', ' ', '\n'])
        })
    }

    /// What is to be done: of a row its cell that says so, else the whole text.
    pub fn work(&self) -> &str {
        if self.cell.is_empty() {
            &self.text
        } else {
            &self.cell
        }
    }
}

impl Document {
    /// The name by which other documents and tables refer to it: the last part of its address.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The name of the document at `path`: its slug, else that of its file, or of the folder of a section.
    pub fn id_of(path: &DocPath, meta: &Meta) -> String {
        let folder = || path.folder.rsplit('/').next().unwrap_or("");
        match &meta.slug {
            Some(given) => slug(given),
            None if path.is_section() => slug(folder()),
            None => slug(&path.stem),
        }
    }

    /// The clause at `address`.
    pub fn clause(&self, address: &str) -> Option<&ClauseFact> {
        self.facts
            .clauses
            .iter()
            .find(|clause| clause.address == address)
    }
}

#[cfg(test)]
mod tests {
    use super::DocPath;

    #[test]
    fn a_path_tells_folder_name_and_language() {
        let languages = ["en"];
        let path = DocPath::new("ke-hoach/tra-vinh.en.md", &languages);
        assert_eq!(
            (path.stem.as_str(), path.lang.as_deref()),
            ("tra-vinh", Some("en"))
        );
        assert_eq!(path.original(), "ke-hoach/tra-vinh.md");
        let dotted = DocPath::new("tin/ban-1.2.md", &languages);
        assert_eq!((dotted.stem.as_str(), dotted.lang), ("ban-1.2", None));
    }
}
