//! The only printer, apart from the parser of the command line: diagnostics, progress, closing table. What was asked for (a table, an
//! explanation) goes to standard output, everything else to standard error.

mod explain;
mod human;
mod machine;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::diag::{Diagnostic, Lang, Rule, Tally, Words};
use crate::plan::{Job, JobKind};
use crate::portal::Duty;
use crate::site::{Site, Skip};
use crate::source::{FileId, Sources};
use crate::tables::{Table, form};
use crate::write::Written;

pub use explain::explanation;
pub use human::human;
pub use machine::{github, json_lines, sarif};

/// How many diagnostics of one rule are shown for one file.
const SHOWN: usize = 20;
/// How many diagnostics of one rule are shown in all.
const SHOWN_IN_ALL: usize = 100;

/// What is not shown of one rule.
#[derive(Default)]
struct Hidden {
    count: usize,
    files: BTreeSet<FileId>,
}

/// The forms of diagnostics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// For people, with excerpts.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
    /// One SARIF 2.1.0 log.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

/// How messages are shown.
#[derive(Debug, Clone, Copy)]
pub struct Report {
    /// In which language.
    pub lang: Lang,
    /// Whether only faults are shown.
    pub quiet: bool,
}

impl Report {
    /// Prints the diagnostics with their excerpts and helps; of one rule the first [`SHOWN`] in a file and [`SHOWN_IN_ALL`] in all files,
    /// then how many more there are.
    pub fn diagnostics(self, diagnostics: &[Diagnostic], sources: &Sources) {
        let mut in_file: BTreeMap<(FileId, &str), usize> = BTreeMap::new();
        let mut in_all: BTreeMap<&str, usize> = BTreeMap::new();
        let mut hidden: BTreeMap<&str, Hidden> = BTreeMap::new();
        for diagnostic in diagnostics {
            let (file, code) = (diagnostic.span.file, diagnostic.rule.code);
            let of_file = in_file.entry((file, code)).or_insert(0);
            let of_all = in_all.entry(code).or_insert(0);
            if *of_file < SHOWN && *of_all < SHOWN_IN_ALL {
                print(format_args!("{}\n", human(diagnostic, sources, self.lang)));
                *of_file += 1;
                *of_all += 1;
            } else {
                let hidden = hidden.entry(code).or_default();
                hidden.count += 1;
                hidden.files.insert(file);
            }
        }
        for (code, Hidden { count, files }) in hidden {
            let rest = self.words("còn nữa cùng loại", "more of the same");
            let files: Vec<FileId> = files.into_iter().collect();
            match files[..] {
                [file] => print(format_args!(
                    "{}: [{code}] {rest}: {count}\n",
                    sources.get(file).path
                )),
                _ => {
                    let (files, words) = (files.len(), self.words("tệp", "files"));
                    print(format_args!("[{code}] {rest}: {count} ({files} {words})\n"));
                }
            }
        }
    }

    /// Prints all diagnostics to standard output in a form for machines, and nothing for people. `rules` are all that there are; `folder`
    /// leads from where the program was started to the site.
    pub fn for_machines(
        self,
        form: Form,
        diagnostics: &[Diagnostic],
        sources: &Sources,
        rules: &[&Rule],
        folder: &str,
    ) {
        let lang = self.lang;
        let text = match form {
            Form::Human => return,
            Form::Json => json_lines(diagnostics, sources, lang),
            Form::Sarif => sarif(diagnostics, sources, rules, folder, lang),
            Form::Github => github(diagnostics, sources, folder, lang),
        };
        self.asked(&text);
    }

    /// A bar of `length` steps; it shows on a terminal only.
    pub fn progress(self, length: usize) -> ProgressBar {
        if self.quiet {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
        let bar = ProgressBar::new(length as u64);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(self.words("trang", "pages"));
        bar
    }

    /// The closing table: pages by kind, what was left out and why, what changed on the disk, faults, time.
    pub fn closing(
        self,
        site: &Site,
        jobs: &[Job],
        written: Option<Written>,
        tally: Tally,
        time: Duration,
    ) {
        if self.quiet {
            return;
        }
        for (name, count) in self.by_kind(site, jobs) {
            print(format_args!("{count:>7}  {name}"));
        }
        for (path, skip) in &site.skipped {
            print(format_args!("      –  {path}: {}", self.skip(*skip)));
        }
        if let Some(written) = written {
            let Written {
                written,
                unchanged,
                removed,
            } = written;
            print(format_args!(
                "{}",
                match self.lang {
                    Lang::Vi => format!(
                        "{written} tệp mới ghi, {unchanged} tệp giữ nguyên, {removed} tệp bỏ đi"
                    ),
                    Lang::En =>
                        format!("{written} files written, {unchanged} unchanged, {removed} removed"),
                }
            ));
        }
        self.tally(tally, Some(time));
    }

    /// The line that counts faults.
    pub fn tally(self, tally: Tally, time: Option<Duration>) {
        let time = time.map_or_else(String::new, |time| {
            format!(" ({:.2} s)", time.as_secs_f64())
        });
        print(format_args!("{}{time}", faults(tally, self.lang)));
    }

    /// A spinner with words, for work whose length is not known; it shows on a terminal only.
    pub fn waiting(self, words: Words) -> ProgressBar {
        if self.quiet {
            return ProgressBar::hidden();
        }
        let spinner = ProgressBar::new_spinner();
        spinner.set_message(words.in_lang(self.lang));
        spinner.enable_steady_tick(Duration::from_millis(100));
        spinner
    }

    /// The line that tells what was read first.
    pub fn read(self, files: usize, tally: Tally, time: Duration) {
        let words = self.words("tệp", "files");
        let faults = faults(tally, self.lang);
        self.line(format_args!(
            "{files} {words} ({}) · {faults}",
            millis(time)
        ));
    }

    /// The line that tells of a change: what changed, what it took, what is wrong now.
    pub fn changed(self, paths: &[&str], tally: Tally, time: Duration) {
        let what = match paths {
            [] => self.words("cả trang", "the site").to_owned(),
            [path] => (*path).to_owned(),
            [first, ..] => {
                let words = self.words("tệp", "files");
                format!("{} {words} ({first}, …)", paths.len())
            }
        };
        let faults = faults(tally, self.lang);
        self.line(format_args!("{what} ({}) · {faults}", millis(time)));
    }

    /// What the machine refuses for now.
    pub fn trouble(self, text: &str) {
        print(format_args!("{text}"));
    }

    /// Lines as they are.
    pub fn plain(self, text: &str) {
        self.line(format_args!("{text}"));
    }

    fn line(self, line: std::fmt::Arguments<'_>) {
        if !self.quiet {
            print(line);
        }
    }

    /// A column of a table with its meaning.
    pub fn column(self, name: &str, meaning: &str) {
        if !self.quiet {
            print(format_args!("  {name:<14} {meaning}"));
        }
    }

    /// A line that tells what happened.
    pub fn say(self, words: Words, detail: &str) {
        if !self.quiet {
            print(format_args!("{} {detail}", words.in_lang(self.lang)));
        }
    }

    /// A table on standard output: as CSV, or row by row with tabs between the cells.
    pub fn table(self, table: &Table, csv: bool) {
        if csv {
            let text = String::from_utf8(form::csv(table)).unwrap_or_default();
            anstream::print!("{text}");
            return;
        }
        let columns = table.definition.columns.iter();
        let head: Vec<&str> = columns.map(|column| column.name).collect();
        let rows = table.rows.iter().map(|row| row.join("\t"));
        for row in std::iter::once(head.join("\t")).chain(rows) {
            anstream::println!("{}", row.replace('\n', " "));
        }
    }

    /// A text that was asked for, on standard output.
    pub fn asked(self, text: &str) {
        // Whoever closed our standard output does not want to read more; that ends nothing.
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
    }

    /// The duties of a portal, one a line, on standard output; as JSON objects in the form for machines that has lines.
    pub fn portal(self, duties: &[Duty], form: Form) {
        let lines = duties.iter().map(|duty| match form {
            Form::Human => format!("{}\n", duty.line(self.lang)),
            Form::Json => format!("{}\n", duty.json(self.lang)),
            Form::Sarif | Form::Github => String::new(),
        });
        self.asked(&lines.collect::<String>());
    }

    /// What a rule means, on standard output.
    pub fn explanation(self, rule: &Rule) {
        anstream::print!("{}", explanation(rule, self.lang));
    }

    /// Every rule in one line each, on standard output.
    pub fn rules(self, rules: &[&Rule]) {
        for rule in rules {
            let severity = human::severity(rule.severity).in_lang(self.lang);
            let what = rule.what.in_lang(self.lang);
            anstream::println!("{:<22} {severity:<9} {what}", rule.code);
        }
    }

    /// A refusal by the machine, with all its causes.
    pub fn refusal(self, error: &anyhow::Error) {
        print(format_args!(
            "{}: {error:#}",
            self.words("không làm được", "cannot go on")
        ));
    }

    fn words(self, vi: &'static str, en: &'static str) -> &'static str {
        Words { vi, en }.in_lang(self.lang)
    }

    fn skip(self, skip: Skip) -> String {
        match (skip, self.lang) {
            (Skip::Draft, Lang::Vi) => "bản nháp".to_owned(),
            (Skip::Draft, Lang::En) => "draft".to_owned(),
            (Skip::Embargoed(date), Lang::Vi) => format!("chỉ công bố từ {}", date.short()),
            (Skip::Embargoed(date), Lang::En) => format!("not before {}", date.iso()),
            (Skip::Expired(date), Lang::Vi) => format!("hết hạn từ {}", date.short()),
            (Skip::Expired(date), Lang::En) => format!("expired since {}", date.iso()),
        }
    }

    fn by_kind(self, site: &Site, jobs: &[Job]) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for job in jobs {
            let words = match &job.kind {
                JobKind::Document { doc, .. } => kind_words(site.documents[*doc].kind.name()),
                JobKind::Taxonomy(_) | JobKind::Term { .. } => Words {
                    vi: "trang xếp loại",
                    en: "taxonomy pages",
                },
                JobKind::TaskOverview
                | JobKind::Tasks(_)
                | JobKind::TasksOfYear(_)
                | JobKind::AllTasks
                | JobKind::Agencies
                | JobKind::Agency(_)
                | JobKind::Form(_) => Words {
                    vi: "trang nhiệm vụ và cơ quan",
                    en: "task and agency pages",
                },
                JobKind::Targets
                | JobKind::Due
                | JobKind::Documents
                | JobKind::Topics
                | JobKind::Topic(_) => Words {
                    vi: "trang chỉ tiêu, hạn, văn bản, chủ đề",
                    en: "target, deadline, document and topic pages",
                },
                JobKind::Programme(_) => Words {
                    vi: "trang chương trình",
                    en: "programme pages",
                },
                JobKind::Search(_) => Words {
                    vi: "tệp tìm kiếm",
                    en: "search files",
                },
                JobKind::Calendar(_) | JobKind::Changes | JobKind::Feed(_) => Words {
                    vi: "tệp lịch và tin thay đổi",
                    en: "calendars and feeds",
                },
                JobKind::Data(_) => Words {
                    vi: "tệp dữ liệu mở",
                    en: "open data files",
                },
                JobKind::Index | JobKind::SiteMap | JobKind::NotFound | JobKind::DataPage => {
                    Words {
                        vi: "trang chung",
                        en: "general pages",
                    }
                }
                JobKind::Redirect(_) => Words {
                    vi: "trang chuyển hướng",
                    en: "redirects",
                },
                JobKind::Host(_) | JobKind::Map(_) | JobKind::Manifest => Words {
                    vi: "tệp cho máy chủ và chương trình",
                    en: "files for servers and programs",
                },
                JobKind::Offline | JobKind::Worker => Words {
                    vi: "tệp để đọc khi mất mạng",
                    en: "files for reading without a network",
                },
                JobKind::Card(_) => Words {
                    vi: "ảnh để chia sẻ",
                    en: "pictures for sharing",
                },
                JobKind::Smaller { .. } | JobKind::Icon(_) => Words {
                    vi: "ảnh thu nhỏ",
                    en: "smaller pictures",
                },
                JobKind::Asset(_) | JobKind::Static(_) | JobKind::Part(_) => Words {
                    vi: "tệp chép nguyên",
                    en: "copied files",
                },
            };
            *counts.entry(words.in_lang(self.lang)).or_insert(0) += 1;
        }
        counts
    }
}

fn kind_words(kind: &str) -> Words {
    match kind {
        "plan" => Words {
            vi: "kế hoạch",
            en: "plans",
        },
        "place" => Words {
            vi: "địa phương",
            en: "places",
        },
        "model" => Words {
            vi: "mô hình",
            en: "models",
        },
        "lesson" => Words {
            vi: "bài học",
            en: "lessons",
        },
        "path" => Words {
            vi: "lộ trình học",
            en: "learning paths",
        },
        "event" => Words {
            vi: "sự kiện",
            en: "events",
        },
        "section" => Words {
            vi: "trang mục",
            en: "section pages",
        },
        _ => Words {
            vi: "bài viết",
            en: "articles",
        },
    }
}

/// How many faults of each weight there are, in words.
pub fn faults(tally: Tally, lang: Lang) -> String {
    let Tally {
        errors,
        warnings,
        notes,
    } = tally;
    match lang {
        Lang::Vi => format!("{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý"),
        Lang::En => format!("{errors} errors, {warnings} warnings, {notes} notes"),
    }
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// Everything that is printed comes through here.
fn print(line: std::fmt::Arguments<'_>) {
    // Whoever closed our standard error does not want to hear more; that ends nothing.
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}
