//! `loa schema`: what may be written in a document or a table of this site, as JSON Schema on standard output.

use std::path::Path;

use anyhow::Result;

use super::{Exit, explain, options};
use crate::cli::SchemaArgs;
use crate::report::Report;
use crate::{schema, session};

pub(super) fn run(root: &Path, args: &SchemaArgs, report: Report) -> Result<Exit> {
    let compiled = session::open(root, &options(&args.view)?)?;
    let Some(ready) = &compiled.ready else {
        report.diagnostics(&compiled.sorted(), &compiled.sources);
        return Ok(Exit::Content);
    };
    let codes = explain::all().into_iter();
    let codes = codes.filter(|rule| rule.at.is_some());
    let codes: Vec<&str> = codes.map(|rule| rule.code).collect();
    if let Some(schema) = schema::schema(&ready.site, &args.what, &codes) {
        report.asked(&format!("{schema:#}\n"));
    }
    Ok(Exit::Good)
}
