//! Anchors: every id stands once on its page.

use std::collections::HashMap;

/// Ids that the stock pages themselves use; `tests/it/tidy.rs` compares them with the templates.
pub const RESERVED: &[&str] = &[
    "about",
    "arcs",
    "ban-goc",
    "can-cu",
    "chi-tieu",
    "chu-thich",
    "chua-chac",
    "chua-neu",
    "chuong-trinh",
    "help",
    "ket-qua",
    "ky",
    "main",
    "muc-luc",
    "noi-nhan",
    "q",
    "tom-tat",
    "vuong",
];

/// The anchors given on one page.
#[derive(Debug)]
pub struct Anchors {
    /// How often each was asked for.
    asked: HashMap<String, usize>,
}

impl Anchors {
    /// None given but those of the page itself.
    pub fn new() -> Self {
        Self {
            asked: HashMap::new(),
        }
    }

    /// `wanted`, or the first of it with `mark` and a number that is free.
    pub fn give(&mut self, wanted: String, mark: char) -> String {
        let wanted = if wanted.is_empty() {
            "muc".to_owned()
        } else {
            wanted
        };
        loop {
            let own = usize::from(is_reserved(&wanted));
            let asked = self.asked.entry(wanted.clone()).or_insert(own);
            *asked += 1;
            let id = match *asked {
                1 => return wanted,
                asked => format!("{wanted}{mark}{asked}"),
            };
            if !is_reserved(&id) && !self.asked.contains_key(&id) {
                self.asked.insert(id.clone(), 1);
                return id;
            }
        }
    }
}

fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id)
}

impl Default for Anchors {
    fn default() -> Self {
        Self::new()
    }
}
