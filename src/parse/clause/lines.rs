//! The linear run of a body: which lines it has, and what each is.

use super::closing::opens_last_words;
use super::label::{Class, Label, UNSEEN};
use super::line::{
    Line, announced, assignment, begins_with_place, cut_label, inside, is_assignment, joined,
    labelled,
};
use super::{Assignment, Builder, Piece};
use crate::document::AssignmentKind;
use crate::parse::markdown::{
    Block, BlockKind, Inline, InlineKind, Item, Running, plain_text, walk_contents,
};
use crate::rules;
use crate::source::Span;
use crate::text::slug::slug;

impl<'t> Builder<'t> {
    /// `marker` is the list marker that waits for the first paragraph of its item.
    pub(super) fn blocks(&mut self, blocks: &[Block<'t>], marker: &mut Option<(String, Span)>) {
        for (at, block) in blocks.iter().enumerate() {
            if let (Some(above), BlockKind::List { items, .. }) = (blocks[..at].last(), &block.kind)
            {
                self.broken_line(above, items);
            }
            match &block.kind {
                BlockKind::Heading { level, content, .. } => {
                    let lines = self.printed_lines(content);
                    if lines.len() > 1 {
                        // "II. Nhiệm vụ⏎a) Mở lớp⏎---": what was meant is a rule below lines.
                        self.lines(lines, block.span, marker);
                        self.open.truncate(1);
                    } else {
                        self.line(content, block.span, None, Some(*level));
                    }
                }
                BlockKind::Paragraph(content) => {
                    self.lines(self.printed_lines(content), block.span, marker);
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        let mut marker = Some(self.marker(item.span));
                        self.blocks(&item.blocks, &mut marker);
                    }
                }
                BlockKind::Table { head, rows, .. } => self.table(block, head, rows),
                kind => {
                    if *kind == BlockKind::Rule {
                        // What follows belongs to the part again.
                        self.open.truncate(1);
                    }
                    if let BlockKind::Quote { blocks, alert } = kind {
                        self.quoted(blocks, alert.is_some());
                    }
                    if matches!(kind, BlockKind::Code(_)) {
                        self.tree.diagnostics.push(rules::indented_text(block.span));
                    }
                    self.tree.pieces.push(Piece::Block(block.clone()));
                }
            }
        }
    }

    /// The printed lines of a paragraph.
    fn lines(
        &mut self,
        lines: Vec<Vec<Inline<'t>>>,
        span: Span,
        marker: &mut Option<(String, Span)>,
    ) {
        for (at, line) in lines.into_iter().enumerate() {
            let marker = if at == 0 { marker.take() } else { None };
            let span = line.first().map_or(span, |inline| inline.span);
            self.line(&line, span, marker, None);
        }
    }

    /// Tells of a list that Markdown begins where a sentence only goes on in the next line: "năm 2025⏎- 2026", "tại khoản⏎1. …".
    fn broken_line(&mut self, above: &Block<'t>, items: &[Item<'t>]) {
        let Some(item) = items.first() else {
            return;
        };
        let start = item.span.range().start;
        let apart = self.text[..start]
            .trim_end_matches([' ', '\t'])
            .ends_with("\n\n");
        let text = last_text(above);
        let (marker, place) = self.marker(item.span);
        let behind = self.text[place.range().end..].trim_start();
        let years =
            is_year(text.rsplit(' ').next()) && is_year(behind.split([' ', '.', ',']).next());
        // "kỹ năng số⏎- Mở lớp" are two lines.
        let is_sentence = behind.starts_with(char::is_uppercase);
        let goes_on = awaits_number(&text) && (!is_sentence || is_of_date(&text));
        if !apart && (goes_on || years) {
            let words: Vec<&str> = text.split_whitespace().collect();
            let end = words[words.len().saturating_sub(2)..].join(" ");
            self.tree
                .diagnostics
                .push(rules::broken_line(place, &end, &marker));
        }
    }

    /// The marker of a list item as it stands in the source.
    fn marker(&self, span: Span) -> (String, Span) {
        let item = &self.text[span.range()];
        // Items of an indented list begin with their indent.
        let source = item.trim_start();
        let end = source.find(char::is_whitespace).unwrap_or(source.len());
        let start = span.range().start + item.len() - source.len();
        (
            source[..end].to_owned(),
            Span::new(self.file, start, start + end),
        )
    }

    /// A paragraph cut where a printed label begins a line.
    fn printed_lines(&self, content: &[Inline<'t>]) -> Vec<Vec<Inline<'t>>> {
        let mut lines = vec![Vec::new()];
        for (at, inline) in content.iter().enumerate() {
            let is_break = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
            let opens = is_break && opens_line(&content[at + 1..]);
            if opens && !self.goes_on(&content[..at], &content[at + 1..], &lines) {
                lines.push(Vec::new());
            } else if let Some(line) = lines.last_mut() {
                line.push(inline.clone());
            }
        }
        lines.into_iter().map(joined).collect()
    }

    /// Whether what looks like a label at the start of a line completes the line above it: "khoản⏎1.1, mục 1", "khoản 1.1,⏎1.2, mục 1".
    /// `lines` are those of the paragraph up to it.
    fn goes_on(&self, above: &[Inline], line: &[Inline], lines: &[Vec<Inline>]) -> bool {
        let (above, line) = (plain_text(above), plain_text(line));
        let line = line.trim_start_matches(UNSEEN);
        let Some(label) = Label::at_start(line).filter(|label| label.class.is_numbered()) else {
            return false;
        };
        let behind = line[label.printed.len().min(line.len())..].chars();
        let first = behind.clone().find(|c| c.is_alphabetic());
        let is_sentence = first.is_some_and(char::is_uppercase);
        // Behind a comma or "và" a number without a dot of its own, which small letters follow, is no label; "a) …, và⏎b) …" are two.
        let bare =
            matches!(label.class, Class::Dotted(_)) && !label.printed.ends_with(['.', '/', '-']);
        let joins = [" và", " hoặc"]
            .iter()
            .any(|word| above.trim_end().ends_with(word));
        let listed = joins || above.trim_end().ends_with(',');
        // "nền tảng số⏎1.2. Tổ chức" are two lines; a sentence may end with a month, "trong tháng⏎6. Các lớp", if 6 is not the next number.
        let ends = is_sentence && (!is_of_date(&above) || self.is_next(&label, lines));
        let completes = awaits_number(&above) && !joins && !ends;
        completes || listed && bare && first.is_some_and(char::is_lowercase)
    }

    /// Whether a label is the next, or the first below, one of an open clause or of a line above it.
    fn is_next(&self, label: &Label, lines: &[Vec<Inline>]) -> bool {
        let above = lines
            .iter()
            .filter_map(|line| Label::at_start(&plain_text(line)));
        let open = self.open.iter().map(|&index| &self.tree.clauses[index]);
        let mut open = open.map(|clause| (clause.class, clause.label.as_str()));
        above
            .into_iter()
            .any(|above| label.follows(above.class, &above.printed))
            || open.any(|(class, printed)| label.follows(class, printed))
    }

    fn line(
        &mut self,
        content: &[Inline<'t>],
        span: Span,
        marker: Option<(String, Span)>,
        heading: Option<u8>,
    ) {
        let (label, said, content, span) = match marker {
            Some((marker, place)) => match Label::of_marker(&marker) {
                // "- " before the bullet that Word had: one of the two is enough.
                Some(label) => match cut_label(content, span) {
                    (Some(inner), content, _) if inner.is_symbol() && label.class.is_bullet() => {
                        (Some(label), true, content, place)
                    }
                    _ => (Some(label), true, content.to_vec(), place),
                },
                // A figure at the start of a sentence, "2025. …", is text.
                None => (None, true, with_marker(&marker, place, content), span),
            },
            None => {
                let (label, content, span) = cut_label(content, span);
                // Behind a number or letter the words are those of a clause.
                let said = label
                    .as_ref()
                    .is_none_or(|label| !label.class.is_numbered());
                (label, said, content, span)
            }
        };
        // "Chủ trì thực hiện:" leads up to places in the plan, and names nobody.
        let led_up_to = self.leading_up.take();
        let is_place = begins_with_place(&plain_text(&content));
        self.tree
            .diagnostics
            .extend(led_up_to.filter(|_| !is_place));
        self.ends(&content, label.as_ref(), span);
        if self.ended {
            let mut content = content;
            if let Some(label) = &label {
                content = with_marker(&label.printed, span, &content);
            }
            return self.other(content, span, heading);
        }
        match labelled(&content).filter(|_| said && !self.open.is_empty()) {
            Some(Line::Assignment(assignment)) => return self.assignment(assignment),
            Some(Line::Almost(label, place, known)) => {
                let fault = rules::unread_assignment(place, &label, known);
                match plain_text(&content).trim_end().ends_with(':') {
                    true => self.leading_up = Some(fault),
                    false => self.tree.diagnostics.push(fault),
                }
            }
            None => self.assignment_inside(&content, span),
        }
        match label {
            Some(label) => self.clause(label, content, span, heading),
            None if heading.is_some() => {
                if !self.almost_label(&content, span) {
                    self.unlabelled_heading(&content, span);
                }
                self.other(content, span, heading);
            }
            None if self.open.is_empty() => {
                self.almost_label(&content, span);
                self.other(content, span, None);
            }
            None if self.is_first_paragraph() => {
                self.almost_label(&content, span);
                self.first_paragraph(content, span);
            }
            None => {
                if !self.almost_label(&content, span) {
                    self.assignment_goes_on(&content, span);
                }
                self.clause(Label::paragraph(), content, span, None);
            }
        }
    }

    /// Notes whether a line begins the list of recipients, or an appendix behind it.
    fn ends(&mut self, content: &[Inline<'t>], label: Option<&Label>, span: Span) {
        let text = plain_text(content).trim().to_lowercase();
        let words = text.trim_end_matches([':', '.', ' ']);
        if !self.ended && (words == "nơi nhận" || text.starts_with("nơi nhận:")) {
            self.ended = true;
            self.tree.diagnostics.push(rules::recipients_in_body(span));
        }
        self.ended &= label.is_none_or(|label| label.class != Class::Appendix);
    }

    /// Tells of a clause whose text holds what is printed as a line of its own elsewhere: "Mở lớp (Chủ trì: Sở A)".
    fn assignment_inside(&mut self, content: &[Inline<'t>], span: Span) {
        let text = plain_text(content);
        let label = inside(&text).filter(|_| !self.open.is_empty());
        let fault = label.map(|label| rules::assignment_inside(span, label));
        self.tree.diagnostics.extend(fault);
    }

    /// Tells of what is quoted among the clauses: lines of an assignment, or else that it is no clause. A note says so itself.
    fn quoted(&mut self, blocks: &[Block<'t>], is_note: bool) {
        if self.open.is_empty() || self.ended {
            return;
        }
        let mut faults = Vec::new();
        let mut first = None;
        walk_contents(blocks, &mut |content| {
            for line in self.printed_lines(content) {
                let Some(span) = line.first().map(|first| first.span) else {
                    continue;
                };
                if let Some(Line::Assignment(said)) = labelled(&line) {
                    faults.push(rules::assignment_quoted(span, &said.label));
                }
                first.get_or_insert_with(|| rules::clause_quoted(span, &plain_text(&line)));
            }
        });
        let is_clause = faults.is_empty() && !is_note;
        self.tree.diagnostics.extend(faults);
        self.tree.diagnostics.extend(first.filter(|_| is_clause));
    }

    /// Tells of a paragraph that completes the line of an assignment above it: "Cơ quan chủ trì: Sở Giáo dục", "và Đào tạo".
    fn assignment_goes_on(&mut self, content: &[Inline<'t>], span: Span) {
        let Some(Piece::Assignments(lines)) = self.tree.pieces.last() else {
            return;
        };
        let Some(above) = lines.last() else {
            return;
        };
        let text = plain_text(content);
        let said = plain_text(&above.content);
        let said = said.trim_end();
        let goes_on = said.ends_with(',')
            || !said.ends_with(['.', ';']) && text.trim_start().starts_with(char::is_lowercase);
        if let Some(first) = above.content.first().filter(|_| goes_on) {
            let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
            let fault = rules::assignment_goes_on(span, &words.join(" "), first.span);
            self.tree.diagnostics.push(fault);
        }
    }

    /// Tells of what looks like a label and is read as text; whether there is such a thing.
    fn almost_label(&mut self, content: &[Inline<'t>], span: Span) -> bool {
        let text = plain_text(content);
        let label = Label::almost(text.trim());
        let fault = label.map(|label| rules::unread_label(span, label));
        self.tree.diagnostics.extend(fault);
        label.is_some()
    }

    /// What stands below a heading without a label still belongs to the clause above it, which a reader would not guess.
    fn unlabelled_heading(&mut self, content: &[Inline<'t>], span: Span) {
        let numbered = self
            .open
            .iter()
            .rev()
            .map(|&index| &self.tree.clauses[index]);
        let mut numbered = numbered.filter(|clause| clause.class.is_numbered());
        if let Some(above) = numbered.next() {
            let above = above.address.clone();
            let fault = rules::unlabelled_heading(span, plain_text(content).trim(), &above);
            self.tree.diagnostics.push(fault);
        }
    }

    fn other(&mut self, content: Vec<Inline<'t>>, span: Span, heading: Option<u8>) {
        let kind = match heading {
            Some(level) => {
                let id = self.anchors.give(slug(&plain_text(&content)), '-');
                BlockKind::Heading {
                    level,
                    id: Some(id),
                    content,
                }
            }
            None => BlockKind::Paragraph(content),
        };
        self.tree.pieces.push(Piece::Block(Block { span, kind }));
    }

    /// Whether the last piece is the title of the open clause, so that the paragraph now read is its own text.
    fn is_first_paragraph(&self) -> bool {
        match self.tree.pieces.last() {
            Some(Piece::Clause { index, .. }) => self.tree.clauses[*index].heading.is_some(),
            _ => false,
        }
    }

    fn first_paragraph(&mut self, content: Vec<Inline<'t>>, span: Span) {
        if let Some(&index) = self.open.last() {
            let clause = &mut self.tree.clauses[index];
            clause.text.push(' ');
            clause.text.push_str(&plain_text(&content));
        }
        self.other(content, span, None);
    }

    fn assignment(&mut self, assignment: Assignment<'t>) {
        if announced(&assignment.label) == Some(AssignmentKind::Time) {
            self.time_runs_on(&assignment.content);
        }
        match self.tree.pieces.last_mut() {
            Some(Piece::Assignments(lines)) => lines.push(assignment),
            _ => self.tree.pieces.push(Piece::Assignments(vec![assignment])),
        }
    }

    /// Tells of a sentence that stands at once behind a time: "Quý III/2026⏎Mỗi lớp 50 người".
    fn time_runs_on(&mut self, content: &[Inline<'t>]) {
        let running = Running::new(content);
        if let Some(at) = behind_time(&running.text)
            && let Some(span) = running.span(at..running.text.len())
        {
            let words: Vec<&str> = running.text[at..].split_whitespace().take(SHOWN).collect();
            let fault = rules::time_runs_on(span, &words.join(" "));
            self.tree.diagnostics.push(fault);
        }
    }

    /// Whether a clause with a number is a line of the assignment of the one above it, as in lists of "a) Nội dung: …", "b) Đơn vị chủ trì: …".
    fn says_who(&self, index: usize, content: &[Inline<'t>]) -> bool {
        let clause = &self.tree.clauses[index];
        let above = clause.parent.map(|parent| self.tree.clauses[parent].class);
        let is_below = above.is_some_and(|above| {
            above.is_numbered() && !matches!(above, Class::Roman | Class::Appendix)
        });
        clause.class.is_numbered() && is_below && assignment(content).is_some()
    }

    fn clause(&mut self, label: Label, content: Vec<Inline<'t>>, span: Span, heading: Option<u8>) {
        let text = plain_text(&content);
        let index = self.open_clause(label, text, span, heading);
        self.tree.clauses[index].says_who = self.says_who(index, &content);
        self.tree.pieces.push(Piece::Clause { index, content });
    }
}

/// Whether a line that begins so stands for itself: with a printed label, or with that of an assignment.
fn opens_line(line: &[Inline]) -> bool {
    let opens = |text: &str| {
        Label::at_start(text).is_some() || is_assignment(text) || opens_last_words(text)
    };
    match line {
        [
            Inline {
                kind: InlineKind::Styled(_, words),
                ..
            },
            rest @ ..,
        ] => {
            let next = rest.first().map(|next| &next.kind);
            let colon = matches!(next, Some(InlineKind::Text(text)) if text.starts_with(':'));
            let words = plain_text(words);
            opens(&words) || colon && is_assignment(&format!("{words}:"))
        }
        [
            Inline {
                kind: InlineKind::Text(text),
                ..
            },
            ..,
        ] => opens(text),
        _ => false,
    }
}

/// Where a sentence begins behind a time that names none.
fn behind_time(text: &str) -> Option<usize> {
    const OF_TIME: [&str; 9] = [
        "quý", "tháng", "năm", "ngày", "tuần", "kỳ", "kì", "xuyên", "giai",
    ];
    let ends = text.match_indices(['\n', '.', ';']);
    let mut starts = ends.map(|(at, end)| (at, at + end.len()));
    starts.find_map(|(end, behind)| {
        let rest = text[behind..].trim_start();
        let is_apart = text.as_bytes()[end] == b'\n' || rest.len() < text.len() - behind;
        let goes_on = text[..end].trim_end().ends_with([',', ';']);
        let lower = rest.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric()).take(SHOWN);
        let is_time = words.any(|word| OF_TIME.contains(&word));
        let is_sentence = rest.starts_with(char::is_uppercase) && rest.contains(' ');
        (is_apart && !goes_on && is_sentence && !is_time).then(|| text.len() - rest.len())
    })
}

/// How many words of a paragraph are shown.
const SHOWN: usize = 6;

/// Words that a number or letter in the next line completes: "tại khoản", "trong năm".
const AWAITING: [&str; 16] = [
    "điểm", "khoản", "mục", "phần", "lục", "số", "điều", "ý", "năm", "tháng", "quý", "ngày", "từ",
    "đến", "và", "hoặc",
];

/// The words of the last paragraph in a block; nothing when it ends with something else.
fn last_text(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(content) => plain_text(content),
        BlockKind::List { items, .. } => {
            let last = items.last().and_then(|item| item.blocks.last());
            last.map_or_else(String::new, last_text)
        }
        _ => String::new(),
    }
}

/// Whether a word is four figures.
fn is_year(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text stops where a number has to follow.
fn awaits_number(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    AWAITING.contains(&last.to_lowercase().as_str())
}

/// Whether a text stops where the number of a day, month or year has to follow.
fn is_of_date(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    ["năm", "tháng", "quý", "ngày"].contains(&last.to_lowercase().as_str())
}

/// The text of a list item with the marker that Markdown took from it.
fn with_marker<'t>(marker: &str, place: Span, content: &[Inline<'t>]) -> Vec<Inline<'t>> {
    let marker = Inline {
        span: place,
        kind: InlineKind::Text(format!("{marker} ").into()),
    };
    let mut content = content.to_vec();
    content.insert(0, marker);
    content
}
