//! `loa new`: a document with the keys that it must have, or a blank table to send round.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, anyhow};

use super::Exit;
use crate::cli::NewArgs;
use crate::data;
use crate::diag::Words;
use crate::document::Meta;
use crate::kind::KindName;
use crate::record::{Field, Record as _};
use crate::report::Report;
use crate::text::slug::slug;
use crate::write;

/// The kinds of document and the tables that can be made.
pub(super) fn names() -> Vec<&'static str> {
    let kinds = KindName::all().into_iter();
    let kinds = kinds.filter(|name| *name != "section");
    kinds
        .chain(data::TYPED.iter().map(|(name, _)| *name))
        .collect()
}

pub(super) fn run(root: &Path, args: &NewArgs, report: Report) -> Result<Exit> {
    let table = data::TYPED.iter().find(|(name, _)| *name == args.what);
    let (place, text) = match table {
        Some((name, fields)) => (format!("data/{name}.csv"), blank_table(fields)),
        None => document(args)?,
    };
    let file = args
        .output
        .clone()
        .unwrap_or_else(|| root.join("content").join(place));
    write::new_file(&file, text.as_bytes())?;
    let words = Words {
        vi: "đã tạo:",
        en: "made:",
    };
    report.say(words, &file.display().to_string());
    if let Some((_, fields)) = table {
        let words = Words {
            vi: "Các cột; dấu * là phải ghi:",
            en: "The columns; * must be given:",
        };
        report.say(words, "");
        for field in *fields {
            let must = if (field.required)() { " *" } else { "" };
            report.column(field.name, &format!("{}{must}", field.doc.trim()));
        }
    }
    Ok(Exit::Good)
}

/// A table with nothing but its head, as spreadsheets like it.
fn blank_table(fields: &[Field]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    format!("\u{feff}{}\r\n", names.join(","))
}

/// A document with what it must have; each key says what it is for.
fn document(args: &NewArgs) -> Result<(String, String)> {
    let kind = KindName::named(&args.what).ok_or_else(|| anyhow!("{}", args.what))?;
    let title = args.title.as_deref().ok_or_else(|| {
        anyhow!(
            "còn thiếu tiêu đề (a title is missing): loa new {} \"…\"",
            args.what
        )
    })?;
    let name = slug(title);
    if name.is_empty() {
        return Err(anyhow!(
            "tiêu đề không có chữ nào dùng được làm tên tệp (the title has no letters)"
        ));
    }
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = format!("---\ntitle: \"{quoted}\"\n");
    let required = Meta::FIELDS
        .iter()
        .chain(kind.fields())
        .filter(|field| (field.required)());
    for field in required.filter(|field| field.name != "title") {
        let _ = writeln!(text, "# {}\n{}:", field.doc.trim(), field.name);
    }
    text.push_str("---\n\n");
    let folder = kind.folder();
    let place = if folder.is_empty() {
        format!("{name}.md")
    } else {
        format!("{folder}/{name}.md")
    };
    Ok((place, text))
}
