//! Diagnostics for machines: JSON lines, SARIF 2.1.0 (OASIS standard of 27 March 2020), annotations of GitHub Actions. Their words are in the
//! chosen language; codes and severities are the same in every language. Positions are converted here and nowhere else.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::diag::{Diagnostic, Lang, Rule, Severity};
use crate::source::{Sources, Span};

/// The severity as machines know it.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// How columns are counted.
#[derive(Clone, Copy)]
enum Columns {
    /// Displayed characters, as in every other form.
    Displayed,
    /// Code points; SARIF has no displayed characters.
    CodePoints,
}

/// A range as machines read it: lines and columns from 1, the end exclusive.
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl Place {
    fn of(span: Span, sources: &Sources, columns: Columns) -> Self {
        let file = sources.get(span.file);
        let at = |offset: usize| {
            let position = file.position(offset);
            match columns {
                Columns::Displayed => (position.line, position.column),
                Columns::CodePoints => (position.line, file.code_point(offset)),
            }
        };
        let (line, column) = at(span.range().start);
        let (end_line, end_column) = at(span.range().end);
        Self {
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// One object a line.
pub fn json_lines(diagnostics: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let located = |span: Span, message: &str| {
            let place = Place::of(span, sources, Columns::Displayed);
            json!({
                "file": &*sources.get(span.file).path,
                "line": place.line,
                "column": place.column,
                "end_line": place.end_line,
                "end_column": place.end_column,
                "message": message,
            })
        };
        let mut object = json!({
            "code": diagnostic.rule.code,
            "severity": severity(diagnostic.rule.severity),
        });
        let own = located(diagnostic.span, &diagnostic.message(lang));
        let related = diagnostic.related.iter();
        let related = related.map(|related| located(related.span, related.words.in_lang(lang)));
        let related: Vec<Value> = related.collect();
        if let (Value::Object(object), Value::Object(own)) = (&mut object, own) {
            object.extend(own);
            object.insert("help".to_owned(), json!(diagnostic.help(lang)));
            object.insert("related".to_owned(), Value::Array(related));
        }
        out += &format!("{object}\n");
    }
    out
}

/// What stays as it is in the path of an address (RFC 3986, unreserved characters and the slash).
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// One SARIF log with `rules` as the descriptions of what can be found. `folder` is the way from where the program was started to the
/// site, with a slash at its end unless it is empty.
pub fn sarif(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    rules: &[&Rule],
    folder: &str,
    lang: Lang,
) -> String {
    let words = |text: &str| json!({ "text": text });
    let location = |span: Span| {
        let place = Place::of(span, sources, Columns::CodePoints);
        let path = format!("{folder}{}", sources.get(span.file).path);
        json!({
            "artifactLocation": {
                "uri": utf8_percent_encode(&path, PATH).to_string(),
                "uriBaseId": "%SRCROOT%",
            },
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        })
    };
    let descriptions = rules.iter().map(|rule| {
        json!({
            "id": rule.code,
            "shortDescription": words(rule.what.in_lang(lang)),
            "fullDescription": words(rule.why.in_lang(lang)),
            "help": words(&super::explanation(rule, lang)),
            "defaultConfiguration": { "level": severity(rule.severity) },
        })
    });
    let descriptions: Vec<Value> = descriptions.collect();
    let results = diagnostics.iter().map(|diagnostic| {
        let message = diagnostic.message(lang);
        let text = match diagnostic.help(lang) {
            Some(help) => format!("{message}\n{help}"),
            None => message,
        };
        let related = diagnostic.related.iter().enumerate().map(|(at, related)| {
            json!({
                "id": at + 1,
                "physicalLocation": location(related.span),
                "message": words(related.words.in_lang(lang)),
            })
        });
        json!({
            "ruleId": diagnostic.rule.code,
            "ruleIndex": rules.iter().position(|rule| rule.code == diagnostic.rule.code),
            "level": severity(diagnostic.rule.severity),
            "message": words(&text),
            "locations": [{ "physicalLocation": location(diagnostic.span) }],
            "relatedLocations": related.collect::<Vec<Value>>(),
        })
    });
    let results: Vec<Value> = results.collect();
    let language = match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "loa",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language,
                "rules": descriptions,
            } },
            "language": language,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

/// One workflow command a line, which GitHub Actions shows beside the line in question.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, folder: &str, lang: Lang) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = Place::of(diagnostic.span, sources, Columns::Displayed);
        let path = format!("{folder}{}", sources.get(diagnostic.span.file).path);
        let mut text = diagnostic.message(lang);
        if let Some(help) = diagnostic.help(lang) {
            text += &format!("\n{help}");
        }
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}",
            property(&path),
            place.line,
            place.column,
            place.end_line,
            place.end_column,
            diagnostic.rule.code,
            data(&text),
        );
    }
    out
}

/// Text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
