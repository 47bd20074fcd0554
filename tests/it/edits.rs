//! After any edits, what is served equals what a fresh build writes, byte for byte, and the same is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use loa::diag::Lang;
use loa::load::{Taken, What, in_memory};
use loa::report;
use loa::serve::{Answer, Shown};
use loa::session::{Compiled, Options, Session};
use proptest::prelude::*;

use crate::cases;
use crate::properties::campaign;
use crate::support::{built, bytes_of, options, session};

/// Paths with what may stand there, good and bad. Any text may also come to stand at any other path.
const FILES: &[(&str, &[&str])] = &[
    (
        "content/site.yaml",
        &[
            "title: T\ndescription: D\ntheme: bare\n",
            "title: T2\ndescription: D\ntheme: con\nlanguages: [en]\npaginate_by: 2\n",
            "title: T\ndescription: D\ntheme: con\ntaxonomies: [{name: chu-de, title: C}]\nkinds: {bai: article, tin: lesson}\n",
            "title: T\ndescription: D\ntheme: con\nmenu: [\"@/tin/a.md\"]\nlang: en\n",
            "title: T\ndescription: D\ntheme: khong-co\n",
            "title: [\n",
            "titel: T\n",
        ],
    ),
    (
        "content/_index.md",
        &[
            "---\ntitle: H\ndescription: d\n---\n[a](@/tin/a.md#muc)\n",
            "---\ntitle: H\ndescription: d\ntemplate: page.html\n---\n",
        ],
    ),
    (
        "content/tin/_index.md",
        &[
            "---\ntitle: Tin\ndescription: d\nsort_by: title\n---\n",
            "---\ntitle: Tin\ndescription: d\nsort_by: date\npaginate_by: 1\n---\n",
            "---\ntitle: Tin\n",
        ],
    ),
    (
        "content/tin/a.md",
        &[
            "---\ntitle: A\ndescription: d\ndate: 2026-01-02\n---\n## Mục\n\n[b](b.md) ![x](hinh.svg)\n",
            "---\ntitle: Ă\ndescription: d\nslug: khac\ntaxonomies: {chu-de: [x, y]}\n---\nx\n",
            "---\ntitle: A\ndescription: d\ndraft: true\n---\n",
            "---\ntitel: A\n---\nx <b onclick=x>y</b>\n",
            "---\ntitle: A\ndescription: d\n---\n[b](khong.md) [c](b.md#khong)\n\n## Mục\n",
            "---\ntitle: A\ndescription: d\n---\nDài hơn [b](khong.md)\n\n[c](b.md#khong)\n\n## Mục\n",
        ],
    ),
    (
        "content/tin/b.md",
        &[
            "---\ntitle: B\ndescription: d\ndate: 2026-03-02\nweight: 1\ntaxonomies: {chu-de: [y]}\naliases: [/cu]\n---\n[a](a.md) [p](@/ke-hoach/p.md#iv.1)\n",
            "---\ntitle: B\ndescription: d\nslug: a\n---\n",
            "\u{feff}---\r\ntitle: B\r\ndescription: d\r\n---\r\nx\r\n",
            "không có khai báo\n",
        ],
    ),
    (
        "content/tin/b.en.md",
        &["---\ntitle: Bee\ndescription: d\n---\n[a](a.md)\n"],
    ),
    (
        "content/ke-hoach/p.md",
        &[
            "---\ntitle: P\ndescription: d\nissuer: I\nabstract: x\nlevel: commune\nside: state\nnumber: 1/KH\nplaces: [x]\nparts: {targets: iii, tasks: iv, duties: v}\n---\n## IV. Việc\n\n### 1. Một\n\n- Cơ quan chủ trì: Sở A.\n- Thời gian: năm 2026.\n\n### 2. Hai theo mục 1, phần IV\n\n## V. Giao\n\n### 1. Sở A\n\n- làm mục 9, phần IV\n",
            "---\ntitle: P\ndescription: d\nissuer: I\nabstract: x\nlevel: commune\nside: state\nparts: {tasks: iv}\ntargets: [{clause: iv.1, year: 2026, group: g, comparator: over, value: 5, unit: percent}]\n---\n## IV. Việc\n\n### 1. Trên 5% theo 1/KH\n",
            "---\ntitle: P\ndescription: d\n---\n",
        ],
    ),
    (
        "content/dia-phuong/x.md",
        &[
            "---\ntitle: X\ndescription: d\nfull_name: Tỉnh X\nunit: tỉnh\nlevel: province\n---\n",
            "---\ntitle: X\ndescription: d\nfull_name: Tỉnh X\nunit: tỉnh\nlevel: province\nsuccessor: {place: y, from: 2025-07-01}\n---\n",
        ],
    ),
    (
        "content/su-kien/e.md",
        &[
            "---\ntitle: E\ndescription: d\nstart: 2026-10-10T07:30\nseries: {id: s, name: S}\nplaces: [x]\n---\n",
        ],
    ),
    (
        "content/data/agencies.yaml",
        &[
            "- {id: so-a, name: Sở A, kind: body}\n",
            "- {id: so-a, name: Sở A, kind: body}\n- {id: so-a, name: Sở B, kind: class}\n",
            "- [\n",
        ],
    ),
    (
        "content/data/groups.yaml",
        &["- {id: g, name: G}\n", "- {id: h, name: H}\n"],
    ),
    (
        "content/data/events.csv",
        &[
            "event,title,description,date,status\nmot,Một,d,10/10/2026,planned\nhai,Hai,d,11/10/2026,planned\n",
            "event,title,description,date,status\nmot,Một khác,d,10/10/2026,cancelled\nhai,,d,11/13/2026,planned\n",
            "event,title\n\"mot",
        ],
    ),
    ("content/data/bang.yaml", &["a: 1\n", "{"]),
    (
        "content/tin/hinh.svg",
        &[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 3\"/>",
        ],
    ),
    (
        "themes/con/theme.yaml",
        &["extends: bare\n", "extends: con\n", "extnds: bare\n"],
    ),
    (
        "themes/con/templates/page.html",
        &[
            "{{ t.home }} {{ page.title }} {{ page.body_html }}{% for s in page.backlinks %}{{ s.title }}{% endfor %}{% if page.next %}{{ page.next.title }}{% endif %}",
            "{% for k, s in sections %}{{ k }} {% for p in s.pages %}{{ p.title }}{{ p.path }}{% endfor %}{% endfor %}{{ data.bang.a }}",
            "{% for",
        ],
    ),
    ("themes/con/i18n/vi.yaml", &["home: Nhà\n", "home: [\n"]),
    ("themes/con/static/x.css", &["a{}", "b{}"]),
    ("content/x.css", &["c{}"]),
];

#[derive(Debug, Clone)]
enum Edit {
    /// One of the texts of a path comes to stand there.
    Write(usize, usize),
    /// A text of another path comes to stand there.
    WriteOther(usize, usize, usize),
    /// Bytes that are no text.
    Damage(usize),
    Remove(usize),
    Rename(usize, usize),
    /// A paragraph is put at the beginning of a body.
    Say(usize, usize),
    /// A page gets another title.
    Title(usize, usize),
    /// A key is put at the beginning of the metadata.
    Key(usize, usize),
}

const TITLES: [&str; 4] = ["A", "Ă nhỏ", "Zz", "b"];

const KEYS: [&str; 13] = [
    "weight: 3",
    "date: 2026-02-02",
    "updated: 2026-05-05",
    "places: [x]",
    "audience: [g]",
    "topics: [t]",
    "extra: {a: 1}",
    "draft: true",
    "publish_date: 2027-01-01",
    "aliases: [/cu]",
    "sources: [{title: S, link: \"@/tin/b.md\"}]",
    "acknowledge: [{code: broken-link, at: khong.md, reason: r}]",
    "reviewed_by: R",
];

fn edit() -> impl Strategy<Value = Edit> {
    let path = 0..FILES.len();
    prop_oneof![
        8 => (path.clone(), 0..8_usize).prop_map(|(path, text)| Edit::Write(path, text)),
        1 => (path.clone(), path.clone(), 0..8_usize).prop_map(|(path, of, text)| Edit::WriteOther(path, of, text)),
        1 => path.clone().prop_map(Edit::Damage),
        2 => path.clone().prop_map(Edit::Remove),
        2 => (path.clone(), path.clone()).prop_map(|(from, to)| Edit::Rename(from, to)),
        6 => (path.clone(), 0..4_usize).prop_map(|(path, words)| Edit::Say(path, words)),
        6 => (path.clone(), 0..TITLES.len()).prop_map(|(path, title)| Edit::Title(path, title)),
        4 => (path, 0..KEYS.len()).prop_map(|(path, key)| Edit::Key(path, key)),
    ]
}

/// A site as it stands on a disk, and a session that is told of every change.
struct Site {
    files: BTreeMap<String, Vec<u8>>,
    options: Options,
    session: Session,
}

impl Site {
    fn new(files: &[(String, Vec<u8>)], options: Options) -> Self {
        Self {
            files: files.iter().cloned().collect(),
            session: session(files, &options),
            options,
        }
    }

    fn write(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), bytes.clone());
        self.session.put(in_memory(path, bytes));
    }

    fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        let bytes = self.files.remove(path)?;
        self.session.put(Taken {
            path: path.to_owned(),
            what: What::Gone,
        });
        Some(bytes)
    }

    fn edit(&mut self, edit: &Edit) {
        let text = |path: usize, text: usize| {
            let texts = FILES[path].1;
            texts[text % texts.len()].as_bytes().to_vec()
        };
        match *edit {
            Edit::Write(path, variant) => self.write(FILES[path].0, text(path, variant)),
            Edit::WriteOther(path, of, variant) => self.write(FILES[path].0, text(of, variant)),
            Edit::Damage(path) => self.write(FILES[path].0, b"---\ntitle: A\xe1\n---\n".to_vec()),
            Edit::Say(path, words) => self.say(
                FILES[path].0,
                ["Lời.", "thứ Hai, 10/10/2026", "## Mới", "[x](khac.md)"][words],
            ),
            Edit::Title(path, title) => self.entitle(FILES[path].0, TITLES[title]),
            Edit::Key(path, key) => self.rewrite(FILES[path].0, |text| {
                let (_, rest) = text.split_once("---\n")?;
                Some(format!("---\n{}\n{rest}", KEYS[key]))
            }),
            Edit::Remove(path) => drop(self.remove(FILES[path].0)),
            Edit::Rename(from, to) => {
                if let Some(bytes) = self.remove(FILES[from].0) {
                    self.write(FILES[to].0, bytes);
                }
            }
        }
        // A fresh session begins with a configuration; without one there is nothing to compare.
        if !self.files.contains_key("content/site.yaml") {
            self.write("content/site.yaml", FILES[0].1[0].into());
        }
    }

    fn say(&mut self, path: &str, words: &str) {
        self.rewrite(path, |text| {
            let (head, body) = text.split_once("\n---\n")?;
            Some(format!("{head}\n---\n{words}\n\n{body}"))
        });
    }

    fn entitle(&mut self, path: &str, title: &str) {
        self.rewrite(path, |text| {
            let (before, rest) = text.split_once("\ntitle: ")?;
            let (_, after) = rest.split_once('\n')?;
            Some(format!("{before}\ntitle: {title}\n{after}"))
        });
    }

    /// Puts another text in the place of a file's, when there is one.
    fn rewrite(&mut self, path: &str, to: impl Fn(&str) -> Option<String>) {
        let bytes = self.files.get(path);
        let text = bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        if let Some(text) = text.as_deref().and_then(to) {
            self.write(path, text.into_bytes());
        }
    }

    /// What a fresh session makes of the same files.
    fn fresh(&self) -> Compiled {
        let files: Vec<(String, Vec<u8>)> = self.files.clone().into_iter().collect();
        session(&files, &self.options).compile().unwrap()
    }
}

/// What is told, as on a terminal.
fn told(compiled: &Compiled) -> String {
    let faults = compiled.sorted();
    let texts = faults
        .iter()
        .map(|fault| report::human(fault, &compiled.sources, Lang::En));
    let text = texts.collect::<Vec<_>>().join("\n");
    anstream::adapter::strip_str(&text).to_string()
}

/// What is answered at every address of the site; of a template's fault, its words.
fn answers(shown: &Shown) -> BTreeMap<String, Vec<u8>> {
    let jobs = &shown.compiled().ready.as_ref().unwrap().jobs;
    let answers = jobs.iter().map(|job| {
        let path = job.route.output_path();
        let answer = match shown.answer(job.route.as_str()) {
            Ok(Answer::Output(output)) => {
                assert_eq!(output.path, path);
                bytes_of(output.content)
            }
            Ok(other) => panic!("{path}: {other:?}"),
            Err(fault) => fault.message(Lang::En).into_bytes(),
        };
        (path, answer)
    });
    answers.collect()
}

/// Asserts that the session makes of what it was told the same as a fresh one; gives what it shows.
fn assert_fresh(site: &mut Site) -> Option<Shown> {
    let compiled = Arc::new(site.session.compile().unwrap());
    let fresh = Arc::new(site.fresh());
    assert_eq!(told(&compiled), told(&fresh));
    let (shown, fresh) = (Shown::new(compiled), Shown::new(fresh));
    assert_eq!(shown.is_some(), fresh.is_some());
    let shown = shown?;
    let (served, built) = (answers(&shown), answers(&fresh?));
    for (path, bytes) in &built {
        assert!(served.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(served.len(), built.len());
    Some(shown)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn serving_equals_building(first in prop::collection::vec(0..8_usize, FILES.len()), edits in prop::collection::vec(edit(), 1..14)) {
        let files = FILES.iter().zip(&first).filter(|(_, text)| **text < 6).map(|((path, texts), text)| {
            ((*path).to_owned(), texts[text % texts.len()].as_bytes().to_vec())
        });
        let files: Vec<(String, Vec<u8>)> = files.collect();
        let mut site = Site::new(&files, options());
        let mut earlier = Vec::new();
        for edit in &edits {
            site.edit(edit);
            if let Some(shown) = assert_fresh(&mut site) {
                let then = answers(&shown);
                earlier.push((shown, then));
            }
        }
        // A site that is being shown does not change under those who look at it.
        for (shown, then) in earlier {
            prop_assert!(answers(&shown) == then);
        }
    }
}

#[test]
fn serving_the_campaign_equals_building_it() {
    let files = campaign();
    let mut site = Site::new(&files, options());
    let text = |path: &str| {
        let found = files.iter().find(|(known, _)| known == path);
        String::from_utf8(found.unwrap().1.clone()).unwrap()
    };
    assert_fresh(&mut site);
    let plan = "content/ke-hoach/can-tho.md";
    site.write(plan, (text(plan) + "\n\nMột đoạn mới.\n").into_bytes());
    assert_fresh(&mut site);
    site.write(
        plan,
        text(plan)
            .replacen("title: ", "title: Bản khác, ", 1)
            .into_bytes(),
    );
    site.remove("content/bai-hoc/vneid.md");
    assert_fresh(&mut site);
    site.write(
        "content/data/agencies.yaml",
        text("content/data/agencies.yaml").into_bytes(),
    );
    site.write(
        "content/bai-hoc/vneid.md",
        text("content/bai-hoc/vneid.md").into_bytes(),
    );
    site.write(plan, text(plan).into_bytes());
    let shown = assert_fresh(&mut site).unwrap();
    // After all edits are taken back the site is the first again, also as the renderer of builds makes it.
    let outputs = built(site.fresh()).outputs;
    let served = answers(&shown);
    for (path, text) in outputs.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(served[path] == text.as_bytes(), "{path} differs");
    }
}

/// The cases hold every rule and every kind: whatever a rule rests on, its faults are told again when that is edited.
#[test]
fn serving_an_edited_case_equals_building_it() {
    for (name, files, options) in cases::inputs() {
        let mut site = Site::new(&files, options);
        let known = site.session.compile().is_ok();
        let pages = files.iter().map(|(path, _)| path.as_str());
        let pages: Vec<&str> = pages.filter(|path| path.ends_with(".md")).collect();
        for path in pages.into_iter().filter(|_| known) {
            for edit in [Site::say, Site::entitle] {
                edit(&mut site, path, "Lời mới");
                let (served, built) = (site.session.compile().unwrap(), site.fresh());
                assert_eq!(told(&served), told(&built), "{name}: {path}");
                let jobs = |compiled: Compiled| compiled.ready.map(|ready| ready.jobs);
                assert_eq!(jobs(served), jobs(built), "{name}: {path}");
            }
        }
    }
}

#[test]
fn edited_words_leave_the_rest_alone() {
    let page = |front: &str, body: &str| {
        format!("---\ntitle: {front}\ndescription: d\n---\n{body}\n").into_bytes()
    };
    let files = [
        ("content/tin/a.md", page("A", "một")),
        ("content/tin/b.md", page("B", "hai")),
    ];
    let files = files.map(|(path, bytes)| (path.to_owned(), bytes));
    let mut site = Site::new(&files, options());
    let jobs = |site: &mut Site| site.session.compile().unwrap().ready.unwrap().jobs;
    let before = jobs(&mut site);
    site.write("content/tin/a.md", page("A", "ba\n\nbốn"));
    assert!(
        Arc::ptr_eq(&before, &jobs(&mut site)),
        "the outputs were listed again"
    );
    site.write("content/tin/a.md", page("A khác", "## Có đề mục\n\nba"));
    assert!(Arc::ptr_eq(&before, &jobs(&mut site)));
    site.write("themes/bare/templates/page.html", b"khung".into());
    assert!(Arc::ptr_eq(&before, &jobs(&mut site)));
    site.remove("content/tin/b.md");
    assert!(!Arc::ptr_eq(&before, &jobs(&mut site)));
    assert_fresh(&mut site);
}
