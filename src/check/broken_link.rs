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
                Err(fault) => tell(site, fault, &link.target, link.span, faults),
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
        tell(site, fault, link, link.span, faults);
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
                tell(site, Fault::NoTarget, link, link.span, faults);
            }
            Ok(_) => {}
            Err(fault) => tell(site, fault, link, link.span, faults),
        }
    }
    if let Some(platform) = &config.official_platform {
        in_metadata(site, 0, &platform.link, faults);
    }
}

fn tell(site: &Site, fault: Fault, written: &str, span: Span, faults: &mut Vec<Diagnostic>) {
    let made = match fault {
        Fault::Unusable => return,
        Fault::Unsafe => return faults.push(rules::unsafe_link(span, written)),
        // Looking for what may be meant takes long on a large site; a theme that is gone breaks thousands of links.
        Fault::NoTarget if faults.len() >= MANY => Diagnostic::new(&RULE, span),
        Fault::NoTarget => {
            let bare = written.split('#').next().unwrap_or(written);
            let paths: Vec<String> = site
                .by_path
                .keys()
                .map(|path| format!("@/{path}"))
                .collect();
            Diagnostic::new(&RULE, span)
                .with_some("nearest", nearest(bare, paths.iter().map(String::as_str)))
        }
        Fault::NotPublished => Diagnostic::new(&NOT_PUBLISHED, span),
        Fault::NoAnchor(doc, anchor) => {
            let anchors = &site.documents[doc].facts.anchors;
            let near = nearest(&anchor, anchors.iter().map(String::as_str));
            rules::broken_anchor(span, &anchor, near)
        }
    };
    faults.push(made.with("target", written).about(written));
}
