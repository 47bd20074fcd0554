//! The colours of a theme against the contrast that is promised (WCAG 2.2, criteria 1.4.6 and 1.4.11). They are the custom properties of
//! `:root` in `style.css` with the names of the default theme; colours under other names are for the theme's author to measure.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::Diagnostic;
use crate::rules;
use crate::source::{FileId, Span};

/// Pairs of colour and ground with the least contrast between them.
const PAIRS: &[(&str, &[&str], f64)] = &[
    ("ink", &["paper", "note", "warn", "good"], 7.0),
    ("quiet", &["paper"], 7.0),
    ("lotus", &["paper"], 7.0),
    ("river", &["paper"], 7.0),
    ("seen", &["paper"], 7.0),
    ("edge", &["paper"], 3.0),
];

/// A colour and where it is written.
type Colour = ([u8; 3], Range<usize>);

/// The pairs in `css`, the text of `file`, that are too close.
pub(super) fn faults(file: FileId, css: &str) -> Vec<Diagnostic> {
    let css = &without_comments(css);
    let mut found = Vec::new();
    // Every scheme changes some of the colours of the first.
    let mut first: BTreeMap<&str, Colour> = BTreeMap::new();
    for (at, _) in css
        .match_indices('{')
        .filter(|(at, _)| is_of_page(css, *at))
    {
        let start = at + 1;
        let end = css[start..]
            .find('}')
            .map_or(css.len(), |length| start + length);
        let mut colours = first.clone();
        colours.extend(declared(css, start..end));
        if first.is_empty() {
            first.clone_from(&colours);
        }
        for (token, grounds, least) in PAIRS {
            for ground in *grounds {
                let (Some((colour, place)), Some((below, under))) =
                    (colours.get(token), colours.get(ground))
                else {
                    continue;
                };
                let ratio = contrast(*colour, *below);
                // What this block does not change was told with the first.
                let is_own = [place, under]
                    .iter()
                    .any(|place| (start..end).contains(&place.start));
                if ratio < *least && is_own {
                    let span = Span::new(file, place.start, place.end);
                    let (ratio, least) = (format!("{ratio:.1}"), format!("{least:.0}"));
                    found.push(rules::low_contrast(span, token, ground, &ratio, &least));
                }
            }
        }
    }
    found
}

/// `css` with spaces for its comments, so that places stay.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        let length = rest[start + 2..]
            .find("*/")
            .map_or(rest.len() - start, |end| end + 4);
        out += &rest[..start];
        out += &" ".repeat(length);
        rest = &rest[start + length..];
    }
    out + rest
}

/// Whether the block that opens at the byte `open` is of the page as a whole: `:root`, `html`, perhaps in one scheme.
fn is_of_page(css: &str, open: usize) -> bool {
    let start = css[..open].rfind(['{', '}', ';']).map_or(0, |at| at + 1);
    let selectors = css[start..open].to_ascii_lowercase();
    selectors.split(',').any(|selector| {
        let selector = selector.trim();
        selector.starts_with(":root") || selector == "html" || selector.starts_with("html[")
    })
}

/// The custom properties of a block that are colours.
fn declared(css: &str, block: Range<usize>) -> BTreeMap<&str, Colour> {
    let mut colours = BTreeMap::new();
    let mut at = block.start;
    for declaration in css[block].split(';') {
        let start = at;
        at += declaration.len() + 1;
        let Some((name, value)) = declaration.split_once(':') else {
            continue;
        };
        let (Some(name), written) = (name.trim().strip_prefix("--"), value.trim()) else {
            continue;
        };
        if let Some(colour) = colour(written) {
            let from = start + declaration.len() - value.trim_start().len();
            colours.insert(name, (colour, from..from + written.len()));
        }
    }
    colours
}

/// A colour in any of the ways of CSS (CSS Color Module Level 4); one that shows what lies below it cannot be measured here.
fn colour(text: &str) -> Option<[u8; 3]> {
    let colour = csscolorparser::parse(text).ok()?;
    let [red, green, blue, alpha] = colour.to_rgba8();
    (alpha == u8::MAX).then_some([red, green, blue])
}

/// The contrast ratio of WCAG 2.2, from 1 to 21.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of WCAG 2.2, from 0 to 1.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn ratios_are_those_of_the_criterion() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.01);
        // #777 on white is the well-known 4.48.
        assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
    }

    #[test]
    fn each_scheme_is_measured_with_what_it_changes() {
        let css =
            ":root{--paper:#fff;--ink:#000}@media(prefers-color-scheme:dark){:root{--paper:#222}}";
        let found = faults(Sources::default().add("style.css", css), css);
        assert_eq!(found.len(), 1);
        let spread = ":root, html {\n  /* chữ */ --ink: rgb(153 153 153);\n  --paper: white;\n}\n";
        let found = faults(Sources::default().add("style.css", spread), spread);
        assert_eq!(found.len(), 1);
        assert_eq!(&spread[found[0].span.range()], "rgb(153 153 153)");
        let dark = ":root{--paper:#fff;--ink:#000}@media(prefers-color-scheme:dark){:root{--paper:#000;--ink:#fff}}";
        assert!(faults(Sources::default().add("style.css", dark), dark).is_empty());
    }
}
