//! `loa new event-year`: for every event of a series that comes every year, a draft for its next day. A draft is never published; it
//! holds what the plans say and the day that follows from the rule, and invents no session.

use std::path::Path;

use anyhow::{Result, bail};

use super::{Exit, today};
use crate::cli::NewArgs;
use crate::diag::{Lang, Words};
use crate::document::{Document, Topics};
use crate::kind::event::{Event, Series};
use crate::kind::{ClauseRef, Kind};
use crate::report::Report;
use crate::session::{self, Options};
use crate::site::{DocId, Site, View};
use crate::text::dates::Date;
use crate::write;

/// A file to write, below `content/`.
struct Draft {
    path: String,
    text: String,
}

pub(super) fn run(root: &Path, args: &NewArgs, report: Report) -> Result<Exit> {
    let day = args
        .now
        .as_deref()
        .map_or_else(|| Ok(today()), super::day)?;
    let view = View {
        now: day,
        drafts: true,
        future: true,
    };
    let options = Options {
        view,
        base_url: None,
    };
    let compiled = session::open(root, &options)?;
    let Some(ready) = &compiled.ready else {
        report.diagnostics(&compiled.sorted(), &compiled.sources);
        return Ok(Exit::Content);
    };
    let series = args.title.as_deref().unwrap_or_default();
    let yearly = yearly(&ready.site, series);
    if yearly.is_empty() {
        bail!(
            "không có sự kiện hằng năm nào thuộc chuỗi “{series}”; các chuỗi (no yearly event of this series; the series are): {}",
            all_series(&ready.site).join(", ")
        );
    }
    for doc in yearly {
        let Some(draft) = draft(&ready.site, doc, day) else {
            let words = Words {
                vi: "năm tới đã có sự kiện cho:",
                en: "the next year has an event already for:",
            };
            report.say(words, &ready.site.documents[doc].path.path);
            continue;
        };
        let file = root.join("content").join(&draft.path);
        write::new_file(&file, draft.text.as_bytes())?;
        let words = Words {
            vi: "đã tạo bản nháp:",
            en: "made the draft:",
        };
        report.say(words, &file.display().to_string());
    }
    Ok(Exit::Good)
}

fn event(site: &Site, doc: DocId) -> Option<&Event> {
    match &site.documents[doc].kind {
        Kind::Event(event) => Some(event),
        _ => None,
    }
}

fn series(site: &Site, doc: DocId) -> Option<&Series> {
    event(site, doc)?.series.as_ref()
}

/// The events of a series that come every year.
fn yearly(site: &Site, id: &str) -> Vec<DocId> {
    let of = |&doc: &DocId| {
        let rule = event(site, doc).and_then(|event| event.rule.as_ref());
        rule.is_some_and(|rule| rule.yearly.is_some())
            && series(site, doc).is_some_and(|series| series.id.value == id)
    };
    site.of_kind("event").filter(of).collect()
}

fn all_series(site: &Site) -> Vec<&str> {
    let mut all: Vec<&str> = site
        .of_kind("event")
        .filter_map(|doc| series(site, doc))
        .map(|series| series.id.as_str())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The draft for the first day of the rule after `today`; nothing when the series has an event of that year at the same places.
fn draft(site: &Site, doc: DocId, today: Date) -> Option<Draft> {
    let document = &site.documents[doc];
    let event = event(site, doc)?;
    let (rule, series) = (event.rule.as_ref()?, event.series.as_ref()?);
    let day = rule.yearly?.next(today.tomorrow()?)?;
    let places = &document.meta.places;
    let known = site.events_of(&series.id, day.year());
    let same = |other: &DocId| {
        let theirs = &site.documents[*other].meta.places;
        places
            .iter()
            .any(|place| theirs.iter().any(|other| other.value == place.value))
            || places.is_empty() && theirs.is_empty()
    };
    if known.iter().any(same) {
        return None;
    }
    Some(Draft {
        path: format!(
            "{}/{}-{}.md",
            document.path.folder,
            document.id(),
            day.year()
        ),
        text: text(document, event, series, &rule.printed, day),
    })
}

fn text(document: &Document, event: &Event, series: &Series, rule: &str, day: Date) -> String {
    let meta = &document.meta;
    let year = day.year();
    let mut lines = vec!["---".to_owned()];
    let title = quoted(&format!("{} năm {year}", meta.title.value));
    lines.push(format!("title: {title}"));
    lines.push(format!("description: {}", quoted(&meta.description)));
    lines.push("draft: true".to_owned());
    lines.extend(list("places", meta.places.iter().map(|id| id.as_str())));
    lines.extend(list("audience", meta.audience.iter().map(|id| id.as_str())));
    if let Topics::Whole(topics) = &meta.topics {
        lines.extend(list("topics", topics.iter().map(|id| id.as_str())));
    }
    let (id, name) = (quoted(&series.id), quoted(&series.name));
    lines.push(format!("series: {{id: {id}, name: {name}, year: {year}}}"));
    let long = day.long(Lang::Vi);
    lines.push(format!(
        "# Ngày tính từ quy tắc “{rule}”: {long}. Chưa ai xác nhận."
    ));
    lines.push(format!("start: {}", day.iso()));
    lines.push("status: planned".to_owned());
    lines.extend(
        event
            .format
            .map(|format| format!("format: {}", format.word())),
    );
    lines.extend(list(
        "organiser",
        event.organiser.iter().map(String::as_str),
    ));
    lines.extend(list("partners", event.partners.iter().map(String::as_str)));
    lines.extend(refs(&event.plan_refs));
    lines.push("# Chỉ ghi phiên, giờ, địa điểm, đầu mối khi nơi tổ chức đã cho biết; xong thì bỏ dòng draft.".to_owned());
    lines.push("---\n".to_owned());
    lines.join("\n")
}

fn list<'v>(key: &str, values: impl Iterator<Item = &'v str>) -> Option<String> {
    let values: Vec<String> = values.map(quoted).collect();
    (!values.is_empty()).then(|| format!("{key}: [{}]", values.join(", ")))
}

fn refs(refs: &[ClauseRef]) -> Option<String> {
    let refs = refs.iter().map(|point| {
        let (plan, clause) = (quoted(&point.plan), quoted(&point.clause.written()));
        format!("{{plan: {plan}, clause: {clause}}}")
    });
    let refs: Vec<String> = refs.collect();
    (!refs.is_empty()).then(|| format!("plan_refs: [{}]", refs.join(", ")))
}

/// A text as YAML takes it in any place; JSON strings are such texts.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
