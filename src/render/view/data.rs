//! The page of open data: every table with its columns, files and digests.

use tera::{Map, Value};

use super::View;
use super::value::{object, value};
use crate::plan::{DataFile, TableForm};
use crate::route::Route;
use crate::tables::published::{self, Published};

impl View<'_> {
    /// The open data tables with their columns and files.
    pub(super) fn data_page(&self, mut page: Map) -> Map {
        let tables: Vec<Value> = self.open_tables().iter().map(open_table).collect();
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

    /// Every table, made once.
    pub(in crate::render) fn open_tables(&self) -> &[Published] {
        self.tables.get_or_init(|| published::published(self.site))
    }
}

/// The file of a table in one of its forms.
pub(in crate::render) fn file(table: &Published, form: TableForm) -> &published::File {
    match form {
        TableForm::Csv => table.csv(),
        TableForm::Json => table.json(),
    }
}

fn open_table(published: &Published) -> Value {
    let table = &published.table;
    let definition = table.definition;
    let files = TableForm::ALL.iter().map(|(kind, ending)| {
        let file = file(published, *kind);
        let name = format!("{}.{ending}", definition.name);
        let path = Route::data().with_file(&name);
        object([
            ("name", name.into()),
            ("path", path.as_str().into()),
            ("kib", file.bytes.len().div_ceil(1024).into()),
            ("sha256", file.sha256.as_str().into()),
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
