//! The description of all tables for programs: a Frictionless data package (<https://specs.frictionlessdata.io/data-package/>,
//! <https://specs.frictionlessdata.io/table-schema/>).

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::published::Published;
use super::{CellKind, Column, Definition};
use crate::config::Licence;
use crate::site::Site;

/// `datapackage.json`: every CSV file with its columns, keys, size and SHA-256.
pub fn package(site: &Site, tables: &[Published]) -> Vec<u8> {
    let mut package = json!({
        "profile": "tabular-data-package",
        "name": "loa",
        "title": site.config.title.as_str(),
        "description": site.config.description.as_str(),
        "homepage": site.config.base_url(),
        "created": format!("{}T00:00:00+07:00", site.view.now.iso()),
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    });
    // The specification asks for at least one entry where the list stands.
    if !site.config.data_licences.is_empty() {
        let licences = site.config.data_licences.iter().map(licence);
        package["licenses"] = licences.collect::<Vec<_>>().into();
    }
    let mut bytes = serde_json::to_vec_pretty(&package).expect("text is always JSON");
    bytes.push(b'\n');
    bytes
}

/// The SHA-256 of `bytes` in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn licence(licence: &Licence) -> Value {
    let mut entry = json!({ "title": licence.title });
    if let Some(id) = &licence.id {
        entry["name"] = id.as_str().into();
    }
    if let Some(link) = &licence.link {
        entry["path"] = link.as_str().into();
    }
    entry
}

fn resource(table: &Published) -> Value {
    let csv = table.csv();
    let definition = table.table.definition;
    json!({
        "profile": "tabular-data-resource",
        "name": definition.name,
        "title": definition.title,
        "path": format!("{}.csv", definition.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": csv.bytes.len(),
        "hash": format!("sha256:{}", csv.sha256),
        "schema": schema(definition),
    })
}

fn schema(definition: &Definition) -> Value {
    let mut schema = json!({
        "fields": definition.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    schema["primaryKey"] = json!(definition.key.columns());
    let keys = definition.refers.iter().map(|(columns, table, there)| {
        // A table that refers to itself names no resource.
        let resource = if *table == definition.name { "" } else { table };
        json!({ "fields": columns, "reference": { "resource": resource, "fields": there } })
    });
    let keys: Vec<Value> = keys.collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    schema
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        CellKind::Text => "string",
        CellKind::Integer => "integer",
        CellKind::Number => "number",
        CellKind::Year => "year",
        CellKind::Date => "date",
    };
    json!({ "name": column.name, "type": kind, "description": column.doc })
}
