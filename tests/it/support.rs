//! A site in memory, compiled with the library.

use std::collections::BTreeMap;
use std::sync::Mutex;

use loa::diag::Lang;
use loa::load;
use loa::render::Content;
use loa::report;
use loa::session::{Compiled, Options, Session};
use loa::site::View;
use loa::text::dates::Date;

/// The configuration of a case that brings none.
const CONFIG: &str = "title: Trang thử\ndescription: Trang để thử\ntheme: bare\n";

/// A theme that shows little beyond the body, so that expectations stay short.
const BARE: &[(&str, &str)] = &[
    ("templates/page.html", "{{ page.body_html }}"),
    ("templates/plan.html", "{{ page.body_html }}"),
    ("templates/place.html", "{{ page.body_html }}"),
    ("templates/model.html", "{{ page.body_html }}"),
    ("templates/lesson.html", "{{ page.body_html }}"),
    ("templates/event.html", "{{ page.body_html }}"),
    ("templates/path.html", "{{ page.body_html }}"),
    (
        "templates/section.html",
        "{% for s in page.pages %}{{ s.title }} {{ root }}{{ s.path }}\n{% endfor %}{% if page.pager %}{{ page.pager.number }}/{{ page.pager.count }}\n{% endif %}",
    ),
    (
        "templates/taxonomy.html",
        "{% for x in page.terms %}{{ x.title }} {{ x.path }} {{ x.count }}\n{% endfor %}",
    ),
    (
        "templates/term.html",
        "{% for s in page.pages %}{{ s.title }}\n{% endfor %}",
    ),
    ("templates/tasks.html", "tasks"),
    ("templates/task_list.html", "tasks of a plan"),
    ("templates/agencies.html", "agencies"),
    ("templates/agency.html", "agency"),
    ("templates/data.html", "data"),
    ("templates/task_year.html", "tasks of a year"),
    ("templates/task_all.html", "all tasks"),
    ("templates/target_page.html", "targets"),
    ("templates/due.html", "due"),
    (
        "templates/programme.html",
        "{{ page.title }}\n{% for g in page.by_place %}{% if g.place %}{{ g.place.title }}{% endif %}\n{% for d in g.days %}{% for x in d.lines %}  {{ x.start }} {{ x.title or x.event.title }}{% if x.off %} ({{ x.status }}){% endif %}\n{% endfor %}{% endfor %}{% endfor %}",
    ),
    ("templates/changes.xml", "changes"),
    ("templates/documents.html", "documents"),
    ("templates/topics.html", "topics"),
    ("templates/topic.html", "topic"),
    ("templates/form.html", "form"),
    ("templates/index.html", "A-Z"),
    ("templates/sitemap.html", "site map"),
    ("templates/offline.html", "offline"),
    ("templates/atom.xml", "atom"),
    ("templates/rss.xml", "rss"),
    ("templates/404.html", "404 {{ root }}"),
    ("templates/redirect.html", "-> {{ root }}{{ page.target }}"),
    ("i18n/vi.yaml", "home: Trang chủ\n"),
];

/// A white dot as PNG, for which an empty file stands in a case: a picture is no text.
const DOT: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\xf8\x0f\x00\x01\x01\x01\x00\xb1\x38\xf6\x14\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

/// What compiling gave.
pub(crate) struct Built {
    /// Output files that were made here, by path.
    pub(crate) outputs: BTreeMap<String, String>,
    /// The messages in Vietnamese, as on a terminal without colours.
    pub(crate) vi: String,
    /// The same in English.
    pub(crate) en: String,
    /// Whether every span lies inside its file.
    pub(crate) spans_inside: bool,
}

/// The usual options: 21/11/2026, no drafts.
pub(crate) fn options() -> Options {
    Options {
        view: View {
            now: Date::parse("2026-11-21").unwrap(),
            drafts: false,
            future: false,
        },
        base_url: None,
    }
}

/// A session that holds files given by their paths below the site's root, the bare theme and, if none is given, a configuration.
pub(crate) fn session(files: &[(String, Vec<u8>)], options: &Options) -> Session {
    let mut session = Session::new(options.clone());
    for (path, text) in BARE {
        let path = format!("themes/bare/{path}");
        session.put(load::in_memory(&path, text.as_bytes().to_vec()));
    }
    session.put(load::in_memory("content/site.yaml", CONFIG.into()));
    for (path, bytes) in files {
        let is_dot = path.ends_with(".png") && bytes.is_empty();
        let bytes = if is_dot { DOT.to_vec() } else { bytes.clone() };
        session.put(load::in_memory(path, bytes));
    }
    session
}

/// Compiles files given by their paths below the site's root.
pub(crate) fn build(files: &[(String, Vec<u8>)], options: &Options) -> Built {
    let compiled = session(files, options).compile();
    built(compiled.expect("the site compiles or is at fault"))
}

/// Renders everything.
pub(crate) fn built(mut compiled: Compiled) -> Built {
    let outputs = Mutex::new(BTreeMap::new());
    compiled
        .render(|output| {
            let bytes = match output.content {
                Content::Page(page) => Some(page.html.into_bytes()),
                Content::Bytes(bytes) => Some(bytes),
                Content::Shared(_) | Content::File(_) | Content::Picture(_) => None,
            };
            if let Some(bytes) = bytes {
                // Sheets are no text; one that comes out otherwise the second time is still seen by its bytes.
                let text = String::from_utf8(bytes)
                    .unwrap_or_else(|error| error.as_bytes().escape_ascii().to_string());
                outputs.lock().unwrap().insert(output.path, text);
            }
            Ok(())
        })
        .expect("nothing is written");
    let diagnostics = compiled.sorted();
    let shown = |lang: Lang| -> String {
        let texts = diagnostics
            .iter()
            .map(|diagnostic| report::human(diagnostic, &compiled.sources, lang));
        let text: Vec<String> = texts
            .map(|text| anstream::adapter::strip_str(&text).to_string() + "\n")
            .collect();
        text.join("\n")
    };
    Built {
        vi: shown(Lang::Vi),
        en: shown(Lang::En),
        outputs: outputs.into_inner().unwrap(),
        spans_inside: diagnostics.iter().all(|diagnostic| {
            let text = &compiled.sources.get(diagnostic.span.file).text;
            text.get(diagnostic.span.range()).is_some()
        }),
    }
}

/// What an output holds; of pictures what they are drawn of, of copied files where they stand.
pub(crate) fn bytes_of(content: Content) -> Vec<u8> {
    match content {
        Content::Page(page) => page.html.into_bytes(),
        Content::Bytes(bytes) => bytes,
        Content::Shared(bytes) => bytes.to_vec(),
        Content::Picture(picture) => picture.key(&[]).into_bytes(),
        Content::File(path) => path.display().to_string().into_bytes(),
    }
}
