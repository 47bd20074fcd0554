//! `loa new`: a document with the keys that it must have, a blank table to send round, a sample programme to copy, or the drafts of the
//! next year.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, anyhow};

use super::{Exit, next_year};
use crate::cli::NewArgs;
use crate::data;
use crate::diag::Words;
use crate::document::Meta;
use crate::kind::KindName;
use crate::record::{Field, Record as _};
use crate::report::Report;
use crate::text::slug::slug;
use crate::write;

/// Makes the drafts of the next year of a series.
const EVENT_YEAR: &str = "event-year";
/// Writes the sample programme of a commune.
const PROGRAMME: &str = "programme";
/// The sample: a table of sessions in which everything to fill in stands in brackets. It holds no day, so that nothing of it is dated.
const SAMPLE: &str = include_str!("programme.csv");

/// The kinds of document and the tables that can be made.
pub(super) fn names() -> Vec<&'static str> {
    let kinds = KindName::all().into_iter();
    let kinds = kinds.filter(|name| *name != "section");
    kinds
        .chain(data::TYPED.iter().map(|(name, _)| *name))
        .chain([EVENT_YEAR, PROGRAMME])
        .collect()
}

pub(super) fn run(root: &Path, args: &NewArgs, report: Report) -> Result<Exit> {
    if args.what == EVENT_YEAR {
        return next_year::run(root, args, report);
    }
    let table = data::TYPED.iter().find(|(name, _)| *name == args.what);
    let (place, text) = match table {
        Some((name, fields)) => (format!("content/data/{name}.csv"), blank_table(fields)),
        // Beside the content: what is filled in becomes a table of the site, the sample never does.
        None if args.what == PROGRAMME => ("mau-chuong-trinh.csv".to_owned(), SAMPLE.to_owned()),
        None => document(args)?,
    };
    let file = args.output.clone().unwrap_or_else(|| root.join(place));
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
        format!("content/{name}.md")
    } else {
        format!("content/{folder}/{name}.md")
    };
    Ok((place, text))
}
