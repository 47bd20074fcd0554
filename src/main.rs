//! The `loa` program: reads what was typed and hands it to the library.

use std::process::ExitCode;

use clap::Parser as _;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn main() -> ExitCode {
    let cli = loa::cli::Cli::parse();
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    loa::command::run(&cli, locale.as_deref())
}
