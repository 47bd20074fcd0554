//! `loa check`: everything that `build` does, without writing.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::{Exit, options};
use crate::cli::CheckArgs;
use crate::diag::Tally;
use crate::report::Report;
use crate::session;

pub(super) fn run(root: &Path, args: &CheckArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let mut compiled = session::open(root, &options(&args.view)?)?;
    let length = compiled.ready.as_ref().map_or(0, |ready| ready.jobs.len());
    let bar = report.progress(length);
    compiled.render(|_| {
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    let diagnostics = compiled.sorted();
    report.diagnostics(&diagnostics, &compiled.sources);
    let tally = Tally::of(&diagnostics);
    match &compiled.ready {
        Some(ready) => report.closing(&ready.site, &ready.jobs, None, tally, start.elapsed()),
        None => report.tally(tally, None),
    }
    let refused = tally.errors > 0 || (args.deny.is_some() && tally.warnings > 0);
    Ok(if refused { Exit::Content } else { Exit::Good })
}
