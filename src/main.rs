//! The `loa` program: reads what was typed and hands it to the library.

use std::process::ExitCode;

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn main() -> ExitCode {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let lang = loa::command::locale_lang(locale.as_deref());
    let cli = loa::cli::parse(std::env::args_os(), lang);
    loa::command::run(&cli, lang)
}
