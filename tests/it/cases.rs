//! Runs every file of `tests/cases`.
//!
//! A case is one text file: sections headed `-- content/a.md --` are input, `-- public/a/index.html --`, `-- stderr --` and
//! `-- stderr en --` are what must come out. A case without a `stderr` section must have no messages. `-- options --` may hold
//! `now: 2026-10-10`, `drafts`, `future`. Bytes that cannot stand in a text file are written `\xNN`.

use std::fs;
use std::path::{Path, PathBuf};

use loa::session::Options;
use loa::text::dates::Date;

use crate::support::{Built, build, options};

#[test]
fn cases() {
    let bless = std::env::var("BLESS").is_ok_and(|value| value == "1");
    let folder = folder();
    let mut failures = Vec::new();
    for file in all_files(&folder) {
        let text = fs::read_to_string(&file).unwrap();
        let case = Case::parse(&text);
        let actual = case.with_results(&build(&case.files(), &case.options()));
        if actual == text {
            continue;
        }
        if bless {
            fs::write(&file, &actual).unwrap();
        } else {
            let name = file.strip_prefix(&folder).unwrap().display().to_string();
            failures.push(format!("=== {name}\n{}", difference(&text, &actual)));
        }
    }
    assert!(
        failures.is_empty(),
        "{}\nBLESS=1 cargo test rewrites the expectations; read the difference",
        failures.join("\n")
    );
}

/// The input of every case with its name and what it is built for.
pub(crate) fn inputs() -> impl Iterator<Item = (String, Vec<(String, Vec<u8>)>, Options)> {
    all_files(&folder()).into_iter().map(|file| {
        let case = Case::parse(&fs::read_to_string(&file).unwrap());
        (file.display().to_string(), case.files(), case.options())
    })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    list(folder, &mut files);
    assert!(files.len() > 20, "the cases are found");
    files
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            list(&path, files);
        } else {
            files.push(path);
        }
    }
}

struct Case {
    /// What stands before the first section: what the case shows.
    intro: String,
    sections: Vec<(String, String)>,
}

impl Case {
    fn parse(text: &str) -> Self {
        let mut case = Self {
            intro: String::new(),
            sections: Vec::new(),
        };
        for line in text.split_inclusive('\n') {
            let name = line
                .trim_end()
                .strip_prefix("-- ")
                .and_then(|rest| rest.strip_suffix(" --"));
            match (name, case.sections.last_mut()) {
                (Some(name), _) => case.sections.push((name.to_owned(), String::new())),
                (None, Some((_, body))) => body.push_str(line),
                (None, None) => case.intro.push_str(line),
            }
        }
        case
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.sections
            .iter()
            .filter(|(name, _)| name.starts_with("content/") || name.starts_with("themes/"))
            .map(|(name, body)| (name.clone(), unescape(body)))
            .collect()
    }

    fn options(&self) -> Options {
        let mut options = options();
        let given = self.sections.iter().find(|(name, _)| name == "options");
        for line in given.map_or("", |(_, body)| body).lines() {
            match line.split_once(": ") {
                Some(("now", day)) => options.view.now = Date::parse(day).unwrap(),
                Some(("base_url", url)) => options.base_url = Some(url.to_owned()),
                _ if line == "drafts" => options.view.drafts = true,
                _ if line == "future" => options.view.future = true,
                _ => panic!("unknown option {line}"),
            }
        }
        options
    }

    /// The case as it would stand if `built` were right.
    fn with_results(&self, built: &Built) -> String {
        let mut out = self.intro.clone();
        let mut told = false;
        for (name, body) in &self.sections {
            let body = match name.as_str() {
                "stderr" => {
                    told = true;
                    built.vi.clone()
                }
                "stderr en" => built.en.clone(),
                other => match other.strip_prefix("public/") {
                    Some(path) => built.outputs.get(path).map_or_else(
                        || "(not made)\n".to_owned(),
                        |html| html.trim_end().to_owned() + "\n",
                    ),
                    None => body.clone(),
                },
            };
            out.push_str(&format!("-- {name} --\n{body}"));
            if !body.is_empty() && !body.ends_with('\n') {
                out.push('\n');
            }
        }
        if !told && !built.vi.is_empty() {
            out.push_str(&format!("-- stderr --\n{}", built.vi));
        }
        out
    }
}

/// `\xNN` as the byte it names.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\x") {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        bytes.push(u8::from_str_radix(&rest[at + 2..at + 4], 16).unwrap());
        rest = &rest[at + 4..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// The lines that differ, with what was expected and what came.
fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), actual.lines().collect());
    let first = expected
        .iter()
        .zip(&actual)
        .take_while(|(a, b)| a == b)
        .count();
    let end = expected[first..]
        .iter()
        .rev()
        .zip(actual[first..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let minus = expected[first..expected.len() - end]
        .iter()
        .map(|line| format!("- {line}\n"));
    let plus = actual[first..actual.len() - end]
        .iter()
        .map(|line| format!("+ {line}\n"));
    minus.chain(plus).collect()
}
