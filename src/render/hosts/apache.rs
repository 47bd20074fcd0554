//! `.htaccess`, which Apache reads in the folder that it serves when `AllowOverride FileInfo` lets it.
//!
//! Only directives of that group stand in it: any other would make Apache answer every request with a fault where it is not allowed.

use super::{A_DAY, ASK, FOREVER, LASTING, OPEN, Told, literal};

pub(super) fn text(told: &Told) -> String {
    let mut text = String::from(
        "# Cho Apache: cần AllowOverride FileInfo và mod_headers\n# For Apache: needs AllowOverride FileInfo and mod_headers\n\n",
    );
    text.push_str(&format!("ErrorDocument 404 {}\n", told.not_found()));
    text.push_str("AddDefaultCharset UTF-8\n");
    for (ending, kind) in &told.types {
        text.push_str(&format!("AddType {kind} .{ending}\n"));
        if kind.starts_with("text/") {
            text.push_str(&format!("AddCharset UTF-8 .{ending}\n"));
        }
    }
    if !told.moved.is_empty() {
        text.push_str("<IfModule mod_alias.c>\n");
        for moved in &told.moved {
            let from = literal(&format!("{}{}", told.base, moved.from));
            text.push_str(&format!(
                "RedirectMatch permanent \"^{from}/?$\" \"{}{}\"\n",
                told.base, moved.to
            ));
        }
        text.push_str("</IfModule>\n");
    }
    text.push_str("<IfModule mod_deflate.c>\n<IfModule mod_filter.c>\n");
    text.push_str("AddOutputFilterByType DEFLATE text/html text/plain text/css text/csv text/calendar text/javascript application/json application/xml image/svg+xml\n");
    text.push_str("</IfModule>\n</IfModule>\n<IfModule mod_headers.c>\n");
    for (name, value) in &told.headers {
        text.push_str(&format!("Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!("Header set Cache-Control \"{ASK}\"\n"));
    let mut matching = |pattern: String, header: String| {
        text.push_str(&format!(
            "<FilesMatch \"{pattern}\">\nHeader set {header}\n</FilesMatch>\n"
        ));
    };
    let lasting = format!("\\.({})$", LASTING.join("|"));
    matching(lasting, format!("Cache-Control \"{A_DAY}\""));
    for name in &told.versioned {
        let pattern = format!("^{}$", literal(name));
        matching(pattern, format!("Cache-Control \"{FOREVER}\""));
    }
    let others = "Access-Control-Allow-Origin \"*\"";
    matching(format!("\\.({})$", OPEN.join("|")), others.to_owned());
    let folder = literal(&format!("{}{}/", told.base, told.open));
    text.push_str(&format!(
        "Header set {others} \"expr=%{{REQUEST_URI}} =~ m#^{folder}#\"\n"
    ));
    text.push_str("</IfModule>\n");
    text
}
