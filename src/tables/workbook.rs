//! Sheets for people: all tables as one workbook (Office Open XML, ECMA-376), and report forms.

use std::borrow::Cow;

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook};

use super::Table;
use super::published::Published;
use crate::text::dates::Date;

/// What a sheet holds at most: characters in a cell, rows. What is longer is cut, and stands whole in the CSV files.
const CELL_LIMIT: usize = 32_767;
const ROW_LIMIT: usize = 1_048_000;

/// Width of a column in characters, at least and at most.
const WIDTHS: (usize, usize) = (8, 48);

/// A sheet to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet<'t> {
    /// Its name, at most 31 characters.
    pub name: String,
    /// Lines above the table, the first of which is its title.
    pub lines: Vec<String>,
    /// The head of the table.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Cow<'t, [Vec<String>]>,
}

/// All tables as one workbook, a sheet each.
///
/// # Errors
/// What the format forbids, such as a name that two sheets have.
pub fn tables(tables: &[Published], made_on: Date) -> Result<Vec<u8>> {
    let tables = tables.iter().map(|published| &published.table);
    let sheets = tables.map(|table| Sheet {
        name: table.definition.name.to_owned(),
        lines: Vec::new(),
        head: columns(table),
        rows: Cow::from(&table.rows),
    });
    workbook(&sheets.collect::<Vec<_>>(), made_on)
}

fn columns(table: &Table) -> Vec<String> {
    let columns = table.definition.columns.iter();
    columns.map(|column| column.name.to_owned()).collect()
}

/// A workbook of `sheets`. Every cell is text: numbers of documents and clauses must not be taken for figures.
///
/// # Errors
/// What the format forbids, such as a name that two sheets have.
pub fn workbook(sheets: &[Sheet<'_>], made_on: Date) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // Without this the hour of the build would stand in the file.
    let made_on = ExcelDateTime::parse_from_str(&made_on.iso())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made_on));
    let title = Format::new().set_bold().set_font_size(13);
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let head = cell.clone().set_bold();
    for sheet in sheets {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name)?;
        page.set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0);
        let mut row = 0;
        for line in &sheet.lines {
            if row == 0 {
                page.write_string_with_format(row, 0, line, &title)?;
            } else {
                page.write_string(row, 0, line)?;
            }
            row += 1;
        }
        for (column, (name, width)) in (0..).zip(sheet.head.iter().zip(widths(sheet))) {
            page.write_string_with_format(row, column, name, &head)?;
            page.set_column_width(column, width)?;
        }
        page.set_freeze_panes(row + 1, 0)?;
        page.set_repeat_rows(row, row)?;
        for cells in sheet.rows.iter().take(ROW_LIMIT) {
            row += 1;
            for (column, text) in (0..).zip(cells) {
                page.write_string_with_format(row, column, fitting(text), &cell)?;
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A text cut to what a cell holds.
fn fitting(text: &str) -> &str {
    if text.len() <= CELL_LIMIT {
        return text;
    }
    let cut = text.char_indices().nth(CELL_LIMIT).map(|(at, _)| at);
    &text[..cut.unwrap_or(text.len())]
}

/// Widths that fit most cells; longer ones wrap.
fn widths<'t>(sheet: &'t Sheet<'_>) -> impl Iterator<Item = f64> + 't {
    (0..sheet.head.len()).map(|column| {
        let cells = sheet.rows.iter().filter_map(move |row| row.get(column));
        let longest = cells
            .chain([&sheet.head[column]])
            .map(|cell| cell.chars().count())
            .max();
        let width = longest.unwrap_or_default() + 2;
        f64::from(u16::try_from(width.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default())
    })
}
