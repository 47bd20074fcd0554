//! One file for each command: from what was typed to an exit code.

mod build;
mod check;
mod explain;
mod list;
mod new;
mod next_year;
mod schema;
mod serve;
mod unannounced;

use std::path::{Component, Path};
use std::process::ExitCode;

use anyhow::{Result, anyhow};

use crate::cli::{Cli, Command, ViewArgs};
use crate::diag::{Lang, Rule, Tally};
use crate::render::Output;
use crate::report::{Form, Report};
use crate::session::{self, Compiled, Options};
use crate::site::View;
use crate::text::dates::Date;

/// Exit codes: 0 good, 1 the content is at fault, 2 the machine or the command line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Good = 0,
    Content = 1,
    Machine = 2,
}

/// Runs the command that was typed; messages are in `lang` unless another language was typed.
pub fn run(cli: &Cli, lang: Lang) -> ExitCode {
    let report = Report {
        lang: cli.common.lang.map_or(lang, Lang::from),
        quiet: cli.common.quiet,
    };
    let root = &cli.common.root;
    let exit = match &cli.command {
        Command::Build(args) => build::run(root, args, report),
        Command::Serve(args) => serve::run(root, args, report),
        Command::Check(args) => check::run(root, args, report),
        Command::New(args) => new::run(root, args, report),
        Command::List(args) => list::run(root, args, report),
        Command::Schema(args) => schema::run(root, args, report),
        Command::Explain(args) => explain::run(args, report),
    };
    let exit = exit.unwrap_or_else(|error| {
        report.refusal(&error);
        Exit::Machine
    });
    ExitCode::from(exit as u8)
}

/// Every rule there is, by code.
pub fn rules() -> Vec<&'static Rule> {
    explain::all()
}

/// What `loa new` can make.
pub fn new_names() -> Vec<&'static str> {
    new::names()
}

/// The language that a locale such as `en_GB.UTF-8` asks for: Vietnamese unless it is English.
pub fn locale_lang(locale: Option<&str>) -> Lang {
    match locale {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// What a form for machines leaves to say for people: nothing but refusals.
fn report_in(form: Form, report: Report) -> Report {
    Report {
        quiet: report.quiet || form != Form::Human,
        ..report
    }
}

/// Compiles and renders the site at `root`, hands each output to `take`, and prints what is wrong in `form`.
fn compile(
    root: &Path,
    view: &ViewArgs,
    report: Report,
    form: Form,
    take: impl Fn(Output) -> Result<()> + Sync,
) -> Result<(Compiled, Tally)> {
    let mut compiled = session::open_once(root, &options(view)?, session::KEPT)?;
    let bar = report.progress(compiled.ready.as_ref().map_or(0, |ready| ready.jobs.len()));
    // What is refused anyway is rendered only for what its templates tell.
    let refused = Tally::of(&compiled.sorted()).errors > 0;
    compiled.render(|output| {
        if !refused {
            take(output)?;
        }
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    let diagnostics = compiled.sorted();
    compiled.recall(&diagnostics)?;
    if form == Form::Human {
        report.diagnostics(&diagnostics, &compiled.sources);
    } else {
        let rules = explain::all();
        report.for_machines(form, &diagnostics, &compiled.sources, &rules, &folder(root));
    }
    Ok((compiled, Tally::of(&diagnostics)))
}

/// The way from here to the site, with a slash at its end; empty for the site itself and for a way from the top of the disk, which means
/// nothing elsewhere.
fn folder(root: &Path) -> String {
    let parts = root.components().map(|part| match part {
        Component::CurDir => Some(String::new()),
        Component::Normal(name) => Some(format!("{}/", name.to_string_lossy())),
        _ => None,
    });
    let parts: Option<Vec<String>> = parts.collect();
    parts.unwrap_or_default().concat()
}

fn options(args: &ViewArgs) -> Result<Options> {
    let now = match &args.now {
        None => today(),
        Some(text) => day(text)?,
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

/// The day that was typed for today.
fn day(text: &str) -> Result<Date> {
    Date::parse(text).map_err(|_| {
        anyhow!("--now: “{text}” không phải là một ngày (not a date): 2026-10-10, 10/10/2026")
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the clock for the day"
)]
fn today() -> Date {
    Date::at(jiff::Timestamp::now())
}
