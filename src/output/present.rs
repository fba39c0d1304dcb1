//! What a command hands over: rows, one record, or a stream of rows. A type says once how it looks;
//! the formats are not its business.

use serde::Serialize;

use super::safe_text::SafeText;
use super::style::{Glyph, Tone};
use super::tree::Tree;
use crate::error::CliError;

/// On which side a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Text.
    Left,
    /// Numbers and money.
    Right,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name for `--fields` and for the CSV header; dotted when the JSON is nested.
    pub(crate) key: &'static str,
    /// The header for people; shown in upper case.
    pub(crate) title: &'static str,
    /// On which side it stands.
    pub(crate) align: Align,
    /// Whether it is never cut, as a code that one copies.
    pub(crate) is_whole: bool,
}

impl Column {
    /// A column of text, which gives way when the terminal is narrow.
    pub(crate) const fn text(key: &'static str, title: &'static str) -> Self {
        Self { key, title, align: Align::Left, is_whole: false }
    }

    /// A column of codes or dates, which are never cut.
    pub(crate) const fn code(key: &'static str, title: &'static str) -> Self {
        Self { key, title, align: Align::Left, is_whole: true }
    }

    /// A column of numbers or money: to the right, never cut.
    pub(crate) const fn number(key: &'static str, title: &'static str) -> Self {
        Self { key, title, align: Align::Right, is_whole: true }
    }
}

/// One value as people see it, and as machines do where that differs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(super) text: SafeText,
    pub(super) machine: Option<String>,
    pub(super) glyph: Option<Glyph>,
    pub(super) tone: Tone,
}

impl Cell {
    /// Makes a cell of one line.
    pub(crate) fn text(text: impl Into<SafeText>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Makes a cell of a state: a glyph with a word.
    pub(crate) fn status(glyph: Glyph, word: impl Into<SafeText>) -> Self {
        Self { text: word.into(), glyph: Some(glyph), tone: glyph.tone(), machine: None }
    }

    /// Makes a cell that is empty when there is nothing.
    pub(crate) fn optional(text: Option<impl Into<SafeText>>) -> Self {
        text.map_or_else(Self::default, Self::text)
    }

    /// Sets the text for csv, tsv and pipes; without it, the JSON value of the column's key is
    /// used if it is a plain value, else the text for people.
    #[must_use]
    pub(crate) fn machine(mut self, text: impl Into<String>) -> Self {
        self.machine = Some(text.into());
        self
    }

    /// Sets the tone.
    #[must_use]
    pub(crate) fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Returns the text with its glyph.
    pub(super) fn shown(&self, ascii: bool) -> SafeText {
        match self.glyph {
            Some(glyph) => SafeText::multi_line(&format!("{} {}", glyph.sign(ascii), self.text)),
            None => self.text.clone(),
        }
    }
}

impl<T: Into<SafeText>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::text(text)
    }
}

/// A row of a list or of a stream.
pub(crate) trait Present: Serialize {
    /// Returns the columns that are shown without `--fields`.
    fn columns() -> &'static [Column];

    /// Returns one cell a column.
    fn cells(&self) -> Vec<Cell>;

    /// Returns what `-o ids` prints.
    fn id(&self) -> String;

    /// Names fields of the JSON that may be missing from some rows, so that `--fields` knows them.
    fn optional_fields() -> &'static [&'static str] {
        &[]
    }

    /// Returns the cells of the line for people when rows come one by one.
    fn line(&self) -> Vec<Cell> {
        self.cells()
    }
}

/// One record in full.
pub(crate) trait Describe: Serialize {
    /// Returns what people read.
    fn describe(&self) -> Description;

    /// Returns what `-o ids` prints.
    fn id(&self) -> String;

    /// Names fields of the JSON that may be missing, so that `--fields` knows them.
    fn optional_fields() -> &'static [&'static str] {
        &[]
    }
}

/// A piece of a description.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Section(SafeText),
    Field(SafeText, Cell),
    Text(SafeText),
    Table(Vec<Column>, Vec<Vec<Cell>>),
}

/// What people read of one record: labelled fields, sections, paragraphs, small tables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Description {
    pub(super) entries: Vec<Entry>,
}

impl Description {
    /// Starts an empty description.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Starts a section with a title.
    #[must_use]
    pub(crate) fn section(mut self, title: impl Into<SafeText>) -> Self {
        self.entries.push(Entry::Section(title.into()));
        self
    }

    /// Adds a labelled value.
    #[must_use]
    pub(crate) fn field(mut self, label: impl Into<SafeText>, value: impl Into<Cell>) -> Self {
        self.entries.push(Entry::Field(label.into(), value.into()));
        self
    }

    /// Adds a labelled value if there is one.
    #[must_use]
    pub(crate) fn field_if(
        self,
        label: impl Into<SafeText>,
        value: Option<impl Into<Cell>>,
    ) -> Self {
        match value {
            Some(value) => self.field(label, value),
            None => self,
        }
    }

    /// Adds a paragraph; it may have several lines if made by `SafeText::multi_line`.
    #[must_use]
    pub(crate) fn text(mut self, text: impl Into<SafeText>) -> Self {
        self.entries.push(Entry::Text(text.into()));
        self
    }

    /// Adds a small table, as the nights of a stay; nothing if it has no rows.
    #[must_use]
    pub(crate) fn table(mut self, columns: &[Column], rows: Vec<Vec<Cell>>) -> Self {
        if !rows.is_empty() {
            self.entries.push(Entry::Table(columns.to_vec(), rows));
        }
        self
    }
}

/// A row, ready for any format.
#[derive(Debug, Clone)]
pub(super) struct ListRow {
    pub(super) id: String,
    pub(super) tree: Tree,
    pub(super) cells: Vec<Cell>,
}

impl ListRow {
    pub(super) fn of<T: Present>(row: &T, cells: Vec<Cell>) -> Result<Self, CliError> {
        Ok(Self { id: row.id(), tree: Tree::of(row)?, cells })
    }
}

/// Rows, ready for any format.
#[derive(Debug, Clone)]
pub(crate) struct Listing {
    pub(super) columns: Vec<Column>,
    pub(super) optional_fields: Vec<&'static str>,
    pub(super) rows: Vec<ListRow>,
    pub(super) next_cursor: Option<String>,
    pub(super) empty: SafeText,
}

impl Listing {
    /// Makes a listing of rows that know how they look.
    pub(crate) fn of<T: Present>(rows: &[T]) -> Result<Self, CliError> {
        let mut listing = Self::with_columns(T::columns());
        listing.optional_fields = T::optional_fields().to_vec();
        listing.rows = rows
            .iter()
            .map(|row| ListRow::of(row, row.cells()))
            .collect::<Result<Vec<ListRow>, CliError>>()?;
        Ok(listing)
    }

    /// Starts a listing whose columns are only known at run time.
    pub(crate) fn with_columns(columns: &[Column]) -> Self {
        Self {
            columns: columns.to_vec(),
            optional_fields: Vec::new(),
            rows: Vec::new(),
            next_cursor: None,
            empty: SafeText::line("nothing found"),
        }
    }

    /// Adds a row by hand.
    pub(crate) fn push<T: Serialize>(
        &mut self,
        id: impl Into<String>,
        value: &T,
        cells: Vec<Cell>,
    ) -> Result<(), CliError> {
        self.rows.push(ListRow { id: id.into(), tree: Tree::of(value)?, cells });
        Ok(())
    }

    /// Sets where the next page begins; it is told on stderr.
    #[must_use]
    pub(crate) fn next_cursor(mut self, cursor: Option<String>) -> Self {
        self.next_cursor = cursor;
        self
    }

    /// Sets what people read when there are no rows.
    #[must_use]
    pub(crate) fn empty(mut self, text: impl Into<SafeText>) -> Self {
        self.empty = text.into();
        self
    }
}
