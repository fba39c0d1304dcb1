//! Who hears one command among several of a process, and how it is written for them.

use crate::cli::GlobalArgs;
use crate::output::format::{Format, Settings, Terminal};
use crate::output::told::Told;
use crate::output::written::Written;

/// Who hears one command among several of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Nobody: what it tells is read as JSON, and nobody can be asked.
    Silent,
    /// The agent, as if it were typed into a shell.
    Aloud,
    /// Whoever reads it later: text in so many columns, or JSON where none are named.
    Written(Option<u16>),
}

/// What is heard of a line.
#[derive(Debug, Default)]
pub(crate) struct Overheard {
    /// What it told, as JSON, whatever it was printed as.
    pub(crate) told: Told,
    /// What it printed, where that is written down.
    pub(crate) said: Written,
    /// What it told people beside.
    pub(crate) beside: Written,
}

/// Decides how one command among several writes: as the others, but for its own flags.
pub(crate) fn spoken(usual: &Settings, global: &GlobalArgs) -> Settings {
    let named = if global.json { Some(Format::Json) } else { global.output };
    let again = usual.again();
    Settings {
        format: named.or(again.format),
        fields: global.fields.clone(),
        quiet: again.quiet || global.quiet,
        no_trunc: again.no_trunc || global.no_trunc,
        ..again
    }
}

/// Returns how output is written that somebody reads in so many columns, else as JSON.
pub(crate) fn written(usual: &Settings, global: &GlobalArgs, columns: Option<u16>) -> Settings {
    let piped = Settings::piped();
    let wished = if global.json { Some(Format::Json) } else { global.output };
    Settings {
        format: Some(wished.unwrap_or(columns.map_or(Format::Json, |_| Format::Table))),
        fields: global.fields.clone(),
        stdout: Terminal { is_terminal: columns.is_some(), ..piped.stdout },
        width: columns.unwrap_or(piped.width),
        ascii: usual.ascii,
        ..piped
    }
}
