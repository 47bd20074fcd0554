//! `results`: what was reached of targets.

use super::{CellKind, Definition, Key, column, plain_number, text};
use crate::site::Site;

pub(super) static TABLE: Definition = Definition {
    name: "results",
    title: "Kết quả",
    columns: &[
        text("target", "Mã chỉ tiêu"),
        column("as_of", CellKind::Date, "Tính đến ngày"),
        text("value", "Con số đạt được, theo đơn vị của chỉ tiêu"),
        text("evidence", "Căn cứ"),
        text("reporter", "Mã cơ quan báo cáo"),
        column(
            "number",
            CellKind::Number,
            "Con số của value để tính toán: 62.5 cho “62,5”",
        ),
    ],
    key: Key::Columns(&["target", "as_of"]),
    refers: &[
        (&["target"], "targets", &["id"]),
        (&["reporter"], "agencies", &["id"]),
    ],
    rows,
};

fn rows(site: &Site) -> Vec<Vec<String>> {
    let rows = site.data.results.iter().map(|result| {
        vec![
            result.target.value.clone(),
            result.as_of.iso(),
            result.value.value.clone(),
            result.evidence.clone(),
            result.reporter.value.clone(),
            plain_number(&result.value),
        ]
    });
    rows.collect()
}
