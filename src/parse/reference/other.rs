//! References that belong to another document, which are none of ours, and those of which the words beside them leave that open.
//!
//! 1. What stands behind decides: "của Kế hoạch này" is ours, and so is "Kế hoạch số 12/KH-UBND" where that is this plan; "của Nghị quyết số
//!    57-NQ/TW" is not.
//! 2. Else a document that is named before it in the same sentence may be the one that is meant: "Theo Nghị quyết 57, mục 1, phần II". Only
//!    words of doing behind a comma bring the sentence back to this plan: "Căn cứ Nghị quyết 57, chủ trì thực hiện khoản 1.1, phần IV".

use std::ops::Range;

use crate::kind::Kind;
use crate::parse::citation;
use crate::text::dates::Date;
use crate::text::fold::after_word;

/// How many letters may stand between a reference and what it may belong to.
pub(super) const NEAR: usize = 48;

/// To which document a reference belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    /// To the plan in which it is printed.
    Own,
    /// To another: "của Nghị quyết số 57-NQ/TW".
    Other,
    /// The words do not tell: "theo Kế hoạch số 5/KH-UBND", "của Đảng ủy". No link is made, and an editor is told.
    Open,
}

/// By what a plan knows itself among the documents that its text cites.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// Its number.
    pub number: Option<String>,
    /// The day on which it was issued.
    pub date: Option<Date>,
}

impl Own {
    /// That of a plan; other kinds have none.
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Plan(plan) => Self {
                number: plan.number.clone(),
                date: plan.issued,
            },
            _ => Self::default(),
        }
    }

    /// What a text says that begins with the number of the plan, "số 12/KH-UBND": with its date, or with nothing that tells it from others of
    /// one number, it is the plan. Without a date, who issued it may be somebody else.
    fn said_at(&self, text: &str) -> Option<Belongs> {
        let text = text.strip_prefix("số ").unwrap_or(text);
        let cited = citation::find(text).into_iter().next();
        let cited = cited.filter(|cited| cited.range.start == 0)?;
        let behind = text[cited.range.end..].trim_start();
        let number = citation::plain_number(&text[cited.range]);
        if number != citation::plain_number(self.number.as_deref()?) {
            return None;
        }
        match cited.with.date {
            Some(_) => (cited.with.date == self.date).then_some(Belongs::Own),
            None if behind.starts_with("của ") || behind.starts_with("ngày ") => {
                Some(Belongs::Open)
            }
            None => Some(Belongs::Own),
        }
    }
}

/// What the words around a reference say of the document that it belongs to. One without units, "phần I", may be a part of anything that
/// is said to have parts.
pub(super) fn belongs(text: &str, range: &Range<usize>, without_units: bool, own: &Own) -> Belongs {
    let said = said_behind(&text[range.end..], own);
    said.unwrap_or_else(|| said_before(&text[..range.start], without_units, own))
}

/// Names of documents. Those of the second list are verbs as well, and count only with a number behind them.
const KINDS: [&str; 26] = [
    "luật",
    "bộ luật",
    "hiến pháp",
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông tư",
    "thông tri",
    "thông cáo",
    "chỉ thị",
    "công điện",
    "chiến lược",
    "kế hoạch",
    "chương trình",
    "đề án",
    "dự án",
    "phương án",
    "quy hoạch",
    "văn bản",
    "công văn",
    "tờ trình",
    "pháp lệnh",
    "quy chế",
    "quy định",
    "quy trình",
    "điều lệ",
];
const VERBS: [&str; 4] = ["hướng dẫn", "báo cáo", "kết luận", "thông báo"];

/// Documents that no plan is, so that their names need no number.
const LAWS: [&str; 11] = [
    "Văn kiện",
    "Luật",
    "Bộ luật",
    "Hiến pháp",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Thông tư",
    "Thông tri",
    "Chỉ thị",
    "Chiến lược",
];

/// Other things that have parts and items.
const TEXTS: [&str; 24] = [
    "hội thi",
    "cuộc thi",
    "bài thi",
    "văn kiện",
    "mẫu",
    "biểu",
    "biểu mẫu",
    "phiếu",
    "tờ khai",
    "đơn",
    "sách",
    "giáo trình",
    "tài liệu",
    "cẩm nang",
    "sổ tay",
    "đề cương",
    "đề thi",
    "bài",
    "bảng",
    "hồ sơ",
    "hợp đồng",
    "biên bản",
    "bộ câu hỏi",
    "bộ tiêu chí",
];

/// What joins a reference to the document that it stands in.
const LINKS: [&str; 9] = [
    "của ", "tại ", "trong ", "kèm ", "theo ", "đính ", "ban ", "hành ", "(",
];

/// What the words behind a reference say, if anything.
fn said_behind(rest: &str, own: &Own) -> Option<Belongs> {
    let lower = rest.to_lowercase().replace('\n', " ");
    let trimmed = lower.trim_start_matches([' ', ')']);
    let comma = trimmed.starts_with(',');
    let mut named = trimmed.trim_start_matches([' ', ',']);
    // "Bản Kế hoạch này"
    named = named.strip_prefix("bản ").unwrap_or(named);
    let mut links = Vec::new();
    while let Some(link) = LINKS.iter().find(|link| named.starts_with(**link)) {
        links.push(*link);
        named = named[link.len()..].trim_start();
        named = named.strip_prefix("bản ").unwrap_or(named);
    }
    // "kèm theo" belongs, "theo" alone may say by what the work is done.
    let attached = links.contains(&"kèm ");
    let rests = links.contains(&"theo ") && !attached;
    let skipped = lower.chars().count() - named.chars().count();
    let capital = rest.chars().nth(skipped).is_some_and(char::is_uppercase);
    let kind = KINDS.iter().find(|kind| after_word(named, kind).is_some());
    let verb = VERBS.iter().find(|kind| after_word(named, kind).is_some());
    let Some(kind) = kind.or(verb) else {
        let is_text = capital && TEXTS.iter().any(|text| after_word(named, text).is_some());
        return said_by_name(named, capital, &links).filter(|_| (!comma || is_text) && !rests);
    };
    let after = named[kind.len()..].trim_start();
    if is_this(after) || *kind == "kế hoạch" && !comma && is_alone(after) {
        return Some(Belongs::Own);
    }
    // The letters of a number are capitals, and small ones are as long.
    let as_printed = rest
        .len()
        .checked_sub(after.len())
        .and_then(|at| rest.get(at..));
    let said = as_printed.and_then(|printed| own.said_at(printed));
    if said.is_some() && *kind == "kế hoạch" {
        return said;
    }
    match (is_numbered(after, verb.is_some()), verb.is_some()) {
        (false, true) => None,
        (true, _) if rests => Some(Belongs::Open),
        (true, _) => Some(Belongs::Other),
        (false, false) if rests => None,
        // A name behind a comma: "mục 1, phần II, Chiến lược quốc gia".
        (false, false) if comma => capital.then_some(Belongs::Open),
        // "phần IV Kế hoạch của tỉnh", "phần I của Luật Ngân sách".
        (false, false) if after.starts_with("của ") => Some(Belongs::Other),
        (false, false) => (!links.is_empty() || !after.is_empty()).then_some(Belongs::Open),
    }
}

/// What a name that is no kind of document says, directly behind a reference or joined to it: "phần I Khung kỹ năng số", "phần II sách
/// giáo khoa", "phần IV của Đảng ủy".
fn said_by_name(named: &str, capital: bool, links: &[&str]) -> Option<Belongs> {
    // "của cơ quan mình" is whoever reads it.
    let own = named
        .split([' ', ',', '.', ';', ')'])
        .take(4)
        .any(|word| word == "mình");
    let owned = links.contains(&"của ") && !own;
    let is_text =
        !links.contains(&"kèm ") && TEXTS.iter().any(|text| after_word(named, text).is_some());
    let is_name = capital && links.is_empty();
    (owned && !named.is_empty() || is_text || is_name).then_some(Belongs::Open)
}

/// Whether a document is the one in which the reference stands: "Kế hoạch này", "Kế hoạch hành động này".
fn is_this(after: &str) -> bool {
    let words = after.split_whitespace().take(4);
    let mut words = words.map(|word| word.trim_end_matches([',', '.', ';', ')']));
    words.any(|word| word == "này")
}

/// Whether nothing behind "Kế hoạch" tells it from the plan itself: "phần II của Kế hoạch", "kế hoạch nêu trên".
fn is_alone(after: &str) -> bool {
    let ended = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'));
    ended
        || ["nêu trên", "trên", "đã ban hành", "đã nêu"]
            .iter()
            .any(|words| after_word(after, words).is_some())
}

/// Whether a number of a document stands behind the name of its kind, perhaps after a few words; "Nghị quyết 57" has only a figure,
/// which behind a verb could count anything: "hướng dẫn 100 hộ dân".
fn is_numbered(after: &str, verb: bool) -> bool {
    let figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let said = after.strip_prefix("số ").is_some_and(figure);
    let near = cut(after, NEAR / 2).to_uppercase();
    said || !verb && figure(after) || !citation::find(&near).is_empty()
}

/// What the sentence before a reference says.
fn said_before(before: &str, without_units: bool, own: &Own) -> Belongs {
    const WITHIN: [&str; 6] = ["tại", "ở", "trong", "kèm", "kèm theo", "("];
    let sentence = &before[citation::sentence_start(before)..];
    if without_units && has_parts(sentence) {
        return Belongs::Open;
    }
    let Some(end) = last_document(sentence) else {
        return Belongs::Own;
    };
    let cited = citation::find(sentence).pop();
    let cited = cited.filter(|cited| cited.range.end == end);
    let said = cited.and_then(|cited| own.said_at(&sentence[cited.range.start..]));
    if said == Some(Belongs::Own) {
        return Belongs::Own;
    }
    let between = sentence[end..].trim();
    let between = between.trim_end_matches("các").trim();
    if WITHIN.contains(&between) {
        Belongs::Other
    } else if is_back(between) {
        Belongs::Own
    } else {
        Belongs::Open
    }
}

/// Whether something is said to have parts: "Hội thi gồm phần I (lý thuyết), phần II (thực hành)".
fn has_parts(sentence: &str) -> bool {
    const WORDS: [&str; 8] = [
        "gồm",
        "chia thành",
        "chia làm",
        "bài thi",
        "đề thi",
        "hội thi",
        "cuộc thi",
        "học viên đạt",
    ];
    let lower = sentence.to_lowercase();
    WORDS.iter().any(|word| lower.contains(word))
}

/// Where the name or number of the last document in a sentence ends.
fn last_document(sentence: &str) -> Option<usize> {
    let cited = citation::find(sentence).pop().map(|last| last.range.end);
    let lower = sentence.to_lowercase();
    // Only where small letters are as long as capitals do places in one text hold in the other.
    let alike = lower.len() == sentence.len();
    let figured = KINDS.iter().filter(|_| alike).flat_map(|kind| {
        lower.match_indices(kind).filter_map(|(at, kind)| {
            let after = &lower[at + kind.len()..];
            let number = after.strip_prefix(" số").unwrap_or(after);
            let number = number.strip_prefix(' ')?;
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            (digits > 0).then(|| lower.len() - number.len() + digits)
        })
    });
    let laws = LAWS.iter().flat_map(|law| {
        let found = sentence.match_indices(law);
        found.map(|(at, law)| at + law.len())
    });
    let issued = of_somebody(&lower, sentence).filter(|_| alike);
    figured.chain(laws).chain(cited).chain(issued).max()
}

/// Where a document ends that is named by who issued it, or by what it is behind "theo": "Kế hoạch của Bộ Công an", "theo Sổ tay". "Theo mẫu
/// tại" says of what follows what it is. Places in the small letters are those in the sentence `as_printed`.
fn of_somebody(lower: &str, as_printed: &str) -> Option<usize> {
    // Who reports "kết quả của các sở" names no document.
    let kinds = KINDS.iter().chain(&VERBS).chain(&TEXTS);
    let kinds = kinds.filter(|kind| **kind != "báo cáo");
    let ends = kinds.flat_map(|kind| {
        lower.match_indices(kind).filter_map(|(at, kind)| {
            let end = at + kind.len();
            let rest = &lower[end..];
            if after_word(&lower[at..], kind).is_none() || is_this(rest.trim_start()) {
                return None;
            }
            let near = cut(rest, NEAR);
            let owned = near
                .find(" của ")
                .filter(|of| !near[..*of].contains([',', ';', '(']));
            let is_small = as_printed
                .get(at..)
                .is_some_and(|text| text.starts_with(kind));
            let rested = lower[..at].trim_end().ends_with("theo")
                && *kind != *"kế hoạch"
                && !(is_small && says_what(kind, rest));
            owned
                .map(|of| end + of + " của ".len())
                .or(rested.then_some(end))
        })
    });
    ends.max()
}

/// Whether a word behind "theo" only says what stands at the place that follows: "theo mẫu tại", "theo hướng dẫn nêu tại".
fn says_what(kind: &str, behind: &str) -> bool {
    const CONTENTS: [&str; 11] = [
        "mẫu",
        "biểu",
        "biểu mẫu",
        "bảng",
        "phiếu",
        "đề cương",
        "quy định",
        "quy trình",
        "chương trình",
        "hướng dẫn",
        "báo cáo",
    ];
    const BETWEEN: [&str; 16] = [
        "mẫu", "báo", "cáo", "nêu", "quy", "định", "ban", "hành", "đính", "kèm", "theo", "các",
        "chi", "tiết", "số", "liệu",
    ];
    let behind = behind.trim_end();
    let place = ["tại", "ở", "trong"].iter();
    let before = place.filter_map(|place| behind.strip_suffix(place)).next();
    CONTENTS.contains(&kind)
        && before.is_some_and(|words| words.split_whitespace().all(|word| BETWEEN.contains(&word)))
}

/// Whether words behind the name of a document come back to this plan, by its name or by doing something behind a comma.
fn is_back(between: &str) -> bool {
    const DOING: [&str; 12] = [
        "chủ trì",
        "phối hợp",
        "thực hiện",
        "triển khai",
        "tổ chức",
        "tham mưu",
        "báo cáo",
        "theo dõi",
        "xây dựng",
        "hướng dẫn",
        "làm ",
        "có trách nhiệm",
    ];
    let lower = between.to_lowercase();
    let mut clauses = lower.split(", ").skip(1);
    lower.contains("kế hoạch này")
        || clauses.any(|clause| DOING.iter().any(|verb| clause.starts_with(verb)))
}

/// The first `chars` letters of a text.
fn cut(text: &str, chars: usize) -> &str {
    let end = text
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
