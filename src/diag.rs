//! What is wrong with a site, as data. The words are made when a diagnostic is shown, so one value serves every language and form.

use std::fmt::Write as _;

use crate::source::Span;

/// A language the compiler speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// The words in `lang`.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The build is refused.
    Error,
    /// The build goes on; `--deny warnings` refuses it.
    Warning,
    /// Never refused: depends on the clock.
    Note,
}

/// One kind of fault: its name, its weight and its words, which may hold `{argument}` places; and what `loa explain` tells of it.
#[derive(Debug)]
pub struct Rule {
    /// Short readable name, such as `broken-link`.
    pub code: &'static str,
    /// Weight of every diagnostic of this rule.
    pub severity: Severity,
    /// What is wrong.
    pub message: Words,
    /// What to type. The first text whose places are all filled is shown.
    pub help: &'static [Words],
    /// What the code means, in one sentence without places.
    pub what: Words,
    /// Whom it harms when it stays.
    pub why: Words,
    /// A source with exactly this fault.
    pub wrong: Example,
    /// The same source without it.
    pub right: Example,
    /// What `at` of an acknowledgement names; nothing when the fault has to be mended.
    pub at: Option<Words>,
}

/// A source that shows a rule.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// The lines of a page, or of several files, each headed `-- content/… --`. What every page of its kind needs may be left out.
    Lines(&'static [&'static str]),
    /// Words, where the fault is in no text.
    Told(Words),
}

/// A value that fills an `{argument}` place.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Arg {
    Text(String),
    Words(Words),
}

/// A second place that helps to understand a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub words: Words,
}

/// One fault at one place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Which rule.
    pub rule: &'static Rule,
    /// Where.
    pub span: Span,
    /// The key or clause an `acknowledge` entry would name.
    pub subject: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    args: Vec<(&'static str, Arg)>,
}

impl Diagnostic {
    /// A diagnostic of `rule` at `span`.
    pub fn new(rule: &'static Rule, span: Span) -> Self {
        Self {
            rule,
            span,
            subject: None,
            related: Vec::new(),
            args: Vec::new(),
        }
    }

    /// Fills the place `{name}` with text from the site.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(text.into())));
        self
    }

    /// Fills the place `{name}` with text from the site, if there is any.
    #[must_use]
    pub fn with_some(self, name: &'static str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.with(name, text),
            None => self,
        }
    }

    /// Fills the place `{name}` with words of ours.
    #[must_use]
    pub fn with_words(mut self, name: &'static str, words: Words) -> Self {
        self.args.push((name, Arg::Words(words)));
        self
    }

    /// Names the key or clause that an acknowledgement refers to.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn related(mut self, span: Span, words: Words) -> Self {
        self.related.push(Related { span, words });
        self
    }

    /// Whether `other` says the same, of the same place or of another.
    pub fn says_the_same(&self, other: &Self) -> bool {
        std::ptr::eq(self.rule, other.rule) && self.args == other.args
    }

    /// What is wrong, in `lang`.
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.rule.message, lang)
            .unwrap_or_else(|| self.rule.message.in_lang(lang).to_owned())
    }

    /// What to type, in `lang`.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.rule
            .help
            .iter()
            .find_map(|&words| self.fill(words, lang))
    }

    /// `words` with every place filled, or nothing when an argument is missing.
    fn fill(&self, words: Words, lang: Lang) -> Option<String> {
        let mut out = String::new();
        let mut rest = words.in_lang(lang);
        while let Some(open) = rest.find('{') {
            let close = open + rest[open..].find('}')?;
            let name = &rest[open + 1..close];
            // A row of YAML is written as it stands: "{clause: {clause}, kind: report}".
            if !name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            {
                out.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
                continue;
            }
            let (_, arg) = self.args.iter().find(|(given, _)| *given == name)?;
            let value = match arg {
                Arg::Text(text) => text.as_str(),
                Arg::Words(words) => words.in_lang(lang),
            };
            write!(out, "{}{value}", &rest[..open]).ok()?;
            rest = &rest[close + 1..];
        }
        Some(out + rest)
    }
}

/// How many diagnostics of each weight a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Tally {
    /// Counts `diagnostics`.
    pub fn of<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        diagnostics
            .into_iter()
            .fold(Self::default(), |mut tally, diagnostic| {
                match diagnostic.rule.severity {
                    Severity::Error => tally.errors += 1,
                    Severity::Warning => tally.warnings += 1,
                    Severity::Note => tally.notes += 1,
                }
                tally
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    static RULE: Rule = Rule {
        code: "sample",
        severity: Severity::Error,
        message: Words {
            vi: "khóa “{key}” lạ",
            en: "unknown key “{key}”",
        },
        help: &[
            Words {
                vi: "viết “{nearest}”",
                en: "write “{nearest}”",
            },
            Words {
                vi: "xóa khóa này",
                en: "remove this key",
            },
        ],
        what: NONE,
        why: NONE,
        wrong: Example::Told(NONE),
        right: Example::Told(NONE),
        at: None,
    };

    const NONE: Words = Words { vi: "", en: "" };

    #[test]
    fn help_is_the_first_that_can_be_filled() {
        let mut sources = Sources::default();
        let span = Span::whole(sources.add("a.md", ""));
        let bare = Diagnostic::new(&RULE, span).with("key", "titel");
        assert_eq!(bare.message(Lang::En), "unknown key “titel”");
        assert_eq!(bare.help(Lang::Vi).as_deref(), Some("xóa khóa này"));
        let near = bare.with("nearest", "title");
        assert_eq!(near.help(Lang::Vi).as_deref(), Some("viết “title”"));
    }
}
