//! What `loa explain` tells of each rule: complete in both languages, with examples that are compiled here. The wrong one gives
//! exactly its code, the right one gives nothing, and an acknowledgement works where the rule says so.

use std::collections::BTreeSet;

use loa::command::rules;
use loa::diag::{Example, Lang, Rule};
use loa::report;

use crate::support::{options, session};

/// Files by their path below the root.
type Files = Vec<(String, Vec<u8>)>;

/// What stands around an example, unless it brings the file itself.
const AROUND: &[(&str, &str)] = &[
    ("content/data/groups.yaml", "- {id: can-bo, name: Cán bộ}\n"),
    (
        "content/dia-phuong/vinh-long.md",
        "---\ntitle: Vĩnh Long\ndescription: Tỉnh.\nfull_name: Tỉnh Vĩnh Long\nunit: tỉnh\nlevel: province\n---\n",
    ),
    (
        "content/dia-phuong/can-tho.md",
        "---\ntitle: Cần Thơ\ndescription: Thành phố.\nfull_name: Thành phố Cần Thơ\nunit: thành phố\nlevel: province\n---\n",
    ),
    (
        "content/dia-phuong/tra-vinh.md",
        "---\ntitle: Trà Vinh\ndescription: Tỉnh cũ.\nfull_name: Tỉnh Trà Vinh\nunit: tỉnh\nlevel: province\nvalid_to: 2025-06-30\nsuccessor: {place: vinh-long, from: 2025-07-01}\n---\n",
    ),
    ("content/anh.png", ""),
];

/// What every page of a folder needs, which an example may leave out.
fn needed(path: &str) -> &'static str {
    match path.split('/').nth(1) {
        Some("ke-hoach") => {
            "title: Kế hoạch\ndescription: Một kế hoạch.\nissuer: UBND xã\nabstract: Về một việc\nlevel: commune\nside: state\n"
        }
        Some("bai-hoc") => "title: Bài học\ndescription: Một bài học.\ndevice: any\nminutes: 20\n",
        _ => "title: Một trang\ndescription: Một trang để thử.\n",
    }
}

/// The files of an example; a page that gives no title has what its kind needs put in.
fn files(lines: &[&str]) -> Files {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in lines {
        let name = line
            .strip_prefix("-- ")
            .and_then(|rest| rest.strip_suffix(" --"));
        match (name, files.last_mut()) {
            (Some(name), _) => files.push((name.to_owned(), String::new())),
            (None, Some((_, text))) => *text += &format!("{line}\n"),
            (None, None) => files.push(("content/bai.md".to_owned(), format!("{line}\n"))),
        }
    }
    for (path, text) in &mut files {
        if path.ends_with(".md") && !text.contains("title: ") {
            let own = text.strip_prefix("---\n").map(str::to_owned);
            *text = match own {
                Some(rest) => format!("---\n{}{rest}", needed(path)),
                None => format!("---\n{}---\n{text}", needed(path)),
            };
        }
    }
    for (path, text) in AROUND {
        if !files.iter().any(|(known, _)| known == path) {
            files.push(((*path).to_owned(), (*text).to_owned()));
        }
    }
    files
        .into_iter()
        .map(|(path, text)| (path, text.into_bytes()))
        .collect()
}

/// What is told of the files: code, subject and path of each diagnostic.
fn told(files: &[(String, Vec<u8>)]) -> Vec<(&'static str, Option<String>, String)> {
    let mut compiled = session(files, &options())
        .compile()
        .expect("it compiles or is at fault");
    compiled.render(|_| Ok(())).expect("nothing is written");
    let told = compiled.sorted().into_iter().map(|fault| {
        let path = compiled.sources.get(fault.span.file).path.to_string();
        (fault.rule.code, fault.subject, path)
    });
    told.collect()
}

fn example(rule: &Rule) -> Option<(Files, Files)> {
    match (rule.wrong, rule.right) {
        (Example::Lines(wrong), Example::Lines(right)) => Some((files(wrong), files(right))),
        (Example::Told(_), Example::Told(_)) => None,
        _ => panic!("{}: one example is a source, the other is none", rule.code),
    }
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in rules() {
        let code = rule.code;
        let mut words = vec![rule.message, rule.what, rule.why];
        words.extend(rule.help);
        words.extend(rule.at);
        for example in [rule.wrong, rule.right] {
            if let Example::Told(told) = example {
                words.push(told);
            }
        }
        for words in words {
            assert!(
                !words.vi.is_empty() && !words.en.is_empty(),
                "{code}: words are missing"
            );
            assert_ne!(words.vi, words.en, "{code}: the same in both languages");
        }
        assert!(
            !rule.help.is_empty(),
            "{code} says nothing about what to type"
        );
        for lang in [Lang::Vi, Lang::En] {
            assert!(
                report::explanation(rule, lang).lines().count() > 12,
                "{code}"
            );
        }
    }
}

#[test]
fn codes_are_unique() {
    let codes: BTreeSet<&str> = rules().iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), rules().len());
    assert!(codes.len() >= 40);
}

#[test]
fn wrong_examples_give_their_code_and_right_ones_give_nothing() {
    let mut failures = Vec::new();
    for rule in rules() {
        let Some((wrong, right)) = example(rule) else {
            continue;
        };
        let told_wrong = told(&wrong);
        let codes: BTreeSet<&str> = told_wrong.iter().map(|(code, ..)| *code).collect();
        if codes != BTreeSet::from([rule.code]) {
            failures.push(format!("{}: the wrong example gives {codes:?}", rule.code));
        }
        let told_right = told(&right);
        if !told_right.is_empty() {
            failures.push(format!(
                "{}: the right example gives {told_right:?}",
                rule.code
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn faults_are_acknowledged_where_their_rule_says_so_and_only_there() {
    let mut failures = Vec::new();
    for rule in rules() {
        let Some((mut wrong, _)) = example(rule) else {
            continue;
        };
        let before = told(&wrong);
        let entries = before.iter().map(|(code, at, _)| {
            let at = at.as_deref().unwrap_or("x").replace('"', "");
            format!("  - {{code: {code}, at: \"{at}\", reason: thử}}\n")
        });
        let entries: String = entries.collect();
        let path = before.first().map_or("", |(_, _, path)| path);
        // A table has no front matter; what is told there is acknowledged nowhere.
        let page = wrong
            .iter_mut()
            .find(|(known, _)| known == path && path.ends_with(".md"));
        let Some((_, bytes)) = page else { continue };
        let text = String::from_utf8(bytes.clone()).unwrap();
        let Some((start, rest)) = text.split_once("\n---\n") else {
            continue;
        };
        if text.contains("\nacknowledge:") {
            continue;
        }
        *bytes = format!("{start}\nacknowledge:\n{entries}---\n{rest}").into_bytes();
        let accepted = told(&wrong).is_empty();
        if accepted != rule.at.is_some() {
            failures.push(format!(
                "{}: accepted {accepted}, {:?}",
                rule.code,
                told(&wrong)
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
