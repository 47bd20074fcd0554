//! Diagnostics for people: the line as it stands, what is wrong in it, how to mend it.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diag::{Diagnostic, Lang, Severity, Words};
use crate::source::{SourceFile, Sources, Span};

/// The form for people: what, where with an excerpt, how to mend it.
pub fn human(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let message = diagnostic.message(lang);
    let help = diagnostic.help(lang);
    let main = Excerpt::of(diagnostic.span, sources);
    let mut group: Group = level(diagnostic.rule.severity, lang)
        .primary_title(message)
        .id(diagnostic.rule.code)
        .element(main.snippet(AnnotationKind::Primary, None));
    for related in &diagnostic.related {
        let excerpt = Excerpt::of(related.span, sources);
        let label = related.words.in_lang(lang);
        group = group.element(excerpt.snippet(AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = help {
        let name = Words {
            vi: "cách sửa",
            en: "help",
        }
        .in_lang(lang);
        group = group.element(Level::HELP.with_name(name).message(help));
    }
    let related = diagnostic.related.iter();
    let excerpts = related.map(|related| Excerpt::of(related.span, sources));
    let text = Renderer::styled().render(&[group]);
    [main]
        .into_iter()
        .chain(excerpts)
        .fold(text, |text, excerpt| excerpt.with_column(text))
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(self::severity(severity).in_lang(lang))
}

/// The name of a weight.
pub(super) fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Error => Words {
            vi: "lỗi",
            en: "error",
        },
        Severity::Warning => Words {
            vi: "cảnh báo",
            en: "warning",
        },
        Severity::Note => Words {
            vi: "lưu ý",
            en: "note",
        },
    }
}

/// The first line of a span.
struct Excerpt<'s> {
    file: &'s SourceFile,
    line: usize,
    /// In displayed characters.
    column: usize,
    /// The span within the line.
    range: std::ops::Range<usize>,
}

impl<'s> Excerpt<'s> {
    fn of(span: Span, sources: &'s Sources) -> Self {
        let file = sources.get(span.file);
        let position = file.position(span.range().start);
        let line = position.line;
        let text = file.line(line);
        let start = file.text.len().min(span.range().start);
        let line_start = file.text[..start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let from = start - line_start;
        let to = (span.range().end.saturating_sub(line_start)).clamp(from, text.len().max(from));
        Self {
            file,
            line,
            column: position.column,
            range: from.min(text.len())..to.min(text.len()),
        }
    }

    /// `text` with the column of this excerpt in displayed characters; the library counts code points.
    fn with_column(&self, text: String) -> String {
        let before = &self.file.line(self.line)[..self.range.start];
        let code_points = before.chars().count() + 1;
        if code_points == self.column {
            return text;
        }
        let place = |column: usize| format!("{}:{}:{column}", self.file.path, self.line);
        text.replacen(&place(code_points), &place(self.column), 1)
    }

    fn snippet(
        &self,
        kind: AnnotationKind,
        label: Option<&'static str>,
    ) -> Snippet<'s, Annotation<'s>> {
        Snippet::source(self.file.line(self.line))
            .line_start(self.line)
            .path(&*self.file.path)
            .annotation(kind.span(self.range.clone()).label(label))
    }
}
