//! `nginx.conf`, a part of a configuration that an operator of nginx includes.
//!
//! It stands in a `server` or a `location`: nothing in it opens one, because headers of an outer block are lost in an inner one that sets
//! any, and variables are set instead. A header with an empty value is not sent.

use std::collections::BTreeMap;

use super::{A_DAY, ASK, FOREVER, LASTING, OPEN, Told, literal};

const INTRO: &str = "\
# Cho người vận hành nginx: đưa tệp này vào khối server (hoặc location) của trang, ví dụ
# For the operator of nginx: include this file in the server (or location) of the site, such as
#
#     server {
#         listen 443 ssl;
#         server_name ten.tinh.gov.vn;
#         root /srv/loa;
#         include /srv/loa/nginx.conf;
#     }
#
# Tệp này đổi thì nạp lại nginx: trong đó có dấu kiểm của kiểu và mã trong trang.
# When this file changes, reload nginx: it holds the digests of the styles and scripts in the pages.

";

pub(super) fn text(told: &Told) -> String {
    let mut text = String::from(INTRO);
    text.push_str("index index.html;\n");
    text.push_str(&format!("error_page 404 {};\n", told.not_found()));
    text.push_str("charset utf-8;\ncharset_types text/plain text/css text/csv text/calendar text/javascript;\n");
    text.push_str("gzip on;\ngzip_vary on;\ngzip_types text/plain text/css text/csv text/calendar text/javascript application/json application/xml image/svg+xml;\n");
    text.push_str("types {\n");
    let mut endings: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ending, kind) in &told.types {
        endings.entry(kind).or_default().push(ending);
    }
    for (kind, endings) in endings {
        text.push_str(&format!("    {kind} {};\n", endings.join(" ")));
    }
    text.push_str("}\n\n");
    if !told.moved.is_empty() {
        // Behind another server this one does not know by which name and port readers came.
        text.push_str("absolute_redirect off;\n");
    }
    for moved in &told.moved {
        let from = literal(&format!("{}{}", told.base, moved.from));
        text.push_str(&format!(
            "if ($uri ~ \"^{from}/?$\") {{ return 301 \"{}{}$is_args$args\"; }}\n",
            told.base, moved.to
        ));
    }
    for (name, value) in &told.headers {
        text.push_str(&format!("add_header {name} \"{value}\" always;\n"));
    }
    let base = literal(&told.base);
    let mut set = |variable: &str, value: &str, on: Option<String>| {
        let set = format!("set ${variable} \"{value}\";");
        text.push_str(&match on {
            Some(pattern) => format!("if ($uri ~ \"{pattern}\") {{ {set} }}\n"),
            None => format!("{set}\n"),
        });
    };
    set("loa_cache", ASK, None);
    let lasting = format!("\\.({})$", LASTING.join("|"));
    set("loa_cache", A_DAY, Some(lasting));
    if !told.versioned.is_empty() {
        let names: Vec<String> = told.versioned.iter().map(|name| literal(name)).collect();
        let versioned = format!("^{base}({})$", names.join("|"));
        set("loa_cache", FOREVER, Some(versioned));
    }
    set("loa_open", "", None);
    let open = format!("^{base}{}/|\\.({})$", literal(&told.open), OPEN.join("|"));
    set("loa_open", "*", Some(open));
    text.push_str("add_header Cache-Control $loa_cache always;\n");
    text.push_str("add_header Access-Control-Allow-Origin $loa_open always;\n");
    text
}
