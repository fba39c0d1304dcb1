//! Where the programs of PostgreSQL are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{RigError, process};

/// Names the folder of the programs.
const VARIABLE: &str = "HOTEL_POSTGRES_BIN";

/// Returns the folder with `initdb`, `postgres` and `psql`.
pub(super) fn folder() -> Result<PathBuf, RigError> {
    // Who names a folder gets no other.
    let found = match std::env::var_os(VARIABLE).map(PathBuf::from) {
        Some(named) => Some(named).filter(|folder| is_complete(folder)),
        None => from_pg_config().or_else(newest_of_debian).or_else(on_path),
    };
    found.ok_or(RigError::Missing {
        what: "PostgreSQL",
        hint: "install it, or name the folder of its programs in HOTEL_POSTGRES_BIN",
    })
}

fn from_pg_config() -> Option<PathBuf> {
    let folder = process::run(Command::new("pg_config").arg("--bindir")).ok()?;
    Some(PathBuf::from(folder.trim())).filter(|folder| is_complete(folder))
}

fn newest_of_debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    versions
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, folder)| is_complete(folder))
        .max()
        .map(|(_, folder)| folder)
}

/// A link on the path leads to the folder where the others are.
fn on_path() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .filter_map(|folder| folder.join("initdb").canonicalize().ok())
        .filter_map(|program| Some(program.parent()?.to_path_buf()))
        .find(|folder| is_complete(folder))
}

fn is_complete(folder: &Path) -> bool {
    ["initdb", "postgres", "psql", "pg_isready"].iter().all(|name| folder.join(name).is_file())
}
