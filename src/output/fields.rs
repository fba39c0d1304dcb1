//! `--fields`: which fields exist, and picking them.

use super::present::{Cell, Column, ListRow, Listing};
use super::tree::Tree;
use crate::error::{CliError, codes};
use crate::suggest::closest;

/// Refuses a field that no row has and no column is called.
pub(super) fn check_listing(fields: &[String], listing: &Listing) -> Result<(), CliError> {
    // Without rows nothing is known of the JSON, and nothing would be shown.
    if listing.rows.is_empty() {
        return Ok(());
    }
    let mut known = known_of(&listing.columns, &listing.optional_fields);
    for row in &listing.rows {
        add_new(&mut known, row.tree.names());
    }
    let has = |field: &str| listing.rows.iter().any(|row| row.tree.get(field).is_some());
    check(fields, &known, has)
}

/// Refuses a field that a stream can't have: only its first name is judged, since what is inside
/// differs from row to row.
pub(super) fn check_stream(
    fields: &[String],
    columns: &[Column],
    optional_fields: &[&'static str],
    first: &Tree,
) -> Result<(), CliError> {
    let mut known = known_of(columns, optional_fields);
    add_new(&mut known, first.names());
    let has = |field: &str| {
        let outer = field.split('.').next().unwrap_or(field);
        known.iter().any(|name| name == outer)
    };
    check(fields, &known, has)
}

/// Refuses a field that the record does not have.
pub(super) fn check_record(
    fields: &[String],
    optional_fields: &[&'static str],
    tree: &Tree,
) -> Result<(), CliError> {
    let mut known = tree.names();
    add_new(&mut known, known_of(&[], optional_fields));
    check(fields, &known, |field| tree.get(field).is_some())
}

/// Returns an object of the chosen fields, in the order asked for; all of them if none is.
pub(super) fn pick(fields: &[String], row: &Tree, cells: &[Cell], columns: &[Column]) -> Tree {
    if fields.is_empty() {
        return row.clone();
    }
    let mut picked = Tree::Object(Vec::new());
    for field in fields {
        let value = match (row.get(field), cell_of(field, cells, columns)) {
            (Some(value), _) => value.clone(),
            (None, Some(cell)) => Tree::Text(machine_text(cell)),
            (None, None) => Tree::Null,
        };
        picked.set(field, value);
    }
    picked
}

/// Returns the value of a field for csv, tsv and pipes.
pub(super) fn machine_value(
    field: &str,
    row: &ListRow,
    columns: &[Column],
) -> Result<Tree, CliError> {
    let value = row.tree.get(field);
    match (cell_of(field, &row.cells, columns), value) {
        (Some(Cell { machine: Some(text), .. }), _) => Ok(Tree::Text(text.clone())),
        (_, Some(value @ (Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_)))) => {
            Ok(value.clone())
        }
        (Some(cell), _) => Ok(Tree::Text(cell.text.to_string())),
        (None, Some(value @ (Tree::List(_) | Tree::Object(_)))) => {
            Ok(Tree::Text(value.cell_text()?))
        }
        (None, None) => Ok(Tree::Null),
    }
}

/// Returns the cell of a field for people.
pub(super) fn human_cell(field: &str, row: &ListRow, columns: &[Column]) -> Result<Cell, CliError> {
    match (cell_of(field, &row.cells, columns), row.tree.get(field)) {
        (Some(cell), _) => Ok(cell.clone()),
        (None, Some(value)) => Ok(Cell::text(value.cell_text()?)),
        (None, None) => Ok(Cell::default()),
    }
}

fn machine_text(cell: &Cell) -> String {
    cell.machine.clone().unwrap_or_else(|| cell.text.to_string())
}

fn cell_of<'a>(field: &str, cells: &'a [Cell], columns: &[Column]) -> Option<&'a Cell> {
    let at = columns.iter().position(|column| column.key == field)?;
    cells.get(at)
}

fn known_of(columns: &[Column], optional_fields: &[&'static str]) -> Vec<String> {
    let mut known = Vec::new();
    add_new(&mut known, columns.iter().map(|column| column.key.to_owned()).collect());
    add_new(&mut known, optional_fields.iter().map(|field| (*field).to_owned()).collect());
    known
}

fn add_new(known: &mut Vec<String>, names: Vec<String>) {
    for name in names {
        if !known.contains(&name) {
            known.push(name);
        }
    }
}

fn check(fields: &[String], known: &[String], has: impl Fn(&str) -> bool) -> Result<(), CliError> {
    for field in fields {
        if has(field) || known.contains(field) {
            continue;
        }
        let mut error =
            CliError::of(codes::USAGE_UNKNOWN_FIELD, format!("there is no field `{field}`"))
                .field("--fields")
                .why(format!("the fields are {}", known.join(", ")))
                .details(serde_json::json!({ "field": field, "fields": known }));
        if let Some(meant) = closest(field, known.iter().map(String::as_str)) {
            error = error.hint(format!("--fields {meant}"));
        }
        return Err(error);
    }
    Ok(())
}
