//! A link that leads to no page, or to no such place on a page. It would fail a reader who has no other way to the information.

use super::MANY;
use crate::diag::{Diagnostic, Rule, Words};
use crate::record::Spanned;
use crate::resolve::link::{self, Fault, Target};
use crate::rules::{self, rule};
use crate::site::{DocId, Site};
use crate::source::Span;
use crate::text::nearest::nearest;

rule!(
    "broken-link", Error,
    "liên kết “{target}” không dẫn tới trang nào" => "the link “{target}” leads to no page",
    help "có phải ý bạn là “{nearest}”? Liên kết trong trang viết @/thư-mục/tên-tệp.md" => "did you mean “{nearest}”? Links inside the site are written @/folder/file.md",
    help "kiểm tra tên tệp; liên kết trong trang viết @/thư-mục/tên-tệp.md, tính từ thư mục content" => "check the file's name; links inside the site are written @/folder/file.md, from the content folder",
    what "Liên kết không dẫn tới trang nào của trang thông tin này." => "A link leads to no page of the site.",
    why "Người đọc bấm vào và gặp trang lỗi." => "Whoever follows it meets an error.",
    wrong [
        "Xem [bài khác](@/bai-khacc.md).",
        "-- content/bai-khac.md --",
    ],
    right [
        "Xem [bài khác](@/bai-khac.md).",
        "-- content/bai-khac.md --",
    ],
);

static OUTSIDE: Rule = Rule {
    help: &[Words {
        vi: "liên kết ra ngoài viết đủ cả phần đầu: {whole}",
        en: "a link out of the site is written with its beginning: {whole}",
    }],
    ..RULE
};

static NOT_PUBLISHED: Rule = Rule {
    message: Words {
        vi: "liên kết “{target}” dẫn tới một trang chưa công bố hoặc đã hết hạn",
        en: "the link “{target}” leads to a page that is not published",
    },
    help: &[Words {
        vi: "bỏ draft, publish_date hoặc expiry_date của trang kia, hoặc bỏ liên kết",
        en: "remove draft, publish_date or expiry_date from that page, or remove the link",
    }],
    ..RULE
};

pub(super) fn check(site: &Site, docs: &[DocId], faults: &mut Vec<Diagnostic>) {
    for &doc in docs {
        let document = &site.documents[doc];
        for link in &document.facts.links {
            match link::resolve(site, doc, &link.target) {
                // Told where the body was read.
                Ok(_) | Err(Fault::Unsafe) => {}
                Err(fault) => tell(site, doc, fault, &link.target, link.span, faults),
            }
        }
        let sources = document
            .meta
            .sources
            .iter()
            .filter_map(|source| source.link.as_ref());
        for link in sources.chain(document.kind.links()) {
            in_metadata(site, doc, link, faults);
        }
    }
}

fn in_metadata(site: &Site, from: DocId, link: &Spanned<String>, faults: &mut Vec<Diagnostic>) {
    if let Err(fault) = link::resolve(site, from, link) {
        tell(site, from, fault, link, link.span, faults);
    }
}

/// Menus and doors lead inside the site; they are written from the root of the content, wherever they are used.
pub(super) fn of_config(site: &Site, faults: &mut Vec<Diagnostic>) {
    if site.documents.is_empty() {
        return;
    }
    let config = &site.config;
    let doors = config
        .doors
        .iter()
        .chain(&config.lesson_notice)
        .map(|door| &door.link);
    for link in config.menu.iter().chain(&config.footer).chain(doors) {
        match link::resolve(site, 0, link) {
            Ok(Target::External(_)) => {
                tell(site, 0, Fault::NoTarget, link, link.span, faults);
            }
            Ok(_) => {}
            Err(fault) => tell(site, 0, fault, link, link.span, faults),
        }
    }
    if let Some(platform) = &config.official_platform {
        in_metadata(site, 0, &platform.link, faults);
    }
}

fn tell(
    site: &Site,
    from: DocId,
    fault: Fault,
    written: &str,
    span: Span,
    faults: &mut Vec<Diagnostic>,
) {
    let made = match fault {
        Fault::Unusable => return,
        Fault::Unsafe => return faults.push(rules::unsafe_link(span, written)),
        Fault::NoTarget => match outside(written) {
            Some(whole) => Diagnostic::new(&OUTSIDE, span).with("whole", whole),
            // Looking for what may be meant takes long on a large site; a theme that is gone breaks thousands of links.
            None if faults.len() >= MANY => Diagnostic::new(&RULE, span),
            None => Diagnostic::new(&RULE, span).with_some("nearest", meant(site, from, written)),
        },
        Fault::NotPublished => Diagnostic::new(&NOT_PUBLISHED, span),
        Fault::NoAnchor(doc, anchor) => {
            let anchors = &site.documents[doc].facts.anchors;
            let near = nearest(&anchor, anchors.iter().map(String::as_str));
            rules::broken_anchor(span, &anchor, near)
        }
    };
    faults.push(made.with("target", written).about(written));
}

/// The whole address of what is written without its scheme: "www.xa.gov.vn", "lop@xa.gov.vn".
fn outside(written: &str) -> Option<String> {
    const ENDS: [&str; 6] = ["vn", "com", "org", "net", "edu", "info"];
    let host = written.split(['/', '?', '#']).next()?;
    let (_, end) = host.rsplit_once('.')?;
    if !ENDS.contains(&end) {
        return None;
    }
    let is_mail = host.contains('@') && !host.starts_with('@');
    let scheme = if is_mail { "mailto:" } else { "https://" };
    (is_mail || !host.contains('@')).then(|| format!("{scheme}{written}"))
}

/// The link that was meant, as it is to be written: a page of that name in another folder, or one of a name that is near.
fn meant(site: &Site, from: DocId, written: &str) -> Option<String> {
    let bare = written.split('#').next().unwrap_or(written);
    let path = match bare.strip_prefix("@/") {
        Some(path) => path.to_owned(),
        None if bare.starts_with('/') => format!("{}.md", bare.trim_matches('/')),
        None => link::beside(&site.documents[from], &bare.replace('\\', "/")),
    };
    let name = |path: &str| path.rsplit('/').next().map(str::to_owned);
    let paths = || site.by_path.keys().map(String::as_str);
    let mut same =
        paths().filter(|known| name(known) == name(&path) && !path.ends_with("_index.md"));
    let elsewhere = same.next().filter(|_| same.next().is_none());
    let near = elsewhere.or_else(|| nearest(&path, paths()))?;
    Some(format!("@/{near}"))
}
