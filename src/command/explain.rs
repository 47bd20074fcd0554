//! `loa explain`: what a code means, or all codes.

use anyhow::{Result, bail};

use super::Exit;
use crate::check;
use crate::cli::ExplainArgs;
use crate::diag::Rule;
use crate::report::Report;
use crate::rules;
use crate::text::nearest::nearest;

/// Every rule there is, by code.
pub(super) fn all() -> Vec<&'static Rule> {
    let mut all: Vec<&Rule> = rules::RULES.iter().chain(check::RULES).copied().collect();
    all.sort_by_key(|rule| rule.code);
    all
}

pub(super) fn run(args: &ExplainArgs, report: Report) -> Result<Exit> {
    let all = all();
    let Some(code) = &args.code else {
        report.rules(&all);
        return Ok(Exit::Good);
    };
    if let Some(rule) = all.iter().find(|rule| rule.code == code) {
        report.explanation(rule);
        return Ok(Exit::Good);
    }
    let near = nearest(code, all.iter().map(|rule| rule.code));
    let near = near.map_or_else(String::new, |near| format!("; “{near}”?"));
    bail!("không có mã “{code}” (no such code){near}")
}
