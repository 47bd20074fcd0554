//! What is wrong, for the browser: the same texts as on the terminal.

use serde::Serialize;

use crate::diag::{Diagnostic, Lang, Severity, Tally};
use crate::report;
use crate::session::Compiled;
use crate::source::Sources;

/// How many are shown.
const SHOWN: usize = 30;

/// What is wrong with the site, and with the page that is asked about.
#[derive(Debug, Default, Serialize)]
pub(super) struct Problems {
    /// How many there are, in words.
    summary: String,
    errors: usize,
    warnings: usize,
    items: Vec<Problem>,
    /// How many are not shown.
    more: usize,
}

/// One fault.
#[derive(Debug, Serialize)]
struct Problem {
    severity: &'static str,
    /// What is wrong and where, with an excerpt and what to do, as on the terminal.
    text: String,
}

impl Problems {
    /// Errors first, then warnings. `faults` of templates come with the texts that they point into; `trouble` is of the machine.
    pub(super) fn new(
        compiled: &Compiled,
        fault: Option<(&Diagnostic, &Sources)>,
        trouble: Option<&str>,
        lang: Lang,
    ) -> Self {
        let told = compiled.diagnostics.iter().map(|fault| &**fault);
        let mut told: Vec<&Diagnostic> = told
            .filter(|fault| fault.rule.severity != Severity::Note)
            .collect();
        let mut tally = Tally::of(told.iter().copied().chain(fault.map(|(fault, _)| fault)));
        let count = told.len() + usize::from(fault.is_some());
        // Of thousands of warnings only the first are shown, and none when there are errors enough.
        if tally.errors >= SHOWN {
            told.retain(|fault| fault.rule.severity == Severity::Error);
        }
        compiled.sort(&mut told);
        let of_site = told.into_iter().map(|fault| (fault, &compiled.sources));
        let mut all: Vec<(&Diagnostic, &Sources)> = fault.into_iter().chain(of_site).collect();
        all.sort_by_key(|(diagnostic, _)| diagnostic.rule.severity);
        tally.errors += usize::from(trouble.is_some());
        let trouble = trouble.map(|text| Problem {
            severity: "error",
            text: text.to_owned(),
        });
        let shown = all.iter().take(SHOWN).map(|(diagnostic, sources)| Problem {
            severity: match diagnostic.rule.severity {
                Severity::Error => "error",
                _ => "warning",
            },
            text: plain(diagnostic, sources, lang),
        });
        Self {
            summary: report::faults(tally, lang),
            errors: tally.errors,
            warnings: tally.warnings,
            items: trouble.into_iter().chain(shown).collect(),
            more: count.saturating_sub(SHOWN),
        }
    }

    /// The texts one below the other.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.items.iter().map(|item| item.text.as_str()).collect();
        texts.join("\n\n")
    }
}

/// The form for people, without colours.
fn plain(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let text = report::human(diagnostic, sources, lang);
    anstream::adapter::strip_str(&text).to_string()
}
