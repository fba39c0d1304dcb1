//! The one output layer. Commands hand over rows, a record or a stream; this decides the format and
//! writes data to stdout and everything else to stderr. Nothing else writes to either.

mod delimited;
mod fields;
pub(crate) mod format;
pub(crate) mod present;
pub(crate) mod safe_text;
pub(crate) mod stream;
pub(crate) mod style;
mod table;
pub(crate) mod told;
pub(crate) mod tree;
pub(crate) mod written;

use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;

use self::format::{Layout, Settings};
use self::present::{Describe, Description, Entry, Listing, Present};
use self::safe_text::SafeText;
use self::stream::Stream;
use self::style::{Tone, paint};
use self::table::Look;
use self::told::Told;
use self::tree::{Tree, json_text, json_text_pretty};
use crate::error::CliError;

/// One of the two streams.
type Sink = Mutex<Box<dyn Write + Send>>;

/// How old the oldest part of what is written is, if it is not of now.
type Staleness = Arc<Mutex<Option<Timestamp>>>;

/// Where all output goes.
pub(crate) struct Out {
    settings: Settings,
    stdout: Sink,
    stderr: Sink,
    stale_since: Staleness,
    told: Option<Told>,
}

impl Out {
    /// Writes to the process's own stdout and stderr.
    pub(crate) fn new(settings: Settings) -> Self {
        Self::with_writers(settings, Box::new(io::stdout()), Box::new(io::stderr()))
    }

    /// Writes to any two writers, for tests.
    pub(crate) fn with_writers(
        settings: Settings,
        stdout: Box<dyn Write + Send>,
        stderr: Box<dyn Write + Send>,
    ) -> Self {
        let (stdout, stderr) = (Mutex::new(stdout), Mutex::new(stderr));
        Self { settings, stdout, stderr, stale_since: Staleness::default(), told: None }
    }

    /// Makes the output of one command among several of this process; what it tells is noted as well. The
    /// client, which they share, notes in one place how old its answers are: each command begins there anew.
    pub(crate) fn of_line(&self, out: Self) -> (Self, Told) {
        let told = Told::default();
        *self.stale_since.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let stale_since = Arc::clone(&self.stale_since);
        (Self { stale_since, told: Some(told.clone()), ..out }, told)
    }

    /// Notes that something of what is written is as old as that, since the house can't be asked.
    pub(crate) fn stale_since(&self, at: Timestamp) {
        let mut stale = self.stale_since.lock().unwrap_or_else(PoisonError::into_inner);
        *stale = Some(stale.map_or(at, |before| before.min(at)));
    }

    /// Tells whether something of what is written is not of now.
    pub(crate) fn is_stale(&self) -> bool {
        self.staleness().is_some()
    }

    /// Returns how old the oldest part of what is written is, if it is not of now.
    pub(crate) fn staleness(&self) -> Option<Timestamp> {
        *self.stale_since.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds to a record how old it is.
    fn aged(&self, tree: Tree) -> Tree {
        match (tree, self.staleness()) {
            (Tree::Object(mut fields), Some(at)) => {
                fields.push(("stale_since".to_owned(), Tree::Text(at.to_string())));
                Tree::Object(fields)
            }
            (tree, _) => tree,
        }
    }

    /// Tells people, and whoever reads columns, how old it is.
    fn footer(&self) {
        let is_told = matches!(self.settings.layout(), Layout::Json | Layout::Jsonl | Layout::Yaml);
        if let Some(at) = self.staleness().filter(|_| !is_told) {
            self.warn(format!("the server can't be asked: this is as of {at}"));
        }
    }

    /// Returns how output is written.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns whether people read stdout as it is: no machine format, on a terminal.
    pub(crate) fn is_for_people(&self) -> bool {
        self.settings.stdout.is_terminal && self.settings.layout() == Layout::Table
    }

    /// Writes rows.
    pub(crate) fn list<T: Present>(
        &self,
        rows: &[T],
        next_cursor: Option<String>,
    ) -> Result<(), CliError> {
        self.listing(&Listing::of(rows)?.next_cursor(next_cursor))
    }

    /// Writes a listing that was put together by hand.
    pub(crate) fn listing(&self, listing: &Listing) -> Result<(), CliError> {
        fields::check_listing(&self.settings.fields, listing)?;
        if let Some(told) = &self.told {
            let rows = listing.rows.iter().map(|row| self.aged(row.tree.clone()));
            told.note(&Tree::List(rows.collect()))?;
        }
        let text = self.listing_text(listing)?;
        self.write_stdout(&text)?;
        self.footer();
        if listing.rows.is_empty() {
            self.status(listing.empty.clone());
        }
        if let Some(cursor) = &listing.next_cursor {
            self.hint(format!("there is more: --cursor {cursor}"));
        }
        Ok(())
    }

    /// Writes one record.
    pub(crate) fn record<T: Describe>(&self, record: &T) -> Result<(), CliError> {
        let tree = Tree::of(record)?;
        fields::check_record(&self.settings.fields, T::optional_fields(), &tree)?;
        if let Some(told) = &self.told {
            told.note(&self.aged(tree.clone()))?;
        }
        let picked = self.aged(fields::pick(&self.settings.fields, &tree, &[], &[]));
        let text = match self.settings.layout() {
            Layout::Table => table::description_text(&self.chosen(record, &picked)?, self.look()),
            Layout::Plain => plain_description(&self.chosen(record, &picked)?)?,
            Layout::Json if self.settings.stdout.is_terminal => {
                format!("{}\n", json_text_pretty(&picked)?)
            }
            Layout::Json | Layout::Jsonl => format!("{}\n", json_text(&picked)?),
            Layout::Csv => delimited::csv_text(&record_lines(&self.settings.fields, &picked))?,
            Layout::Tsv => delimited::tsv_text(&record_lines(&self.settings.fields, &picked))?,
            Layout::Yaml => yaml_text(&picked)?,
            Layout::Ids => format!("{}\n", SafeText::line(&record.id())),
        };
        self.write_stdout(&text)?;
        self.footer();
        Ok(())
    }

    /// Starts a stream of rows that are written as they come.
    pub(crate) fn stream<T: Present>(&self) -> Stream<'_, T> {
        Stream::new(self)
    }

    /// Writes a record of another kind among rows, where those are JSON lines; tells whether they are.
    pub(crate) fn aside<T: Serialize>(&self, record: &T) -> Result<bool, CliError> {
        let is_json = matches!(self.settings.layout(), Layout::Json | Layout::Jsonl);
        if is_json {
            self.write_stdout(&format!("{}\n", json_text(&Tree::of(record)?)?))?;
        }
        Ok(is_json)
    }

    /// Writes text for people to stdout, a line end added if it has none.
    pub(crate) fn text(&self, text: &SafeText) -> Result<(), CliError> {
        let end = if text.as_str().ends_with('\n') { "" } else { "\n" };
        self.write_stdout(&format!("{text}{end}"))
    }

    /// Writes our own text as it is: help, completions, man pages. Never text from the network.
    pub(crate) fn verbatim(&self, text: &str) -> Result<(), CliError> {
        self.write_stdout(text)
    }

    /// Tells on stderr what was done; left out by `--quiet`.
    pub(crate) fn status(&self, text: impl Into<SafeText>) {
        if !self.settings.quiet {
            self.write_stderr(text.into().as_str());
        }
    }

    /// Tells on stderr what is going on, as asked for with `--verbose`.
    pub(crate) fn note(&self, text: impl Into<SafeText>) {
        self.write_stderr(&paint(text.into().as_str(), Tone::Dim, self.settings.stderr.color));
    }

    /// Tells on stderr a way on; left out by `--quiet`.
    pub(crate) fn hint(&self, text: impl Into<SafeText>) {
        if !self.settings.quiet {
            self.write_stderr(&format!("{} {}", self.sign("hint:", Tone::Dim), text.into()));
        }
    }

    /// Warns on stderr, even with `--quiet`.
    pub(crate) fn warn(&self, text: impl Into<SafeText>) {
        self.write_stderr(&format!("{} {}", self.sign("warning:", Tone::Warn), text.into()));
    }

    fn sign(&self, word: &str, tone: Tone) -> String {
        paint(word, tone, self.settings.stderr.color)
    }

    fn look(&self) -> Look {
        let is_cut = self.settings.stdout.is_terminal && !self.settings.no_trunc;
        Look {
            width: is_cut.then_some(self.settings.width),
            color: self.settings.stdout.color,
            ascii: self.settings.ascii,
        }
    }

    /// Returns the description, or only the chosen fields of it by their names.
    fn chosen<T: Describe>(&self, record: &T, picked: &Tree) -> Result<Description, CliError> {
        if self.settings.fields.is_empty() {
            return Ok(record.describe());
        }
        let mut description = Description::new();
        for field in &self.settings.fields {
            let value = picked.get(field).unwrap_or(&Tree::Null).cell_text()?;
            description = description.field(field, SafeText::multi_line(&value));
        }
        Ok(description)
    }

    fn listing_text(&self, listing: &Listing) -> Result<String, CliError> {
        let picked = || {
            let pick = |row: &present::ListRow| {
                let fields = &self.settings.fields;
                self.aged(fields::pick(fields, &row.tree, &row.cells, &listing.columns))
            };
            listing.rows.iter().map(pick).collect::<Vec<Tree>>()
        };
        match self.settings.layout() {
            Layout::Table => self.listing_table(listing),
            Layout::Plain => delimited::tsv_text(&self.machine_rows(listing)?),
            Layout::Json if self.settings.stdout.is_terminal => {
                Ok(format!("{}\n", json_text_pretty(&picked())?))
            }
            Layout::Json => Ok(format!("{}\n", json_text(&picked())?)),
            Layout::Jsonl => {
                picked().iter().map(|row| json_text(row).map(|text| text + "\n")).collect()
            }
            Layout::Csv => delimited::csv_text(&self.machine_lines(listing)?),
            Layout::Tsv => delimited::tsv_text(&self.machine_lines(listing)?),
            Layout::Yaml => yaml_text(&Tree::List(picked())),
            Layout::Ids => {
                let ids = listing.rows.iter().map(|row| vec![Tree::Text(row.id.clone())]);
                delimited::tsv_text(&ids.collect::<Vec<Vec<Tree>>>())
            }
        }
    }

    fn listing_table(&self, listing: &Listing) -> Result<String, CliError> {
        if listing.rows.is_empty() {
            return Ok(String::new());
        }
        let look = self.look();
        let rows = &listing.rows;
        if self.settings.fields.is_empty() {
            let cells = rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>();
            return Ok(table::table_text(&listing.columns, &cells, look));
        }
        let chosen = &self.settings.fields;
        let cells = rows
            .iter()
            .map(|row| {
                let cell = |field: &String| fields::human_cell(field, row, &listing.columns);
                chosen.iter().map(cell).collect::<Result<Vec<_>, CliError>>()
            })
            .collect::<Result<Vec<_>, CliError>>()?;
        Ok(table::table_of_fields(chosen, &listing.columns, &cells, look))
    }

    fn machine_lines(&self, listing: &Listing) -> Result<Vec<Vec<Tree>>, CliError> {
        let keys = self.machine_keys(&listing.columns);
        let mut lines = vec![keys.into_iter().map(Tree::Text).collect::<Vec<Tree>>()];
        lines.extend(self.machine_rows(listing)?);
        Ok(lines)
    }

    fn machine_rows(&self, listing: &Listing) -> Result<Vec<Vec<Tree>>, CliError> {
        let keys = self.machine_keys(&listing.columns);
        listing
            .rows
            .iter()
            .map(|row| {
                keys.iter().map(|key| fields::machine_value(key, row, &listing.columns)).collect()
            })
            .collect()
    }

    /// Returns the names of the columns for machines: the chosen fields, else the usual ones.
    fn machine_keys(&self, columns: &[present::Column]) -> Vec<String> {
        if self.settings.fields.is_empty() {
            columns.iter().map(|column| column.key.to_owned()).collect()
        } else {
            self.settings.fields.clone()
        }
    }

    fn write_stdout(&self, text: &str) -> Result<(), CliError> {
        let mut stdout = self.stdout.lock().unwrap_or_else(PoisonError::into_inner);
        stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
            .map_err(|error| CliError::output(&error))
    }

    /// Writes a line of safe text; without a stderr there is nobody to tell.
    fn write_stderr(&self, line: &str) {
        let mut stderr = self.stderr.lock().unwrap_or_else(PoisonError::into_inner);
        stderr.write_all(format!("{line}\n").as_bytes()).and_then(|()| stderr.flush()).ok();
    }
}

impl fmt::Debug for Out {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Out").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// Returns a record as a header line and one line of values.
fn record_lines(chosen: &[String], picked: &Tree) -> Vec<Vec<Tree>> {
    if chosen.is_empty() {
        let (names, values): (Vec<String>, Vec<&Tree>) = picked.leaves().into_iter().unzip();
        return vec![
            names.into_iter().map(Tree::Text).collect(),
            values.into_iter().cloned().collect(),
        ];
    }
    let value = |field: &String| picked.get(field).cloned().unwrap_or(Tree::Null);
    vec![chosen.iter().cloned().map(Tree::Text).collect(), chosen.iter().map(value).collect()]
}

/// Returns a record for a pipe: label, tab, value.
fn plain_description(description: &Description) -> Result<String, CliError> {
    let machine = |cell: &present::Cell| {
        Tree::Text(cell.machine.clone().unwrap_or_else(|| cell.text.to_string()))
    };
    let mut lines = Vec::new();
    for entry in &description.entries {
        match entry {
            Entry::Section(_) => {}
            Entry::Field(label, cell) => {
                lines.push(vec![Tree::Text(label.to_string()), machine(cell)]);
            }
            Entry::Text(text) => lines.push(vec![Tree::Text(text.to_string())]),
            Entry::Table(_, rows) => {
                lines.extend(rows.iter().map(|row| row.iter().map(machine).collect()));
            }
        }
    }
    delimited::tsv_text(&lines)
}

/// Returns YAML; it has no escapes for what could act on a terminal, so that is shown instead.
fn yaml_text(tree: &Tree) -> Result<String, CliError> {
    serde_yaml_ng::to_string(&tree.sanitised()).map_err(|error| {
        CliError::internal("a record can't be written as YAML").why(error.to_string())
    })
}

#[cfg(test)]
mod safety_tests;
#[cfg(test)]
mod tests;
