//! One printed line: its label, and whether it says who does the clause above it.

use std::borrow::Cow;

use super::Assignment;
use super::label::{Label, UNSEEN, is_letter, roman};
use crate::document::AssignmentKind;
use crate::parse::markdown::{Inline, InlineKind, plain_text};
use crate::source::Span;
use crate::text::fold::{after_word, fold};

/// How the lines of an assignment begin, in lower case.
const ASSIGNMENT_LABELS: &[&str] = &[
    "chủ trì",
    "cơ quan chủ trì",
    "cơ quan thực hiện",
    "cơ quan chủ trì thực hiện",
    "đơn vị chủ trì",
    "đơn vị thực hiện",
    "đơn vị chủ trì thực hiện",
    "cơ quan, đơn vị chủ trì",
    "cơ quan, đơn vị thực hiện",
    "phối hợp",
    "cơ quan phối hợp",
    "cơ quan phối hợp thực hiện",
    "đơn vị phối hợp",
    "đơn vị phối hợp thực hiện",
    "cơ quan, đơn vị phối hợp",
    "thời gian",
    "thời gian thực hiện",
    "thời gian hoàn thành",
    "thời hạn",
    "thời hạn hoàn thành",
    "hoàn thành",
    "tiến độ",
    "tiến độ thực hiện",
];

/// How lines begin that say something of a task and are none, in lower case.
const DETAIL_LABELS: &[&str] = &[
    "sản phẩm",
    "sản phẩm dự kiến",
    "sản phẩm đầu ra",
    "kết quả",
    "kết quả dự kiến",
    "kết quả đầu ra",
    "đầu ra",
    "kinh phí",
    "kinh phí thực hiện",
    "kinh phí dự kiến",
    "dự kiến kinh phí",
    "nguồn kinh phí",
    "nguồn lực",
    "địa điểm",
    "địa điểm thực hiện",
    "địa điểm tổ chức",
    "địa bàn",
    "địa bàn thực hiện",
    "đối tượng",
    "đối tượng tham gia",
    "thành phần",
    "số lượng",
    "quy mô",
    "ghi chú",
    "lưu ý",
    "hình thức",
    "hình thức thực hiện",
    "yêu cầu",
    "nội dung",
    "mục tiêu",
    "chỉ tiêu",
    "phạm vi",
    "thời lượng",
    "tài liệu",
    "giảng viên",
    "điều kiện",
    "căn cứ",
    "mục đích",
    "ý nghĩa",
    "lãnh đạo phụ trách",
    "lãnh đạo chỉ đạo",
    "đồng chí phụ trách",
    "nội dung thực hiện",
    "nội dung chính",
    "nội dung trọng tâm",
    "phương pháp",
    "phương thức",
    "phương thức thực hiện",
    "cách làm",
    "cách thực hiện",
    "cách thức",
    "giải pháp",
    "biện pháp",
    "thành phần tham dự",
    "thành phần tham gia",
    "người tham gia",
    "đối tượng tham dự",
    "chủ đề",
    "thông điệp",
    "khẩu hiệu",
    "tên lớp",
    "số lớp",
    "khối lượng",
    "báo cáo viên",
    "lộ trình",
    "tần suất",
    "hồ sơ",
    "nền tảng",
    "công cụ",
    "kết quả cần đạt",
    "kết quả mong đợi",
    "tiêu chí",
    "chuẩn bị",
    "lực lượng",
    "lực lượng tham gia",
    "nhân lực",
    "đơn vị thụ hưởng",
    "cơ quan trình",
    "cấp trình",
    "cơ quan thẩm định",
    "cơ quan ban hành",
];

/// Whether a line only says something of the task above it: "Sản phẩm: …".
pub(super) fn is_detail(text: &str) -> bool {
    let Some(label) = text.split_once(':').map(|(label, _)| one_line(label)) else {
        return false;
    };
    let mut parts = label.split(", ").flat_map(|part| part.split(" và "));
    parts.all(|part| DETAIL_LABELS.contains(&part))
}

/// How many letters of a label may be wrong for it still to be meant.
const SLIPS: usize = 2;

/// Text over line ends as one piece, so that what is printed in one breath is read as such.
pub(super) fn joined(line: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    let mut out: Vec<Inline> = Vec::new();
    for inline in line {
        let piece = match &inline.kind {
            InlineKind::Text(text) => text.clone(),
            InlineKind::SoftBreak => Cow::Borrowed("\n"),
            _ => {
                out.push(inline);
                continue;
            }
        };
        match out.last_mut() {
            Some(Inline {
                span,
                kind: InlineKind::Text(text),
            }) => {
                text.to_mut().push_str(&piece);
                span.end = inline.span.end;
            }
            _ => out.push(Inline {
                span: inline.span,
                kind: InlineKind::Text(piece),
            }),
        }
    }
    out
}

/// Takes the label off the front of a line, bold or not.
pub(super) fn cut_label<'t>(
    content: &[Inline<'t>],
    span: Span,
) -> (Option<Label>, Vec<Inline<'t>>, Span) {
    let none = || (None, content.to_vec(), span);
    let Some(first) = content.first() else {
        return none();
    };
    match &first.kind {
        InlineKind::Text(text) => {
            let Some(label) = Label::at_start(text) else {
                return none();
            };
            let unseen = text.len() - text.trim_start_matches(UNSEEN).len();
            let rest = text[(unseen + label.printed.len()).min(text.len())..].trim_start_matches(
                |c: char| c.is_whitespace() || ".:".contains(c) || UNSEEN.contains(&c),
            );
            let content = from(content, text.len() - rest.len());
            let start = first.span.range().start + unseen;
            let place = Span::new(first.span.file, start, start + label.printed.len());
            (Some(label), content, place)
        }
        InlineKind::Styled(style, words) => {
            let (label, words, place) = cut_label(words, span);
            if label.is_none() {
                return none();
            }
            let mut content = content.to_vec();
            if words.is_empty() {
                content.remove(0);
                content = trimmed_start(content);
            } else {
                content[0].kind = InlineKind::Styled(*style, words);
            }
            (label, content, place)
        }
        _ => none(),
    }
}

/// Running text without spaces at its start.
fn trimmed_start(content: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    match content.first().map(|first| &first.kind) {
        Some(InlineKind::Text(text)) => {
            let space = text.len() - text.trim_start().len();
            from(&content, space)
        }
        _ => content,
    }
}

/// A line such as "Cơ quan thực hiện: …", or one that looks like it.
pub(super) enum Line<'t> {
    /// It says who does the clause above it, or by when.
    Assignment(Assignment<'t>),
    /// It begins almost like such a line: the label as printed, where it stands, and the label that may be meant.
    Almost(String, Span, &'static str),
}

/// Words that announce a time anywhere in a label or column head, and labels that do as a whole: "sản phẩm hoàn thành" is no time.
const TIMES: [&str; 2] = ["thời gian", "thời hạn"];
const TIME_LABELS: [&str; 3] = ["hoàn thành", "tiến độ", "tiến độ thực hiện"];

/// What a label or a column head announces; nothing when it names both those who lead and those who join.
pub fn announced(label: &str) -> Option<AssignmentKind> {
    let label = label.to_lowercase();
    let leads = label.contains("chủ trì");
    let joins = label.contains("phối hợp");
    if leads && joins {
        None
    } else if joins {
        Some(AssignmentKind::Coordinate)
    } else if TIMES.iter().any(|word| label.contains(word)) || TIME_LABELS.contains(&label.trim()) {
        Some(AssignmentKind::Time)
    } else {
        let does = ["cơ quan thực hiện", "đơn vị thực hiện"];
        let does = does.iter().any(|words| label.contains(words));
        (leads || does).then_some(AssignmentKind::Lead)
    }
}

/// Words with which the label of an assignment begins, and one of which it must hold.
const BEGINNINGS: &[&str] = &[
    "chủ trì",
    "đồng chủ trì",
    "phối hợp",
    "cơ quan",
    "các cơ quan",
    "đơn vị",
    "các đơn vị",
    "thời gian",
    "thời hạn",
    "thời điểm",
    "tiến độ",
    "hoàn thành",
    "đầu mối",
    "phân công",
    "thực hiện",
    "người",
    "lãnh đạo",
];
const SUBJECTS: &[&str] = &[
    "chủ trì",
    "phụ trách",
    "phối hợp",
    "thực hiện",
    "thời",
    "tiến độ",
    "hoàn thành",
    "đầu mối",
    "phân công",
];

/// Most words that a label has.
const LABEL_WORDS: usize = 6;

/// Reads a line that begins with a label and a colon.
pub(super) fn labelled<'t>(content: &[Inline<'t>]) -> Option<Line<'t>> {
    let Some((label, rest)) = before_colon(content) else {
        return without_colon(content);
    };
    let plain = one_line(&label);
    let is_time = announced(&label) == Some(AssignmentKind::Time);
    if !is_time && names_place(&plain, &plain_text(&rest)) {
        return None;
    }
    let first = content.first()?;
    let span = match &first.kind {
        InlineKind::Text(_) => Span {
            end: first.span.start + u32::try_from(label.len()).unwrap_or(0),
            ..first.span
        },
        _ => first.span,
    };
    let printed = label.trim().to_owned();
    if ASSIGNMENT_LABELS.contains(&plain.as_str()) {
        // Names in a list below would become tasks.
        return Some(match plain_text(&rest).trim().is_empty() {
            true => Line::Almost(
                format!("{printed}: …"),
                span,
                ASSIGNMENT_LABELS[nearest(&plain).1],
            ),
            false => Line::Assignment(Assignment {
                label: printed,
                content: rest,
            }),
        });
    }
    Some(Line::Almost(printed, span, almost(&label)?))
}

/// The line of an assignment that the text of a clause is, with a label that names a body or a time: "Đơn vị chủ trì: …". What somebody is to
/// lead, "Chủ trì: …", stands below the heading of a body.
pub fn assignment<'t>(content: &[Inline<'t>]) -> Option<Assignment<'t>> {
    match labelled(content)? {
        Line::Assignment(said) => {
            let label = one_line(&said.label);
            let names_work = label.starts_with("chủ trì") || label.starts_with("phối hợp");
            (!names_work).then_some(said)
        }
        Line::Almost(..) => None,
    }
}

/// Whether a label and what follows its colon name a place in the plan: "Chủ trì: điểm a, mục 3", "Phối hợp thực hiện các điểm: a, b, mục 3".
fn names_place(label: &str, rest: &str) -> bool {
    let level = LEVELS.iter().find(|level| {
        let before = label.strip_suffix(*level);
        before.is_some_and(|before| before.ends_with(' ') && before != "thời ")
    });
    let of_label = level.map(|level| format!("{level} {}", rest.trim_start()));
    begins_with_place(rest) || of_label.is_some_and(|text| begins_with_place(&text))
}

/// The words before the number of a place in a plan.
const LEVELS: [&str; 6] = ["điểm", "khoản", "mục", "tiểu mục", "phần", "nhiệm vụ"];

/// Whether a text names a place in the plan, "điểm a, mục 3", "1.1, mục 1, phần II", and so what somebody does and not who.
pub(super) fn begins_with_place(text: &str) -> bool {
    let text = text.trim_start().to_lowercase();
    let behind = LEVELS.iter().find_map(|level| after_word(&text, level));
    let number = behind.unwrap_or(&text).trim_start();
    let number = number.trim_start_matches("số ");
    let token: String = number.chars().take_while(|c| c.is_alphanumeric()).collect();
    let is_number = token.starts_with(|c: char| c.is_ascii_digit());
    let is_label = is_number || is_letter(&token) || roman(&token.to_uppercase()).is_some();
    match behind {
        Some(_) => is_label,
        None => {
            let more = number[token.len()..].strip_prefix('.');
            is_number && more.is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()))
        }
    }
}

/// Whether a text begins with the label of an assignment and its colon.
pub(super) fn is_assignment(text: &str) -> bool {
    at_start(text).is_some()
}

/// The label of an assignment with which a text begins, and what follows its colon.
fn at_start(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once(':')?;
    let plain = one_line(label);
    let is_time = announced(label) == Some(AssignmentKind::Time);
    let is_label = ASSIGNMENT_LABELS.contains(&plain.as_str());
    let names_place = !is_time && names_place(&plain, rest);
    (is_label && !names_place).then_some((label.trim(), rest.trim_start()))
}

/// What one printed line says piece by piece: "Sở A; phối hợp: Sở B; thời gian: năm 2026" behind the label "Chủ trì" are three.
pub fn each_announced(label: &str, printed: &str) -> Vec<(AssignmentKind, String)> {
    let mut said: Vec<(AssignmentKind, String)> = Vec::new();
    let first = announced(label);
    said.extend(first.map(|kind| (kind, String::new())));
    let ends = printed
        .match_indices([';', '\n', '.'])
        .map(|(at, _)| at + 1);
    let mut from = 0;
    for end in ends.chain([printed.len()]) {
        let piece = &printed[from..end];
        from = end;
        let own =
            at_start(piece.trim_start()).and_then(|(label, rest)| Some((announced(label)?, rest)));
        match (own, said.last_mut()) {
            (Some((kind, rest)), _) => said.push((kind, rest.to_owned())),
            (None, Some((_, text))) => text.push_str(piece),
            (None, None) => {}
        }
    }
    for (_, text) in &mut said {
        let whole = text.trim().trim_end_matches(';').trim_end();
        *text = whole.to_owned();
    }
    said
}

/// The label of an assignment that stands inside a text, behind a bracket or the end of a sentence: "Mở lớp (Chủ trì: Sở A)".
pub(super) fn inside(text: &str) -> Option<&str> {
    let starts = text.match_indices(['(', '.', ';', '[']);
    let mut labels = starts.filter_map(|(at, _)| at_start(text[at + 1..].trim_start()));
    labels.next().map(|(label, _)| label)
}

/// The label of an assignment that another one is like, in letters or in words.
pub fn almost(label: &str) -> Option<&'static str> {
    let plain = one_line(label);
    let (distance, known) = nearest(&plain);
    // A short word has too few letters to be told from another.
    let slip = distance == 0 || distance <= SLIPS && plain.chars().count() > 4 * SLIPS;
    let alike = plain.split(' ').count() <= LABEL_WORDS
        && BEGINNINGS.iter().any(|start| plain.starts_with(start))
        && SUBJECTS.iter().any(|subject| plain.contains(subject));
    (slip || alike).then(|| ASSIGNMENT_LABELS[known])
}

/// A label in small letters with one space between its words.
fn one_line(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The label of an assignment at the start of a line without its colon: "Cơ quan chủ trì Sở A".
fn without_colon<'t>(content: &[Inline<'t>]) -> Option<Line<'t>> {
    let first = content.first()?;
    let text = plain_text(content).to_lowercase();
    let known = ASSIGNMENT_LABELS
        .iter()
        .filter(|label| label.starts_with("cơ quan") || label.starts_with("đơn vị"));
    let label = known
        .filter(|label| text.starts_with(**label))
        .max_by_key(|label| label.len())?;
    let after = text[label.len()..].chars().next();
    after
        .is_some_and(|c| !c.is_alphanumeric())
        .then(|| Line::Almost((*label).to_owned(), first.span, label))
}

/// The known label nearest to one, marks aside, and how many letters lie between.
fn nearest(plain: &str) -> (usize, usize) {
    let folded = fold(plain);
    let known = ASSIGNMENT_LABELS.iter().enumerate();
    let known = known.map(|(at, known)| (strsim::osa_distance(&folded, &fold(known)), at));
    known.min().unwrap_or((usize::MAX, 0))
}

/// The words before the colon of a line, bold or not, and what follows it.
fn before_colon<'t>(content: &[Inline<'t>]) -> Option<(String, Vec<Inline<'t>>)> {
    let (first, others) = content.split_first()?;
    match &first.kind {
        InlineKind::Text(text) => {
            let (label, rest) = text.split_once(':')?;
            let cut = text.len() - rest.trim_start().len();
            Some((label.to_owned(), from(content, cut)))
        }
        InlineKind::Styled(style, words) => {
            let inner = before_colon(words).filter(|(_, rest)| !rest.is_empty());
            if let Some((label, rest)) = inner {
                // All of the line, or more of it than the label, is bold.
                let mut content = content.to_vec();
                content[0].kind = InlineKind::Styled(*style, rest);
                return Some((label, content));
            }
            let words = plain_text(words);
            if let Some(label) = words.trim_end().strip_suffix(':') {
                let space = match &others.first().map(|next| &next.kind) {
                    Some(InlineKind::Text(text)) => text.len() - text.trim_start().len(),
                    _ => 0,
                };
                return Some((label.to_owned(), from(others, space)));
            }
            let InlineKind::Text(next) = &others.first()?.kind else {
                return None;
            };
            // "**Thời gian** thực hiện: …" is bold in part.
            let (more, rest) = next.split_once(':')?;
            let cut = next.len() - rest.trim_start().len();
            Some((format!("{words}{more}"), from(others, cut)))
        }
        _ => None,
    }
}

/// Running text without the first `cut` bytes of the text it begins with.
fn from<'t>(content: &[Inline<'t>], cut: usize) -> Vec<Inline<'t>> {
    let mut content = content.to_vec();
    if let Some(Inline {
        span,
        kind: InlineKind::Text(text),
    }) = content.first_mut()
    {
        span.start += u32::try_from(cut).unwrap_or(0);
        match text {
            Cow::Borrowed(text) => *text = &text[cut..],
            Cow::Owned(text) => drop(text.drain(..cut)),
        }
        if text.is_empty() {
            content.remove(0);
        }
    }
    content
}
