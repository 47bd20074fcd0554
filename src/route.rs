//! Addresses. Nothing else in the compiler joins or cuts them.
//!
//! Every route is a path from the site's root. Links in pages are made relative to the page, so that one output works at `/`,
//! under any path, and from a folder.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer};

/// What stands in a path as itself: unreserved characters and the slash.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The address of one output below the site's root: `/ke-hoach/tra-vinh/`, `/mo-hinh/cho-so.svg`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// The home page.
    pub fn home() -> Self {
        Self("/".into())
    }

    /// The search, and every page from A to Z.
    pub fn search() -> Self {
        Self("/tim-kiem/".into())
    }

    /// The site map for readers.
    pub fn site_map() -> Self {
        Self("/so-do-trang/".into())
    }

    /// The tasks of all plans.
    pub fn tasks() -> Self {
        Self("/nhiem-vu/".into())
    }

    /// Everybody who has a task.
    pub fn agencies() -> Self {
        Self("/co-quan/".into())
    }

    /// The events.
    pub fn events() -> Self {
        Self("/su-kien/".into())
    }

    /// The feed of changes of events.
    pub fn changes() -> Self {
        Self::events().with_file("thay-doi.xml")
    }

    /// The targets of all plans side by side.
    pub fn targets() -> Self {
        Self("/chi-tieu/".into())
    }

    /// What is due.
    pub fn due() -> Self {
        Self("/han/".into())
    }

    /// The documents that plans cite.
    pub fn documents() -> Self {
        Self("/van-ban/".into())
    }

    /// The topics.
    pub fn topics() -> Self {
        Self("/chu-de/".into())
    }

    /// The open data.
    pub fn data() -> Self {
        Self("/du-lieu/".into())
    }

    /// The report form, blank.
    pub fn form() -> Self {
        Self("/du-lieu/bieu-mau/".into())
    }

    /// The page `name` below this page.
    pub fn join(&self, name: &str) -> Self {
        Self::page([&self.0, name])
    }

    /// The file `name` below this page.
    pub fn with_file(&self, name: &str) -> Self {
        Self::file(&format!("{}{name}", self.0))
    }

    /// The page that stands in for others without a network.
    pub fn offline() -> Self {
        Self("/ngoai-tuyen/".into())
    }

    /// The worker that keeps pages; what lies beside and below it is in its care.
    pub fn worker() -> Self {
        Self("/sw.js".into())
    }

    /// The page for addresses that do not exist.
    pub fn not_found() -> Self {
        Self("/404.html".into())
    }

    /// A page: one folder for each segment. Empty segments are left out.
    pub fn page<'a>(segments: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::from("/");
        for segment in segments {
            for part in parts(segment) {
                path.push_str(part);
                path.push('/');
            }
        }
        Self(path.into())
    }

    /// A file with its own name, such as a picture.
    pub fn file(path: &str) -> Self {
        let parts: Vec<&str> = parts(path).collect();
        Self(format!("/{}", parts.join("/")).into())
    }

    /// An address as an author writes it (`/cu/trang` or `/cu/trang/`): a page unless its last part has a dot.
    pub fn written(path: &str) -> Self {
        let last = path.rsplit('/').next().unwrap_or("");
        if last.contains('.') {
            Self::file(path)
        } else {
            Self::page([path])
        }
    }

    /// The page `number` of a listing that begins here; the first is the listing itself.
    pub fn pager(&self, number: usize) -> Self {
        match number {
            1 => self.clone(),
            _ => Self(format!("{}trang-{number}/", self.0).into()),
        }
    }

    /// The address as text, from the site's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it stands in a link: what a URL cannot hold is percent-encoded (RFC 3986, section 2.1).
    pub fn href(&self) -> Cow<'_, str> {
        utf8_percent_encode(&self.0, PATH).into()
    }

    /// The file in the output folder that answers for this address.
    pub fn output_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }

    /// What stands before a root path in a link on this page: `.` on the home page, `../..` two folders down.
    pub fn to_root(&self) -> String {
        match self.0.matches('/').count() - 1 {
            0 => ".".to_owned(),
            depth => vec![".."; depth].join("/"),
        }
    }

    /// The absolute address under `base_url`.
    pub fn under(&self, base_url: &str) -> String {
        format!("{}{}", base_url.trim_end_matches('/'), self.0)
    }
}

/// The parts of a path. Dots that would lead out of the site, and backslashes, which some servers take for slashes, are left out.
fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.split(['/', '\\'])
        .filter(|part| !matches!(*part, "" | "." | ".."))
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Route {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn pages_are_folders() {
        let plan = Route::page(["ke-hoach", "tra-vinh"]);
        assert_eq!(plan.as_str(), "/ke-hoach/tra-vinh/");
        assert_eq!(plan.output_path(), "ke-hoach/tra-vinh/index.html");
        assert_eq!(plan.to_root(), "../..");
        assert_eq!(plan.pager(2).as_str(), "/ke-hoach/tra-vinh/trang-2/");
        assert_eq!(Route::home().output_path(), "index.html");
        assert_eq!(Route::home().to_root(), ".");
    }

    #[test]
    fn files_keep_their_name() {
        let picture = Route::file("mo-hinh/cho-so.svg");
        assert_eq!(picture.output_path(), "mo-hinh/cho-so.svg");
        assert_eq!(picture.to_root(), "..");
        assert_eq!(
            Route::file("50% giảm.pdf").href(),
            "/50%25%20gi%E1%BA%A3m.pdf"
        );
        assert_eq!(Route::written("/cu/404.html"), Route::file("cu/404.html"));
        assert_eq!(
            Route::written("/../../etc/passwd").output_path(),
            "etc/passwd/index.html"
        );
    }

    #[test]
    fn absolute_only_under_a_base() {
        let page = Route::page(["tin"]);
        assert_eq!(
            page.under("https://a.example/b/"),
            "https://a.example/b/tin/"
        );
    }
}
