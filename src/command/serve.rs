//! `loa serve`: shows the site in the browser and keeps it as the files are.

use std::path::Path;

use anyhow::Result;

use super::{Exit, options, today};
use crate::cli::ServeArgs;
use crate::report::Report;
use crate::serve::{self, Settings};

pub(super) fn run(root: &Path, args: &ServeArgs, report: Report) -> Result<Exit> {
    let options = options(&args.view)?;
    let given = args.view.now.is_some().then_some(options.view.now);
    let settings = Settings {
        port: args.port,
        lan: args.lan,
        open: args.open,
        poll: args.poll,
        follow: args.follow,
    };
    // A preview that stays open over midnight moves on with the day, unless one was given.
    serve::run(
        root,
        options,
        settings,
        || given.unwrap_or_else(today),
        report,
    )?;
    Ok(Exit::Good)
}
