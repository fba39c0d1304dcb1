//! The folder a demo lives in: made for it, and gone after it unless it is to be kept.

use std::fs;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::{CliError, codes};
use crate::files::{Access, create_folder};
use crate::paths::Paths;

/// The database of the bundled server, as `hotel serve` names it, so that a kept demo can be served.
const DATABASE: &str = "hotel.db";

/// A folder that holds the server's store and a client's settings.
#[derive(Debug)]
pub(super) struct Home {
    folder: PathBuf,
    is_kept: bool,
}

impl Home {
    /// Makes the folder: the one to keep, which must not hold a demo yet, or one of its own.
    pub(super) fn make(keep: Option<&Path>) -> Result<Self, CliError> {
        let folder = match keep {
            Some(folder) => std::path::absolute(folder)
                .map_err(|error| CliError::file("find", folder, &error))?,
            None => std::env::temp_dir().join(format!("hotel-demo-{}", Uuid::now_v7())),
        };
        let home = Self { folder, is_kept: keep.is_some() };
        let database = home.database();
        if database.exists() {
            let message = format!("{} is there already", database.display());
            return Err(CliError::of(codes::USAGE_INVALID_VALUE, message)
                .field("--keep")
                .why("a demo begins with a fresh store")
                .hint("name another folder"));
        }
        let server = home.paths().server_dir();
        create_folder(&home.folder, Access::Private)
            .and_then(|()| create_folder(&server, Access::Private))
            .map_err(|error| CliError::file("make", &server, &error))?;
        Ok(home)
    }

    /// Returns the folder, which `HOTEL_HOME` names for every command of the demo.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the folders in it.
    pub(super) fn paths(&self) -> Paths {
        Paths::under(&self.folder)
    }

    /// Returns where the store is.
    pub(super) fn database(&self) -> PathBuf {
        self.paths().server_dir().join(DATABASE)
    }

    /// Tells whether the folder stays.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if !self.is_kept {
            // A temporary folder that can't be removed is the system's to clear.
            fs::remove_dir_all(&self.folder).ok();
        }
    }
}
