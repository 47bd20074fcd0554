//! One file for each command: from what was typed to an exit code.

mod build;
mod check;

use std::process::ExitCode;

use anyhow::{Result, anyhow};

use crate::cli::{Cli, Command, LangArg, ViewArgs};
use crate::diag::Lang;
use crate::report::Report;
use crate::session::Options;
use crate::site::View;
use crate::text::dates::Date;

/// Exit codes: 0 good, 1 the content is at fault, 2 the machine or the command line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Good = 0,
    Content = 1,
    Machine = 2,
}

/// Runs the command that was typed.
pub fn run(cli: &Cli, environment_lang: Option<&str>) -> ExitCode {
    let report = Report {
        lang: lang(cli.lang, environment_lang),
        quiet: cli.quiet,
    };
    let exit = match &cli.command {
        Command::Build(args) => build::run(cli, args, report),
        Command::Check(args) => check::run(cli, args, report),
    };
    let exit = exit.unwrap_or_else(|error| {
        report.refusal(&error);
        Exit::Machine
    });
    ExitCode::from(exit as u8)
}

/// Vietnamese, unless another language is asked for or the environment speaks English.
fn lang(typed: Option<LangArg>, environment: Option<&str>) -> Lang {
    match (typed, environment) {
        (Some(LangArg::Vi), _) => Lang::Vi,
        (Some(LangArg::En), _) => Lang::En,
        (None, Some(locale)) if locale.starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}

fn options(args: &ViewArgs) -> Result<Options> {
    let now = match &args.now {
        None => today(),
        Some(text) => Date::parse(text).map_err(|_| {
            anyhow!("--now: “{text}” không phải là một ngày (not a date): 2026-10-10, 10/10/2026")
        })?,
    };
    Ok(Options {
        view: View {
            now,
            drafts: args.drafts,
            future: args.future,
        },
        base_url: args.base_url.clone(),
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the clock for the day"
)]
fn today() -> Date {
    Date::at(jiff::Timestamp::now())
}
