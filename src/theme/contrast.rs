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
    let mut found = Vec::new();
    // Every scheme changes some of the colours of the first.
    let mut first: BTreeMap<&str, Colour> = BTreeMap::new();
    for (at, _) in css.match_indices(":root{") {
        let start = at + ":root{".len();
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

/// The custom properties of a block that are colours in hexadecimal digits.
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
        if let Some(colour) = hex(written) {
            let from = start + declaration.len() - value.trim_start().len();
            colours.insert(name, (colour, from..from + written.len()));
        }
    }
    colours
}

/// `#rgb` or `#rrggbb`.
fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
    let part = |at: usize| match digits.len() {
        3 => u8::from_str_radix(&digits[at..=at].repeat(2), 16).ok(),
        6 => u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).ok(),
        _ => None,
    };
    Some([part(0)?, part(1)?, part(2)?])
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
        let dark = ":root{--paper:#fff;--ink:#000}@media(prefers-color-scheme:dark){:root{--paper:#000;--ink:#fff}}";
        assert!(faults(Sources::default().add("style.css", dark), dark).is_empty());
    }
}
