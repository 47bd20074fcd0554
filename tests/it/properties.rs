//! What holds for every site and every text.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::{build, options};

/// The real content, as files in memory.
pub(crate) fn campaign() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let walk = walkdir::WalkDir::new(root.join("content")).sort_by_file_name();
    walk.into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(root)
                .unwrap()
                .display()
                .to_string();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    /// The campaign's site is the same on one thread and on many, in whatever order its files are met.
    #[test]
    fn a_build_equals_itself(threads in 1..5_usize, swaps in prop::collection::vec(any::<(Index, Index)>(), 40)) {
        let ordered = campaign();
        let mut shuffled = ordered.clone();
        for (a, b) in swaps {
            let (a, b) = (a.index(shuffled.len()), b.index(shuffled.len()));
            shuffled.swap(a, b);
        }
        let pool = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let one = pool(1).install(|| build(&ordered, &options()));
        let other = pool(threads).install(|| build(&shuffled, &options()));
        prop_assert!(one.outputs.len() > 40);
        prop_assert_eq!(one.vi, other.vi);
        for (path, html) in &one.outputs {
            prop_assert_eq!(html, &other.outputs[path], "{} differs", path);
        }
        prop_assert_eq!(one.outputs.len(), other.outputs.len());
    }
}

/// Pieces that plans, tables and mistakes are made of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("---\n".to_owned()),
        Just("title: “a”\n".to_owned()),
        Just("description: b\nissuer: c\nabstract: d\nlevel: commune\nside: state\n".to_owned()),
        Just("targets:\n  - {clause: i.a, year: 2025, group: x, comparator: over, value: 5, unit: percent}\n".to_owned()),
        Just("## I. Phần\n\n".to_owned()),
        Just("### 1. Mục\n\n".to_owned()),
        Just("1.1. khoản\n\n".to_owned()),
        Just("a) điểm\nđ) điểm\n\n".to_owned()),
        Just("- gạch\n+ cộng\n\n".to_owned()),
        Just("| I | x |\n|---|---|\n| 1,1 | y |\n\n".to_owned()),
        Just("- Cơ quan thực hiện: Sở A.\n".to_owned()),
        Just("[^1] [a](@/b.md#c) ![](d) <b x=y> [^1]: e\n".to_owned()),
        "[ \t\n\\[\\](){}#*_>|:&'\"`~^!.,;\\-+a-zđĐẵ0-9\u{300}\u{a0}\r]{0,40}",
        ".{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever stands in a file: no panic, and every message points into the file.
    #[test]
    fn any_text_is_survived(pieces in prop::collection::vec(piece(), 0..25)) {
        // A tilde stands for a byte that is no UTF-8, as spreadsheets of an old Windows write.
        let text = pieces.concat().replace('~', "\r\n\u{feff}~").into_bytes();
        let text: Vec<u8> = text.into_iter().map(|byte| if byte == b'~' { 0xe1 } else { byte }).collect();
        let files = vec![
            ("content/ke-hoach/a.md".to_owned(), text.clone()),
            ("content/tin/a.md".to_owned(), text.clone()),
            ("content/data/groups.yaml".to_owned(), text.clone()),
            ("content/data/bang.csv".to_owned(), text),
        ];
        let built = build(&files, &options());
        prop_assert!(built.spans_inside);
    }
}

/// Lines of a plan's body that open clauses or stand for themselves.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..9_usize).prop_map(|n| {
            let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][n];
            format!("## {roman}. Phần")
        }),
        (1..12_u8).prop_map(|n| format!("### {n}. Mục")),
        (1..12_u8).prop_map(|n| format!("{n}. Mục chạy")),
        (1..9_u8, 1..9_u8).prop_map(|(a, b)| format!("{a}.{b}. khoản")),
        prop::sample::select(vec!["a", "b", "c", "d", "đ", "e", "g"])
            .prop_map(|l| format!("{l}) điểm")),
        (1..5_u8).prop_map(|n| format!("({n}) ý")),
        Just("- gạch".to_owned()),
        Just("+ cộng".to_owned()),
        Just("một đoạn".to_owned()),
        Just("---".to_owned()),
        Just("- Cơ quan chủ trì: Sở A.".to_owned()),
        Just("## Phụ lục I. Bảng".to_owned()),
    ]
}

/// The addresses of a plan's clauses, in order.
fn addresses(lines: &[String]) -> Vec<String> {
    let text = lines.join("\n\n") + "\n";
    let mut sources = loa::source::Sources::default();
    let file = sources.add("a.md", text.as_str());
    let body = loa::parse::markdown::parse(&text, 0, file, &mut Vec::new());
    let tree = loa::parse::clause::parse(&body, &text, file);
    tree.clauses
        .into_iter()
        .map(|clause| clause.address)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// No two clauses have one address, and one that is inserted leaves the addresses before it alone.
    #[test]
    fn addresses_are_unique_and_stable(
        lines in prop::collection::vec(line(), 1..25),
        new in line(),
        at in any::<Index>(),
    ) {
        let before = addresses(&lines);
        let unique: std::collections::BTreeSet<&String> = before.iter().collect();
        prop_assert_eq!(unique.len(), before.len(), "{:?}", before);
        let at = at.index(lines.len() + 1);
        let head = addresses(&lines[..at]);
        let mut changed = lines;
        changed.insert(at, new);
        let after = addresses(&changed);
        prop_assert!(after.starts_with(&head), "{:?} does not begin with {:?}", after, head);
    }

    /// Edits at different places give the same tree, in whatever order they are made.
    #[test]
    fn edits_in_any_order_give_one_tree(
        lines in prop::collection::vec(line(), 1..20),
        edits in prop::collection::btree_map(0..20_usize, line(), 1..6),
        swaps in prop::collection::vec(any::<(Index, Index)>(), 8),
    ) {
        let edits: Vec<(usize, String)> = edits.into_iter().filter(|(at, _)| *at < lines.len()).collect();
        let mut shuffled = edits.clone();
        if !shuffled.is_empty() {
            for (a, b) in swaps {
                let (a, b) = (a.index(shuffled.len()), b.index(shuffled.len()));
                shuffled.swap(a, b);
            }
        }
        let edited = |edits: &[(usize, String)]| {
            // After each edit the site is compiled, as watching does; nothing of it may be remembered.
            let mut lines = lines.clone();
            let mut tree = Vec::new();
            for (at, line) in edits {
                lines[*at].clone_from(line);
                tree = addresses(&lines);
            }
            tree
        };
        prop_assert_eq!(edited(&edits), edited(&shuffled));
    }
}

proptest! {
    /// Whatever stands in an event can be read aloud, without brackets and addresses.
    #[test]
    fn any_text_is_read_aloud(words in prop::collection::vec("\\PC{0,6}|[0-9]{1,4}[:/h%.,-][0-9]{0,4}|\\(?[A-ZĐƯ]{1,5}\\)?[….;]{0,2}|0[0-9]{2,9}", 0..12)) {
        let text = words.join(" ");
        let said = loa::text::speech::spoken(&text, &[]);
        prop_assert!(!said.contains("://"), "{}", said);
        loa::text::speech::unspoken(&text, &[]);
    }
}
