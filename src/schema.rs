//! What may be written in a document or a table, as JSON Schema. It comes from the same definitions that read the metadata, with the names that
//! a site has given to its places, groups, topics, bodies, plans, lessons and models. Only keywords that draft-07 and 2020-12 share.

use serde_json::{Map, Value, json};

use crate::config::Config;
use crate::data::TYPED;
use crate::document::Meta;
use crate::kind::KindName;
use crate::record::{Field, Record as _, Shape};
use crate::site::Site;

/// The name of the schema of `site.yaml`.
const SITE: &str = "site";

/// What a key names.
#[derive(Debug, Clone, Copy)]
enum Names {
    Places,
    Groups,
    Topics,
    Agencies,
    Plans,
    Lessons,
    Models,
    Codes,
}

/// The keys that name something of the site: record, key, what.
static NAMING: &[(&str, &str, Names)] = &[
    ("Meta", "places", Names::Places),
    ("Meta", "audience", Names::Groups),
    ("Meta", "topics", Names::Topics),
    ("Acknowledgement", "code", Names::Codes),
    ("Accepted", "code", Names::Codes),
    ("Target", "group", Names::Groups),
    ("Deadline", "by", Names::Agencies),
    ("Deadline", "to", Names::Agencies),
    ("Place", "parent", Names::Places),
    ("HelpDuty", "plan", Names::Plans),
    ("Successor", "place", Names::Places),
    ("Predecessor", "place", Names::Places),
    ("Venue", "place", Names::Places),
    ("Session", "audience", Names::Groups),
    ("ClauseRef", "plan", Names::Plans),
    ("Number", "plan", Names::Plans),
    ("Wording", "plan", Names::Plans),
    ("Model", "lessons", Names::Lessons),
    ("Lesson", "models", Names::Models),
    ("Path", "lessons", Names::Lessons),
    ("Agency", "place", Names::Places),
    ("Agency", "member_of", Names::Agencies),
    ("Point", "place", Names::Places),
    ("TargetResult", "reporter", Names::Agencies),
    ("BaselineTarget", "group", Names::Groups),
    ("EventRow", "place", Names::Places),
    ("EventRow", "audience", Names::Groups),
    ("EventRow", "plan", Names::Plans),
];

/// Everything that has a schema: the kinds of document, the tables, the configuration.
pub fn names() -> Vec<&'static str> {
    let tables = TYPED.iter().map(|(name, _)| *name);
    KindName::all()
        .into_iter()
        .chain(tables)
        .chain([SITE])
        .collect()
}

/// The schema of a kind, of the rows of a table, or of `site.yaml`; `codes` are the faults that can be acknowledged.
pub fn schema(site: &Site, what: &str, codes: &[&str]) -> Option<Value> {
    let writer = Writer { site, codes };
    let mut body = if what == SITE {
        writer.record(&[("Config", Config::FIELDS)])
    } else if let Some(kind) = KindName::named(what) {
        writer.record(&[("Meta", Meta::FIELDS), (kind.record(), kind.fields())])
    } else {
        let (_, fields) = TYPED.iter().find(|(name, _)| *name == what)?;
        let record = record_of_table(what);
        json!({ "type": "array", "items": writer.record(&[(record, fields)]) })
    };
    // A document of another kind has another schema.
    if KindName::named(what).is_some() {
        body["properties"]["kind"]["anyOf"][0] = json!({ "enum": [what] });
    }
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("loa: {what}"),
    });
    if let (Value::Object(schema), Value::Object(body)) = (&mut schema, body) {
        schema.extend(body);
    }
    Some(schema)
}

/// The record of which the rows of a table are.
fn record_of_table(table: &str) -> &'static str {
    match table {
        "acknowledge" => "Accepted",
        "agencies" => "Agency",
        "baseline" => "BaselineTarget",
        "events" => "EventRow",
        "points" => "Point",
        "results" => "TargetResult",
        _ => "",
    }
}

struct Writer<'s> {
    site: &'s Site,
    codes: &'s [&'s str],
}

impl Writer<'_> {
    /// An object that has the keys of all `records`.
    fn record(&self, records: &[(&str, &[Field])]) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (record, fields) in records {
            for field in *fields {
                let naming = NAMING.iter();
                let mut naming = naming.filter(|(of, key, _)| of == record && *key == field.name);
                let names = naming.next().map(|(_, _, names)| self.names(*names));
                let mut schema = self.shape(&(field.shape)(), names.as_deref());
                if (field.required)() {
                    required.push(field.name);
                } else {
                    schema = or_nothing(schema);
                }
                if let Value::Object(schema) = &mut schema {
                    schema.insert("description".to_owned(), json!(field.doc.trim()));
                }
                properties.insert(field.name.to_owned(), schema);
            }
        }
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    }

    /// The schema of a shape; its texts are among `names` when there are any.
    fn shape(&self, shape: &Shape, names: Option<&[String]>) -> Value {
        match shape {
            Shape::Text => match names {
                Some(names) if !names.is_empty() => json!({ "enum": names }),
                _ => json!({ "type": ["string", "number", "boolean"] }),
            },
            Shape::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
            Shape::Whole(least) => {
                let sign = if *least < 0 { "[+-]?" } else { "[+]?" };
                json!({ "anyOf": [
                    { "type": "integer", "minimum": least },
                    { "type": "string", "pattern": format!("^{sign}[0-9]+$") },
                ] })
            }
            Shape::Truth => json!({ "enum": [true, false, "true", "false", "yes", "no"] }),
            Shape::Choice(words) => json!({ "enum": words }),
            Shape::List(item) => json!({ "type": "array", "items": self.shape(item, names) }),
            Shape::Map(value) => {
                json!({ "type": "object", "additionalProperties": self.shape(value, names) })
            }
            Shape::Record(record, fields) => self.record(&[(record, fields)]),
            Shape::Either(shapes) => {
                let shapes = shapes.iter().map(|shape| self.shape(shape, names));
                json!({ "anyOf": shapes.collect::<Vec<Value>>() })
            }
            Shape::Anything => json!({}),
        }
    }

    fn names(&self, names: Names) -> Vec<String> {
        let site = self.site;
        let kind = |kind: &'static str| -> Vec<String> {
            let documents = site.of_kind(kind).map(|doc| site.documents[doc].id());
            documents.map(str::to_owned).collect()
        };
        let mut names = match names {
            Names::Places => kind("place"),
            Names::Plans => kind("plan"),
            Names::Lessons => kind("lesson"),
            Names::Models => kind("model"),
            Names::Codes => self.codes.iter().map(|code| (*code).to_owned()).collect(),
            Names::Groups => site
                .data
                .groups
                .iter()
                .map(|row| row.id.value.clone())
                .collect(),
            Names::Topics => site
                .data
                .topics
                .iter()
                .map(|row| row.id.value.clone())
                .collect(),
            Names::Agencies => site
                .data
                .agencies
                .iter()
                .map(|row| row.id.value.clone())
                .collect(),
        };
        names.sort();
        // Translations bear the name of their original.
        names.dedup();
        names
    }
}

/// What may also be left empty: a key without a value counts as absent.
fn or_nothing(schema: Value) -> Value {
    if schema == json!({}) {
        return schema;
    }
    json!({ "anyOf": [schema, { "type": "null" }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The records below `fields` with their keys.
    fn keys(
        record: &'static str,
        fields: &'static [Field],
        into: &mut Vec<(&'static str, &'static str)>,
    ) {
        for field in fields {
            into.push((record, field.name));
            below(&(field.shape)(), into);
        }
    }

    fn below(shape: &Shape, into: &mut Vec<(&'static str, &'static str)>) {
        match shape {
            Shape::Record(record, fields) => keys(record, fields, into),
            Shape::List(shape) | Shape::Map(shape) => below(shape, into),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| below(shape, into)),
            _ => {}
        }
    }

    #[test]
    fn keys_that_name_something_exist() {
        let mut known = Vec::new();
        keys("Meta", Meta::FIELDS, &mut known);
        for kind in KindName::all() {
            let kind = KindName::named(kind).expect("it is one of all");
            keys(kind.record(), kind.fields(), &mut known);
        }
        for (table, fields) in TYPED {
            keys(record_of_table(table), fields, &mut known);
        }
        for (record, key, _) in NAMING {
            assert!(known.contains(&(*record, *key)), "{record}.{key}");
        }
    }
}
