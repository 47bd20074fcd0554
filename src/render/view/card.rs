//! What stands for a page where it is shared: a picture with its title and what it belongs to (Open Graph).

use tera::value::Key;
use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::picture::{Card, Design};
use crate::plan::{self, Job};
use crate::route::Route;

impl View<'_> {
    /// The card of a page with its address; nothing for a page that is not shared, or when the theme does not say how cards look.
    pub(super) fn card(&self, page: &Map, job: &Job) -> Option<(Route, Card)> {
        let design = self.theme.drawn.design.as_ref()?;
        let route = plan::card(self.site, job)?;
        let title = text(page, "title").unwrap_or_default();
        let card = Card::new(design, title, &label(page, title), &self.site.config.title);
        Some((route, card))
    }

    /// What a preview of the page is told of its picture.
    pub(super) fn shared_as(&self, card: Option<&(Route, Card)>) -> Value {
        let Some((route, card)) = card else {
            return Value::none();
        };
        let (width, height) = Design::SIZE;
        // Those who keep a picture know it by its address: one that is drawn anew is asked for anew.
        let version = card.version();
        let address = route.under(&self.site.config.base_url());
        object([
            ("url", format!("{address}?v={version}").into()),
            ("width", width.into()),
            ("height", height.into()),
            ("alt", card.alt().into()),
        ])
    }
}

/// What a page belongs to: the nearest part of the site and the places that its title does not name.
fn label(page: &Map, title: &str) -> String {
    let title = title.to_lowercase();
    let is_new = |name: &&str| !title.contains(&name.to_lowercase());
    // The first is the home page, whose name stands on every card.
    let mut above = titles(page, "breadcrumb").into_iter().skip(1);
    let section = above.rfind(is_new);
    let places = titles(page, "places").into_iter().filter(is_new);
    let parts: Vec<&str> = section.into_iter().chain(places.take(2)).collect();
    parts.join(" · ")
}

fn text<'p>(page: &'p Map, key: &'static str) -> Option<&'p str> {
    page.get(&Key::from(key))?.as_str()
}

/// The titles of what `key` lists.
fn titles<'p>(page: &'p Map, key: &'static str) -> Vec<&'p str> {
    let list = page.get(&Key::from(key)).and_then(Value::as_array);
    let list = list.map_or(&[] as &[Value], |list| list);
    let titles = list
        .iter()
        .filter_map(|entry| text(entry.as_map()?, "title"));
    titles.collect()
}
