//! The least that a generator of static pages must do, as a measure for those that do more.
//!
//! ```text
//! floor write --root SITE --output DIR      read, split and parse the front matter, Markdown to HTML, a constant shell, one file a page
//! floor shell --root SITE --output DIR      the same with the shell from a Tera template, which loops over the navigation on every page
//! floor serve --root SITE --port PORT       pages parsed and kept; a page is put into its shell when it is asked for
//! ```
//!
//! SITE has `content/`, `nav.json` and `templates/base.html`. There are no listings, terms, feeds, site maps, ids of headings, contents or
//! neighbours, and nothing is checked: any of that can only cost more.

mod page;
mod serve;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use page::{Page, Shell};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let root = PathBuf::from(option("--root").unwrap_or_else(|| ".".into()));
    let output = PathBuf::from(option("--output").unwrap_or_else(|| "public".into()));
    let port = option("--port").map_or(4100, |port| port.parse().expect("a port is a number"));
    match arguments.first().map(String::as_str) {
        Some("write") => {
            let menu = page::constant_menu(&page::navigation(&root));
            build(&root, &output, |page| page.in_constant_shell(&menu));
        }
        Some("shell") => {
            let shell = Shell::read(&root).expect("templates/base.html is a Tera template");
            build(&root, &output, |page| shell.render(page));
        }
        Some("serve") => serve::serve(&root, port),
        _ => {
            eprintln!("floor write|shell|serve --root SITE [--output DIR] [--port PORT]");
            std::process::exit(2);
        }
    }
}

/// Writes every page of the site, each with the HTML that `finish` makes of it.
fn build(root: &Path, output: &Path, finish: impl Fn(&Page) -> String + Sync) {
    let content = root.join("content");
    page::files(&content).par_iter().for_each(|file| {
        let page = Page::read(&content, file).expect("the corpus has no faults");
        write(output, &page.url, finish(&page).as_bytes());
    });
}

fn write(output: &Path, url: &str, html: &[u8]) {
    let folder = output.join(url.trim_start_matches('/'));
    let file = folder.join("index.html");
    // Most folders are made once and met again, so the file is tried first.
    if fs::write(&file, html).is_err() {
        fs::create_dir_all(&folder).expect("the output folder can be made");
        fs::write(&file, html).expect("the output can be written");
    }
}
