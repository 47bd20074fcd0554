//! Names that outlive what they name: identifiers of calendar entries (RFC 5545, section 3.8.4.7) and of feeds (RFC 4151).
//!
//! They are made of what stands in the sources and of the site's `calendar_id`, never of its title or address.

use super::View;
use crate::route::Route;
use crate::text::slug::slug;

/// The year from which on the names in tags are ours, as a tag must say; nothing that is told is older.
pub(super) const SINCE: i16 = 2026;

impl View<'_> {
    /// The identifier of a calendar's entry.
    pub(super) fn uid(&self, what: &str) -> String {
        format!("{what}@{}", self.authority())
    }

    /// The identifier of a feed or of an entry in it.
    pub(super) fn tag(&self, of: &Route, mark: &str) -> String {
        format!("tag:{},{SINCE}:{}{mark}", self.authority(), of.href())
    }

    fn authority(&self) -> String {
        let id = self.site.config.calendar_id.as_ref();
        id.map_or_else(|| "loa".to_owned(), |id| format!("{}.loa", slug(id)))
    }
}
