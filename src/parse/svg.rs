//! Drawings (SVG) of others, cleaned: a drawing is a program, too, when it holds scripts, handlers, pages or addresses of strangers.
//!
//! `svg-hush` keeps what only draws, from a list of what is known to be harmless; here it is only found out what an author should be told.

use std::collections::BTreeSet;

use html5gum::{Token, Tokenizer};
use svg_hush::Filter;

/// A drawing that only draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Its text.
    pub text: String,
    /// What would have run, or asked a stranger, and was left out: names of elements and attributes.
    pub removed: Vec<String>,
}

/// Cleans a drawing. Nothing when it is no SVG that a browser could draw.
pub fn clean(bytes: &[u8]) -> Option<Drawing> {
    let mut cleaned = Vec::new();
    Filter::new().filter(bytes, &mut cleaned).ok()?;
    let text = String::from_utf8(cleaned).ok()?;
    // Without its declaration the text can stand inside others, too; its signs are UTF-8 in any case.
    let start = text.find("<svg")?;
    Some(Drawing {
        text: text[start..].to_owned() + "\n",
        removed: dangers(&String::from_utf8_lossy(bytes)),
    })
}

/// The names of what would run or ask a stranger.
fn dangers(text: &str) -> Vec<String> {
    const RUNNING: &[&str] = &[
        "script",
        "foreignobject",
        "iframe",
        "embed",
        "object",
        "handler",
    ];
    let mut found = BTreeSet::new();
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        let Token::StartTag(tag) = token else {
            continue;
        };
        let element = String::from_utf8_lossy(&tag.name).into_owned();
        for (name, value) in &tag.attributes {
            let name = String::from_utf8_lossy(name);
            let value = String::from_utf8_lossy(value).trim().to_lowercase();
            let strange = value.starts_with("//") || value.starts_with("http");
            let leads = name == "href" || name.ends_with(":href");
            if name.starts_with("on")
                || value.starts_with("javascript:")
                || leads && strange && element != "a"
            {
                found.insert(name.into_owned());
            }
        }
        if RUNNING.contains(&element.as_str()) {
            found.insert(element);
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_or_asks_a_stranger_is_left_out() {
        let drawing = clean(
            br##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 3 2" onload="a()">
<title>T &amp; H</title><script>b()</script><style>.p{fill:url(https://x.example/p)}@media(prefers-color-scheme:dark){.p{fill:#fff}}</style>
<foreignObject><p>c</p></foreignObject><image xlink:href="https://x.example/c.png"/><a href="javascript:d()"><text>e</text></a>
<path id="g" class="p" d="M0 0h1" onclick="f()"/><use xlink:href="#g"/></svg>"##,
        );
        let Drawing { text, removed } = drawing.unwrap();
        for gone in [
            "script",
            "foreignObject",
            "onload",
            "onclick",
            "x.example",
            "a()",
            "b()",
            "d()",
        ] {
            assert!(!text.contains(gone), "{gone}: {text}");
        }
        for kept in [
            "<svg xmlns",
            "T &amp; H",
            "prefers-color-scheme:dark",
            "<text>e</text>",
            "d=\"M0 0h1\"",
            "href=\"#g\"",
        ] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
        assert_eq!(
            removed,
            [
                "foreignobject",
                "href",
                "onclick",
                "onload",
                "script",
                "xlink:href"
            ]
        );
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        for text in [
            "",
            "<html></html>",
            "<svg viewBox=\"0 0 1 1\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
        ] {
            assert_eq!(clean(text.as_bytes()), None, "{text}");
        }
    }
}
