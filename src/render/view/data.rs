//! The page of open data: every table with its columns, files and digests.

use tera::{Map, Value};

use super::View;
use super::value::{object, value};
use crate::plan::{DataFile, TableForm};
use crate::route::Route;
use crate::tables::{self, Table, form, package};

impl View<'_> {
    /// The open data tables with their columns and files.
    pub(super) fn data_page(&self, mut page: Map) -> Map {
        let tables = tables::all(self.site);
        let tables: Vec<Value> = tables.iter().map(open_table).collect();
        page.insert("tables".into(), tables.into());
        let file = |name: &str| Value::from(Route::data().with_file(name).as_str());
        page.insert("package".into(), file(DataFile::PACKAGE));
        page.insert("workbook".into(), file(DataFile::WORKBOOK));
        page.insert("licences".into(), value(&self.site.config.data_licences));
        let form = self
            .site
            .report_form(None)
            .map(|_| Route::form().to_string());
        page.insert("form".into(), form.into());
        page
    }
}

fn open_table(table: &Table) -> Value {
    let definition = table.definition;
    let files = TableForm::ALL.iter().map(|(kind, ending)| {
        let bytes = match kind {
            TableForm::Csv => form::csv(table),
            TableForm::Json => form::json(table),
        };
        let name = format!("{}.{ending}", definition.name);
        let path = Route::data().with_file(&name);
        object([
            ("name", name.into()),
            ("path", path.as_str().into()),
            ("kib", bytes.len().div_ceil(1024).into()),
            ("sha256", package::sha256(&bytes).into()),
        ])
    });
    let columns = definition
        .columns
        .iter()
        .map(|column| object([("name", column.name.into()), ("doc", column.doc.into())]));
    object([
        ("name", definition.name.into()),
        ("title", definition.title.into()),
        ("columns", columns.collect::<Vec<_>>().into()),
        ("count", table.rows.len().into()),
        ("files", files.collect::<Vec<_>>().into()),
    ])
}
