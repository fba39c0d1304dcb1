//! The list of lines that were refused, as CSV.

use std::path::{Path, PathBuf};

use super::tally::{Refused, Tally};
use crate::error::CliError;
use crate::files::{Access, write_atomic};

const HEADER: [&str; 4] = ["line", "hotel", "reason", "detail"];

/// Writes the list, if a file for it was named: whole, or not at all.
pub(super) fn write(path: Option<&Path>, tally: &Tally) -> Result<(), CliError> {
    let Some(path) = path else { return Ok(()) };
    let bytes = text(tally).map_err(|error| {
        CliError::internal("the list of refused lines can't be written").why(error.to_string())
    })?;
    // A bare name has an empty folder before it.
    let place = match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from(".").join(path),
        Some(_) | None => path.to_path_buf(),
    };
    write_atomic(&place, &bytes, Access::Shared)
        .map_err(|error| CliError::file("write", path, &error))
}

fn text(tally: &Tally) -> csv::Result<Vec<u8>> {
    let mut all: Vec<&Refused> = tally.refused.iter().chain(&tally.steps_refused).collect();
    all.sort_unstable();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER)?;
    for Refused { line, hotel, reason, detail } in all {
        writer.write_record([&line.to_string(), hotel, reason, detail])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}
