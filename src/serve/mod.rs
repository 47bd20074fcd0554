//! `loa serve`: the compiler kept in memory, and a preview of the site in the browser.
//!
//! One thread, the keeper, waits for changes, takes in what differs, compiles and swaps in the new site. Browsers are answered beside it
//! from the site of that moment; each output is rendered when it is asked for and not kept, so that nothing can be stale.
//! A site that cannot be rendered, because its configuration or its theme cannot be used, leaves the last one in place, and what
//! is wrong is shown over it.

mod decorate;
mod follow;
mod http;
mod keeper;
mod lan;
mod listening;
mod preview;
mod problems;
mod reply;
mod shown;

use std::io::BufRead as _;
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use anyhow::{Context as _, Result};

use crate::diag::Words;
use crate::report::Report;
use crate::session::Options;
use crate::text::dates::Date;
use crate::watch::{Hint, Hints};

use keeper::Keeper;
use listening::Listening;
use preview::Preview;

pub use decorate::{Mark, decorate};
pub use shown::{Answer, Shown};

/// How a preview is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The port; without one, the first free from 1111 on.
    pub port: Option<u16>,
    /// The address at which other devices are answered too; nothing inside lets it be found.
    pub lan: Option<Option<IpAddr>>,
    /// Whether the browser is opened.
    pub open: bool,
    /// Whether changes are looked for instead of listened to.
    pub poll: bool,
    /// Whether the browser goes where something was edited.
    pub follow: bool,
}

/// Shows the site at `root` until it is told to end. `day` gives the day of the site whenever it is asked.
///
/// # Errors
/// When the machine refuses, or there is no site.
pub fn run(
    root: &Path,
    mut options: Options,
    settings: Settings,
    day: impl Fn() -> Date,
    report: Report,
) -> Result<()> {
    let root = std::path::absolute(root).with_context(|| root.display().to_string())?;
    let ip = match settings.lan {
        None => Ipv4Addr::LOCALHOST.into(),
        Some(Some(given)) => given,
        Some(None) => lan::address()?,
    };
    let listening = Listening::open(ip, settings.port)?;
    let address = listening.address();
    // Whatever needs a full address has that of the preview.
    options.base_url.get_or_insert_with(|| address.clone());
    let (send, hints) = mpsc::channel();
    let mut keeper = Keeper::open(&root, options, settings.poll, send.clone(), report)?;
    let mark = Mark {
        lang: report.lang,
        follow: settings.follow,
        banner: settings.lan.is_some(),
    };
    let preview = Arc::new(Preview::new(keeper.now(), mark, report));
    let hosts = listening.hosts();
    let server = http::start(listening.listener, hosts, preview.clone(), send.clone())?;
    greet(&address, settings, report);
    listen_to_keyboard(send);
    keeper.keep(Hints::new(hints), &preview, day);
    drop(server);
    report.say(
        Words {
            vi: "đã dừng xem thử",
            en: "the preview has ended",
        },
        "",
    );
    Ok(())
}

fn greet(address: &str, settings: Settings, report: Report) {
    let words = Words {
        vi: "xem thử tại",
        en: "the preview is at",
    };
    report.say(words, address);
    if settings.lan.is_some()
        && let Some(code) = lan::qr(address)
    {
        report.plain(&code);
        let words = Words {
            vi: "Máy khác cùng mạng quét mã này để xem. Ai cùng mạng cũng xem được; không dùng để công bố.",
            en: "Devices of the same network scan this code. Anybody in the network can look; this is not for publishing.",
        };
        report.say(words, "");
    }
    let words = Words {
        vi: "gõ q rồi Enter, hoặc bấm Ctrl-C, để dừng",
        en: "q and Enter, or Ctrl-C, ends it",
    };
    report.say(words, "");
    if settings.open && open::that_detached(address).is_err() {
        let words = Words {
            vi: "không mở được trình duyệt; hãy mở địa chỉ trên",
            en: "no browser could be opened; open the address above",
        };
        report.say(words, "");
    }
}

/// Ends the preview when `q` is typed. A program without a keyboard goes on.
fn listen_to_keyboard(hints: Sender<Hint>) {
    std::thread::spawn(move || {
        let lines = std::io::stdin().lock().lines();
        let mut lines = lines.map_while(Result::ok);
        if lines.any(|line| line.trim().eq_ignore_ascii_case("q")) {
            // The other end may have ended first.
            let _ = hints.send(Hint::End);
        }
    });
}
