//! `loa build`: compiles the site and replaces the output folder, unless something is wrong.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::{Exit, compile};
use crate::cli::BuildArgs;
use crate::diag::Words;
use crate::report::Report;
use crate::write::Staging;

pub(super) fn run(root: &Path, args: &BuildArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let output = args.output.clone().unwrap_or_else(|| root.join("public"));
    // A foreign folder is refused before any work is done.
    let staging = Staging::open(&output)?;
    let (compiled, tally) = compile(root, &args.view, report, |output| staging.put(&output))?;
    let Some(ready) = compiled.ready.filter(|_| tally.errors == 0) else {
        report.tally(tally, None);
        let kept = Words {
            vi: "không tạo trang; bản tạo lần trước còn nguyên:",
            en: "nothing was built; the last good output stays:",
        };
        if output.exists() {
            report.say(kept, &output.display().to_string());
        }
        return Ok(Exit::Content);
    };
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
    Ok(Exit::Good)
}
