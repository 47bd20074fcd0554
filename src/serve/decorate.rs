//! What a preview adds to a page, as the last step: a script that keeps the page up to date, a place for what is wrong, and on
//! request a line that says that this is a preview. Without it the page is what `build` writes.

use crate::diag::{Lang, Words};

/// How pages of one preview are marked.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// The language of the editor.
    pub lang: Lang,
    /// Whether the browser goes where something was edited.
    pub follow: bool,
    /// Whether pages say that they are a preview, because others than the editor see them.
    pub banner: bool,
}

/// Where the parts of a preview stand; names with a dot are never outputs of a site.
pub(super) const FOLDER: &str = "/.loa/";

const BANNER: Words = Words {
    vi: "Bản xem thử, chưa công bố",
    en: "Preview, not published",
};

impl Mark {
    /// What tells pages with this mark from those with another, or from those of another program.
    pub(super) fn name(self) -> String {
        let lang = match self.lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        };
        let flags = u8::from(self.follow) + 2 * u8::from(self.banner);
        format!("{lang}{flags}-{}", env!("CARGO_PKG_VERSION"))
    }
}

/// The page with what a preview adds; `version` is that of its bytes.
pub fn decorate(html: &str, version: &str, mark: Mark) -> String {
    let html = without_worker(&relaxed(html));
    let follow = if mark.follow { " data-follow" } else { "" };
    let lang = match mark.lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let script = format!(
        "<meta name=\"robots\" content=\"noindex\"><script src=\"{FOLDER}client.js\" data-version=\"{version}\" data-lang=\"{lang}\"{follow} defer></script>\n"
    );
    let html = insert(&html, html.find("</head>").unwrap_or(0), &script);
    let banner = if mark.banner {
        let words = BANNER.in_lang(mark.lang);
        format!(
            "<loa-banner lang=\"{lang}\" style=\"display:block;padding:.4rem 1rem;background:#7a1f1f;color:#fff;text-align:center\">{words}</loa-banner>\n"
        )
    } else {
        String::new()
    };
    let html = insert(&html, after_body_tag(&html), &banner);
    let end = html.rfind("</body>").unwrap_or(html.len());
    insert(&html, end, "<loa-preview></loa-preview>\n")
}

/// The page without what would have it kept for when there is no network.
fn without_worker(html: &str) -> String {
    const WORKER: &str = " data-worker=\"";
    let Some((before, rest)) = html.split_once(WORKER) else {
        return html.to_owned();
    };
    let after = rest.split_once('"').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

fn insert(html: &str, at: usize, part: &str) -> String {
    format!("{}{part}{}", &html[..at], &html[at..])
}

/// After the tag that opens the body; at the end of a page that has none.
fn after_body_tag(html: &str) -> usize {
    let body = html.find("<body");
    let end = body.and_then(|at| html[at..].find('>').map(|end| at + end + 1));
    end.unwrap_or(html.len())
}

/// The page with a policy that allows what a preview adds: its script and styles come from the preview itself.
fn relaxed(html: &str) -> String {
    const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some(start) = html.find(POLICY).map(|at| at + POLICY.len()) else {
        return html.to_owned();
    };
    let Some(end) = html[start..].find('"').map(|end| start + end) else {
        return html.to_owned();
    };
    let policy = &html[start..end];
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    let sources = |name: &str| {
        let mut given = directives
            .iter()
            .filter_map(|directive| directive.split_once(' '));
        given
            .find(|(known, _)| *known == name)
            .map(|(_, sources)| sources)
    };
    let named = ["script-src", "connect-src", "style-src"];
    let relaxed = named.into_iter().filter_map(|name| {
        let sources = sources(name).or_else(|| sources("default-src"))?;
        let kept = sources.split(' ').filter(|source| *source != "'none'");
        let mut kept: Vec<&str> = kept.collect();
        if !kept.contains(&"'self'") {
            kept.push("'self'");
        }
        if name == "style-src" {
            // Beside a hash or a nonce the word for styles in the page means nothing.
            kept.retain(|source| !source.starts_with("'sha") && !source.starts_with("'nonce-"));
            kept.push("'unsafe-inline'");
        }
        Some(format!("{name} {}", kept.join(" ")))
    });
    let others = directives.iter().filter(|directive| {
        let name = directive.split(' ').next().unwrap_or("");
        !directive.is_empty() && !named.contains(&name)
    });
    let policy: Vec<String> = others
        .map(|other| (*other).to_owned())
        .chain(relaxed)
        .collect();
    format!("{}{}{}", &html[..start], policy.join("; "), &html[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Mark = Mark {
        lang: Lang::Vi,
        follow: true,
        banner: true,
    };

    #[test]
    fn everything_else_stays() {
        let page =
            "<html><head><title>a</title></head><body class=\"x\"><main>b</main></body></html>";
        let decorated = decorate(page, "1", MARK);
        let mut rest = decorated.as_str();
        for part in [
            "<html><head><title>a</title>",
            "</head><body class=\"x\">",
            "<main>b</main>",
            "</body></html>",
        ] {
            let at = rest.find(part).expect(part);
            rest = &rest[at + part.len()..];
        }
        assert!(decorated.contains("data-version=\"1\" data-lang=\"vi\" data-follow"));
        assert!(decorated.contains("chưa công bố"));
    }

    #[test]
    fn a_page_without_a_frame_is_decorated_too() {
        let decorated = decorate("chữ", "1", MARK);
        assert!(
            decorated.contains("client.js")
                && decorated.contains("chữ")
                && decorated.contains("<loa-preview>")
        );
    }

    #[test]
    fn a_policy_lets_the_preview_in() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; script-src 'sha256-x'; style-src 'sha256-y'\"></head>";
        let decorated = relaxed(page);
        for part in [
            "default-src 'none'",
            "img-src 'self'",
            "script-src 'sha256-x' 'self'",
            "connect-src 'self'",
            "style-src 'self' 'unsafe-inline'",
        ] {
            assert!(decorated.contains(part), "{decorated}");
        }
    }
}
