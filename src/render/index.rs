//! The page of all pages from A to Z, which needs no script, and the site map.

use std::collections::{BTreeMap, HashMap};

use tera::{Map, Value};

use crate::kind::Kind;
use crate::site::{DocId, Site};
use crate::text::collate::Order;
use crate::text::slug::slug;

/// One entry: the words by which it is found, the page it leads to, and what tells it from its namesakes.
struct Entry {
    title: String,
    doc: DocId,
    note: Option<String>,
}

/// Every page under the letter of its title, other names included, in Vietnamese order.
pub(super) fn letters(site: &Site, lang: &str, kind_name: impl Fn(&str) -> String) -> Value {
    let order = Order::vietnamese();
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for document in &site.documents {
        *bearers.entry(&document.meta.title).or_default() += 1;
    }
    let mut entries: Vec<Entry> = (0..site.documents.len())
        .filter(|&doc| site.langs[doc] == lang)
        .flat_map(|doc| {
            let shared = bearers[site.documents[doc].meta.title.as_str()] > 1;
            entries(site, doc, shared, &kind_name)
        })
        .collect();
    entries.sort_by(|a, b| {
        order
            .compare(&a.title, &b.title)
            .then_with(|| site.routes[a.doc].cmp(&site.routes[b.doc]))
    });
    let mut letters: Vec<(String, Vec<Value>)> = Vec::new();
    for entry in entries {
        let letter = letter(&entry.title);
        let value = value(&entry, site);
        match letters.last_mut() {
            Some((last, list)) if *last == letter => list.push(value),
            _ => letters.push((letter, vec![value])),
        }
    }
    let letters: Vec<Value> = letters
        .into_iter()
        .map(|(letter, entries)| {
            let mut map = Map::new();
            map.insert("id".into(), format!("chu-{}", letter_id(&letter)).into());
            map.insert("letter".into(), letter.into());
            map.insert("entries".into(), entries.into());
            map.into()
        })
        .collect();
    letters.into()
}

/// The title, which other pages may bear too, and for a place its other names.
fn entries(
    site: &Site,
    doc: DocId,
    shared: bool,
    kind_name: &impl Fn(&str) -> String,
) -> Vec<Entry> {
    let document = &site.documents[doc];
    let title = document.meta.title.value.clone();
    let mut entries = vec![Entry {
        note: shared.then(|| kind_name(document.kind.name())),
        title,
        doc,
    }];
    if let Kind::Place(place) = &document.kind {
        let current = document.meta.title.value.clone();
        for name in &place.other_names {
            if *name != current {
                entries.push(Entry {
                    title: name.clone(),
                    doc,
                    note: Some(current.clone()),
                });
            }
        }
    }
    entries
}

fn value(entry: &Entry, site: &Site) -> Value {
    let mut map = Map::new();
    map.insert("title".into(), entry.title.as_str().into());
    map.insert("path".into(), site.routes[entry.doc].as_str().into());
    map.insert("kind".into(), site.documents[entry.doc].kind.name().into());
    map.insert("note".into(), entry.note.clone().into());
    map.into()
}

/// The letter of the Vietnamese alphabet under which a title stands; tones do not count, ă â ê ô ơ ư and đ do.
fn letter(title: &str) -> String {
    let first = title
        .chars()
        .find(|c| c.is_alphanumeric())
        .and_then(|c| c.to_uppercase().next())
        .unwrap_or('#');
    if !first.is_alphabetic() {
        return "0-9".to_owned();
    }
    without_tone(first).to_string()
}

/// The letter without its tone mark: `Ấ` stands under `Â`.
fn without_tone(letter: char) -> char {
    const FAMILIES: &[&str] = &[
        "AÀẢÃÁẠ",
        "ĂẰẲẴẮẶ",
        "ÂẦẨẪẤẬ",
        "EÈẺẼÉẸ",
        "ÊỀỂỄẾỆ",
        "IÌỈĨÍỊ",
        "OÒỎÕÓỌ",
        "ÔỒỔỖỐỘ",
        "ƠỜỞỠỚỢ",
        "UÙỦŨÚỤ",
        "ƯỪỬỮỨỰ",
        "YỲỶỸÝỴ",
    ];
    FAMILIES
        .iter()
        .find(|family| family.contains(letter))
        .and_then(|family| family.chars().next())
        .unwrap_or(letter)
}

/// An ASCII id that keeps Â apart from A and Đ from D.
fn letter_id(letter: &str) -> String {
    match letter {
        "Ă" => "aw".to_owned(),
        "Â" => "aa".to_owned(),
        "Đ" => "dd".to_owned(),
        "Ê" => "ee".to_owned(),
        "Ô" => "oo".to_owned(),
        "Ơ" => "ow".to_owned(),
        "Ư" => "uw".to_owned(),
        other => slug(other),
    }
}

/// Every folder with its pages, nested as the folders are.
pub(super) fn tree(site: &Site, lang: &str) -> Value {
    folder(site, lang, "").into()
}

fn folder(site: &Site, lang: &str, path: &str) -> Vec<Value> {
    let Some(section) = site.sections.get(&(lang.to_owned(), path.to_owned())) else {
        return Vec::new();
    };
    let mut entries: Vec<Value> = Vec::new();
    for sub in &section.subsections {
        let children = folder(site, lang, sub);
        let key = (lang.to_owned(), sub.clone());
        match site.sections.get(&key).and_then(|section| section.index) {
            Some(index) => entries.push(node(site, index, children)),
            // A folder without a page of its own gives its pages to the one above.
            None => entries.extend(children),
        }
    }
    entries.extend(section.pages.iter().map(|&doc| node(site, doc, Vec::new())));
    entries
}

fn node(site: &Site, doc: DocId, children: Vec<Value>) -> Value {
    let mut map: BTreeMap<&'static str, Value> = BTreeMap::new();
    map.insert("title", site.documents[doc].meta.title.as_str().into());
    map.insert("path", site.routes[doc].as_str().into());
    map.insert("children", children.into());
    map.into()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_of_the_alphabet() {
        for (title, expected) in [
            ("Ấp văn hóa", "Â"),
            ("đồng Tháp", "Đ"),
            ("Ứng dụng", "Ư"),
            ("“Gia đình số”", "G"),
            ("10/10", "0-9"),
        ] {
            assert_eq!(letter(title), expected);
        }
    }
}
