//! Tables with the files in which they are given out. Pages and the package tell size and digest of files that others hold, so each is
//! made once.

use std::sync::OnceLock;

use super::package::sha256;
use super::{Table, all, form};
use crate::site::Site;

/// A table with its files, each made when it is first asked for.
#[derive(Debug)]
pub struct Published {
    /// The table.
    pub table: Table,
    csv: OnceLock<File>,
    json: OnceLock<File>,
}

/// A file of open data.
#[derive(Debug)]
pub struct File {
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Every table of a site.
pub fn published(site: &Site) -> Vec<Published> {
    let tables = all(site).into_iter();
    let tables = tables.map(|table| Published {
        table,
        csv: OnceLock::new(),
        json: OnceLock::new(),
    });
    tables.collect()
}

impl Published {
    /// The table as CSV.
    pub fn csv(&self) -> &File {
        self.csv.get_or_init(|| File::new(form::csv(&self.table)))
    }

    /// The table as JSON.
    pub fn json(&self) -> &File {
        self.json.get_or_init(|| File::new(form::json(&self.table)))
    }
}

impl File {
    fn new(bytes: Vec<u8>) -> Self {
        Self {
            sha256: sha256(&bytes),
            bytes,
        }
    }
}
