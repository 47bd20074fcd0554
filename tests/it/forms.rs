//! The forms of diagnostics for machines, read back by readers that are not ours.

use loa::command::rules;
use loa::diag::Lang;
use loa::report;
use loa::session::Compiled;
use serde_json::Value;
use serde_sarif::sarif::{ResultLevel, Sarif};

use crate::support::{options, session};

/// A page that is at fault after letters of two code points each, with a second place that belongs to the first fault.
fn compiled() -> Compiled {
    let page =
        "---\ntitle: Một\ndescription: Hai\ntitle: Ba\n---\nH\u{f6}̣c [x](@/kh\u{f4}ng.md), 100%\n";
    let files = [("content/tin/a, b.md".to_owned(), page.as_bytes().to_vec())];
    session(&files, &options()).compile().unwrap()
}

const KEYS: [&str; 10] = [
    "code",
    "severity",
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "message",
    "help",
    "related",
];

#[test]
fn json_is_one_object_a_line_with_these_keys() {
    let compiled = compiled();
    for (lang, second) in [
        (Lang::Vi, "viết lần đầu ở đây"),
        (Lang::En, "first written here"),
    ] {
        let text = report::json_lines(&compiled.sorted(), &compiled.sources, lang);
        let objects: Vec<Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(objects.len(), 2);
        for object in &objects {
            let keys: Vec<&String> = object.as_object().unwrap().keys().collect();
            assert_eq!(keys, KEYS);
        }
        let [key, link] = &objects[..] else { panic!() };
        assert_eq!(
            (&key["code"], &key["severity"]),
            (&"duplicate-key".into(), &"error".into())
        );
        assert_eq!((&key["line"], &key["column"]), (&4.into(), &1.into()));
        assert_eq!(
            (&key["end_line"], &key["end_column"]),
            (&4.into(), &6.into())
        );
        assert_eq!(key["related"][0]["message"], second);
        assert_eq!(key["related"][0]["line"], 2);
        // A letter with two marks is one displayed character.
        assert_eq!((&link["line"], &link["column"]), (&6.into(), &9.into()));
        assert_eq!(link["file"], "content/tin/a, b.md");
    }
}

#[test]
fn people_are_shown_columns_of_displayed_characters() {
    let compiled = compiled();
    let text = report::human(&compiled.sorted()[1], &compiled.sources, Lang::Vi);
    let text = anstream::adapter::strip_str(&text).to_string();
    assert!(text.contains("content/tin/a, b.md:6:9\n"), "{text}");
}

#[test]
fn sarif_is_read_by_another_program() {
    let compiled = compiled();
    let rules = rules();
    for lang in [Lang::Vi, Lang::En] {
        let diagnostics = compiled.sorted();
        let text = report::sarif(&diagnostics, &compiled.sources, &rules, "site/", lang);
        let log: Sarif = serde_json::from_str(&text).unwrap();
        let run = &log.runs[0];
        assert_eq!(
            serde_json::to_value(&run.column_kind).unwrap(),
            "unicodeCodePoints"
        );
        assert_eq!(run.tool.driver.rules.as_ref().unwrap().len(), rules.len());
        let results = run.results.as_ref().unwrap();
        assert_eq!(results.len(), diagnostics.len());
        for (result, diagnostic) in results.iter().zip(&diagnostics) {
            assert_eq!(result.rule_id.as_deref(), Some(diagnostic.rule.code));
            assert_eq!(result.level, Some(ResultLevel::Error));
            let rule = &rules[usize::try_from(result.rule_index.unwrap()).unwrap()];
            assert_eq!(rule.code, diagnostic.rule.code);
        }
        let place = results[1].locations.as_ref().unwrap()[0]
            .physical_location
            .clone()
            .unwrap();
        let uri = place.artifact_location.unwrap().uri.unwrap();
        assert_eq!(uri, "site/content/tin/a%2C%20b.md");
        // The letter with two marks has two code points: one with its own, one more.
        assert_eq!(place.region.unwrap().start_column, Some(10));
    }
}

#[test]
fn github_commands_keep_to_one_line() {
    let compiled = compiled();
    let text = report::github(&compiled.sorted(), &compiled.sources, "", Lang::En);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[1].starts_with("::error file=content/tin/a%2C b.md,line=6,col=9,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[1].contains(",title=broken-link::the link “@/không.md” leads to no page%0A"),
        "{}",
        lines[1]
    );
}
