//! The real `loa serve` on real files: what it answers, how it sees saves, how it ends.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Longer than any change may take to be seen on a busy machine.
const SOON: Duration = Duration::from_secs(20);

const PROGRAM: &str = env!("CARGO_BIN_EXE_loa");

/// A preview of a site on the disk; it is ended with the test.
struct Preview {
    dir: TempDir,
    child: Child,
    keyboard: Option<ChildStdin>,
    /// Host and port.
    host: String,
    said: Arc<Mutex<String>>,
}

/// Status, headers in lower case, body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    fn start(args: &[&str]) -> Self {
        Self::start_as(Command::new(PROGRAM), args)
    }

    fn start_as(mut program: Command, args: &[&str]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let file = |path: &str, text: &str| {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        file(
            "content/site.yaml",
            "title: Trang thử\ndescription: Để thử\n",
        );
        file("content/_index.md", &page("Trang chủ", "Chào."));
        file("content/tin/_index.md", &page("Tin tức", ""));
        file("content/tin/mot.md", &page("Một", "Thân bài."));
        file(
            "content/tin/anh.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>",
        );
        let mut child = program
            .args(["serve", "--port", "0", "--root"])
            .arg(dir.path())
            .args(args)
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = Arc::new(Mutex::new(String::new()));
        let host = loop {
            let line = lines.next().expect("it tells its address").unwrap();
            said.lock().unwrap().push_str(&format!("{line}\n"));
            if let Some((_, address)) = line.split_once("http://") {
                break address.trim_end_matches('/').to_owned();
            }
        };
        let heard = said.clone();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        Self {
            keyboard: child.stdin.take(),
            dir,
            child,
            host,
            said,
        }
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.dir.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// Asks with these further headers.
    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        ask(
            &self.host,
            method,
            path,
            &format!("Host: {}\r\n{headers}", self.host),
        )
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Waits until the page at `path` holds `words`.
    fn wait_for(&self, path: &str, words: &str) {
        self.wait(&format!("{path}: {words}"), || {
            self.get(path).body.contains(words)
        });
    }

    fn wait(&self, what: &str, is_so: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_so() {
            let said = self.said.lock().unwrap().clone();
            assert!(
                start.elapsed() < SOON,
                "waited in vain for {what}; it said:\n{said}"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Asks for a page until it is done: what stands between the two marks is a number that never falls. Gives how often.
    fn ask_until(&self, saving: &Saving, path: &str, [before, after]: [&str; 2]) -> u32 {
        let (mut last, mut answers, mut gaps) = (0, 0, 0);
        let mut in_gap = false;
        while !saving.done.load(Ordering::Relaxed) {
            let answer = self.get(path);
            let rest = answer.body.split_once(before).map(|(_, rest)| rest);
            let number = rest.and_then(|rest| rest.split(after).next());
            let number = number.and_then(|number| number.parse().ok());
            answers += 1;
            match number.filter(|_| answer.status == 200) {
                Some(number) => {
                    assert!(number >= last, "{path}: {number} after {last}");
                    last = number;
                    in_gap = false;
                }
                // A file that is away for long is gone.
                None => {
                    let now = saving.gaps();
                    in_gap |= now > gaps;
                    gaps = now;
                    assert!(in_gap, "{path}: {} {}", answer.status, answer.body);
                }
            }
        }
        answers
    }

    /// The memory that it holds, where the system tells.
    fn memory(&self) -> String {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).unwrap_or_default();
        let mut lines = status.lines();
        let line = lines.find_map(|line| line.strip_prefix("VmRSS:"));
        line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
    }

    fn problems(&self, path: &str) -> serde_json::Value {
        let answer = self.get(&format!("/.loa/problems?page={path}"));
        serde_json::from_str(&answer.body).unwrap()
    }

    /// The exit code, once it has ended.
    fn ended(&mut self) -> Option<i32> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(start.elapsed() < SOON, "it did not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What those who ask know of those who save.
#[derive(Default)]
struct Saving {
    done: AtomicBool,
    /// Whether the file is away between two steps of a save.
    away: AtomicBool,
    /// How often it was for so long that it may be taken for gone.
    gaps: AtomicU32,
}

impl Saving {
    /// Moves a file away and writes it anew, as editors do that keep a copy.
    fn move_and_write(&self, file: &Path, copy: &Path, text: &str) {
        let start = Instant::now();
        self.away.store(true, Ordering::SeqCst);
        fs::rename(file, copy).unwrap();
        fs::write(file, text).unwrap();
        if start.elapsed() > Duration::from_millis(30) {
            self.gaps.fetch_add(1, Ordering::SeqCst);
        }
        self.away.store(false, Ordering::SeqCst);
    }

    /// How often the file was away for long, a gap of this moment included.
    fn gaps(&self) -> u32 {
        while self.away.load(Ordering::SeqCst) {
            std::thread::sleep(Duration::from_millis(1));
        }
        self.gaps.load(Ordering::SeqCst)
    }
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndescription: Để thử\n---\n{body}\n")
}

fn ask(host: &str, method: &str, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(host).unwrap();
    let request = format!("{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    Answer {
        status: head[9..12].parse().unwrap(),
        head: head.to_lowercase(),
        body: body.to_owned(),
    }
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        let line = lines.find(|line| line.starts_with(&format!("{name}: ")))?;
        Some(&line[name.len() + 2..])
    }
}

#[test]
fn it_answers_as_a_web_server_does() {
    let preview = Preview::start(&[]);
    let page = preview.get("/tin/mot/");
    assert_eq!(page.status, 200);
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert!(page.body.contains("Thân bài.") && page.body.contains("/.loa/client.js"));
    assert!(!page.body.contains("chưa công bố"));
    assert!(
        page.body
            .contains(&format!("href=\"http://{}/tin/mot/\"", preview.host))
    );

    let etag = page.header("etag").unwrap();
    let same = preview.ask("GET", "/tin/mot/", &format!("If-None-Match: {etag}\r\n"));
    assert_eq!((same.status, same.body.as_str()), (304, ""));
    let head = preview.ask("HEAD", "/tin/mot/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), page.header("content-length"));

    let picture = preview.get("/tin/anh.svg");
    assert_eq!(picture.header("content-type"), Some("image/svg+xml"));
    let part = preview.ask("GET", "/tin/anh.svg", "Range: bytes=1-3\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, "svg"));
    let whole = picture.body.len();
    assert_eq!(
        part.header("content-range").unwrap(),
        format!("bytes 1-3/{whole}")
    );
    let beyond = preview.ask("GET", "/tin/anh.svg", "Range: bytes=999-\r\n");
    assert_eq!(beyond.status, 416);

    let folder = preview.get("/tin/mot?a=b");
    assert_eq!(
        (folder.status, folder.header("location")),
        (307, Some("/tin/mot/?a=b"))
    );
    let nothing = preview.get("/khong/co/");
    assert_eq!(nothing.status, 404);
    assert!(nothing.body.contains("<main"), "the site's own page");
    assert_eq!(preview.get("/../content/site.yaml").status, 404);
    assert_eq!(preview.get("/%2e%2e/content/site.yaml").status, 404);
    assert_eq!(preview.ask("POST", "/", "").status, 405);

    // Another name that leads here is not answered, so that no page of a stranger reads the preview.
    let stranger = ask(&preview.host, "GET", "/", "Host: ke-la.example\r\n");
    assert_eq!(stranger.status, 403);
    assert!(!stranger.body.contains("Trang thử"));
    assert_eq!(
        ask(
            &preview.host,
            "GET",
            "/.loa/problems?page=/",
            "Host: ke-la.example\r\n"
        )
        .status,
        403
    );
}

#[test]
fn every_way_of_saving_is_seen() {
    let preview = Preview::start(&[]);
    let file = preview.path("content/tin/mot.md");
    let save = |text: &str, how: &dyn Fn(&str)| {
        how(&page("Một", text));
        preview.wait_for("/tin/mot/", text);
    };
    save("Ghi đè tại chỗ.", &|text| {
        fs::write(&file, text).unwrap();
    });
    save("Ghi tạm rồi đổi tên.", &|text| {
        let temporary = preview.path("content/tin/.mot.md.tam");
        fs::write(&temporary, text).unwrap();
        fs::rename(&temporary, &file).unwrap();
    });
    save("Giữ bản cũ rồi ghi mới.", &|text| {
        let old = preview.path("content/tin/mot.md~");
        fs::rename(&file, &old).unwrap();
        fs::write(&file, text).unwrap();
        fs::remove_file(&old).unwrap();
    });
    save("Xóa rồi ghi lại.", &|text| {
        fs::remove_file(&file).unwrap();
        fs::write(&file, text).unwrap();
    });
    save("Ghi từng phần.", &|text| {
        let mut open = fs::File::create(&file).unwrap();
        for part in text.as_bytes().chunks(9) {
            open.write_all(part).unwrap();
            open.flush().unwrap();
        }
    });

    // The title in the listing, too.
    fs::write(&file, page("Tên khác", "")).unwrap();
    preview.wait_for("/tin/", "Tên khác");
    // A folder with what is in it, at once.
    preview.write("content/hoc/a/b/bai.md", &page("Trong cùng", "Sâu."));
    preview.write("content/hoc/a/bai.md", &page("Ở giữa", "Giữa."));
    preview.wait_for("/hoc/a/b/bai/", "Sâu.");
    preview.wait_for("/hoc/a/bai/", "Giữa.");
    // Moved as a whole, then gone.
    fs::rename(preview.path("content/hoc/a"), preview.path("content/hoc/c")).unwrap();
    preview.wait_for("/hoc/c/b/bai/", "Sâu.");
    preview.wait("the old address is gone", || {
        preview.get("/hoc/a/b/bai/").status == 404
    });
    fs::remove_dir_all(preview.path("content/hoc")).unwrap();
    preview.wait("the folder is gone", || {
        preview.get("/hoc/c/b/bai/").status == 404
    });
    // A table, the configuration, a theme.
    preview.write(
        "content/site.yaml",
        "title: Tên mới\ndescription: Để thử\ntheme: rieng\n",
    );
    preview.write("themes/rieng/theme.yaml", "extends: default\n");
    preview.write(
        "themes/rieng/templates/page.html",
        "RIÊNG {{ page.body_html }} {{ data.bang.a }}",
    );
    preview.write("content/data/bang.yaml", "a: một ô\n");
    preview.wait_for("/tin/mot/", "một ô");
    preview.wait_for("/tin/", "Tên mới");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, preview.path("content/tin/nhu-mot.md")).unwrap();
        preview.wait_for("/tin/nhu-mot/", "RIÊNG");
        fs::write(&file, page("Một", "Qua liên kết.")).unwrap();
        preview.wait_for("/tin/nhu-mot/", "Qua liên kết.");
    }
}

#[test]
fn what_is_wrong_never_takes_a_page_away() {
    let preview = Preview::start(&[]);
    preview.wait_for("/tin/mot/", "Thân bài.");
    assert_eq!(preview.problems("/tin/mot/")["errors"], 0);
    preview.write("content/tin/mot.md", "---\ntitel: Một\n---\nMới.\n");
    preview.wait("the fault is told", || {
        preview.problems("/tin/mot/")["errors"] == 2
    });
    let text = preview.problems("/")["items"].to_string();
    assert!(
        text.contains("content/tin/mot.md:2:1") && text.contains("“titel”"),
        "{text}"
    );
    let stays = preview.get("/tin/mot/");
    assert_eq!(stays.status, 200);
    assert!(stays.body.contains("Thân bài."));

    // A body with a fault is shown as it is.
    preview.write(
        "content/tin/mot.md",
        &page("Một", "Mới, có [lỗi](khong-co.md)."),
    );
    preview.wait_for("/tin/mot/", "Mới, có");
    assert_eq!(preview.problems("/")["errors"], 1);
    preview.write("content/tin/mot.md", &page("Một", "Đã sửa."));
    preview.wait("nothing is wrong", || preview.problems("/")["errors"] == 0);

    // Neither a configuration nor a theme that cannot be used, nor a template that fails.
    preview.write("content/site.yaml", "title: [\n");
    preview.wait("the configuration is at fault", || {
        preview.problems("/")["errors"] == 1
    });
    assert!(preview.get("/tin/mot/").body.contains("Đã sửa."));
    preview.write("themes/rieng/theme.yaml", "extends: default\n");
    preview.write("themes/rieng/templates/page.html", "{% for");
    preview.write(
        "content/site.yaml",
        "title: T\ndescription: D\ntheme: rieng\n",
    );
    preview.wait("the template is at fault", || {
        preview.problems("/")["items"]
            .to_string()
            .contains("themes/rieng/templates/page.html:1")
    });
    assert!(preview.get("/tin/mot/").body.contains("Đã sửa."));
    preview.write("themes/rieng/templates/page.html", "{{ page.khong.co }}");
    preview.wait("the page fails", || {
        let items = preview.problems("/tin/mot/")["items"].to_string();
        items.contains("template-error") && items.contains("/tin/mot/")
    });
    assert!(preview.get("/tin/mot/").body.contains("Đã sửa."));
    assert_eq!(preview.problems("/")["errors"], 0, "other pages are fine");
    preview.write("themes/rieng/templates/page.html", "lại tốt");
    preview.wait_for("/tin/mot/", "lại tốt");
    let said = preview.said.lock().unwrap().clone();
    assert!(
        said.contains("content/tin/mot.md (") && said.contains("không có khóa nào tên “titel”"),
        "{said}"
    );
}

#[test]
fn a_site_that_vanishes_comes_back() {
    let preview = Preview::start(&[]);
    preview.wait_for("/tin/mot/", "Thân bài.");
    fs::rename(preview.path("content"), preview.path("nơi khác")).unwrap();
    preview.wait("it is missed", || preview.problems("/")["errors"] == 1);
    assert!(
        preview.get("/tin/mot/").body.contains("Thân bài."),
        "the page stays"
    );
    fs::rename(preview.path("nơi khác"), preview.path("content")).unwrap();
    preview.wait("it is back", || preview.problems("/")["errors"] == 0);
    preview.write("content/tin/mot.md", &page("Một", "Sau khi về."));
    preview.wait_for("/tin/mot/", "Sau khi về.");
    fs::remove_file(preview.path("content/site.yaml")).unwrap();
    preview.wait("its configuration is missed", || {
        preview.problems("/")["errors"] == 1
    });
    preview.write("content/site.yaml", "title: Lại có\ndescription: D\n");
    preview.wait_for("/", "Lại có");
}

#[test]
fn changes_are_found_where_none_are_told() {
    let preview = Preview::start(&["--poll"]);
    preview.write("content/tin/mot.md", &page("Một", "Dò thấy."));
    preview.wait_for("/tin/mot/", "Dò thấy.");
    // What grows is half a save.
    let mut half = fs::File::create(preview.path("content/tin/mot.md")).unwrap();
    half.write_all(page("Một", "nửa đầu").as_bytes()).unwrap();
    for _ in 0..60 {
        half.write_all(b"x").unwrap();
        std::thread::sleep(Duration::from_millis(20));
        let shown = preview.get("/tin/mot/").body;
        assert!(shown.contains("Dò thấy."), "{shown}");
    }
    half.write_all(b"nua sau").unwrap();
    drop(half);
    preview.wait_for("/tin/mot/", "nua sau");
    fs::remove_file(preview.path("content/tin/mot.md")).unwrap();
    preview.wait("it is gone", || preview.get("/tin/mot/").status == 404);
}

#[test]
fn under_constant_requests_a_page_is_the_old_or_the_new() {
    edit_under_requests(200);
}

/// `LOA_EDITS` says how many edits; the memory of the preview is told as they go.
#[test]
#[ignore = "an hour's worth of edits: cargo test --release --test it soak -- --ignored --nocapture"]
fn soak() {
    let edits = std::env::var("LOA_EDITS").ok();
    edit_under_requests(edits.and_then(|edits| edits.parse().ok()).unwrap_or(10_000));
}

/// Saves a page in turn in the ways of editors, its title and its words, while it and its listing are asked for without a pause.
#[expect(
    clippy::print_stderr,
    reason = "what a soak is run for is told as it goes"
)]
fn edit_under_requests(edits: u32) {
    let preview = Preview::start(&[]);
    let file = preview.path("content/tin/mot.md");
    let text = |number: u32| {
        let title = format!("tựa-{}-xong", number / 2);
        page(&title, &format!("lần {number} hết"))
    };
    fs::write(&file, text(0)).unwrap();
    preview.wait_for("/tin/mot/", "lần 0 hết");
    let saving = Saving::default();
    std::thread::scope(|scope| {
        let page = scope.spawn(|| preview.ask_until(&saving, "/tin/mot/", ["lần ", " hết"]));
        let listing = scope.spawn(|| preview.ask_until(&saving, "/tin/", ["tựa-", "-xong"]));
        for number in 1..=edits {
            match number % 3 {
                0 => fs::write(&file, text(number)).unwrap(),
                1 => {
                    fs::write(preview.path("content/tin/.tam"), text(number)).unwrap();
                    fs::rename(preview.path("content/tin/.tam"), &file).unwrap();
                }
                _ => {
                    let copy = preview.path("content/tin/mot.md~");
                    saving.move_and_write(&file, &copy, &text(number));
                }
            }
            std::thread::sleep(Duration::from_millis(3));
            if number % 1000 == 0 {
                // What is current must be seen, not only something that once was.
                preview.wait_for("/tin/mot/", &format!("lần {number} hết"));
                eprintln!("{number} edits, memory {}", preview.memory());
            }
        }
        preview.wait_for("/tin/mot/", &format!("lần {edits} hết"));
        preview.wait_for("/tin/", &format!("tựa-{}-xong", edits / 2));
        saving.done.store(true, Ordering::Relaxed);
        let answers = [page, listing].map(|asking| asking.join().unwrap());
        assert!(answers.iter().all(|answers| *answers > 20), "{answers:?}");
        eprintln!("{edits} edits, {answers:?} answers, each the old or the new");
    });
}

#[test]
fn half_a_save_is_no_page() {
    let preview = Preview::start(&[]);
    let (whole, rest) = (page("Một", "nửa đầu"), "nửa sau\n");
    preview.wait_for("/tin/mot/", "Thân bài.");
    let mut half = fs::File::create(preview.path("content/tin/mot.md")).unwrap();
    half.write_all(whole.as_bytes()).unwrap();
    let start = Instant::now();
    for number in 0..5 {
        // New files are looked for everywhere, also where the half stands.
        preview.write(
            &format!("content/tin/khac-{number}.md"),
            &page("Khác", "đã xem"),
        );
        preview.wait_for(&format!("/tin/khac-{number}/"), "đã xem");
        let shown = preview.get("/tin/mot/").body;
        // What is not closed for long is taken as it is.
        if start.elapsed() > Duration::from_millis(800) {
            break;
        }
        assert!(shown.contains("Thân bài."), "{shown}");
    }
    half.write_all(rest.as_bytes()).unwrap();
    drop(half);
    preview.wait_for("/tin/mot/", "nửa sau");
}

#[cfg(target_os = "linux")]
#[test]
fn what_may_not_be_read_is_told_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;

    // The superuser may read anything, unless that is taken from it.
    let mut program = Command::new("setpriv");
    program.args(["--bounding-set", "-dac_override,-dac_read_search", PROGRAM]);
    let user = Command::new("id").arg("-u").output().unwrap().stdout;
    let program = if user.starts_with(b"0\n") {
        program
    } else {
        Command::new(PROGRAM)
    };
    let preview = Preview::start_as(program, &[]);
    preview.wait_for("/tin/mot/", "Thân bài.");
    let allow = |path: &str, mode: u32| {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(preview.path(path), mode).unwrap();
    };
    for (path, none, all) in [
        ("content/tin/mot.md", 0o000, 0o644),
        ("content/tin", 0o000, 0o755),
    ] {
        allow(path, none);
        preview.wait("it is told", || {
            let items = preview.problems("/")["items"].to_string();
            items.contains("unreadable-file") && items.contains(path)
        });
        assert!(preview.get("/tin/mot/").body.contains("Thân bài."));
        assert_eq!(preview.get("/").status, 200);
        allow(path, all);
        preview.wait("nothing is wrong", || preview.problems("/")["errors"] == 0);
        assert!(preview.get("/tin/mot/").body.contains("Thân bài."));
    }
}

#[test]
fn a_clock_that_jumps_hides_nothing() {
    let preview = Preview::start(&[]);
    let file = preview.path("content/tin/mot.md");
    let ways = [Duration::ZERO, Duration::from_secs(4_000_000_000)];
    for (number, since) in ways.into_iter().enumerate() {
        // The same length and another time, as long ago or ahead as can be.
        let words = format!("giờ lùi {number}");
        fs::write(preview.path("content/tin/.tam"), page("Một", &words)).unwrap();
        let saved = preview.path("content/tin/.tam");
        let saved = fs::File::options().write(true).open(saved).unwrap();
        saved.set_modified(std::time::UNIX_EPOCH + since).unwrap();
        drop(saved);
        fs::rename(preview.path("content/tin/.tam"), &file).unwrap();
        preview.wait_for("/tin/mot/", &words);
    }
}

#[test]
fn many_files_at_once_are_few_updates() {
    let preview = Preview::start(&[]);
    for number in 0..50 {
        preview.write(
            &format!("content/tin/bai-{number}.md"),
            &page(&format!("Bài {number}"), "x"),
        );
    }
    for number in 0..50 {
        preview.wait_for(&format!("/tin/bai-{number}/"), "x");
    }
    let said = preview.said.lock().unwrap().clone();
    let updates = said
        .lines()
        .filter(|line| line.contains("content/tin/bai-"))
        .count();
    assert!(updates <= 3, "{updates} updates:\n{said}");
}

#[test]
fn very_many_files_at_once_are_all_seen() {
    let preview = Preview::start(&[]);
    let path = |number: usize| preview.path(&format!("content/tin/bai-{number}.md"));
    for words in ["trước", "sau"] {
        for number in 0..1500 {
            fs::write(path(number), page(&format!("Bài {number}"), words)).unwrap();
        }
        for number in (0..1500).step_by(50).chain([1499]) {
            preview.wait_for(&format!("/tin/bai-{number}/"), words);
        }
    }
    let said = preview.said.lock().unwrap().clone();
    let updates = said.lines().filter(|line| line.contains("bai-")).count();
    assert!(updates < 300, "{updates} updates for 3000 files");
}

#[test]
fn it_ends_when_it_is_told_to() {
    let mut preview = Preview::start(&[]);
    // A browser that looks on keeps nobody waiting.
    let mut looking = TcpStream::connect(&preview.host).unwrap();
    let request = format!(
        "GET /.loa/updates HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.host
    );
    looking.write_all(request.as_bytes()).unwrap();
    let mut first = [0; 12];
    looking.read_exact(&mut first).unwrap();
    preview
        .keyboard
        .as_mut()
        .unwrap()
        .write_all(b"q\n")
        .unwrap();
    assert_eq!(preview.ended(), Some(0));

    let mut preview = Preview::start(&[]);
    // No keyboard is no reason to end.
    drop(preview.keyboard.take());
    preview.wait_for("/tin/mot/", "Thân bài.");
    #[cfg(unix)]
    {
        let id = preview.child.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert_eq!(preview.ended(), Some(0));
    }
}

#[test]
fn a_taken_port_is_told() {
    let preview = Preview::start(&[]);
    let port = preview.host.rsplit(':').next().unwrap();
    let second = Command::new(env!("CARGO_BIN_EXE_loa"))
        .args(["serve", "--port", port, "--root"])
        .arg(preview.dir.path())
        .output()
        .unwrap();
    assert_eq!(second.status.code(), Some(2));
    let said = String::from_utf8(second.stderr).unwrap();
    assert!(
        said.contains(&format!("cổng {port}")) && said.contains("--port"),
        "{said}"
    );
}

#[test]
fn others_in_the_network_see_that_it_is_a_preview() {
    // The address of this machine itself stands for one of a network.
    let preview = Preview::start(&["--lan", "127.0.0.1", "--follow"]);
    let page = preview.get("/");
    assert!(page.body.contains("Bản xem thử, chưa công bố") && page.body.contains("data-follow"));
    let said = preview.said.clone();
    preview.wait("the code", || said.lock().unwrap().contains('▀'));
}
