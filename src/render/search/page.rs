//! A rendered page to what can be found on it: the page itself, its headings, and the clauses, rows and terms that have an address.
//!
//! Reading the page that is published, and not what it is made from, is what makes a search find every word that a reader can see.

use crate::render::tokens::{self, Piece, Tag};

/// Something that a search can lead to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// The anchor on its page; empty for the page itself.
    pub(super) anchor: String,
    /// How it is called.
    pub(super) title: String,
    /// Its text.
    pub(super) text: String,
    /// The line below a page's title.
    pub(super) lead: String,
}

/// Elements whose words are not content.
const SILENT: &[&str] = &[
    "nav", "script", "style", "form", "svg", "template", "button", "noscript",
];

/// Elements inside a line: their words run on.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "cite", "code", "em", "i", "kbd", "mark", "s", "small", "span", "strong",
    "sub", "sup", "time",
];

/// Elements without an end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// What the main part of a page holds, in order; the first is the page itself.
pub(super) fn places(html: &str) -> Vec<Place> {
    let mut reader = Reader::default();
    tokens::read(html, |piece| match piece {
        Piece::Open(tag, _) => reader.open(tag),
        Piece::Close(name, _) => reader.close(name),
        Piece::Text(text, _) => reader.words(text),
    });
    reader.finish()
}

fn is_void(tag: &Tag) -> bool {
    tag.self_closing || VOID.contains(&tag.name.as_str())
}

/// Whether the words of an element say nothing of the page: menus, and what waits behind a clause's label.
fn is_silent(tag: &Tag) -> bool {
    let aside = ["cite", "up", "vh"]
        .iter()
        .any(|class| tag.has_class(class));
    let unindexed = tag.attribute("data-unindexed").is_some();
    unindexed || aside || SILENT.contains(&tag.name.as_str())
}

fn is_heading(tag: &Tag) -> bool {
    matches!(
        tag.name.as_str(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt"
    )
}

/// The address of what begins with a tag, if it is something of its own: an addressed heading, clause, row, item or term.
fn begun(tag: &Tag) -> Option<&str> {
    let kinds = ["h2", "h3", "h4", "h5", "h6", "p", "tr", "li", "div"];
    let id = tag.attribute("id");
    id.filter(|_| kinds.contains(&tag.name.as_str()))
}

/// Where words go.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Into {
    #[default]
    Text,
    Title,
    Lead,
}

#[derive(Default)]
struct Reader {
    places: Vec<Place>,
    /// Whether the main part is open.
    main: bool,
    /// The open element that is passed over, and how many of its name are open inside it.
    silent: Option<(String, usize)>,
    into: Into,
    /// The element whose words go elsewhere than into the text.
    until: Option<String>,
}

impl Reader {
    fn open(&mut self, tag: &Tag) {
        if tag.name == "main" {
            self.main = true;
            self.places.push(Place::default());
        }
        if !self.main {
            return;
        }
        if let Some((name, depth)) = &mut self.silent {
            *depth += usize::from(*name == tag.name && !is_void(tag));
            return;
        }
        if is_silent(tag) {
            if !is_void(tag) {
                self.silent = Some((tag.name.clone(), 0));
            }
            return;
        }
        self.space(&tag.name);
        if let Some(anchor) = begun(tag) {
            self.places.push(Place {
                anchor: anchor.to_owned(),
                ..Place::default()
            });
        }
        // The label of a clause says where it stands.
        if tag.name == "a" && tag.has_class("n") && self.into != Into::Title {
            if let (Some(label), Some(place)) =
                (tag.attribute("aria-label"), self.places.last_mut())
            {
                label.clone_into(&mut place.title);
            }
            self.silent = Some(("a".to_owned(), 0));
        } else if is_heading(tag) && self.wants_title(tag) {
            self.into = Into::Title;
            self.until = Some(tag.name.clone());
        } else if tag.has_class("lead") {
            self.into = Into::Lead;
            self.until = Some(tag.name.clone());
        }
    }

    /// Whether a heading names the place that it stands in: its own, or one that has no name.
    fn wants_title(&self, tag: &Tag) -> bool {
        let unnamed = self
            .places
            .last()
            .is_some_and(|place| place.title.is_empty());
        tag.attribute("id").is_some() || unnamed
    }

    fn close(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            if silent == name {
                match depth.checked_sub(1) {
                    Some(less) => *depth = less,
                    None => self.silent = None,
                }
            }
            return;
        }
        if self.until.as_deref() == Some(name) {
            self.into = Into::Text;
            self.until = None;
        }
        if name == "main" {
            self.main = false;
        }
        self.space(name);
    }

    /// Words of neighbouring blocks are not one.
    fn space(&mut self, element: &str) {
        if !INLINE.contains(&element) {
            self.words(" ");
        }
    }

    fn words(&mut self, text: &str) {
        if !self.main || self.silent.is_some() {
            return;
        }
        if let Some(place) = self.places.last_mut() {
            match self.into {
                Into::Text => place.text.push_str(text),
                Into::Title => place.title.push_str(text),
                Into::Lead => place.lead.push_str(text),
            }
        }
    }

    fn finish(mut self) -> Vec<Place> {
        for place in &mut self.places {
            for part in [&mut place.title, &mut place.text, &mut place.lead] {
                let words: Vec<&str> = part.split_whitespace().collect();
                *part = words.join(" ");
            }
        }
        let mut places = self.places.into_iter().enumerate();
        let kept = places
            .by_ref()
            .filter(|(at, place)| *at == 0 || !(place.text.is_empty() && place.title.is_empty()));
        kept.map(|(_, place)| place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn clauses_and_headings_are_found_and_menus_are_not() {
        let html = "<header>đầu</header><main id=main><h1>Kế <b>hoạch</b></h1><p class=lead>Cho ai</p><p>Mở đầu</p>\
            <nav><ul><li>mục lục</nav><h2 id=i><a class=n href=#i>I.</a> Phần</h2><p class=cite>Trích dẫn</p>\
            <p class=\"c d1\" id=i.a><a class=n href=#i.a aria-label=\"a) phần I\">a)</a> Làm &amp; <em>học</em></p>\
            <section class=about data-unindexed><h2 id=about>Về trang</h2></section></main><footer>chân</footer>";
        let found: Vec<(String, String, String)> = places(html)
            .into_iter()
            .map(|place| {
                (
                    place.anchor,
                    place.title,
                    format!("{}|{}", place.lead, place.text),
                )
            })
            .collect();
        let expected = [
            ("", "Kế hoạch", "Cho ai|Mở đầu"),
            ("i", "I. Phần", "|"),
            ("i.a", "a) phần I", "|Làm & học"),
        ];
        let expected = expected
            .map(|(anchor, title, text)| (anchor.to_owned(), title.to_owned(), text.to_owned()));
        assert_eq!(found, expected);
    }
}
