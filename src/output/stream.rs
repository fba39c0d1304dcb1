//! Rows that are written as they come, as the event tail does.

use std::marker::PhantomData;

use super::format::Layout;
use super::present::{ListRow, Listing, Present};
use super::safe_text::SafeText;
use super::tree::{Tree, json_text};
use super::{Out, delimited, fields, table, yaml_text};
use crate::error::CliError;

/// Rows of one kind, written and flushed one by one.
#[derive(Debug)]
pub(crate) struct Stream<'a, T> {
    out: &'a Out,
    has_started: bool,
    rows: PhantomData<fn(&T)>,
}

impl<'a, T: Present> Stream<'a, T> {
    pub(super) fn new(out: &'a Out) -> Self {
        Self { out, has_started: false, rows: PhantomData }
    }

    /// Writes one row: a JSON line in `json` and `jsonl`, a document in `yaml`, a header before the
    /// first in `csv` and `tsv`, else a line for people.
    pub(crate) fn push(&mut self, row: &T) -> Result<(), CliError> {
        let chosen = &self.out.settings.fields;
        let row = ListRow::of(row, row.cells()).map(|list_row| (list_row, row.line()))?;
        let (list_row, line) = row;
        if !self.has_started {
            fields::check_stream(chosen, T::columns(), T::optional_fields(), &list_row.tree)?;
        }
        let picked = || fields::pick(chosen, &list_row.tree, &list_row.cells, T::columns());
        let text = match self.out.settings.layout() {
            Layout::Table if chosen.is_empty() => table::line_text(&line, self.out.look()),
            Layout::Table => {
                let cell = |field: &String| fields::human_cell(field, &list_row, T::columns());
                let cells = chosen.iter().map(cell).collect::<Result<Vec<_>, CliError>>()?;
                table::line_text(&cells, self.out.look())
            }
            Layout::Json | Layout::Jsonl => format!("{}\n", json_text(&picked())?),
            Layout::Yaml => format!("---\n{}", yaml_text(&picked())?),
            Layout::Ids => format!("{}\n", SafeText::line(&list_row.id)),
            Layout::Plain => delimited::tsv_text(&self.lines(list_row, false)?)?,
            Layout::Csv => delimited::csv_text(&self.lines(list_row, !self.has_started)?)?,
            Layout::Tsv => delimited::tsv_text(&self.lines(list_row, !self.has_started)?)?,
        };
        self.has_started = true;
        self.out.write_stdout(&text)
    }

    fn lines(&self, row: ListRow, has_header: bool) -> Result<Vec<Vec<Tree>>, CliError> {
        let mut listing = Listing::with_columns(T::columns());
        listing.rows.push(row);
        if has_header { self.out.machine_lines(&listing) } else { self.out.machine_rows(&listing) }
    }
}
