//! The rules of the house, kept by a test and not by memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of each floor; a module may use its own floor and those below.
const FLOORS: &[&[&str]] = &[
    &["source", "diag", "route", "text", "list", "picture"],
    &["rules", "record"],
    &["kind"],
    &["document", "config", "data"],
    &["parse", "site"],
    &["resolve"],
    &["check", "plan", "portal", "schema", "tables"],
    &["theme", "render"],
    &["load", "write", "report", "watch"],
    &["session"],
    &["serve"],
    &["cli", "command"],
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extensions: &[&str]) -> Vec<(PathBuf, String)> {
    let walk = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name();
    walk.into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .filter(|path| {
            path.extension()
                .is_some_and(|e| extensions.iter().any(|x| e == *x))
        })
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

/// The top module that a file of `src` belongs to.
fn module(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap();
    let first = below
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn modules_look_down_only() {
    let floor_of: BTreeMap<&str, usize> = FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, modules)| modules.iter().map(move |module| (*module, floor)))
        .collect();
    let mut wrong = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        let module = module(&path);
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let floor = floor_of[module.as_str()];
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: String = lines.map(|line| line.to_owned() + "\n").collect();
        for (at, _) in code.match_indices("crate::") {
            let used: String = code[at + 7..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if floor_of
                .get(used.as_str())
                .is_some_and(|other| *other > floor)
            {
                wrong.push(format!("{}: {module} looks up to {used}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_map_names_every_module() {
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let doc: String = map.lines().filter(|line| line.starts_with("//!")).collect();
    for module in FLOORS.iter().copied().flatten() {
        assert!(
            map.contains(&format!("pub mod {module};")),
            "{module} is not in lib.rs"
        );
        assert!(
            doc.contains(&format!("[`{module}`]")),
            "{module} is not on the map"
        );
    }
    let declared = map.matches("pub mod ").count();
    assert_eq!(
        declared,
        FLOORS.iter().map(|floor| floor.len()).sum::<usize>()
    );
}

#[test]
fn nothing_unfinished_lands() {
    // Spelled in pieces, so that this file does not find itself.
    let words = [
        "TO\u{44}O",
        "FIX\u{4d}E",
        "XX\u{58}",
        "HAC\u{4b}",
        "unimplemented\u{21}",
    ];
    for folder in ["src", "tests/it", "themes"] {
        for (path, text) in files(folder, &["rs", "html", "css", "yaml"]) {
            for word in words {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn only_the_report_prints() {
    for (path, text) in files("src", &["rs"]) {
        let prints = text.contains("println!") || text.contains("eprint!");
        assert!(
            !prints || path.ends_with("report/mod.rs"),
            "{} prints",
            path.display()
        );
    }
}

#[test]
fn files_keep_to_one_subject() {
    for (path, text) in files("src", &["rs"]) {
        let lines = text.lines().count();
        assert!(lines <= 650, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_rule_is_in_its_table() {
    let written = files("src", &["rs"])
        .iter()
        .flat_map(|(_, text)| text.match_indices("rule!(\n").collect::<Vec<_>>())
        .count();
    assert_eq!(
        written,
        loa::command::rules().len(),
        "rules in the sources and in the tables"
    );
}

#[test]
fn every_code_is_shown_in_a_case_in_both_languages() {
    let mut shown: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (_, text) in files("tests/cases", &["txt"]) {
        let mut section = "";
        for line in text.lines() {
            match line {
                "-- stderr --" => section = "vi",
                "-- stderr en --" => section = "en",
                _ if line.starts_with("-- ") => section = "",
                _ => {
                    if let Some((_, code)) = line.split_once('[')
                        && let Some((code, _)) = code.split_once("]: ")
                    {
                        shown.entry(section).or_default().insert(code.to_owned());
                    }
                }
            }
        }
    }
    // Told by the disk, not by a text; shown by the tests of the program.
    let by_program = [
        "symlink-outside",
        "unreadable-file",
        "file-too-large",
        "image-too-heavy",
        "image-too-large",
        "image-cut-off",
        "image-mislabelled",
        "name-twice",
        "page-too-heavy",
    ];
    let codes = loa::command::rules().into_iter().map(|rule| rule.code);
    for code in codes.filter(|code| !by_program.contains(code)) {
        for lang in ["vi", "en"] {
            assert!(shown[lang].contains(code), "no case shows {code} in {lang}");
        }
    }
}

#[test]
fn texts_of_the_interface_are_complete() {
    let keys = |lang: &str| -> BTreeSet<String> {
        let path = root().join(format!("themes/default/i18n/{lang}.yaml"));
        let text = fs::read_to_string(path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| Some(line.split_once(':')?.0.trim_matches('"').to_owned()))
            .collect()
    };
    assert_eq!(keys("vi"), keys("en"));
}

/// Licences that loa's own (MIT or Apache-2.0) allow beside them.
const LICENCES: &[&str] = &[
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn dependencies_have_licences_that_fit() {
    let output = |program: &str, args: &[&str]| {
        let mut command = std::process::Command::new(program);
        command
            .args(args)
            .current_dir(root())
            .output()
            .unwrap()
            .stdout
    };
    // Only what this platform builds is on the disk.
    let version = String::from_utf8(output("rustc", &["-vV"])).unwrap();
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let args = [
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ];
    let metadata: serde_json::Value =
        serde_json::from_slice(&output(env!("CARGO"), &args)).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "the dependencies are listed");
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        // A choice is fine when one branch is; a conjunction when every part is.
        let fits = licence.replace('/', " OR ").split(" OR ").any(|branch| {
            let parts = branch.trim_matches(['(', ')', ' ']).split(" AND ");
            parts
                .map(|part| part.trim_matches(['(', ')', ' ']))
                .all(|part| LICENCES.contains(&part))
        });
        assert!(fits, "{}: {licence}", package["name"]);
    }
}

#[test]
fn every_text_the_compiler_asks_for_exists() {
    let vi = fs::read_to_string(root().join("themes/default/i18n/vi.yaml")).unwrap();
    let has = |key: &str| vi.lines().any(|line| line.starts_with(&format!("{key}:")));
    let mut asked = 0;
    for (path, text) in files("src/render", &["rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for call in [
            ".text(\"",
            "text(lang, \"",
            "text(&lang, \"",
            "self.text(lang, \"",
        ] {
            for (at, found) in code.match_indices(call) {
                let key = code[at + found.len()..].split('"').next().unwrap();
                assert!(has(key), "{}: {key} is not in vi.yaml", path.display());
                asked += 1;
            }
        }
    }
    assert!(asked > 5, "the calls are found");
    for kind in loa::kind::KindName::all() {
        assert!(
            has(&format!("kind_{kind}")),
            "kind_{kind} is not in vi.yaml"
        );
    }
}

#[test]
fn ids_of_templates_are_reserved() {
    // A heading of an author must never get the id of a part of the page.
    let mut ids: Vec<String> = Vec::new();
    for (_, text) in files("themes/default/templates", &["html", "svg"]) {
        let given = text.split(" id=\"").skip(1);
        let given = given.map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
        ids.extend(given.filter(|id| !id.is_empty() && !id.contains('{')));
    }
    assert!(ids.len() > 8);
    for id in ids {
        let reserved = loa::parse::anchors::RESERVED.contains(&id.as_str());
        assert!(reserved, "{id} is not reserved in parse/anchors.rs");
    }
}
