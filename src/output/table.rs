//! Tables and records for people: upper-case header, no borders, cut only on a terminal.

use comfy_table::{
    Attribute, Cell as TableCell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Row,
    Table, TableStyle,
};

use super::present::{Align, Cell, Column, Description, Entry};
use super::style::{Tone, paint};

/// How things look on this terminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Where lines are cut; nothing cuts if unset.
    pub(super) width: Option<u16>,
    /// Whether colours are used.
    pub(super) color: bool,
    /// Whether our own signs are ASCII.
    pub(super) ascii: bool,
}

/// Two columns stand this far apart.
const GAP: u16 = 2;

/// Returns a table with its header.
pub(super) fn table_text(columns: &[Column], rows: &[Vec<Cell>], look: Look) -> String {
    let heads = columns.iter().map(|column| Head::of(*column)).collect::<Vec<Head>>();
    layout(&heads, rows, look)
}

/// Returns a table of chosen fields: those that are columns look as they do, the others as text.
pub(super) fn table_of_fields(
    fields: &[String],
    columns: &[Column],
    rows: &[Vec<Cell>],
    look: Look,
) -> String {
    let head = |field: &String| match columns.iter().find(|column| column.key == *field) {
        Some(column) => Head::of(*column),
        None => Head { title: field.to_uppercase(), align: Align::Left, is_whole: false },
    };
    layout(&fields.iter().map(head).collect::<Vec<Head>>(), rows, look)
}

/// The head of a column, also of one that is only known at run time.
struct Head {
    title: String,
    align: Align,
    is_whole: bool,
}

impl Head {
    fn of(column: Column) -> Self {
        Self { title: column.title.to_uppercase(), align: column.align, is_whole: column.is_whole }
    }
}

fn layout(heads: &[Head], rows: &[Vec<Cell>], look: Look) -> String {
    let mut table = Table::new();
    table.load_style(TableStyle::new());
    // Whether there is a terminal was decided before; the library shall not look again.
    table.force_no_tty();
    match look.width {
        Some(width) => table
            .set_width(width)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_truncation_indicator(if look.ascii { "..." } else { "…" }),
        None => table.set_content_arrangement(ContentArrangement::Disabled),
    };
    if look.color {
        table.enforce_styling();
    }
    table.set_header(heads.iter().map(header_cell).collect::<Vec<TableCell>>());
    for row in rows {
        let cells = row.iter().map(|cell| body_cell(cell, look)).collect::<Vec<TableCell>>();
        let mut row = Row::from(cells);
        if look.width.is_some() {
            row.max_height(1);
        }
        table.add_row(row);
    }
    let last = heads.len().saturating_sub(1);
    for (at, head) in heads.iter().enumerate() {
        let Some(table_column) = table.column_mut(at) else { continue };
        table_column.set_padding((0, if at == last { 0 } else { GAP }));
        if head.align == Align::Right {
            table_column.set_cell_alignment(CellAlignment::Right);
        }
        if head.is_whole {
            table_column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let mut text = String::new();
    for line in table.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Returns a record: labels in one column, values in the next.
pub(super) fn description_text(description: &Description, look: Look) -> String {
    let label_width = description.entries.iter().filter_map(label_width_of).max().unwrap_or(0);
    let mut text = String::new();
    for entry in &description.entries {
        match entry {
            Entry::Section(title) => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&paint(&title.as_str().to_uppercase(), Tone::Strong, look.color));
                text.push('\n');
            }
            Entry::Field(label, cell) => {
                let gap = " ".repeat(label_width - label.width() + usize::from(GAP));
                let indent = format!("\n{}", " ".repeat(label_width + usize::from(GAP)));
                let value = cell.shown(look.ascii).as_str().replace('\n', &indent);
                let label = paint(label.as_str(), Tone::Dim, look.color);
                let value = paint(&value, cell.tone, look.color);
                text.push_str(format!("{label}{gap}{value}").trim_end());
                text.push('\n');
            }
            Entry::Text(paragraph) => {
                text.push_str(paragraph.as_str());
                text.push('\n');
            }
            Entry::Table(columns, rows) => text.push_str(&table_text(columns, rows, look)),
        }
    }
    text
}

/// Returns the cells of one line of a stream.
pub(super) fn line_text(cells: &[Cell], look: Look) -> String {
    let shown = cells
        .iter()
        .filter(|cell| !cell.text.is_empty())
        .map(|cell| paint(cell.shown(look.ascii).as_str(), cell.tone, look.color));
    format!("{}\n", shown.collect::<Vec<String>>().join("  "))
}

fn label_width_of(entry: &Entry) -> Option<usize> {
    match entry {
        Entry::Field(label, _) => Some(label.width()),
        Entry::Section(_) | Entry::Text(_) | Entry::Table(_, _) => None,
    }
}

fn header_cell(head: &Head) -> TableCell {
    TableCell::new(&head.title).add_attribute(Attribute::Dim)
}

fn body_cell(cell: &Cell, look: Look) -> TableCell {
    let table_cell = TableCell::new_owned(cell.shown(look.ascii).to_string());
    match cell.tone {
        Tone::Plain => table_cell,
        Tone::Good => table_cell.fg(Color::DarkGreen),
        Tone::Warn => table_cell.fg(Color::DarkYellow),
        Tone::Bad => table_cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        Tone::Dim => table_cell.add_attribute(Attribute::Dim),
        Tone::Strong => table_cell.add_attribute(Attribute::Bold),
    }
}
