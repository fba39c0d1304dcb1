//! Where files live. `HOTEL_HOME` moves everything under one folder; otherwise each platform's own
//! folders are used.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::error::{CliError, codes};

/// The environment variable that moves everything.
pub(crate) const HOME_VARIABLE: &str = "HOTEL_HOME";

/// The folders of this installation; none of them needs to exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Paths {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
    cache: PathBuf,
}

impl Paths {
    /// Finds the folders from the environment and the platform.
    pub(crate) fn detect() -> Result<Self, CliError> {
        Self::resolve(std::env::var_os(HOME_VARIABLE))
    }

    /// Finds the folders: under `home` if it is set and not empty, else where the platform says.
    pub(crate) fn resolve(home: Option<OsString>) -> Result<Self, CliError> {
        if let Some(home) = home.filter(|home| !home.is_empty()) {
            let home = std::path::absolute(PathBuf::from(home)).map_err(|error| {
                CliError::of(codes::LOCAL_NO_HOME, format!("{HOME_VARIABLE} is no path: {error}"))
            })?;
            return Ok(Self::under(&home));
        }
        let Some(project) = ProjectDirs::from("", "", "hotel") else {
            return Err(CliError::of(codes::LOCAL_NO_HOME, "there is no home folder")
                .hint(format!("set {HOME_VARIABLE} to a folder of your own")));
        };
        let data = project.data_local_dir().to_path_buf();
        Ok(Self {
            config: project.config_dir().to_path_buf(),
            // Only some platforms keep state apart.
            state: project.state_dir().map_or_else(|| data.join("state"), Path::to_path_buf),
            cache: project.cache_dir().to_path_buf(),
            data,
        })
    }

    /// Puts everything under one folder.
    pub(crate) fn under(home: &Path) -> Self {
        Self {
            config: home.join("config"),
            data: home.join("data"),
            state: home.join("state"),
            cache: home.join("cache"),
        }
    }

    /// Returns where settings and tokens live.
    pub(crate) fn config_dir(&self) -> &Path {
        &self.config
    }

    /// Returns where the journal lives: not to be deleted.
    pub(crate) fn data_dir(&self) -> &Path {
        &self.data
    }

    /// Returns where search lines and cursors live.
    pub(crate) fn state_dir(&self) -> &Path {
        &self.state
    }

    /// Returns where read copies live: safe to delete.
    pub(crate) fn cache_dir(&self) -> &Path {
        &self.cache
    }

    /// Returns where the bundled server keeps its database.
    pub(crate) fn server_dir(&self) -> PathBuf {
        self.data.join("server")
    }
}

#[cfg(test)]
mod tests;
