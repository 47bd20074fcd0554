//! One page: what its file says, and the shells around it.

use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Options, Parser, html};
use serde::{Deserialize, Serialize};

/// What the front matter says, as far as a shell shows it; all of it is parsed.
#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
pub struct Meta {
    title: String,
    description: String,
    date: String,
    audience: Vec<String>,
    model: Vec<String>,
    extra: Extra,
}

#[derive(Deserialize, Serialize, Default)]
#[serde(default)]
struct Extra {
    doc_type: String,
    code: String,
    issuer: String,
    province: String,
    start: String,
    place: String,
}

/// An entry of the navigation that stands on every page.
#[derive(Deserialize, Serialize)]
pub struct Entry {
    title: String,
    url: String,
}

/// A page before it is put into a shell.
pub struct Page {
    /// Its address, with slashes at both ends.
    pub url: String,
    meta: Meta,
    body: String,
}

/// What the template sees.
#[derive(Serialize)]
struct View<'a> {
    title: &'a str,
    description: &'a str,
    date: &'a str,
    audience: &'a [String],
    model: &'a [String],
    section: &'a str,
    content: &'a str,
}

impl Page {
    /// Reads and parses a file; nothing when it is gone or not what it should be.
    pub fn read(content: &Path, file: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let (front, body) = split(&text);
        Some(Self {
            url: url(file.strip_prefix(content).ok()?),
            meta: serde_yaml::from_str(front).ok()?,
            body: markdown(body),
        })
    }

    /// The page in a shell that is the same everywhere but for title, description and day.
    pub fn in_constant_shell(&self, menu: &str) -> String {
        let mut html = String::with_capacity(self.body.len() + menu.len() + 1024);
        html.push_str("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>");
        escape(&self.meta.title, &mut html);
        html.push_str("</title><meta name=\"description\" content=\"");
        escape(&self.meta.description, &mut html);
        html.push_str("\"><link rel=\"stylesheet\" href=\"/site.css\"></head>\n<body><nav><ul>");
        html.push_str(menu);
        html.push_str("</ul></nav>\n<main><article><h1>");
        escape(&self.meta.title, &mut html);
        html.push_str("</h1><p>");
        html.push_str(&self.meta.date);
        html.push_str("</p>\n");
        html.push_str(&self.body);
        html.push_str("</article></main></body></html>\n");
        html
    }
}

/// A Tera template with the navigation.
pub struct Shell {
    tera: tera::Tera,
    navigation: tera::Value,
}

impl Shell {
    /// Reads the template and the navigation of a site; nothing when the template has faults.
    pub fn read(root: &Path) -> Option<Self> {
        let text = fs::read_to_string(root.join("templates/base.html")).ok()?;
        let mut tera = tera::Tera::default();
        tera.add_raw_template("base.html", &text).ok()?;
        let navigation = tera::Value::from_serializable(&navigation(root));
        Some(Self { tera, navigation })
    }

    /// The page in this shell.
    pub fn render(&self, page: &Page) -> String {
        let mut context = tera::Context::new();
        context.insert_value("nav", self.navigation.clone());
        let view = View {
            title: &page.meta.title,
            description: &page.meta.description,
            date: &page.meta.date,
            audience: &page.meta.audience,
            model: &page.meta.model,
            section: section(&page.url),
            content: &page.body,
        };
        context.insert("page", &view);
        self.tera.render("base.html", &context).unwrap_or_default()
    }
}

/// Every Markdown file below `content`.
pub fn files(content: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(content)
        .into_iter()
        .filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let markdown = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "md"));
    markdown.map(walkdir::DirEntry::into_path).collect()
}

/// The navigation of a site; empty when it has none.
pub fn navigation(root: &Path) -> Vec<Entry> {
    let file = fs::read(root.join("nav.json")).ok();
    file.and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// The navigation as HTML, without a mark at the current section.
pub fn constant_menu(navigation: &[Entry]) -> String {
    let mut html = String::new();
    for entry in navigation {
        html.push_str("<li><a href=\"");
        html.push_str(&entry.url);
        html.push_str("\">");
        escape(&entry.title, &mut html);
        html.push_str("</a></li>");
    }
    html
}

fn split(text: &str) -> (&str, &str) {
    let parts = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"));
    parts.unwrap_or(("", text))
}

fn markdown(body: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::with_capacity(body.len() * 3 / 2);
    html::push_html(&mut out, Parser::new_ext(body, options));
    out
}

fn url(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = path
        .strip_suffix("_index.md")
        .or(path.strip_suffix(".md"))
        .unwrap_or(&path);
    match path.trim_end_matches('/') {
        "" => "/".into(),
        path => format!("/{path}/"),
    }
}

fn section(url: &str) -> &str {
    let inner = url.trim_end_matches('/');
    &url[..inner.rfind('/').map_or(0, |at| at + 1)]
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}
