//! What all pages of a language share: made once, handed on by reference count.

use tera::{Map, Value};

use super::value::{Pairs, object, value};
use super::{Named, View};
use crate::config::{Door, Styles};
use crate::document::Document;
use crate::kind::Kind;
use crate::resolve::link::{self, Target};
use crate::route::Route;
use crate::site::{DocId, Section};

impl View<'_> {
    pub(super) fn shared(&self, lang: &str) -> Named {
        let config = &self.site.config;
        let strings = self
            .theme
            .strings
            .get(lang)
            .or_else(|| self.theme.strings.get(config.lang()))
            .or_else(|| self.theme.strings.get("vi"));
        vec![
            ("lang", lang.into()),
            ("site", self.site_value(lang)),
            ("t", strings.map_or_else(|| Map::new().into(), value)),
            ("sections", self.sections(lang)),
            ("places", self.by_id("place")),
            ("plans", self.by_id("plan")),
        ]
    }

    pub(super) fn of_tables(&self) -> Named {
        let data = &self.site.data;
        let named = |rows: &[crate::data::Named]| -> Value {
            let rows = rows.iter().map(|row| (row.id.value.clone(), value(row)));
            rows.collect::<Pairs>().into_value()
        };
        let tables = data.tables.iter();
        let tables = tables.map(|(name, node)| (name.clone(), value(node)));
        vec![
            ("groups", named(&data.groups)),
            ("topics", named(&data.topics)),
            ("points", value(&data.points)),
            ("data", tables.collect::<Pairs>().into_value()),
        ]
    }

    pub(super) fn site_value(&self, lang: &str) -> Value {
        let config = &self.site.config;
        let mut map = Map::new();
        map.insert("title".into(), config.title.as_str().into());
        map.insert("tagline".into(), config.description.as_str().into());
        map.insert("base_url".into(), config.base_url().into());
        let published = config.published_path().is_some();
        map.insert("published".into(), published.into());
        map.insert("source_line".into(), config.source_line.clone().into());
        map.insert("official_platform".into(), value(&config.official_platform));
        map.insert("owner".into(), self.owner());
        map.insert("made_with_ai".into(), config.made_with_ai.into());
        map.insert("build_date".into(), self.site.view.now.iso().into());
        let entries = |links: &[crate::record::Spanned<String>]| -> Value {
            let links = links.iter().filter_map(|link| self.menu_entry(link, lang));
            links.collect::<Vec<_>>().into()
        };
        map.insert("menu".into(), entries(&config.menu));
        map.insert("footer".into(), entries(&config.footer));
        let doors = config.doors.iter().filter_map(|door| self.door(door));
        map.insert("doors".into(), doors.collect::<Vec<_>>().into());
        let notice = config.lesson_notice.as_ref();
        let notice = notice.and_then(|notice| self.door(notice));
        map.insert("lesson_notice".into(), notice.into());
        map.insert("languages".into(), self.languages());
        let in_files = config.styles == Some(Styles::File);
        let version = in_files.then(|| format!("?v={}", self.theme.version()));
        map.insert("parts".into(), version.into());
        map.insert("offline".into(), (config.offline != Some(false)).into());
        map.into()
    }

    /// The summaries of the documents of a kind by their names.
    fn by_id(&self, kind: &str) -> Value {
        let documents = self.site.of_kind(kind).map(|doc| {
            let id = self.site.documents[doc].id().to_owned();
            (id, self.summaries[doc].clone())
        });
        documents.collect::<Pairs>().into_value()
    }

    fn door(&self, door: &Door) -> Option<Value> {
        let path = self.config_path(&door.link)?;
        Some(object([
            ("title", door.title.as_str().into()),
            ("text", door.text.as_str().into()),
            ("path", path.into()),
        ]))
    }

    pub(super) fn owner(&self) -> Value {
        let absent = crate::config::Owner {
            agency: None,
            person: None,
            address: None,
            phone: None,
            email: None,
            licence: None,
        };
        value(self.site.config.owner.as_ref().unwrap_or(&absent))
    }

    /// The languages that have a home page, when there are several.
    pub(super) fn languages(&self) -> Value {
        let homes = self
            .site
            .sections
            .iter()
            .filter(|((_, folder), _)| folder.is_empty());
        let homes: Vec<Value> = homes
            .filter_map(|((lang, _), section)| {
                let index = section.index?;
                Some(object([
                    ("code", lang.as_str().into()),
                    ("name", self.text(lang, "language_name").into()),
                    ("path", self.site.routes[index].as_str().into()),
                ]))
            })
            .collect();
        if homes.len() > 1 {
            homes.into()
        } else {
            Vec::<Value>::new().into()
        }
    }

    pub(super) fn config_path(&self, written: &str) -> Option<String> {
        let target = link::resolve(self.site, 0, written).ok()?;
        Some(link::href(self.site, &target, ""))
    }

    pub(super) fn menu_entry(&self, written: &str, lang: &str) -> Option<Value> {
        let target = link::resolve(self.site, 0, written).ok()?;
        let title = match &target {
            Target::Page { doc, .. } => nav_title(&self.site.documents[*doc]),
            Target::Output(route) => {
                built_in_title(route).map_or_else(|| written.to_owned(), |key| self.text(lang, key))
            }
            _ => written.to_owned(),
        };
        let path = link::href(self.site, &target, "");
        Some(object([("title", title.into()), ("path", path.into())]))
    }

    pub(super) fn sections(&self, lang: &str) -> Value {
        let of_lang = self.site.sections.iter().filter(|((of, _), _)| of == lang);
        let made = of_lang.map(|(key, section)| {
            let made = self.pages.sections[key].get_or_init(|| self.section(&key.1, section));
            (key.1.clone(), made.clone())
        });
        made.collect::<Pairs>().into_value()
    }

    pub(super) fn section(&self, folder: &str, section: &Section) -> Value {
        let index = section.index.map(|index| &self.site.documents[index]);
        let title = index.map_or_else(|| folder.to_owned(), |d| d.meta.title.value.clone());
        object([
            ("key", folder.into()),
            (
                "nav_title",
                index.map_or_else(|| title.clone(), |d| nav_title(d)).into(),
            ),
            ("title", title.into()),
            (
                "path",
                section.index.map(|i| self.site.routes[i].as_str()).into(),
            ),
            (
                "description",
                index.map(|d| d.meta.description.as_str()).into(),
            ),
            ("pages", self.list(&section.pages)),
            ("subsections", section.subsections.clone().into()),
        ])
    }

    pub(super) fn list(&self, docs: &[DocId]) -> Value {
        let summaries = docs.iter().map(|&doc| self.summaries[doc].clone());
        summaries.collect::<Vec<_>>().into()
    }

    pub(super) fn one(&self, doc: Option<DocId>) -> Value {
        doc.map_or_else(Value::none, |doc| self.summaries[doc].clone())
    }
}

/// The short name of a document in menus and breadcrumbs.
pub(super) fn nav_title(document: &Document) -> String {
    match &document.kind {
        Kind::Section(section) => section.nav_title.clone(),
        _ => None,
    }
    .unwrap_or_else(|| document.meta.title.value.clone())
}

/// The text that is the title of a page which no document stands for.
fn built_in_title(route: &Route) -> Option<&'static str> {
    let titles = [
        (Route::search(), "search_title"),
        (Route::site_map(), "sitemap_title"),
        (Route::tasks(), "tasks_title"),
        (Route::targets(), "targets_title"),
        (Route::due(), "due_title"),
        (Route::documents(), "documents_title"),
        (Route::topics(), "topics_title"),
        (Route::agencies(), "agencies_title"),
        (Route::data(), "data_title"),
        (Route::form(), "form_title"),
    ];
    titles
        .into_iter()
        .find(|(known, _)| known == route)
        .map(|(_, key)| key)
}
