//! Of a large site the texts are left out while it is rendered, and read again: nobody sees a difference.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use loa::diag::Lang;
use loa::report;
use loa::session::{self, Compiled};

use crate::support::{bytes_of, options};

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("tin")).unwrap();
    let put = |path: &str, text: &str| fs::write(content.join(path), text).unwrap();
    put("site.yaml", "title: Trang\ndescription: Để thử\n");
    let head = "---\ntitle: Bài\ndescription: Để thử\n---\n";
    put(
        "tin/mot.md",
        &format!("{head}## Mục\n\nXem [tại đây](@/tin/hai.md).\n"),
    );
    put("tin/hai.md", &format!("\u{feff}{head}Dòng\r\nkhác.\r\n"));
    // Composed in another way than the paths that are told.
    put("tin/ba\u{300}i.md", &format!("{head}Lời của bài.\n"));
    folder
}

/// Every output, and what is told.
fn made(mut compiled: Compiled) -> anyhow::Result<(BTreeMap<String, Vec<u8>>, String)> {
    let outputs = Mutex::new(BTreeMap::new());
    compiled.render(|output| {
        let path = output.path.clone();
        outputs
            .lock()
            .unwrap()
            .insert(path, bytes_of(output.content));
        Ok(())
    })?;
    let told = compiled.sorted();
    compiled.recall(&told)?;
    let told = told.iter();
    let told = told.map(|fault| report::human(fault, &compiled.sources, Lang::En));
    let told: Vec<String> = told.collect();
    Ok((outputs.into_inner().unwrap(), told.join("\n")))
}

fn left_out(root: &Path) -> Compiled {
    session::open_once(root, &options(), 0).unwrap()
}

#[test]
fn what_is_made_and_told_is_the_same() {
    let site = site();
    let kept = made(session::open(site.path(), &options()).unwrap()).unwrap();
    assert!(
        kept.1.contains("vague-link") && kept.1.contains("tại đây"),
        "{}",
        kept.1
    );
    assert!(kept.0.keys().any(|path| path.starts_with("tin/bai/")));
    assert!(made(left_out(site.path())).unwrap() == kept);
}

#[test]
fn a_text_that_changes_meanwhile_ends_the_build() {
    let site = site();
    let compiled = left_out(site.path());
    let text = site.path().join("content/tin/hai.md");
    fs::write(text, "---\ntitle: Bài\ndescription: Khác\n---\n").unwrap();
    let refusal = made(compiled).unwrap_err().to_string();
    assert!(refusal.contains("content/tin/hai.md"), "{refusal}");
}
