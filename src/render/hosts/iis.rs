//! `web.config`, which IIS reads in the folder that it serves.
//!
//! A name that the server gives already would be a fault, so each is removed before it is added. Only sections that a site may set by
//! itself stand in it.

use super::Told;

/// IIS reads no more than 250 kB of such a file. What is not named any more is asked for each time.
const MOST_NAMED: usize = 800;

pub(super) fn text(told: &Told) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n<system.webServer>\n<httpProtocol>\n<customHeaders>\n<remove name=\"X-Powered-By\"/>\n",
    );
    for (name, value) in &told.headers {
        text.push_str(&header(name, value));
    }
    text.push_str("</customHeaders>\n</httpProtocol>\n<staticContent>\n");
    for (ending, kind) in &told.types {
        let charset = if kind.starts_with("text/") {
            "; charset=utf-8"
        } else {
            ""
        };
        text.push_str(&format!(
            "<remove fileExtension=\".{ending}\"/>\n<mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}{charset}\"/>\n"
        ));
    }
    text.push_str("<clientCache cacheControlMode=\"DisableCache\"/>\n</staticContent>\n<defaultDocument>\n<files>\n<clear/>\n<add value=\"index.html\"/>\n</files>\n</defaultDocument>\n");
    text.push_str(&format!(
        "<httpErrors errorMode=\"Custom\">\n<remove statusCode=\"404\"/>\n<error statusCode=\"404\" path=\"{}\" responseMode=\"ExecuteURL\"/>\n</httpErrors>\n</system.webServer>\n",
        escaped(&told.not_found())
    ));
    // How long a file is kept goes by path and not by ending, so each is named.
    for name in &told.versioned {
        text.push_str(&location(name, &kept("365.00:00:00")));
    }
    for name in told.lasting.iter().take(MOST_NAMED) {
        text.push_str(&location(name, &kept("1.00:00:00")));
    }
    // A redirect holds for all that is below an address; where something stands there, only the page leads on.
    for moved in told.moved.iter().filter(|moved| !moved.shared) {
        let target = escaped(&format!("{}{}", told.base, moved.to));
        let redirect = format!(
            "<httpRedirect enabled=\"true\" destination=\"{target}\" exactDestination=\"true\" httpResponseStatus=\"Permanent\"/>\n"
        );
        text.push_str(&location(&moved.from, &redirect));
    }
    let open = header("Access-Control-Allow-Origin", "*");
    let open =
        format!("<httpProtocol>\n<customHeaders>\n{open}</customHeaders>\n</httpProtocol>\n");
    text.push_str(&location(&told.open, &open));
    text.push_str("</configuration>\n");
    text
}

fn header(name: &str, value: &str) -> String {
    format!(
        "<remove name=\"{name}\"/>\n<add name=\"{name}\" value=\"{}\"/>\n",
        escaped(value)
    )
}

fn kept(time: &str) -> String {
    format!(
        "<staticContent>\n<clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"{time}\"/>\n</staticContent>\n"
    )
}

/// What holds for one file, or for everything in one folder.
fn location(path: &str, settings: &str) -> String {
    format!(
        "<location path=\"{}\">\n<system.webServer>\n{settings}</system.webServer>\n</location>\n",
        escaped(path)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
