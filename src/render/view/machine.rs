//! What programs read of the site: maps of its pages (sitemaps.org), feeds of its sections (Atom, RFC 4287; RSS 2.0), its manifest (Web
//! Application Manifest, W3C), and what a page says of itself as JSON-LD (schema.org). Only what is stated is told.

use serde_json::{Map as Json, Value as JsonValue, json};
use tera::{Map, Value, value::Key};

use super::View;
use super::structured::escaped;
use super::value::object;
use crate::kind::Kind;
use crate::plan::{DataFile, Feed, Job, JobKind, MapFile};
use crate::route::Route;
use crate::site::DocId;
use crate::text::dates::Date;

/// How many entries a feed has at most.
const NEWEST: usize = 30;

impl View<'_> {
    /// What the template of a feed shows: the newest documents of a section that have a day.
    pub(super) fn feed(&self, feed: &Feed, job: &Job) -> Map {
        let section = &self.site.documents[feed.section];
        let route = &self.site.routes[feed.section];
        let mut page = self.frame(
            &section.meta.title,
            Some(section.meta.description.as_str()),
            "feed",
            &job.route,
        );
        page.insert("lang".into(), self.site.langs[feed.section].as_str().into());
        let base = self.site.config.base_url();
        page.insert("home".into(), route.under(&base).into());
        page.insert("id".into(), self.tag(&job.route, "").into());
        let entries = self.site.dated(feed.section);
        let updated = entries.first().map_or(self.site.view.now, |(day, _)| *day);
        page.insert("updated".into(), midnight(updated).into());
        page.insert("published".into(), rfc822(updated).into());
        let entries = entries.iter().take(NEWEST);
        let entries = entries.map(|&(day, doc)| self.feed_entry(day, doc, &base));
        page.insert("entries".into(), entries.collect::<Vec<_>>().into());
        page
    }

    fn feed_entry(&self, day: Date, doc: DocId, base: &str) -> Value {
        let document = &self.site.documents[doc];
        let meta = &document.meta;
        object([
            ("id", self.tag(&Route::file(&document.path.path), "").into()),
            ("title", meta.title.as_str().into()),
            ("text", meta.description.as_str().into()),
            ("link", self.site.routes[doc].under(base).into()),
            ("updated", midnight(day).into()),
            ("published", rfc822(meta.date.unwrap_or(day)).into()),
        ])
    }

    /// A map of the pages that may be found, or the file that tells programs where it is.
    pub(in crate::render) fn site_map_file(&self, file: MapFile) -> String {
        let base = self.site.config.base_url();
        let pages: Vec<(String, Option<Date>)> = self
            .jobs
            .iter()
            .filter_map(|job| Some((job.route.clone(), self.listed(job)?)))
            .map(|(route, day)| {
                (
                    format!("{}{}", base.trim_end_matches('/'), route.href()),
                    day,
                )
            })
            .collect();
        match file {
            MapFile::Xml => {
                let urls = pages.iter().map(|(url, day)| {
                    let day = day.map(|day| format!("<lastmod>{}</lastmod>", day.iso()));
                    format!("<url><loc>{url}</loc>{}</url>\n", day.unwrap_or_default())
                });
                format!(
                    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
                    urls.collect::<String>()
                )
            }
            MapFile::Text => pages.iter().map(|(url, _)| format!("{url}\n")).collect(),
            MapFile::Robots => {
                // Of a site without an owner nobody knows yet where it will stand.
                let published = self.site.config.published_path().is_some();
                let map = published.then(|| format!("Sitemap: {base}sitemap.xml\n"));
                format!("User-agent: *\nAllow: /\n{}", map.unwrap_or_default())
            }
        }
    }

    /// Whether a job makes a page that may be found, with the day it was last changed if that is stated.
    fn listed(&self, job: &Job) -> Option<Option<Date>> {
        let is_page = job.route.output_path().ends_with(".html");
        match &job.kind {
            JobKind::Document { doc, .. } => {
                let meta = &self.site.documents[*doc].meta;
                (!meta.draft).then(|| meta.updated.or(meta.date))
            }
            JobKind::NotFound
            | JobKind::Offline
            | JobKind::Redirect(_)
            | JobKind::Asset(_)
            | JobKind::Static(_) => None,
            _ => is_page.then_some(None),
        }
    }

    /// The manifest by which a phone puts the site beside its programs.
    pub(in crate::render) fn manifest(&self) -> String {
        let config = &self.site.config;
        let icons = [
            ("favicon.svg", "any", "image/svg+xml"),
            ("apple-touch-icon.png", "180x180", "image/png"),
            ("icon-192.png", "192x192", "image/png"),
            ("icon-512.png", "512x512", "image/png"),
        ];
        let is_made = |file: &str| {
            let route = Route::file(file);
            self.jobs.iter().any(|job| job.route == route)
        };
        let icons = icons.iter().filter(|(file, ..)| is_made(file));
        let icons: Vec<JsonValue> = icons
            .map(|(file, size, kind)| json!({"src": file, "sizes": size, "type": kind}))
            .collect();
        let manifest = json!({
            "name": config.title,
            "description": config.description,
            "lang": config.lang(),
            "start_url": "./",
            "scope": "./",
            "display": "browser",
            "background_color": "#fffdf8",
            "theme_color": "#8a1538",
            "icons": icons,
        });
        format!("{manifest:#}\n")
    }

    /// What a page says of itself: where it stands, and what it is. The text of a `script` element.
    pub(super) fn graph(&self, page: &Map, job: &Job) -> String {
        // What is looked up in the site itself, such as the tasks of one body, is left light.
        if !matches!(job.kind, JobKind::Document { .. } | JobKind::DataPage) {
            return String::new();
        }
        let mut graph: Vec<JsonValue> = Vec::new();
        graph.extend(self.crumb_list(page));
        match &job.kind {
            JobKind::Document { doc, page: 1 } => graph.extend(self.told(*doc)),
            JobKind::DataPage => graph.push(self.dataset()),
            _ => {}
        }
        let graph = match graph.len() {
            0 => return String::new(),
            1 => graph.remove(0),
            _ => JsonValue::Array(graph),
        };
        escaped(&graph)
    }

    fn url(&self, path: &str) -> String {
        Route::written(path).under(&self.site.config.base_url())
    }

    /// The way from the home page.
    fn crumb_list(&self, page: &Map) -> Option<JsonValue> {
        let crumbs = page.get(&Key::from("breadcrumb"))?.as_array()?;
        let items = crumbs.iter().enumerate().filter_map(|(at, crumb)| {
            let text = |key: &'static str| {
                let value = crumb.as_map()?.get(&Key::from(key))?;
                value.as_str().map(str::to_owned)
            };
            Some(json!({"@type": "ListItem", "position": at + 1, "name": text("title")?, "item": self.url(&text("path")?)}))
        });
        let items: Vec<JsonValue> = items.collect();
        (!items.is_empty()).then(|| {
            json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})
        })
    }

    /// Who answers for the site, if that is stated.
    fn publisher(&self) -> Option<JsonValue> {
        let owner = self.site.config.owner.as_ref()?;
        let mut body = Json::new();
        body.insert("@type".into(), json!("GovernmentOrganization"));
        body.insert("name".into(), json!(owner.agency.as_ref()?));
        let more = [
            ("address", owner.address.as_deref()),
            ("telephone", owner.phone.as_deref()),
            ("email", owner.email.as_ref().map(|email| email.as_str())),
        ];
        for (key, value) in more {
            if let Some(value) = value {
                body.insert(key.into(), json!(value));
            }
        }
        Some(body.into())
    }

    fn told(&self, doc: DocId) -> Option<JsonValue> {
        let document = &self.site.documents[doc];
        let meta = &document.meta;
        let mut all = Json::new();
        let kind = match &document.kind {
            Kind::Lesson(lesson) => {
                all.insert(
                    "timeRequired".into(),
                    json!(format!("PT{}M", lesson.minutes)),
                );
                all.insert("isAccessibleForFree".into(), json!(true));
                "LearningResource"
            }
            Kind::Article(_) => "Article",
            Kind::Section(_) if self.site.routes[doc] == Route::home() => "WebSite",
            _ => return None,
        };
        all.insert("@context".into(), json!("https://schema.org"));
        all.insert("@type".into(), json!(kind));
        // The title and the sentence below it stand in the page; they are said once more for those who read nothing else.
        let title = if kind == "Article" {
            "headline"
        } else {
            "name"
        };
        all.insert(title.into(), json!(meta.title.value));
        all.insert("description".into(), json!(meta.description.value));
        all.insert("inLanguage".into(), json!(self.site.langs[doc]));
        all.insert(
            "url".into(),
            json!(self.site.routes[doc].under(&self.site.config.base_url())),
        );
        if let Some(day) = meta.date {
            all.insert("datePublished".into(), json!(day.iso()));
        }
        if let Some(day) = meta.updated.or(meta.date) {
            all.insert("dateModified".into(), json!(day.iso()));
        }
        if let Some(publisher) = self.publisher() {
            all.insert("publisher".into(), publisher);
        }
        Some(all.into())
    }

    /// The open data.
    fn dataset(&self) -> JsonValue {
        let lang = self.site.config.lang();
        // The package names every table with its columns, files and digests.
        let files = [
            (DataFile::PACKAGE, "application/json"),
            (
                DataFile::WORKBOOK,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
        ];
        let base = self.site.config.base_url();
        let files = files.map(|(name, kind)| {
            let url = Route::data().with_file(name).under(&base);
            json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url})
        });
        let mut all = json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": self.text(lang, "data_title"),
            "description": self.text(lang, "data_description"),
            "url": Route::data().under(&self.site.config.base_url()),
            "isAccessibleForFree": true,
            "distribution": files,
        });
        let licences = self.site.config.data_licences.iter();
        let licences: Vec<&str> = licences
            .filter_map(|licence| Some(licence.link.as_ref()?.as_str()))
            .collect();
        if !licences.is_empty() {
            all["license"] = json!(licences);
        }
        if let Some(publisher) = self.publisher() {
            all["publisher"] = publisher;
        }
        all
    }
}

fn midnight(day: Date) -> String {
    format!("{}T00:00:00+07:00", day.iso())
}

/// A day as RSS writes it (RFC 822, with four digits of the year).
fn rfc822(day: Date) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    format!(
        "{}, {:02} {} {} 00:00:00 +0700",
        DAYS[day.weekday()],
        day.day(),
        MONTHS[usize::from(day.month().unsigned_abs()) - 1],
        day.year()
    )
}
