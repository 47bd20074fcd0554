//! `loa check`: everything that `build` does, without writing.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::{Exit, compile, report_in};
use crate::cli::CheckArgs;
use crate::report::{Form, Report};

pub(super) fn run(root: &Path, args: &CheckArgs, report: Report) -> Result<Exit> {
    let start = Instant::now();
    let form = args.format.into();
    let report = report_in(form, report);
    let (compiled, tally) = compile(root, &args.view, report, form, |_| Ok(()))?;
    match &compiled.ready {
        Some(ready) => report.closing(&ready.site, &ready.jobs, None, tally, start.elapsed()),
        None if form == Form::Human => report.tally(tally, None),
        None => {}
    }
    let refused = tally.errors > 0 || (args.deny.is_some() && tally.warnings > 0);
    Ok(if refused { Exit::Content } else { Exit::Good })
}
