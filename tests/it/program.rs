//! The real binary, on real files: exit codes, what it does to the disk, what it refuses.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

/// A site on the disk.
struct Site {
    dir: TempDir,
}

impl Site {
    /// A home page and two articles.
    fn new() -> Self {
        let site = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        site.write(
            "content/site.yaml",
            "title: Trang thử\ndescription: Để thử\n",
        );
        site.page("content/_index.md", "Trang chủ");
        site.page("content/tin/_index.md", "Tin");
        site.page("content/tin/mot.md", "Một");
        site.page("content/tin/hai.md", "Hai");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn page(&self, path: &str, title: &str) {
        self.write(
            path,
            &format!("---\ntitle: {title}\ndescription: Để thử {title}\n---\nThân bài {title}.\n"),
        );
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loa"));
        command
            .args(args)
            .arg("--root")
            .arg(self.dir.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C.UTF-8");
        command
    }

    fn loa(&self, args: &[&str]) -> (i32, String) {
        let Output { status, stderr, .. } = self.command(args).output().unwrap();
        (status.code().unwrap(), String::from_utf8(stderr).unwrap())
    }

    fn build(&self) -> (i32, String) {
        self.loa(&["build", "--now", "2026-11-21"])
    }

    /// Every file of the output with its bytes and time.
    fn output(&self) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
        snapshot(&self.path("public"))
    }
}

fn snapshot(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let walk = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry
                .path()
                .strip_prefix(folder)
                .unwrap()
                .display()
                .to_string();
            let time = entry.metadata().unwrap().modified().unwrap();
            (path, (fs::read(entry.path()).unwrap(), time))
        })
        .collect()
}

/// Asserts that two outputs are the same, naming the files that are not.
fn assert_same(
    before: &BTreeMap<String, (Vec<u8>, SystemTime)>,
    after: &BTreeMap<String, (Vec<u8>, SystemTime)>,
) {
    let paths = before.keys().chain(after.keys());
    let differing: Vec<&String> = paths
        .filter(|path| before.get(*path) != after.get(*path))
        .collect();
    assert!(differing.is_empty(), "these differ: {differing:?}");
}

#[test]
fn a_good_site_is_built() {
    let site = Site::new();
    let (code, text) = site.build();
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("0 lỗi, 0 cảnh báo"), "{text}");
    let output = site.output();
    for page in [
        "index.html",
        "tin/mot/index.html",
        "404.html",
        "tim-kiem/index.html",
        "so-do-trang/index.html",
    ] {
        assert!(output.contains_key(page), "{page} was not made");
    }
}

#[test]
fn what_did_not_change_keeps_its_bytes_and_time() {
    let site = Site::new();
    site.build();
    let before = site.output();
    std::thread::sleep(Duration::from_millis(20));
    site.page("content/tin/mot.md", "Một khác");
    fs::remove_file(site.path("content/tin/hai.md")).unwrap();
    site.page("content/tin/ba.md", "Ba");
    let (code, text) = site.build();
    assert_eq!(code, 0, "{text}");
    let after = site.output();
    assert!(
        !after.contains_key("tin/hai/index.html"),
        "a stale page remains"
    );
    assert!(after.contains_key("tin/ba/index.html"));
    assert!(before["tin/mot/index.html"].0 != after["tin/mot/index.html"].0);
    assert!(before["favicon.svg"] == after["favicon.svg"]);
    assert!(
        !site.path(".public.loa-new").exists(),
        "the working folder remains"
    );
}

#[test]
fn building_again_changes_nothing() {
    let site = Site::new();
    site.build();
    let before = site.output();
    std::thread::sleep(Duration::from_millis(20));
    site.build();
    assert_same(&before, &site.output());
}

#[test]
fn a_faulty_site_leaves_the_last_output_whole() {
    let site = Site::new();
    site.build();
    let before = site.output();
    site.write("content/tin/mot.md", "---\ntitel: Một\n---\n");
    let (code, text) = site.build();
    assert_eq!(code, 1);
    assert!(text.contains("content/tin/mot.md:2:1"), "{text}");
    assert_same(&before, &site.output());
    assert!(!site.path(".public.loa-new").exists());
}

#[test]
fn an_interrupted_build_leaves_the_last_output_whole() {
    let site = Site::new();
    site.build();
    let before = site.output();
    site.write(
        "content/site.yaml",
        "title: Trang thử\ndescription: Để thử\nshare_pictures: false\n",
    );
    for number in 0..3000 {
        site.page(
            &format!("content/tin/bai-{number}.md"),
            &format!("Bài {number}"),
        );
    }
    let mut child = site
        .command(&["build", "--now", "2026-11-21"])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // As soon as the new folder begins to fill, the program is ended.
    let started = Instant::now();
    while !site.path(".public.loa-new/tin").exists() {
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "the build never began to write"
        );
        if child.try_wait().unwrap().is_some() {
            break;
        }
    }
    child.kill().unwrap();
    let finished = child.wait().unwrap().success();
    assert!(!finished, "the build was too quick to be interrupted");
    assert_same(&before, &site.output());
    let (code, text) = site.build();
    assert_eq!(code, 0, "{text}");
    assert!(site.output().contains_key("tin/bai-2999/index.html"));
    assert!(!site.path(".public.loa-new").exists());
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let site = Site::new();
    site.write("public/quan-trong.txt", "không được xóa");
    let (code, text) = site.build();
    assert_eq!(code, 2);
    assert!(text.contains("không do loa tạo"), "{text}");
    assert_eq!(
        fs::read_to_string(site.path("public/quan-trong.txt")).unwrap(),
        "không được xóa"
    );
    let (code, _) = site.loa(&["build", "-o", site.dir.path().to_str().unwrap()]);
    assert_eq!(code, 2);
    fs::create_dir_all(site.path("trong")).unwrap();
    let (code, text) = site.loa(&["build", "-o", site.path("trong").to_str().unwrap()]);
    assert_eq!(code, 0, "an empty folder is fine: {text}");
}

#[test]
fn check_writes_nothing_and_denies_on_request() {
    let site = Site::new();
    let (code, text) = site.loa(&["check", "--deny", "warnings"]);
    assert_eq!(code, 0, "{text}");
    assert!(!site.path("public").exists());
    site.write(
        "content/tin/mot.md",
        "---\ntitle: A\ndescription: B\nacknowledge: [{code: clause-gap, at: i, reason: cũ}]\n---\n",
    );
    assert_eq!(site.loa(&["check"]).0, 0);
    assert_eq!(site.loa(&["check", "--deny", "warnings"]).0, 1);
}

#[test]
fn messages_speak_the_language_asked_for() {
    let site = Site::new();
    site.write("content/tin/mot.md", "---\ntitel: Một\n---\n");
    assert!(
        site.loa(&["check"])
            .1
            .contains("không có khóa nào tên “titel”")
    );
    assert!(
        site.loa(&["check", "--lang", "en"])
            .1
            .contains("there is no key named “titel”")
    );
    let english = site
        .command(&["check"])
        .env("LANG", "en_GB.UTF-8")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(english.stderr)
            .unwrap()
            .contains("there is no key")
    );
}

#[test]
fn the_command_line_is_told_in_vietnamese() {
    let site = Site::new();
    let (code, text) = site.loa(&["check", "--deny", "warnigs"]);
    assert_eq!(code, 2);
    assert!(
        text.contains("warnings") && text.contains("không hợp lệ"),
        "{text}"
    );
    let (code, text) = site.loa(&["biuld"]);
    assert_eq!(code, 2);
    assert!(text.contains("build"), "{text}");
    let (code, text) = site.loa(&["build", "--now", "31/2/2026"]);
    assert_eq!(code, 2);
    assert!(text.contains("31/2/2026"), "{text}");
    let nowhere = Site {
        dir: tempfile::tempdir().unwrap(),
    };
    assert_eq!(nowhere.build().0, 2);
}

#[cfg(unix)]
#[test]
fn symbolic_links_stay_inside() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("bi-mat.md"), "bí mật").unwrap();
    symlink(
        site.path("content/tin/mot.md"),
        site.path("content/tin/nhu-mot.md"),
    )
    .unwrap();
    assert_eq!(site.build().0, 0, "a link inside the site is followed");
    assert!(site.output().contains_key("tin/nhu-mot/index.html"));
    symlink(outside.path(), site.path("content/ngoai")).unwrap();
    symlink(
        outside.path().join("bi-mat.md"),
        site.path("content/tin/bi-mat.md"),
    )
    .unwrap();
    symlink(site.path("content"), site.path("content/tin/vong")).unwrap();
    symlink("khong-co", site.path("content/tin/cut.md")).unwrap();
    let (code, text) = site.loa(&["check"]);
    assert_eq!(code, 1);
    for path in [
        "content/ngoai",
        "content/tin/bi-mat.md",
        "content/tin/vong",
        "content/tin/cut.md",
    ] {
        assert!(
            text.contains(&format!("{path}:1:1")),
            "{path} is not told:\n{text}"
        );
    }
    assert!(!text.contains("bí mật"));
    assert!(
        site.loa(&["check", "--lang", "en"])
            .1
            .contains("leads out of the site")
    );
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let site = Site::new();
    let file = fs::File::create(site.path("content/tin/lon.md")).unwrap();
    file.set_len(200 << 20).unwrap();
    site.write("content/tin/hai.md", "---\ntitel: Hai\n---\n");
    let (code, text) = site.loa(&["check"]);
    assert_eq!(code, 1);
    assert!(
        text.contains("content/tin/lon.md") && text.contains("200 MB"),
        "{text}"
    );
    assert!(
        text.contains("titel"),
        "the rest is checked in the same run"
    );
    assert!(site.loa(&["check", "--lang", "en"]).1.contains("too large"));
}

#[test]
fn hostile_yaml_is_refused_at_once() {
    let site = Site::new();
    let deep = "[".repeat(100_000);
    site.write(
        "content/tin/mot.md",
        &format!("---\ntitle: A\nextra: {deep}\n---\n"),
    );
    let laughs: String = (1..30)
        .map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1))
        .collect();
    site.write(
        "content/tin/hai.md",
        &format!("---\na0: &a0 x\n{laughs}---\n"),
    );
    let started = Instant::now();
    let (code, text) = site.loa(&["check"]);
    assert_eq!(code, 1);
    assert!(text.contains("content/tin/mot.md:3:"), "{text}");
    assert!(text.contains("content/tin/hai.md:2:"), "{text}");
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "it took too long to refuse"
    );
}

#[test]
fn new_files_are_made_once_and_can_be_checked() {
    let site = Site::new();
    let (code, said) = site.loa(&["new", "events"]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("event ") && said.contains("Mã sự kiện"),
        "{said}"
    );
    let table = fs::read_to_string(site.path("content/data/events.csv")).unwrap();
    assert!(table.starts_with("\u{feff}event,title,"), "{table}");
    assert_eq!(site.loa(&["check"]).0, 0, "a blank table is no fault");
    let (code, said) = site.loa(&["new", "events"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("không ghi đè"), "{said}");
    assert_eq!(
        fs::read_to_string(site.path("content/data/events.csv")).unwrap(),
        table
    );

    let (code, said) = site.loa(&["new", "plan", "Kế hoạch: \"số 1\""]);
    assert_eq!(code, 0, "{said}");
    let plan = fs::read_to_string(site.path("content/ke-hoach/ke-hoach-so-1.md")).unwrap();
    assert!(
        plan.starts_with("---\ntitle: \"Kế hoạch: \\\"số 1\\\"\"\n"),
        "{plan}"
    );
    assert!(plan.contains("\nissuer:\n"), "{plan}");
    let (code, said) = site.loa(&["check"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("“issuer”") && !said.contains("“title”"),
        "{said}"
    );
    assert_eq!(site.loa(&["new", "plan"]).0, 2, "a document needs a title");
}

#[test]
fn the_next_year_of_a_series_is_made_as_drafts_only() {
    let site = Site::new();
    site.write(
        "content/su-kien/10-10/xa.md",
        "---\ntitle: \"Ngày hội: \\\"xã\\\"\"\ndescription: B\nseries: {id: 10-10, name: Ngày hội}\nrule: {printed: vào ngày 10/10 hằng năm, yearly: 10/10}\norganiser: [\"UBND xã: A\"]\n---\n",
    );
    let new = ["new", "event-year", "10-10", "--now", "2026-10-10"];
    let (code, said) = site.loa(&new);
    assert_eq!(code, 0, "{said}");
    let file = site.path("content/su-kien/10-10/xa-2027.md");
    let draft = fs::read_to_string(&file).unwrap();
    assert!(draft.contains("\ndraft: true\n"), "{draft}");
    assert!(draft.contains("\nstart: 2027-10-10\n"), "{draft}");
    assert!(draft.contains("Chủ nhật, 10/10/2027"), "{draft}");
    assert!(!draft.contains("sessions"), "{draft}");
    assert_eq!(site.build().0, 0);
    assert!(!site.path("public/su-kien/10-10/xa-2027").exists());
    assert!(!site.path("public/su-kien/10-10/2027").exists());
    let (code, said) = site.loa(&["check", "--drafts", "--deny", "warnings"]);
    assert_eq!(code, 0, "{said}");

    let (code, said) = site.loa(&new);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("năm tới đã có sự kiện"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), draft);
    let (code, said) = site.loa(&["new", "event-year", "tet"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("10-10"), "{said}");
}

#[test]
fn the_sample_programme_is_a_table_that_only_needs_filling_in() {
    let site = Site::new();
    let (code, said) = site.loa(&["new", "programme"]);
    assert_eq!(code, 0, "{said}");
    let sample = fs::read_to_string(site.path("mau-chuong-trinh.csv")).unwrap();
    let published =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("content/su-kien/10-10/mau-chuong-trinh.csv");
    assert_eq!(fs::read_to_string(published).unwrap(), sample);
    site.write("content/data/events-xa.csv", &sample);
    let (code, said) = site.loa(&["check"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("[placeholder-left]"), "{said}");
    // Its hours wait for their day.
    assert!(said.contains("“date”"), "{said}");
    // Filled in, it is a programme.
    let filled = sample
        .replace(
            "10-10,Ngày hội toàn dân học tập số,[chủ đề của năm],,,,",
            "10-10,Ngày hội,,,10/10/2027,,",
        )
        .replace("[MẪU] ", "")
        .replace("[Số điện thoại]", "0270 382 3456")
        .replace(['[', ']'], "")
        .replace(",,,,,,,,,0", ",,,,,,,10/10/2027,,0")
        .replace(",,,,,,,,,1", ",,,,,,,10/10/2027,,1");
    site.write("content/data/events-xa.csv", &filled);
    let (code, said) = site.loa(&["check", "--deny", "warnings"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(site.build().0, 0);
    assert!(site.path("public/su-kien/10-10/2027/index.html").exists());
}

#[test]
fn forms_for_machines_keep_both_streams_clean() {
    let site = Site::new();
    site.write("content/tin/ba.md", "---\ntitle: Ba\n---\n");
    for command in ["check", "build"] {
        for (form, lang, begin) in [
            ("json", "vi", "{\"code\":\"missing-field\""),
            ("sarif", "en", "{\n"),
            ("github", "vi", "::error file=content/tin/ba.md,"),
        ] {
            let args = [command, "--format", form, "--lang", lang];
            let output = site.command(&args).output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{args:?}");
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(text.starts_with(begin), "{args:?}: {text}");
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(said, "", "{args:?}");
            let word = if lang == "vi" {
                "thiếu khóa"
            } else {
                "required key"
            };
            assert!(text.contains(word), "{args:?}: {text}");
        }
    }
    site.page("content/tin/ba.md", "Ba");
    let good = site
        .command(&["check", "--format", "json"])
        .output()
        .unwrap();
    assert_eq!(good.status.code(), Some(0));
    assert!(good.stdout.is_empty() && good.stderr.is_empty());
    let good = site
        .command(&["check", "--format", "sarif"])
        .output()
        .unwrap();
    let log: serde_json::Value = serde_json::from_slice(&good.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn codes_are_explained() {
    let site = Site::new();
    let output = site.command(&["explain", "broken-link"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("broken-link (lỗi)") && text.contains("Ví dụ đúng"));
    let output = site.command(&["explain", "--lang", "en"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().count() >= 40 && text.contains("A link leads to no page"));
    let output = site.command(&["explain", "brken-link"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("“broken-link”")
    );
}

/// The codes that `loa check` tells of a site, each with its file and line.
fn told(site: &Site) -> Vec<String> {
    let output = site
        .command(&["check", "--format", "json"])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let objects = text.lines().map(|line| {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        format!(
            "{} {}:{}",
            object["code"].as_str().unwrap(),
            object["file"].as_str().unwrap(),
            object["line"]
        )
    });
    objects.collect()
}

#[test]
fn heavy_pictures_are_told_where_they_are_shown() {
    let site = Site::new();
    site.write(
        "content/tin/ba.md",
        "---\ntitle: Ba\ndescription: Để thử\n---\n![Một lớp học](lop.png)\n",
    );
    // A picture of 480 by 300, which is left alone, and in it nothing but weight.
    let picture = |weight: usize| {
        let mut bytes =
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\xe0\0\0\x01\x2c\x08\x02\0\0\0\0\0\0\0".to_vec();
        let rest = b"\0\0\0\0\0\0\0\0IEND\0\0\0\0";
        let len = weight - bytes.len() - 8 - rest.len();
        bytes.extend_from_slice(&(len as u32).to_be_bytes());
        bytes.extend_from_slice(b"IDAT");
        bytes.resize(weight - rest.len(), 0);
        bytes.extend_from_slice(rest);
        bytes
    };
    fs::write(site.path("content/tin/lop.png"), picture(300 * 1024)).unwrap();
    assert!(told(&site).is_empty());
    fs::write(site.path("content/tin/lop.png"), picture(300 * 1024 + 1)).unwrap();
    assert_eq!(told(&site), ["image-too-heavy content/tin/ba.md:5"]);
}

#[test]
fn pictures_that_are_none_are_told_where_they_are_shown() {
    let site = Site::new();
    site.write(
        "content/tin/ba.md",
        "---\ntitle: Ba\ndescription: Để thử\n---\n![Lớp một](a.jpg)\n\n![Lớp hai](b.png)\n\n![Lớp ba](c.png)\n\n![Lớp bốn](d.png)\n",
    );
    let head = |side: u32, depth: u8| {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend_from_slice(&side.to_be_bytes());
        bytes.extend_from_slice(&side.to_be_bytes());
        bytes.extend_from_slice(&[8, depth, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    };
    let end = b"\0\0\0\0IEND\0\0\0\0";
    let write = |name: &str, bytes: &[u8]| {
        fs::write(site.path(&format!("content/tin/{name}")), bytes).unwrap();
    };
    write("a.jpg", b"\0\0\0\x18ftypheic");
    write("b.png", &head(9, 2));
    write("c.png", b"GIF89a\x01\0\x01\0\0\0\0;");
    // A few bytes that would be forty gigabytes in memory.
    write("d.png", &[head(100_000, 2), end.to_vec()].concat());
    assert_eq!(
        told(&site),
        [
            "image-unreadable content/tin/ba.md:5",
            "image-cut-off content/tin/ba.md:7",
            "image-mislabelled content/tin/ba.md:9",
            "image-too-large content/tin/ba.md:11",
        ]
    );
    let (code, text) = site.loa(&["check", "--lang", "en"]);
    assert_eq!(code, 1);
    for said in [
        "the file “a.jpg” is no picture that browsers show",
        "the picture “b.png” is cut off",
        "the picture “c.png” is gif, not what its name says",
        "the picture “d.png” is too large to be made smaller: 40 million pixels and 32 MB at most",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn pages_over_their_budget_are_told() {
    let site = Site::new();
    // Words that no compressor makes much smaller.
    let mut seed: u64 = 1;
    let mut words = String::new();
    for _ in 0..12_000 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        words += &format!("{:x}\n", seed >> 40);
    }
    site.write(
        "content/tin/ba.md",
        &format!("---\ntitle: Ba\ndescription: Để thử\n---\n{words}"),
    );
    assert_eq!(told(&site), ["page-too-heavy content/tin/ba.md:2"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_look_the_same_are_told() {
    let site = Site::new();
    site.page("content/tin/l\u{1edb}p.md", "Lớp");
    assert!(told(&site).is_empty());
    site.page("content/tin/lo\u{31b}\u{301}p.md", "Lớp");
    assert_eq!(told(&site), ["name-twice content/tin/lớp.md:1"]);
    fs::remove_file(site.path("content/tin/l\u{1edb}p.md")).unwrap();
    assert!(told(&site).is_empty());
    let twins = || told(&site).contains(&"name-twice content/lớp:1".to_owned());
    site.page("content/l\u{1edb}p/a.md", "A");
    assert!(!twins());
    site.page("content/lo\u{31b}\u{301}p/b.md", "B");
    assert!(twins());
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_are_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let site = Site::new();
    let page = site.path("content/tin/mot.md");
    fs::copy(
        &page,
        site.path("content/tin")
            .join(OsStr::from_bytes(b"b\xffi.md")),
    )
    .unwrap();
    let folder = site.path("content").join(OsStr::from_bytes(b"\xfe"));
    fs::create_dir(&folder).unwrap();
    fs::copy(&page, folder.join("hai.md")).unwrap();
    assert_eq!(
        told(&site),
        [
            "not-utf8 content/tin/b\u{fffd}i.md:1",
            "not-utf8 content/\u{fffd}:1"
        ]
    );
    let (_, text) = site.loa(&["check", "--lang", "en"]);
    assert!(
        text.contains("the name of this file or folder is not Unicode text"),
        "{text}"
    );
}

#[test]
fn many_faults_on_one_line_are_told_at_once() {
    let site = Site::new();
    let page = |links: String| format!("---\ntitle: A\ndescription: B\n---\n{links}\n");
    let links = (0..5_000).map(|n| format!("[học {n}](@/khong-{n}.md) "));
    site.write("content/tin/mot.md", &page(links.collect()));
    let started = Instant::now();
    let told = told(&site).into_iter();
    let links = told.filter(|told| told.starts_with("broken-link"));
    assert_eq!(links.count(), 5_000);
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "it took too long to tell"
    );
}

#[test]
fn duties_of_a_portal_are_told_one_a_line() {
    let site = Site::new();
    let laws = "- {id: a, check: search, duty: Có ô tìm kiếm., document: Nghị định 1/2022, article: Điều 2, in_force_to: 2026-06-30, certainty: cao}\n\
        - {id: b, check: domain, duty: Dùng tên miền nhà nước., document: Quyết định 2, certainty: vừa}\n\
        - {id: c, duty: Trả lời trong 10 ngày., document: Quyết định 2, certainty: vừa}\n";
    site.write("content/data/laws.yaml", laws);
    let duties = |lang: &str, form: &str| {
        let args = [
            "check",
            "--portal",
            "--lang",
            lang,
            "--format",
            form,
            "--now",
            "2026-11-21",
        ];
        let output = site.command(&args).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(
        duties("vi", "human"),
        "[đạt] Có ô tìm kiếm. (Nghị định 1/2022, Điều 2, hết hiệu lực sau 30/6/2026; mức chắc chắn: cao)\n\
         [chưa đạt] Dùng tên miền nhà nước. (Quyết định 2; mức chắc chắn: vừa) — base_url không phải tên miền .gov.vn\n\
         [chưa rõ] Trả lời trong 10 ngày. (Quyết định 2; mức chắc chắn: vừa) — máy không xem được, cần người xem\n"
    );
    assert!(duties("en", "human").contains("[not met] Dùng tên miền nhà nước."));
    let states: Vec<String> = duties("vi", "json")
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["state"].to_string())
        .collect();
    assert_eq!(states, ["\"met\"", "\"unmet\"", "\"undecided\""]);
    assert!(duties("en", "human").contains("certainty: medium"));
}

#[test]
fn duties_are_not_met_without_ground() {
    let site = Site::new();
    let checks = ["signed", "documents", "headings", "link-text", "footer"];
    let laws = checks.map(|check| {
        format!("- {{id: {check}, check: {check}, duty: A., document: B, certainty: cao}}\n")
    });
    site.write("content/data/laws.yaml", &laws.concat());
    site.write(
        "content/site.yaml",
        "title: A\ndescription: B\nowner: {agency: …, person: A, address: B, phone: 113, email: a@xa.example.vn}\n",
    );
    site.write(
        "content/tin/mot.md",
        "---\ntitle: Một\ndescription: B\nacknowledge: [{code: vague-link, at: tại đây, reason: c}]\n---\nXem [tại đây](@/tin/hai.md).\n",
    );
    let args = ["check", "--portal", "--format", "json"];
    let output = site.command(&args).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let states = lines.map(|line| {
        format!(
            "{}: {}",
            line["duty"].as_str().unwrap(),
            line["state"].as_str().unwrap()
        )
    });
    assert_eq!(
        states.collect::<Vec<_>>(),
        [
            "signed: undecided",
            "documents: undecided",
            "headings: undecided",
            "link-text: undecided",
            "footer: unmet",
        ]
    );
}

#[test]
fn messages_of_one_kind_are_counted_when_they_are_too_many() {
    let site = Site::new();
    let links: String = (0..25)
        .map(|n| format!("[bài {n}](@/không-{n}.md)\n"))
        .collect();
    for file in 0..6 {
        let page = format!("---\ntitle: Bài {file}\ndescription: Để thử\n---\n{links}");
        site.write(&format!("content/tin/l{file}.md"), &page);
    }
    let output = site.command(&["check", "--quiet"]).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.matches("lỗi[broken-link]").count(), 100);
    assert!(
        text.contains("[broken-link] còn nữa cùng loại: 50 (6 tệp)"),
        "{text}"
    );
}
