//! The rooms that the rows of one event name: each once, with everything that any row says of it.

use super::Rows;
use crate::kind::event::{EventRow, Venue};
use crate::record::Spanned;

/// Every venue once, and which of them each row names.
pub(super) fn of(rows: &mut Rows) -> (Vec<Venue>, Vec<Option<String>>) {
    // Rows that give no address come last: the name alone may be that of a room that is known by then.
    let mut order: Vec<usize> = (0..rows.rows.len()).collect();
    order.sort_by_key(|&at| (rows.rows[at].address.is_none(), at));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in order {
        let row = rows.rows[at];
        if named(row).is_none() {
            continue;
        }
        let mut known = groups
            .iter_mut()
            .filter(|group| is_same(rows.rows[group[0]], row));
        // Of two rooms of one name, one without an address is neither.
        match (known.next(), known.next()) {
            (Some(group), None) => group.push(at),
            _ => groups.push(vec![at]),
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort();
    let mut ids = vec![None; rows.rows.len()];
    let mut venues = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let id = format!("d{}", at + 1);
        for &row in group {
            ids[row] = Some(id.clone());
        }
        venues.push(venue(rows, group, id));
    }
    (venues, ids)
}

/// Where a row is held: a venue, or an address alone.
fn named(row: &EventRow) -> Option<&Spanned<String>> {
    row.venue.as_ref().or(row.address.as_ref())
}

fn is_same(known: &EventRow, row: &EventRow) -> bool {
    let folded = |cell: &Option<Spanned<String>>| cell.as_ref().map(|cell| cell.to_lowercase());
    let name = |row: &EventRow| named(row).map(|name| name.to_lowercase());
    let place = |row: &EventRow| row.place.as_ref().map(|place| place.value.clone());
    let address = folded(&row.address);
    name(known) == name(row)
        && place(known) == place(row)
        && (address.is_none() || folded(&known.address) == address)
}

/// The venue of the rows `group`; where they differ, it is told.
fn venue(rows: &mut Rows, group: &[usize], id: String) -> Venue {
    let of_group: Vec<&EventRow> = group.iter().map(|&at| rows.rows[at]).collect();
    let mut here = Rows {
        table: rows.table,
        rows: &of_group,
        faults: Vec::new(),
        lacking: rows.lacking,
    };
    let commune = here.whole("commune", |row| row.commune.as_ref());
    let accessible = here.whole("accessible", |row| row.accessible.as_ref());
    rows.faults.append(&mut here.faults);
    let first = of_group[0];
    let address = of_group.iter().find_map(|row| row.address.as_ref());
    Venue {
        id: Some(Spanned {
            value: id,
            span: first.event.span,
        }),
        name: named(first)
            .map(|name| name.value.clone())
            .unwrap_or_default(),
        commune: commune.map(|commune| commune.value),
        address: address
            .filter(|_| first.venue.is_some())
            .map(|address| address.value.clone()),
        accessible: accessible.map(|accessible| accessible.value),
        connected: of_group.iter().any(|row| row.connected),
        place: first.place.clone(),
        note: None,
    }
}
