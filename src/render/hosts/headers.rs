//! `_headers`, which Cloudflare Pages and Netlify read in the folder that is published.
//!
//! Both join the headers of all rules that fit, so none is given twice. What has no rule for its keeping is asked for each time by both.

use super::{A_DAY, FOREVER, LASTING, OPEN, Told};

pub(super) fn text(told: &Told) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in &told.headers {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    let mut rule = |paths: String, header: &str| {
        text.push_str(&format!("{paths}\n  {header}\n"));
    };
    for ending in LASTING.iter().filter(|&&e| told.types.contains_key(e)) {
        rule(format!("/*.{ending}"), &format!("Cache-Control: {A_DAY}"));
    }
    for name in &told.versioned {
        rule(format!("/{name}"), &format!("Cache-Control: {FOREVER}"));
    }
    rule(
        format!("/{}/*", told.open),
        "Access-Control-Allow-Origin: *",
    );
    for ending in OPEN.iter().filter(|&&e| told.types.contains_key(e)) {
        rule(format!("/*.{ending}"), "Access-Control-Allow-Origin: *");
    }
    text
}

/// `_redirects`, which both read, too. Netlify shows a file before it redirects, so there the page that stands at the old address leads on.
pub(super) fn redirects(told: &Told) -> String {
    let lines = told.moved.iter();
    let lines = lines.map(|moved| format!("/{0} /{1} 301\n/{0}/ /{1} 301\n", moved.from, moved.to));
    lines.collect()
}
