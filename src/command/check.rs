//! `loa check`: everything that `build` does, without writing.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::{Exit, compile};
use crate::cli::CheckArgs;
use crate::report::Report;

pub(super) fn run(root: &Path, args: &CheckArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let (compiled, tally) = compile(root, &args.view, report, |_| Ok(()))?;
    match &compiled.ready {
        Some(ready) => report.closing(&ready.site, &ready.jobs, None, tally, start.elapsed()),
        None => report.tally(tally, None),
    }
    let refused = tally.errors > 0 || (args.deny.is_some() && tally.warnings > 0);
    Ok(if refused { Exit::Content } else { Exit::Good })
}
