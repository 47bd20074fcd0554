//! `loa build`: compiles the site and replaces the output folder, unless something is wrong.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};

use super::{Exit, compile, report_in, unannounced};
use crate::cli::BuildArgs;
use crate::diag::Words;
use crate::plan::Calendar;
use crate::report::{Form, Report};
use crate::route::Route;
use crate::text::dates::Date;
use crate::write::Staging;

pub(super) fn run(root: &Path, args: &BuildArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let output = args.output.clone().unwrap_or_else(|| root.join("public"));
    if is_inside_content(&output, root) {
        bail!(
            "{} nằm trong thư mục content, trang sẽ tự chép lại chính nó; chọn thư mục khác với -o (inside the content folder)",
            output.display()
        );
    }
    // A foreign folder is refused before any work is done.
    let staging = Staging::open(&output)?;
    let form = args.format.into();
    let report = report_in(form, report);
    let (compiled, tally) = compile(root, &args.view, report, form, |output| {
        staging.put(&output)
    })?;
    let Some(ready) = compiled.ready.filter(|_| tally.errors == 0) else {
        if form == Form::Human {
            report.tally(tally, None);
        }
        let kept = Words {
            vi: "không tạo trang; bản tạo lần trước còn nguyên:",
            en: "nothing was built; the last good output stays:",
        };
        if output.exists() {
            report.say(kept, &output.display().to_string());
        }
        return Ok(Exit::Content);
    };
    tell_unannounced(&staging, ready.site.view.now, report);
    let written = staging.finish()?;
    report.closing(
        &ready.site,
        &ready.jobs,
        Some(written),
        tally,
        start.elapsed(),
    );
    let done = Words {
        vi: "trang nằm ở:",
        en: "the site is in:",
    };
    report.say(done, &output.display().to_string());
    // The process ends: the system takes all memory back at once, where it would be given back piece by piece.
    std::mem::forget((ready, compiled.sources, compiled.diagnostics));
    Ok(Exit::Good)
}

/// Tells of events that were edited or taken out since the last build without a word to those who hold them in their calendars.
fn tell_unannounced(staging: &Staging, today: Date, report: Report) {
    let calendar = Route::events().with_file(Calendar::FILE);
    let known = staging.before_and_after(calendar.as_str().trim_start_matches('/'));
    let Some([old, new]) = known else {
        return;
    };
    let edited = unannounced::edits(&old, &new);
    let gone = unannounced::gone(&old, &new, today);
    if !gone.is_empty() {
        let words = Words {
            vi: "có trong lịch đã tạo lần trước mà nay không còn (người định đến sẽ không biết; việc bị hủy thì giữ lại và ghi cancelled; các buổi cùng tên cần session_id thì đổi giờ mới còn là buổi ấy):",
            en: "in the last calendar and no more in this one (who means to come will not know; keep what is called off as cancelled; of sessions with one name each needs a session_id to stay itself when it moves):",
        };
        report.say(words, &gone.join("; "));
    }
    if !edited.is_empty() {
        let edited = edited.join("; ");
        let words = Words {
            vi: "khác lịch đã tạo lần trước mà không báo thay đổi (máy đã lưu lịch có thể giữ giờ cũ; ghi changes hoặc changed_at, hay ít nhất updated mới):",
            en: "not as in the last calendar, with no change told (who has saved it may keep the old time; add changes or changed_at, or at least a new updated):",
        };
        report.say(words, &edited);
    }
}

/// Whether the output would become part of its own sources.
fn is_inside_content(output: &Path, root: &Path) -> bool {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute(output).starts_with(absolute(&root.join("content")))
}
