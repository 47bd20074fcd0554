//! `loa list`: a table of what the compiler knows, on standard output.

use std::path::Path;

use anyhow::Result;

use super::{Exit, options};
use crate::cli::ListArgs;
use crate::diag::Tally;
use crate::report::Report;
use crate::{session, tables};

pub(super) fn run(root: &Path, args: &ListArgs, report: Report) -> Result<Exit> {
    let compiled = session::open(root, &options(&args.view)?)?;
    let diagnostics = compiled.sorted();
    let Some(ready) = &compiled.ready else {
        report.diagnostics(&diagnostics, &compiled.sources);
        return Ok(Exit::Content);
    };
    if let Some(table) = tables::table(&ready.site, &args.table) {
        report.table(&table, args.csv);
    }
    let tally = Tally::of(&diagnostics);
    if tally.errors > 0 {
        // The table stands, but what is at fault may be missing from it.
        report.tally(tally, None);
        return Ok(Exit::Content);
    }
    Ok(Exit::Good)
}
