//! Which format, on which terminal, in which colours.

use std::ffi::OsString;
use std::io::IsTerminal as _;

use super::style::ColorChoice;

/// The width when nobody knows better.
const WIDTH_DEFAULT: u16 = 80;

/// Narrower than this nothing can be laid out.
const WIDTH_MIN: u16 = 20;

/// The format of stdout, as asked for with `-o`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// Columns for people
    Table,
    /// One JSON value
    Json,
    /// One JSON value a line
    Jsonl,
    /// Comma-separated, with a header
    Csv,
    /// Tab-separated, with a header
    Tsv,
    /// YAML
    Yaml,
    /// Only the ids, one a line
    Ids,
}

/// What is written, decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Table,
    /// Tab-separated without a header: what a pipe gets when nothing is asked for.
    Plain,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Yaml,
    Ids,
}

/// What the terminal on each stream can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terminal {
    /// Whether it is one at all.
    pub(crate) is_terminal: bool,
    /// Whether colours are used on it.
    pub(crate) color: bool,
}

/// How output is written: flags, environment and terminals taken together.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// What was asked for with `-o`.
    pub(crate) format: Option<Format>,
    /// What was asked for with `--fields`; empty means all.
    pub(crate) fields: Vec<String>,
    /// Whether status lines and hints are left out.
    pub(crate) quiet: bool,
    /// Whether tables are never cut.
    pub(crate) no_trunc: bool,
    /// Whether our own signs are ASCII.
    pub(crate) ascii: bool,
    /// Data.
    pub(crate) stdout: Terminal,
    /// Everything else.
    pub(crate) stderr: Terminal,
    /// The columns of the terminal.
    pub(crate) width: u16,
}

impl Settings {
    /// Looks at the terminals and the environment; the fields of the flags are left at their
    /// defaults. `HOTEL_FORCE_TTY=80` makes stdout count as a terminal of that width.
    pub(crate) fn detect(color: ColorChoice) -> Self {
        let forced = std::env::var_os("HOTEL_FORCE_TTY").filter(|value| !value.is_empty());
        let terminal = |is_terminal: bool| Terminal {
            is_terminal,
            color: color.resolve(
                is_terminal,
                std::env::var_os("NO_COLOR").as_deref(),
                std::env::var_os("TERM").as_deref(),
            ),
        };
        Self {
            stdout: terminal(forced.is_some() || std::io::stdout().is_terminal()),
            stderr: terminal(std::io::stderr().is_terminal()),
            width: detect_width(forced),
            ..Self::piped()
        }
    }

    /// Returns the settings of a pipe on both streams.
    pub(crate) fn piped() -> Self {
        let pipe = Terminal { is_terminal: false, color: false };
        Self {
            format: None,
            fields: Vec::new(),
            quiet: false,
            no_trunc: false,
            ascii: false,
            stdout: pipe,
            stderr: pipe,
            width: WIDTH_DEFAULT,
        }
    }

    /// Returns the same for another command on the same terminals, which may have another width by now.
    pub(crate) fn again(&self) -> Self {
        let forced = std::env::var_os("HOTEL_FORCE_TTY").filter(|value| !value.is_empty());
        Self { width: detect_width(forced), fields: Vec::new(), ..self.clone() }
    }

    /// Decides what is written.
    pub(super) fn layout(&self) -> Layout {
        match self.format {
            None if self.stdout.is_terminal => Layout::Table,
            None => Layout::Plain,
            Some(Format::Table) => Layout::Table,
            Some(Format::Json) => Layout::Json,
            Some(Format::Jsonl) => Layout::Jsonl,
            Some(Format::Csv) => Layout::Csv,
            Some(Format::Tsv) => Layout::Tsv,
            Some(Format::Yaml) => Layout::Yaml,
            Some(Format::Ids) => Layout::Ids,
        }
    }
}

fn detect_width(forced: Option<OsString>) -> u16 {
    let number = |value: OsString| value.to_str().and_then(|text| text.parse::<u16>().ok());
    forced
        .and_then(number)
        .or_else(|| std::env::var_os("COLUMNS").and_then(number))
        .or_else(|| comfy_table::Table::new().width())
        .unwrap_or(WIDTH_DEFAULT)
        .max(WIDTH_MIN)
}
